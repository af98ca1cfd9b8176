// SPDX-License-Identifier: Apache-2.0
// The rules of docs/methods/soft-checks.md, each on both sides of its threshold, and the page's example.
#include "assessment/soft_checks.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "assessment/sample_sheet_test.hpp"
#include "assessment/typed_number.hpp"

namespace smm::assessment {
namespace {

using instrument::Item;
using instrument::ItemType;
using sample::said;
using Answers = std::vector<SheetAnswer>;

Item number_item(ItemType type, const std::string& id, const std::string& counts, const std::string& of) {
  Item made = sample::at(instrument::sample::number(type, {}), id, "dean", false);
  made.own = {counts, of};
  made.period = "last-class";
  return made;
}

// entering, reached and kept are about the last class; pooled is, too, and pools classes under 30.
instrument::Edition numbers_edition() {
  using namespace instrument::sample;
  std::vector<Item> items = {
      number_item(ItemType::count, "graduates", "students who graduated", ""),
      number_item(ItemType::share, "reached", "graduates who reached it", "all graduates"),
      number_item(ItemType::share, "kept", "graduates with an identifier", "all graduates"),
      number_item(ItemType::share, "pooled", "graduates with a project", "all graduates"),
      number_item(ItemType::ratio, "ratio", "people who took part", "students who entered"),
      number_item(ItemType::money, "debt", "median dollars", ""),
      number_item(ItemType::two_shares, "rural", "rural entrants", "known entrants"),
      sample::at(yes_no(), "gate", "dean", true),
      asked_if(sample::at(share(), "behind", "dean", true), "gate == yes")};
  items[3].pool_below = 30;
  items[5].steps = steps({{60000, 4}, {30000, 10}});
  items[6].comparator = {"rural residents", "all residents"};
  return sample::edition_of(std::move(items));
}

struct Numbers {
  instrument::Edition edition = numbers_edition();
  SheetPlan plan = sample::plan_of(edition);

