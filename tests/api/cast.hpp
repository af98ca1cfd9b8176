// SPDX-License-Identifier: Apache-2.0
// An open round with two schools, and everybody who may knock at a door of the service: the people of one
// school, of the other, of the office, and those who are nobody here any more.
//
//   LAKE   accepted; its packets of admissions and financial aid are handed out; where the tests look
//   HILL   accepted; from where its dean looks over
#pragma once

#include "app/people/start_session.hpp"
#include "app/rounds/hand_out.hpp"
#include "app/rounds/invite_schools.hpp"
#include "app/rounds/manage_rounds.hpp"
#include "app/rounds/outside_views.hpp"
#include "app/rounds/take_part.hpp"
#include "browser_under_test.hpp"
#include "medical_school.hpp"

namespace smm::web {

using assessment::OfficeRole;
using assessment::SchoolRole;

// One who knocks, as the column of a table names them.
struct Member {
  std::string column;
  std::optional<app::Person> person = std::nullopt;  // nobody has none
  std::vector<SchoolRole> at_lake = {};
  std::vector<OfficeRole> office = {};
  bool code = false;         // signed in with a second factor
  bool support = false;      // while LAKE lets the office look
  bool stewardship = false;  // gave a reason
  bool live = true;          // has a session that counts
};

class Cast {
 public:
  explicit Cast(test::InstallationUnderTest& house) : house_(house) {
    make_round();
    add_school_people();
    add_strangers();
    add_office();
  }

  std::vector<Member> members;  // in the order of the columns

  const Member& member(const std::string& column) const {
    const auto found = std::ranges::find(members, column, &Member::column);
    EXPECT_NE(found, members.end()) << column;
    return *found;
  }

  // A browser in which they are signed in, just now.
  BrowserUnderTest browser_of(const Member& member, const ServiceUnderTest& service) {
    BrowserUnderTest browser(service);
    if (member.person) browser.cookies["__Host-smm"] = session_token(member);
    return browser;
  }

  std::string session_token(const Member& member) {
    std::string token;
    house_.write([&](app::Records& records, base::Instant now) {
      const app::Browser at{"192.0.2.1", "Firefox/128.0"};
      token = app::start_session(*house_, records, *member.person, {"link", member.code}, at, now).token;
      if (!member.live) deactivate(records, *member.person, now);
    });
    return token;
  }

  // Support is the school's to give: it stands only while who needs it knocks.
  void set_support(bool on) {
    const app::Actor dean = actor(member("dean"));
    if (on) {
      EXPECT_TRUE(app::grant_support(house_.installation(), dean, sheet("lake")));
    } else {
      EXPECT_TRUE(app::end_support(house_.installation(), dean, sheet("lake")));
    }
  }

  app::OpenSheet sheet(const std::string& school) {
    return *house_.read<std::optional<app::OpenSheet>>([&](app::Records& records) {
      return std::optional(*app::open_sheet(records, house_.installation().editions, "2026", school));
    });
  }

  app::Actor actor(const Member& member) {
    const std::string hash = app::session_at_rest(session_token(member));
    return *house_.read<std::optional<app::Actor>>(
        [&](app::Records& records) { return app::actor_of(records, hash, house_.clock.now()); });
  }

 private:
  void make_round() {
    app::Installation& installation = house_.installation();
    EXPECT_TRUE(app::import_roster(installation, {test::medical_school("hill"), test::medical_school("lake")},
                                   "test", false));
    const app::NewRound round{"2026", "Round 2026", "smm-2026", "America/New_York", "2026-10-31"};
    EXPECT_TRUE(app::create_round(installation, round, "test"));
    EXPECT_TRUE(app::open_round(installation, "2026", "", "test"));
    EXPECT_TRUE(app::invite_schools(installation, house_.pages(), "2026", {}, "test"));
  }

  app::Person person_at(const std::string& email) {
    return *house_.read<std::optional<app::Person>>(
        [&](app::Records& records) { return records.people.by_email(email); });
  }

  Member of_lake(const std::string& column, SchoolRole role, const std::string& email) {
    return {.column = column, .person = person_at(email), .at_lake = {role}};
  }

  void accept(const std::string& code, const Member& dean) {
    const app::AcceptRequest request{
        false, {"Cora of " + code, "coordinator@" + code + ".example"}, {}, {house_.agreement()}};
    EXPECT_TRUE(
        app::accept_invitation(house_.installation(), house_.pages(), actor(dean), sheet(code), request));
  }

