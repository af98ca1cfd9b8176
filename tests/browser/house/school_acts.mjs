// SPDX-License-Identifier: Apache-2.0
// What people of a school do on its pages, by the forms alone: it works with the script and without.
import assert from "node:assert/strict";
import { opened } from "./browser.mjs";
import { accessible, accessibleWithoutScript, ariaIsGolden } from "./looks.mjs";
import { school } from "./school_round.mjs";
import { openLinkInMail, signInByMail } from "./service.mjs";

// What differs from run to run, besides what `ariaIsGolden` masks: days, and digests of signed answers.
const runs = [
  [/\b(January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}\b/g, "DAY"],
  [/\b[A-Z][a-z]{2} \d{1,2}, \d{4}\b/g, "DAY"],
  [/\b20[2-8]\d-\d\d-\d\d\b/g, "DAY"],
  [/(term: days to go\n +- definition: ")\d+/g, "$1DAYS"],
  [/HH:MM( [ap]\.m\.)?( E[SD]T\b)?/g, "HH:MM"],
  [/\b[A-Za-z0-9+_-]{40,}=*/g, "DIGEST"],
];

/** Waits until the question says that it is on disk. */
export async function saved(page, question) {
  await page.locator(`#q${question}-outcome [data-save-state]`).getByText(/^Saved \d/).waitFor();
}

/** One person with a browser of their own for a whole journey. `looks` begins the names of its golden files. */
export class Desk {
  script = true;

  constructor(service, person, looks, seat) {
    Object.assign(this, { service, person, looks, ...seat });
  }

  /** Comes by the link in the next mail that this person got. */
  static async byMail(service, person, looks, ways) {
    const desk = new Desk(service, person, looks, await opened(service.base, ways));
    desk.script = ways?.script !== false;
    await openLinkInMail(service, desk.page, person.email);
    return desk;
  }

  /** axe and the golden tree of the page at hand. */
  async looked(name) {
    await (this.script ? accessible(this.page) : accessibleWithoutScript(this.page));
    await ariaIsGolden(this.page, `${this.looks}${name}`, runs);
  }

  async at(path) {
    const answer = await this.page.goto(`${school.path}${path}`);
    assert.equal(answer.status(), 200, `${this.person.name} at ${path}`);
  }

  /** A form sent as a browser sends it, without drawing its page: hidden fields as they stand there, and these. */
  async send(path, fields = {}) {
    const action = `${school.path}${path}`;
    const page = await this.context.request.get(action);
    assert.equal(page.status(), 200, `${this.person.name} at ${action}`);
    const html = await page.text();
    const start = html.indexOf(`action="${action}"`);
    assert.ok(start > 0, `no form at ${action}`);
    const form = html.slice(start, html.indexOf("</form>", start));
    const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]);
    const headers = { origin: this.service.base };
    const answer = await this.context.request.post(action, { form: { ...Object.fromEntries(hidden), ...fields }, headers, maxRedirects: 0 });
    assert.equal(answer.status(), 303, `${this.person.name} sends ${action}`);
  }

  async press(name) {
    await this.page.getByRole("main").getByRole("button", { name, exact: true }).click();
    await this.page.waitForLoadState();
  }

  async says(text) {
    await this.page.getByRole("main").getByText(text).first().waitFor();
  }

  async signIn(code) {
    await signInByMail(this.service, this.page, this.person.email, code);
  }

  // ---- Dean

  async accept({ coordinator, priorities = [] }) {
    const main = this.page.getByRole("main");
    await main.getByLabel(coordinator ? "Together" : "Alone", { exact: true }).check();
    if (coordinator) {
      await main.getByLabel(/^Name of the coordinator/).fill(coordinator.name);
      await main.getByLabel(/^E-mail address of the coordinator/).fill(coordinator.email);
    }
    for (const area of priorities) await main.getByLabel(area, { exact: true }).check();
    await main.getByLabel("Our school agrees to what is written above").check();
    await this.press("Accept");
    await this.says("Your school takes part. Thank you.");
  }

  async submit() {
    await this.at("/submit");
    await this.page.getByLabel("Your full name").fill(this.person.name);
    await this.press("Attest and submit");
  }

  // ---- Coordinator

  async handOut(office, { author, affirmer }) {
    await this.at(`/packets/${office}/hand-out`);
    const main = this.page.getByRole("main");
    await main.getByLabel("Name of the person who answers").fill(author.name);
    await main.getByLabel("Their e-mail address").first().fill(author.email);
    if (affirmer) {
      await main.getByLabel(/^Name of the person who affirms/).fill(affirmer.name);
      await main.getByLabel(/^Their e-mail address/).nth(1).fill(affirmer.email);
    }
    await this.press("Hand out");
    await this.says("The packet was handed out.");
  }

  /** The ids of the packets, from the links on the school's page. */
  async packets() {
    await this.at("");
    const links = this.page.getByRole("main").locator(".card-head h3 a");
    const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    return paths.map((path) => path.split("/").at(-1));
  }

  // ---- A packet

  async complete(office) {
    await this.at(`/packets/${office}/complete`);
    await this.press("Mark complete");
    await this.says("The packet is complete.");
  }

  async affirm(office) {
    await this.at(`/packets/${office}/affirm`);
    await this.page.getByLabel("Your full name").fill(this.person.name);
    await this.press("Affirm this packet");
    await this.says("You have affirmed this packet.");
  }

  async giveBack(office, comment) {
    await this.at(`/packets/${office}/affirm`);
    await this.page.getByLabel("What should be looked at again?").fill(comment);
    await this.press("Return the packet");
    await this.says("The packet was given back");
  }
}
