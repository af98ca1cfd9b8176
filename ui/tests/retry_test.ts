// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { test } from "node:test";
import { outcomeOf, waitBefore } from "../scripts/retry";

const never = (): number => 0;

test("waits double from one second to sixty", () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 40].map((attempt) => waitBefore(attempt, null, never));
  assert.deepEqual(waits, [1, 2, 4, 8, 16, 32, 60, 60, 60]);
});

test("the server may ask for another wait, within reason", () => {
  assert.equal(waitBefore(1, "7", never), 7);
  assert.equal(waitBefore(1, "86400", never), 300);
  assert.equal(waitBefore(2, "Wed, 21 Oct 2026 07:28:00 GMT", never), 2);
  assert.equal(waitBefore(2, "-5", never), 2);
});

test("chance adds at most a tenth", () => {
  assert.equal(waitBefore(4, null, () => 1), 8.8);
});

test("what a status means for typed text", () => {
  const seen = [200, 204, 409, 422, 413, 401, 0, 408, 429, 500, 503, 403, 404].map(outcomeOf);
  assert.deepEqual(seen, [
    "saved", "saved", "conflict", "refused", "refused", "signed_out", "again", "again", "again", "again", "again", "failed", "failed",
  ]);
});
