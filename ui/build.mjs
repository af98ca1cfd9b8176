// SPDX-License-Identifier: Apache-2.0
// Builds what content/static/ holds into the folder given: node build.mjs FOLDER. The same sources and lock file
// give the same bytes.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
if (!out) throw new Error("usage: node build.mjs FOLDER");
mkdirSync(out, { recursive: true });

const license = "/* SPDX-License-Identifier: Apache-2.0 */\n";
const styles = sass.compile(join(here, "styles/app.scss"), {
  style: "compressed",
  loadPaths: [join(here, "node_modules/@uswds/uswds/packages")],
  quietDeps: true,
});
const { code } = (await import("esbuild")).transformSync(styles.css, { loader: "css", minify: true, charset: "utf8" });
writeFileSync(join(out, "app.css"), license + code);

buildSync({
  entryPoints: [join(here, "scripts/app.ts")],
  outfile: join(out, "app.js"),
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  banner: { js: license.trim() },
});

const version = JSON.parse(readFileSync(join(here, "node_modules/htmx.org/package.json"), "utf8")).version;
const htmx = readFileSync(join(here, "node_modules/htmx.org/dist/htmx.min.js"), "utf8");
writeFileSync(join(out, "htmx.min.js"), `/* htmx ${version}, SPDX-License-Identifier: 0BSD, see htmx-license.txt */\n${htmx}`);
copyFileSync(join(here, "node_modules/htmx.org/LICENSE"), join(out, "htmx-license.txt"));
copyFileSync(join(here, "favicon.svg"), join(out, "favicon.svg"));
