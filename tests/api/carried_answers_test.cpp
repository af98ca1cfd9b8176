// SPDX-License-Identifier: Apache-2.0
// Answers of the last round: offered, confirmed one by one, and on the sheet only then.
#include "round_under_test.hpp"

namespace smm::web {
namespace {

SMM_ON_EACH_DATABASE(CarriedAnswers);

const std::string sheet_of_east = "/rounds/2027/schools/east";
const std::string earlier = sheet_of_east + "/earlier";

// East attested in 2026, west was asked and did not answer; both have accepted in 2027 and answer alone.
class SecondTime {
 public:
  explicit SecondTime(test::InstallationUnderTest& house)
      : round(house, {test::medical_school("east"), test::medical_school("west")},
              [](const auto&, const auto&, const auto&) { return std::optional(50.0); }) {
    // The second is bound to its time.
    round.attest("east",
                 {{"runs-clinics", "yes"}, {"runs-student-clinics", "no"}, {"graduating-students", "88"}});
    round.close();
    round.open_round_of("2027");
    for (const char* school : {"east", "west"}) {
      auto dean = round.dean(school);
      const std::string path = "/rounds/2027/schools/" + std::string(school) + "/accept";
      dean->get(path);
      EXPECT_EQ(dean->submit(path, {{"mode", "solo"}, {"agree", house.agreement()}}).status, 303);
    }
  }

  RoundUnderTest round;
};

std::size_t answers_of_east(test::InstallationUnderTest& house, const app::OpenSheet& sheet) {
  return house
      .read<std::vector<app::SealedAnswer>>(
          [&](app::Records& records) { return records.sheets.answers(sheet.key()); })
      .size();
}

TEST_P(CarriedAnswers, AreOnTheSheetOnlyOnceTheyAreConfirmed) {
  SecondTime second(house());
  auto dean = second.round.dean("east");
  EXPECT_TRUE(dean->get(sheet_of_east).says(earlier));
  const Shown offered = dean->get(earlier);
  EXPECT_EQ(offered.status, 200) << offered.body;
  EXPECT_TRUE(offered.says("As your school attested them in Round 2026"));
  EXPECT_TRUE(offered.says("value=\"runs-clinics\""));
  EXPECT_TRUE(offered.says("value=\"runs-student-clinics\""));
  EXPECT_FALSE(offered.says("graduating-students"));
  EXPECT_FALSE(offered.says("checked="));
  EXPECT_EQ(answers_of_east(house(), second.round.sheet("east")), 0U);
  EXPECT_EQ(dean->submit(earlier, {{"keep", "runs-clinics"}, {"keep", "graduating-students"}}).status, 303);
  const auto kept = house().read<std::vector<app::SealedAnswer>>(
      [&](app::Records& records) { return records.sheets.answers(second.round.sheet("east").key()); });
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept[0].place.item, "runs-clinics");
  EXPECT_EQ(kept[0].source, "carried 2026");
  const Shown rest = dean->get(earlier);
  EXPECT_FALSE(rest.says("value=\"runs-clinics\""));
  EXPECT_TRUE(rest.says("value=\"runs-student-clinics\""));
}

TEST_P(CarriedAnswers, NeverReplaceWhatSomebodyAnswered) {
  SecondTime second(house());
  auto dean = second.round.dean("east");
  dean->get(earlier);
  EXPECT_EQ(dean->post(sheet_of_east + "/answers", {{"item", "runs-clinics"},
                                                    {"runs-clinics.state", "answered"},
                                                    {"runs-clinics.value", "no"},
                                                    {"runs-clinics.base", "0"}})
                .status,
            303);
  dean->get(earlier);
  EXPECT_EQ(dean->submit(earlier, {{"keep", "runs-clinics"}}).status, 303);
  const auto kept = house().read<std::vector<app::SealedAnswer>>(
      [&](app::Records& records) { return records.sheets.answers(second.round.sheet("east").key()); });
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept[0].source, "page");
}

TEST_P(CarriedAnswers, AreASchoolsOwn) {
  SecondTime second(house());
  auto west = second.round.dean("west");
  EXPECT_FALSE(west->get("/rounds/2027/schools/west").says("/earlier"));
  EXPECT_TRUE(west->get("/rounds/2027/schools/west/earlier").says("Nothing to confirm"));
  EXPECT_EQ(west->get(earlier).status, 404);
}

}  // namespace
}  // namespace smm::web
