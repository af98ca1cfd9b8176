// SPDX-License-Identifier: Apache-2.0
// Every page template, with its sample view, in each way of looking at it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, visit } from "./house/browser.mjs";
import { accessible, ariaIsGolden, fingersHit, fitsItsWidth, picture } from "./house/looks.mjs";
import { samplePageNames, servePages } from "./house/sample_pages.mjs";

let pages;
before(async () => {
  pages = await servePages();
});
after(async () => {
  pages.close();
  await closeBrowser();
});

for (const name of samplePageNames()) {
  test(`${name}: axe finds nothing, in light and in dark, and a screen reader gets what is approved`, () =>
    visit(pages.base, {}, async (page) => {
      await page.goto(`/${name}`);
      await accessible(page);
      await ariaIsGolden(page, `sample/${name}`);
      await page.emulateMedia({ colorScheme: "dark" });
      await accessible(page, ["color-contrast"]);
    }));
}

test("every page fits a telephone, and a finger", () =>
  visit(pages.base, { phone: true }, async (page) => {
    for (const name of samplePageNames()) {
      await page.goto(`/${name}`);
      await fitsItsWidth(page);
      await fingersHit(page);
    }
  }));

// Whatever is made by the script alone is an extra: it carries "needs-script", or stands in a template.
test("every page is whole with the script off", () =>
  visit(pages.base, { script: false }, async (page) => {
    for (const name of samplePageNames()) {
      await page.goto(`/${name}`);
      assert.ok(await page.getByRole("heading", { level: 1 }).isVisible(), name);
      assert.equal(await page.locator(".needs-script").filter({ visible: true }).count(), 0, name);
      for (const form of await page.locator("form[id=sheet]").all())
        assert.ok(await page.locator(`button[form="${await form.getAttribute("id")}"]`).first().isVisible(), name);
    }
  }));

test("the first tab stop skips to the content", () =>
  visit(pages.base, {}, async (page) => {
    await page.goto("/page_home");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.closest("main") !== null), true);
  }));

test("whatever has the focus shows it, in every color scheme", async () => {
  for (const ways of [{}, { dark: true }, { forced: true }]) {
    await visit(pages.base, ways, async (page) => {
      await page.goto("/page_packet");
      for (let stop = 0; stop < 25; ++stop) {
        await page.keyboard.press("Tab");
        const shown = await page.evaluate(() => {
          const has = (each) => parseFloat(getComputedStyle(each).outlineWidth) >= 2 && getComputedStyle(each).outlineStyle !== "none";
          const active = document.activeElement;
          return has(active) || (active.closest(".choice") !== null && has(active.closest(".choice")));
        });
        assert.ok(shown, `stop ${stop} of ${JSON.stringify(ways)}`);
      }
    });
  }
});

test("what has the focus is not hidden under the bar that stays on top", () =>
  visit(pages.base, {}, async (page) => {
    await page.goto("/page_packet");
    await page.locator("#q4-value").focus();
    for (let stop = 0; stop < 14; ++stop) {
      await page.keyboard.press("Shift+Tab");
      const hidden = await page.evaluate(() => {
        const box = document.activeElement.getBoundingClientRect();
        const bar = document.querySelector(".sheet-bar").getBoundingClientRect();
        return document.activeElement.closest("main") && box.bottom < bar.bottom && !document.activeElement.closest(".sheet-bar");
      });
      assert.ok(!hidden, `stop ${stop}`);
    }
  }));

test("the account menu opens, closes with Escape and gives the focus back", () =>
  visit(pages.base, {}, async (page) => {
    await page.goto("/page_home");
    const summary = page.locator("details.account summary");
    await summary.press("Enter");
    await page.getByRole("link", { name: "Your account" }).focus();
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("details.account").getAttribute("open"), null);
    assert.ok(await summary.evaluate((each) => each === document.activeElement));
  }));

test("a password can be looked at", () =>
  visit(pages.base, {}, async (page) => {
    await page.goto("/page_sign_in");
    await page.getByRole("button", { name: "Show password" }).click();
    assert.equal(await page.locator("#password").getAttribute("type"), "text");
    await page.getByRole("button", { name: "Hide password" }).click();
    assert.equal(await page.locator("#password").getAttribute("type"), "password");
  }));

test("a password can be pasted, and kept by a password tool", () =>
  visit(pages.base, {}, async (page) => {
    await page.goto("/page_sign_in");
    const field = page.locator("#password");
    const pasted = await field.evaluate((input) => input.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true })));
    assert.ok(pasted, "a page stops pasting");
    assert.equal(await field.getAttribute("autocomplete"), "current-password");
  }));

test("errors are where the focus is when the page comes", () =>
  visit(pages.base, {}, async (page) => {
    await page.goto("/page_form");
    assert.equal(await page.evaluate(() => document.activeElement.id), "error-summary");
    await page.getByRole("link", { name: "Choose a due date before the round closes" }).click();
    assert.equal(await page.evaluate(() => document.activeElement.id), "due");
  }));

test("paper shows questions and answers, and no buttons", () =>
  visit(pages.base, {}, async (page) => {
    await page.goto("/page_packet");
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.getByRole("button").filter({ visible: true }).count(), 0);
    assert.ok(await page.getByText("Does the written admissions policy say").first().isVisible());
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--card").trim()), "#fff");
  }));

test("pictures for the documents", () =>
  visit(pages.base, {}, async (page) => {
    for (const name of ["page_packet", "page_school"]) {
      await page.goto(`/${name}`);
      await picture(page, name.replace("page_", ""));
    }
  }));
