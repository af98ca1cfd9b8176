// SPDX-License-Identifier: Apache-2.0
#include "badge/credential.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "badge/read_credential.hpp"
#include "badge/sample_badge_test.hpp"
#include "badge/verify.hpp"
#include "exchange/json.hpp"

namespace smm::badge {
namespace {

base::Result<SignedCredential> read_badge(const std::string& json) {
  auto document = exchange::parse_json(json, "badge.json");
  if (!document) return document.problems();
  return read_credential(*document);
}

Finding finding_of(const std::string& json) {
  const auto badge = read_badge(json);
  if (!badge) return Finding::not_as_signed;
  return verify(*badge, sample::controller(), std::nullopt, sample::moment("2027-01-01T00:00:00Z")).finding;
}

TEST(Credential, IsReadAsItWasWritten) {
  const auto badge = read_badge(credential_json(sample::badge()));
  ASSERT_TRUE(badge) << to_string(badge.problems().front());
  EXPECT_EQ(badge->credential, sample::credential());
  EXPECT_EQ(badge->proof.value, sample::badge().proof.value);
  EXPECT_EQ(credential_json(*badge), credential_json(sample::badge()));
}

TEST(Credential, HoldsNoScore) {
  const std::string json = credential_json(sample::badge());
  for (const char* word : {"score", "result", "points", "rank"})
    EXPECT_EQ(json.find(word), std::string::npos) << word;
}

TEST(Credential, CanonicalFormDiffersWithEveryField) {
  const std::string before = canonical(sample::credential());
  const std::vector<std::function<void(Credential&)>> changes = {
      [](auto& c) { c.id += "x"; },
      [](auto& c) { c.name += "x"; },
      [](auto& c) { c.issuer.id += "x"; },
      [](auto& c) { c.issuer.name += "x"; },
      [](auto& c) { c.issuer.url += "x"; },
      [](auto& c) { c.valid_from = c.valid_from + base::one_second; },
      [](auto& c) { c.valid_until = c.valid_until + base::one_second; },
      [](auto& c) { c.subject += "x"; },
      [](auto& c) { c.school += "x"; },
      [](auto& c) { c.achievement.id += "x"; },
      [](auto& c) { c.achievement.name += "x"; },
      [](auto& c) { c.achievement.description += "x"; },
      [](auto& c) { c.achievement.edition += "x"; },
      [](auto& c) { c.achievement.criteria += "x"; },
      [](auto& c) { c.achievement.narrative += "x"; },
      [](auto& c) { c.achievement.image += "x"; },
      [](auto& c) { c.status.list += "x"; },
      [](auto& c) { ++c.status.index; }};
  for (std::size_t i = 0; i < changes.size(); ++i) {
    Credential credential = sample::credential();
    changes[i](credential);
    EXPECT_NE(canonical(credential), before) << i;
  }
}

// White space between values is the one thing that may change.
TEST(Credential, DoesNotHoldAfterAnyChangeOfOneByte) {
  const std::string json = credential_json(sample::badge());
  ASSERT_EQ(finding_of(json), Finding::holds);
  for (std::size_t i = 0; i < json.size(); ++i) {
    std::string changed = json;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_NE(finding_of(changed), Finding::holds) << i << ": " << json.substr(i, 20);
  }
}

TEST(Credential, TakesNothingBesideItsShape) {
  const std::string json = credential_json(sample::badge());
  struct Slip {
    std::string old_text;
    std::string new_text;
  };
  const std::vector<Slip> slips = {
      {"\"hashed\": false", "\"hashed\": \"false\""},
      {"\"hashed\": false", "\"hashed\": true"},
      {"\"statusListIndex\": \"94567\"", "\"statusListIndex\": 94567"},
      {"\"statusListIndex\": \"94567\"", "\"statusListIndex\": \"094567\""},
      {"\"type\": \"Image\"", "\"type\": \"Image\", \"caption\": \"gold\""},
      {"\"name\": \"Social", "\"award\": \"gold\", \"name\": \"Social"},
      {"\"Profile\"", "\"Profile\", \"Person\""},
      {"\"OpenBadgeCredential\"", "\"AchievementCredential\""},
      {"\"@context\": [", "\"@context\": [\"https://example.org/other\", "},
      {"\"identifier\": [", "\"identifier\": [null, "},
      {"2026-11-22T09:00:00Z\",\n  \"validUntil", "2026-11-22T09:00:00+00:00\",\n  \"validUntil"}};
  for (const Slip& slip : slips) {
    const std::size_t at = json.find(slip.old_text);
    ASSERT_NE(at, std::string::npos) << slip.old_text;
    const auto badge = read_badge(std::string(json).replace(at, slip.old_text.size(), slip.new_text));
    ASSERT_FALSE(badge) << slip.new_text;
  }
}

TEST(Verify, SaysWhatIsWrong) {
  const auto at = [](const char* when) { return sample::moment(when); };
  const auto badge = sample::badge();
  const auto finding = [&](const SignedCredential& each, const Controller& controller, const char* when) {
    return verify(each, controller, std::nullopt, at(when)).finding;
  };
  const Controller ours = sample::controller();
  EXPECT_EQ(finding(badge, ours, "2026-11-22T09:00:00Z"), Finding::holds);
  EXPECT_EQ(finding(badge, ours, "2026-11-22T08:59:59Z"), Finding::not_yet_valid);
  EXPECT_EQ(finding(badge, ours, "2029-11-22T08:59:59Z"), Finding::holds);
  EXPECT_EQ(finding(badge, ours, "2029-11-22T09:00:00Z"), Finding::expired);
  EXPECT_EQ(finding(badge, {"https://other.example.org/issuer", ours.keys}, "2027-01-01T00:00:00Z"),
            Finding::other_issuer);
  EXPECT_EQ(finding(badge, {ours.id, {published_key(ours.id, crypto::public_key(sample::key('z')))}},
                    "2027-01-01T00:00:00Z"),
            Finding::unknown_key);
  auto forged = signed_credential(sample::credential(), sample::proof(), sample::key('z'));
  EXPECT_EQ(finding(forged, ours, "2027-01-01T00:00:00Z"), Finding::not_as_signed);
}

TEST(Verify, HeedsTheStatusListAndNoOther) {
  const auto verdict = [](const std::optional<StatusCredential>& status, const char* when) {
    return verify(sample::badge(), sample::controller(), status, sample::moment(when));
  };
  const char* now = "2026-11-23T00:00:00Z";
  EXPECT_EQ(verdict(sample::status(), now).finding, Finding::holds);
  EXPECT_TRUE(verdict(sample::status(), now).status_checked);
  EXPECT_FALSE(verdict(std::nullopt, now).status_checked);
  StatusList neighbors;
  neighbors.revoke(94566);
  neighbors.revoke(94568);
  EXPECT_EQ(verdict(sample::status(neighbors), now).finding, Finding::holds);
  StatusList bits;
  bits.revoke(94567);
  EXPECT_EQ(verdict(sample::status(bits), now).finding, Finding::revoked);
  // A list that has run out, is somebody else's, or was changed, tells nothing.
  EXPECT_EQ(verdict(sample::status(), "2026-12-01T00:00:00Z").finding, Finding::status_unknown);
  auto other = sample::status();
  other.id += "0";
  EXPECT_EQ(verdict(other, now).finding, Finding::status_unknown);
  auto changed = sample::status(bits);
  changed.encoded_list = StatusList().encoded();
  EXPECT_EQ(verdict(changed, now).finding, Finding::status_unknown);
}

}  // namespace
}  // namespace smm::badge
