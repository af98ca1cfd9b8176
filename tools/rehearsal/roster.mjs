// SPDX-License-Identifier: Apache-2.0
// The roster of a rehearsal: real institutions from the IPEDS file, as `smm roster from-ipeds` lists them, with invented
// people at addresses that lead nowhere (RFC 2606).
import { Chance } from "./random.mjs";

/** Rows of a CSV file as arrays of cells. */
export function csvRows(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ",") rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** `wanted` schools, of each profession as many as fit: { csv, schools: [{ code, programmes }] }. */
export function rosterOf(candidates, wanted, seed) {
  const [head, ...rows] = csvRows(candidates);
  const at = Object.fromEntries(head.map((name, column) => [name, column]));
  const bySchool = Map.groupBy ? Map.groupBy(rows, (row) => row[at.school_id]) : grouped(rows, at.school_id);
  const chance = new Chance(seed, "roster");
  const codes = [...bySchool.keys()].map((code) => [chance.next(), code]).sort(([left], [right]) => left - right);
  const schools = codes.slice(0, wanted).map(([, code]) => ({ code, programmes: bySchool.get(code).map((row) => row[at.programme]) }));
  const columns = head.filter((name) => name !== "basis" && name !== "note");
  const lines = schools.flatMap(({ code }) => bySchool.get(code).map((row) => columns.map((name) => cell(peopled(row, at, name, code))).join(",")));
  return { csv: [columns.join(","), ...lines, ""].join("\n"), schools };
}

function grouped(rows, column) {
  const groups = new Map();
  for (const row of rows) groups.set(row[column], [...(groups.get(row[column]) ?? []), row]);
  return groups;
}

function peopled(row, at, name, code) {
  if (name === "dean_name") return `Dean of ${code}`;
  if (name === "dean_email") return `dean@${code}.example`;
  return row[at[name]];
}
