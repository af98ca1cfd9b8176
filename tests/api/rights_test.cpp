// SPDX-License-Identifier: Apache-2.0
// Every route, and everybody who may knock: tests/api/rights.table says who is let in and how the others are
// refused. SMM_APPROVE=1 writes it anew, to be read by a person; what the doors do is also derived here from
// the table of rights, by other words than the program's.
//
// The acts behind the doors are replaced by one that says "in": whatever is added to the table of endpoints
// is tried with everybody, and no try changes anything.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "cast.hpp"

namespace smm::web {
namespace {

constexpr const char* table_path = "tests/api/rights.table";

// ---- Doors with nothing behind them

base::Result<Reply> let_in(const Call&) {
  return Reply(Raw{http::text_response(200, "in")});
}

class Doors {
 public:
  explicit Doors(test::InstallationUnderTest& house)
      : service(house), site_{house.installation(), house.pages(), {}, {}, [](std::string_view) {}} {
    std::vector<Endpoint> doors = service.endpoints;
    for (Endpoint& endpoint : doors) {
      if (std::holds_alternative<Act>(endpoint.act))
        endpoint.act = Act(let_in);
      else
        endpoint.act = ActLater([](const Call&, std::shared_ptr<Finish> finish) { finish->with(let_in); });
    }
    mount(router_, site_, doors);
    surround(router_, site_);
  }
  Doors(const Doors&) = delete;
  Doors& operator=(const Doors&) = delete;

  const std::vector<Endpoint>& endpoints() const { return service.endpoints; }
  http::Response answer(http::Request request) const { return router_.answer(std::move(request)); }

  const ServiceUnderTest service;

 private:
  Site site_;
  http::Router router_;
};

struct Knock {
  std::string session = {};
  std::string token = {};  // of forms
  std::map<std::string, std::string> headers = {{"Origin", "https://metrics.example.org"},
                                                {"Accept", "text/html"}};
};

http::Response knock(const Doors& doors, const Endpoint& endpoint, const Knock& how) {
  http::Request request;
  request.method = endpoint.method;
  request.path = request.target = path_for(endpoint.pattern);
  request.scheme = "https";
  request.host = "metrics.example.org";
  if (endpoint.method == http::Method::post) {
    request.headers.add("Content-Type", "application/x-www-form-urlencoded");
    request.body = "csrf=" + how.token;
  }
  for (const auto& [name, value] : how.headers) request.headers.add(name, value);
  if (!how.session.empty()) request.headers.add("Cookie", "__Host-smm=" + how.session);
  return doors.answer(std::move(request));
}

bool was_let_in(const http::Response& response) {
  return response.status == 200 && http::bytes_of(response.body) == "in";
}

// A word for what became of it.
std::string outcome(const http::Response& response) {
  if (was_let_in(response)) return "in";
  const std::string location(response.headers.value("Location"));
  if (response.status == 303 && location.starts_with("/sign-in?to=")) return "401";
  if (response.status == 303 && location == "/account/second-factor") return "code";
  if (response.status == 401 || response.status == 404) return std::to_string(response.status);
  if (response.status == 403)
    return http::bytes_of(response.body).find("one-time code") != std::string_view::npos ? "code" : "403";
  return "?" + std::to_string(response.status) + " " + location;
}

// ---- What the table of rights says

template <class Roles, class Held>
bool meet(const Roles& roles, const Held& held) {
  for (const auto& role : held) {
    for (const auto& other : roles) {
      if (role == other) return true;
    }
  }
  return false;
}

bool looks_in(const Member& member, assessment::Right right) {
  using assessment::Right;
  const std::array running = {OfficeRole::admin, OfficeRole::campaign_manager};
  const std::array steward = {OfficeRole::data_steward};
  const bool stewards = member.stewardship && meet(steward, member.office);
  if (right == Right::ask_check) return stewards;
  if (right != Right::see_school && right != Right::read_all_answers) return false;
  return stewards || (member.support && meet(running, member.office));
}

enum class Key { none, school, office };

Key key_to(const Member& member, const Access& access) {
  Key best = Key::none;
  for (const assessment::Right right : access.rights) {
    for (const auto& row : assessment::rights_table()) {
      if (row.right != right) continue;
      if (meet(row.school_roles, member.at_lake)) return Key::school;
      if (meet(row.office_roles, member.office) || looks_in(member, right)) best = Key::office;
    }
  }
  return best;
}

std::string expected(const Member& member, const Access& access) {
  if (access.door == Door::anyone) return "in";
  if (!member.person || !member.live) return "401";
  if (access.door == Door::signed_in) return "in";
  const Key key = key_to(member, access);
  if (key == Key::school || (key == Key::office && member.code)) return "in";
  if (key == Key::office) return "code";
  if (access.door == Door::office) return member.office.empty() ? "404" : "403";
  const std::array seers = {OfficeRole::admin, OfficeRole::campaign_manager, OfficeRole::analyst};
  return member.at_lake.empty() && !meet(seers, member.office) ? "404" : "403";
}

// ---- The table in its file

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(width, text.size()), ' ');
  return text;
}

