// SPDX-License-Identifier: Apache-2.0
// The sample of docs/howto in a real nginx, before a real smm serve: what reaches the service, and what comes back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { connect } from "node:http2";
import { gunzipSync } from "node:zlib";
import { oneTimeCode } from "../browser/house/one_time_code.mjs";
import { Site } from "./site.mjs";

let site;
before(async () => (site = await Site.open()));
after(() => site?.close());

const text = (answer) => answer.bytes.toString("utf8");

test("plain HTTP is sent to https, path and all", async () => {
  const answer = await site.ask("GET", "/questions?find=dean", { tls: false });
  assert.equal(answer.status, 301);
  assert.equal(answer.headers.location, "https://metrics.example.org/questions?find=dean");
});

test("a page comes with smm's own headers, and names no version", async () => {
  const answer = await site.ask("GET", "/sign-in");
  assert.equal(answer.status, 200);
  assert.match(answer.headers["strict-transport-security"], /max-age=31536000/); // so smm knows that it was https
  assert.match(answer.headers["content-security-policy"], /default-src 'none'/);
  assert.equal(answer.headers["x-frame-options"], "DENY");
  assert.equal(answer.headers.server, "nginx");
  for (const cookie of answer.headers["set-cookie"] ?? []) assert.match(cookie, /^__Host-.*Secure/);
});

test("smm compresses, nginx hands it on", async () => {
  const answer = await site.ask("GET", "/sign-in", { headers: { "accept-encoding": "gzip" } });
  assert.equal(answer.headers["content-encoding"], "gzip");
  assert.match(gunzipSync(answer.bytes).toString("utf8"), /<html/);
});

test("HTTP/2 works", async () => {
  const client = connect(`https://127.0.0.1:${site.https}`, { rejectUnauthorized: false, servername: "metrics.example.org" });
  const stream = client.request({ ":path": "/healthz", ":authority": "metrics.example.org" });
  const status = await new Promise((done, fail) => stream.on("response", (headers) => done(headers[":status"])).on("error", fail));
  client.destroy();
  assert.equal(status, 200);
});

test("counters are for the machine alone", async () => {
  for (const path of ["/metrics", "/metrics?x=1", "/%6detrics"]) assert.equal((await site.ask("GET", path)).status, 404, path);
  assert.equal((await site.direct("/metrics")).status, 200);
});

test("a body may be as long as a file of evidence, and no longer", async () => {
  const post = (path, length) =>
    site.ask("POST", path, { headers: { "content-type": "application/x-www-form-urlencoded" }, body: Buffer.alloc(length, "x") });
  const ofNginx = await post("/sign-in/link", 26 << 20).catch((error) => error.code);
  assert.ok(ofNginx.status === 413 || ofNginx === "EPIPE" || ofNginx === "ECONNRESET", String(ofNginx.status ?? ofNginx));
  const ofSmm = await post("/sign-in/link", 2 << 20).catch((error) => error.code);
  assert.ok(ofSmm.status === 413 || ofSmm === "EPIPE" || ofSmm === "ECONNRESET", String(ofSmm.status ?? ofSmm));
});

const heldBytes = async () => Number(/^smm_held_body_bytes (\d+)/m.exec((await site.direct("/metrics")).body)[1]);

test("a slow body reaches smm as it comes, and is not kept by nginx", async () => {
  let asking;
  const whole = "email=nobody%40example.org&csrf=none";
  const headers = { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(whole) };
  const answered = site.ask("POST", "/sign-in/link", { headers, send: (request) => (asking = request).write(whole.slice(0, 12)) });
  for (const end = Date.now() + 20_000; (await heldBytes()) === 0 && Date.now() < end; ) await new Promise((on) => setTimeout(on, 50));
  assert.ok((await heldBytes()) > 0, "smm has heard of it");
  asking.write(whole.slice(12, 20));
  await new Promise((on) => setTimeout(on, 300));
  asking.end(whole.slice(20));
  const answer = await answered;
  assert.ok([303, 400, 403].includes(answer.status), String(answer.status)); // judged by smm, not by nginx
  assert.equal(await heldBytes(), 0);
});

/** A person's browser at an address of its own: cookies, and forms as the pages offer them. */
class Visitor {
  cookies = new Map();

  constructor(from, headers) {
    this.from = from;
    this.headers = headers;
  }

  async ask(method, path, more = {}, body) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await site.ask(method, path, { from: this.from, body, headers: { ...this.headers, cookie, ...more } });
    for (const set of answer.headers["set-cookie"] ?? []) this.cookies.set(...set.split(";")[0].split(/=(.*)/s).slice(0, 2));
    return answer;
  }

  /** The one form of the page that is sent to `action`, or the first. */
  async submit(page, fields) {
    const form = page.match(/<form[^>]*method="post"[\s\S]*?<\/form>/g).find((each) => Object.keys(fields).every((name) => each.includes(`name="${name}"`)));
    const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]);
    const action = /action="([^"]+)"/.exec(form)[1];
    const body = new URLSearchParams([...hidden, ...Object.entries(fields)]).toString();
    const headers = { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body), origin: "https://metrics.example.org" };
    let answer = await this.ask("POST", action, headers, body);
    while (answer.status === 303) answer = await this.ask("GET", answer.headers.location);
    return { status: answer.status, page: text(answer) };
  }
}

test("the address of a session is the client's, whatever the client says of itself", async () => {
  const forged = { "x-forwarded-for": "192.0.2.7", forwarded: "for=192.0.2.7", "x-forwarded-host": "evil.example", "x-forwarded-proto": "http" };
  const person = new Visitor("127.0.0.9", forged);
  const link = new URL(/https:\/\/metrics\.example\.org\/set-up\/\S+/.exec(site.serviceLog)[0]).pathname;
  const form = text(await person.ask("GET", link));
  const authenticator = await person.submit(form, { name: "Ann", email: "ann@example.org", password: "a long way to the lake" });
  assert.equal(authenticator.status, 200);
  const secret = /id="secret-text"[^>]*>([^<]+)</.exec(authenticator.page)[1];
  assert.equal((await person.submit(authenticator.page, { code: oneTimeCode(secret) })).status, 200);
  const account = text(await person.ask("GET", "/account"));
  assert.match(account, /127\.0\.0\.9/);
  assert.doesNotMatch(account, /192\.0\.2\.7|evil\.example/);
});

test("while smm is away nginx says so, and all is well when it is back", async () => {
  await site.stopService();
  assert.equal((await site.ask("GET", "/healthz")).status, 502);
  await site.startService();
  let status = 0;
  for (const end = Date.now() + 30_000; status !== 200 && Date.now() < end; await new Promise((on) => setTimeout(on, 200)))
    status = (await site.ask("GET", "/healthz")).status;
  assert.equal(status, 200);
});

test("nginx keeps no log of requests", () => {
  assert.doesNotMatch(site.nginxLog(), /set-up|\[warn\]|\[emerg\]/);
});
