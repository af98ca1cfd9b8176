// SPDX-License-Identifier: Apache-2.0
// The agreement on pages: a dean reads it before accepting, gives and takes back consents, and leaves.
#include "school_at_work.hpp"

namespace smm::web {
namespace {

SMM_ON_EACH_DATABASE(AgreementPages);

const std::string lake_path = "/rounds/2026/schools/lake";

assessment::ParticipationState state_of_part(SchoolAtWork& work, const std::string& school) {
  return work.sheet(school).participation.state;
}

TEST_P(AgreementPages, ShowTheTextBeforeAnythingIsAccepted) {
  SchoolAtWork work(house());
  auto dean = work.browser("dean", "lake");
  const Shown form = dean->get(lake_path + "/accept");
  EXPECT_TRUE(form.says("Participation agreement"));
  EXPECT_TRUE(form.says("Until the round is frozen we can leave it"));
  const Shown refused = dean->submit(lake_path + "/accept", {{"mode", "solo"}, {"consent", "story"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.says("needs the participation agreement"));
  EXPECT_EQ(state_of_part(work, "lake"), assessment::ParticipationState::invited);
  EXPECT_EQ(dean->get(lake_path + "/agreement").status, 409);
  dean->get(lake_path + "/accept");
  ASSERT_EQ(dean->submit(lake_path + "/accept", {{"mode", "solo"},
                                                 {"agree", house().agreement()},
                                                 {"consent", "story"},
                                                 {"consent", "listing"},
                                                 {"irb", "IRB 4711"}})
                .status,
            303);
  const auto kept = *app::agreements_of(work.installation(), work.sheet("lake").key());
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept[0].agreement.consents, (assessment::Consents{.listing = true, .story = true}));
  EXPECT_EQ(kept[0].agreement.irb, "IRB 4711");
}

TEST_P(AgreementPages, ChangeConsentsForTheDeanAlone) {
  SchoolAtWork work(house());
  auto dean = work.browser("dean");
  EXPECT_TRUE(dean->get(river_path).says(river_path + "/agreement"));
  EXPECT_TRUE(dean->get(river_path).says(river_path + "/stories"));
  EXPECT_TRUE(dean->get(river_path + "/agreement").says("agreed to version 1"));
  ASSERT_EQ(dean->submit(river_path + "/agreement", {{"consent", "research"}, {"irb", ""}}).status, 303);
  const Shown page = dean->get(river_path + "/agreement");
  EXPECT_TRUE(page.says("last changed the consents"));
  const auto consents =
      app::agreements_of(work.installation(), work.sheet().key())->back().agreement.consents;
  EXPECT_EQ(consents, (assessment::Consents{.research = true}));
  EXPECT_EQ(dean->submit(river_path + "/agreement", {{"irb", std::string(200, 'x')}}).status, 422);
  for (const char* name : {"cora", "ana"}) {
    auto other = work.browser(name);
    EXPECT_FALSE(other->get(river_path).says(river_path + "/agreement")) << name;
    EXPECT_EQ(other->get(river_path + "/agreement").status, 403) << name;
    EXPECT_EQ(other->post(river_path + "/withdraw", {{"sure", "yes"}}).status, 403) << name;
  }
}

TEST_P(AgreementPages, LetTheDeanLeaveOnlyWhenSure) {
  SchoolAtWork work(house());
  auto dean = work.browser("dean");
  EXPECT_TRUE(dean->get(river_path + "/agreement").says(river_path + "/withdraw"));
  dean->get(river_path + "/withdraw");
  EXPECT_EQ(dean->submit(river_path + "/withdraw", {{"reason", "secret-merger"}}).status, 422);
  EXPECT_EQ(state_of_part(work, "river"), assessment::ParticipationState::accepted);
  dean->get(river_path + "/withdraw");
  ASSERT_EQ(dean->submit(river_path + "/withdraw", {{"sure", "yes"}, {"reason", "secret-merger"}}).status,
            303);
  EXPECT_EQ(state_of_part(work, "river"), assessment::ParticipationState::withdrawn);
  EXPECT_TRUE(dean->get(river_path).says("Your school has left this round."));
  EXPECT_FALSE(dean->get(river_path + "/agreement").says(river_path + "/withdraw"));
  for (const auto& kept : house().log())
    EXPECT_EQ(kept.entry.detail.find("secret-merger"), std::string::npos) << kept.entry.action;
  const std::string bytes = house().database_bytes().value_or("");
  EXPECT_EQ(bytes.find("secret-merger"), std::string::npos) << "it is kept sealed";
}

TEST_P(AgreementPages, AreThereForAnybodyToRead) {
  SchoolAtWork work(house());
  BrowserUnderTest stranger(work.service);
  const Shown page = stranger.get("/about/agreement");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(page.says("Taking part is voluntary and free"));
}

}  // namespace
}  // namespace smm::web
