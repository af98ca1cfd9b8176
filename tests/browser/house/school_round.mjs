// SPDX-License-Identifier: Apache-2.0
// A round with one school, made with the program's own commands beside the service, as an office makes it.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./service.mjs";

export const school = { code: "prairie", name: "Prairie State College", path: "/rounds/2026/schools/prairie" };
const columns = "school_id,programme,name,institution_id,dean_name,dean_email,director_name,director_email";

async function done(service, ...command) {
  const where = ["--data", service.data, "--public-url", service.base, "--mail-from", "office@smm.test"];
  const { code, out, err } = await run(...command, ...where);
  assert.equal(code, 0, `smm ${command.join(" ")}:\n${out}${err}`);
}

/** The school is in the roster with this program and leader, the round is open, and the invitation is on its way. */
export async function inviteSchool(service, { programme, dean, director }) {
  const cells = [school.code, programme, school.name, "prairie-state", dean?.name, dean?.email, director?.name, director?.email];
  const roster = join(service.folder, "schools.csv");
  writeFileSync(roster, `${columns}\n${cells.map((cell) => cell ?? "").join(",")}\n`);
  await done(service, "roster", "import", roster);
  await done(service, "round", "create", "2026", "--title", "National round 2026", "--last-day", "2099-10-31");
  await done(service, "round", "open", "2026");
  await done(service, "round", "invite", "2026");
}
