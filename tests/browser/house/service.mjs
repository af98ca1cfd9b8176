// SPDX-License-Identifier: Apache-2.0
// `smm serve` on a fresh installation and a free port, with a mailbox of its own.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openMailbox } from "./mailbox.mjs";

export const program = process.env.SMM_PROGRAM ?? "build/release/smm";

async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Runs the program with these arguments to its end: { code, out, err }. */
export function run(...commandLine) {
  return new Promise((done) => {
    const child = spawn(program, commandLine);
    const said = { out: "", err: "" };
    child.stdout.on("data", (bytes) => (said.out += bytes));
    child.stderr.on("data", (bytes) => (said.err += bytes));
    child.on("close", (code) => done({ code, ...said }));
  });
}

/** Starts the service and waits until it answers. More flags are passed on; a function makes them from the address. */
export async function startService(...flags) {
  const folder = mkdtempSync(join(tmpdir(), "smm-browser-"));
  const mailbox = await openMailbox();
  const service = new Service(folder, mailbox, await freePort(), flags);
  if (typeof flags[0] === "function") service.flags = await flags[0](service);
  try {
    await service.start();
  } catch (error) {
    await service.remove(); // else the mail server keeps the tests from ending
    throw error;
  }
  return service;
}

class Service {
  log = "";

  constructor(folder, mailbox, port, flags) {
    Object.assign(this, { folder, mailbox, port, flags, base: `http://127.0.0.1:${port}` });
    this.data = join(folder, "data");
  }

  async start() {
    const mail = ["--mail-host", "127.0.0.1", "--mail-port", String(this.mailbox.port), "--mail-security", "none", "--mail-from", "office@smm.test"];
    const where = ["--data", this.data, "--listen", `127.0.0.1:${this.port}`, "--public-url", this.base];
    this.child = spawn(program, ["serve", ...where, ...mail, ...this.flags]);
    for (const stream of [this.child.stdout, this.child.stderr]) stream.on("data", (bytes) => (this.log += bytes));
    await this.#answers();
  }

  /** The link that the first start printed. */
  setUpLink() {
    const link = /https?:\/\/\S+\/set-up\/\S+/.exec(this.log)?.[0];
    if (!link) throw new Error(`no set-up link in what the service said:\n${this.log}`);
    return link;
  }

  /** Ends it as an administrator does (SIGTERM) or as a power cut does (SIGKILL). */
  async end(signal = "SIGTERM") {
    const ended = new Promise((done) => this.child.once("exit", done));
    if (this.child.exitCode === null && this.child.signalCode === null) {
      this.child.kill(signal);
      await ended;
    }
  }

  async remove() {
    await this.end();
    this.mailbox.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #answers() {
    for (const end = Date.now() + 120_000; Date.now() < end; ) {
      if (this.child.exitCode !== null) throw new Error(`smm serve ended with ${this.child.exitCode}:\n${this.log}`);
      const answer = await fetch(`${this.base}/healthz`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resume) => setTimeout(resume, 50));
    }
    throw new Error(`smm serve does not answer:\n${this.log}`);
  }
}

/** Opens the link of the next mail to `address` that has one, and takes it: a link that is only looked at stays good. */
export async function openLinkInMail(service, page, address) {
  const mail = await service.mailbox.next(address, /\/link\//);
  await page.goto(mail.links.find((link) => link.includes("/link/")));
  await page.locator("main form button[type=submit]").first().click();
}

/** Signs in by a link in a mail; `code()` gives the code where a second factor is asked for. */
export async function signInByMail(service, page, address, code) {
  await page.goto("/sign-in");
  const form = page.getByRole("region", { name: "With a link by e-mail" });
  await form.getByLabel("E-mail address").fill(address);
  await form.getByRole("button", { name: "Send me a link" }).click();
  await openLinkInMail(service, page, address);
  await page.waitForLoadState();
  if (!new URL(page.url()).pathname.startsWith("/sign-in/code")) return;
  await page.locator("main input[autocomplete=one-time-code]").fill(await code());
  await page.locator("main form button[type=submit]").first().click();
}

export const programIsThere = existsSync(program);
