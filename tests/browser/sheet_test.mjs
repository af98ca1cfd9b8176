// SPDX-License-Identifier: Apache-2.0
// Saving while one types, against answers made up here: what happens when the disk, the network, the session or a
// colleague gets in the way. The journeys do the same against the program.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, visit } from "./house/browser.mjs";
import { accessible } from "./house/looks.mjs";
import { servePages } from "./house/sample_pages.mjs";

let pages;
before(async () => {
  pages = await servePages();
});
after(async () => {
  pages.close();
  await closeBrowser();
});

const outcome = (anchor, key, { base = "2", saved = "", more = "", invalid = "" }) =>
  `<div class="outcome" id="${anchor}-outcome" data-invalid="${invalid}">
   <input type="hidden" id="${anchor}-base" name="${key}.base" value="${base}" form="sheet"/>${more}
   <p class="save-state" data-save-state="data-save-state"${saved && ' data-state="saved"'}>${saved}</p></div>`;

/** Answers the saves of the packet page in turn with what `answers` holds, the last one again and again. */
async function answering(page, ...answers) {
  const sent = [];
  await page.route("**/packets/admissions/answers", async (route) => {
    const fields = new URLSearchParams(route.request().postData() ?? "");
    sent.push(fields);
    const answer = answers[Math.min(sent.length, answers.length) - 1];
    const made = typeof answer === "function" ? answer(fields) : answer;
    if (made === "cut") await route.abort("connectionfailed");
    else await route.fulfill({ contentType: "text/html", ...made });
  });
  return sent;
}

const savedAt = (time) => (fields) => {
  const key = fields.get("item");
  const anchor = { "admissions.mission": "q1", "admissions.area": "q2", "admissions.review": "q3", "support.aid": "q4" }[key];
  return { status: 200, body: outcome(anchor, key, { base: "7", saved: `Saved ${time}` }) };
};

const amount = (page) => page.locator("#q4-value");
const state = (page, anchor) => page.locator(`#${anchor} [data-save-state]`);
const draft = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("smm-draft")));
const until = async (check, what) => {
  for (const end = Date.now() + 15_000; Date.now() < end; await new Promise((resume) => setTimeout(resume, 50))) {
    if (await check()) return;
  }
  assert.fail(what);
};

test("an answer is sent once after a pause, alone, with its version and the token", () =>
  visit(pages.base, {}, async (page) => {
    const sent = await answering(page, savedAt("12:00:01"));
    await page.goto("/page_packet");
    await amount(page).pressSequentially("850000");
    await state(page, "q4").getByText("Saved 12:00:01").waitFor();
    assert.equal(sent.length, 1);
    assert.deepEqual([...sent[0]].sort(), [
      ["csrf", "sample-token"], ["item", "support.aid"], ["support.aid.base", "1"], ["support.aid.reason", ""],
      ["support.aid.state", "answered"], ["support.aid.value", "850000"],
    ]);
    assert.equal(await page.locator("#q4-base").inputValue(), "7");
    assert.equal(await page.locator("#save-voice").textContent(), "Saved 12:00:01");
    assert.equal(await page.locator("[data-save-overall]").textContent(), "Saved 12:00:01");
    assert.deepEqual(await draft(page), []);
    await accessible(page);
  }));

test("a choice is sent at once, and what is the same again is not sent", () =>
  visit(pages.base, {}, async (page) => {
    const sent = await answering(page, savedAt("12:00:01"));
    await page.goto("/page_packet");
    await page.locator("#q3-v-3").check();
    await state(page, "q3").getByText("Saved").waitFor();
    await amount(page).fill("1");
    await amount(page).fill("");
    await page.waitForTimeout(1200);
    assert.deepEqual(sent.map((fields) => fields.get("item")), ["admissions.review"]);
  }));

test("what is typed while a save is under way is sent after it, and nothing is taken away", () =>
  visit(pages.base, {}, async (page) => {
    const sent = await answering(page, savedAt("12:00:01"));
    await page.goto("/page_packet");
    await amount(page).pressSequentially("85", { delay: 50 });
    await page.waitForRequest("**/answers");
    await amount(page).pressSequentially("0000");
    await until(() => sent.at(-1)?.get("support.aid.value") === "850000", "the rest was not sent");
    assert.equal(await amount(page).inputValue(), "850000");
    await until(async () => (await draft(page)).length === 0, "a draft stays");
  }));

test("a full server is asked again, and says nothing wrong meanwhile", () =>
  visit(pages.base, { mayFail: [/503/] }, async (page) => {
    const busy = { status: 503, headers: { "Retry-After": "1" }, body: "" };
    const sent = await answering(page, busy, busy, savedAt("12:00:09"));
    await page.goto("/page_packet");
    await page.locator("#q3-v-2").check();
    await state(page, "q3").getByText("Trying again").waitFor();
    assert.equal((await draft(page)).length, 1);
    await state(page, "q3").getByText("Saved 12:00:09").waitFor();
    assert.equal(sent.length, 3);
    assert.deepEqual(await draft(page), []);
  }));

test("typed text outlives the page, is offered again, and is saved when it is put back", () =>
  visit(pages.base, { mayFail: [/ERR_CONNECTION_FAILED/, /htmx:/] }, async (page) => {
    const sent = await answering(page, "cut", savedAt("12:01:00"));
    page.on("dialog", (dialog) => dialog.accept());
    await page.goto("/page_packet");
    await amount(page).fill("64");
    await state(page, "q4").getByText("Trying again").waitFor();
    await page.goto("/page_packet", { waitUntil: "load" });
    const offer = page.locator("#q4 [data-draft]");
    await offer.getByText("64").waitFor();
    await accessible(page);
    await offer.getByRole("button", { name: "Put it back" }).click();
    await state(page, "q4").getByText("Saved 12:01:00").waitFor();
    assert.equal(sent.at(-1).get("support.aid.value"), "64");
    assert.deepEqual(await draft(page), []);
    assert.equal(await offer.count(), 0);
  }));

