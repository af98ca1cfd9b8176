// SPDX-License-Identifier: Apache-2.0
// A round of invented schools in the service, from the roster to its freeze: sheets are attested as deans
// attest them, with scores that the test names; people of schools and of the office read it in browsers.
#pragma once

#include "app/people/start_session.hpp"
#include "app/rounds/invite_schools.hpp"
#include "app/rounds/manage_rounds.hpp"
#include "app/rounds/outside_views.hpp"
#include "attested_scores.hpp"
#include "browser_under_test.hpp"
#include "medical_school.hpp"

namespace smm::web {

using test::ScoreInArea;

// For tests of what is done before anybody answers.
inline std::optional<double> nobody_scored(const std::string&, const std::string&, const std::string&) {
  return std::nullopt;
}

class RoundUnderTest {
 public:
  using Answers = test::AttestedAnswers;

  // Round 2026 is open afterwards. A school's dean is dean@CODE.example.
  RoundUnderTest(test::InstallationUnderTest& house, const std::vector<app::RosterSchool>& roster,
                 ScoreInArea score, const assessment::RoundOptions& options = {})
      : service(house), house_(house), score_(std::move(score)), options_(options) {
    EXPECT_TRUE(app::import_roster(house.installation(), roster, "test", false));
    open_round_of("2026");
  }

  // From now on everything here is about this round.
  void open_round_of(const std::string& year) {
    code_ = year;
    app::Installation& installation = house_.installation();
    EXPECT_TRUE(app::create_round(
        installation, {year, "Round " + year, "smm-2026", "America/New_York", year + "-10-31", options_},
        "test"));
    EXPECT_TRUE(app::open_round(installation, year, "", "test"));
    EXPECT_TRUE(app::invite_schools(installation, house_.pages(), year, {}, "test"));
  }

  const ServiceUnderTest service;

  std::unique_ptr<BrowserUnderTest> dean(const std::string& school) {
    return browser_of(person_at("dean@" + school + ".example"), false);
  }

  std::unique_ptr<BrowserUnderTest> office(assessment::OfficeRole role) {
    const std::string name(to_string(role));
    auto person = house_.read<std::optional<app::Person>>(
        [&](app::Records& records) { return records.people.by_email(name + "@office.example"); });
    if (!person) {
      person = house_.add_person(name, name + "@office.example");
      house_.write(
          [&](app::Records& records, base::Instant now) { records.people.grant(person->id, role, now); });
    }
    return browser_of(*person, true);
  }

  // Somebody new at a school, with this part in the round.
  std::unique_ptr<BrowserUnderTest> member(const std::string& school, assessment::SchoolRole role) {
    const std::string name(to_string(role));
    const auto person =
        house_.add_person(name, name + std::to_string(++members_) + "@" + school + ".example");
    const auto key = sheet(school).key();
    house_.write([&](app::Records& records, base::Instant now) {
      records.rounds.add(app::Membership{person.id, key.school, key.round, role, now});
    });
    return browser_of(person, false);
  }

  app::OpenSheet sheet(const std::string& school) {
    return *house_.read<std::optional<app::OpenSheet>>([&](app::Records& records) {
      return std::optional(*app::open_sheet(records, house_.installation().editions, code_, school));
    });
  }

  // As a dean signs.
  void attest(const std::string& school, const Answers& answers = {}) {
    const app::OpenSheet opened = sheet(school);
    test::attest_scores(house_.installation(), opened, person_at("dean@" + school + ".example").id, score_,
                        answers);
  }

  void close() { EXPECT_TRUE(app::close_round(house_.installation(), code_, "test")); }

  void begin_checks() {
    auto manager = office(assessment::OfficeRole::campaign_manager);
    manager->get("/office/rounds/" + code_ + "/check");
    EXPECT_EQ(manager->submit("/office/rounds/" + code_ + "/check", {{"days", "14"}}).status, 303);
  }

  Shown freeze() {
    auto manager = office(assessment::OfficeRole::campaign_manager);
    manager->get("/office/rounds/" + code_ + "/freeze");
    return manager->submit("/office/rounds/" + code_ + "/freeze");
  }

 private:
  app::Person person_at(const std::string& email) {
    return *house_.read<std::optional<app::Person>>(
        [&](app::Records& records) { return records.people.by_email(email); });
  }

  std::unique_ptr<BrowserUnderTest> browser_of(const app::Person& person, bool code_given) {
    auto browser = std::make_unique<BrowserUnderTest>(service);
    house_.write([&](app::Records& records, base::Instant now) {
      browser->cookies["__Host-smm"] = app::start_session(*house_, records, person, {"link", code_given},
                                                          {"192.0.2.1", "Firefox/128.0"}, now)
                                           .token;
    });
    return browser;
  }

  test::InstallationUnderTest& house_;
  ScoreInArea score_;
  assessment::RoundOptions options_;
  std::string code_;
  int members_ = 0;
};

}  // namespace smm::web
