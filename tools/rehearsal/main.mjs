// SPDX-License-Identifier: Apache-2.0
// A whole national round, rehearsed: real institutions, invented people, real HTTP, SMTP and database. It prints what each
// stage took and whether what is kept is what was done, and ends with 1 when it is not.
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Accounts, reconcileAnswers, reconcileCopy, reconcileDashboard, reconcileMails, reconcileParts } from "./accounts.mjs";
import { Installation, program } from "./installation.mjs";
import { MailServer } from "./mail_server.mjs";
import { Office } from "./office.mjs";
import { rosterOf } from "./roster.mjs";
import { School } from "./school.mjs";

const usage = `Usage: rehearsal HD.csv [--schools N] [--seed N] [--database sqlite|postgres|both] [--at-once N]

HD.csv is the file of institutions that IPEDS publishes (hd2022.csv).
Example: ./dev rehearsal ../shared/data/ipeds/hd2022.csv --schools 520 --database both`;

const options = { schools: { type: "string" }, seed: { type: "string" }, database: { type: "string" }, "at-once": { type: "string" }, help: { type: "boolean" } };

function settings() {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (values.help || positionals.length !== 1) {
    console.log(usage);
    process.exit(values.help ? 0 : 2);
  }
  const engines = { both: ["sqlite", "postgres"] }[values.database ?? "both"] ?? [values.database];
  return { file: positionals[0], schools: Number(values.schools ?? 520), seed: values.seed ?? "2026", engines, atOnce: Number(values["at-once"] ?? 12) };
}

async function stage(name, work) {
  const begun = performance.now();
  const result = await work();
  console.log(`  ${name.padEnd(34)}${((performance.now() - begun) / 1000).toFixed(1).padStart(8)} s`);
  return result;
}

// Each school goes its way, some at once.
async function liveAll(schools, atOnce) {
  const waiting = [...schools];
  const worker = async () => {
    for (let school = waiting.shift(); school; school = waiting.shift()) await school.live();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function freeze(installation, schools) {
  // Checks last for days: the program's own command runs with a clock that is past them.
  await installation.command(["round", "freeze", "2026"], 15);
  const out = join(installation.folder, "reports");
  mkdirSync(out);
  await installation.command(["report", "--round", "2026", "--all", "--format", "html", "--out", out], 15);
  return { out, wanted: schools.filter((school) => school.submitted) };
}

async function reconciled({ installation, office, mail, schools, reports, unknown }) {
  const accounts = new Accounts();
  reconcileMails(accounts, installation, mail.mails, unknown);
  reconcileParts(accounts, installation, schools);
  reconcileAnswers(accounts, installation, schools);
  await reconcileDashboard(accounts, office, schools);
  for (const school of schools.filter((each) => each.submitted).slice(0, 40)) await reconcileCopy(accounts, school);
  accounts.same("reports", readdirSync(reports.out).filter((name) => name.endsWith(".html")).length, reports.wanted.length);
  const verified = await installation.command(["audit", "verify"]);
  accounts.same("audit log", /differ|broken|damaged/i.test(verified), false);
  return accounts;
}

async function rehearse(engine, given) {
  console.log(`${engine}, ${given.schools} schools, seed ${given.seed}`);
  const mail = await MailServer.open();
  const installation = await Installation.open(engine, mail.port);
  try {
    const candidates = join(installation.folder, "candidates.csv");
    const { csv, schools: rows } = await stage("candidates from IPEDS", async () => {
      await program("roster", "from-ipeds", given.file, "--out", candidates);
      return rosterOf(readFileSync(candidates, "utf8"), given.schools, given.seed);
    });
    const office = await Office.open(installation);
    await stage("roster taken in, twice", () => office.takeRoster(installation, csv));
    const schools = rows.map(({ code }) => new School(code, { base: installation.base, mail, seed: given.seed }));
    await stage("round opened, schools invited", async () => (await office.openRound(), office.invite()));
    const unknown = await stage("killed while mails go out", async () => {
      await mail.holds(Math.floor(schools.length / 3));
      await installation.crash();
      return office.lookAfterUnknown(installation, mail);
    });
    await stage("schools answer", () => liveAll(schools, given.atOnce));
    await stage("the outbox runs empty", () => installation.untilMailsAreSent());
    await stage("closed, checks begin", () => office.closeAndCheck());
    const reports = await stage("frozen, reports written", () => freeze(installation, schools));
    const accounts = await stage("reconciled", () => reconciled({ installation, office, mail, schools, reports, unknown }));
    return told(accounts, installation, mail, schools, unknown);
  } finally {
    await installation.close();
    mail.close();
  }
}

function told(accounts, installation, mail, schools, unknown) {
  const saves = schools.reduce((sum, school) => sum + school.saves, 0);
  console.log(`  ${mail.mails.length} mails, ${saves} answers saved, service held ${installation.memory()} MB at most, ${unknown.length} mails of unknown fate`);
  for (const line of accounts.wrong) console.log(`  WRONG ${line}`);
  console.log(`  ${accounts.checked} accounts compared, ${accounts.wrong.length} differ`);
  return accounts.wrong.length === 0;
}

const given = settings();
let right = true;
for (const engine of given.engines) right = (await rehearse(engine, given)) && right;
process.exit(right ? 0 : 1);
