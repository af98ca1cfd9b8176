// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/merge.hpp"

#include <gtest/gtest.h>

#include "outcomes/registry/differences.hpp"
#include "outcomes/registry/person_fields.hpp"
#include "outcomes/registry/sample_registry_test.hpp"

namespace smm::outcomes::registry {
namespace {

constexpr const char* first_npi = "1234567893";
constexpr const char* second_npi = "1000000004";
constexpr const char* third_npi = "1000000012";

Day test_day(const char* text) {
  return *parse_iso_day(text);
}

TEST(RegistryUpdate, ReplacesAddsAndDeactivates) {
  SampleRow old_row = sample_person(first_npi, "BEFORE", "ANA");
  old_row["Provider Other Last Name"] = "EARLIER";
  const SampleRegistry before =
      sample_registry({sample_csv({old_row, sample_person(second_npi, "STAYS", "BO")}), "", "", ""});
  const SampleRow gone = {{"NPI", second_npi}, {"NPI Deactivation Date", "04/15/2026"}};
  const SampleRegistry update = sample_registry(
      {sample_csv({sample_person(first_npi, "AFTER", "ANA"), gone, sample_person(third_npi, "NEW", "CY")}),
       "", "", ""});
  std::string bytes;
  for (const unsigned threads : {1U, 2U}) {
    MemorySpace merged;
    ASSERT_FALSE(merge_update(before.snapshot(), update.snapshot(), merged, threads));
    if (bytes.empty()) bytes = merged.snapshot();
    EXPECT_TRUE(merged.snapshot() == bytes);
  }
  const auto after = Snapshot::open(bytes, "merged");
  ASSERT_TRUE(after);
  EXPECT_EQ(after->provenance().previous, before.snapshot().provenance().id);
  EXPECT_EQ(after->provenance().updates, 1U);
  const std::vector<Change> wanted = {{1000000004, "deactivated", "", "2026-04-15"},
                                      {1000000012, "listed", "", "yes"},
                                      {1234567893, "last", "BEFORE", "AFTER"}};
  EXPECT_EQ(differences(before.snapshot(), *after), wanted);
  EXPECT_EQ(find_person_field("other_names")->text(*after, 0), ":EARLIER::");
}

TEST(RegistryUpdate, OfNothingChangesNothing) {
  const SampleRegistry before =
      sample_registry({sample_csv({sample_person(first_npi, "A", "B")}), "", "", ""});
  const SampleRegistry update = sample_registry({sample_csv({}), "", "", ""}, {.may_be_empty = true});
  MemorySpace merged;
  ASSERT_FALSE(merge_update(before.snapshot(), update.snapshot(), merged, 1));
  EXPECT_TRUE(differences(before.snapshot(), *Snapshot::open(merged.snapshot(), "m")).empty());
}

TEST(RegistryUpdate, IsRefusedOutOfOrderAndOverAGap) {
  const Day reached = test_day("2026-04-12");
  const auto code = [&](const char* first, const char* last, bool exact) {
    const auto refused = refuse_update(reached, test_day(first), test_day(last), exact, "week.csv");
    return refused ? std::string(refused->code) : "";
  };
  EXPECT_EQ(code("2026-04-13", "2026-04-19", true), "");
  EXPECT_EQ(code("2026-04-06", "2026-04-19", true), "");
  EXPECT_EQ(code("2026-04-14", "2026-04-20", true), "registry_update_gap");
  EXPECT_EQ(code("2026-04-06", "2026-04-12", true), "registry_update_old");
  EXPECT_EQ(code("2026-04-19", "2026-04-20", false), "");
  EXPECT_EQ(code("2026-04-20", "2026-04-21", false), "registry_update_gap");
  EXPECT_EQ(refuse_update(Day{}, reached, reached, true, "week.csv")->code, "registry_days_unknown");
}

TEST(RegistryDifferences, TellWhoCameAndWent) {
  const SampleRegistry one = sample_registry({sample_csv({sample_person(first_npi, "A", "B")}), "", "", ""});
  const SampleRegistry other =
      sample_registry({sample_csv({sample_person(second_npi, "A", "B")}), "", "", ""});
  const std::vector<Change> wanted = {{1000000004, "listed", "", "yes"}, {1234567893, "listed", "yes", ""}};
  EXPECT_EQ(differences(one.snapshot(), other.snapshot()), wanted);
  EXPECT_TRUE(differences(one.snapshot(), one.snapshot()).empty());
  int calls = 0;
  differences(one.snapshot(), one.snapshot(), [&] { ++calls; });
  EXPECT_EQ(calls, 1);
}

}  // namespace
}  // namespace smm::outcomes::registry
