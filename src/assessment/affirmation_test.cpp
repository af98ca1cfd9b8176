// SPDX-License-Identifier: Apache-2.0
#include "assessment/affirmation.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "assessment/problems.hpp"
#include "assessment/sample_people_test.hpp"
#include "assessment/sample_sheet_test.hpp"

namespace smm::assessment {
namespace {

using sample::said;
using Answers = std::vector<SheetAnswer>;

const std::string some_salt(digest_salt_bytes, 's');

struct Small {
  instrument::Edition edition = sample::small_edition();
  SheetPlan plan = sample::plan_of(edition);

  std::string digest(const Answers& answers, std::string_view office = "dean") const {
    return packet_digest(plan, *plan.packet(office), answers, some_salt);
  }
};

TEST(PacketDigest, ChangesWithEveryPartOfAnAnswer) {
  const Small small;
  const std::string digest = small.digest({said("gate", "yes", 3)});
  EXPECT_EQ(digest.size(), 64u);
  EXPECT_NE(digest, small.digest({said("gate", "no", 3)}));
  EXPECT_NE(digest, small.digest({said("gate", "yes", 4)}));
  EXPECT_NE(digest, small.digest({said("gate", "yes", 3), said("adn:reach", "30")}));
  SheetAnswer reasoned = said("gate", "yes", 3);
  reasoned.given.reason = "state law";
  EXPECT_NE(digest, small.digest({reasoned}));
  EXPECT_NE(small.digest({said("gate", "not_known")}), small.digest({said("gate", "declined")}));
}

TEST(PacketDigest, KnowsNothingOfOtherPackets) {
  const Small small;
  EXPECT_EQ(small.digest({said("gate", "yes")}), small.digest({said("gate", "yes"), said("stages", "a")}));
  EXPECT_NE(small.digest({}), small.digest({}, "money"));
}

TEST(PacketDigest, HangsOnEditionAndSalt) {
  Small small;
  const std::string digest = small.digest({});
  EXPECT_NE(digest, packet_digest(small.plan, small.plan.packets[0], {}, "another"));
  small.edition.hash = "another";
  EXPECT_NE(digest, small.digest({}));
}

TEST(SheetDigest, ChangesWithAnyPacket) {
  const Small small;
  const std::string digest = sheet_digest(small.plan, Answers{said("gate", "yes")}, some_salt);
  EXPECT_NE(digest, sheet_digest(small.plan, Answers{said("gate", "yes"), said("stages", "a")}, some_salt));
  EXPECT_NE(digest, sheet_digest(small.plan, Answers{said("gate", "yes", 2)}, some_salt));
  EXPECT_EQ(digest, sheet_digest(small.plan, Answers{said("gate", "yes"), said("lost", "a")}, some_salt));
}

Answers any_answers_of(const SheetPlan& plan) {
  Answers answers;
  for (const PlannedAnswer& planned : plan.answers) {
    if (!*rc::gen::arbitrary<bool>()) continue;
    SheetAnswer answer;
    answer.place = planned.place;
    answer.version = *rc::gen::inRange(0, 3);
    answer.given = {
        *rc::gen::element(instrument::AnswerState::answered, instrument::AnswerState::not_answered),
        *rc::gen::element<std::string>("", "1", "11"), *rc::gen::element<std::string>("", "1", "11")};
    answers.push_back(answer);
  }
  return answers;
}

// What the digest is about: places of the packet, with what stands there.
std::vector<std::pair<AnswerPlace, std::pair<std::int64_t, GivenAnswer>>> standing(const SheetPlan& plan,
                                                                                   const Answers& answers) {
  std::vector<std::pair<AnswerPlace, std::pair<std::int64_t, GivenAnswer>>> all;
  for (const std::size_t i : places_of(plan.packets[0])) {
    const auto found = std::ranges::find(answers, plan.answers[i].place, &SheetAnswer::place);
    const bool given = found != answers.end();
    all.push_back(
        {plan.answers[i].place, {given ? found->version : 0, given ? found->given : GivenAnswer{}}});
  }
  return all;
}

RC_GTEST_PROP(PacketDigest, ChangesIfAndOnlyIfAnswersDo, ()) {
  const Small small;
  Answers one = any_answers_of(small.plan);
  const Answers other = any_answers_of(small.plan);
  RC_ASSERT((small.digest(one) == small.digest(other)) ==
            (standing(small.plan, one) == standing(small.plan, other)));
  const std::string digest = small.digest(one);
  std::ranges::reverse(one);
  RC_ASSERT(small.digest(one) == digest);
}

School school() {
  School made{sample::id_of<SchoolId>("s"), "s1", "Lake School", "medicine", {"adn", "md"}, {}, {}};
  return made;
}

TEST(AffirmationFacts, SayWhatIsSignedAndWhatIsMissing) {
  const Small small;
  const Answers answers{said("gate", "yes"), said("md:reach", "declined"), said("stages", "a")};
  const RoutedSheet sheet = route_sheet(small.plan, answers);
  const std::string digest = small.digest(answers);
  const StatementFacts facts =
      affirmation_facts(small.plan, small.plan.packets[0], sheet, school(), "Ana Ruiz", digest);
  EXPECT_EQ(facts.office, "Dean's office");
  EXPECT_EQ(facts.person, "Ana Ruiz");
  EXPECT_EQ(facts.school, "Lake School");
  EXPECT_EQ(facts.programmes, (std::vector<std::string>{"MD", "ADN"}));
  EXPECT_EQ(facts.asked, 4u);
  EXPECT_EQ(facts.said, 2u);
  EXPECT_EQ(facts.unanswered, (std::vector<AnswerPlace>{{"adn", "reach"}, {"", "depth"}}));
  EXPECT_EQ(facts.declined, (std::vector<AnswerPlace>{{"md", "reach"}}));
  EXPECT_EQ(facts.short_digest, digest.substr(0, 4) + " " + digest.substr(4, 4) + " " + digest.substr(8, 4));
  const StatementFacts whole = attestation_facts(small.plan, sheet, school(), "Dean", digest);
  EXPECT_EQ(whole.office, "");
  EXPECT_EQ(whole.asked, 10u);
  EXPECT_EQ(whole.said, 3u);
}

struct Signed {
  Small small;
  Answers answers{said("gate", "no"), said("stages", "a")};
  std::vector<Packet> packets{sample::packet("money", PacketState::affirmed),
                              sample::packet("dean", PacketState::affirmed)};
  std::vector<Affirmation> affirmations;

