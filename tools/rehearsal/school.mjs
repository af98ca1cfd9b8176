// SPDX-License-Identifier: Apache-2.0
// What becomes of one invitation: silence, a refusal, or work on the sheet by a dean alone or by several people, by links
// from mails and forms of pages alone.
import { answerTo, questionsOn } from "./answers.mjs";
import { Chance } from "./random.mjs";
import { Visitor } from "./visitor.mjs";

// How schools go on, and how often: most that begin end.
const ways = [
  [14, "silent"],
  [8, "declines"],
  [10, "begins"], // and leaves its sheet unfinished
  [48, "alone"],
  [20, "together"],
];

export class School {
  saves = 0; // answers that the service said are on disk
  answers = new Map(); // key of a question -> the fields that stand
  asked = 0;

  constructor(code, stage) {
    Object.assign(this, { code, stage, path: `/rounds/2026/schools/${code}` });
    this.chance = new Chance(stage.seed, code);
    this.way = this.chance.weighted(ways);
  }

  async live() {
    if (this.way === "silent") return;
    this.dean = await this.#byMail(`dean@${this.code}.example`);
    if (this.way === "declines") return this.#decline();
    await this.#accept();
    if (this.way === "begins") return this.#answerPacket(this.dean, this.chance.of(await this.packets(this.dean)));
    if (this.way === "together") await this.#workTogether();
    else await this.#workAlone();
    await this.#submit();
  }

  get submitted() {
    return this.way === "alone" || this.way === "together";
  }

  async packets(visitor) {
    const page = await visitor.get(this.path);
    return [...new Set([...page.body.matchAll(new RegExp(`href="${this.path}/packets/([a-z0-9_.-]+)"`, "g"))].map(([, office]) => office))];
  }

  // ---- People

  async #byMail(address) {
    const visitor = new Visitor(this.stage.base);
    const mail = await this.stage.mail.next(address);
    const link = new URL(mail.links.find((each) => each.includes("/link/"))).pathname;
    await expecting(303, visitor.submit(link), `${address} takes the link`);
    return visitor;
  }

  async #decline() {
    await expecting(303, this.dean.submit(`${this.path}/decline`, [["reason", "Not this year."]]), `${this.code} declines`);
  }

  async #accept() {
    const page = await this.dean.get(`${this.path}/accept`);
    const version = /name="agree" value="([^"]+)"/.exec(page.body)[1];
    const mode = this.way === "together" ? "together" : "solo";
    const who = mode === "together" ? [["coordinator_name", "Cora"], ["coordinator_email", `cora@${this.code}.example`]] : [];
    await expecting(303, this.dean.submit(`${this.path}/accept`, [["agree", version], ["mode", mode], ...who]), `${this.code} accepts`);
  }

  // ---- Work

  // Submitting affirms every packet in the dean's name.
  async #workAlone() {
    for (const office of await this.packets(this.dean)) await this.#answerPacket(this.dean, office);
  }

  // The coordinator hands the first packet to an author, and does the others.
  async #workTogether() {
    const cora = await this.#byMail(`cora@${this.code}.example`);
    const [first, ...others] = await this.packets(cora);
    const author = { author_name: "Ana", author_email: `ana@${this.code}.example` };
    await this.#handOut(cora, first, { ...author, affirmer_name: "Carla", affirmer_email: `carla@${this.code}.example` });
    for (const office of others) await this.#handOut(cora, office, { ...author, affirmer_name: "Carla", affirmer_email: `carla@${this.code}.example` });
    const ana = await this.#byMail(`ana@${this.code}.example`);
    await this.#answerPacket(ana, first);
    for (const office of others) await this.#answerPacket(cora, office);
    const carla = await this.#byMail(`carla@${this.code}.example`);
    for (const office of [first, ...others]) {
      await this.#complete(office === first ? ana : cora, office);
      await this.#affirm(carla, office, "Carla");
    }
  }

  async #handOut(cora, office, people) {
    await expecting(303, cora.submit(`${this.path}/packets/${office}/hand-out`, Object.entries(people)), `${this.code} hands out ${office}`);
  }

  // Routing opens and closes questions while others are answered: twice is enough for the edition's two levels.
  async #answerPacket(visitor, office) {
    for (let turn = 0; turn < 2; ++turn) {
      const page = await expecting(200, visitor.get(`${this.path}/packets/${office}`), `${this.code} at ${office}`);
      for (const question of questionsOn(page.body)) {
        if (this.answers.has(question.key)) continue;
        await this.#answer(visitor, question);
      }
    }
  }

  async #answer(visitor, question) {
    const fields = answerTo(question, this.chance);
    const saved = await visitor.send(`${this.path}/answers`, [["item", question.key], ...fields]);
    if (saved.status !== 200) throw new Error(`${this.code} answers ${question.key} by ${new URLSearchParams(fields)}: ${saved.status} ${saved.body}`);
    this.answers.set(question.key, fields);
    ++this.saves;
  }

  async #complete(visitor, office) {
    await expecting(303, visitor.submit(`${this.path}/packets/${office}/complete`), `${this.code} completes ${office}`);
  }

  async #affirm(visitor, office, name) {
    await expecting(303, visitor.submit(`${this.path}/packets/${office}/affirm`, [["full_name", name]]), `${this.code} affirms ${office}`);
  }

  async #submit() {
    await expecting(303, this.dean.submit(`${this.path}/submit`, [["full_name", `Dean of ${this.code}`]]), `${this.code} submits`);
  }
}

async function expecting(status, asking, what) {
  const answer = await asking;
  if (answer.status !== status) throw new Error(`${what}: ${answer.status} instead of ${status}\n${answer.body.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ").slice(0, 600)}`);
  return answer;
}
