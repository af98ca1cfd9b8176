// SPDX-License-Identifier: Apache-2.0
// A person's browser as far as the service can tell: cookies, and forms sent as their pages offer them.
import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

export class Visitor {
  #cookies = new Map();
  #csrf = "";
  asked = 0;

  constructor(base) {
    this.base = base;
  }

  async get(path, accept = "text/html") {
    const answer = await this.#ask("GET", path, undefined, { accept });
    this.#csrf = /name="csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? this.#csrf;
    return answer;
  }

  /**
   * The form of the page `path` that is sent to `action`, with its hidden fields and these, [name, value], or
   * what a function makes of the page.
   */
  async submit(path, fields = [], action = path) {
    const page = await this.get(path);
    if (page.status !== 200) throw new Error(`${path}: ${page.status}\n${page.body.slice(0, 300)}`);
    const start = page.body.indexOf(`action="${action}"`);
    if (start < 0) throw new Error(`${path} has no form for ${action}`);
    const form = page.body.slice(start, page.body.indexOf("</form>", start));
    const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]);
    return this.post(action, [...hidden, ...(typeof fields === "function" ? fields(page.body) : fields)]);
  }

  /** What a script of ours sends: the token of the last page goes along. */
  async send(path, fields) {
    return this.post(path, [["csrf", this.#csrf], ...fields], "application/json");
  }

  async post(path, fields, accept = "text/html") {
    const body = new URLSearchParams(fields).toString();
    const headers = { accept, origin: this.base, "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body) };
    return this.#ask("POST", path, body, headers);
  }

  #ask(method, path, body, headers) {
    ++this.asked;
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const { hostname, port } = new URL(this.base);
    const target = path.startsWith("http") ? new URL(path).pathname : path;
    return new Promise((done, fail) => {
      const asking = request({ agent, method, hostname, port, path: target, headers: { ...headers, cookie } }, (answer) => {
        const chunks = [];
        for (const set of answer.headers["set-cookie"] ?? []) this.#keep(set);
        answer.on("data", (chunk) => chunks.push(chunk));
        answer.on("end", () =>
          done({ status: answer.statusCode, location: answer.headers.location ?? "", body: Buffer.concat(chunks).toString("utf8") }),
        );
      });
      asking.on("error", fail);
      asking.end(body);
    });
  }

  #keep(set) {
    const [name, value] = set.split(";")[0].split(/=(.*)/s);
    this.#cookies.set(name, value);
  }
}
