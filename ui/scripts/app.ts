// SPDX-License-Identifier: Apache-2.0
// What htmx does not do. Every page works without this script; with it, answers save themselves, typed text
// outlives a crash and an expired session, and messages are spoken.
import { one } from "./dom";
import * as conveniences from "./conveniences";
import { Drafts } from "./drafts";
import { Sheet } from "./sheet";
import { offerMute } from "./words";

document.documentElement.classList.add("with-script");

function start(): void {
  const drafts = new Drafts(localStorage, document.documentElement.dataset.person ?? "", location.pathname);
  drafts.dropOld(Date.now());
  offerMute();
  new Sheet(drafts).start();
  conveniences.exclusiveChoices();
  conveniences.passwordSwitches();
  conveniences.characterCounts();
  conveniences.printButtons();
  conveniences.copyButtons();
  conveniences.keptForms(drafts);
  conveniences.signOutForgets(drafts);
  conveniences.menusClose();
  one("#error-summary")?.focus();
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
