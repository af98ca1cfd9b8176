// SPDX-License-Identifier: Apache-2.0
// Two offices as one server has them: Rivers, whose records are strewn with words that stand nowhere else,
// and Hills, with the same round, the same schools and the same people's addresses. What belongs to Rivers is
// then tried at Hills.
#pragma once

#include "app/badges/badge_keys.hpp"
#include "cast.hpp"

namespace smm::web {

struct Office {
  Office(std::unique_ptr<test::InstallationUnderTest> of, const std::string& name)
      : house(std::move(of)),
        url((house->installation().public_url = "https://" + name + ".example.org")),
        sender((house->installation().mail_from = "office@" + name + ".example.org")),
        cast(*house),
        service(*house) {}

  std::unique_ptr<test::InstallationUnderTest> house;
  std::string url;
  std::string sender;
  Cast cast;
  ServiceUnderTest service;
};

// A request, and what is compared of its answer.
struct Visit {
  const Endpoint* endpoint = nullptr;
  std::string path;
  std::string session = {};
  std::string token = {};  // of forms
};

struct Seen {
  int status = 0;
  std::string location;
  std::string body;

  friend bool operator==(const Seen&, const Seen&) = default;
};

inline std::ostream& operator<<(std::ostream& out, const Seen& seen) {
  return out << seen.status << ' ' << seen.location << '\n' << seen.body.substr(0, 4000);
}

inline Seen visit(const Office& office, const Visit& what) {
  http::Request request;
  request.method = what.endpoint->method;
  request.target = request.path = what.path;
  request.scheme = "https";
  request.host = office.url.substr(std::string("https://").size());
  request.client = request.peer = "192.0.2.1";
  request.headers.add("Accept", "text/html");
  if (what.endpoint->method == http::Method::post) {
    request.headers.add("Content-Type", "application/x-www-form-urlencoded");
    request.headers.add("Origin", office.url);
    request.body = "csrf=" + what.token;
  }
  if (!what.session.empty()) request.headers.add("Cookie", "__Host-smm=" + what.session);
  const http::Response response = office.service.answer(std::move(request));
  return {response.status, std::string(response.headers.value("Location")),
          std::string(http::bytes_of(response.body))};
}

class TwoOffices {
 public:
  using Make = std::unique_ptr<test::InstallationUnderTest> (*)();

  explicit TwoOffices(Make make) : rivers(make(), "rivers"), hills(make(), "hills") {
    strew();
    take_badge();
  }

  static constexpr const char* canary = "CANARY";

  Office rivers;
  Office hills;
  std::string badge;  // of Rivers

  // Whatever ids Rivers' records have that routes take.
  std::vector<std::string> ids_of_rivers() {
    std::vector<std::string> ids = {badge};
    for (const char* column : {"dean", "author", "admin"})
      ids.push_back(rivers.cast.member(column).person->id.text());
    rivers.house->read<bool>([&](app::Records& records) {
      ids.push_back(records.outbox.latest(1).front().id.text());
      ids.push_back(records.schools.by_code("lake")->id.text());
      ids.push_back(records.rounds.by_code("2026")->id.text());
      return true;
    });
    return ids;
  }

 private:
  void strew() {
    app::RosterSchool lake;
    lake.code = "lake";
    lake.name = std::string(canary) + " school";
    lake.profession = "medicine";
    lake.programmes = {"medicine_md"};
    lake.contacts.dean = {"Dean of lake", "dean@lake.example"};
    EXPECT_TRUE(app::import_roster(rivers.house->installation(), {lake}, "test", false));
    rivers.house->add_person(std::string(canary) + " person", "canary@lake.example");
  }

  // As the dean of a school that submitted does.
  void take_badge() {
    test::InstallationUnderTest& house = *rivers.house;
    EXPECT_TRUE(app::new_badge_key(house.installation(), "test"));
    const auto key = rivers.cast.sheet("lake").key();
    house.write([&](app::Records& records, base::Instant now) {
      auto part = *records.rounds.participation(key, true);
      part.state = assessment::ParticipationState::submitted;
      part.submitted_at = now;
      ++part.version;
      records.rounds.change(part);
    });
    const std::string page = "/rounds/2026/schools/lake/badge";
    BrowserUnderTest dean = rivers.cast.browser_of(rivers.cast.member("dean"), rivers.service);
    dean.extra_headers["Origin"] = rivers.url;
    EXPECT_EQ(dean.get(page).status, 200);
    EXPECT_EQ(dean.submit(page).status, 303);
    badge = house.read<std::string>(
        [&](app::Records& records) { return records.badges.of(key).at(0).id.text(); });
  }
};

}  // namespace smm::web
