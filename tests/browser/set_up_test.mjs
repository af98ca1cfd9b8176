// SPDX-License-Identifier: Apache-2.0
// A new installation: the first administrator, the second factor, and coming back by a link in a mail.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, visit } from "./house/browser.mjs";
import { accessible, ariaIsGolden, fitsItsWidth } from "./house/looks.mjs";
import { nextStep, oneTimeCode } from "./house/one_time_code.mjs";
import { programIsThere, signInByMail, startService } from "./house/service.mjs";

const admin = { name: "Olga Brandt", email: "olga@office.test", password: "a long sentence is easy to keep" };
const secrets = [[/[A-Z2-7]{4}( [A-Z2-7]{4}){7}/g, "SECRET"], [/otpauth:\S+/g, "OTPAUTH"], [/\b[a-z0-9]{4}(-[a-z0-9]{4})+\b/g, "CODE"]];

let service;
before(async () => {
  if (programIsThere) service = await startService();
});
after(async () => {
  await service?.remove();
  await closeBrowser();
});

test("a code is that of RFC 6238", () => {
  // Appendix B of the RFC: "12345678901234567890" at 59 s and 1111111109 s, the last six of its eight digits.
  assert.equal(oneTimeCode("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", 59_000), "287082");
  assert.equal(oneTimeCode("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", 1111111109_000), "081804");
});

test("the printed link makes the first administrator, who comes back by mail", { skip: !programIsThere }, () =>
  visit(service.base, { mayFail: [/404/] }, async (page) => {
    const looked = async (name) => {
      await accessible(page);
      await ariaIsGolden(page, `set-up/${name}`, secrets);
    };
    await page.goto(service.setUpLink());
    await looked("1-person");
    await page.getByLabel("Name", { exact: true }).fill(admin.name);
    await page.getByLabel("E-mail address").fill(admin.email);
    await page.getByLabel("Password", { exact: true }).fill(admin.password);
    await page.getByRole("button", { name: "Create my account" }).click();

    await page.getByRole("heading", { name: "Add your authenticator" }).waitFor();
    await looked("2-authenticator");
    const secret = await page.locator("#secret-text").textContent();
    const used = Date.now();
    await page.getByLabel("Six digits").fill(oneTimeCode(secret, used));
    await page.getByRole("button", { name: "Add authenticator" }).click();
    await page.getByRole("heading", { name: "Recovery codes" }).waitFor();
    await looked("3-recovery-codes");
    await page.getByRole("link", { name: "I have kept them" }).click();
    await looked("4-home");

    await page.locator("details.account summary").click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.goto("/sign-in");
    await looked("5-sign-in");
    await nextStep(used);
    await signInByMail(service, page, admin.email, () => oneTimeCode(secret));
    await page.getByRole("heading", { name: `Welcome, ${admin.name}` }).waitFor();
    const answer = await page.goto(service.setUpLink());
    assert.equal(answer.status(), 404);
  }));

test("the first pages fit a telephone", { skip: !programIsThere }, () =>
  visit(service.base, { phone: true }, async (page) => {
    await page.goto("/sign-in");
    await fitsItsWidth(page);
  }));
