// SPDX-License-Identifier: Apache-2.0
#include "report/worksheet_words.hpp"

#include <algorithm>
#include <cmath>

#include "instrument/words.hpp"

namespace smm::report {
namespace {

using instrument::AnswerState;
using instrument::Item;
using render::Texts;

void add_note(std::vector<QuestionNote>& notes, const Texts& texts, std::string kind, std::string text) {
  if (text.empty()) return;
  std::string label = texts("worksheet.note." + kind);
  notes.push_back({std::move(kind), std::move(label), std::move(text)});
}

std::string minutes_words_of(const Question& question, const Texts& texts) {
  const std::string answering = minutes_words(question.answering, texts);
  if (question.item.gathering_minutes == 0)
    return texts("worksheet.answering_only", {{"answering", answering}});
  return texts(
      "worksheet.answering_and_gathering",
      {{"answering", answering}, {"gathering", minutes_words(question.item.gathering_minutes, texts)}});
}

std::string pooling_words(const Item& item, const Texts& texts) {
  if (!item.pool_below) return "";
  return texts("worksheet.pool", {{"n", std::to_string(*item.pool_below)}});
}

template <class Wanted>
std::string question_numbers(const Packet& packet, Wanted wanted) {
  std::string numbers;
  for (const Question* question : questions_of(packet)) {
    if (wanted(*question)) numbers += (numbers.empty() ? "" : ", ") + std::to_string(question->number);
  }
  return numbers;
}

}  // namespace

std::string minutes_words(double minutes, const Texts& texts) {
  const long whole = std::max(1L, std::lround(minutes));
  const std::string hours = std::to_string(whole / 60);
  const std::string rest = std::to_string(whole % 60);
  if (whole < 60) return texts("worksheet.minutes", {{"m", rest}});
  if (whole % 60 == 0) return texts("worksheet.hours", {{"h", hours}});
  return texts("worksheet.hours_and_minutes", {{"h", hours}, {"m", rest}});
}

std::vector<QuestionNote> question_notes(const Question& question, const Texts& texts) {
  const instrument::Wording& wording = question.item.wording;
  std::vector<QuestionNote> notes;
  add_note(notes, texts, "why", wording.why);
  add_note(notes, texts, "example", wording.example);
  add_note(notes, texts, "pool", pooling_words(question.item, texts));
  add_note(notes, texts, "reported", wording.reported);
  add_note(notes, texts, "evidence", wording.evidence);
  return notes;
}

std::vector<std::string> question_facts(const Question& question, const Texts& texts) {
  std::vector<std::string> facts = {question.period, scope_words(question.item, texts),
                                    minutes_words_of(question, texts)};
  if (!question.programme.empty()) facts.insert(facts.begin(), question.programme);
  return facts;
}

std::string defined_terms(const Question& question, const Packet& packet, const Texts& texts) {
  std::string names;
  for (const instrument::Term& term : packet.terms) {
    const auto& used = question.item.terms;
    if (std::find(used.begin(), used.end(), term.id) == used.end()) continue;
    names += (names.empty() ? "" : ", ") + texts("worksheet.term", {{"term", term.term}});
  }
  return names.empty() ? "" : texts("worksheet.see_terms", {{"terms", names}});
}

std::vector<StateWords> answer_states(const Texts& texts) {
  std::vector<StateWords> all;
  for (const AnswerState state : {AnswerState::not_known, AnswerState::not_collected, AnswerState::declined,
                                  AnswerState::not_applicable, AnswerState::not_permitted}) {
    const std::string id(instrument::to_string(state));
    const bool reason = state == AnswerState::not_applicable || state == AnswerState::not_permitted;
    all.push_back({state, id, texts("state." + id + ".label"), texts("state." + id + ".meaning"), reason});
  }
  return all;
}

std::string how_to_answer(const Item& item, const Texts& texts) {
  return texts("worksheet.how." + std::string(to_string(item.type)));
}

std::string scope_words(const Item& item, const Texts& texts) {
  const std::string unit = texts("worksheet.unit." + std::string(to_string(item.unit)));
  return item.shared ? texts("worksheet.shared", {{"unit", unit}}) : unit;
}

std::string owner_words(const Worksheet& sheet, const Texts& texts) {
  const WorksheetOwner& owner = *sheet.owner;
  return texts("worksheet.owner.line", {{"school", owner.school_name},
                                        {"code", owner.school},
                                        {"round", owner.round_title},
                                        {"day", owner.last_day},
                                        {"made", owner.made}}) +
         " " + texts(owner.filled ? "worksheet.owner.filled" : "worksheet.owner.blank");
}

std::string programme_words(const Worksheet& sheet, const Texts& texts) {
  return texts("worksheet.cover.for_programme",
               {{"programme", sheet.programme.label}, {"short", sheet.programme.short_label}});
}

std::string time_words(const Worksheet& sheet, const Texts& texts) {
  return texts("worksheet.cover.time", {{"answering", minutes_words(sheet.total.answering, texts)},
                                        {"numbers", texts.counted("worksheet.numbers", sheet.total.numbers)},
                                        {"gathering", minutes_words(sheet.total.gathering, texts)}});
}

std::string skip_words(const Packet& packet, const Texts& texts) {
  const std::string numbers =
      question_numbers(packet, [](const Question& question) { return !question.route.empty(); });
  if (numbers.empty()) return texts("worksheet.packet.all_asked");
  return texts("worksheet.packet.may_skip", {{"questions", numbers}});
}

std::string legal_words(const Packet& packet, const Texts& texts) {
  const std::string numbers =
      question_numbers(packet, [](const Question& question) { return !question.item.legal.empty(); });
  return numbers.empty() ? "" : texts("worksheet.packet.legal", {{"questions", numbers}});
}

std::string edition_mark(const Worksheet& sheet) {
  return sheet.edition + " " + sheet.version + " · " + sheet.hash.substr(0, 12);
}

}  // namespace smm::report
