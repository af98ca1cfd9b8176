// SPDX-License-Identifier: Apache-2.0
#include "outcomes/place/primary_care.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "outcomes/place/sample_places_test.hpp"
#include "outcomes/registry/sample_registry_test.hpp"

namespace smm::outcomes::place {
namespace {

using State = PrimaryCareState;
constexpr auto yes = registry::PrimarySwitch::yes;
constexpr auto no = registry::PrimarySwitch::no;
constexpr auto none = registry::PrimarySwitch::not_given;

const std::vector<reference::TaxonomySet>& shipped_sets() {
  static const std::vector<reference::TaxonomySet> sets = [] {
    std::ifstream file("content/reference/taxonomy-set-2026-01-01.csv", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    return sample_reference({sample_list(ListKind::taxonomy_set, bytes)}).taxonomy_sets;
  }();
  return sets;
}

State state_of(const std::vector<HeldTaxonomy>& held, std::string_view set = "physician-core") {
  return primary_care(held, shipped_sets(), set, sample_day());
}

TEST(PrimaryCare, ThePrimarySwitchDecidesInWhateverSlot) {
  EXPECT_EQ(state_of({{"207Q00000X", yes}}), State::primary_care);
  EXPECT_EQ(state_of({{"207P00000X", no}, {"207Q00000X", yes}}), State::primary_care) << "slot 2 is primary";
  EXPECT_EQ(state_of({{"207Q00000X", no}, {"207P00000X", yes}}), State::not_primary_care);
}

TEST(PrimaryCare, InternalMedicineCountsWithoutSubspecialtyOnly) {
  EXPECT_EQ(state_of({{"207R00000X", yes}}), State::primary_care);
  EXPECT_EQ(state_of({{"207R00000X", yes}, {"207RC0000X", no}}), State::not_primary_care) << "cardiology";
  EXPECT_EQ(state_of({{"207R00000X", yes}, {"207R00000X", no}}), State::primary_care);
  EXPECT_EQ(state_of({{"207Q00000X", yes}, {"207RC0000X", no}}), State::primary_care)
      << "the rule is of internal medicine";
  EXPECT_EQ(state_of({{"207R00000X", yes}, {"207RG0300X", no}}), State::not_primary_care);
  EXPECT_EQ(state_of({{"207R00000X", yes}, {"207RG0300X", no}}, "physician-extended"), State::primary_care)
      << "geriatrics counts in the extended set";
}

TEST(PrimaryCare, AHospitalistNeverCounts) {
  EXPECT_EQ(state_of({{"208M00000X", yes}}), State::not_primary_care);
  EXPECT_EQ(state_of({{"207R00000X", yes}, {"208M00000X", no}}), State::not_primary_care);
}

TEST(PrimaryCare, TrainingAndUnknownAreTheirOwnStates) {
  EXPECT_EQ(state_of({{"390200000X", yes}}), State::in_training);
  EXPECT_EQ(state_of({{"390200000X", yes}, {"207Q00000X", no}}), State::in_training);
  EXPECT_EQ(state_of({{"390200000X", no}, {"207Q00000X", yes}}), State::primary_care) << "past training";
  EXPECT_EQ(state_of({}), State::unknown);
  EXPECT_EQ(state_of({{"363A00000X", yes}}), State::unknown) << "what a physician assistant does is not told";
  EXPECT_EQ(state_of({{"363AS0400X", yes}}), State::not_primary_care) << "a surgical one is";
}

TEST(PrimaryCare, WithoutOneSwitchThatSaysYesAllMustAgree) {
  EXPECT_EQ(state_of({{"207Q00000X", none}}), State::primary_care);
  EXPECT_EQ(state_of({{"207Q00000X", none}, {"208000000X", none}}), State::primary_care);
  EXPECT_EQ(state_of({{"207Q00000X", none}, {"207P00000X", none}}), State::unknown);
  EXPECT_EQ(state_of({{"207Q00000X", yes}, {"207P00000X", yes}}), State::unknown);
}

TEST(PrimaryCare, SetsAreNamedAndDated) {
  EXPECT_EQ(state_of({{"207V00000X", yes}}), State::not_primary_care);
  EXPECT_EQ(state_of({{"207V00000X", yes}}, "statutory-north-carolina"), State::primary_care);
  for (const char* code : {"363LF0000X", "363LA2200X", "363LP0200X", "363LG0600X", "363LP2300X"})
    EXPECT_EQ(state_of({{code, yes}}, "nurse-practitioner"), State::primary_care) << code;
  EXPECT_EQ(state_of({{"363LP0808X", yes}}, "nurse-practitioner"), State::not_primary_care) << "psychiatric";
  for (const char* code : {"122300000X", "1223G0001X"})
    EXPECT_EQ(state_of({{code, yes}}, "dentist"), State::primary_care) << code;
  EXPECT_EQ(state_of({{"207Q00000X", yes}}, "no-such-set"), State::unknown);
  EXPECT_EQ(primary_care(std::vector<HeldTaxonomy>{{"207Q00000X", yes}}, shipped_sets(), "physician-core",
                         sample_day("2001-01-01")),
            State::unknown)
      << "no version is in force";
}

TEST(PrimaryCare, SlotsAreReadFromASnapshotWithTheirSwitch) {
  auto first = registry::sample_person("1234567893", "RIVERA", "MARIA");
  first["Healthcare Provider Taxonomy Code_1"] = "207P00000X";
  first["Healthcare Provider Primary Taxonomy Switch_1"] = "N";
  first["Healthcare Provider Taxonomy Code_2"] = "207Q00000X";
  first["Healthcare Provider Primary Taxonomy Switch_2"] = "Y";
  auto second = registry::sample_person("1245319599", "LEE", "ANN");
  second["Healthcare Provider Taxonomy Code_1"] = "207R00000X";
  second["Healthcare Provider Primary Taxonomy Switch_1"] = "Y";
  second["Healthcare Provider Taxonomy Code_2"] = "207RC0000X";
  second["Healthcare Provider Primary Taxonomy Switch_2"] = "N";
  const auto registry = registry::sample_registry({registry::sample_csv({first, second}), "", "", ""});
  const registry::Snapshot snapshot = registry.snapshot();
  ASSERT_EQ(snapshot.persons(), 2u);
  const auto held = taxonomies_of(snapshot, 0);
  ASSERT_EQ(held.size(), 2u);
  EXPECT_EQ(held[0].code, "207P00000X");
  EXPECT_EQ(held[1].primary, yes);
  EXPECT_EQ(primary_care(held, shipped_sets(), "physician-core", sample_day()), State::primary_care)
      << "taking slot 1 would say emergency medicine";
  EXPECT_EQ(primary_care(taxonomies_of(snapshot, 1), shipped_sets(), "physician-core", sample_day()),
            State::not_primary_care);
}

TEST(PrimaryCare, TheOrderOfSlotsDoesNotMatter) {
  EXPECT_TRUE(rc::check("taxonomies in any order", [] {
    const auto code = rc::gen::element<std::string_view>(
        "207Q00000X", "207R00000X", "207RC0000X", "208M00000X", "390200000X", "363A00000X", "207P00000X");
    std::vector<HeldTaxonomy> held;
    for (int at = *rc::gen::inRange(0, 5); at > 0; --at)
      held.push_back({*code, *rc::gen::element(yes, no, none)});
    const State before = state_of(held);
    std::reverse(held.begin(), held.end());
    RC_ASSERT(state_of(held) == before);
    std::rotate(held.begin(), held.begin() + static_cast<std::ptrdiff_t>(held.size() / 2), held.end());
    RC_ASSERT(state_of(held) == before);
  }));
}

}  // namespace
}  // namespace smm::outcomes::place
