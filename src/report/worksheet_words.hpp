// SPDX-License-Identifier: Apache-2.0
// Words that every printed form of a worksheet shares, so that paper, Markdown and spreadsheet say the same.
#pragma once

#include <string>
#include <vector>

#include "instrument/answer.hpp"
#include "report/worksheet.hpp"

namespace smm::report {

// "4 min", "1 h", "2 h 20 min". Rounded to whole minutes, never below one.
std::string minutes_words(double minutes, const render::Texts& texts);

// A note beside a question: what it is, and its text.
struct QuestionNote {
  std::string kind;  // key below worksheet.note: "why", "example", ...
  std::string label;
  std::string text;
};

// Why, example, small numbers, where it was reported, evidence: those that exist. Definitions and routes are
// not among them: they are printed with the question.
std::vector<QuestionNote> question_notes(const Question& question, const render::Texts& texts);

// The line below a question: its period, whom it is about, expected minutes.
std::vector<std::string> question_facts(const Question& question, const render::Texts& texts);

// Which words of a question the packet's glossary explains; empty when there is none.
std::string defined_terms(const Question& question, const Packet& packet, const render::Texts& texts);

// The answer states in the order they are offered, with their printed labels.
struct StateWords {
  instrument::AnswerState state;
  std::string id;       // as in answer files: "not_known"
  std::string label;    // "not known"
  std::string meaning;  // one sentence
  bool needs_reason = false;
};
std::vector<StateWords> answer_states(const render::Texts& texts);

// "one choice", "every choice that applies", "n and d": how to answer a question of this type.
std::string how_to_answer(const instrument::Item& item, const render::Texts& texts);

// "About this program", "About the school, once for all its programs".
std::string scope_words(const instrument::Item& item, const render::Texts& texts);

// "School of Medicine (lakeside), Round 2026, last day 2026-10-31, made Nov 22, 2026": of a school's own
// worksheet; with how it is filled, as a sentence of its own.
std::string owner_words(const Worksheet& sheet, const render::Texts& texts);

// "Doctor of Medicine (MD)".
std::string programme_words(const Worksheet& sheet, const render::Texts& texts);

// How long the packets here take, as a paragraph.
std::string time_words(const Worksheet& sheet, const render::Texts& texts);

// Which questions of a packet hang on other answers; which are marked for counsel (empty when none is).
std::string skip_words(const Packet& packet, const render::Texts& texts);
std::string legal_words(const Packet& packet, const render::Texts& texts);

// Short name of an edition for feet of pages: "smm-2026 1.0.0 · 0123456789ab".
std::string edition_mark(const Worksheet& sheet);

}  // namespace smm::report
