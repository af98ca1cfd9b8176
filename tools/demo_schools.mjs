// SPDX-License-Identifier: Apache-2.0
// Picks the schools of the demo from a list of candidates: even samples of each kind, in the order of the file, so that
// all parts of the country are in it. content/reference/README.md says how the list is made.
//
//   node tools/demo_schools.mjs candidates.csv > content/reference/demo-schools.csv
import { readFileSync } from "node:fs";

// How many schools of each kind; codes end in these words. About two thirds of them answer in the demo.
const kinds = [
  { ends: ["-md", "-do"], wanted: 128 },
  { ends: ["-dental"], wanted: 40 },
  { ends: ["-nursing"], wanted: 204 },
  { ends: ["-adn"], wanted: 68 },
];

// Rows of a CSV as they stand, with their first two cells; a quoted cell may hold commas, none holds a line break.
function rowsOf(text) {
  const [head, ...lines] = text.trimEnd().split("\n");
  return { head, rows: lines.map((line) => ({ line, code: line.split(",", 1)[0] })) };
}

// `wanted` of the codes, evenly spread.
function spread(codes, wanted) {
  const few = Math.min(wanted, codes.length);
  return codes.filter((_, at) => Math.floor(((at + 1) * few) / codes.length) > Math.floor((at * few) / codes.length));
}

const { head, rows } = rowsOf(readFileSync(process.argv[2], "utf8"));
const codes = [...new Set(rows.map((row) => row.code))];
const picked = new Set(
  kinds.flatMap(({ ends, wanted }) => spread(codes.filter((code) => ends.some((end) => code.endsWith(end))), wanted)),
);
process.stdout.write([head, ...rows.filter((row) => picked.has(row.code)).map((row) => row.line)].join("\n") + "\n");
