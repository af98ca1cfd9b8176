// SPDX-License-Identifier: Apache-2.0
// Chromium as Debian has it, and a page of it as a person has one: in light or dark, wide or narrow, with the
// script or without. Whatever the page complains of (a breach of the content policy, a script that fails, a file
// that is not there) makes the test fail when the visit ends.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

export const chromiumPath = process.env.SMM_CHROMIUM ?? "/usr/bin/chromium";
export const chromiumIsThere = existsSync(chromiumPath);

let started;

/** One browser for all tests of a file; close it with `closeBrowser` in an `after`. */
export async function browser() {
  // As root there is no sandbox to be had; as anyone else it stays on.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  started ??= await chromium.launch({ executablePath: chromiumPath, args });
  return started;
}

export async function closeBrowser() {
  await started?.close();
  started = undefined;
}

/**
 * A fresh browser profile with one page on `base`: { page, context, close }. `close` makes the test fail for whatever
 * the browser complained of.
 * Ways: dark, phone (320 px), script (false: off), forced (colors), storage (cookies to begin with),
 * mayFail (patterns of complaints that the test brings about on purpose).
 */
export async function opened(base, ways = {}) {
  const context = await (await browser()).newContext({
    baseURL: base,
    viewport: ways.phone ? { width: 320, height: 640 } : { width: 1280, height: 900 },
    colorScheme: ways.dark ? "dark" : "light",
    forcedColors: ways.forced ? "active" : "none",
    reducedMotion: "reduce",
    javaScriptEnabled: ways.script !== false,
    storageState: ways.storage,
    locale: "en-US",
    timezoneId: "America/Chicago",
  });
  context.setDefaultTimeout(60_000);
  const complaints = [];
  const page = await watched(await context.newPage(), complaints);
  const close = async () => {
    await context.close();
    const wrong = complaints.filter((text) => !(ways.mayFail ?? []).some((pattern) => pattern.test(text)));
    assert.deepEqual(wrong, [], "what the browser complained of");
  };
  return { page, context, close };
}

/** Visits with a profile of its own, as `opened` takes it: `journey(page, context)`. */
export async function visit(base, ways, journey) {
  const { page, context, close } = await opened(base, ways);
  try {
    await journey(page, context);
  } catch (error) {
    await context.close();
    throw error;
  }
  await close();
}

/** Moves the focus with the tab key alone until it is there. */
export async function tabTo(page, selector) {
  for (let presses = 0; presses < 200; ++presses) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the tab key does not lead to ${selector}`);
}

async function watched(page, complaints) {
  page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const host = new URL(request.url()).hostname;
    if (!["127.0.0.1", "localhost"].includes(host)) complaints.push(`another host: ${request.url()}`);
  });
  return page;
}
