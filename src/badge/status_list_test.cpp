// SPDX-License-Identifier: Apache-2.0
#include "badge/status_list.hpp"

#include <gtest/gtest.h>

#include "badge/multibase.hpp"
#include "badge/sample_badge_test.hpp"
#include "exchange/json.hpp"

namespace smm::badge {
namespace {

TEST(StatusList, ComesBackAsItWasEncoded) {
  StatusList list;
  for (const std::uint32_t index : {0u, 7u, 8u, 94567u, status_list_entries - 1}) list.revoke(index);
  const auto back = StatusList::decoded(list.encoded());
  ASSERT_TRUE(back);
  EXPECT_EQ(back->entries(), status_list_entries);
  for (std::uint32_t index = 0; index < status_list_entries; ++index)
    ASSERT_EQ(back->is_revoked(index), list.is_revoked(index)) << index;
  EXPECT_TRUE(back->is_revoked(94567));
  EXPECT_FALSE(back->is_revoked(94566));
  EXPECT_FALSE(back->is_revoked(status_list_entries));
}

// How many badges were issued shows nowhere: an empty list is the same whoever takes part.
TEST(StatusList, IsTheSameHoweverManyBadgesThereAre) {
  EXPECT_EQ(StatusList().encoded(), StatusList().encoded());
  EXPECT_LT(StatusList().encoded().size(), 100u);
}

TEST(StatusList, RefusesWhatIsNone) {
  StatusList list;
  const std::string good = list.encoded();
  for (const std::string& text : {std::string(), good.substr(1), "z" + good.substr(1), good + "!",
                                  good.substr(0, good.size() / 2), std::string("uAAAA")})
    EXPECT_FALSE(StatusList::decoded(text)) << text;
}

TEST(StatusCredential, IsReadAsItWasWritten) {
  const std::string json = status_json(sample::status());
  const auto read = read_status_credential(*exchange::parse_json(json, "status.json"));
  ASSERT_TRUE(read) << to_string(read.problems().front());
  EXPECT_EQ(status_json(*read), json);
}

TEST(Controller, IsReadAsItWasWritten) {
  const std::string json = controller_json(sample::controller());
  const auto read = read_controller(*exchange::parse_json(json, "controller.json"));
  ASSERT_TRUE(read) << to_string(read.problems().front());
  EXPECT_EQ(read->keys, sample::controller().keys);
  EXPECT_EQ(read->id, sample::issuer);
}

TEST(Multibase, KeepsZerosInFrontAndRefusesOtherSigns) {
  for (const std::string& bytes : {std::string(), std::string("\0\0a", 3), std::string(40, '\xff')}) {
    const auto back = from_multibase_base58(multibase_base58(bytes));
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, bytes);
  }
  EXPECT_EQ(multibase_base58("Hello World!"), "z2NEpo7TZRRrLZSi2U");
  for (const char* text : {"", "2NEpo7TZRRrLZSi2U", "z0", "zI", "zl", "z O"})
    EXPECT_FALSE(from_multibase_base58(text)) << text;
  EXPECT_FALSE(from_multibase_base58("z" + std::string(200, '2')));
}

TEST(UtcText, IsExact) {
  for (const char* text : {"1970-01-01T00:00:00Z", "2024-02-29T23:59:59Z", "2026-11-22T09:00:07Z"})
    EXPECT_EQ(utc_text(*from_utc_text(text)), text);
  for (const char* text : {"2026-11-22T09:00:07", "2026-11-22 09:00:07Z", "2026-02-29T00:00:00Z",
                           "2026-01-01T24:00:00Z", "2026-01-01T00:00:60Z", "2026-1-01T00:00:000Z"})
    EXPECT_FALSE(from_utc_text(text)) << text;
  EXPECT_EQ(utc_text(years_later(sample::moment("2024-02-29T10:00:00Z"), 3)), "2027-02-28T10:00:00Z");
  EXPECT_EQ(utc_text(years_later(sample::moment("2026-11-22T10:00:00Z"), 3)), "2029-11-22T10:00:00Z");
}

}  // namespace
}  // namespace smm::badge