std::string row_head(const Endpoint& endpoint) {
  return padded(std::string(name_of(endpoint.method)), 5) + padded(endpoint.pattern, 72);
}

constexpr const char* head_of_file =
    "# Who is let in where. SMM_APPROVE=1 build/PRESET/tests/test_api --gtest_filter='*Rights*'\n"
    "# in: to the act. 401: has to sign in. 403: not theirs, and they know that it is there. 404: there\n"
    "# is nothing for them. code: a one-time code first. A star: who they are has to be proven anew.\n"
    "# A school's routes are tried on LAKE, where dean to reader are. Removed was a coordinator there,\n"
    "# deactivated still is one. Manager and analyst are tried with and without LAKE letting them look.\n"
    "# What an act asks besides (is it this author's packet?) is tried in canary_test.cpp.\n";

std::string written_columns(const std::vector<Member>& members) {
  std::string text = padded("#", 77);
  for (std::size_t i = 0; i < members.size(); ++i) text += padded(std::to_string(i + 1), 5);
  text.erase(text.find_last_not_of(' ') + 1);
  for (std::size_t i = 0; i < members.size(); ++i)
    text += "\n#   " + std::to_string(i + 1) + " " + members[i].column;
  return text + "\n";
}

std::string approved_table() {
  std::ifstream file(table_path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Outcomes by endpoint and member.
std::vector<std::vector<std::string>> all_outcomes(const Doors& doors, Cast& cast) {
  std::vector<std::vector<std::string>> outcomes(doors.endpoints().size());
  for (const Member& member : cast.members) {
    if (member.support) cast.set_support(true);
    const std::string session = member.person ? cast.session_token(member) : "";
    const std::string token = session.empty() ? "" : app::form_token(session);
    for (std::size_t i = 0; i < outcomes.size(); ++i)
      outcomes[i].push_back(outcome(knock(doors, doors.endpoints()[i], {session, token})));
    if (member.support) cast.set_support(false);
  }
  return outcomes;
}

SMM_ON_EACH_DATABASE(Rights);

TEST_P(Rights, AreThoseOfTheTableForEveryRouteAndRole) {
  Cast cast(house());
  const Doors doors(house());
  const auto outcomes = all_outcomes(doors, cast);
  std::string table = head_of_file + written_columns(cast.members);
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    const Endpoint& endpoint = doors.endpoints()[i];
    std::string row = row_head(endpoint);
    for (std::size_t who = 0; who < cast.members.size(); ++who) {
      EXPECT_EQ(outcomes[i][who], expected(cast.members[who], endpoint.access))
          << row << cast.members[who].column;
      row += padded(outcomes[i][who], 5);
    }
    if (endpoint.access.confirmed) row += "*";
    table += row.substr(0, row.find_last_not_of(' ') + 1) + "\n";
  }
  if (std::getenv("SMM_APPROVE") != nullptr) std::ofstream(table_path, std::ios::binary) << table;
  EXPECT_EQ(approved_table(), table) << "./dev approve writes it anew; read what changed";
}

// A school that takes part and one that does not exist answer alike to whoever has nothing to do with it.
TEST_P(Rights, TellNobodyWhichSchoolsTakePart) {
  Cast cast(house());
  const ServiceUnderTest service(house());
  for (const char* column : {"dean elsewhere", "removed", "steward"}) {
    BrowserUnderTest browser = cast.browser_of(cast.member(column), service);
    for (const Endpoint& endpoint : service.endpoints) {
      if (endpoint.access.door != Door::school || endpoint.method != http::Method::get) continue;
      const std::string path = path_for(endpoint.pattern);
      const Shown there = browser.get(path);
      const Shown absent = browser.get(std::regex_replace(path, std::regex("/lake"), "/absent"));
      EXPECT_EQ(there.status, 404) << column << " " << path;
      EXPECT_EQ(there.body, absent.body) << column << " " << path;
    }
  }
}

// ---- Forms of others

// Somebody whom the door lets in.
const Member& guest_of(const Cast& cast, const Endpoint& endpoint) {
  for (const char* column : {"dean", "coordinator", "affirmer", "author", "admin", "steward, with reason"}) {
    if (expected(cast.member(column), endpoint.access) == "in") return cast.member(column);
  }
  ADD_FAILURE() << "nobody is let in at " << endpoint.pattern;
  return cast.members.front();
}

using Headers = std::map<std::string, std::string>;

TEST_P(Rights, NoFormIsTakenWithoutItsToken) {
  Cast cast(house());
  const Doors doors(house());
  std::size_t posts = 0;
  for (const Endpoint& endpoint : doors.endpoints()) {
    if (endpoint.method != http::Method::post) continue;
    ++posts;
    const Member& guest = guest_of(cast, endpoint);
    const std::string session = cast.session_token(guest);
    const std::string right = app::form_token(session);
    const std::string other = app::form_token(cast.session_token(guest));
    const auto status = [&](const std::string& token, const Headers& headers) {
      return knock(doors, endpoint, {session, token, headers}).status;
    };
    const std::string ours = "https://metrics.example.org";
    EXPECT_EQ(status("", {{"Origin", ours}}), 403) << endpoint.pattern;
    EXPECT_EQ(status(other, {{"Origin", ours}}), 403) << endpoint.pattern;
    EXPECT_EQ(status(right, {{"Origin", "https://evil.example"}}), 403) << endpoint.pattern;
    EXPECT_EQ(status(right, {{"Origin", "null"}}), 403) << endpoint.pattern;
    EXPECT_EQ(status(right, {{"Origin", ours}, {"Sec-Fetch-Site", "cross-site"}}), 403) << endpoint.pattern;
    EXPECT_EQ(status(right, {{"Sec-Fetch-Site", "same-site"}}), 403) << endpoint.pattern;
    EXPECT_EQ(status(right, {{"Origin", ours}}), 200) << endpoint.pattern;
    EXPECT_EQ(status(right, {}), 200) << endpoint.pattern;
  }
  EXPECT_GT(posts, 20U);
}

TEST_P(Rights, BeforeSigningInABrowserHasToSayWhoseTheFormIs) {
  const Doors doors(house());
  for (const Endpoint& endpoint : doors.endpoints()) {
    if (endpoint.method != http::Method::post || endpoint.access.door != Door::anyone) continue;
    EXPECT_EQ(knock(doors, endpoint, {"", "", {}}).status, 403) << endpoint.pattern;
    EXPECT_EQ(knock(doors, endpoint, {"", "", {{"Origin", "https://evil.example"}}}).status, 403);
    EXPECT_EQ(knock(doors, endpoint, {"", "", {{"Sec-Fetch-Site", "cross-site"}}}).status, 403);
    EXPECT_EQ(knock(doors, endpoint, {"", "", {{"Sec-Fetch-Site", "same-origin"}}}).status, 200);
  }
}

TEST_P(Rights, DangerousActsAskWhoItIs) {
  Cast cast(house());
  const Doors doors(house());
  std::size_t confirmed = 0;
  for (const Endpoint& endpoint : doors.endpoints()) {
    if (!endpoint.access.confirmed) continue;
    ++confirmed;
    const std::string session = cast.session_token(guest_of(cast, endpoint));
    const Knock form{session, app::form_token(session)};
    Knock as_json = form;
    as_json.headers["Accept"] = "application/json";
    EXPECT_TRUE(was_let_in(knock(doors, endpoint, form))) << endpoint.pattern;
    house().clock.pass(app::confirmation_lasts);
    const http::Response stopped = knock(doors, endpoint, form);
    if (endpoint.method == http::Method::post) {
      EXPECT_EQ(stopped.status, 403) << endpoint.pattern;
      EXPECT_NE(http::bytes_of(stopped.body).find("action=\"/confirm"), std::string_view::npos);
    } else {
      EXPECT_TRUE(stopped.headers.value("Location").starts_with("/confirm?to=")) << endpoint.pattern;
    }
    const http::Response told = knock(doors, endpoint, as_json);
    EXPECT_EQ(told.status, 403) << endpoint.pattern;
    EXPECT_NE(http::bytes_of(told.body).find("confirm_first"), std::string_view::npos);
  }
  EXPECT_GT(confirmed, 10U);
}

// ---- Headers of every answer

TEST_P(Rights, EveryAnswerSaysWhatAPageMayDoAndThatNobodyKeepsIt) {
  Cast cast(house());
  const Doors doors(house());
  for (const char* column : {"nobody", "coordinator", "admin"}) {
    const Member& member = cast.member(column);
    const std::string session = member.person ? cast.session_token(member) : "";
    for (const Endpoint& endpoint : doors.endpoints()) {
      const http::Response response =
          knock(doors, endpoint, {session, session.empty() ? "" : app::form_token(session)});
      const std::string who = std::string(column) + " " + endpoint.pattern;
      EXPECT_TRUE(response.headers.value("Content-Security-Policy").starts_with("default-src 'none'")) << who;
      EXPECT_EQ(response.headers.value("Content-Security-Policy").find("unsafe"), std::string_view::npos);
      EXPECT_NE(response.headers.joined("Vary").find("Accept"), std::string::npos) << who;
      EXPECT_EQ(response.headers.value("X-Frame-Options"), "DENY") << who;
      EXPECT_EQ(response.headers.value("Cache-Control"), session.empty() ? "" : "no-store") << who;
    }
  }
}

}  // namespace
}  // namespace smm::web
