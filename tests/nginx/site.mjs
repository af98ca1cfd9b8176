// SPDX-License-Identifier: Apache-2.0
// The sample site of docs/howto on ports of its own, with a certificate of its own, before an `smm serve`.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { request as requestPlain } from "node:http";
import { request as requestTls } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";

const program = process.env.SMM_PROGRAM ?? "build/release/smm";
const name = "metrics.example.org";
const pause = (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds));

async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

async function until(what, holds) {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(50)) if (await holds()) return;
  throw new Error(`${what} does not answer`);
}

/** What is of this place, exchanged; that each of them is in the sample is checked. */
function exchanged(text, pairs) {
  for (const [sample, here] of pairs) {
    if (!text.includes(sample)) throw new Error(`the sample has no "${sample}"`);
    text = text.replaceAll(sample, here);
  }
  return text;
}

export class Site {
  serviceLog = "";

  static async open() {
    const site = new Site();
    site.folder = mkdtempSync(join(tmpdir(), "smm-nginx-"));
    [site.http, site.https, site.smm] = [await freePort(), await freePort(), await freePort()];
    try {
      await site.startService();
      await site.#startNginx();
    } catch (error) {
      await site.close();
      throw error;
    }
    return site;
  }

  async startService() {
    const flags = ["--data", join(this.folder, "data"), "--listen", `127.0.0.1:${this.smm}`, "--proxies", "127.0.0.1"];
    this.service = spawn(program, ["serve", ...flags, "--public-url", `https://${name}`]);
    for (const stream of [this.service.stdout, this.service.stderr]) stream.on("data", (bytes) => (this.serviceLog += bytes));
    await until("smm serve", async () => (await fetch(`http://127.0.0.1:${this.smm}/healthz`).catch(() => undefined))?.ok);
  }

  async stopService() {
    await ended(this.service);
  }

  /** Straight to smm, as a program of the machine asks it. */
  async direct(path) {
    const answer = await fetch(`http://127.0.0.1:${this.smm}${path}`);
    return { status: answer.status, body: await answer.text() };
  }

  /** One request through nginx; `send` is given the request to write a body to. `from` is the client's own address. */
  ask(method, path, { headers = {}, from = "127.0.0.1", tls = true, body, send } = {}) {
    const options = { method, path, host: "127.0.0.1", localAddress: from, headers: { host: name, ...headers }, agent: false };
    const [request, port] = tls ? [requestTls, this.https] : [requestPlain, this.http];
    return new Promise((done, fail) => {
      const asking = request({ ...options, port, servername: name, rejectUnauthorized: false }, (answer) => {
        const chunks = [];
        answer.on("data", (chunk) => chunks.push(chunk));
        answer.on("end", () => done({ status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(chunks) }));
      });
      asking.on("error", fail);
      if (send) send(asking);
      else asking.end(body);
    });
  }

  nginxLog() {
    return readFileSync(join(this.folder, "error.log"), "utf8");
  }

  async close() {
    await ended(this.nginx);
    await ended(this.service);
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #startNginx() {
    const at = (file) => join(this.folder, file);
    const subject = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", `/CN=${name}`];
    execFileSync("openssl", ["req", ...subject, "-keyout", at("key.pem"), "-out", at("chain.pem")], { stdio: "ignore" });
    const sample = readFileSync("docs/howto/nginx.conf", "utf8");
    writeFileSync(at("site.conf"), exchanged(sample, [
      ["listen 80;", `listen 127.0.0.1:${this.http};`],
      ["listen [::]:80;", ""],
      ["listen 443 ssl http2;", `listen 127.0.0.1:${this.https} ssl http2;`],
      ["listen [::]:443 ssl http2;", ""],
      ["/etc/letsencrypt/live/metrics.example.org/fullchain.pem", at("chain.pem")],
      ["/etc/letsencrypt/live/metrics.example.org/privkey.pem", at("key.pem")],
      ["127.0.0.1:8080", `127.0.0.1:${this.smm}`],
    ]));
    // What Debian's own nginx.conf has around a site, with its places in the folder.
    const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${at(kind)};`);
    writeFileSync(at("nginx.conf"), [
      "daemon off; worker_processes 1;", process.getuid() === 0 ? "user root;" : "", `pid ${at("pid")};`, "events { worker_connections 256; }",
      `http { include /etc/nginx/mime.types; default_type application/octet-stream; sendfile on; gzip on; ${places.join(" ")}`,
      `include ${at("site.conf")}; }`,
    ].join("\n"));
    const command = ["-p", this.folder, "-e", at("error.log"), "-c", at("nginx.conf")];
    execFileSync("/usr/sbin/nginx", ["-t", ...command], { stdio: "pipe" });
    this.nginx = spawn("/usr/sbin/nginx", command, { stdio: "ignore" });
    await until("nginx", () => this.ask("GET", "/healthz").then((answer) => answer.status === 200, () => false));
  }
}

async function ended(child) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const end = new Promise((done) => child.once("exit", done));
  child.kill();
  await end;
}
