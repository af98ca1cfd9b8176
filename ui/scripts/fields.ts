// SPDX-License-Identifier: Apache-2.0
// What a person entered in the fields below an element, as names and values in the order of the page. Hidden
// fields, files and passwords are not what a draft may hold.
import { one } from "./dom";
import type { Field } from "./drafts";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const never = new Set(["hidden", "file", "password", "submit", "button"]);

function controls(root: Element): Control[] {
  const all = [...root.querySelectorAll<Control>("input[name], textarea[name], select[name]")];
  return all.filter((control) => !never.has(control.type));
}

function isTicked(control: Control): control is HTMLInputElement {
  return control.type === "radio" || control.type === "checkbox";
}

export function entered(root: Element): Field[] {
  return controls(root)
    .filter((control) => !isTicked(control) || control.checked)
    .map((control) => [control.name, control.value]);
}

export function putBack(root: Element, fields: Field[]): void {
  for (const control of controls(root)) {
    const values = fields.filter(([name]) => name === control.name).map(([, value]) => value);
    if (isTicked(control)) control.checked = values.includes(control.value);
    else if (values.length > 0) control.value = values[0] ?? "";
  }
  for (const details of root.querySelectorAll("details")) {
    if (one("input:checked:not([value=answered])", details)) details.open = true;
  }
}
