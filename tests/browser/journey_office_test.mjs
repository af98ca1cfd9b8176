// SPDX-License-Identifier: Apache-2.0
// A programme office, from an empty installation to a frozen round: it sets itself up, takes a roster in, makes a round,
// looks at what it is going to send, invites, prints letters, plans reminders, watches the dashboard, closes, checks, and
// freezes. Everything by its own pages, but for the freeze, whose clock has to be two weeks later.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { closeBrowser, opened } from "./house/browser.mjs";
import { setUpOffice } from "./house/office_at_work.mjs";
import { Desk } from "./house/school_acts.mjs";
import { program, programIsThere, startService } from "./house/service.mjs";

const admin = { name: "Olga Brandt", email: "olga@office.test", password: "a long sentence is easy to keep" };
const director = { name: "Rosa Weil", email: "rosa@prairie.test" };
const round = "/office/rounds/2026";

const clockCanBeSet = (() => {
  try {
    execFileSync("faketime", ["-f", "+1d", "true"]);
    return true;
  } catch {
    return false;
  }
})();
const skip = !programIsThere || !clockCanBeSet;

let service;
before(async () => {
  if (!skip) service = await startService();
});
after(async () => {
  await service?.remove();
  await closeBrowser();
});

function rosterFile() {
  const rows = [
    "Code,Program,School,Institution,Director,Director's e-mail,Dean's e-mail,Address,Control,State,Division,Size,Carnegie,Locale",
    `prairie,nursing_adn,Prairie State College,prairie-state,${director.name},${director.email},,"1 Main Street, Lincoln, NE 68501",public,NE,West North Central,2,associates,city`,
    "hill,nursing_adn,Hill College,hill,Dan Hill,dan@hill.test,,,private,IA,West North Central,1,associates,town",
  ];
  const file = join(service.folder, "our schools.csv");
  writeFileSync(file, `${rows.join("\n")}\n`);
  return file;
}

async function takesTheRosterIn(desk) {
  const { page } = desk;
  await page.goto("/office/roster");
  await desk.looked("02-roster");
  await page.locator("main input[type=file]").setInputFiles(rosterFile());
  await desk.press("Go on");
  await desk.looked("03-columns");
  await desk.press("See what it would do");
  await desk.looked("04-plan");
  await desk.press("Take it in");
  await desk.looked("05-taken-in");
}

async function makesTheRound(desk) {
  const { page } = desk;
  await page.goto("/office/rounds/new");
  await desk.looked("06-new-round");
  await page.getByLabel("Code", { exact: true }).fill("2026");
  await page.getByLabel("Title").fill("National round 2026");
  await page.locator("[name^=last_day]").first().fill("2099-10-31");
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForLoadState();
  await desk.looked("07-round");
  await page.goto(`${round}/open`);
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForLoadState();
}

async function invites(desk) {
  const { page } = desk;
  await page.goto(`${round}/invite`);
  await desk.looked("08-invite");
  await page.locator('main a[href*="/invite/preview"]').click();
  await page.waitForLoadState();
  await desk.looked("09-preview");
  await page.goto(`${round}/invite`);
  await page.locator(`main form[action="${round}/invite"] button[type=submit]`).click();
  await page.waitForLoadState();
  await desk.looked("10-invited");
  await page.goto(`${round}/letters`);
  await desk.looked("11-letters");
  await page.goto(`${round}/reminders`);
  await desk.looked("12-reminders");
}

async function theDirectorAnswers() {
  const desk = await Desk.byMail(service, director, "journey-office/");
  await desk.at("/accept");
  await desk.accept({});
  await desk.at("/submit");
  await desk.submit();
  await desk.says("The assessment was submitted on");
  await desk.close();
}

async function watchesAndCloses(desk) {
  const { page } = desk;
  await page.goto(`${round}/progress`);
  await desk.looked("13-dashboard");
  await page.goto(`${round}/close`);
  await desk.looked("14-close");
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForLoadState();
  await page.goto(`${round}/check`);
  await desk.looked("15-check");
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForLoadState();
}

// Checks last for days: the command that freezes runs with a clock that is past them.
function freezes() {
  const where = ["--data", service.data, "--public-url", service.base, "--mail-from", "office@smm.test"];
  execFileSync("faketime", ["-f", "+15d", program, "round", "freeze", "2026", ...where]);
}

async function readsTheResults(desk) {
  const { page } = desk;
  await page.goto(`${round}/freeze`);
  await desk.looked("16-freeze");
  freezes();
  await page.goto(round);
  await desk.looked("17-frozen");
  await page.goto(`${round}/results`);
  await desk.looked("18-results");
}

test("an office runs a round from nothing to the freeze", { skip }, async () => {
  const desk = new Desk(service, admin, "journey-office/", await opened(service.base));
  await setUpOffice(service, desk.page, admin);
  await desk.page.goto("/office");
  await desk.looked("01-office");
  await takesTheRosterIn(desk);
  await makesTheRound(desk);
  await invites(desk);
  await theDirectorAnswers();
  await watchesAndCloses(desk);
  await readsTheResults(desk);
  await desk.close();
});
