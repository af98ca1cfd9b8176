// SPDX-License-Identifier: Apache-2.0
// How long records are kept, and what an office takes along, on both databases.
#include "app/answering/save_answer.hpp"
#include "app/keeping/legal_hold.hpp"
#include "app/keeping/office_export.hpp"
#include "app/keeping/retention.hpp"
#include "app/rounds/practice.hpp"
#include "cast.hpp"

namespace smm::web {
namespace {

SMM_ON_EACH_DATABASE(Keeping);

std::string file_named(const std::vector<app::NamedFile>& files, const std::string& name) {
  const auto found = std::ranges::find(files, name, &app::NamedFile::name);
  return found == files.end() ? "" : found->bytes;
}

// As LAKE's coordinator; the place that was answered.
assessment::AnswerPlace answered(test::InstallationUnderTest& house, Cast& cast, const std::string& reason) {
  const app::OpenSheet sheet = cast.sheet("lake");
  const app::Actor actor = cast.actor(cast.member("coordinator"));
  const assessment::Standing standing{.school_roles = {SchoolRole::coordinator}, .office_roles = {}};
  const assessment::AnswerPlace place = sheet.plan->answers.front().place;
  for (const std::int64_t base : {0, 1}) {
    const assessment::GivenAnswer given{instrument::AnswerState::not_applicable, "",
                                        reason + " " + std::to_string(base + 1)};
    EXPECT_TRUE(app::save_answer(house.installation(), {actor, standing, sheet}, {place, given, base}));
  }
  return place;
}

TEST_P(Keeping, AnExportHasEveryVersionOfEveryAnswerInClear) {
  Cast cast(house());
  const auto place = answered(house(), cast, "because, \"so\"");
  const auto files = app::export_office(house().installation(), "command:test");
  ASSERT_TRUE(files);
  const std::string answers = file_named(*files, "answers.csv");
  const std::string begin = "2026,lake," + place.programme + "," + place.item + ",";
  EXPECT_NE(answers.find(begin + "1,no,not_applicable,,\"because, \"\"so\"\" 1\","), std::string::npos)
      << answers;
  EXPECT_NE(answers.find(begin + "2,yes,not_applicable,,\"because, \"\"so\"\" 2\","), std::string::npos)
      << answers;
  EXPECT_NE(file_named(*files, "people.csv").find("coordinator@lake.example"), std::string::npos);
  EXPECT_NE(file_named(*files, "schools.csv").find("hill,"), std::string::npos);
  EXPECT_NE(file_named(*files, "log.csv").find("export.office"), std::string::npos);
  EXPECT_TRUE(house().log_tells("export.sheet"));
}

std::size_t practice_rounds(test::InstallationUnderTest& house) {
  return house.read<std::size_t>([](app::Records& records) {
    const auto rounds = records.rounds.all();
    return static_cast<std::size_t>(std::ranges::count(rounds, true, &assessment::Round::practice));
  });
}

TEST_P(Keeping, APracticeRoundGoesWhenItsTimeHasComeUnlessAHoldStands) {
  Cast cast(house());
  app::Installation& installation = house().installation();
  const app::Actor admin = cast.actor(cast.member("admin"));
  ASSERT_TRUE(app::make_practice_round(installation, house().pages(), admin, "smm-2026"));
  ASSERT_EQ(practice_rounds(house()), 1U);
  ASSERT_TRUE(app::set_retention(installation, "practice_rounds", 30, "test"));
  const auto next = house().read<std::optional<base::Instant>>(
      [](app::Records& records) { return app::retention_clocks(records).at(2).next; });
  ASSERT_TRUE(next);
  house().clock.pass(*next - house().clock.now() - base::one_minute);
  app::delete_what_ran_out(installation);
  EXPECT_EQ(practice_rounds(house()), 1U);
  ASSERT_TRUE(app::begin_legal_hold(installation, "Doe v. Rivers", "test"));
  house().clock.pass(base::one_day);
  app::delete_what_ran_out(installation);
  EXPECT_EQ(practice_rounds(house()), 1U);
  ASSERT_TRUE(app::lift_legal_hold(installation, "test"));
  app::delete_what_ran_out(installation);
  EXPECT_EQ(practice_rounds(house()), 0U);
  EXPECT_TRUE(house().log_tells("practice.erase"));
  const std::string code =
      house().read<std::string>([](app::Records& records) { return records.rounds.all().front().code; });
  EXPECT_EQ(code, "2026");
}

std::size_t links_kept(test::InstallationUnderTest& house, const std::string& hash) {
  return house.read<std::size_t>(
      [&](app::Records& records) { return records.sessions.link(hash) ? 1U : 0U; });
}

TEST_P(Keeping, WhatEndedStaysAsLongAsTheOfficeChose) {
  app::Installation& installation = house().installation();
  house().write([&](app::Records& records, base::Instant now) {
    app::Link link;
    link.token = std::string(64, 'a');
    link.use = app::LinkUse::set_up;
    link.created = now;
    link.expires = now + base::one_day;
    records.sessions.add_link(link);
  });
  ASSERT_TRUE(app::set_retention(installation, "sessions", 60, "test"));
  house().clock.pass(40 * base::one_day);
  app::delete_what_ran_out(installation);
  EXPECT_EQ(links_kept(house(), std::string(64, 'a')), 1U);
  ASSERT_TRUE(app::begin_legal_hold(installation, "Doe v. Rivers", "test"));
  house().clock.pass(40 * base::one_day);
  app::delete_what_ran_out(installation);
  EXPECT_EQ(links_kept(house(), std::string(64, 'a')), 1U);
  ASSERT_TRUE(app::lift_legal_hold(installation, "test"));
  app::delete_what_ran_out(installation);
  EXPECT_EQ(links_kept(house(), std::string(64, 'a')), 0U);
}

TEST_P(Keeping, TimesHaveBoundsAndSomeAreNobodysToChoose) {
  app::Installation& installation = house().installation();
  for (const auto& [kind, days] : {std::pair<const char*, std::int64_t>{"sessions", 6},
                                   {"sessions", 366},
                                   {"practice_rounds", 29},
                                   {"returned_forms", 8},
                                   {"answers", 30},
                                   {"audit_log", 30},
                                   {"nothing", 30}}) {
    const auto set = app::set_retention(installation, kind, days, "test");
    ASSERT_FALSE(set) << kind;
    EXPECT_EQ(set.problems().front().code, "bad_retention") << kind;
  }
  EXPECT_FALSE(house().log_tells("retention.set"));
  EXPECT_TRUE(app::set_retention(installation, "sessions", 7, "test"));
  EXPECT_TRUE(house().log_tells("retention.set"));
}

}  // namespace
}  // namespace smm::web
