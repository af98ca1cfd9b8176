// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/build.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/random.hpp"
#include "outcomes/registry/person_fields.hpp"
#include "outcomes/registry/sample_registry_test.hpp"
#include "outcomes/registry/search.hpp"

namespace smm::outcomes::registry {
namespace {

std::string field_of(const Snapshot& snapshot, const std::string& npi, std::string_view name) {
  const auto row = snapshot.find(*Npi::parse(npi));
  return row ? find_person_field(name)->text(snapshot, *row) : "no such person";
}

std::string npi_at(std::uint32_t number) {
  const std::uint32_t nine = 100000000 + number;
  return std::to_string(nine) + std::to_string(npi_check_digit(nine));
}

std::vector<SampleRow> many_persons(int count) {
  base::Random random(7);
  std::vector<SampleRow> rows;
  for (int at = 0; at < count; ++at) {
    SampleRow row =
        sample_person(npi_at(static_cast<std::uint32_t>(random.below(900000000))),
                      "NAME" + std::to_string(random.below(50)), "F" + std::to_string(random.below(9)));
    if (random.chance(0.2)) row["Provider Other Last Name"] = "FORMER" + std::to_string(random.below(20));
    if (random.chance(0.1)) row["Entity Type Code"] = "2";
    if (random.chance(0.1)) row["NPI Deactivation Date"] = "01/02/2019";
    if (random.chance(0.5)) row["Provider License Number_1"] = std::to_string(random.below(100000));
    if (random.chance(0.3)) row["Healthcare Provider Taxonomy Code_2"] = "207R00000X";
    rows.push_back(row);
  }
  return rows;
}

TEST(RegistryBuild, KeepsWhatTheSourceSays) {
  SampleRow row = sample_person("1234567893", " O'NEIL  SMITH", "ANA");
  row["Provider Middle Name"] = "M";
  row["Provider Credential Text"] = "M.D.";
  row["Provider Sex Code"] = "F";
  row["Provider Other Last Name"] = "RUIZ";
  row["Provider Other First Name"] = "ANA";
  row["Provider Other Last Name Type Code"] = "1";
  row["Provider Business Mailing Address State Name"] = "VA";
  row["Provider Business Mailing Address Postal Code"] = "22030";
  row["Provider First Line Business Mailing Address"] = "1 MAIN ST";
  row["Healthcare Provider Primary Taxonomy Switch_1"] = "N";
  row["Healthcare Provider Taxonomy Code_2"] = "207R00000X";
  row["Healthcare Provider Primary Taxonomy Switch_2"] = "Y";
  row["Provider License Number_2"] = "MD77";
  row["Provider License Number State Code_2"] = "NC";
  const SampleRegistry built = sample_registry({sample_csv({row}), "", "", ""});
  const Snapshot snapshot = built.snapshot();
  const auto field = [&](std::string_view name) { return field_of(snapshot, "1234567893", name); };
  EXPECT_EQ(field("last"), "O'NEIL SMITH");
  EXPECT_EQ(field("middle"), "M");
  EXPECT_EQ(field("credential"), "M.D.");
  EXPECT_EQ(field("sex"), "F");
  EXPECT_EQ(field("enumerated"), "2015-05-04");
  EXPECT_EQ(field("practice_postal"), "27701-1234");
  EXPECT_EQ(field("mailing_postal"), "22030");
  EXPECT_EQ(field("mailing_street"), "1 MAIN ST");
  EXPECT_EQ(field("taxonomy"), "207R00000X");
  EXPECT_EQ(field("taxonomies"), "1:207Q00000X:N::|2:207R00000X:Y:NC:MD77");
  EXPECT_EQ(field("other_names"), "former:RUIZ:ANA:");
  EXPECT_EQ(field("deactivated"), "");
  EXPECT_EQ(to_iso(snapshot.provenance().last_day), "2020-06-07");
  EXPECT_TRUE(snapshot.verify().empty());
}

TEST(RegistryBuild, LeavesOrganizationsOutAndKeepsBareDeactivations) {
  SampleRow clinic = sample_person(npi_at(1), "", "");
  clinic["Entity Type Code"] = "2";
  const SampleRow gone = {{"NPI", npi_at(2)}, {"NPI Deactivation Date", "03/04/2012"}};
  const SampleRegistry built =
      sample_registry({sample_csv({clinic, gone, sample_person(npi_at(3), "A", "B")}), "", "", ""});
  const Snapshot snapshot = built.snapshot();
  EXPECT_EQ(snapshot.persons(), 1U);
  EXPECT_EQ(snapshot.provenance().organizations, 1U);
  EXPECT_EQ(snapshot.provenance().rows_read, 3U);
  ASSERT_EQ(snapshot.bare_deactivations(), 1U);
  EXPECT_EQ(std::to_string(snapshot.bare_deactivation(0).npi), npi_at(2));
  EXPECT_EQ(to_iso(snapshot.bare_deactivation(0).day), "2012-03-04");
}

TEST(RegistryBuild, TellsWhatItRejects) {
  std::string csv = sample_csv({sample_person(npi_at(1), "A", "B"), sample_person("1234567890", "BAD", "NPI"),
                                sample_person(npi_at(1), "LATER", "B")});
  csv += "\"too\",\"few\"\n";
  const SampleRegistry built = sample_registry({csv, "", "", ""});
  ASSERT_EQ(built.outcome.rejected.size(), 3U);
  EXPECT_EQ(built.outcome.rejected[0].line.reason, RejectReason::bad_npi);
  EXPECT_EQ(built.outcome.rejected[0].line.line, 3U);
  EXPECT_EQ(built.outcome.rejected[1].line.reason, RejectReason::cell_count);
  EXPECT_EQ(built.outcome.rejected[1].line.line, 5U);
  EXPECT_EQ(built.outcome.rejected[1].line.text, "\"too\",\"few\"");
  EXPECT_EQ(built.outcome.rejected[2].line.reason, RejectReason::duplicate_npi);
  EXPECT_EQ(field_of(built.snapshot(), npi_at(1), "last"), "LATER");
  MemorySpace space;
  const auto refused = try_build({csv, "", "", ""}, space, {.most_rejected = 1});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problems().front().code, "registry_too_many_rejects");
}

TEST(RegistryBuild, RefusesOtherFiles) {
  for (const auto& [text, code] :
       {std::pair{"", "registry_no_header"}, std::pair{"one\n", "registry_no_header"},
        std::pair{"a,b\n1,2\n", "registry_column_missing"}}) {
    MemorySpace space;
    const auto refused = try_build({text, "", "", ""}, space);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.problems().front().code, code) << text;
  }
}

