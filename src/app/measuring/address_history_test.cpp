// SPDX-License-Identifier: Apache-2.0
// Since when persons are where they are, from the history that snapshots leave behind.
#include "app/measuring/address_history.hpp"

#include <gtest/gtest.h>

#include "app/problems.hpp"
#include "app/providers/history.hpp"
#include "outcomes/registry/sample_registry_test.hpp"

namespace smm::app::measuring {
namespace {

using outcomes::registry::sample_csv;
using outcomes::registry::sample_person;
using outcomes::registry::sample_registry;
using outcomes::registry::SampleRegistry;

constexpr std::uint32_t moves_late = 1234567893, moves_early = 1000000004, stays = 1000000012;
constexpr const char* postal_column = "Provider Business Practice Location Address Postal Code";

class HistoryFiles final : public Files {
 public:
  base::Result<std::string> read(const std::string& path) const override {
    const auto found = kept_.find(path);
    if (found != kept_.end()) return found->second;
    return base::Problem(problem::file_not_found, "no such file", {path, 0, 0});
  }
  base::Result<std::unique_ptr<base::ByteSource>> open(const std::string& path) const override {
    auto bytes = read(path);
    if (!bytes) return bytes.problems();
    return std::unique_ptr<base::ByteSource>(std::make_unique<base::MemorySource>(kept_.at(path)));
  }
  base::Result<std::vector<std::string>> list(const std::string&) const override {
    return std::vector<std::string>{};
  }
  bool same(const std::string& one, const std::string& other) const override { return one == other; }
  void write(const std::string& path, std::string_view bytes) const override {
    kept_[path] = std::string(bytes);
  }
  void write_folder(const std::string&, const std::vector<NamedFile>&) const override {}

 private:
  mutable std::map<std::string, std::string> kept_;
};

SampleRegistry snapshot_of(const char* day, const char* late_zip, const char* early_zip) {
  auto late = sample_person(std::to_string(moves_late), "DOE", "ANA");
  auto early = sample_person(std::to_string(moves_early), "ROE", "BEN");
  auto still = sample_person(std::to_string(stays), "POE", "CAL");
  late[postal_column] = late_zip;
  early[postal_column] = early_zip;
  for (auto* person : {&late, &early, &still}) (*person)["Last Update Date"] = day;
  return sample_registry({sample_csv({late, early, still}), "", "", ""});
}

// Snapshots of 2016, 2019 and 2022; one person moves before the second, one before the third.
class ThreeSnapshots : public testing::Test {
 protected:
  const SampleRegistry first = snapshot_of("01/01/2016", "27701", "27701");
  const SampleRegistry second = snapshot_of("01/01/2019", "27701", "27601");
  const SampleRegistry third = snapshot_of("01/01/2022", "27601", "27601");
  HistoryFiles files;

  void SetUp() override {
    providers::write_history(files, "reg", first.snapshot(), second.snapshot());
    providers::write_history(files, "reg", second.snapshot(), third.snapshot());
  }

  AddressHistories at(const SampleRegistry& registry) const {
    return address_histories(files, "reg", registry.snapshot(), {moves_late, moves_early, stays});
  }
};

TEST_F(ThreeSnapshots, TellWhenSomebodyMoved) {
  const auto now = at(third);
  ASSERT_EQ(now.at(moves_late).earlier.size(), 1u);
  EXPECT_EQ(now.at(moves_late).earlier[0].postal, "27701");
  EXPECT_EQ(to_iso(now.at(moves_late).earlier[0].seen_from), "2019-01-01");
  EXPECT_EQ(to_iso(now.at(moves_late).seen_from), "2022-01-01");
}

TEST_F(ThreeSnapshots, TellNothingOfHowLongAnAddressWasThereBefore) {
  const auto now = at(third);
  EXPECT_TRUE(now.at(moves_early).earlier.empty());
  EXPECT_EQ(to_iso(now.at(moves_early).seen_from), "2019-01-01");
  EXPECT_TRUE(now.at(stays).earlier.empty());
  EXPECT_EQ(to_iso(now.at(stays).seen_from), "2019-01-01");
}

TEST_F(ThreeSnapshots, TellOnlyWhatWasKnownAtTheTime) {
  const auto then = at(second);
  EXPECT_TRUE(then.at(moves_late).earlier.empty());
  EXPECT_EQ(to_iso(then.at(moves_late).seen_from), "2019-01-01");
}

TEST_F(ThreeSnapshots, WithoutAHistoryEverybodyIsSeenFirstOnTheDayOfTheSnapshot) {
  const HistoryFiles none;
  const auto found = address_histories(none, "reg", third.snapshot(), {moves_late});
  EXPECT_EQ(to_iso(found.at(moves_late).seen_from), "2022-01-01");
}

}  // namespace
}  // namespace smm::app::measuring
