// SPDX-License-Identifier: Apache-2.0
// What the program writes as FHIR R4 is read by HL7's own JSON schema: every shipped Measure, and the reports of
// a small run with strata.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import FhirValidator from "@asymmetrik/fhir-json-schema-validator";
import { programIsThere, run } from "./house/service.mjs";

const validator = new FhirValidator();
let folder;
before(() => (folder = mkdtempSync(join(tmpdir(), "smm-fhir-"))));
after(() => rmSync(folder, { recursive: true }));

const faultsOf = (resource) => validator.validate(resource).map((fault) => `${fault.dataPath} ${fault.message}`);
const resourcesIn = (bundle) => bundle.entry.map((entry) => entry.resource);

test("measures are FHIR R4", { skip: !programIsThere }, async () => {
  const bundle = JSON.parse((await run("measure", "list", "--fhir")).out);
  assert.deepEqual(faultsOf(bundle), []);
  assert.equal(bundle.entry.length, 28);
  for (const measure of resourcesIn(bundle)) assert.deepEqual(faultsOf(measure), [], measure.id);
});

test("reports are FHIR R4", { skip: !programIsThere }, async () => {
  const cohort = join(folder, "cohort.csv");
  const report = join(folder, "report.json");
  const people = Array.from({ length: 90 }, (_, i) => `g${i},s${i % 3},MD,2012-07-01,2016-06-01,${i % 2 ? "F" : "M"},${i % 4 ? "no" : "yes"}`);
  writeFileSync(cohort, `graduate_id,school_id,programme,matriculated,graduated,sex,urm\n${people.join("\n")}\n`);
  const ran = await run("measure", "run", "--measure", "all", "--cohort", cohort, "--as-of", "2026-07-01", "--by", "sex,programme", "--out", join(folder, "results.csv"), "--fhir", report);
  assert.equal(ran.code, 0, ran.err);
  const resources = resourcesIn(JSON.parse(readFileSync(report, "utf8")));
  const reports = resources.filter((resource) => resource.resourceType === "MeasureReport");
  assert.ok(reports.length >= 60);
  for (const resource of reports) assert.deepEqual(faultsOf(resource), [], resource.id);
  const graduates = reports.find((resource) => resource.id === "SM-003.1").group[0];
  assert.equal(graduates.population[1].count, 30);
  assert.equal(graduates.stratifier[0].stratum[0].value.text, "sex=female");
});

test("the schema refuses what is no measure", () => {
  assert.notDeepEqual(faultsOf({ resourceType: "Measure", status: "perhaps", extent: 3 }), []);
});
