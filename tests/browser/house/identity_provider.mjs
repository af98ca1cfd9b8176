// SPDX-License-Identifier: Apache-2.0
// A real OpenID Connect provider on loopback (tests/oidc), and a person who signs in there.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const start = join(dirname(fileURLToPath(import.meta.url)), "../../oidc/start");

/** { issuer, secret, close }, or nothing where npm's registry cannot be reached. People come back to `returnUrl`. */
export async function openIdentityProvider(returnUrl) {
  const child = spawn(start, [], { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, SMM_RETURN_URL: returnUrl } });
  const issuer = await new Promise((ready, fail) => {
    createInterface({ input: child.stdout }).once("line", ready);
    child.once("exit", (code) => (code === 3 ? ready(undefined) : fail(new Error(`the identity provider ended with ${code}`))));
  });
  child.removeAllListeners("exit");
  return issuer && { issuer, secret: "secret of the client: %+&=", close: () => child.kill() };
}

/** On the provider's pages: the name becomes NAME@example.org. */
export async function signInThere(page, name) {
  await page.locator("input[name=login]").fill(name);
  await page.locator("input[name=password]").fill("anything");
  await page.locator("button[type=submit]").click();
  const consent = page.locator("form[action*=confirm] button[type=submit], button.login-submit");
  if (await consent.count()) await consent.first().click();
}
