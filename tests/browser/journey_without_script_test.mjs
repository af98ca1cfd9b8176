// SPDX-License-Identifier: Apache-2.0
// Answering together with the script off: every step is a form, and a conflict is a page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser } from "./house/browser.mjs";
import { Desk } from "./house/school_acts.mjs";
import { inviteSchool, school } from "./house/school_round.mjs";
import { programIsThere, startService } from "./house/service.mjs";

const dean = { name: "Dora Vance", email: "dora@prairie.test" };
const coordinator = { name: "Cora Lindgren", email: "cora@prairie.test" };
const ana = { name: "Ana Ruiz", email: "ana@prairie.test" };
const affirmer = { name: "Carl Osei", email: "carl@prairie.test" };

const office = "research-office";
const looks = "journey-without-script/";
const ways = { script: false };

let service;
before(async () => {
  if (!programIsThere) return;
  service = await startService();
  await inviteSchool(service, { programme: "medicine_md", dean });
});
after(async () => {
  await service?.remove();
  await closeBrowser();
});

const options = (desk) => desk.page.locator("#q88 .answer input[type=radio]");

/** Sends the packet's form, and gives what the service said to it. */
async function sendsPacket(desk) {
  const answer = desk.page.waitForResponse((response) => response.request().method() === "POST");
  await desk.page.locator("main form[id=sheet]").waitFor({ state: "attached" });
  await desk.page.getByRole("button", { name: "Save", exact: false }).first().click();
  const status = (await answer).status();
  await desk.page.waitForLoadState();
  return status;
}

async function twoAnswerAtOnce(first, second) {
  await first.at(`/packets/${office}`);
  await first.looked("3-packet");
  await second.at(`/packets/${office}`);
  await first.page.locator("#q85-v-yes").check();
  await options(first).nth(2).check();
  assert.equal(await sendsPacket(first), 303);
  await first.says("All answers are saved.");
  await first.looked("4-saved");

  await options(second).nth(3).check();
  await second.page.locator("#q86-percent").fill("25");
  assert.equal(await sendsPacket(second), 409);
  await second.looked("5-conflict");
  // Only what both have touched is a conflict; the rest is on disk already.
  assert.deepEqual(await second.page.locator("form.conflict").evaluateAll((all) => all.map((form) => form.id)), ["q88-conflict"]);
  assert.ok(await second.page.locator("#q85-v-yes").isChecked());
  assert.equal(await second.page.locator("#q86-percent").inputValue(), "25");
  await second.page.locator("#q88-conflict").getByRole("button", { name: "Use mine" }).click();
  await second.says("All answers are saved.");
  assert.ok(await options(second).nth(3).isChecked());
  assert.equal(await second.page.locator("#q86-percent").inputValue(), "25");
  await second.at("/questions/88");
  await second.looked("6-history");
  const versions = await second.page.locator("#history li .value").allTextContents();
  assert.equal(versions.length, 2);
}

async function refused(desk) {
  await desk.page.locator("#q87-numerator").fill("many");
  await desk.page.locator("#q87-denominator").fill("12");
  assert.equal(await sendsPacket(desk), 422);
  await desk.looked("7-refused");
  assert.equal(await desk.page.locator("#q87-numerator").inputValue(), "many");
  await desk.page.locator("#q87-numerator").fill("3");
  assert.equal(await sendsPacket(desk), 303);
}

test("a school answers together without script", { skip: !programIsThere }, async () => {
  const theDean = await Desk.byMail(service, dean, looks, ways);
  await theDean.at("/accept");
  await theDean.accept({ coordinator });
  await theDean.looked("1-accepted");
  const cora = await Desk.byMail(service, coordinator, looks, { ...ways, mayFail: [/409/] });
  await cora.handOut(office, { author: ana, affirmer });
  await cora.looked("2-handed-out");

  // The coordinator writes wherever she is needed.
  const first = await Desk.byMail(service, ana, looks, { ...ways, mayFail: [/422/] });
  await twoAnswerAtOnce(first, cora);
  await first.at(`/packets/${office}`);
  await refused(first);
  await first.complete(office);

  const carl = await Desk.byMail(service, affirmer, looks, { ...ways, mayFail: [/403/] });
  await carl.giveBack(office, "Question 86: the total of the annual report is 460,000.");
  await first.complete(office);
  await carl.at(`/packets/${office}/affirm`);
  await carl.looked("8-affirm");
  await carl.affirm(office);
  const answer = await carl.page.goto(`${school.path}/submit`);
  assert.equal(answer.status(), 403);
  for (const desk of [theDean, cora, first, carl]) await desk.close();
});