  void add_school_people() {
    members.push_back({.column = "nobody"});
    members.push_back(of_lake("dean", SchoolRole::dean, "dean@lake.example"));
    accept("lake", members.back());
    members.push_back(of_lake("coordinator", SchoolRole::coordinator, "coordinator@lake.example"));
    const app::Actor coordinator = actor(members.back());
    const auto hand_out = [&](const std::string& office, const std::string& author) {
      const app::HandOut wanted{assessment::Scope::packet,
                                office,
                                {"Author of " + office, author},
                                "2026-10-01",
                                {"Affirmer", "affirmer@lake.example"}};
      EXPECT_TRUE(app::hand_out(house_.installation(), house_.pages(), coordinator, sheet("lake"), wanted));
    };
    hand_out("admissions-office", "author@lake.example");
    hand_out("financial-aid", "aid@lake.example");
    members.push_back(of_lake("author", SchoolRole::author, "author@lake.example"));
    members.push_back(of_lake("affirmer", SchoolRole::affirmer, "affirmer@lake.example"));
    add(coordinator, "viewer@lake.example", SchoolRole::viewer);
    members.push_back(of_lake("viewer", SchoolRole::viewer, "viewer@lake.example"));
    members.push_back(named_reader());
    add_removed(coordinator);
  }

  // As if the dean had named them.
  Member named_reader() {
    const app::Person person = house_.add_person("Reader", "reader@lake.example");
    const auto at_lake = sheet("lake").key();
    house_.write([&](app::Records& records, base::Instant now) {
      records.rounds.add(app::Membership{person.id, at_lake.school, at_lake.round, SchoolRole::reader, now});
    });
    return {.column = "reader", .person = person, .at_lake = {SchoolRole::reader}};
  }

  void add(const app::Actor& by, const std::string& email, SchoolRole role) {
    EXPECT_TRUE(app::add_to_school(house_.installation(), house_.pages(), by, sheet("lake"),
                                   {{"Somebody", email}, role}));
  }

  void add_removed(const app::Actor& by) {
    add(by, "removed@lake.example", SchoolRole::coordinator);
    Member removed{.column = "removed", .person = person_at("removed@lake.example")};
    EXPECT_TRUE(app::remove_from_school(house_.installation(), by, sheet("lake"), removed.person->id,
                                        SchoolRole::coordinator));
    add(by, "gone@lake.example", SchoolRole::coordinator);
    members.push_back(std::move(removed));
    members.push_back({.column = "deactivated",
                       .person = person_at("gone@lake.example"),
                       .at_lake = {SchoolRole::coordinator},
                       .live = false});
  }

  void add_strangers() {
    Member dean{.column = "dean elsewhere", .person = person_at("dean@hill.example")};
    accept("hill", dean);
    members.push_back(std::move(dean));
  }

  Member of_office(const std::string& column, OfficeRole role) {
    const std::string name = "o" + std::to_string(members.size());
    Member member{.column = column,
                  .person = house_.add_person(name, name + "@office.example"),
                  .office = {role},
                  .code = true};
    house_.write([&](app::Records& records, base::Instant now) {
      records.people.grant(member.person->id, role, now);
    });
    return member;
  }

  void add_office() {
    members.push_back(of_office("admin", OfficeRole::admin));
    members.push_back(of_office("admin, no code", OfficeRole::admin));
    members.back().code = false;
    members.push_back(of_office("manager", OfficeRole::campaign_manager));
    members.push_back(of_office("manager, let look", OfficeRole::campaign_manager));
    members.back().support = true;
    members.push_back(of_office("analyst", OfficeRole::analyst));
    members.push_back(of_office("analyst, let look", OfficeRole::analyst));
    members.back().support = true;
    members.push_back(of_office("steward", OfficeRole::data_steward));
    members.push_back(of_office("steward, with reason", OfficeRole::data_steward));
    members.back().stewardship = true;
    EXPECT_TRUE(app::begin_stewardship(house_.installation(), house_.pages(), actor(members.back()),
                                       sheet("lake").key(), "A question of the school's"));
  }

  static void deactivate(app::Records& records, app::Person person, base::Instant now) {
    person.deactivated = now;
    records.people.change(person);
  }

  test::InstallationUnderTest& house_;
};

// A path that the pattern matches: of LAKE in its round, and ids of nothing else.
inline std::string path_for(std::string_view pattern) {
  std::string path(pattern);
  const std::pair<const char*, const char*> captures[] = {{"\\{round(:word)?\\}", "2026"},
                                                          {"\\{school(:word)?\\}", "lake"},
                                                          {"\\{office(:word)?\\}", "financial-aid"},
                                                          {"\\{role(:word)?\\}", "viewer"},
                                                          {"\\{[a-z]+:id\\}", "aaaaaaaaaaaaaaaaaaaaaaaaaa"},
                                                          {"\\{[a-z]+:number\\}", "1"},
                                                          {"\\{[a-z]+(:[a-z]+)?\\}", "word"}};
  for (const auto& [capture, text] : captures) path = std::regex_replace(path, std::regex(capture), text);
  return path;
}

}  // namespace smm::web
