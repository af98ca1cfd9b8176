// SPDX-License-Identifier: Apache-2.0
// What was typed and is not yet on the server's disk, kept in this browser: it outlives a crash and an expired
// session. One entry for each person, page and form. It goes when a save is acknowledged, when the person drops it
// or signs out, and after two weeks.

export type Field = [name: string, value: string];

export interface Draft {
  fields: Field[];
  at: number; // milliseconds since 1970
}

const prefix = "smm-draft ";
const longest = 14 * 24 * 3600 * 1000;

export class Drafts {
  constructor(
    private readonly storage: Storage,
    private readonly person: string,
    private readonly page: string,
  ) {}

  keep(form: string, fields: Field[], now: number): void {
    try {
      this.storage.setItem(this.key(form), JSON.stringify({ fields, at: now }));
    } catch {
      // A full or forbidden storage must not keep anybody from typing.
    }
  }

  find(form: string, now: number): Draft | undefined {
    const draft = readDraft(this.storage.getItem(this.key(form)));
    return draft && now - draft.at < longest ? draft : undefined;
  }

  drop(form: string): void {
    this.storage.removeItem(this.key(form));
  }

  /** Of every page: when the person signs out. */
  dropAll(): void {
    for (const key of keysOf(this.storage)) {
      if (key.startsWith(prefix + this.person + " ")) this.storage.removeItem(key);
    }
  }

  dropOld(now: number): void {
    for (const key of keysOf(this.storage)) {
      const draft = key.startsWith(prefix) ? readDraft(this.storage.getItem(key)) : undefined;
      if (key.startsWith(prefix) && (!draft || now - draft.at >= longest)) this.storage.removeItem(key);
    }
  }

  private key(form: string): string {
    return `${prefix}${this.person} ${this.page} ${form}`;
  }
}

function keysOf(storage: Storage): string[] {
  return Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? "");
}

function readDraft(text: string | null): Draft | undefined {
  try {
    const draft = JSON.parse(text ?? "null") as Draft | null;
    return draft && Array.isArray(draft.fields) && typeof draft.at === "number" ? draft : undefined;
  } catch {
    return undefined;
  }
}
