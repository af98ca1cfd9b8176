// SPDX-License-Identifier: Apache-2.0
// When to try a save again that did not reach the disk: after 1, 2, 4 ... at most 60 seconds, or as the server
// asks. A tenth is added at random, so that many browsers do not come back at the same moment.

export const longestWait = 60;

/** Seconds to wait before try number `attempt` (1 is the first repetition). */
export function waitBefore(attempt: number, retryAfter: string | null, random: () => number): number {
  const asked = Number(retryAfter);
  const own = Math.min(longestWait, 2 ** Math.max(0, attempt - 1));
  const base = Number.isFinite(asked) && asked > 0 ? Math.min(asked, 5 * longestWait) : own;
  return base * (1 + random() / 10);
}

export type Outcome = "saved" | "conflict" | "refused" | "signed_out" | "again" | "failed";

/** What the status of an answer means for what was typed. 0 is no answer at all. */
export function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return "saved";
  if (status === 409) return "conflict";
  if (status === 413 || status === 422) return "refused";
  if (status === 401) return "signed_out";
  if (status === 0 || status === 408 || status === 429 || status >= 500) return "again";
  return "failed";
}
