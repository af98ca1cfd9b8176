// SPDX-License-Identifier: Apache-2.0
// What must not appear. LAKE's sheet is strewn with words and a number that stand nowhere else; then
// everybody asks for every page of a packet, as HTML and as JSON, with the real acts behind the doors.
// Whoever is not of LAKE never gets one of them back; an author gets those of their own packet only; JSON
// holds none that HTML does not.
#include <gtest/gtest.h>

#include <set>

#include "app/answering/comments.hpp"
#include "app/answering/evidence.hpp"
#include "app/answering/notes.hpp"
#include "app/answering/set_answer_aside.hpp"
#include "cast.hpp"
#include "exchange/json.hpp"

namespace smm::web {
namespace {

using Canaries = std::set<std::string>;

// As it was saved, and as pages write it.
constexpr const char* canary_amount = "9182736";
constexpr const char* written_amount = "9,182,736";

Canaries canaries_in(const std::string& text) {
  Canaries found;
  const std::regex canary("CANARY-[a-z]+-[a-z]+");
  for (std::sregex_iterator it(text.begin(), text.end(), canary), end; it != end; ++it)
    found.insert(it->str());
  if (text.find(canary_amount) != std::string::npos || text.find(written_amount) != std::string::npos)
    found.insert(canary_amount);
  return found;
}

bool holds_any(const Canaries& found, const std::string& begin) {
  return std::ranges::any_of(found, [&](const std::string& each) { return each.starts_with(begin); });
}

// The packets that the cast's coordinator handed out, by a short name.
struct Office {
  const char* id;
  const char* bird;
};
constexpr std::array strewn_offices = {Office{"admissions-office", "admissions"},
                                       Office{"financial-aid", "aid"}};

class StrewnSheet {
 public:
  StrewnSheet(test::InstallationUnderTest& house, Cast& cast)
      : house_(house),
        actor_(cast.actor(cast.member("coordinator"))),
        sheet_(cast.sheet("lake")),
        standing_{.school_roles = {SchoolRole::coordinator}, .office_roles = {}} {
    for (const Office& office : strewn_offices) strew(office);
    EXPECT_TRUE(number_is_there_) << "no question takes an amount";
  }

  // A path that leads to what was strewn into this office's packet.
  std::string path(const Endpoint& endpoint, const Office& office) const {
    std::string pattern = endpoint.pattern;
    const std::pair<const char*, std::string> real[] = {
        {"\\{office(:word)?\\}", office.id},
        {"\\{number:number\\}", std::to_string(place_.at(office.bird) + 1)},
        {"\\{evidence:id\\}", evidence_.at(office.bird)}};
    for (const auto& [capture, text] : real) pattern = std::regex_replace(pattern, std::regex(capture), text);
    return path_for(pattern);
  }

  // A question of an office, and the form that saves over an older version than stands.
  std::string stale_form(const Office& office) const {
    const auto& place = sheet_.plan->answers[place_.at(office.bird)].place;
    const std::string key = place.programme.empty() ? place.item : place.item + "@" + place.programme;
    return form_encoded({{"item", key}, {key + ".state", "not_known"}, {key + ".base", "0"}});
  }

 private:
  void strew(const Office& office) {
    const std::string canary = std::string("CANARY-") + office.bird + "-";
    const app::Hand hand{actor_, standing_, sheet_};
    const auto places = places_of(*sheet_.plan->packet(office.id));
    place_[office.bird] = places.front();
    for (const std::size_t place : places) save(hand, place, canary + "reason");
    const auto& first = sheet_.plan->answers[places.front()].place;
    EXPECT_TRUE(app::set_answer_aside(
        *installation(), hand, {first, {instrument::AnswerState::not_permitted, "", canary + "aside"}, 0}));
    EXPECT_TRUE(app::add_comment(*installation(), house_.pages(), hand, places.front(), canary + "comment"));
    EXPECT_TRUE(app::add_packet_note(*installation(), hand, office.id, canary + "note"));
    EXPECT_TRUE(app::add_question_note(*installation(), hand, places.front(), canary + "note"));
    const auto link =
        app::add_link(*installation(), hand, places.front(), "https://lake.example/" + canary + "evidence");
    EXPECT_TRUE(link);
    evidence_[office.bird] = link->id.text();
  }

  // An amount takes the number; every other question does not apply, and says why.
  void save(const app::Hand& hand, std::size_t place, const std::string& reason) {
    const auto& answer = sheet_.plan->answers[place];
    const std::string type(instrument::to_string(assessment::item_at(*sheet_.plan, place).type));
    assessment::GivenAnswer given{instrument::AnswerState::not_applicable, "", reason};
    if (type == "money") given = {instrument::AnswerState::answered, canary_amount, ""};
    const auto saved = app::save_answer(*installation(), hand, {answer.place, given, 0});
    if (saved && given.value == canary_amount) number_is_there_ = true;
    EXPECT_TRUE(saved) << answer.place.item << ": " << to_string(saved.problems().front());
  }

  app::Installation* installation() { return &house_.installation(); }

