// SPDX-License-Identifier: Apache-2.0
// A damaged snapshot is refused when it is opened, or says so when the damage is reached; it never leads
// anywhere else.
#include "outcomes/registry/snapshot.hpp"

#include <gtest/gtest.h>

#include "base/environment_error.hpp"
#include "base/random.hpp"
#include "outcomes/registry/person_fields.hpp"
#include "outcomes/registry/sample_registry_test.hpp"
#include "outcomes/registry/search.hpp"

namespace smm::outcomes::registry {
namespace {

std::string sample_bytes() {
  SampleRow row = sample_person("1234567893", "SMITH", "ANA");
  row["Provider Other Last Name"] = "RUIZ";
  row["NPI Deactivation Date"] = "01/02/2019";
  return sample_registry({sample_csv({row, sample_person("1000000004", "JONES", "BO")}), "", "", ""})
      .space.snapshot();
}

// True when every field of every person could be read.
bool reads_through(const Snapshot& snapshot) {
  try {
    for (Row row = 0; row < snapshot.persons(); ++row)
      for (const PersonField& field : person_fields()) field.text(snapshot, row);
    find_persons(snapshot, {"SMITH", "A", "NC"});
    snapshot.find(*Npi::parse("1234567893"));
    return true;
  } catch (const base::EnvironmentError&) {
    return false;
  }
}

TEST(DamagedSnapshots, AreRefusedWhereTheHeadWasChanged) {
  const std::string good = sample_bytes();
  ASSERT_TRUE(Snapshot::open(good, "s"));
  const std::size_t head = sizeof(SnapshotHeader) + section_count * sizeof(SectionEntry) + seal_bytes;
  for (std::size_t at = 0; at < head; ++at) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 4);
    const auto opened = Snapshot::open(bad, "s");
    ASSERT_FALSE(opened) << at;
    EXPECT_EQ(opened.problems().front().code, "snapshot_damaged");
  }
}

TEST(DamagedSnapshots, AreRefusedWhereTheyAreCutOffOrLonger) {
  const std::string good = sample_bytes();
  for (std::size_t length = 0; length < good.size(); length += 37)
    EXPECT_FALSE(Snapshot::open(good.substr(0, length), "s")) << length;
  EXPECT_FALSE(Snapshot::open(good + " ", "s"));
}

TEST(DamagedSnapshots, NeverLeadOutsideAndAreFoundByTheirHashes) {
  const std::string good = sample_bytes();
  base::Random random(5);
  int refused = 0;
  for (int round = 0; round < 1000; ++round) {
    std::string bad = good;
    const std::size_t head = sizeof(SnapshotHeader) + section_count * sizeof(SectionEntry) + seal_bytes;
    const std::size_t at = head + random.below(good.size() - head);
    bad[at] = static_cast<char>(bad[at] ^ static_cast<char>(1 + random.below(255)));
    const auto opened = Snapshot::open(bad, "s");
    if (!opened) continue;
    if (!reads_through(*opened)) ++refused;
    bool in_section = false;
    for (const SectionEntry& entry : opened->sections())
      in_section = in_section || (at >= entry.offset && at < entry.offset + entry.length);
    EXPECT_EQ(opened->verify().size(), in_section ? 1U : 0U);
  }
  EXPECT_GT(refused, 15);
}

}  // namespace
}  // namespace smm::outcomes::registry