  Signed() {
    for (const char* office : {"dean", "money"}) affirm(office);
  }
  void affirm(const std::string& office) {
    affirmations.push_back(
        {office, sample::person("ana"), sample::now, some_salt, small.digest(answers, office)});
  }
  std::vector<std::string> refusals() const {
    std::vector<std::string> codes;
    for (const auto& problem : refusals_to_attest(small.plan, packets, affirmations, answers))
      codes.emplace_back(problem.code);
    return codes;
  }
};

TEST(RefusalsToAttest, AreNoneWhenEveryAffirmationStands) {
  EXPECT_TRUE(Signed().refusals().empty());
}

TEST(RefusalsToAttest, NameEachPacketThatIsNotAffirmed) {
  Signed sheet;
  sheet.packets[0].state = PacketState::complete;
  EXPECT_EQ(sheet.refusals(), (std::vector<std::string>{"packets_not_affirmed"}));
  sheet.packets.clear();
  EXPECT_EQ(sheet.refusals(), (std::vector<std::string>{"packets_not_affirmed", "packets_not_affirmed"}));
  Signed unsigned_sheet;
  unsigned_sheet.affirmations.clear();
  EXPECT_EQ(unsigned_sheet.refusals().size(), 2u) << "a state alone is nobody's word";
}

TEST(RefusalsToAttest, FindAnAnswerThatChangedAfterwards) {
  Signed sheet;
  sheet.answers[0] = said("gate", "yes", 2);
  EXPECT_EQ(sheet.refusals(), (std::vector<std::string>{"affirmation_out_of_date"}));
  sheet.affirm("dean");
  EXPECT_TRUE(sheet.refusals().empty()) << "the last affirmation counts";
  sheet.answers[0] = said("gate", "no", 1);
  EXPECT_EQ(sheet.refusals().size(), 1u) << "an earlier affirmation does not come back";
}

}  // namespace
}  // namespace smm::assessment