  test::InstallationUnderTest& house_;
  app::Actor actor_;
  app::OpenSheet sheet_;
  assessment::Standing standing_;
  std::map<std::string, std::size_t> place_;
  std::map<std::string, std::string> evidence_;
  bool number_is_there_ = false;
};

struct Asked {
  std::string path;
  Shown html;
  Shown json;
};

// Every page that somebody can ask for, of one office's packet.
std::vector<Asked> ask_for_all(const ServiceUnderTest& service, BrowserUnderTest& browser,
                               const StrewnSheet& sheet, const Office& office) {
  std::vector<Asked> all;
  for (const Endpoint& endpoint : service.endpoints) {
    if (endpoint.method != http::Method::get) continue;
    const std::string path = sheet.path(endpoint, office);
    all.push_back({path, browser.get(path), browser.json(path)});
  }
  return all;
}

Canaries all_canaries(const std::vector<Asked>& all) {
  Canaries found;
  for (const Asked& asked : all) {
    found.merge(canaries_in(asked.html.body));
    found.merge(canaries_in(asked.json.body));
    for (const auto& header : asked.html.headers) found.merge(canaries_in(header.value));
  }
  return found;
}

class Canary : public test::OnEachDatabase {
 protected:
  void SetUp() override {
    OnEachDatabase::SetUp();
    if (IsSkipped()) return;
    cast_.emplace(house());
    sheet_.emplace(house(), *cast_);
    service_.emplace(house());
  }

  std::vector<Asked> asked_by(const Member& member, const Office& office) {
    if (member.support) cast_->set_support(true);
    BrowserUnderTest browser = cast_->browser_of(member, *service_);
    auto all = ask_for_all(*service_, browser, *sheet_, office);
    if (member.support) cast_->set_support(false);
    return all;
  }

  std::optional<Cast> cast_;
  std::optional<StrewnSheet> sheet_;
  std::optional<ServiceUnderTest> service_;
};

INSTANTIATE_TEST_SUITE_P(Engines, Canary,
                         testing::Values(test::TestedEngine::sqlite, test::TestedEngine::postgres),
                         [](const auto& tested) {
                           return tested.param == test::TestedEngine::sqlite ? "sqlite" : "postgres";
                         });

TEST_P(Canary, LeavesTheSchoolToNobody) {
  for (const Member& member : cast_->members) {
    const bool may_look =
        !member.at_lake.empty() || member.stewardship || member.column == "manager, let look";
    if (may_look && member.live) continue;
    EXPECT_EQ(all_canaries(asked_by(member, strewn_offices[1])), Canaries()) << member.column;
  }
}

// The test above would see them if they were there.
TEST_P(Canary, IsSeenByWhomItIsFor) {
  const Canaries coordinator = all_canaries(asked_by(cast_->member("coordinator"), strewn_offices[1]));
  for (const char* kind : {"reason", "aside", "comment", "note", "evidence"})
    EXPECT_TRUE(coordinator.contains(std::string("CANARY-aid-") + kind)) << kind;
  EXPECT_TRUE(coordinator.contains(canary_amount));
  for (const char* visitor : {"manager, let look", "steward, with reason"})
    EXPECT_TRUE(
        holds_any(all_canaries(asked_by(cast_->member(visitor), strewn_offices[1])), "CANARY-aid-reason"))
        << visitor;
}

TEST_P(Canary, AuthorsSeeTheirOwnPacketOnly) {
  const Member& author = cast_->member("author");
  const Canaries own = all_canaries(asked_by(author, strewn_offices[0]));
  EXPECT_TRUE(own.contains("CANARY-admissions-reason"));
  EXPECT_FALSE(holds_any(own, "CANARY-aid")) << *own.rbegin();
  EXPECT_FALSE(holds_any(all_canaries(asked_by(author, strewn_offices[1])), "CANARY-aid"));
}

TEST_P(Canary, NotesAreNotForViewersAndVisitors) {
  for (const char* column : {"viewer", "manager, let look", "steward, with reason"}) {
    const Canaries seen = all_canaries(asked_by(cast_->member(column), strewn_offices[1]));
    EXPECT_FALSE(seen.contains("CANARY-aid-note")) << column;
  }
}

// Saving over somebody's answer shows it to whoever may write there, and to nobody else.
TEST_P(Canary, AConflictTellsNothingToWhoMayNotWrite) {
  BrowserUnderTest browser = cast_->browser_of(cast_->member("author"), *service_);
  const std::string token = app::form_token(browser.cookies["__Host-smm"]);
  for (const char* accept : {"text/html", "application/json"}) {
    for (const char* fragment : {"", "true"}) {
      browser.extra_headers = {{"Accept", accept}, {"HX-Request", fragment}};
      const auto post = [&](const Office& office) {
        return browser.send(http::Method::post, "/rounds/2026/schools/lake/answers",
                            sheet_->stale_form(office) + "&csrf=" + token);
      };
      EXPECT_EQ(canaries_in(post(strewn_offices[1]).body), Canaries()) << accept << " " << fragment;
      EXPECT_EQ(post(strewn_offices[0]).status, 409) << accept << " " << fragment;
      browser.extra_headers.clear();
    }
  }
}

// ---- The two forms of a page

TEST_P(Canary, JsonIsWellFormedAndTellsNoMoreThanThePage) {
  std::size_t compared = 0;
  for (const char* column : {"dean", "coordinator", "author", "affirmer", "viewer", "manager, let look",
                             "steward, with reason", "admin"}) {
    for (const Asked& asked : asked_by(cast_->member(column), strewn_offices[1])) {
      if (!asked.json.headers.value("Content-Type").starts_with("application/json")) continue;
      ++compared;
      EXPECT_TRUE(exchange::parse_json(asked.json.body, asked.path)) << column << " " << asked.path;
      for (const std::string& canary : canaries_in(asked.json.body))
        EXPECT_TRUE(canaries_in(asked.html.body).contains(canary))
            << column << " " << asked.path << " " << canary;
      const bool shown = asked.html.status == 200;
      EXPECT_EQ(asked.json.status == 200, shown || asked.path == "/openapi.json")
          << column << " " << asked.path;
    }
  }
  EXPECT_GT(compared, 100U);
}

}  // namespace
}  // namespace smm::web
