// SPDX-License-Identifier: Apache-2.0
// What was done, held against what is kept: every mail once, every answer there, every school counted where it belongs.
import { csvRows } from "./roster.mjs";

export class Accounts {
  wrong = [];
  checked = 0;

  same(what, kept, done) {
    ++this.checked;
    const [left, right] = [JSON.stringify(kept), JSON.stringify(done)];
    if (left !== right) this.wrong.push(`${what}: ${left.slice(0, 400)} is kept, ${right.slice(0, 400)} was done`);
  }
}

/**
 * Each mail that the server took is one row of the outbox, and arrived once; each row was sent, or is known to have an
 * unknown fate since the crash.
 */
export function reconcileMails(accounts, installation, mails, unknown) {
  const kept = installation.rows("SELECT id, state FROM mail ORDER BY id");
  accounts.same("mails by id", kept.map(([id]) => id), mails.map((mail) => mail.id.split("@")[0]).sort());
  accounts.same("mails that were not sent", kept.filter(([id, state]) => state !== "sent" && !(state === "unknown" && unknown.includes(id))), []);
}

export function reconcileParts(accounts, installation, schools) {
  const kept = installation.rows(
    "SELECT school.code, participation.state FROM participation JOIN school ON school.id = participation.school ORDER BY school.code",
  );
  const done = { silent: "invited", declines: "declined", begins: "accepted", alone: "submitted", together: "submitted" };
  accounts.same("states of schools", kept, schools.map((school) => [school.code, done[school.way]]).sort(byFirst));
}

/** Rows of answers and of their history, school by school, against what the service said was saved. */
export function reconcileAnswers(accounts, installation, schools) {
  for (const [table, count] of [["answer", (school) => school.answers.size], ["answer_history", (school) => school.saves]]) {
    const kept = installation.rows(`SELECT code, count(*) FROM ${table} JOIN school ON school.id = ${table}.school GROUP BY code ORDER BY code`);
    const done = schools.filter((school) => school.saves > 0).map((school) => [school.code, String(count(school))]);
    accounts.same(`rows of ${table}`, kept, done.sort(byFirst));
  }
}

const byFirst = ([left], [right]) => (left < right ? -1 : 1);

/** What a school downloads of itself: the last version of each answer is what was typed, in the file's notation. */
export async function reconcileCopy(accounts, school) {
  const page = await school.dean.submit(`${school.path}/downloads`, [], `${school.path}/downloads/history.csv`);
  const [head, ...rows] = csvRows(page.body);
  const at = Object.fromEntries(head.map((name, column) => [name, column]));
  const kept = rows.map((row) => [row[at.programme] ? `${row[at.item_id]}@${row[at.programme]}` : row[at.item_id], row[at.state], row[at.value]]);
  const done = [...school.answers].map(([key, fields]) => [key, "answered", notationOf(fields)]);
  accounts.same(`answers of ${school.code}`, kept.sort(byFirst), done.sort(byFirst));
}

function notationOf(fields) {
  const typed = (end) => fields.filter(([name]) => name.endsWith(`.${end}`)).map(([, value]) => value);
  const share = (before) => `${typed(`${before}numerator`)}/${typed(`${before}denominator`)}`;
  if (typed("numerator").length > 0) return share("");
  if (typed("own_numerator").length > 0) return `${share("own_")}|${share("other_")}`;
  return typed("value").join(";");
}

/** The dashboard's counts of the whole round. */
export async function reconcileDashboard(accounts, office, schools) {
  const file = await office.get("/office/rounds/2026/progress.csv");
  const [head, ...rows] = csvRows(file.body);
  const all = rows.find((row) => row[0] === "all") ?? rows[0];
  const count = (name) => Number(all[head.indexOf(name)]);
  const ways = (...wanted) => schools.filter((school) => wanted.includes(school.way)).length;
  accounts.same("invited, by the dashboard", count("invited"), schools.length);
  accounts.same("declined, by the dashboard", count("declined"), ways("declines"));
  accounts.same("submitted, by the dashboard", count("submitted"), ways("alone", "together"));
}
