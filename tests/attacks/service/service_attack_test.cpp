// SPDX-License-Identifier: Apache-2.0
// The service under attack: a small round in the tests, more rounds and questions by `./dev attack`, which
// sets SMM_SERVICE_ASKS and prints the tables.
#include "service_attack.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

#include "side_doors.hpp"

namespace smm::attacks {
namespace {

World small_round(std::uint64_t seed) {
  WorldSpec spec;
  spec.seed = seed;
  spec.answering = 26;
  spec.response = .85;
  spec.incomplete = .04;
  World world = make_world(spec);
  plant_scores(world);
  return world;
}

int asks() {
  const char* wanted = std::getenv("SMM_SERVICE_ASKS");
  return wanted == nullptr ? 60 : std::atoi(wanted);
}

void print(const Finding& finding) {
  if (std::getenv("SMM_SERVICE_ASKS") != nullptr)
    fmt::print("| {} | {} | {} | {} |\n", finding.attack, finding.what, finding.looked, finding.found);
}

TEST(ServiceUnderAttack, TellsNothingButTheTable) {
  const std::uint64_t worlds = asks() > 60 ? 4 : 1;
  for (std::uint64_t seed = 1; seed <= worlds; ++seed) {
    const auto house = test::InstallationUnderTest::on_sqlite();
    AttackedService service(*house);
    for (const Finding& finding : attack_service(service, small_round(seed), asks())) {
      print(finding);
      EXPECT_GT(finding.looked, 0) << finding.attack << ": " << finding.what;
      EXPECT_EQ(finding.found, 0) << finding.attack << ": " << finding.what;
    }
  }
}

// What the test above rests on finds an answer that is half a point off, one about nine peers, and a score in
// a page.
TEST(ServiceUnderAttack, WouldBeFoundOut) {
  const World world = small_round(1);
  const Round& round = world.rounds.front();
  const auto house = test::InstallationUnderTest::on_sqlite();
  AttackedService service(*house);
  const Published published = read_files(service.publish(world).front());
  const Site& asker = round.frame[static_cast<std::size_t>(round.units.front().sites.front())];
  AnsweredQuestion answered;
  const auto is_told = [](const auto& figure) { return figure.has_value(); };
  for (const Question& question : random_peer_sets(round, "medicine", 8, 12, 1)) {
    answered = {question, service.peer_means(0, asker, question)};
    if (std::ranges::any_of(answered.figures, is_told)) break;
  }
  EXPECT_EQ(answers_off_the_table(published, round, asker, {answered}).found, 0);
  const auto given = std::ranges::find_if(answered.figures, is_told);
  ASSERT_NE(given, answered.figures.end());
  **given += .5;
  EXPECT_EQ(answers_off_the_table(published, round, asker, {answered}).found, 1);
  **given -= .5;
  answered.question.peers.resize(9);
  EXPECT_GT(answers_off_the_table(published, round, asker, {answered}).found, 0);
  const double score = *round.frame[static_cast<std::size_t>(round.units[3].sites.front())].scores[2];
  EXPECT_FALSE(ByteSearch({score}, 3).sightings(fmt::format("<td>{:.3f}</td>", score)).empty());
}

// Both forms of the page say the same.
TEST(ServiceUnderAttack, SaysTheSameInPagesAndInJson) {
  const World world = small_round(2);
  const Round& round = world.rounds.front();
  const auto house = test::InstallationUnderTest::on_sqlite();
  AttackedService service(*house);
  service.publish(world);
  const Site& asker = round.frame[static_cast<std::size_t>(round.units.front().sites.front())];
  for (const Question& question : random_peer_sets(round, "medicine", 8, 12, 3))
    EXPECT_EQ(service.peer_means(0, asker, question), service.peer_means(0, asker, question));
}

}  // namespace
}  // namespace smm::attacks
