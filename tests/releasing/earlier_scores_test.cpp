// SPDX-License-Identifier: Apache-2.0
// Rounds frozen one after the other in the service: what a later freeze knows of what an earlier one was made
// from.
#include "app/releasing/earlier_scores.hpp"

#include <fmt/format.h>

#include "app/answering/signing.hpp"
#include "app/releasing/freeze_round.hpp"
#include "app/rounds/import_roster.hpp"
#include "app/rounds/invite_schools.hpp"
#include "app/rounds/manage_rounds.hpp"
#include "benchmark/freeze.hpp"
#include "installation_under_test.hpp"

namespace smm::app {
namespace {

SMM_ON_EACH_DATABASE(EarlierScores);

constexpr int schools = 22;
constexpr const char* area = "mission";

std::string code_of(int school) {
  return fmt::format("s{:02}", school);
}

class FrozenRounds {
 public:
  explicit FrozenRounds(test::InstallationUnderTest& house) : house_(house) {
    std::vector<RosterSchool> roster;
    for (int at = 0; at < schools; ++at) {
      RosterSchool& school = roster.emplace_back();
      school.code = school.name = code_of(at);
      school.profession = "medicine";
      school.programmes = {"medicine_md"};
      school.contacts.dean = {"Dean", "dean@" + code_of(at) + ".example"};
      school.frame = {
          "i" + code_of(at), "", at % 2 == 0 ? "public" : "private", "NY", "", "small", "r1", "city"};
    }
    EXPECT_TRUE(import_roster(house.installation(), roster, "test", false));
  }

  // From opening to the freeze; the last school never answers.
  benchmark::Release freeze(const std::string& round, double (*score)(int school)) {
    Installation& installation = house_.installation();
    EXPECT_TRUE(
        create_round(installation, {round, round, "smm-2026", "America/New_York", round + "-10-31"}, "test"));
    EXPECT_TRUE(open_round(installation, round, "", "test"));
    EXPECT_TRUE(invite_schools(installation, house_.pages(), round, {}, "test"));
    for (int school = 0; school + 1 < schools; ++school) attest(round, school, score(school));
    EXPECT_TRUE(close_round(installation, round, "test"));
    EXPECT_TRUE(begin_checks(installation, round, 1, "test"));
    house_.clock.pass(2 * base::one_day);
    const auto frozen = freeze_round(installation, round, "test");
    EXPECT_TRUE(frozen) << to_string(frozen.problems().front());
    return *benchmark::read_release(kept().back().bytes, round);
  }

  std::vector<KeptRelease> kept() {
    return house_.read<std::vector<KeptRelease>>([](Records& records) { return records.releases.all(); });
  }

  std::optional<benchmark::Scores> known_of(const KeptRelease& kept) {
    return house_.read<std::optional<benchmark::Scores>>([&](Records& records) {
      return earlier_scores(house_.installation(), records, kept,
                            *benchmark::read_release(kept.bytes, "kept"));
    });
  }

 private:
  void attest(const std::string& round, int school, double score) {
    house_.write([&](Records& records, base::Instant now) {
      const auto opened = open_sheet(records, house_.installation().editions, round, code_of(school));
      const auto seals = house_.installation().keys.seals(records.schools, opened->school.id.text());
      const auto person = records.people.by_email("dean@" + code_of(school) + ".example");
      const std::string scores = fmt::format(
          "school_id,programme,level,id,state,score,lower,upper,answered_points,attainable_points\n"
          "{},medicine_md,area,{},scored,{:.4f},0.0000,100.0000,10.0000,10.0000\n",
          code_of(school), area, score);
      Signature signature{"", person->id, now, "I attest.", "digest" + round + code_of(school), ""};
      signature.sealed =
          seal_signed(*seals, opened->key(), signature, {new_salt(), scores, "programme,item_id,version\n"});
      records.sheets.add(opened->key(), signature);
      auto part = *records.rounds.participation(opened->key(), true);
      part.state = assessment::ParticipationState::submitted;
      part.submitted_at = now;
      ++part.attestations;
      ++part.version;
      records.rounds.change(part);
    });
  }

  test::InstallationUnderTest& house_;
};

double rising(int school) {
  return 10 + 4. * school;
}

double falling(int school) {
  return 90 - 4. * school;
}

TEST_P(EarlierScores, AreThoseThatWereAttestedUntilTheFreeze) {
  FrozenRounds rounds(house());
  rounds.freeze("2026", rising);
  rounds.freeze("2027", falling);
  ASSERT_EQ(rounds.kept().size(), 2U);
  const auto first = rounds.known_of(rounds.kept().front());
  ASSERT_TRUE(first.has_value());
  ASSERT_EQ(first->size(), static_cast<std::size_t>(schools - 1));
  for (const benchmark::SheetScores& sheet : *first) {
    const int school = std::stoi(sheet.school_id.substr(1));
    const auto scored =
        std::ranges::find_if(sheet.areas, [](const auto& value) { return value.has_value(); });
    ASSERT_NE(scored, sheet.areas.end());
    EXPECT_EQ((*scored)->score, rising(school)) << sheet.school_id;
  }
}

// Everybody's scores changed: no unchanged ones fit both releases, so that a freeze which does not know the
// earlier ones would fall back.
TEST_P(EarlierScores, KeepALaterRoundFromFallingBack) {
  FrozenRounds rounds(house());
  const auto first = rounds.freeze("2026", rising);
  const auto second = rounds.freeze("2027", falling);
  EXPECT_EQ(second->previous, std::vector<std::string>{first->sha256});
  EXPECT_TRUE(second->profession("medicine")->fallen.empty());
  benchmark::FreezeInput blind;
  blind.outline = second->outline;
  std::vector<benchmark::FrameRow> rows;
  for (const auto& placed : second->frame) rows.push_back(placed.row);
  blind.frame = *benchmark::frame_of(rows, blind.outline);
  blind.scores = *rounds.known_of(rounds.kept().back());
  blind.previous = {first};
  EXPECT_EQ((*benchmark::freeze(blind))->profession("medicine")->fallen.size(), 1U);
}

}  // namespace
}  // namespace smm::app
