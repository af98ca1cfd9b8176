// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { test } from "node:test";
import { Drafts, type Field } from "../scripts/drafts";

class Shelf implements Storage {
  private readonly held = new Map<string, string>();
  get length(): number {
    return this.held.size;
  }
  key(index: number): string | null {
    return [...this.held.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.held.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.held.set(key, value);
  }
  removeItem(key: string): void {
    this.held.delete(key);
  }
  clear(): void {
    this.held.clear();
  }
}

const fields: Field[] = [["hours.value", "64"], ["hours.value", "65"]];
const day = 24 * 3600 * 1000;

test("a draft comes back to the same person, page and form only", () => {
  const shelf = new Shelf();
  new Drafts(shelf, "ana", "/packet/1").keep("hours", fields, 5);
  assert.deepEqual(new Drafts(shelf, "ana", "/packet/1").find("hours", 6), { fields, at: 5 });
  assert.equal(new Drafts(shelf, "ben", "/packet/1").find("hours", 6), undefined);
  assert.equal(new Drafts(shelf, "ana", "/packet/2").find("hours", 6), undefined);
  assert.equal(new Drafts(shelf, "ana", "/packet/1").find("places", 6), undefined);
});

test("a draft is gone when it was dropped", () => {
  const drafts = new Drafts(new Shelf(), "ana", "/");
  drafts.keep("hours", fields, 5);
  drafts.drop("hours");
  assert.equal(drafts.find("hours", 6), undefined);
});

test("signing out takes one's own drafts and nothing else", () => {
  const shelf = new Shelf();
  shelf.setItem("smm-mute-saves", "yes");
  const ana = new Drafts(shelf, "ana", "/");
  const ben = new Drafts(shelf, "ben", "/");
  ana.keep("a", fields, 1);
  ana.keep("b", fields, 1);
  ben.keep("a", fields, 1);
  ana.dropAll();
  assert.equal(ana.find("a", 2) ?? ana.find("b", 2), undefined);
  assert.ok(ben.find("a", 2));
  assert.equal(shelf.getItem("smm-mute-saves"), "yes");
});

test("after two weeks a draft is forgotten, and so is what cannot be read", () => {
  const shelf = new Shelf();
  const drafts = new Drafts(shelf, "ana", "/");
  drafts.keep("old", fields, 0);
  drafts.keep("new", fields, 10 * day);
  shelf.setItem("smm-draft ana / broken", "{");
  assert.equal(drafts.find("broken", 10 * day), undefined);
  assert.equal(drafts.find("old", 14 * day), undefined);
  drafts.dropOld(14 * day);
  assert.equal(shelf.length, 1);
  assert.ok(drafts.find("new", 14 * day));
});

test("a storage that refuses keeps nobody from typing", () => {
  const shelf = new Shelf();
  shelf.setItem = () => {
    throw new Error("QuotaExceededError");
  };
  new Drafts(shelf, "ana", "/").keep("hours", fields, 1);
  assert.equal(shelf.length, 0);
});
