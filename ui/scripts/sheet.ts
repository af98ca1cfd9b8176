// SPDX-License-Identifier: Apache-2.0
// Saving while one types. A question (article[data-question]) is sent by htmx when it gets the event `save`;
// here it is decided when, what is kept until the server says that it is on disk, and what a person is told.
import { all, copyOf, one } from "./dom";
import type { Drafts } from "./drafts";
import { entered, putBack } from "./fields";
import { outcomeOf, waitBefore } from "./retry";
import { alertOnce, clockTime, say, word } from "./words";

const pauseInTyping = 900; // milliseconds
const afterChoice = 60;

type Saving = "rest" | "typing" | "saving" | "saved" | "waiting" | "failed";

interface Question {
  onServer: string; // what the server holds, as far as this page knows
  sent: string;
  attempt: number;
  timer: number;
  saving: Saving;
  stopped: boolean; // signed out: nothing is sent any more
}

export class Sheet {
  private readonly questions = new Map<HTMLElement, Question>();
  private lastSaved = "";

  constructor(private readonly drafts: Drafts) {}

  start(): void {
    all("[data-question][hx-post]").forEach((article) => this.take(article));
    document.addEventListener("input", (event) => this.edited(event, isTextual(event.target) ? pauseInTyping : afterChoice));
    document.addEventListener("change", (event) => this.edited(event, afterChoice));
    document.addEventListener("htmx:load", (event) => this.swappedIn(event.target as HTMLElement));
    document.addEventListener("htmx:configRequest", (event) => this.leaving(event as CustomEvent));
    document.addEventListener("htmx:afterRequest", (event) => this.answered(event as CustomEvent));
    addEventListener("online", () => this.sendAll());
    addEventListener("beforeunload", (event) => {
      if ([...this.questions.values()].some((question) => question.saving !== "rest" && question.saving !== "saved")) event.preventDefault();
    });
  }

  private take(article: HTMLElement): void {
    this.questions.set(article, { onServer: text(article), sent: "", attempt: 0, timer: 0, saving: "rest", stopped: false });
    this.offerDraft(article);
  }

  private swappedIn(element: HTMLElement): void {
    for (const known of this.questions.keys()) if (!known.isConnected) this.questions.delete(known);
    const found = [element, ...element.querySelectorAll<HTMLElement>("[data-question][hx-post]")];
    found.filter((each) => each.matches("[data-question][hx-post]") && !this.questions.has(each)).forEach((each) => this.take(each));
  }

  private of(target: EventTarget | null): [HTMLElement, Question] | undefined {
    const article = target instanceof Element ? target.closest<HTMLElement>("[data-question][hx-post]") : null;
    const question = article && !(target as Element).closest("[data-conflict]") ? this.questions.get(article) : undefined;
    return article && question ? [article, question] : undefined;
  }

  private edited(event: Event, pause: number): void {
    const found = this.of(event.target);
    if (!found) return;
    const [article, question] = found;
    if (text(article) === question.onServer && question.saving !== "saving") {
      this.settle(article, question);
      return;
    }
    this.drafts.keep(keyOf(article), entered(control(article)), Date.now());
    if (question.saving !== "waiting") this.show(article, question, "typing", word("typing"));
    this.sendAfter(article, question, pause);
  }

  // What is on the page is what the server holds: nothing to send, nothing to keep.
  private settle(article: HTMLElement, question: Question): void {
    clearTimeout(question.timer);
    this.drafts.drop(keyOf(article));
    if (question.saving === "typing") this.show(article, question, "rest", "");
  }

  private sendAfter(article: HTMLElement, question: Question, milliseconds: number): void {
    clearTimeout(question.timer);
    if (question.stopped) return;
    question.timer = window.setTimeout(() => {
      article.dispatchEvent(new CustomEvent("save"));
    }, milliseconds);
  }

  private sendAll(): void {
    for (const [article, question] of this.questions) {
      if (question.saving === "waiting" || question.saving === "typing") this.sendAfter(article, question, 0);
    }
  }

  private leaving(event: CustomEvent): void {
    const question = this.questions.get(event.target as HTMLElement);
    if (!question) return;
    question.sent = text(event.target as HTMLElement);
    this.show(event.target as HTMLElement, question, "saving", word("saving"));
  }

  private answered(event: CustomEvent): void {
    // Not the event's target: what asked may have been swapped away by its own answer.
    const element = event.detail.requestConfig.elt as HTMLElement;
    const xhr = event.detail.xhr as XMLHttpRequest;
    const outcome = outcomeOf(xhr.status);
    if (element.matches("[data-conflict]")) {
      this.conflictEnded(event.detail.target as HTMLElement | null, outcome === "saved");
      return;
    }
    const question = this.questions.get(element);
    if (!question) return;
    if (outcome === "saved") this.saved(element, question);
    else if (outcome === "again") this.again(element, question, xhr.getResponseHeader("Retry-After"));
    else if (outcome === "signed_out") this.signedOut(element, question);
    else this.notSaved(element, question, outcome);
  }

