// SPDX-License-Identifier: Apache-2.0
// The pages that tests/ui made of sample views, served with the policy that the program serves its own with.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const folder = process.env.SMM_UI_PAGES ?? join(root, "build/release/ui-pages");
const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml" };

export const contentPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export function samplePageNames() {
  return readdirSync(folder).filter((name) => name.endsWith(".html")).map((name) => name.slice(0, -5)).sort();
}

function fileFor(path) {
  if (path.startsWith("/static/")) return join(root, "content", path);
  return join(folder, `${path.slice(1)}.html`);
}

/** Serves until `close()`; `base` is its address. */
export async function servePages() {
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://127.0.0.1").pathname;
    const file = fileFor(path);
    const found = existsSync(file);
    response.writeHead(found ? 200 : 404, {
      "content-type": types[extname(file)] ?? "text/plain",
      "content-security-policy": contentPolicy,
    });
    response.end(found ? readFileSync(file) : "");
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { base: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
