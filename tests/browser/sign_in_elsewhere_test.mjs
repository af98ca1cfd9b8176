// SPDX-License-Identifier: Apache-2.0
// Signing in by others' word at a running service: at a real identity provider, and by a header that a proxy in front
// sets. And what the program says before it starts with settings that cannot work.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { after, test } from "node:test";
import { closeBrowser, visit } from "./house/browser.mjs";
import { openIdentityProvider, signInThere } from "./house/identity_provider.mjs";
import { accessible, ariaIsGolden } from "./house/looks.mjs";
import { inviteSchool, school } from "./house/school_round.mjs";
import { programIsThere, run, startService } from "./house/service.mjs";

const dean = { name: "Dora Vance", email: "dora@example.org" };

// The provider's own pages ask for a font of another host, which is nothing of ours.
const theirs = [/fonts\.googleapis/, /ERR_NAME_NOT_RESOLVED/, /ERR_INTERNET_DISCONNECTED/, /40\d/, /422/];

after(closeBrowser);

async function serviceAt(flags) {
  const service = await startService(flags);
  await inviteSchool(service, { programme: "medicine_md", dean });
  return service;
}

test("at an identity provider", { skip: !programIsThere }, async (t) => {
  let provider;
  const service = await serviceAt(async ({ base, folder }) => {
    provider = await openIdentityProvider(`${base}/sign-in/provider/return`);
    if (!provider) return [];
    writeFileSync(join(folder, "secret"), `${provider.secret}\n`, { mode: 0o600 });
    return ["--oidc-issuer", provider.issuer, "--oidc-client-id", "smm", "--oidc-secret-file", join(folder, "secret"), "--oidc-name", "Prairie University"];
  });
  try {
    if (!provider) return t.skip("npm's registry cannot be reached");
    assert.match(service.log, new RegExp(`redirect URI:\\s+${service.base}/sign-in/provider/return`));
    await visit(service.base, { mayFail: theirs }, async (page) => {
      await page.goto(`/sign-in?to=${school.path}`);
      await accessible(page);
      await ariaIsGolden(page, "sign-in-elsewhere/1-sign-in");
      await page.getByRole("link", { name: "Prairie University" }).click();
      await signInThere(page, "dora");
      await page.waitForURL(`**${school.path}`);
      // Somebody else's word may be hours old: a weighty act asks anew, there or here.
      await page.goto("/confirm?to=/account");
      await accessible(page);
      await ariaIsGolden(page, "sign-in-elsewhere/2-confirm");
      await page.getByRole("link", { name: "Sign in again: Prairie University" }).click();
      await signInThere(page, "dora");
      await page.waitForURL("**/account");
    });
    await visit(service.base, { mayFail: theirs }, async (page) => {
      await page.goto("/sign-in/provider");
      await signInThere(page, "unverified");
      await page.waitForURL("**/sign-in/provider/return?**");
      await page.getByRole("main").waitFor();
      assert.ok(!(await page.context().cookies()).some((cookie) => cookie.name === "__Host-smm"), "a stranger is signed in");
      assert.equal((await page.goto(school.path)).url().includes("/sign-in"), true);
    });
  } finally {
    await service.remove();
    provider?.close();
  }
});

/** GET with raw headers, as a proxy sends them: { status, location, cookies }. */
function asProxy(service, path, headers) {
  return new Promise((done, fail) => {
    const sent = request(`${service.base}${path}`, { headers }, (answer) => {
      answer.resume();
      done({ status: answer.statusCode, location: answer.headers.location, cookies: answer.headers["set-cookie"] ?? [] });
    });
    sent.once("error", fail).end();
  });
}

test("by a header of a proxy in front", { skip: !programIsThere }, async () => {
  const service = await serviceAt(() => ["--proxies", "127.0.0.1", "--trusted-header", "X-Remote-Mail"]);
  try {
    assert.match(service.log, /Sign-in by the header X-Remote-Mail/);
    const there = `/sign-in/proxy?to=${school.path}`;
    const came = await asProxy(service, there, { "X-Remote-Mail": dean.email });
    assert.deepEqual([came.status, came.location], [303, school.path]);
    const [cookie] = came.cookies.find((each) => each.startsWith("__Host-smm=")).split(";");
    assert.equal((await asProxy(service, school.path, { cookie })).status, 200);
    for (const headers of [{}, { "X-Remote-Mail": "stranger@example.org" }, { "X-Remote-Mail": [dean.email, dean.email] }, { "X-Remote-User": dean.email }]) {
      const refused = await asProxy(service, there, headers);
      assert.ok(refused.status >= 400 && refused.status < 500, JSON.stringify(headers));
      assert.ok(!refused.cookies.some((each) => each.startsWith("__Host-smm=")), JSON.stringify(headers));
    }
  } finally {
    await service.remove();
  }
});

test("the header is nothing where no setting names it", { skip: !programIsThere }, async () => {
  const service = await serviceAt(() => ["--proxies", "127.0.0.1"]);
  try {
    const refused = await asProxy(service, "/sign-in/proxy", { "X-Remote-Mail": dean.email });
    assert.ok(refused.status >= 400 && refused.cookies.length === 0);
  } finally {
    await service.remove();
  }
});

test("settings that cannot work are said before anything is opened", { skip: !programIsThere }, async () => {
  const here = ["--public-url", "http://127.0.0.1:8080"];
  const provider = ["--oidc-issuer", "https://login.example.org", "--oidc-client-id", "smm"];
  const half = [
    [["--oidc-client-id", "smm", ...here], /oidc_issuer is not/],
    [["--oidc-issuer", "https://login.example.org", ...here], /client id is missing/],
    [["--oidc-issuer", "http://login.example.org", "--oidc-client-id", "smm", ...here], /begins with https/],
    [provider, /needs public_url/],
    [[...provider, ...here, "--oidc-ca-file", "/no/such/file"], /oidc_ca_file cannot be read/],
    [["--trusted-header", "X-Remote-Mail"], /name it with proxies/],
    [["--trusted-header", "X Remote", "--proxies", "127.0.0.1"], /no name of a header/],
    [["--trusted-header-is-strong", "yes"], /trusted_header is not/],
    [["--trusted-header-is-strong", "true"], /is yes or no/],
    [["--listen", "0.0.0.0:0"], /without TLS/],
  ];
  for (const [flags, said] of half) {
    const listen = flags.includes("--listen") ? [] : ["--listen", "127.0.0.1:0"];
    const { code, out, err } = await run("serve", "--data", "/nonexistent/of/tests", ...listen, ...flags);
    assert.notEqual(code, 0, flags.join(" "));
    assert.match(out + err, said);
  }
});
