// SPDX-License-Identifier: Apache-2.0
// Chance that can be had again: the same seed and name give the same numbers, whatever others drew meanwhile.
import { createHash } from "node:crypto";

export class Chance {
  #state;

  constructor(seed, ...name) {
    this.#state = createHash("sha256").update([seed, ...name].join("/")).digest().readUInt32LE(0);
  }

  /** From 0 to below 1 (mulberry32). */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(end) {
    return Math.floor(this.next() * end);
  }

  of(choices) {
    return choices[this.below(choices.length)];
  }

  /** One of [[weight, thing], ...]. */
  weighted(choices) {
    let left = this.next() * choices.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, thing] of choices) if ((left -= weight) < 0) return thing;
    return choices.at(-1)[1];
  }
}
