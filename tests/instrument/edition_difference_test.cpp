// SPDX-License-Identifier: Apache-2.0
#include "instrument/edition_difference.hpp"

#include <gtest/gtest.h>

#include "edition_folder.hpp"

namespace smm::instrument {
namespace {

Edition small_edition() {
  return test::load_folder(test::read_folder("tests/editions/small")).value();
}

Item& item_of(Edition& edition, std::string_view id) {
  return edition.items[edition.item(id).value()];
}

// "aspect field: before -> after; ..." of everything that changed in items.
std::string changes_in_items(const EditionDifference& difference) {
  std::string out;
  for (const ItemDifference& item : difference.changed) {
    for (const FieldChange& change : item.changes) {
      out += item.id + " " + std::string(to_string(change.aspect)) + " " + change.field + ": " +
             change.before + " -> " + change.after + "; ";
    }
  }
  return out;
}

// What comparing says after `change` was made to the small edition.
template <class Change>
EditionDifference after_change(Change change) {
  const Edition before = small_edition();
  Edition after = before;
  change(after);
  return compare_editions(before, after);
}

TEST(EditionDifference, AnEditionDoesNotDifferFromItself) {
  EXPECT_TRUE(after_change([](Edition&) {}).empty());
}

TEST(EditionDifference, SaysWhichFieldOfWhichItemChangedAndHow) {
  EXPECT_EQ(
      changes_in_items(after_change([](Edition& e) { item_of(e, "runs-clinics").wording.why = "New."; })),
      "runs-clinics wording why: One question is asked only where there are some. -> New.; ");
  EXPECT_EQ(
      changes_in_items(after_change([](Edition& e) { item_of(e, "holistic-review").options[1].points = 5; })),
      "holistic-review points options.interviews.points: 4 -> 5; ");
  EXPECT_EQ(changes_in_items(
                after_change([](Edition& e) { item_of(e, "median-debt").steps[0].threshold = 150000; })),
            "median-debt steps steps.1.threshold: 200000 -> 150000; ");
  EXPECT_EQ(changes_in_items(after_change([](Edition& e) { item_of(e, "rural-compared").programmes = 3; })),
            "rural-compared programmes programmes: md -> md, adn; ");
  EXPECT_EQ(changes_in_items(after_change([](Edition& e) { item_of(e, "pathway-reach").ask_if.reset(); })),
            "pathway-reach routing ask_if: holistic-review != none -> ; ");
  EXPECT_EQ(changes_in_items(after_change([](Edition& e) { item_of(e, "median-debt").office = "dean"; })),
            "median-debt properties office: finance -> dean; ");
}

TEST(EditionDifference, AnOptionMoreIsNamedWithItsLabel) {
  const auto difference = after_change([](Edition& e) {
    Option option;
    option.id = "tribal";
    option.label = "Members of tribal nations";
    item_of(e, "patient-groups").options.push_back(option);
  });
  EXPECT_EQ(changes_in_items(difference),
            "patient-groups options options: rural, veterans, language -> rural, veterans, language, tribal; "
            "patient-groups options options.tribal.label:  -> Members of tribal nations; ");
}

TEST(EditionDifference, VariantsAreComparedByTheirPrograms) {
  EXPECT_EQ(
      changes_in_items(after_change(
          [](Edition& e) { item_of(e, "topics-each-year").variants[0].wording.example = "Other."; })),
      "topics-each-year wording variants.adn.example: Both topics in each of two years tick 4 of 4 cells. -> "
      "Other.; ");
}

TEST(EditionDifference, ItemsComeAndGo) {
  const auto difference = after_change([](Edition& e) { item_of(e, "policy-link").id = "policy-page"; });
  EXPECT_EQ(difference.added, std::vector<std::string>{"policy-page"});
  EXPECT_EQ(difference.removed, std::vector<std::string>{"policy-link"});
  EXPECT_TRUE(difference.changed.empty());
}

TEST(EditionDifference, AnItemInAnotherSectionMoved) {
  const auto difference = after_change([](Edition& e) {
    const std::size_t position = e.item("service-stages").value();
    std::erase(e.sections[e.section("lessons").value()].items, position);
    e.sections[e.section("access").value()].items.push_back(position);
    e.items[position].section = e.section("access").value();
  });
  ASSERT_EQ(difference.moved.size(), 1U);
  EXPECT_EQ(difference.moved[0].id + " " + difference.moved[0].from + " " + difference.moved[0].to,
            "service-stages lessons access");
  EXPECT_TRUE(difference.reordered.empty());
}

TEST(EditionDifference, AnotherOrderIsNotedPerSection) {
  const auto difference = after_change([](Edition& e) {
    auto& items = e.sections[e.section("access").value()].items;
    std::swap(items[0], items[1]);
  });
  EXPECT_EQ(difference.reordered, std::vector<std::string>{"access"});
  EXPECT_TRUE(difference.moved.empty());
}

TEST(EditionDifference, TheFrameIsComparedToo) {
  const auto difference = after_change([](Edition& e) {
    e.terms[1].definition = "Elsewhere.";
    e.programmes[1].solo = false;
  });
  ASSERT_EQ(difference.frame.size(), 2U);
  EXPECT_EQ(difference.frame[0].field, "terms.rural.definition");
  EXPECT_EQ(difference.frame[1].field + ":" + difference.frame[1].before, "programmes.adn.solo:yes");
}

}  // namespace
}  // namespace smm::instrument
