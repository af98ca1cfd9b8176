// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/registry_practice.hpp"

#include <gtest/gtest.h>

#include "outcomes/registry/sample_registry_test.hpp"

namespace smm::outcomes::measure {
namespace {

using registry::sample_person;
using registry::SampleRow;

Day iso(const char* text) {
  return *registry::parse_iso_day(text);
}

// ZIP code 27701 is rural and lies in a county of which all is a shortage area; 27601 is neither.
reference::ReferenceAt two_zip_codes() {
  reference::ReferenceAt lists;
  lists.options.day = iso("2026-07-01");
  lists.hpsa_known.fill(true);
  lists.facilities_known.fill(true);
  for (const auto& [zip, county] : {std::pair{27601U, 37183U}, std::pair{27701U, 37063U}}) {
    reference::ZipPart<reference::County> part;
    part.zip = {zip};
    part.area = {county};
    part.share = part.total = 1;
    lists.zip_counties.push_back(part);
  }
  lists.ruca_zips = {{reference::Zip{27601}, 1}, {reference::Zip{27701}, 7}};
  reference::ShortageComponent component;
  component.id = "1371234567";
  component.designated = iso("2015-01-01");
  component.area = 37063;
  component.state = 37;
  lists.hpsa = {component};
  lists.taxonomy_sets = {{"physician-core",
                          "1.0.0",
                          iso("2007-05-23"),
                          {},
                          {{"207Q00000X", reference::TaxonomyRole::counts, ""},
                           {"390200000X", reference::TaxonomyRole::training, ""}}}};
  return lists;
}

// One person of a registry, changed as told.
std::optional<Practice> practice_of(const SampleRow& changes, const AddressHistory* history = nullptr,
                                    place::AddressRule rule = place::AddressRule::practice_first) {
  SampleRow row = sample_person("1234567893", "DOE", "ANA");
  for (const auto& [name, value] : changes) row[name] = value;
  const auto built = registry::sample_registry({registry::sample_csv({row}), "", "", ""});
  const reference::ReferenceAt lists = two_zip_codes();
  const place::Places places(lists);
  const registry::Snapshot snapshot = built.snapshot();
  return practice_from_registry(
      {snapshot, places, lists.taxonomy_sets, {"physician-core"}, iso("2026-07-01"), rule}, 1234567893,
      history);
}

TEST(RegistryPractice, TellsPlaceStateAndPrimaryCare) {
  const auto practice = practice_of({});
  ASSERT_TRUE(practice);
  EXPECT_EQ(practice->decided.get(Fact::active), true);
  EXPECT_EQ(practice->decided.get(Fact::in_training), false);
  EXPECT_EQ(practice->decided.get(Fact::primary_care), true);
  EXPECT_EQ(practice->decided.get(Fact::placed), true);
  EXPECT_EQ(practice->decided.get(Fact::rural), true);
  EXPECT_EQ(practice->certain.get(Fact::hpsa_geo), true);
  EXPECT_EQ(practice->state_letters[0], 'N');
  EXPECT_EQ(practice->state_letters[1], 'C');
  EXPECT_FALSE(practice->stay.has_value());
}

TEST(RegistryPractice, ElsewhereAndOtherwise) {
  const auto practice = practice_of({{"Provider Business Practice Location Address Postal Code", "27601"},
                                     {"Healthcare Provider Taxonomy Code_1", "207RC0000X"},
                                     {"NPI Deactivation Date", "01/02/2021"}});
  EXPECT_EQ(practice->decided.get(Fact::active), false);
  EXPECT_EQ(practice->decided.get(Fact::primary_care), false);
  EXPECT_EQ(practice->decided.get(Fact::rural), false);
  EXPECT_EQ(practice->certain.get(Fact::hpsa_geo), false);
}

const SampleRow mail_elsewhere = {{"Provider First Line Business Mailing Address", "PO BOX 1"},
                                  {"Provider Business Mailing Address City Name", "RICHMOND"},
                                  {"Provider Business Mailing Address State Name", "VA"},
                                  {"Provider Business Mailing Address Postal Code", "27601"}};

TEST(RegistryPractice, ByAllOnlyWhatEveryAddressSharesIsKnown) {
  const auto practice = practice_of(mail_elsewhere, nullptr, place::AddressRule::all);
  EXPECT_EQ(practice->decided.get(Fact::placed), true);
  EXPECT_EQ(practice->decided.get(Fact::rural), std::nullopt);
  EXPECT_EQ(practice->certain.get(Fact::hpsa_geo), std::nullopt);
  EXPECT_EQ(practice->state_letters[0], 0);
  EXPECT_EQ(practice->decided.get(Fact::primary_care), true);
}

TEST(RegistryPractice, TheMailingAddressCountsOnlyByAll) {
  for (const auto rule : {place::AddressRule::practice_first, place::AddressRule::latest}) {
    const auto practice = practice_of(mail_elsewhere, nullptr, rule);
    EXPECT_EQ(practice->decided.get(Fact::rural), true);
    EXPECT_EQ(practice->certain.get(Fact::hpsa_geo), true);
    EXPECT_EQ(practice->state_letters[0], 'N');
  }
}

TEST(RegistryPractice, InTrainingSaysNothingOfPrimaryCare) {
  const auto practice = practice_of({{"Healthcare Provider Taxonomy Code_1", "390200000X"}});
  EXPECT_EQ(practice->decided.get(Fact::in_training), true);
  EXPECT_EQ(practice->decided.get(Fact::primary_care), std::nullopt);
}

TEST(RegistryPractice, AnUnknownZipCodeLeavesThePlaceOpen) {
  const auto practice = practice_of({{"Provider Business Practice Location Address Postal Code", "99999"}});
  EXPECT_EQ(practice->decided.get(Fact::placed), false);
  EXPECT_EQ(practice->decided.get(Fact::rural), std::nullopt);
  EXPECT_EQ(practice->decided.get(Fact::hpsa_geo), std::nullopt);
}

TEST(RegistryPractice, AStayBeginsWhereThePersonWasFirstSeen) {
  AddressHistory history;
  history.earlier = {{iso("2016-01-01"), "1 MAIN ST", "DURHAM", "NC", "27701"}};
  history.seen_from = iso("2019-01-01");
  const auto left =
      practice_of({{"Provider Business Practice Location Address Postal Code", "27601"}}, &history);
  ASSERT_TRUE(left->stay.has_value());
  EXPECT_EQ(to_iso(left->stay->from), "2016-01-01");
  EXPECT_EQ(to_iso(left->stay->until), "2019-01-01");
  EXPECT_TRUE(left->stay->left);
  history.earlier.front().postal = "27601";
  EXPECT_FALSE(practice_of({}, &history)->stay.has_value());  // began elsewhere
}

TEST(RegistryPractice, FirstStay) {
  const Day a = iso("2016-01-01"), b = iso("2018-01-01"), c = iso("2020-01-01"), last = iso("2026-01-01");
  const auto moved_within = first_stay({{a, true}, {b, true}}, last);
  EXPECT_FALSE(moved_within->left);
  EXPECT_EQ(moved_within->until, last);
  const auto came_back = first_stay({{a, true}, {b, false}, {c, true}}, last);
  EXPECT_TRUE(came_back->left);
  EXPECT_EQ(came_back->until, b);
  const auto lost_sight = first_stay({{a, true}, {b, std::nullopt}}, last);
  EXPECT_FALSE(lost_sight->left);
  EXPECT_EQ(lost_sight->until, b);
  EXPECT_FALSE(first_stay({{a, std::nullopt}}, last).has_value());
  EXPECT_FALSE(first_stay({}, last).has_value());
}

TEST(RegistryPractice, WhoIsNotInTheRegistryHasNone) {
  const auto built = registry::sample_registry(
      {registry::sample_csv({sample_person("1234567893", "DOE", "ANA")}), "", "", ""});
  const reference::ReferenceAt lists = two_zip_codes();
  const place::Places places(lists);
  const registry::Snapshot snapshot = built.snapshot();
  EXPECT_FALSE(practice_from_registry({snapshot, places, lists.taxonomy_sets, {}, iso("2026-07-01")},
                                      1000000004, nullptr));
}

TEST(RegistryPractice, ManyPracticesAreFound) {
  std::vector<Practice> practices;
  for (std::uint32_t i = 0; i < 5000; ++i) {
    Practice practice;
    practice.npi = 1'000'000'000 + 7 * i;
    practices.push_back(practice);
  }
  const Practices table(practices);
  for (std::uint32_t i = 0; i < 5000; ++i) {
    ASSERT_NE(table.find(1'000'000'000 + 7 * i), nullptr);
    EXPECT_EQ(table.find(1'000'000'000 + 7 * i)->npi, 1'000'000'000 + 7 * i);
    EXPECT_EQ(table.find(1'000'000'001 + 7 * i), nullptr);
  }
}

}  // namespace
}  // namespace smm::outcomes::measure