TEST(RegistryBuild, ReadsTheSmallerFiles) {
  const std::string names =
      "NPI,Provider Other Last Name,Provider Other First Name,Provider Other Middle Name,Provider Other Last "
      "Name "
      "Type Code\n" +
      npi_at(5) + ",MAIDEN,ANN,,1\n" + npi_at(9) + ",NOBODY,X,,1\n" + npi_at(5) + ",MAIDEN,ANN,,1\n";
  const std::string places =
      "NPI,Provider Secondary Practice Location Address- Address Line 1,Provider Secondary Practice Location "
      "Address "
      "- City Name,Provider Secondary Practice Location Address - State Name,Provider Secondary Practice "
      "Location "
      "Address - Postal Code\n" +
      npi_at(4) + ",9 HILL RD,RALEIGH,NC,27601\n";
  const std::string doctors = "NPI,Med_sch,Grd_yr,adr_ln_1,City/Town,State,ZIP Code\n" + npi_at(5) +
                              ",DUKE UNIVERSITY SCHOOL OF MEDICINE,2004,2 ELM ST,CARY,NC,275111234\n";
  const SampleRegistry built =
      sample_registry({sample_csv({sample_person(npi_at(5), "A", "B"), sample_person(npi_at(4), "C", "D")}),
                       names, places, doctors});
  const Snapshot snapshot = built.snapshot();
  EXPECT_EQ(field_of(snapshot, npi_at(5), "other_names"), "former:MAIDEN:ANN:");
  EXPECT_EQ(field_of(snapshot, npi_at(4), "other_names"), "");
  EXPECT_EQ(field_of(snapshot, npi_at(4), "locations"), "location:9 HILL RD:RALEIGH:NC:27601");
  EXPECT_EQ(field_of(snapshot, npi_at(5), "locations"), "medicare:2 ELM ST:CARY:NC:27511-1234");
  EXPECT_EQ(field_of(snapshot, npi_at(5), "medicare_school"), "DUKE UNIVERSITY SCHOOL OF MEDICINE");
  EXPECT_EQ(field_of(snapshot, npi_at(5), "medicare_year"), "2004");
  EXPECT_EQ(find_persons(snapshot, {"maiden", "", ""}), std::vector<Row>{0});
}

