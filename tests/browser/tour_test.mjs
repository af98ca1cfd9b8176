// SPDX-License-Identifier: Apache-2.0
// A tour through the whole job by the links that `smm demo` prints. With SMM_PICTURES=1 it takes pictures of it, from a demo in which enough schools answer for all figures to be shown.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { closeBrowser, visit } from "./house/browser.mjs";
import { startDemo, takeLink } from "./house/demo_service.mjs";
import { accessible, fitsItsWidth, picture } from "./house/looks.mjs";
import { programIsThere } from "./house/service.mjs";

const here = { skip: !programIsThere };
const taking = process.env.SMM_PICTURES === "1";
const screen = { clip: { x: 0, y: 0, width: 1280, height: 900 } };

let demo;
before(async () => {
  if (programIsThere) demo = await startDemo("--schools", taking ? "60" : "18");
});
after(async () => {
  await demo?.close();
  await closeBrowser();
});

/** One stop: the page answers, says that it is synthetic where it is about a round, reads well, and is pictured. */
async function stop(page, path, name, says = /synthetic/i) {
  if (path) assert.equal((await page.goto(path)).status(), 200, path);
  await page.getByRole("main").getByText(says).first().waitFor();
  await accessible(page);
  await fitsItsWidth(page);
  if (name) await picture(page, `tour-${name}`, screen);
}

const pathOf = (page) => new URL(page.url()).pathname;

test("prints a link for each of six people", here, () => {
  const people = ["Program office", "Dean, report ready", "Dean, round open", "Coordinator", "Author", "Solo ADN director"];
  assert.deepEqual(Object.keys(demo.links), people);
});

test("the office sees rounds, how far schools are, and what was released", here, async () => {
  await visit(demo.base, {}, async (page) => {
    await takeLink(page, demo.links["Program office"], demo.codes[0]);
    assert.equal(pathOf(page), "/office");
    await stop(page, null, "office");
    await stop(page, "/office/rounds/synthetic-practice/progress", "progress");
    await stop(page, "/office/rounds/synthetic-2026/results", "results");
  });
});

test("a dean reads the report, compares, and takes the badge", here, async () => {
  await visit(demo.base, {}, async (page) => {
    await takeLink(page, demo.links["Dean, report ready"]);
    assert.match(pathOf(page), /^\/rounds\/synthetic-2026\/schools\/.+\/report$/);
    await stop(page, null, "report");
    const school = pathOf(page).replace(/\/report$/, "");
    await stop(page, `${school}/compare`, "compare");
    await stop(page, `${school}/badge`, "badge");
  });
});

test("a school works together: its dean, the coordinator, an author", here, async () => {
  await visit(demo.base, {}, async (page) => {
    await takeLink(page, demo.links["Dean, round open"]);
    await stop(page, null, "school");
  });
  await visit(demo.base, {}, async (page) => {
    await takeLink(page, demo.links["Coordinator"]);
    await stop(page, null, "coordinator");
  });
  await visit(demo.base, {}, async (page) => {
    await takeLink(page, demo.links["Author"]);
    const packet = page.locator("main a[href*='/packets/']").first();
    await stop(page, await packet.getAttribute("href"), "author", /question/i);
  });
});

test("a director answers alone", here, async () => {
  await visit(demo.base, {}, async (page) => {
    await takeLink(page, demo.links["Solo ADN director"]);
    assert.match(pathOf(page), /^\/rounds\/synthetic-practice\/schools\/.+-adn$/);
    await stop(page, null, "solo");
  });
});

test("a link is good once", here, async () => {
  await visit(demo.base, { mayFail: [/status of 4\d\d/] }, async (page) => {
    await page.goto(demo.links["Solo ADN director"]);
    await page.getByRole("main").getByText(/does not work any more|was used|new link/i).first().waitFor();
  });
});