  private saved(article: HTMLElement, question: Question): void {
    question.onServer = question.sent;
    question.attempt = 0;
    const words = stateOf(article)?.textContent ?? "";
    this.lastSaved = words || word("saved", clockTime(Date.now()));
    markWrong(article, "");
    if (text(article) === question.onServer) {
      this.drafts.drop(keyOf(article));
      one("[data-draft]", article)?.remove();
      this.show(article, question, "saved", this.lastSaved);
    } else {
      this.show(article, question, "typing", word("typing"));
    }
    say(this.lastSaved);
  }

  private again(article: HTMLElement, question: Question, retryAfter: string | null): void {
    question.attempt += 1;
    const seconds = waitBefore(question.attempt, retryAfter, Math.random);
    const words = navigator.onLine ? word("retrying", String(Math.round(seconds))) : word("waiting");
    this.show(article, question, "waiting", words);
    if (question.attempt === 1) alertOnce(word("waiting"));
    this.sendAfter(article, question, seconds * 1000);
  }

  private signedOut(article: HTMLElement, question: Question): void {
    question.stopped = true;
    this.show(article, question, "failed", word("failed"));
    const notices = one("#notices");
    if (!notices || one("[data-signed-out]", notices)) return;
    const notice = copyOf("signed-out");
    one("a", notice)?.setAttribute("href", signInHref());
    notices.append(notice);
    alertOnce(word("signed_out"));
  }

  private notSaved(article: HTMLElement, question: Question, outcome: "conflict" | "refused" | "failed"): void {
    this.show(article, question, "failed", word(outcome === "conflict" ? "conflict" : outcome === "refused" ? "refused" : "failed"));
    markWrong(article, one(".outcome", article)?.dataset.invalid ?? "");
    alertOnce(word(outcome));
    // Somebody who is still typing keeps the place; whoever has left the field is led to the choice.
    const typing = isTextual(document.activeElement);
    if (outcome === "conflict" && !typing && article.contains(document.activeElement))
      one(".conflict [tabindex]", article)?.focus();
  }

  private conflictEnded(target: HTMLElement | null, settled: boolean): void {
    const article = target?.id ? document.getElementById(target.id) : null;
    if (!article || !settled) return;
    this.drafts.drop(keyOf(article));
    const title = one(`#${article.id}-title`, article);
    title?.setAttribute("tabindex", "-1");
    title?.focus();
    say(stateOf(article)?.textContent ?? "");
  }

  private show(article: HTMLElement, question: Question, saving: Saving, words: string): void {
    question.saving = saving;
    const place = stateOf(article);
    if (place) {
      place.dataset.state = saving;
      place.textContent = words;
    }
    this.showOverall();
  }

  private showOverall(): void {
    const place = one("[data-save-overall]");
    if (!place) return;
    const now = [...this.questions.values()].map((question) => question.saving);
    const worst = (["failed", "waiting", "saving", "typing"] as const).find((each) => now.includes(each));
    place.dataset.state = worst ?? (this.lastSaved ? "saved" : "");
    place.textContent = worst ? word(worst === "waiting" ? "failed" : worst) : this.lastSaved;
  }

  private offerDraft(article: HTMLElement): void {
    const name = keyOf(article);
    const draft = this.drafts.find(name, Date.now());
    if (!draft || JSON.stringify(draft.fields) === text(article)) {
      if (draft) this.drafts.drop(name);
      return;
    }
    const offer = copyOf("draft-offer");
    fill(offer, "title", word("draft_found", clockTime(draft.at)));
    fill(offer, "text", draft.fields.map(([, value]) => value).join(" · "));
    one("[data-use]", offer)?.addEventListener("click", () => {
      putBack(control(article), draft.fields);
      offer.remove();
      const question = this.questions.get(article);
      if (question) this.sendAfter(article, question, 0);
      one("input:not([type=hidden]), textarea", article)?.focus();
    });
    one("[data-drop]", offer)?.addEventListener("click", () => {
      this.drafts.drop(name);
      offer.remove();
    });
    control(article).before(offer);
  }
}

function fill(root: HTMLElement, slot: string, words: string): void {
  const place = one(`[data-slot="${slot}"]`, root);
  if (place) place.textContent = words;
}

function signInHref(): string {
  const back = encodeURIComponent(location.pathname + location.search);
  return `${document.documentElement.dataset.signIn ?? "/sign-in"}?return=${back}`;
}

function keyOf(article: HTMLElement): string {
  return article.dataset.question ?? "";
}

function control(article: HTMLElement): Element {
  return document.getElementById(`${article.id}-control`) ?? article;
}

function text(article: HTMLElement): string {
  return JSON.stringify(entered(control(article)));
}

function stateOf(article: HTMLElement): HTMLElement | null {
  return one("[data-save-state]", article);
}

function isTextual(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && target.type !== "radio" && target.type !== "checkbox";
}

function markWrong(article: HTMLElement, fields: string): void {
  const key = keyOf(article);
  const wrong = new Set(fields.split(" ").filter(Boolean).map((field) => `${key}.${field}`));
  for (const input of control(article).querySelectorAll<HTMLInputElement>("[name]")) {
    if (wrong.has(input.name)) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }
}
