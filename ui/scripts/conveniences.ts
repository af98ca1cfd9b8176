// SPDX-License-Identifier: Apache-2.0
// Small things a page can do without, each bound to an attribute of its own.
import type { Drafts } from "./drafts";
import { entered, putBack } from "./fields";
import { all, element, one } from "./dom";
import { clockTime, say, word } from "./words";

/** "None of these" clears the other boxes, and any of them clears it. */
export function exclusiveChoices(): void {
  document.addEventListener("change", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.type !== "checkbox" || !box.checked) return;
    const question = box.closest("[data-question]");
    for (const other of question?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? []) {
      const apart = other !== box && other.name === box.name;
      if (apart && ("exclusive" in box.dataset || "exclusive" in other.dataset)) other.checked = false;
    }
  });
}

export function passwordSwitches(): void {
  for (const input of all<HTMLInputElement>("input[data-password]")) {
    const button = element("button", "button bare small", word("show_password"));
    button.setAttribute("type", "button");
    button.setAttribute("aria-controls", input.id);
    button.addEventListener("click", () => {
      const shown = input.type === "text";
      input.type = shown ? "password" : "text";
      button.textContent = word(shown ? "show_password" : "hide_password");
    });
    input.after(button);
  }
}

export function characterCounts(): void {
  for (const area of all<HTMLTextAreaElement>("textarea[data-count]")) {
    const count = element("span", "hint figure", "");
    const show = (): void => {
      count.textContent = word("characters_left", String(area.maxLength - area.value.length));
    };
    area.addEventListener("input", show);
    area.after(count);
    show();
  }
}

export function printButtons(): void {
  for (const button of all("[data-print]")) button.addEventListener("click", () => print());
}

export function copyButtons(): void {
  for (const button of all("[data-copy]")) {
    button.addEventListener("click", async () => {
      const source = one(button.dataset.copy ?? "");
      // Of a field what stands in it now, which may have been changed.
      const text = source instanceof HTMLTextAreaElement ? source.value : source?.textContent;
      await navigator.clipboard.writeText(text?.trim() ?? "");
      say(word("copied"));
    });
  }
}

/** Forms other than questions (comments, reasons) that ask to have their text kept: data-draft-form="name". */
export function keptForms(drafts: Drafts): void {
  for (const form of all<HTMLFormElement>("form[data-draft-form]")) {
    const name = form.dataset.draftForm ?? "";
    const draft = drafts.find(name, Date.now());
    const empty = entered(form).every(([, value]) => value === "");
    if (draft && "accepted" in form.dataset) drafts.drop(name);
    else if (draft && empty) {
      putBack(form, draft.fields);
      form.prepend(element("p", "hint", word("draft_found", clockTime(draft.at))));
    }
    form.addEventListener("input", () => drafts.keep(name, entered(form), Date.now()));
  }
}

export function signOutForgets(drafts: Drafts): void {
  one("form[data-sign-out]")?.addEventListener("submit", () => drafts.dropAll());
}

export function menusClose(): void {
  const close = (except: EventTarget | null): void => {
    for (const menu of all<HTMLDetailsElement>("details.account[open]")) {
      if (!(except instanceof Node) || !menu.contains(except)) menu.open = false;
    }
  };
  document.addEventListener("click", (event) => close(event.target));
  document.addEventListener("keydown", (event) => {
    const menu = one<HTMLDetailsElement>("details.account[open]");
    if (event.key !== "Escape" || !menu) return;
    const inside = menu.contains(document.activeElement);
    menu.open = false;
    if (inside) one("summary", menu)?.focus();
  });
}
