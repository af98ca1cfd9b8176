// SPDX-License-Identifier: Apache-2.0
// A mail server of the tests' own (tests/mail/mail_server.py) and what it received.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const script = join(dirname(fileURLToPath(import.meta.url)), "../../mail/mail_server.py");

export async function openMailbox() {
  const folder = mkdtempSync(join(tmpdir(), "smm-mail-"));
  const child = spawn("/usr/bin/python3", [script, folder], { stdio: ["ignore", "pipe", "inherit"] });
  const [port] = await new Promise((ready, fail) => {
    createInterface({ input: child.stdout }).once("line", (line) => ready([Number(line)]));
    child.once("exit", (code) => fail(new Error(`the mail server ended with ${code}; is python3-aiosmtpd there?`)));
  });
  child.removeAllListeners("exit");
  return new Mailbox(folder, port, child);
}

class Mailbox {
  #seen = new Set();

  constructor(folder, port, child) {
    Object.assign(this, { folder, port, child });
  }

  /**
   * The oldest mail to `address` that was not taken before and whose text fits `wanted`: { text, links }. Waits up to
   * `seconds` for it.
   */
  async next(address, wanted = /./, seconds = 60) {
    for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(100)) {
      for (const name of this.#names()) {
        if (this.#seen.has(name) || !this.#recipients(name).includes(address)) continue;
        const text = decoded(readFileSync(join(this.folder, name), "latin1"));
        if (!wanted.test(text)) continue;
        this.#seen.add(name);
        return { text, links: [...new Set(text.match(/https?:\/\/[^\s"<>]+/g) ?? [])] };
      }
    }
    throw new Error(`no mail for ${address} with ${wanted} within ${seconds} s`);
  }

  #names() {
    const mails = readdirSync(this.folder).filter((name) => name.endsWith(".eml"));
    return mails.filter((name) => existsSync(join(this.folder, name.replace(".eml", ".to")))).sort((a, b) => parseInt(a) - parseInt(b));
  }

  #recipients(name) {
    return readFileSync(join(this.folder, name.replace(".eml", ".to")), "utf8").split(" ").slice(1);
  }

  close() {
    this.child.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const pause = (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds));

/** The text of a mail's first text/plain part, or of the mail when it has one part. */
export function decoded(mail) {
  const [head, body] = split(mail);
  const boundary = /boundary="?([^";\r\n]+)/i.exec(head)?.[1];
  if (boundary) {
    const parts = body.split(`--${boundary}`).slice(1, -1).map((part) => part.replace(/^\r?\n/, ""));
    return decoded(parts.find((part) => /^content-type:\s*text\/plain/im.test(split(part)[0])) ?? parts[0]);
  }
  const encoding = /^content-transfer-encoding:\s*(\S+)/im.exec(head)?.[1]?.toLowerCase();
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding !== "quoted-printable") return Buffer.from(body, "latin1").toString("utf8");
  const bytes = body.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

function split(mail) {
  const end = /\r?\n\r?\n/.exec(mail);
  return end ? [mail.slice(0, end.index), mail.slice(end.index + end[0].length)] : [mail, ""];
}
