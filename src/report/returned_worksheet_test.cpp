// SPDX-License-Identifier: Apache-2.0
// Every question of the shipped edition, for every program, goes out in a workbook and comes back as it was;
// and what was done to a workbook on the way is told.
#include "report/returned_worksheet.hpp"

#include <gtest/gtest.h>

#include <array>

#include "exchange/xlsx_writer.hpp"
#include "report/sample_worksheet_test.hpp"
#include "report/worksheet_xlsx.hpp"

namespace smm::report {
namespace {

using instrument::AnswerState;
using instrument::Item;
using instrument::ItemType;

// A value of the question's type; another one for every `turn`, among them none and what is not permitted.
std::string some_value(const Item& item, int years, int turn) {
  const auto option = [&](int at) {
    return item.options[static_cast<std::size_t>(at) % item.options.size()].id;
  };
  switch (item.type) {
    case ItemType::yes_no:
    case ItemType::phase:
      return option(turn);
    case ItemType::one_of:
      return turn % 2 == 0 ? option(turn) : option(0) + ";!" + option(1);
    case ItemType::any_of:
      if (offers_none(item) && turn % 2 == 0) return "none;!" + option(1);
      return option(0) + (turn % 2 == 0 ? "" : ";!" + option(1));
    case ItemType::year_grid:
      return turn % 2 == 0 ? "none" : option(0) + "@" + std::to_string(years) + ";!" + option(1) + "@1";
    case ItemType::count:
      return std::to_string(turn);
    case ItemType::money:
      return std::to_string(1'000'000 + turn);
    case ItemType::share:
      return turn % 2 == 0 ? "12/40" : "33.5";
    case ItemType::ratio:
      return "120/40";
    case ItemType::two_shares:
      return turn % 2 == 0 ? "12/40|30" : "7.25|9/10";
    case ItemType::date:
      return "2026-04-15";
    case ItemType::text:
      return "= not a formula; \"quoted\", über\nand a second line";
    case ItemType::evidence:
      return "https://example.org/policy.pdf";
  }
  return "";
}

EnteredAnswer some_answer(const Question& question, int turn) {
  constexpr std::array states = {AnswerState::not_known, AnswerState::not_collected, AnswerState::declined,
                                 AnswerState::not_applicable, AnswerState::not_permitted};
  const std::size_t at = static_cast<std::size_t>(question.number + turn) % 9;
  if (at < states.size()) return {states[at], "", at < 3 ? "" : "Board rule 7\nof 2019"};
  if (at == states.size()) return {};
  return {AnswerState::answered, some_value(question.item, question.years, turn + question.number),
          "because"};
}

// A school's own worksheet, filled with some answer to every question.
Worksheet filled_worksheet(const instrument::Edition& edition, std::size_t programme, int turn) {
  Worksheet sheet =
      make_worksheet(edition, instrument::questionnaire_for(edition, programme), interface_texts());
  sheet.owner = {"lakeside", "Lakeside School", "2026", "Round 2026", "2026-10-31", "today", true};
  for (Packet& packet : sheet.packets)
    for (WorksheetArea& area : packet.areas)
      for (Question& question : area.questions) {
        question.entered = some_answer(question, turn);
        question.version = question.number;
      }
  return sheet;
}

std::vector<Question> all_questions(const Worksheet& sheet) {
  std::vector<Question> all;
  for (const Packet& packet : sheet.packets)
    for (const Question* question : questions_of(packet)) all.push_back(*question);
  return all;
}

exchange::ReadWorkbook read_again(const Worksheet& sheet) {
  auto book = exchange::read_workbook(worksheet_xlsx(sheet, interface_texts()), "file");
  EXPECT_TRUE(book);
  return *book;
}

TEST(ReturnedWorksheet, EveryQuestionOfEveryProgramComesBackAsItWas) {
  const auto edition = edition_in("content/instruments/smm-2026");
  std::set<ItemType> types;
  for (std::size_t programme = 0; programme < edition.programmes.size(); ++programme) {
    for (const int turn : {0, 3, 4}) {
      const Worksheet sheet = filled_worksheet(edition, programme, turn);
      const auto questions = all_questions(sheet);
      const auto answers = returned_answers(read_again(sheet), questions, interface_texts());
      ASSERT_TRUE(answers) << answers.problems().front().sentence;
      ASSERT_EQ(answers->size(), questions.size());
      for (const ReturnedAnswer& answer : *answers) {
        const Question& question = questions[answer.question];
        const TypedAnswer wanted = canonical(question.item, question.years, question.entered);
        EXPECT_EQ(answer_in(question.item, question.years, answer.cells,
                            barred_beside(question.item, question.entered)),
                  wanted)
            << question.key << " " << wanted.value;
        EXPECT_EQ(answer.version, question.number);
        types.insert(question.item.type);
      }
    }
  }
  EXPECT_GE(types.size(), 9U);
}

// What canonical() changes is the way it is written, never what is said.
TEST(ReturnedWorksheet, WhatIsWrittenThereCanBeReadAndMeansTheSame) {
  const auto edition = edition_in("content/instruments/smm-2026");
  for (const Question& question : all_questions(filled_worksheet(edition, 0, 4))) {
    if (question.entered.state != AnswerState::answered) continue;
    const TypedAnswer written = canonical(question.item, question.years, question.entered);
    std::optional<base::Problem> problem;
    instrument::Answer before, after;
    const auto read = [&](const std::string& value, instrument::Answer& into) {
      return parse_answer(question.item, question.years, {"answered", value, "because"}, into, problem);
    };
    ASSERT_TRUE(read(question.entered.value, before)) << question.key << question.entered.value;
    ASSERT_TRUE(read(written.value, after)) << question.key << written.value;
    EXPECT_EQ(before.choice.chosen, after.choice.chosen);
    EXPECT_EQ(before.choice.barred, after.choice.barred);
    EXPECT_EQ(before.value, after.value);
    EXPECT_EQ(before.comparator, after.comparator);
  }
}

TEST(ReturnedWorksheet, ABlankOneSaysNothing) {
  const auto edition = edition_in("content/instruments/smm-2026");
  Worksheet sheet = filled_worksheet(edition, 0, 0);
  for (Packet& packet : sheet.packets)
    for (WorksheetArea& area : packet.areas)
      for (Question& question : area.questions) question.entered = {};
  const auto questions = all_questions(sheet);
  const auto answers = returned_answers(read_again(sheet), questions, interface_texts());
  ASSERT_TRUE(answers);
  for (const auto& answer : *answers) {
    EXPECT_EQ(answer.cells, AnswerCells()) << questions[answer.question].key;
  }
}

TEST(ReturnedWorksheet, SaysWhoseItIs) {
  const auto edition = edition_in("tests/editions/small");
  const auto facts = workbook_facts(read_again(filled_worksheet(edition, 0, 0)));
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->school, "lakeside");
  EXPECT_EQ(facts->round, "2026");
  EXPECT_EQ(facts->edition, "small");
  EXPECT_EQ(facts->hash, edition.hash);
  EXPECT_TRUE(facts->filled);
}

std::string code_of_facts(const exchange::ReadWorkbook& book) {
  const auto facts = workbook_facts(book);
  return facts ? "" : std::string(facts.problems().front().code);
}

TEST(ReturnedWorksheet, TakesNoOtherWorkbook) {
  EXPECT_EQ(code_of_facts(read_again(small_worksheet("md"))), "worksheet_foreign");  // of no school
  exchange::ReadWorkbook other{"file", {{"edition", true, {{{0, 0}, "format"}, {{0, 1}, "2"}}, {}}}};
  EXPECT_EQ(code_of_facts(other), "worksheet_foreign");
  other.sheets.front().cells[{20'000, 0}] = "x";
  EXPECT_EQ(code_of_facts(other), "worksheet_too_large");
  other.sheets.front().cells.erase({20'000, 0});
  for (std::uint32_t row = 0; row < 19'000; ++row)
    for (std::uint32_t column = 2; column < 8; ++column) other.sheets.front().cells[{row, column}] = "x";
  EXPECT_EQ(code_of_facts(other), "worksheet_too_large");
}

// A workbook of one's own making: the small worksheet with one change.
struct ChangedWorkbook {
  instrument::Edition edition = edition_in("tests/editions/small");
  Worksheet sheet = filled_worksheet(edition, 0, 0);
  std::vector<Question> questions = all_questions(sheet);
  exchange::ReadWorkbook book = read_again(sheet);

  // The row of an id, and the sheet it is on.
  std::pair<exchange::ReadSheet*, std::uint32_t> row(const std::string& id) {
    for (auto& each : book.sheets)
      for (const auto& [place, text] : each.cells)
        if (place.second == 0 && text == id && each.name != "versions") return {&each, place.first};
    ADD_FAILURE() << id;
    return {nullptr, 0};
  }

  std::string code() {
    const auto answers = returned_answers(book, questions, interface_texts());
    return answers ? "" : std::string(answers.problems().front().code);
  }

  AnswerCells cells(const std::string& key) {
    const auto answers = returned_answers(book, questions, interface_texts());
    for (const auto& answer : *answers)
      if (questions[answer.question].key == key) return answer.cells;
    ADD_FAILURE() << key;
    return {};
  }
};

TEST(ReturnedWorksheet, TellsOfFormulas) {
  ChangedWorkbook changed;
  const auto [sheet, row] = changed.row("students");
  sheet->formulas.insert({row, 3});
  const auto answers = returned_answers(changed.book, changed.questions, interface_texts());
  ASSERT_FALSE(answers);
  EXPECT_EQ(answers.problems().front().code, "worksheet_formula");
  EXPECT_NE(answers.problems().front().sentence.find(sheet->name + "!D" + std::to_string(row + 1)),
            std::string::npos);
}

TEST(ReturnedWorksheet, TellsOfRowsThatAreMissingOrDoubled) {
  ChangedWorkbook missing;
  const auto [sheet, row] = missing.row("patient-groups#rural");
  sheet->cells.erase({row, 0});
  EXPECT_EQ(missing.code(), "worksheet_rows_changed");
  ChangedWorkbook doubled;
  doubled.row("students").first->cells[{500, 0}] = "students";
  EXPECT_EQ(doubled.code(), "worksheet_rows_changed");
}

// Rows may move, and a packet's sheet may be missing as a whole.
TEST(ReturnedWorksheet, GoesByIdsAlone) {
  ChangedWorkbook changed;
  const auto [sheet, row] = changed.row("students");
  const std::string value = sheet->cells[{row, 3}];
  sheet->cells[{500, 0}] = "students";
  sheet->cells[{500, 3}] = "77";
  sheet->cells.erase({row, 0});
  EXPECT_EQ(changed.cells("students").parts[""], "77");
  std::erase_if(changed.book.sheets, [](const auto& each) { return each.name == "Finance"; });
  const auto answers = returned_answers(changed.book, changed.questions, interface_texts());
  ASSERT_TRUE(answers);
  EXPECT_EQ(answers->size(), changed.questions.size() - 1);
}

// What people type instead of choosing; what nobody can read goes along as it is.
TEST(ReturnedWorksheet, KnowsLabelsIdsAndCrosses) {
  ChangedWorkbook changed;
  const auto type = [&](const std::string& id, std::uint32_t column, const std::string& text) {
    const auto [sheet, row] = changed.row(id);
    sheet->cells[{row, column}] = text;
  };
  type("patient-groups#rural", 3, "X");
  type("runs-clinics", 3, " yes ");
  type("students", 7, "NOT KNOWN");
  EXPECT_EQ(changed.cells("patient-groups").parts["rural"], "yes");
  EXPECT_EQ(changed.cells("runs-clinics").parts[""], "yes");
  EXPECT_EQ(changed.cells("students").state, "not_known");
  type("patient-groups#rural", 3, "maybe");
  type("students", 7, "on holiday");
  EXPECT_EQ(changed.cells("patient-groups").parts["rural"], "maybe");
  EXPECT_EQ(changed.cells("students").state, "on holiday");
}

}  // namespace
}  // namespace smm::report
