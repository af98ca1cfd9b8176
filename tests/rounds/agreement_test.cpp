// SPDX-License-Identifier: Apache-2.0
// What schools agree to, and leaving a round. Requirements:
//   1 nobody takes part without the current agreement; what is kept names its version and its very text
//   2 consents are separate, none is given by itself, and every change is kept and logged
//   3 being listed follows the consent, and the consent follows the list
//   4 a school leaves until the round is frozen; then it is named nowhere, and nothing writes to its sheet
#include "app/rounds/agreement.hpp"
#include "crypto/hash.hpp"
#include "school_in_round.hpp"

namespace smm::app {
namespace {

using assessment::ParticipationState;

class TheAgreement : public testing::Test {
 protected:
  base::Result<assessment::Participation> accept(const AgreedTo& agreed) {
    const AcceptRequest request{true, {}, {}, agreed};
    return accept_invitation(house->installation(), house->pages(), dean(), schools.sheet("river"), request);
  }
  Actor dean() { return schools.actor("dean@river.example"); }
  std::vector<KeptAgreement> kept() {
    return *agreements_of(house->installation(), schools.sheet("river").key());
  }
  bool listed() {
    return house->read<bool>(
        [&](Records& records) { return records.badges.listing(schools.sheet("river").key()).has_value(); });
  }
  std::string code_of(const base::Problems& problems) { return std::string(problems.front().code); }

  std::unique_ptr<test::InstallationUnderTest> house = test::InstallationUnderTest::on_sqlite();
  test::SchoolsInRound schools{*house};
};

TEST_F(TheAgreement, IsNeededInItsCurrentVersion) {  // 1
  EXPECT_EQ(code_of(accept({}).problems()), "agreement_needed");
  EXPECT_EQ(code_of(accept({"0"}).problems()), "agreement_needed");
  EXPECT_EQ(schools.sheet("river").participation.state, ParticipationState::invited);
  EXPECT_TRUE(kept().empty());
  ASSERT_TRUE(accept({house->agreement()}));
  const auto text = current_agreement(house->pages().texts);
  ASSERT_EQ(kept().size(), 1U);
  EXPECT_EQ(kept()[0].agreement.version, text.version);
  EXPECT_EQ(kept()[0].agreement.sha256, crypto::sha256_hex(text.title + "\n\n" + text.text));
  EXPECT_EQ(kept()[0].agreement.consents, assessment::Consents{});
  EXPECT_EQ(kept()[0].by, dean().person.id);
}

// A text that schools agreed to never changes. Whoever mends it writes a new version, with a row of its own.
TEST_F(TheAgreement, KeepsTheTextOfEachVersion) {  // 1
  const std::vector<std::pair<std::string, std::string>> versions = {
      {"1", "31e3d996279d0a79847fa5956265cadfbd5d560ffffceadbd76829c221c4d5b0"}};
  for (const auto& [version, sha256] : versions)
    EXPECT_EQ(agreement_text(house->pages().texts, version)->sha256, sha256) << version;
  EXPECT_EQ(house->agreement(), versions.back().first);
  EXPECT_FALSE(agreement_text(house->pages().texts, "99"));
}

TEST_F(TheAgreement, TakesOneLineOfAnEthicsBoard) {
  EXPECT_EQ(code_of(accept({house->agreement(), {}, std::string(81, 'x')}).problems()), "bad_irb");
  EXPECT_EQ(code_of(accept({house->agreement(), {}, "two\nlines"}).problems()), "bad_irb");
  ASSERT_TRUE(accept({house->agreement(), {}, "IRB 2026-07"}));
  EXPECT_EQ(kept()[0].agreement.irb, "IRB 2026-07");
}

TEST_F(TheAgreement, KeepsEachConsentAndEachChange) {  // 2
  const auto sheet = schools.sheet("river");
  EXPECT_EQ(code_of(change_consents(house->installation(), dean(), sheet, {}, "").problems()),
            "not_accepted");
  ASSERT_TRUE(accept({house->agreement(), {.research = true}, "IRB 7"}));
  ASSERT_TRUE(change_consents(house->installation(), dean(), sheet, {.story = true, .partners = true}, ""));
  ASSERT_EQ(kept().size(), 2U);
  EXPECT_EQ(kept()[0].agreement.consents, (assessment::Consents{.research = true}));
  EXPECT_EQ(kept()[1].agreement.consents, (assessment::Consents{.story = true, .partners = true}));
  EXPECT_EQ(kept()[1].agreement.version, kept()[0].agreement.version);
  EXPECT_EQ(kept()[1].number, 2);
  EXPECT_TRUE(house->log_tells("school.consents"));
}

TEST_F(TheAgreement, ListsTheSchoolAsItConsents) {  // 3
  const auto sheet = schools.sheet("river");
  ASSERT_TRUE(accept({house->agreement(), {.listing = true}}));
  EXPECT_TRUE(listed());
  ASSERT_TRUE(change_consents(house->installation(), dean(), sheet, {}, ""));
  EXPECT_FALSE(listed());
  ASSERT_TRUE(change_consents(house->installation(), dean(), sheet, {.listing = true}, ""));
  house->write([&](Records& records, base::Instant) { records.badges.remove_listing(sheet.key()); });
  EXPECT_FALSE(kept().back().agreement.consents.listing);
}

TEST_F(TheAgreement, EndsWhenTheSchoolLeaves) {  // 4
  const auto sheet = schools.sheet("river");
  ASSERT_TRUE(accept({house->agreement(), {.listing = true}}));
  ASSERT_TRUE(withdraw_school(house->installation(), dean(), sheet, "A merger."));
  const auto part = schools.sheet("river").participation;
  EXPECT_EQ(part.state, ParticipationState::withdrawn);
  EXPECT_EQ(assessment::refusal_to_write(part)->code, "not_accepted");
  EXPECT_FALSE(listed());
  EXPECT_TRUE(house->log_tells("school.withdraw"));
  EXPECT_EQ(code_of(change_consents(house->installation(), dean(), sheet, {}, "").problems()),
            "not_accepted");
  EXPECT_EQ(code_of(accept({house->agreement()}).problems()), "participation_state_not_possible");
  EXPECT_EQ(code_of(withdraw_school(house->installation(), dean(), sheet, "").problems()),
            "participation_state_not_possible");
}

TEST_F(TheAgreement, HoldsOnceTheRoundIsFrozen) {  // 4
  ASSERT_TRUE(accept({house->agreement()}));
  const auto sheet = schools.sheet("river");
  house->write([&](Records& records, base::Instant) {
    auto round = *records.rounds.by_code("2026");
    round.state = assessment::RoundState::frozen;
    records.rounds.change(round);
  });
  EXPECT_EQ(code_of(withdraw_school(house->installation(), dean(), sheet, "").problems()), "round_not_open");
  EXPECT_EQ(schools.sheet("river").participation.state, ParticipationState::accepted);
}

}  // namespace
}  // namespace smm::app
