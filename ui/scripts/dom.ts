// SPDX-License-Identifier: Apache-2.0
// Looking things up in the page, in fewer letters.

export function one<T extends HTMLElement>(selector: string, root: ParentNode = document): T | null {
  return root.querySelector<T>(selector);
}

export function all<T extends HTMLElement>(selector: string, root: ParentNode = document): T[] {
  return [...root.querySelectorAll<T>(selector)];
}

export function element(tag: string, classes: string, words: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = classes;
  made.textContent = words;
  return made;
}

/** What the template of that id holds, anew. */
export function copyOf(template: string): HTMLElement {
  const source = document.querySelector<HTMLTemplateElement>(`#${template}`);
  return (source?.content.firstElementChild?.cloneNode(true) ?? element("div", "", "")) as HTMLElement;
}
