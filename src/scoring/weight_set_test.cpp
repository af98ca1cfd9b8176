// SPDX-License-Identifier: Apache-2.0
// 1 equal weights are 1; an empty table says equal
// 2 weights are scaled to mean 1 within an area (items) or domain (areas), and nowhere else
// 3 a constant factor within a parent, or the order of rows, changes nothing
// 4 a parent with no child named stays equal; optional indicators may be left out
// 5 everything wrong is reported at once, each with its line
#include "scoring/weight_set.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "weighing_edition.hpp"

namespace smm::scoring {
namespace {

const instrument::Edition weighed_edition = test::weighing_edition();

double item_weight(const WeightSet& set, const std::string& id) {
  for (std::size_t i = 0; i < weighed_edition.items.size(); ++i) {
    if (weighed_edition.items[i].id == id) return set.item.at(i);
  }
  ADD_FAILURE() << "no item " << id;
  return 0;
}

double area_weight(const WeightSet& set, const std::string& id) {
  for (std::size_t i = 0; i < weighed_edition.sections.size(); ++i) {
    if (weighed_edition.sections[i].id == id) return set.area.at(i);
  }
  ADD_FAILURE() << "no area " << id;
  return 0;
}

base::Result<WeightSet> read_weights(const std::string& rows) {
  return weight_set_from(test::table_of("w.csv", "level,id,weight\n" + rows), weighed_edition);
}

std::vector<std::string> weight_problems(const std::string& rows) {
  const auto result = read_weights(rows);
  std::vector<std::string> texts;
  if (result.ok()) return texts;
  for (const auto& problem : result.problems()) texts.push_back(to_string(problem));
  return texts;
}

using Texts = std::vector<std::string>;

TEST(WeightSet, EqualIsOneEverywhere) {  // 1
  const WeightSet equal = equal_weights(weighed_edition);
  EXPECT_EQ(equal.item, std::vector<double>(weighed_edition.items.size(), 1.0));
  EXPECT_EQ(equal.area, std::vector<double>(weighed_edition.sections.size(), 1.0));
  const WeightSet read = read_weights("").value();
  EXPECT_EQ(read.item, equal.item);
  EXPECT_EQ(read.area, equal.area);
}

// The worked example of docs/methods/weight-sets.md.
TEST(WeightSet, WorkedExample) {  // 2, 4
  const WeightSet set = read_weights(
                            "indicator,vision,2\nindicator,budget,1\nindicator,partners,1\n"
                            "area,mission,30\narea,leadership,10\n")
                            .value();
  EXPECT_DOUBLE_EQ(item_weight(set, "vision"), 1.5);
  EXPECT_DOUBLE_EQ(item_weight(set, "budget"), 0.75);
  EXPECT_DOUBLE_EQ(item_weight(set, "partners"), 0.75);
  EXPECT_EQ(item_weight(set, "prizes"), 1);
  EXPECT_EQ(item_weight(set, "board"), 1);
  EXPECT_DOUBLE_EQ(area_weight(set, "mission"), 1.5);
  EXPECT_DOUBLE_EQ(area_weight(set, "leadership"), 0.5);
  EXPECT_EQ(area_weight(set, "research"), 1);
}

TEST(WeightSet, EqualNumbersAreExactlyEqual) {  // 2
  const WeightSet set =
      read_weights("indicator,vision,0.1\nindicator,budget,0.1\nindicator,partners,0.1\n").value();
  EXPECT_EQ(set.item, equal_weights(weighed_edition).item);
}

TEST(WeightSet, OptionalIndicatorsMayBeNamed) {  // 4
  const WeightSet set =
      read_weights("indicator,vision,1\nindicator,budget,1\nindicator,partners,1\nindicator,prizes,5\n")
          .value();
  EXPECT_DOUBLE_EQ(item_weight(set, "vision"), 0.5);
  EXPECT_DOUBLE_EQ(item_weight(set, "prizes"), 2.5);
}

TEST(WeightSet, ZeroIsAWeight) {  // 2
  const WeightSet set = read_weights("indicator,board,0\nindicator,dean,7\n").value();
  EXPECT_EQ(item_weight(set, "board"), 0);
  EXPECT_EQ(item_weight(set, "dean"), 2);
}

TEST(WeightSet, EveryFaultIsReportedWithItsLine) {   // 5
  EXPECT_EQ(weight_problems("indicator,board,-1\n"   // 2
                            "indicator,dean,much\n"  // 3
                            "domain,research,1\n"    // 4
                            "indicator,size,1\n"     // 5: not scored
                            "area,about,1\n"         // 6: not an area
                            "area,research,1\n"      // 7
                            "area,research,1\n"      // 8
                            ",vision,1\n"),          // 9
            (Texts{"weight_negative: a weight is zero or more, not -1 (w.csv:2)",
                   "bad_number: \"weight\" takes a number, not \"much\" (w.csv:3)",
                   "weight_unknown_level: level is indicator or area, not \"domain\" (w.csv:4)",
                   "weight_unknown_id: the edition has no indicator \"size\" (w.csv:5)",
                   "weight_unknown_id: the edition has no area \"about\" (w.csv:6)",
                   "weight_duplicate: area \"research\" already has a weight on line 7 (w.csv:8)",
                   "missing_field: needs a value for \"level\" (w.csv:9)"}));
}

TEST(WeightSet, NumbersArePlain) {  // 5
  for (const std::string bad : {"nan", "inf", "1e3", "1/2", "0x1", "1 000"}) {
    const auto problems = weight_problems("area,research," + bad + "\n");
    ASSERT_EQ(problems.size(), 1u) << bad;
    EXPECT_EQ(problems[0].substr(0, 11), "bad_number:") << bad;
  }
}

TEST(WeightSet, AParentIsWeighedWholeOrNotAtAll) {  // 5
  EXPECT_EQ(
      weight_problems("indicator,dean,1\nindicator,budget,1\nindicator,prizes,1\n"),
      (Texts{"weight_parent_incomplete: area \"leadership\" has weights for some of its children but not for "
             "board (w.csv:2)",
             "weight_parent_incomplete: area \"mission\" has weights for some of its children but not for "
             "vision, partners (w.csv:3)"}));
  EXPECT_EQ(
      weight_problems("area,mission,1\n"),
      (Texts{
          "weight_parent_incomplete: domain \"governance\" has weights for some of its children but not for "
          "leadership (w.csv:2)"}));
}

TEST(WeightSet, AParentCannotWeighNothing) {  // 5
  EXPECT_EQ(weight_problems("area,research,0\n"),
            (Texts{"weight_parent_zero: all weights of domain \"research\" are zero (w.csv:2)"}));
  // The optional one alone does not make an area: no round need score it.
  EXPECT_EQ(
      weight_problems("indicator,vision,0\nindicator,budget,0\nindicator,partners,0\nindicator,prizes,1\n"),
      (Texts{"weight_parent_zero: all weights of area \"mission\" are zero (w.csv:2)"}));
}

TEST(WeightSet, ColumnsAreChecked) {  // 5
  const auto result =
      weight_set_from(test::table_of("w.csv", "level,id,wieght\narea,research,1\n"), weighed_edition);
  ASSERT_FALSE(result.ok());
  ASSERT_EQ(result.problems().size(), 2u);
  EXPECT_EQ(to_string(result.problems()[0]),
            "missing_field: needs a column \"weight\" (level,id,weight) (w.csv:1)");
  EXPECT_EQ(result.problems()[1].code, "unknown_field");
}

std::string mission_rows(const std::vector<int>& values, const std::string& zeros) {
  const char* ids[] = {"vision", "budget", "partners"};
  std::string rows;
  for (std::size_t i = 0; i < 3; ++i) {
    rows += "indicator," + std::string(ids[i]) + "," + std::to_string(values[i]) + zeros + "\n";
  }
  return rows;
}

RC_GTEST_PROP(WeightSet, AConstantFactorChangesNothing, ()) {  // 3
  const auto values = *rc::gen::container<std::vector<int>>(3, rc::gen::inRange(1, 10000));
  const std::vector<int> triple = {3 * values[0], 3 * values[1], 3 * values[2]};
  const WeightSet set = read_weights(mission_rows(values, "")).value();
  const auto one_tenth = [&] {
    std::string rows;
    const char* ids[] = {"vision", "budget", "partners"};
    for (std::size_t i = 0; i < 3; ++i) {
      rows += "indicator," + std::string(ids[i]) + "," + std::to_string(values[i] / 10) + "." +
              std::to_string(values[i] % 10) + "\n";
    }
    return rows;
  };
  for (const auto& rows : {mission_rows(triple, ""), mission_rows(values, "000000"), one_tenth()}) {
    const WeightSet scaled = read_weights(rows).value();
    double sum = 0;
    for (const char* id : {"vision", "budget", "partners"}) {
      RC_ASSERT(std::abs(item_weight(scaled, id) - item_weight(set, id)) < 1e-12);
      sum += item_weight(scaled, id);
    }
    RC_ASSERT(std::abs(sum - 3) < 1e-12);
  }
}

RC_GTEST_PROP(WeightSet, RowOrderDoesNotMatter, ()) {  // 3
  base::Table table =
      test::table_of("w.csv",
                     "level,id,weight\nindicator,vision,3\nindicator,budget,0.7\nindicator,partners,11\n"
                     "area,mission,0.3\narea,leadership,0.9\narea,research,2\n");
  const WeightSet before = weight_set_from(table, weighed_edition).value();
  for (std::size_t i = table.rows.size(); i > 1; --i) {
    std::swap(table.rows[i - 1], table.rows[*rc::gen::inRange<std::size_t>(0, i)]);
  }
  const WeightSet after = weight_set_from(table, weighed_edition).value();
  RC_ASSERT(after.item == before.item);
  RC_ASSERT(after.area == before.area);
}

}  // namespace
}  // namespace smm::scoring
