// SPDX-License-Identifier: Apache-2.0
// What is said of single items against the items: one change at a time to an item that stands on both sides.
#include <gtest/gtest.h>

#include <functional>

#include "instrument/concordance_checks.hpp"
#include "instrument/problems.hpp"
#include "river_editions.hpp"

namespace smm::instrument {
namespace {

using Edit = std::function<void(Item&)>;

struct Judged {
  std::string code;  // empty: no problem
  std::string sentence;
};

// Two editions that hold `before` and `after` alone, in a concordance of one row.
Judged judge(const ConcordanceRow& given, const Item& before, const Item& after, int newer_years = 4) {
  Edition older = test::river_frame("river-1");
  Edition newer = test::river_frame("river-2");
  for (Programme& programme : newer.programmes) programme.years = newer_years;
  test::add_section(older, "teaching", SectionKind::area, {before});
  test::add_section(newer, "teaching", SectionKind::area, {after});
  ConcordanceRow row = given;
  row.from = {before.id};
  row.to = {after.id};
  const Concordance concordance{"river-1", "river-2", {}, {row}};
  base::Problems problems;
  check_unchanged_items(concordance, older, newer, problems);
  check_recoded_items(concordance, older, newer, problems);
  if (problems.empty()) return {};
  return {std::string(problems[0].code), problems[0].sentence};
}

ConcordanceRow said(Change change) {
  ConcordanceRow row;
  row.change = change;
  return row;
}

ConcordanceRow multiplied_by(double factor) {
  ConcordanceRow row = said(Change::recoded);
  row.factor = factor;
  return row;
}

ConcordanceRow mapped_by(std::vector<MappedOption> map) {
  ConcordanceRow row = said(Change::recoded);
  row.map = std::move(map);
  return row;
}

Item sample_choice() {
  Item item = test::choice("topics", ItemType::any_of, {{"a", 0}, {"b", 0}});
  item.terms = {"rural"};
  return test::stepped(item, 1, 4);
}

Item sample_share() {
  Item item = test::stepped(test::river_item("rural-share", ItemType::share), 10, 4);
  item.own = {"graduates in rural places", "graduates"};
  return item;
}

struct NamedEdit {
  std::string field;
  Edit edit;
};

Judged judge_edit(Change change, const Item& item, const Edit& edit) {
  Item after = item;
  edit(after);
  return judge(said(change), item, after);
}

TEST(UnchangedItems, MeasureAndSubjectStayUnderSameAndReworded) {
  const std::vector<NamedEdit> edits = {
      {"answered", [](Item& item) { item.shared = true; }},
      {"unit", [](Item& item) { item.unit = Unit::campus; }},
      {"period", [](Item& item) { item.period = "this-year"; }},
      {"type", [](Item& item) { item.type = ItemType::year_grid; }},
      {"options", [](Item& item) { std::swap(item.options[0], item.options[1]); }},
      {"options", [](Item& item) { item.options.pop_back(); }},
      {"options", [](Item& item) { item.options[0].points = 1; }},
      {"options", [](Item& item) { item.options[0].exclusive = true; }},
      {"options", [](Item& item) { item.options[0].leaves = true; }},
      {"steps", [](Item& item) { item.steps[0].threshold = 2; }},
      {"steps", [](Item& item) { item.steps[0].points = 3; }},
      {"direction", [](Item& item) { item.direction = Direction::lower; }},
      {"compare", [](Item& item) { item.compare = Compare::ratio; }},
      {"pool_below", [](Item& item) { item.pool_below = 30; }},
      {"maximum", [](Item& item) { item.maximum = 30; }}};
  for (const NamedEdit& named : edits) {
    for (const Change change : {Change::same, Change::reworded}) {
      const Judged judged = judge_edit(change, sample_choice(), named.edit);
      EXPECT_EQ(judged.code, "concordance_not_same") << named.field;
      EXPECT_NE(judged.sentence.find(named.field), std::string::npos) << judged.sentence;
    }
  }
}

TEST(UnchangedItems, WordsStayUnderSameOnly) {
  const std::vector<NamedEdit> edits = {
      {"question", [](Item& item) { item.wording.question = "Which?"; }},
      {"definitions", [](Item& item) { item.wording.definitions = "Else."; }},
      {"labels of options", [](Item& item) { item.options[0].label = "Else"; }},
      {"glossary", [](Item& item) { item.terms.clear(); }},
      {"numerator", [](Item& item) { item.own.numerator = "students"; }},
      {"denominator", [](Item& item) { item.comparator.denominator = "students"; }}};
  for (const NamedEdit& named : edits) {
    const Judged judged = judge_edit(Change::same, sample_choice(), named.edit);
    EXPECT_EQ(judged.code, "concordance_not_same") << named.field;
    EXPECT_NE(judged.sentence.find(named.field), std::string::npos) << judged.sentence;
    EXPECT_EQ(judge_edit(Change::reworded, sample_choice(), named.edit).code, "") << named.field;
  }
}

TEST(UnchangedItems, WhatMovesNoAnswerMayChange) {
  const auto edit = [](Item& item) {
    item.wording.why = item.wording.example = item.wording.evidence = "Else.";
    item.office = "registrar";
    item.lever = Lever::dean;
    item.time_bound = true;
    item.steps[0].reason = "Else.";
    item.programmes = test::river_md;
  };
  EXPECT_EQ(judge_edit(Change::same, sample_choice(), edit).code, "");
}

TEST(UnchangedItems, AVariantOfOneProgramCounts) {
  Variant variant;
  variant.programmes = test::river_md;
  variant.steps = {{50, 4, {}, {}}};
  const Edit edit = [&](Item& item) { item.variants = {variant}; };
  EXPECT_EQ(judge_edit(Change::reworded, sample_share(), edit).code, "concordance_not_same");
}

TEST(UnchangedItems, GridsNeedTheSameYears) {
  const Item grid = test::stepped(test::choice("grid", ItemType::year_grid, {{"a", 0}}), 50, 4);
  EXPECT_EQ(judge(said(Change::same), grid, grid, 4).code, "");
  EXPECT_EQ(judge(said(Change::same), grid, grid, 3).code, "concordance_not_same");
  EXPECT_EQ(judge(mapped_by({{"a", "a", {}}}), grid, grid, 3).code, "recode_misfit");
}

TEST(RecodedItems, KeepTheirSubject) {
  Item after = sample_share();
  after.period = "this-year";
  EXPECT_EQ(judge(multiplied_by(1), sample_share(), after).code, "recode_misfit");
}

TEST(RecodedItems, FactorsStandBetweenNumbersOfOneType) {
  const Item count = test::river_item("n", ItemType::count);
  const Item money = test::river_item("n", ItemType::money);
  const Item date = test::river_item("n", ItemType::date);
  EXPECT_EQ(judge(multiplied_by(12), count, count).code, "");
  EXPECT_EQ(judge(multiplied_by(0.001), money, money).code, "");
  EXPECT_EQ(judge(multiplied_by(12), count, money).code, "recode_misfit");
  EXPECT_EQ(judge(multiplied_by(1), date, date).code, "recode_misfit");
  EXPECT_EQ(judge(multiplied_by(0), count, count).code, "recode_misfit");
  EXPECT_EQ(judge(multiplied_by(-1), count, count).code, "recode_misfit");
}

TEST(RecodedItems, SharesAndRatiosTakeTheFactorOneOnly) {
  for (const ItemType type : {ItemType::share, ItemType::ratio, ItemType::two_shares}) {
    const Item item = test::river_item("n", type);
    EXPECT_EQ(judge(multiplied_by(1), item, item).code, "");
    EXPECT_EQ(judge(multiplied_by(2), item, item).code, "recode_misfit");
  }
}

TEST(RecodedItems, MapsLeadAmongChoicesOfOne) {
  const Item yes_no = test::choice("q", ItemType::yes_no, {{"yes", 4}, {"no", 0}});
  const Item phase = test::choice("q", ItemType::phase, {{"1", 0}, {"2", 1}, {"3", 2}, {"4", 4}});
  const Item any = test::choice("q", ItemType::any_of, {{"yes", 0}, {"no", 0}});
  const ConcordanceRow to_phase = mapped_by({{"yes", "3", {}}, {"no", "1", {}}});
  EXPECT_EQ(judge(to_phase, yes_no, phase).code, "");
  EXPECT_EQ(judge(mapped_by({{"yes", "yes", {}}, {"no", "no", {}}}), yes_no, any).code, "recode_misfit");
  EXPECT_EQ(judge(mapped_by({{"yes", "yes", {}}, {"no", "no", {}}}), any, yes_no).code, "recode_misfit");
}

TEST(RecodedItems, MapsNameEachOldOptionOnce) {
  const Item item = sample_choice();
  EXPECT_EQ(judge(mapped_by({{"a", "b", {}}, {"b", std::nullopt, {}}}), item, item).code, "");
  EXPECT_EQ(judge(mapped_by({{"a", "a", {}}}), item, item).code, "concordance_incomplete");
  EXPECT_EQ(judge(mapped_by({{"a", "a", {}}, {"b", "b", {}}, {"a", "b", {}}}), item, item).code,
            "concordance_repeated");
  EXPECT_EQ(judge(mapped_by({{"a", "z", {}}, {"b", "b", {}}}), item, item).code, "unknown_id");
  EXPECT_EQ(judge(mapped_by({{"a", "a", {}}, {"b", "b", {}}, {"z", "b", {}}}), item, item).code,
            "unknown_id");
}

TEST(RecodedItems, AnOptionThatStandsAloneNeverStandsForOneThatDoesNot) {
  Item after = sample_choice();
  after.options[1].exclusive = true;
  const ConcordanceRow row = mapped_by({{"a", "a", {}}, {"b", "b", {}}});
  EXPECT_EQ(judge(row, sample_choice(), after).code, "recode_misfit");
  EXPECT_EQ(judge(row, after, after).code, "");
}

}  // namespace
}  // namespace smm::instrument
