// SPDX-License-Identifier: Apache-2.0
// A round from its making to its end, and schools' parts in it. Requirements:
//   1 a round ends at the end of its last day in its zone
//   2 opening again needs a last day that is not over
//   3 a dean gets a link, is invited once, and may accept or decline; a second invitation adds nothing
//   4 whoever leaves loses work and links, and the last leader cannot leave
//   6 a round chooses whom it asks, what counts, and whether the optional module is asked
//   5 reopening and stewardship need a reason, are logged on the school's chain, and the school gets a mail
#include "app/rounds/hand_out.hpp"
#include "app/rounds/outside_views.hpp"
#include "app/rounds/school_people.hpp"
#include "school_in_round.hpp"

namespace smm::app {
namespace {

class ARound : public testing::Test {
 protected:
  std::unique_ptr<test::InstallationUnderTest> house = test::InstallationUnderTest::on_sqlite();
};

std::string first_code(const base::Problems& problems) {
  return std::string(problems.front().code);
}

TEST_F(ARound, EndsWithItsLastDay) {  // 1
  const NewRound wanted{"2026", "Round", "smm-2026", "America/New_York", "2026-10-31"};
  const auto round = create_round(house->installation(), wanted, "test");
  ASSERT_TRUE(round);
  // 23:59:59.999999 of October 31 in New York, which is on daylight time: 03:59:59 UTC of the next day.
  EXPECT_EQ(round->closes.microseconds, std::int64_t{1'793'505'599} * base::one_second + 999'999);
  EXPECT_EQ(first_code(create_round(house->installation(), wanted, "test").problems()), "round_exists");
}

TEST_F(ARound, IsRefusedWhenItCannotBe) {
  auto wanted = [](auto change) {
    NewRound round{"2026", "Round", "smm-2026", "America/New_York", "2026-10-31"};
    change(round);
    return round;
  };
  const auto code = [&](const NewRound& round) {
    return first_code(create_round(house->installation(), round, "test").problems());
  };
  EXPECT_EQ(code(wanted([](NewRound& r) { r.code = "Round One"; })), "bad_round");
  EXPECT_EQ(code(wanted([](NewRound& r) { r.title = ""; })), "bad_round");
  EXPECT_EQ(code(wanted([](NewRound& r) { r.last_day = "2026-02-30"; })), "bad_round");
  EXPECT_EQ(code(wanted([](NewRound& r) { r.zone = "Middle/Earth"; })), "unknown_time_zone");
  EXPECT_EQ(code(wanted([](NewRound& r) { r.edition = "smm-1999"; })), "edition_not_found");
  EXPECT_EQ(code(wanted([](NewRound& r) { r.edition = "/etc"; })), "edition_not_found");
}

TEST_F(ARound, OpensAgainForLonger) {  // 2
  ASSERT_TRUE(
      create_round(house->installation(), {"2026", "Round", "smm-2026", "UTC", "2026-10-31"}, "test"));
  EXPECT_EQ(first_code(close_round(house->installation(), "2026", "test").problems()),
            "round_state_not_possible");
  ASSERT_TRUE(open_round(house->installation(), "2026", "", "test"));
  ASSERT_TRUE(close_round(house->installation(), "2026", "test"));
  house->clock.pass(365 * base::one_day);
  EXPECT_EQ(first_code(open_round(house->installation(), "2026", "", "test").problems()), "bad_round");
  EXPECT_EQ(open_round(house->installation(), "2026", "2027-12-31", "test")->last_day, "2027-12-31");
  EXPECT_EQ(first_code(open_round(house->installation(), "2030", "", "test").problems()), "round_not_found");
}

TEST_F(ARound, AsksWhatItChose) {  // 6
  EditionShelf& editions = house->installation().editions;
  const auto plain = editions.edition("smm-2026").value();
  const auto chosen = editions.edition("smm-2026", {.score_composition = true, .with_module = true}).value();
  const std::vector<std::string> md = {"medicine_md"};
  EXPECT_FALSE(plain->sheet_plan(md).value()->find({"", "outside-conditions"}));
  EXPECT_TRUE(chosen->sheet_plan(md).value()->find({"", "outside-conditions"}));
  const auto indicators = [](const ShelvedEdition& edition) {
    std::size_t count = 0;
    for (const auto& area : edition.plan.programmes.front().areas) count += area.indicators.size();
    return count;
  };
  EXPECT_EQ(indicators(*chosen), indicators(*plain) + 2);  // composition of students, and of faculty
  EXPECT_EQ(editions.edition("smm-2026", {.with_module = true}).value()->plan.programmes.size(),
            plain->plan.programmes.size());
}

TEST_F(ARound, AsksTheProfessionsItChose) {  // 6
  NewRound wanted{"2026", "Round", "smm-2026", "UTC", "2026-10-31"};
  wanted.professions = {"dentistry", "podiatry"};
  EXPECT_EQ(first_code(create_round(house->installation(), wanted, "test").problems()), "bad_round");
  wanted.professions = {"nursing_adn"};
  ASSERT_TRUE(create_round(house->installation(), wanted, "test"));
  ASSERT_TRUE(open_round(house->installation(), "2026", "", "test"));
  std::vector<RosterSchool> roster(2);
  roster[0].code = roster[0].name = "adn";
  roster[0].profession = "nursing_adn";
  roster[0].programmes = {"nursing_adn"};
  roster[0].contacts.director = {"Director", "director@adn.example"};
  roster[1].code = roster[1].name = "med";
  roster[1].profession = "medicine";
  roster[1].programmes = {"medicine_md"};
  roster[1].contacts.dean = {"Dean", "dean@med.example"};
  ASSERT_TRUE(import_roster(house->installation(), roster, "test", false));
  const auto invited = invite_schools(house->installation(), house->pages(), "2026", {}, "test");
  ASSERT_TRUE(invited);
  EXPECT_EQ(invited->invited, 1U);
  EXPECT_EQ(house->mails("school_invitation").front().mail.to.address, "director@adn.example");
}

TEST_F(ARound, InvitesEachSchoolOnce) {  // 3
  test::SchoolsInRound schools(*house);
  EXPECT_EQ(house->mails("school_invitation").size(), 2U);
  const auto again = invite_schools(house->installation(), house->pages(), "2026", {}, "test");
  EXPECT_EQ(again->invited, 0U);
  EXPECT_EQ(again->known, 2U);
  EXPECT_EQ(house->mails("school_invitation").size(), 2U);
  EXPECT_TRUE(schools.sheet("lake").participation.solo) << "an ADN program answers alone by default";
  EXPECT_FALSE(schools.sheet("river").participation.solo);
}

TEST_F(ARound, IsAcceptedOrDeclined) {  // 3
  test::SchoolsInRound schools(*house);
  const Actor dean = schools.actor("dean@river.example");
  ASSERT_TRUE(decline_invitation(house->installation(), dean, schools.sheet("river"), "no time"));
  EXPECT_EQ(schools.sheet("river").participation.state, assessment::ParticipationState::declined);
  schools.accept("river", "cora@river.example");
  EXPECT_EQ(schools.sheet("river").participation.state, assessment::ParticipationState::accepted);
  EXPECT_EQ(house->mails("joined").size(), 1U);
  const AcceptRequest unknown{false, {}, {"no-such-area"}, {house->agreement()}};
  EXPECT_EQ(first_code(
                accept_invitation(house->installation(), house->pages(), dean, schools.sheet("lake"), unknown)
                    .problems()),
            "no_such_target");
}

TEST_F(ARound, WhoLeavesLosesWorkAndLinks) {  // 4
  test::SchoolsInRound schools(*house);
  schools.accept("river", "cora@river.example");
  const Actor cora = schools.actor("cora@river.example");
  HandOut wanted;
  wanted.target = "admissions-office";
  wanted.author = {"Ana", "ana@river.example"};
  wanted.affirmer = {"Ana", "ana@river.example"};
  ASSERT_TRUE(hand_out(house->installation(), house->pages(), cora, schools.sheet("river"), wanted));
  const Actor ana = schools.actor("ana@river.example");
  const auto sheet = schools.sheet("river");
  ASSERT_TRUE(
      remove_from_school(house->installation(), cora, sheet, ana.person.id, assessment::SchoolRole::author));
  EXPECT_EQ(schools.standing(ana, "river").school_roles.size(), 1U) << "still the affirmer";
  ASSERT_TRUE(remove_from_school(house->installation(), cora, sheet, ana.person.id,
                                 assessment::SchoolRole::affirmer));
  house->read<bool>([&](Records& records) {
    EXPECT_TRUE(records.rounds.assignments(sheet.key()).empty());
    EXPECT_FALSE(records.rounds.packet(sheet.key(), "admissions-office", false)->affirmer);
    return true;
  });
  EXPECT_EQ(first_code(remove_from_school(house->installation(), cora, sheet, ana.person.id,
                                          assessment::SchoolRole::author)
                           .problems()),
            "not_a_member");
  const Actor dean = schools.actor("dean@river.example");
  // A coordinator who is about to leave cannot send the dean away first.
  EXPECT_EQ(first_code(remove_from_school(house->installation(), cora, sheet, dean.person.id,
                                          assessment::SchoolRole::dean)
                           .problems()),
            "not_allowed");
  ASSERT_TRUE(
      remove_from_school(house->installation(), dean, sheet, dean.person.id, assessment::SchoolRole::dean));
  EXPECT_EQ(first_code(remove_from_school(house->installation(), cora, sheet, cora.person.id,
                                          assessment::SchoolRole::coordinator)
                           .problems()),
            "last_coordinator");
}

TEST_F(ARound, HandsOutOnlyWhatIsThere) {
  test::SchoolsInRound schools(*house);
  schools.accept("river", "cora@river.example");
  const Actor cora = schools.actor("cora@river.example");
  HandOut wanted;
  wanted.author = {"Ana", "ana@river.example"};
  wanted.target = "kitchen";
  EXPECT_EQ(
      first_code(
          hand_out(house->installation(), house->pages(), cora, schools.sheet("river"), wanted).problems()),
      "no_such_target");
  wanted.target = "admissions-office";
  wanted.due = "next week";
  EXPECT_EQ(
      first_code(
          hand_out(house->installation(), house->pages(), cora, schools.sheet("river"), wanted).problems()),
      "bad_round");
}

TEST_F(ARound, StewardsGiveAReasonThatTheSchoolReads) {  // 5
  test::SchoolsInRound schools(*house);
  schools.accept("river", "cora@river.example");
  const Person steward = house->add_person("Stu", "stu@office.example");
  house->write([&](Records& records, base::Instant now) {
    records.people.grant(steward.id, assessment::OfficeRole::data_steward, now);
  });
  const Actor stu = schools.actor("stu@office.example");
  const auto key = schools.sheet("river").key();
  EXPECT_FALSE(assessment::allows(schools.standing(stu, "river"), assessment::Right::read_all_answers));
  EXPECT_EQ(first_code(begin_stewardship(house->installation(), house->pages(), stu, key, "  ").problems()),
            "reason_needed");
  ASSERT_TRUE(begin_stewardship(house->installation(), house->pages(), stu, key, "a soft check"));
  EXPECT_TRUE(assessment::allows(schools.standing(stu, "river"), assessment::Right::read_all_answers));
  EXPECT_FALSE(assessment::allows(schools.standing(stu, "lake"), assessment::Right::read_all_answers));
  EXPECT_EQ(house->mails("stewardship").size(), 2U) << "dean and coordinator";
  EXPECT_TRUE(house->log_tells("stewardship.begin"));
  house->clock.pass(stewardship_lasts + 1);
  EXPECT_FALSE(assessment::allows(schools.standing(stu, "river"), assessment::Right::read_all_answers));
}

TEST_F(ARound, TheSchoolLetsTheOfficeLookAndTakesItBack) {
  test::SchoolsInRound schools(*house);
  schools.accept("river", "cora@river.example");
  const Person manager = house->add_person("Max", "max@office.example");
  house->write([&](Records& records, base::Instant now) {
    records.people.grant(manager.id, assessment::OfficeRole::campaign_manager, now);
  });
  const Actor max = schools.actor("max@office.example");
  const Actor cora = schools.actor("cora@river.example");
  const auto reads = [&] {
    return assessment::allows(schools.standing(max, "river"), assessment::Right::read_all_answers);
  };
  EXPECT_FALSE(reads());
  ASSERT_TRUE(grant_support(house->installation(), cora, schools.sheet("river")));
  EXPECT_TRUE(reads());
  EXPECT_FALSE(assessment::allows(schools.standing(max, "river"), assessment::Right::write_all_answers));
  house->clock.pass(1);
  ASSERT_TRUE(end_support(house->installation(), cora, schools.sheet("river")));
  EXPECT_FALSE(reads());
}

}  // namespace
}  // namespace smm::app