test("a draft that is thrown away is gone", () =>
  visit(pages.base, { mayFail: [/ERR_CONNECTION_FAILED/, /htmx:/] }, async (page) => {
    await answering(page, "cut");
    page.on("dialog", (dialog) => dialog.accept());
    await page.goto("/page_packet");
    await amount(page).fill("64");
    await state(page, "q4").getByText("Trying again").waitFor();
    await page.goto("/page_packet");
    await page.getByRole("button", { name: "Throw it away" }).click();
    assert.deepEqual(await draft(page), []);
    assert.equal(await amount(page).inputValue(), "");
  }));

test("a session that has ended is said, with the way back, and the text stays", () =>
  visit(pages.base, { mayFail: [/401/] }, async (page) => {
    const sent = await answering(page, { status: 401, body: "" });
    await page.goto("/page_packet");
    await page.locator("#q3-v-4").check();
    const link = page.locator("[data-signed-out]").getByRole("link", { name: "Sign in" });
    assert.equal(await link.getAttribute("href"), "/sign-in?return=%2Fpage_packet");
    assert.match(await page.locator("#alert-voice").textContent(), /signed out/);
    await page.locator("#q3-v-1").check();
    await page.waitForTimeout(500);
    assert.equal(sent.length, 1);
    assert.equal((await draft(page)).length, 1);
    await accessible(page);
  }));

test("what is refused is marked and described", () =>
  visit(pages.base, { mayFail: [/422/] }, async (page) => {
    const wrong = outcome("q4", "support.aid", { base: "1", invalid: "value", more: '<p class="field-error">Write whole dollars.</p>' });
    await answering(page, { status: 422, body: wrong }, savedAt("12:02:00"));
    await page.goto("/page_packet");
    await amount(page).fill("much");
    await page.getByText("Write whole dollars.").waitFor();
    assert.equal(await amount(page).getAttribute("aria-invalid"), "true");
    assert.match(await amount(page).getAttribute("aria-describedby"), /q4-outcome/);
    await amount(page).fill("12");
    await state(page, "q4").getByText("Saved 12:02:00").waitFor();
    assert.equal(await amount(page).getAttribute("aria-invalid"), null);
  }));

test("of two answers one is chosen, and the focus comes back to the question", () =>
  visit(pages.base, { mayFail: [/409/] }, async (page) => {
    const form = `<form class="conflict" method="post" action="/packets/admissions/answers" hx-post="/packets/admissions/answers" hx-target="#q3"
      hx-swap="outerHTML" hx-include="unset" hx-trigger="submit" data-conflict="data-conflict"><h4 tabindex="-1">Two people answered</h4>
      <input type="hidden" name="item" value="admissions.review"/><input type="hidden" name="admissions.review.base" value="4"/>
      <input type="hidden" name="admissions.review.value" value="2"/>
      <button type="submit" name="admissions.review.choose" value="theirs">Keep the saved answer</button>
      <button type="submit" name="admissions.review.choose" value="mine">Use mine</button></form>`;
    const settled = (await (await fetch(`${pages.base}/page_packet`)).text()).match(/<article[^>]* id="q3"[\s\S]*?<\/article>/)[0];
    const sent = await answering(
      page,
      { status: 409, body: outcome("q3", "admissions.review", { base: "1", more: form }) },
      { status: 200, body: settled },
    );
    await page.goto("/page_packet");
    await page.locator("#q3-v-2").check();
    await page.getByText("Two people answered").waitFor();
    assert.match(await page.locator("#alert-voice").textContent(), /Somebody else/);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Two people answered");
    assert.equal((await draft(page)).length, 1);
    await page.getByRole("button", { name: "Use mine" }).click();
    await until(() => page.evaluate(() => document.activeElement.id === "q3-title"), "the focus is elsewhere");
    assert.equal(sent[1].get("admissions.review.base"), "4");
    assert.equal(sent[1].get("admissions.review.choose"), "mine");
    assert.deepEqual(sent[1].getAll("admissions.review.value"), ["2"]);
    assert.deepEqual(await draft(page), []);
  }));

test("save messages can be silenced, and stay silent", () =>
  visit(pages.base, {}, async (page) => {
    await answering(page, savedAt("12:00:01"));
    await page.goto("/page_packet");
    await page.locator("details.account summary").click();
    await page.getByLabel("Do not read out save messages").check();
    await page.goto("/page_packet");
    await page.locator("#q3-v-3").check();
    await state(page, "q3").getByText("Saved").waitFor();
    assert.equal(await page.locator("#save-voice").getAttribute("aria-live"), "off");
    assert.equal(await page.locator("#save-voice").textContent(), "");
  }));

test("\"none\" and the other boxes exclude each other", () =>
  visit(pages.base, {}, async (page) => {
    await page.goto("/styleguide");
    await page.route("**/*", (route) => (route.request().method() === "POST" ? route.fulfill({ status: 204 }) : route.continue()));
    await page.locator("#q5-v-nothing").check();
    assert.equal(await page.locator("#q5-v-training").isChecked(), false);
    await page.locator("#q5-v-contact").check();
    assert.equal(await page.locator("#q5-v-nothing").isChecked(), false);
    await page.locator("#q10-v-none").check();
    assert.equal(await page.locator("#q10 td input:checked").count(), 0);
    assert.equal(await page.locator("#q5-b-payment").isChecked(), true);
  }));
