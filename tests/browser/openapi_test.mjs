// SPDX-License-Identifier: Apache-2.0
// What the running program says of itself for programs: openapi.json is read by a validator of others' making, and
// /metrics is for this machine under its own name only.
import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, test } from "node:test";
import parser from "@apidevtools/swagger-parser";
import { programIsThere, startService } from "./house/service.mjs";

let service;
before(async () => {
  if (programIsThere) service = await startService();
});
after(() => service?.remove());

test("openapi.json is OpenAPI 3.1", { skip: !programIsThere }, async () => {
  const answer = await fetch(`${service.base}/openapi.json`);
  const described = await parser.validate(await answer.json());
  assert.ok(Object.keys(described.paths).length > 40);
  assert.ok(described.paths["/rounds/{round}/schools/{school}/answers"].post);
});

// fetch does not let the name be chosen.
const statusFor = (headers) =>
  new Promise((done, fail) => request(`${service.base}/metrics`, { headers }, (answer) => answer.resume() && done(answer.statusCode)).on("error", fail).end());

test("metrics are for this machine under its own name", { skip: !programIsThere }, async () => {
  const text = await (await fetch(`${service.base}/metrics`)).text();
  assert.match(text, /^smm_requests_total\{route="healthz",status="2xx"\} [1-9]/m);
  assert.equal(await statusFor({}), 200);
  assert.equal(await statusFor({ Host: "metrics.example.org" }), 404);
});