TEST(RegistryBuild, GivesTheSameBytesHoweverItIsRead) {
  const std::string csv = sample_csv(many_persons(3000));
  const SampleRegistry wanted = sample_registry({csv, "", "", ""});
  for (const unsigned threads : {1U, 2U, 5U})
    for (const std::size_t chunk_bytes : {std::size_t{20000}, std::size_t{1} << 20})
      for (const ScanKind scan : {ScanKind::portable, best_scan()}) {
        const SampleRegistry built = sample_registry(
            {csv, "", "", ""}, {.threads = threads, .scan = scan, .chunk_bytes = chunk_bytes});
        EXPECT_TRUE(built.space.snapshot() == wanted.space.snapshot()) << threads << " " << chunk_bytes;
      }
}

TEST(RegistryBuild, IndexesHoldEveryRowOnce) {
  const SampleRegistry built = sample_registry({sample_csv(many_persons(2000)), "", "", ""});
  const Snapshot snapshot = built.snapshot();
  std::size_t rows = 0;
  for (Code surname = 0; surname < snapshot.surnames().size(); ++surname) {
    for (const Row row : snapshot.with_last(surname)) EXPECT_EQ(snapshot.last(row), surname);
    rows += snapshot.with_last(surname).size();
    for (const Row row : snapshot.with_other_last(surname)) {
      const auto names = snapshot.other_names(row);
      EXPECT_TRUE(
          std::any_of(names.begin(), names.end(), [&](const auto& name) { return name.last == surname; }));
    }
  }
  EXPECT_EQ(rows, snapshot.persons());
  for (std::uint32_t rank = 1; rank < snapshot.persons(); ++rank)
    EXPECT_LT(snapshot.npi(snapshot.row_by_npi(rank - 1)), snapshot.npi(snapshot.row_by_npi(rank)));
}

TEST(RegistrySearch, FindsByPresentAndOtherNamesInAnyCase) {
  SampleRow married = sample_person(npi_at(1), "NEW", "ANNA");
  married["Provider Other Last Name"] = "Old";
  SampleRow elsewhere = sample_person(npi_at(2), "old", "ANNABEL");
  elsewhere["Provider Business Practice Location Address State Name"] = "TX";
  const SampleRegistry built = sample_registry({sample_csv({married, elsewhere}), "", "", ""});
  EXPECT_EQ(find_persons(built.snapshot(), {"OLD", "anna", ""}), (std::vector<Row>{0, 1}));
  EXPECT_EQ(find_persons(built.snapshot(), {"old", "", "tx"}), std::vector<Row>{1});
  EXPECT_TRUE(find_persons(built.snapshot(), {"old", "", "ZZ"}).empty());
  EXPECT_TRUE(find_persons(built.snapshot(), {"ol", "", ""}).empty());
}

}  // namespace
}  // namespace smm::outcomes::registry
