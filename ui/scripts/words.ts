// SPDX-License-Identifier: Apache-2.0
// The words of this script stand in the page (template ui_script_words), so that a language needs no new script.

import { one } from "./dom";

/** The text of that name with `filling` in place of %. */
export function word(name: string, filling = ""): string {
  const words = one<HTMLTemplateElement>("#script-words");
  const text = words?.content.querySelector(`[data-word="${name}"]`)?.textContent ?? "";
  return text.replace("%", filling);
}

export function clockTime(at: number): string {
  const day = new Date(at).toDateString() === new Date().toDateString();
  const locale = document.documentElement.lang || "en";
  const time = new Date(at).toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit", hour12: false });
  return day ? time : `${new Date(at).toLocaleDateString(locale)} ${time}`;
}

const muteKey = "smm-mute-saves";

/** Said to a screen reader when it has time; nothing when the person asked for quiet. */
export function say(text: string): void {
  const voice = one("#save-voice");
  if (voice && voice.getAttribute("aria-live") !== "off") voice.textContent = text;
}

/** Said at once: for what must not be missed. */
export function alertOnce(text: string): void {
  const voice = one("#alert-voice");
  if (voice) voice.textContent = text;
}

export function offerMute(): void {
  const box = one<HTMLInputElement>("[data-mute-saves]");
  const voice = one("#save-voice");
  if (!box || !voice) return;
  const kept = localStorage.getItem(muteKey);
  if (kept !== null) box.checked = kept === "yes";
  const apply = (): void => voice.setAttribute("aria-live", box.checked ? "off" : "polite");
  apply();
  box.addEventListener("change", () => {
    localStorage.setItem(muteKey, box.checked ? "yes" : "no");
    apply();
  });
}
