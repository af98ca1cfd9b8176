// SPDX-License-Identifier: Apache-2.0
#include "store/records/on_each_engine_test.hpp"

namespace smm::store::records {
namespace {

SMM_RECORDS_ON_EACH_ENGINE(StoredBadges);

app::KeptBadge kept_badge(const Sample& sample, std::uint64_t seed, std::uint32_t index) {
  return {.id = id_of<app::BadgeId>(seed),
          .sheet = sample.sheet,
          .place = {1, index},
          .issued = {static_cast<std::int64_t>(seed)},
          .expires = {9000},
          .issued_by = "command:badge issue",
          .credential = "{\"a\": \"é\"}"};
}

TEST_P(StoredBadges, KeysAreKeptInTheOrderTheyWereMade) {
  const app::BadgeKey older{"z6MkB", std::string("a\0b", 3), {1000}};
  const app::BadgeKey newer{"z6MkA", "sealed", {2000}};
  write([&](app::Records& records) {
    records.badges.add(newer);
    records.badges.add(older);
    records.badges.retire(older.public_key, {2000});
  });
  read([&](app::Records& records) {
    auto retired = older;
    retired.retired = base::Instant{2000};
    EXPECT_EQ(records.badges.keys(), (std::vector{retired, newer}));
  });
  EXPECT_EQ(refusal([&](app::Records& records) { records.badges.add(older); }), app::Refusal::taken);
}

TEST_P(StoredBadges, ComeBackAndAreRevoked) {
  auto first = kept_badge(sample, 901, 7);
  const auto second = kept_badge(sample, 902, 131'071);
  write([&](app::Records& records) {
    records.badges.add(first);
    records.badges.add(second);
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.badges.by_id(first.id), first);
    EXPECT_EQ(records.badges.of(sample.sheet), (std::vector{second, first}));
    EXPECT_EQ(records.badges.of(sample.sheet.round), (std::vector{first, second}));
    EXPECT_EQ(records.badges.places(1).size(), 2u);
    EXPECT_TRUE(records.badges.places(2).empty());
    EXPECT_TRUE(records.badges.revoked(1).empty());
  });
  first.revoked = base::Instant{5000};
  first.revoked_by = sample.ann.id.text();
  first.reason = "Attested by mistake.";
  write([&](app::Records& records) { records.badges.revoke(first); });
  read([&](app::Records& records) {
    EXPECT_EQ(records.badges.by_id(first.id), first);
    EXPECT_EQ(records.badges.revoked(1), std::vector<std::uint32_t>{7});
  });
}

TEST_P(StoredBadges, NeverShareAPlaceInAStatusList) {
  write([&](app::Records& records) { records.badges.add(kept_badge(sample, 901, 7)); });
  EXPECT_EQ(refusal([&](app::Records& records) { records.badges.add(kept_badge(sample, 902, 7)); }),
            app::Refusal::taken);
}

TEST_P(StoredBadges, SchoolsAreListedByTheirOwnWord) {
  const app::Listing listing{sample.sheet, {4000}, sample.ann.id};
  write([&](app::Records& records) { records.badges.add(listing); });
  read([&](app::Records& records) {
    EXPECT_EQ(records.badges.listing(sample.sheet), listing);
    EXPECT_EQ(records.badges.listed(sample.sheet.round), std::vector{listing});
  });
  write([&](app::Records& records) { records.badges.remove_listing(sample.sheet); });
  read([&](app::Records& records) {
    EXPECT_EQ(records.badges.listing(sample.sheet), std::nullopt);
    EXPECT_TRUE(records.badges.listed(sample.sheet.round).empty());
  });
}

}  // namespace
}  // namespace smm::store::records
