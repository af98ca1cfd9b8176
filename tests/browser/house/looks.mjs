// SPDX-License-Identifier: Apache-2.0
// What is looked at on every page a journey comes by: axe's rules, the tree a screen reader gets (against a golden
// file), that nothing runs off a narrow screen, and pictures for the documents when they are asked for.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** axe finds nothing, of all its rules for WCAG 2.2 AA and good practice or of those named. (It is evaluated from outside the page, so that the page's own policy stays as it is.) */
export async function accessible(page, rules) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  const found = await page.evaluate(async (runOnly) => {
    const { violations } = await globalThis.axe.run(document, { runOnly, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
  }, rules ?? tags);
  assert.deepEqual(found, [], `axe at ${page.url()}`);
}

// What differs from run to run.
const masks = [
  [/\b\d{1,2}:\d{2}(:\d{2})?\b/g, "HH:MM"],
  [/127\.0\.0\.1:\d+/g, "HOST"],
  [/\b[a-z2-7]{26}\b/g, "ID"],
  // Mails go out whenever the outbox comes to them: where they stand in a log is chance.
  [/\n +- row "[^"\n]*system mail\.[^\n]*":(?:\n +- (?:rowheader|cell)[^\n]*)*/g, ""],
];

/** The same for a page whose script is off, at a twin of it: axe waits by timers, and those rest without script. */
export async function accessibleWithoutScript(page) {
  const body = await page.content();
  const context = await page.context().browser().newContext({ viewport: page.viewportSize(), reducedMotion: "reduce" });
  const twin = await context.newPage();
  await twin.route(page.url(), (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
  await twin.route(/\.js$/, (route) => route.abort());
  await twin.goto(page.url());
  await accessible(twin);
  await context.close();
}

/** The tree that a screen reader gets is the one in tests/golden/aria/NAME.yaml. SMM_APPROVE=1 writes it. */
export async function ariaIsGolden(page, name, more = []) {
  const origin = "# The tree a screen reader gets, taken by tests/browser; changed only by ./dev approve.\n";
  let tree = await page.locator("body").ariaSnapshot();
  for (const [pattern, mask] of [...masks, ...more]) tree = tree.replace(pattern, mask);
  const found = `${origin}${tree.trimEnd()}\n`;
  const path = join(root, "tests/golden/aria", `${name}.yaml`);
  if (process.env.SMM_APPROVE === "1") {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, found);
  }
  assert.equal(found, existsSync(path) ? readFileSync(path, "utf8") : "", `${path} (SMM_APPROVE=1 rewrites it)`);
}

/** Nothing has to be scrolled sideways, except within a frame made for it. */
export async function fitsItsWidth(page) {
  const wide = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= limit) return [];
    const out = [...document.querySelectorAll("body *")].filter((each) => each.getBoundingClientRect().right > limit + 1);
    return out.slice(0, 5).map((each) => `${each.tagName}.${each.className}`);
  });
  assert.deepEqual(wide, [], `runs off the screen at ${page.url()}`);
}

/** Fingers: whatever is pressed is at least 24 by 24 pixels, or stands in a line of text (WCAG 2.5.8). */
export async function fingersHit(page) {
  const small = await page.evaluate(() => {
    const pressed = [...document.querySelectorAll("main button, main summary, main input:not([type=hidden]), main a.button")];
    const area = (each) => (each.closest(".choice, label") ?? each).getBoundingClientRect();
    return pressed
      .filter((each) => each.checkVisibility() && (area(each).width < 24 || area(each).height < 24))
      .map((each) => each.outerHTML.slice(0, 100));
  });
  assert.deepEqual(small, [], `too small to press at ${page.url()}`);
}

/** A picture for docs/pictures/NAME.png, only when SMM_PICTURES=1: pictures differ with fonts, so they are no test. */
export async function picture(page, name, options = {}) {
  if (process.env.SMM_PICTURES !== "1") return;
  await page.screenshot({ path: join(root, "docs/pictures", `${name}.png`), caret: "initial", ...options });
}
