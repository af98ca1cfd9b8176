// SPDX-License-Identifier: Apache-2.0
// Snapshots as files, and which of them are in force on a day.
#include "outcomes/reference/reference_at.hpp"

#include <gtest/gtest.h>

#include "outcomes/reference/sample_lists_test.hpp"

namespace smm::outcomes::reference {
namespace {

const std::string one_zip = "ZIP,COUNTY,TOT_RATIO\n27701,37063,1\n";

TEST(ReferenceList, IsReadAsItWasWritten) {
  const ImportedList list = imported(ListKind::zip_county, one_zip);
  const auto read = decode(list.bytes, "x").value();
  EXPECT_EQ(read.id, list.list.id);
  EXPECT_EQ(read.body, list.list.body);
  EXPECT_EQ(read.origin.source, "sample.csv");
  EXPECT_EQ(read.origin.counts, list.list.origin.counts);
  EXPECT_EQ(file_name(read.origin), "zip-county/2022-06-30.list");
  ListOrigin origin = read.origin;
  origin.states = "CA-NV";
  const auto name = read_file_name(file_name(origin)).value();
  EXPECT_EQ(name.states, "CA-NV");
  EXPECT_EQ(name.as_of, origin.as_of);
}

TEST(ReferenceList, AChangedByteIsFound) {
  const std::string bytes = imported(ListKind::zip_county, one_zip).bytes;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] == '1' ? '2' : '1');
    const auto read = decode(changed, "x");
    if (read)
      EXPECT_NE(read->id, decode(bytes, "x")->id) << at;
    else
      EXPECT_EQ(read.problems().front().code, "reference_damaged");
  }
  EXPECT_FALSE(decode(bytes.substr(0, bytes.size() - 1), "x"));
  EXPECT_FALSE(decode("", "x"));
}

TEST(ReferenceList, OtherFilesOfAFolderAreNoSnapshots) {
  for (const char* name : {"zip-county/2022-06-30.csv", "zip-county/2022-6-30.list", "other/2022-06-30.list",
                           "2022-06-30.list", "hpsa-find/2022-06-30-.list", "hpsa-find/2022-06-30-ca.list"})
    EXPECT_FALSE(read_file_name(name)) << name;
}

TEST(ReferenceAt, TakesTheLatestListNotAfterTheDay) {
  const std::vector<std::string> names = {"zip-county/2019-12-31.list", "zip-county/2020-12-31.list",
                                          "zip-county/2021-12-31.list", "mua/2022-01-01.list", "notes.txt"};
  EXPECT_EQ(lists_to_read(names, day_of("2020-12-31")),
            std::vector<std::string>{"zip-county/2020-12-31.list"});
  EXPECT_EQ(lists_to_read(names, day_of("2019-01-01")), std::vector<std::string>{});
  EXPECT_EQ(lists_to_read(names, day_of("2030-01-01")).size(), 2u);
}

TEST(ReferenceAt, TheNationalHistoryServesEarlierDays) {
  const std::vector<std::string> names = {"hpsa/2024-01-01.list", "hpsa/2026-01-01.list"};
  EXPECT_EQ(lists_to_read(names, day_of("2020-01-01")), std::vector<std::string>{"hpsa/2024-01-01.list"});
  const auto list = snapshot_of(ListKind::hpsa, national_hpsa({{}}), "2024-01-01");
  const auto reference = reference_of({list}, {day_of("2020-01-01")});
  ASSERT_EQ(reference.warnings.size(), 1u);
  EXPECT_EQ(reference.warnings[0].code, "reference_from_history");
}

TEST(ReferenceAt, EachStateHasItsOwnLatestShortageAreas) {
  const std::string california =
      "Discipline,HPSA ID,HPSA Name,Designation Type,Primary State Name,County Name,HPSA FTE Short,HPSA "
      "Score,Status,Rural "
      "Status,Designation Date,Update Date\nPrimary Care,1,New,Geographic "
      "HPSA,California,X,1,2,Designated,Rural,01/02/2020,\n"
      ",Component State Name,Component County Name,Component Name,Component Type,Component GEOID,Component "
      "Rural Status,,,,,\n"
      ",California,X,X,Single County,06015,Rural,,,,,\n";
  const auto national =
      snapshot_of(ListKind::hpsa, national_hpsa({{.id = "2", .area = "06001"}, {.id = "3", .area = "37063"}}),
                  "2021-01-01");
  const auto find = snapshot_of(ListKind::hpsa_find, california, "2022-01-01");
  EXPECT_EQ(find.name, "hpsa-find/2022-01-01-CA.list");
  const auto both = reference_of({national, find}, {day_of("2022-06-30")});
  ASSERT_EQ(both.hpsa.size(), 2u);
  EXPECT_EQ(both.hpsa[0].id, "1") << "California's areas are those of the later export";
  EXPECT_EQ(both.hpsa[1].id, "3");
  EXPECT_FALSE(both.facilities_known[6]);
  EXPECT_TRUE(both.facilities_known[37]);
  const auto alone = reference_of({find}, {day_of("2022-06-30")});
  EXPECT_TRUE(alone.hpsa_known[6]);
  EXPECT_FALSE(alone.hpsa_known[37]) << "nothing is known of a state that no list covers";
}

