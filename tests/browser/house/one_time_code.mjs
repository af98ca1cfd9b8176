// SPDX-License-Identifier: Apache-2.0
// What an authenticator app shows: RFC 6238 with SHA-1, six digits, thirty seconds.
import { createHmac } from "node:crypto";

function bytesOf(base32) {
  const bits = [...base32.replace(/[\s=]/g, "")].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"));
  return Buffer.from((bits.join("").match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}

/** The code for `secret` (base32) at `at`, milliseconds since 1970. */
export function oneTimeCode(secret, at = Date.now()) {
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const hash = createHmac("sha1", bytesOf(secret)).update(step).digest();
  const number = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

/** Waits until a code other than the one for `at` is shown: a code works once. */
export async function nextStep(at) {
  const left = 30_000 - (Date.now() % 30_000);
  if (Math.floor(Date.now() / 30_000) === Math.floor(at / 30_000)) await new Promise((resume) => setTimeout(resume, left + 100));
}
