// SPDX-License-Identifier: Apache-2.0
// The programme office: its first administrator with a password and an authenticator, and the round that they run.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { oneTimeCode } from "../../tests/browser/house/one_time_code.mjs";
import { Visitor } from "./visitor.mjs";

const round = "/office/rounds/2026";

export class Office {
  static async open(installation) {
    const office = new Office();
    office.visitor = new Visitor(installation.base);
    const link = new URL(installation.setUpLink()).pathname;
    const person = { name: "Olive Office", email: "olive@rehearsal.example", password: "a quiet river under nine bridges" };
    await done(office.visitor.submit(link, Object.entries(person)), "the office is set up");
    const code = (page) => [["code", oneTimeCode(/id="secret-text"[^>]*>([^<]+)</.exec(page)[1])]];
    const added = await office.visitor.submit("/account/second-factor", code);
    if (added.status >= 400) throw new Error(`the authenticator was not taken: ${added.status}`);
    return office;
  }

  get(path) {
    return this.visitor.get(path);
  }

  /** The roster twice: what is known already changes nothing. */
  async takeRoster(installation, csv) {
    const file = join(installation.folder, "roster.csv");
    writeFileSync(file, csv);
    const said = [];
    for (let turn = 0; turn < 2; ++turn) said.push(await installation.command(["roster", "import", file]));
    return said;
  }

  async openRound() {
    const fields = [["code", "2026"], ["title", "Rehearsed round"], ["last_day", "2099-10-31"], ["zone", "America/New_York"], ["edition", "smm-2026"]];
    await done(this.visitor.submit("/office/rounds/new", fields), "a round is made");
    await done(this.visitor.submit(`${round}/open`), "the round is opened");
  }

  async invite() {
    await done(this.visitor.submit(`${round}/invite`), "schools are invited");
  }

  /** After a crash: what nobody knows the fate of is asked after, and sent again by hand where it did not arrive. */
  async lookAfterUnknown(installation, mail) {
    const unknown = installation.rows("SELECT id FROM mail WHERE state = 'unknown'").map(([id]) => id);
    const page = await this.get("/office/outbox");
    for (const id of unknown) if (!page.body.includes(id)) throw new Error(`the outbox does not list ${id}, whose fate is unknown`);
    for (const id of unknown.filter((each) => !mail.has(each))) await done(this.visitor.submit(`/office/outbox/${id}/again`), `${id} is sent again`);
    return unknown;
  }

  async closeAndCheck() {
    await done(this.visitor.submit(`${round}/close`), "the round is closed");
    await done(this.visitor.submit(`${round}/check`, [["days", "14"]]), "checks begin");
  }
}

async function done(asking, what) {
  const answer = await asking;
  if (answer.status !== 303) throw new Error(`${what}: ${answer.status}\n${answer.body.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ").slice(0, 800)}`);
}
