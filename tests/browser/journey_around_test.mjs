// SPDX-License-Identifier: Apache-2.0
// What lies beside the way to a submitted sheet: declining and coming round, notes, copies, the print for counsel, a
// support view, the logs, taking a packet back, the office's people. Forms are sent by keyboard alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, opened, tabTo } from "./house/browser.mjs";
import { fingersHit, fitsItsWidth } from "./house/looks.mjs";
import { setUpOffice } from "./house/office_at_work.mjs";
import { Desk } from "./house/school_acts.mjs";
import { inviteSchool, school } from "./house/school_round.mjs";
import { programIsThere, startService } from "./house/service.mjs";

const dean = { name: "Dora Vance", email: "dora@prairie.test" };
const coordinator = { name: "Cora Lindgren", email: "cora@prairie.test" };
const admin = { name: "Olga Brandt", email: "olga@office.test", password: "a long sentence is easy to keep" };
const office = "research-office";
const looks = "journey-around/";

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

/** Presses the button that sends this form, by the tab and enter keys. */
async function pressKey(desk, action) {
  await tabTo(desk.page, `form[action="${action}"] button[type=submit]`);
  await Promise.all([desk.page.waitForNavigation(), desk.page.keyboard.press("Enter")]);
}

async function deanComesRound(desk) {
  await desk.page.goto("/");
  await desk.looked("01-home");
  await desk.at("/decline");
  await desk.looked("02-decline");
  await tabTo(desk.page, "textarea[name=reason]");
  await desk.page.keyboard.type("We are short of people this year.");
  await pressKey(desk, `${school.path}/decline`);
  await desk.says("Your school has declined.");
  await desk.looked("03-declined");
  await desk.at("/accept");
  await desk.accept({ coordinator });
}

async function coordinatorWritesNotes(desk) {
  await desk.at(`/packets/${office}/notes`);
  await desk.looked("04-notes");
  await tabTo(desk.page, "textarea[name=note]");
  await desk.page.keyboard.type("Ask the registrar for the numbers of 2025.");
  await pressKey(desk, `${school.path}/packets/${office}/notes`);
  await desk.says("Ask the registrar for the numbers of 2025.");
  await desk.looked("05-noted");
  await desk.at("/notes");
  await desk.looked("06-fate-of-notes");
}

async function coordinatorTakesAlong(desk) {
  await desk.at("/downloads");
  await desk.looked("07-downloads");
  await tabTo(desk.page, `form[action="${school.path}/downloads/answers.csv"] button`);
  const [download] = await Promise.all([desk.page.waitForEvent("download"), desk.page.keyboard.press("Enter")]);
  assert.equal(download.suggestedFilename(), "prairie-2026-answers.csv");
  await desk.at("/counsel");
  await desk.looked("08-counsel");
}

async function packetIsTakenBack(desk) {
  await desk.handOut(office, { author: coordinator, affirmer: dean });
  await desk.complete(office);
  await desk.at(`/packets/${office}/reopen`);
  await desk.looked("09-reopen");
  await pressKey(desk, `${school.path}/packets/${office}/reopen`);
  await desk.says("The packet is in work again.");
}

async function officeLooks(desk, chief) {
  await desk.at("/support");
  await desk.looked("10-support");
  await pressKey(desk, `${school.path}/support`);
  await desk.looked("11-support-open");
  await setUpOffice(service, chief.page, admin);
  await chief.page.goto("/office/people");
  await chief.looked("12-office-people");
  await chief.page.goto("/office/rounds/2026");
  await chief.at(`/packets/${office}`);
  assert.equal(await chief.page.locator("main article input:not([type=hidden])").count(), 0);
  await chief.looked("13-office-looks");
  await chief.page.goto("/");
  await chief.looked("14-home-of-the-office");
}

async function schoolSeesIt(desk) {
  await desk.at("/log");
  await desk.looked("15-log");
  await desk.at("/support");
  await pressKey(desk, `${school.path}/support/end`);
}

async function onATelephone(desk) {
  await desk.page.setViewportSize({ width: 320, height: 640 });
  for (const place of ["/downloads", "/counsel", "/log", "/support", "/notes", `/packets/${office}/notes`]) {
    await desk.at(place);
    await fitsItsWidth(desk.page);
    await fingersHit(desk.page);
  }
}

test("what lies beside the way", { skip: !programIsThere }, async () => {
  const theDean = await Desk.byMail(service, dean, looks);
  await deanComesRound(theDean);
  const cora = await Desk.byMail(service, coordinator, looks);
  await coordinatorWritesNotes(cora);
  await coordinatorTakesAlong(cora);
  await packetIsTakenBack(cora);
  const chief = new Desk(service, admin, looks, await opened(service.base));
  await officeLooks(cora, chief);
  await schoolSeesIt(cora);
  await chief.page.goto(`${school.path}/packets/${office}`);
  assert.equal(await chief.page.locator("main article").count(), 0, "the view has ended");
  await onATelephone(cora);
  for (const desk of [theDean, cora]) await desk.close();
  await chief.context.close();
});
