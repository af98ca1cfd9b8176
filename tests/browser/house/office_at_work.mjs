// SPDX-License-Identifier: Apache-2.0
// The program office: its first administrator, and people who are invited to it, each with an authenticator.
import { oneTimeCode } from "./one_time_code.mjs";
import { openLinkInMail } from "./service.mjs";

async function addAuthenticator(page) {
  await page.getByRole("heading", { name: "Add your authenticator" }).waitFor();
  const secret = await page.locator("#secret-text").textContent();
  await page.getByLabel("Six digits").fill(oneTimeCode(secret));
  await page.getByRole("button", { name: "Add authenticator" }).click();
  await page.getByRole("link", { name: "I have kept them" }).click();
  return secret;
}

/** The administrator, by the link that the first start printed. Gives the authenticator's secret. */
export async function setUpOffice(service, page, person) {
  await page.goto(service.setUpLink());
  await page.getByLabel("Name", { exact: true }).fill(person.name);
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Create my account" }).click();
  return addAuthenticator(page);
}

/** The administrator at `page` invites somebody with one role. */
export async function inviteToOffice(page, person, role) {
  await page.goto("/office/people/invite");
  const main = page.getByRole("main");
  await main.getByLabel("Name", { exact: true }).fill(person.name);
  await main.getByLabel("E-mail address").fill(person.email);
  await main.locator(`input[name=role][value=${role}]`).check();
  await main.locator("form button[type=submit]").click();
  await page.getByText("The invitation is on its way.").waitFor();
}

/** Somebody who was invited comes by the mail, and adds an authenticator. */
export async function joinOffice(service, page, person) {
  await openLinkInMail(service, page, person.email);
  await addAuthenticator(page);
}
