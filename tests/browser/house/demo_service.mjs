// SPDX-License-Identifier: Apache-2.0
// `smm demo` in a folder of its own, on a free port, and the links that it prints.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { program } from "./service.mjs";

/** { base, said, links: who → URL, codes, folder, close }. A quarter of an hour at most. */
export async function startDemo(...flags) {
  const folder = mkdtempSync(join(tmpdir(), "smm-demo-"));
  const child = spawn(program, ["demo", "--out", join(folder, "demo"), "--listen", "127.0.0.1:0", ...flags]);
  let said = "";
  const close = async () => {
    const ended = new Promise((done) => child.once("exit", done));
    if (child.exitCode === null && child.kill()) await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (said += bytes));
  for (const end = Date.now() + 900_000; !said.includes("Ctrl-C ends it."); ) {
    if (child.exitCode !== null || Date.now() > end) {
      await close();
      throw new Error(`smm demo did not begin to serve:\n${said}`);
    }
    await new Promise((resume) => setTimeout(resume, 100));
  }
  const links = Object.fromEntries([...said.matchAll(/^(\S.*?) - .*\n {2}(http\S+)$/gm)].map(([, who, url]) => [who, url]));
  const codes = said.match(/\b[a-z2-7]{4}(?:-[a-z2-7]{4}){3}\b/g) ?? [];
  return { base: /Serving (http\S+)/.exec(said)[1], said, links, codes, folder: join(folder, "demo"), close };
}

/** Takes a printed link at `page`; `code` is given where a second factor is asked for. */
export async function takeLink(page, url, code) {
  await page.goto(url);
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForLoadState();
  if (!new URL(page.url()).pathname.startsWith("/sign-in/code")) return;
  await page.locator("main input[autocomplete=one-time-code]").fill(code);
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForLoadState();
}
