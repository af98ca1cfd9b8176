// SPDX-License-Identifier: Apache-2.0
// A school answers together: the dean accepts and delegates, two authors answer one question at once, a packet is given
// back and affirmed, the dean attests and submits, and the office opens the sheet again.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, opened, tabTo } from "./house/browser.mjs";
import { fingersHit, fitsItsWidth, picture } from "./house/looks.mjs";
import { inviteToOffice, joinOffice, setUpOffice } from "./house/office_at_work.mjs";
import { Desk, saved } from "./house/school_acts.mjs";
import { inviteSchool, school } from "./house/school_round.mjs";
import { programIsThere, startService } from "./house/service.mjs";

const dean = { name: "Dora Vance", email: "dora@prairie.test" };
const coordinator = { name: "Cora Lindgren", email: "cora@prairie.test" };
const ana = { name: "Ana Ruiz", email: "ana@prairie.test" };
const ben = { name: "Ben Hale", email: "ben@prairie.test" };
const affirmer = { name: "Carl Osei", email: "carl@prairie.test" };
const admin = { name: "Olga Brandt", email: "olga@office.test", password: "a long sentence is easy to keep" };
const manager = { name: "Mira Solberg", email: "mira@office.test" };

const office = "research-office";
const looks = "journey-together/";
const path = `${school.path}/packets/${office}`;

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

async function deanAccepts(desk) {
  await desk.looked("01-invited");
  await desk.at("/accept");
  await desk.looked("02-accept");
  await desk.accept({ coordinator, priorities: ["Admissions", "Research"] });
  await desk.looked("03-accepted");
}

async function coordinatorHandsOut(desk) {
  await desk.looked("04-coordinator");
  await desk.at(`/packets/${office}/hand-out`);
  await desk.looked("05-hand-out");
  await desk.handOut(office, { author: ana, affirmer });
  await desk.handOut(office, { author: ben });
  await desk.looked("06-handed-out");
  await desk.at("/people");
  await desk.looked("07-people");
}

// No mouse from here to the end of the page.
async function anaAnswersByKeyboard(desk) {
  const { page } = desk;
  await desk.at(`/packets/${office}`);
  await desk.looked("08-packet");
  await tabTo(page, "#q85-v-yes");
  await page.keyboard.press("Space");
  await saved(page, 85);
  await tabTo(page, "#q86-numerator");
  await page.keyboard.type("120,000");
  await tabTo(page, "#q86-denominator");
  await page.keyboard.type("480,000");
  await page.keyboard.press("Tab");
  await saved(page, 86);
  await tabTo(page, '[name$=".value"][id^="q88-"]');
  await page.keyboard.press("Space");
  await saved(page, 88);
  await page.keyboard.press("ArrowDown");
  await page.locator("#q88-outcome input[value='2']").waitFor({ state: "attached" });
  await tabTo(page, '#q89 summary:has(+ .inside [name$=".state"])');
  await page.keyboard.press("Enter");
  await tabTo(page, "#q89-s-answered");
  await page.keyboard.press("ArrowDown");
  await saved(page, 89);
  await desk.looked("09-answered");
}

// Both have the page before them when the other saves.
async function twoAnswerAtOnce(first, second) {
  await first.at(`/packets/${office}`);
  await second.at(`/packets/${office}`);
  const options = (desk) => desk.page.locator("#q88 .answer input[type=radio]");
  await options(first).nth(2).check();
  await saved(first.page, 88);
  await options(second).nth(3).check();
  const conflict = second.page.locator("#q88-conflict");
  await conflict.getByText("Two people answered this question").waitFor();
  await second.looked("10-conflict");
  await second.page.locator("#q88").scrollIntoViewIfNeeded();
  await picture(second.page.locator("#q88"), "conflict");
  await conflict.getByRole("button", { name: "Use mine" }).click();
  await conflict.waitFor({ state: "detached" });
  await saved(second.page, 88);
  assert.ok(await options(second).nth(3).isChecked());

  await second.at("/questions/88");
  await second.looked("11-history");
  const versions = await second.page.locator("#history li .value").allTextContents();
  assert.equal(versions.length, 4);
  assert.match(versions[0], /For all projects, by a written rule/);
  assert.match(versions[1], /For half of the projects or more/);
}

// The answer that loses stays beside the versions, for everybody who sees the question.
async function theOtherIsKept(first, second) {
  await first.page.locator("#q88 .answer input[type=radio]").nth(1).check();
  const conflict = first.page.locator("#q88-conflict");
  await conflict.getByRole("button", { name: "Keep the saved answer" }).focus();
  await first.page.keyboard.press("Enter");
  await conflict.waitFor({ state: "detached" });
  assert.ok(await first.page.locator("#q88 .answer input[type=radio]").nth(3).isChecked());
  await second.at("/questions/88");
  await second.says("Not kept, since version 4 had been saved");
  await second.looked("11-not-kept");
}