TEST(ReferenceAt, EachDisciplineHasItsOwnLists) {
  const auto care = snapshot_of(ListKind::hpsa, national_hpsa({{.id = "1"}}));
  const auto dental =
      snapshot_of(ListKind::hpsa, national_hpsa({{.id = "2", .discipline = "Dental Health"}}));
  EXPECT_EQ(dental.name, "hpsa/2022-06-30-DENTAL.list");
  const std::vector<std::string> names = {care.name, dental.name};
  EXPECT_EQ(lists_to_read(names, day_of("2022-06-30")).size(), 2u);
  EXPECT_EQ(lists_to_read(names, day_of("2019-06-30")).size(), 2u) << "both are histories";
  const auto of = [&](Discipline discipline, const std::vector<NamedBytes>& lists) {
    return reference_of(lists, {day_of("2022-06-30"), ZipWeights::total, discipline});
  };
  ASSERT_EQ(of(Discipline::dental, {care, dental}).hpsa.size(), 1u);
  EXPECT_EQ(of(Discipline::dental, {care, dental}).hpsa[0].id, "2");
  EXPECT_EQ(of(Discipline::primary_care, {care, dental}).hpsa[0].id, "1");
  EXPECT_TRUE(of(Discipline::dental, {care, dental}).hpsa_known[1])
      << "Alabama, whose letters are in DENTAL, like any";
  EXPECT_FALSE(of(Discipline::dental, {care}).hpsa_known[37]) << "no dental list, nothing known";
}

TEST(ReferenceAt, AListOfTheDayGoesBeforeALaterHistory) {
  const auto later = snapshot_of(ListKind::hpsa, national_hpsa({{.id = "1", .area = "06001"}}), "2026-01-01");
  const std::string california =
      "Discipline,HPSA ID,HPSA Name,Designation Type,Primary State Name,Status,Designation Date,x\n"
      "Primary Care,2,X,Geographic HPSA,California,Designated,01/02/2020,\n,,,,Single County,06015,,\n";
  const auto export_of_state = snapshot_of(ListKind::hpsa_find, california, "2022-06-30");
  const auto reference = reference_of({later, export_of_state}, {day_of("2022-07-01")});
  ASSERT_EQ(reference.hpsa.size(), 1u);
  EXPECT_EQ(reference.hpsa[0].id, "2");
  EXPECT_TRUE(reference.population_left_out[6]) << "the export may have been made of geographic HPSAs only";
  EXPECT_FALSE(reference.population_left_out[37]);
}

TEST(ReferenceAt, NamesWhatIsMissingAndWhatItCites) {
  const auto list = snapshot_of(ListKind::zip_county, one_zip);
  const auto reference = reference_of({list}, {day_of("2022-06-30")});
  EXPECT_EQ(reference.missing.size(), list_kinds - 1);
  EXPECT_EQ(cited(reference), "zip-county 2022-06-30 " + reference.lists[0].id.substr(0, 12));
  const auto none = open_reference({}, {day_of("2022-06-30")});
  EXPECT_EQ(none.problems().front().code, "reference_none_in_force");
}

TEST(ReferenceAt, LaterAnswersOfTheGeocoderCount) {
  const auto answer = [](const std::string& tract) {
    return "1,\"1 A St, X, NC, 27701\",Match,Exact,x,y,1,L,37,063," + tract + ",1\n";
  };
  const auto reference = reference_of({snapshot_of(ListKind::tract_geocode, answer("000101"), "2020-01-01"),
                                       snapshot_of(ListKind::tract_geocode, answer("000202"), "2021-01-01")},
                                      {day_of("2022-06-30")});
  ASSERT_EQ(reference.geocoded.size(), 1u);
  EXPECT_EQ(to_text(reference.geocoded[0].tract), "37063000202");
}

}  // namespace
}  // namespace smm::outcomes::reference
