// SPDX-License-Identifier: Apache-2.0
// Answers that somebody might give, from nothing but the fields that a page offers for a question.

/** The questions of a page that can be answered: [{ key, base, fields: [{ name, type, values }] }]. */
export function questionsOn(html) {
  return html
    .split('<article class="question"')
    .slice(1)
    .map((article) => article.slice(0, article.indexOf("</article>")))
    .filter((article) => /hx-post=/.test(article))
    .map((article) => ({
      key: /data-question="([^"]+)"/.exec(article)[1],
      base: /name="[^"]+\.base" value="(\d+)"/.exec(article)?.[1] ?? "0",
      fields: fieldsIn(article),
    }));
}

function fieldsIn(article) {
  const fields = new Map();
  for (const [tag] of article.matchAll(/<(?:input|textarea)\b[^>]*>/g)) {
    const full = /name="([^"]+)"/.exec(tag)?.[1];
    if (full === undefined) continue;
    const name = full.slice(full.lastIndexOf(".") + 1);
    const type = tag.startsWith("<textarea") ? "long text" : (/type="([^"]+)"/.exec(tag)?.[1] ?? "text");
    const field = fields.get(name) ?? { name, type, mode: /inputmode="([^"]+)"/.exec(tag)?.[1], values: [], most: /maxlength="(\d+)"/.exec(tag)?.[1] };
    if (type === "radio" || type === "checkbox") field.values.push(/value="([^"]*)"/.exec(tag)[1]);
    fields.set(name, field);
  }
  return [...fields.values()];
}

/** The fields of one answer, [name, value] with the question's key before each name. */
export function answerTo(question, chance) {
  const value = question.fields.find((field) => field.name === "value");
  const given = value ? valueFields(value, chance) : shareFields(question.fields, chance);
  return [["state", "answered"], ...given, ["base", question.base]].map(([name, text]) => [`${question.key}.${name}`, text]);
}

function valueFields(field, chance) {
  if (field.type === "radio") return [["value", chance.of(field.values)]];
  if (field.type === "checkbox") return boxes(field.values, chance).map((value) => ["value", value]);
  if (field.type === "date") return [["value", `20${10 + chance.below(15)}-0${1 + chance.below(9)}-1${chance.below(10)}`]];
  if (field.mode === "numeric") return [["value", String(chance.below(40))]];
  return [["value", "Rehearsed words, nobody's answer."]];
}

function boxes(values, chance) {
  const some = values.filter((value) => value !== "none" && chance.next() < 0.4);
  return some.length > 0 ? some.slice(0, 6) : [values.find((value) => value !== "none")];
}

function shareFields(fields, chance) {
  const prefixes = fields.some((field) => field.name === "own_numerator") ? ["own_", "other_"] : [""];
  return prefixes.flatMap((prefix) => {
    const whole = 20 + chance.below(200);
    return [
      [`${prefix}numerator`, String(chance.below(whole + 1))],
      [`${prefix}denominator`, String(whole)],
    ];
  });
}
