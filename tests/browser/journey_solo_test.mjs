// SPDX-License-Identifier: Apache-2.0
// An associate degree program: its director accepts alone, answers some questions, and attests in one step.
import { after, before, test } from "node:test";
import { closeBrowser } from "./house/browser.mjs";
import { Desk, saved } from "./house/school_acts.mjs";
import { inviteSchool } from "./house/school_round.mjs";
import { programIsThere, startService } from "./house/service.mjs";

const director = { name: "Rosa Weil", email: "rosa@prairie.test" };

let service;
before(async () => {
  if (!programIsThere) return;
  service = await startService();
  await inviteSchool(service, { programme: "nursing_adn", dean: { name: "Dora Vance", email: "dora@prairie.test" }, director });
});
after(async () => {
  await service?.remove();
  await closeBrowser();
});

async function answersSome(desk) {
  const office = (await desk.packets()).find((packet) => packet === "finance") ?? "deans-office";
  await desk.at(`/packets/${office}`);
  await desk.looked("4-packet");
  const question = desk.page.locator("article.question").filter({ has: desk.page.locator(".answer input[type=radio]") }).first();
  await question.locator(".answer input[type=radio]").nth(1).check();
  await saved(desk.page, (await question.getAttribute("id")).slice(1));
  await desk.looked("5-answered");
}

test("one person answers, affirms and attests", { skip: !programIsThere }, async () => {
  const desk = await Desk.byMail(service, director, "journey-solo/");
  await desk.looked("1-invited");
  await desk.at("/accept");
  await desk.looked("2-accept");
  await desk.accept({});
  await desk.looked("3-accepted");
  await answersSome(desk);
  await desk.at("/submit");
  await desk.says("This one step affirms every packet in your name");
  await desk.looked("6-submit");
  await desk.submit();
  await desk.says("The assessment was submitted on");
  await desk.looked("7-submitted");
  await desk.at("");
  await desk.says("Submitted and locked.");
  await desk.close();
});