async function authorCompletes(desk, name) {
  await desk.at(`/packets/${office}/complete`);
  if (name) await desk.looked(name);
  await desk.complete(office);
}

async function affirmerReturns(desk) {
  await desk.at(`/packets/${office}/affirm`);
  await desk.looked("14-affirm");
  await desk.giveBack(office, "Question 86: the total of the annual report is 460,000.");
  await desk.looked("15-given-back");
}

async function authorMends(desk) {
  await desk.at(`/packets/${office}/notes`);
  await desk.says("460,000");
  await desk.at(`/packets/${office}`);
  await desk.looked("16-returned");
  await desk.page.locator("#q86-denominator").fill("460,000");
  await desk.page.keyboard.press("Tab");
  await saved(desk.page, 86);
  await desk.complete(office);
}

async function affirmTheRest(lead, signer) {
  for (const packet of await lead.packets()) {
    if (packet === office) continue;
    const people = { author_name: coordinator.name, author_email: coordinator.email, affirmer_name: affirmer.name, affirmer_email: affirmer.email };
    await lead.send(`/packets/${packet}/hand-out`, people);
    await lead.send(`/packets/${packet}/complete`);
    await signer.send(`/packets/${packet}/affirm`, { full_name: affirmer.name });
  }
}

async function deanSubmits(desk) {
  await desk.at("");
  await desk.looked("18-all-affirmed");
  await desk.at("/submit");
  await desk.looked("19-submit");
  await picture(desk.page, "submit");
  await desk.submit();
  await desk.says("The assessment was submitted on");
  await desk.looked("20-submitted");
}

async function sheetIsLocked(desk) {
  await desk.at(`/packets/${office}`);
  assert.equal(await desk.page.locator("main article input:not([type=hidden])").count(), 0);
  await desk.looked("21-locked");
}

async function officeOpensAgain(chief, runner) {
  await setUpOffice(service, chief.page, admin);
  await inviteToOffice(chief.page, manager, "campaign_manager");
  await joinOffice(service, runner.page, manager);
  await runner.page.goto("/office/rounds/2026");
  await runner.looked("22-office");
  await runner.page.getByRole("link", { name: school.name }).click();
  await runner.page.getByRole("link", { name: "Open the sheet again" }).click();
  await runner.looked("23-reason");
  await runner.page.getByLabel("Reason").fill("A number was mistyped");
  await runner.press("Open again");
  await runner.says("The sheet is open again.");
  await runner.looked("24-open-again");
}

async function onATelephone(desk) {
  await desk.page.setViewportSize({ width: 320, height: 640 });
  for (const place of ["", `/packets/${office}`, "/questions/88", "/submit"]) {
    await desk.at(place);
    await fitsItsWidth(desk.page);
    await fingersHit(desk.page);
  }
}

test("a school answers together", { skip: !programIsThere }, async () => {
  const desks = [];
  const sat = async (desk) => desks[desks.push(await desk) - 1];
  const byMail = (person, ways) => sat(Desk.byMail(service, person, looks, ways));
  const theDean = await byMail(dean);
  await deanAccepts(theDean);
  const cora = await byMail(coordinator);
  await coordinatorHandsOut(cora);

  const first = await byMail(ana, { mayFail: [/409/] });
  const second = await byMail(ben, { mayFail: [/409/] });
  await anaAnswersByKeyboard(first);
  await twoAnswerAtOnce(first, second);
  await theOtherIsKept(first, second);
  await first.at(`/packets/${office}`);
  await picture(first.page, "packet", { clip: { x: 0, y: 0, width: 1280, height: 1400 }, fullPage: true });
  await authorCompletes(first, "12-complete");
  await first.looked("13-completed");

  const carl = await byMail(affirmer);
  await affirmerReturns(carl);
  await authorMends(second);
  await carl.affirm(office);
  await carl.looked("17-affirmed");
  await affirmTheRest(cora, carl);
  await deanSubmits(theDean);
  await sheetIsLocked(first);

  const chief = await sat(opened(service.base).then((seat) => new Desk(service, admin, looks, seat)));
  const runner = await sat(opened(service.base).then((seat) => new Desk(service, manager, looks, seat)));
  await officeOpensAgain(chief, runner);
  await theDean.at("");
  await theDean.says("The program office has opened the sheet again.");
  await theDean.looked("25-open-again");
  await picture(theDean.page, "school");
  await onATelephone(theDean);
  for (const desk of desks) await desk.close();
});