  std::vector<std::string> found(const std::vector<Finding>& findings) const {
    std::vector<std::string> names;
    for (const Finding& finding : findings) {
      std::string name(to_string(finding.check));
      for (const AnswerPlace& place : finding.places)
        name += " " + (place.programme.empty() ? "" : place.programme + ":") + place.item;
      names.push_back(name);
    }
    return names;
  }
  std::vector<std::string> sheet(const Answers& answers, const EarlierValues& earlier = {}) const {
    return found(check_sheet(plan, route_sheet(plan, answers), answers, earlier));
  }
  std::vector<std::string> alone(const std::string& place, const std::string& value,
                                 std::optional<std::string_view> earlier = std::nullopt) const {
    const SheetAnswer answer = said(place, value);
    std::vector<std::string> names;
    for (const Finding& finding : check_answer(plan, *plan.find(answer.place), answer.given, earlier))
      names.emplace_back(to_string(finding.check));
    return names;
  }
};

using Names = std::vector<std::string>;

TEST(OneAnswer, IsCheckedAsItIsTyped) {
  const Numbers numbers;
  EXPECT_EQ(numbers.alone("md:reached", "12/40"), Names{});
  EXPECT_EQ(numbers.alone("md:reached", "40/40"), Names{});
  EXPECT_EQ(numbers.alone("md:reached", "41/40"), Names{"part_above_whole"});
  EXPECT_EQ(numbers.alone("md:ratio", "41/40"), Names{}) << "a ratio may exceed 100";
  EXPECT_EQ(numbers.alone("md:rural", "12/40|41/40"), Names{"part_above_whole"});
  EXPECT_EQ(numbers.alone("md:reached", "0.35"), Names{"fraction_for_percent"});
  EXPECT_EQ(numbers.alone("md:reached", "0"), Names{});
  EXPECT_EQ(numbers.alone("md:reached", "1"), Names{});
  EXPECT_EQ(numbers.alone("md:reached", "twelve"), Names{});
  EXPECT_EQ(numbers.alone("md:reached", "not_known"), Names{});
  EXPECT_EQ(numbers.alone("gate", "yes"), Names{});
}

TEST(OneAnswer, TwoSharesShouldNotBeTheSameNumbers) {
  const Numbers numbers;
  EXPECT_EQ(numbers.alone("md:rural", "12/40|12/40"), Names{"comparator_repeats_own"});
  EXPECT_EQ(numbers.alone("md:rural", "12/40|24/80"), Names{});
  EXPECT_EQ(numbers.alone("md:rural", "0/40|0/40"), Names{});
  EXPECT_EQ(numbers.alone("md:rural", "30|30"), Names{}) << "rounded percents agree by chance";
}

TEST(OneAnswer, SmallWholesAndSmallAmounts) {
  const Numbers numbers;
  EXPECT_EQ(numbers.alone("md:pooled", "4/29"), Names{"small_denominator"});
  EXPECT_EQ(numbers.alone("md:pooled", "4/30"), Names{});
  EXPECT_EQ(numbers.alone("md:reached", "4/29"), Names{}) << "nothing is pooled there";
  EXPECT_EQ(numbers.alone("md:debt", "299"), Names{"amount_too_small"});
  EXPECT_EQ(numbers.alone("md:debt", "300"), Names{});
  EXPECT_EQ(numbers.alone("md:debt", "0"), Names{});
}

TEST(EarlierValue, IsFarByPointsAndBeyondChance) {
  const Numbers numbers;
  EXPECT_EQ(numbers.alone("md:reached", "70/100", "50/100"), Names{"far_from_earlier"});
  EXPECT_EQ(numbers.alone("md:reached", "69/100", "50/100"), Names{}) << "19 points";
  EXPECT_EQ(numbers.alone("md:reached", "7/10", "5/10"), Names{}) << "chance in classes of ten";
  EXPECT_EQ(numbers.alone("md:reached", "70", "50"), Names{"far_from_earlier"});
  EXPECT_EQ(numbers.alone("md:reached", "50/100", "70/100"), Names{"far_from_earlier"});
  EXPECT_EQ(numbers.alone("md:rural", "30/100|10/100", "30/100|40/100"), Names{"far_from_earlier"});
  EXPECT_EQ(numbers.alone("md:rural", "30/100|10/100", "30/100"), Names{}) << "not the same kind of answer";
}

TEST(EarlierValue, OfOtherNumbersIsFarWhenDoubledOrHalved) {
  const Numbers numbers;
  EXPECT_EQ(numbers.alone("md:graduates", "120", "60"), Names{"far_from_earlier"});
  EXPECT_EQ(numbers.alone("md:graduates", "119", "60"), Names{});
  EXPECT_EQ(numbers.alone("md:graduates", "18", "9"), Names{}) << "nine more";
  EXPECT_EQ(numbers.alone("md:graduates", "19", "9"), Names{"far_from_earlier"});
  EXPECT_EQ(numbers.alone("md:graduates", "0", "60"), Names{"far_from_earlier"});
  EXPECT_EQ(numbers.alone("md:debt", "40000", "90000"), Names{"far_from_earlier"});
  EXPECT_EQ(numbers.alone("md:debt", "999", "400"), Names{}) << "under 1,000 dollars apart";
}

TEST(TypedTwice, TakesTheSameTwoNumbersForDifferentThings) {
  const Numbers numbers;
  EXPECT_EQ(numbers.sheet({said("md:reached", "37/64"), said("md:kept", "37/64")}),
            Names{"typed_twice md:reached md:kept"});
  EXPECT_EQ(numbers.sheet({said("md:reached", "9/64"), said("md:kept", "9/64")}), Names{})
      << "small numbers meet";
  EXPECT_EQ(numbers.sheet({said("md:reached", "64/64"), said("md:kept", "64/64")}), Names{}) << "all of them";
  EXPECT_EQ(numbers.sheet({said("md:reached", "37/64"), said("adn:reached", "37/64")}),
            Names{"typed_twice md:reached adn:reached"});
  EXPECT_EQ(numbers.sheet({said("md:rural", "5/64|200/900"), said("adn:rural", "6/40|200/900")}), Names{})
      << "both programs have one service area";
}

TEST(OneQuantity, HasOneNumber) {
  const Numbers numbers;
  EXPECT_EQ(numbers.sheet({said("md:reached", "20/64"), said("md:kept", "50/66")}),
            Names{"quantity_differs md:reached md:kept"});
  EXPECT_EQ(numbers.sheet({said("md:reached", "20/64"), said("md:kept", "30/46")}),
            Names{"digits_transposed md:reached md:kept"});
  EXPECT_EQ(numbers.sheet({said("md:reached", "20/64"), said("adn:kept", "50/66")}), Names{})
      << "two programs";
  EXPECT_EQ(numbers.sheet({said("md:reached", "20/25"), said("md:pooled", "50/75")}), Names{})
      << "three classes were pooled";
  EXPECT_EQ(numbers.sheet({said("md:reached", "20/35"), said("md:pooled", "50/75")}),
            Names{"quantity_differs md:reached md:pooled"});
}

TEST(OneQuantity, ACountMayHaveItsDigitsTransposedInAnyWhole) {
  const Numbers numbers;
  EXPECT_EQ(numbers.sheet({said("md:graduates", "64"), said("md:kept", "40/46")}),
            Names{"digits_transposed md:graduates md:kept"});
  EXPECT_EQ(numbers.sheet({said("md:graduates", "64"), said("md:kept", "40/63")}), Names{});
}

TEST(PercentOfWhole, MustComeFromWholePeople) {
  const Numbers numbers;
  EXPECT_EQ(numbers.sheet({said("md:reached", "20/64"), said("md:kept", "50")}), Names{});
  EXPECT_EQ(numbers.sheet({said("md:reached", "20/64"), said("md:kept", "51.6")}), Names{}) << "33 of 64";
  EXPECT_EQ(numbers.sheet({said("md:reached", "20/64"), said("md:kept", "51.1")}),
            Names{"percent_not_of_whole md:kept md:reached"});
  EXPECT_EQ(numbers.sheet({said("md:reached", "20/64"), said("adn:kept", "51.1")}), Names{});
}

TEST(ClosedQuestions, HaveNoValue) {
  const Numbers numbers;
  EXPECT_EQ(numbers.sheet({said("gate", "no"), said("behind", "12/40")}),
            Names{"answered_though_closed behind"});
  EXPECT_EQ(numbers.sheet({said("gate", "not_applicable"), said("behind", "12/40")}),
            Names{"answered_though_closed behind"});
  EXPECT_EQ(numbers.sheet({said("gate", "yes"), said("behind", "12/40")}), Names{});
  EXPECT_EQ(numbers.sheet({said("behind", "12/40")}), Names{}) << "not decided yet";
  EXPECT_EQ(numbers.sheet({said("gate", "no"), said("behind", "not_known")}), Names{});
}

TEST(ComparedPlaces, AreTheOtherNumbers) {
  const Numbers numbers;
  const auto places = compared_places(numbers.plan, *numbers.plan.find({"md", "kept"}));
  EXPECT_EQ(places.size(), 14u);
  EXPECT_TRUE(compared_places(numbers.plan, *numbers.plan.find({"", "gate"})).empty());
}

// A part of the answers shows nothing that all of them do not show, and what two places show is found with
// one of them and the places it is compared with.
TEST(ComparedPlaces, AreEnough) {
  const Numbers numbers;
  const Answers answers{said("md:reached", "37/64"), said("md:kept", "37/64"), said("md:pooled", "30/46")};
  EXPECT_EQ(numbers.found(check_numbers(numbers.plan, std::span(answers).first(2))),
            Names{"typed_twice md:reached md:kept"});
  EXPECT_EQ(numbers.found(check_numbers(numbers.plan, answers)).size(), 3u);
}

std::string checks_page() {
  std::ifstream file("docs/methods/soft-checks.md");
  return {std::istreambuf_iterator<char>(file), {}};
}

// The example on the page: "| `place` | `value` | ... |" rows under its heading, then the findings.
TEST(SoftChecksPage, HasThisExample) {
  const Numbers numbers;
  const Answers answers{said("md:graduates", "64"), said("md:reached", "52/64"),   said("md:kept", "40/46"),
                        said("md:pooled", "33.3"),  said("md:rural", "9/60|9/60"), said("md:debt", "48"),
                        said("gate", "no"),         said("behind", "12/40")};
  const Names wanted{"digits_transposed md:graduates md:kept", "far_from_earlier md:reached",
                     "digits_transposed md:reached md:kept",   "percent_not_of_whole md:pooled md:reached",
                     "percent_not_of_whole md:pooled md:kept", "amount_too_small md:debt",
                     "comparator_repeats_own md:rural",        "answered_though_closed behind"};
  EXPECT_EQ(numbers.sheet(answers, {{{"md", "reached"}, "30/62"}}), wanted);
  const std::string text = checks_page();
  for (const SheetAnswer& answer : answers) {
    const std::size_t row = text.find("\n| `" + answer.place.item + "`");
    ASSERT_NE(row, std::string::npos) << answer.place.item;
    const std::string line = text.substr(row, text.find('\n', row + 1) - row);
    EXPECT_NE(line.find("| `" + answer.given.value + "` |"), std::string::npos) << line;
  }
  for (const std::string& finding : wanted) {
    const std::string code = finding.substr(0, finding.find(' '));
    EXPECT_NE(text.find("| `" + code + "` |"), std::string::npos) << code;
  }
}

TEST(SoftChecksPage, ExplainsEveryCheck) {
  const std::string text = checks_page();
  std::set<std::string_view> names;
  for (const SoftCheck check : soft_checks()) {
    names.insert(to_string(check));
    EXPECT_NE(text.find("| `" + std::string(to_string(check)) + "` |"), std::string::npos)
        << to_string(check);
  }
  EXPECT_EQ(names.size(), 11u);
}

TEST(TypedNumber, KeepsWhatWasTyped) {
  EXPECT_EQ(typed_number("7/20"), (TypedNumber{true, 7, 20, 35, 0}));
  EXPECT_EQ(typed_number("35.0"), (TypedNumber{false, 0, 0, 35, 1}));
  EXPECT_EQ(typed_number("35"), (TypedNumber{false, 35, 0, 35, 0}));
  for (const char* text : {"", "/", "7/", "/20", "7/0", "-1", "+1", "1.", ".5", "1e3", "1.2.3", "nan", " 7",
                           "9007199254740993", "7/20/3", "7|20", "99999999999999999.5"})
    EXPECT_EQ(typed_number(text), std::nullopt) << text;
  EXPECT_EQ(typed_numbers("7/20|35").size(), 2u);
  EXPECT_EQ(typed_numbers("7/20|").size(), 0u);
}

TEST(DigitsTransposed, SeesNeighborsThatChangedPlaces) {
  EXPECT_TRUE(digits_transposed(54, 45));
  EXPECT_TRUE(digits_transposed(1243, 1234));
  EXPECT_FALSE(digits_transposed(54, 54));
  EXPECT_FALSE(digits_transposed(321, 123)) << "no neighbors";
  EXPECT_FALSE(digits_transposed(10, 1)) << "01 is not typed";
  EXPECT_FALSE(digits_transposed(55, 54));
  EXPECT_FALSE(digits_transposed(5, 4));
}

}  // namespace
}  // namespace smm::assessment
