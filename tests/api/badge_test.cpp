// SPDX-License-Identifier: Apache-2.0
// A badge from the dean's button to somebody else's check of the file: who may take it, what it says, that it
// holds until it is revoked or runs out, and that it names nobody who does not want to be named.
#include <fmt/format.h>

#include "app/badges/badge_keys.hpp"
#include "app/badges/issue_badge.hpp"
#include "app/badges/verify_badge.hpp"
#include "app/people/start_session.hpp"
#include "badge/baked.hpp"
#include "badge/controller.hpp"
#include "badge/status_credential.hpp"
#include "exchange/json.hpp"
#include "school_at_work.hpp"

namespace smm::web {
namespace {

SMM_ON_EACH_DATABASE(Badge);

const std::string badge_page_path = river_path + "/badge";

class SchoolWithBadge {
 public:
  explicit SchoolWithBadge(test::InstallationUnderTest& house) : at_work(house), house_(house) {
    EXPECT_TRUE(app::new_badge_key(house.installation(), "test"));
  }

  SchoolAtWork at_work;

  void set_state(assessment::ParticipationState state) {
    const auto key = at_work.sheet().key();
    house_.write([&](app::Records& records, base::Instant now) {
      auto part = *records.rounds.participation(key, true);
      part.state = state;
      part.submitted_at = now;
      ++part.version;
      records.rounds.change(part);
    });
  }

  // The dean of a school that submitted takes the badge.
  std::string taken_json() {
    set_state(assessment::ParticipationState::submitted);
    auto dean = at_work.browser("dean");
    dean->get(badge_page_path);
    EXPECT_EQ(dean->submit(badge_page_path).status, 303);
    return dean->get(badge_page_path + "/badge.json").body;
  }

  app::KeptBadge kept() {
    return house_
        .read<std::optional<app::KeptBadge>>([&](app::Records& records) {
          return std::optional(records.badges.of(at_work.sheet().key()).front());
        })
        .value();
  }

  std::unique_ptr<BrowserUnderTest> campaign_manager() {
    const app::Person person = house_.add_person("Max", "max@office.example");
    auto browser = std::make_unique<BrowserUnderTest>(at_work.service);
    house_.write([&](app::Records& records, base::Instant now) {
      records.people.grant(person.id, assessment::OfficeRole::campaign_manager, now);
      browser->cookies["__Host-smm"] =
          app::start_session(*house_, records, person, {"link", true}, {"192.0.2.1", "Firefox/128.0"}, now)
              .token;
    });
    return browser;
  }

  // What anybody is told who sends a file.
  std::string found(const std::string& file) {
    BrowserUnderTest anybody(at_work.service);
    anybody.get("/verify");
    const Shown shown = anybody.submit("/verify", {{"text", file}});
    EXPECT_EQ(shown.status, 200);
    const std::size_t result = shown.body.find("id=\"finding-heading\"");
    EXPECT_NE(result, std::string::npos) << shown.body;
    if (result == std::string::npos) return "";
    std::smatch title;
    const std::string below = shown.body.substr(result);
    EXPECT_TRUE(std::regex_search(below, title, std::regex("<p class=\"title\">([^<]*)<"))) << below;
    return title[1];
  }

 private:
  test::InstallationUnderTest& house_;
};

TEST_P(Badge, IsTakenByTheDeanOnceTheSheetIsSubmitted) {
  SchoolWithBadge school(house());
  auto dean = school.at_work.browser("dean");
  const Shown early = dean->get(badge_page_path);
  EXPECT_EQ(early.status, 200);
  EXPECT_FALSE(early.says("Take the badge"));
  EXPECT_EQ(dean->post(badge_page_path).status, 422);
  EXPECT_EQ(dean->get(badge_page_path + "/badge.json").status, 404);
  school.set_state(assessment::ParticipationState::submitted);
  EXPECT_TRUE(dean->get(badge_page_path).says("Take the badge"));
  EXPECT_EQ(dean->submit(badge_page_path).status, 303);
  EXPECT_TRUE(dean->get(badge_page_path).says("badge.png"));
  // Who asks again has the same badge.
  const std::string json = dean->get(badge_page_path + "/badge.json").body;
  EXPECT_EQ(dean->post(badge_page_path).status, 303);
  EXPECT_EQ(dean->get(badge_page_path + "/badge.json").body, json);
  for (const char* other : {"cora", "ana"}) {
    auto browser = school.at_work.browser(other);
    EXPECT_EQ(browser->get(badge_page_path).status, 403) << other;
    EXPECT_EQ(browser->get(badge_page_path + "/badge.json").status, 403) << other;
  }
}

TEST_P(Badge, HoldsFromItsFileAloneHoweverItIsSent) {
  SchoolWithBadge school(house());
  const std::string json = school.taken_json();
  auto dean = school.at_work.browser("dean");
  const std::string svg = dean->get(badge_page_path + "/badge.svg").body;
  const std::string png = dean->get(badge_page_path + "/badge.png").body;
  for (const std::string& file : {json, svg})
    EXPECT_EQ(school.found(file), "This badge is genuine and holds");
  const auto from_png = app::verify_badge(house().installation(), png);
  ASSERT_TRUE(from_png);
  EXPECT_EQ(from_png->verdict.finding, badge::Finding::holds);
  EXPECT_EQ(*badge::unbaked(png), json);
  std::string changed = json;
  changed.replace(changed.find("2029"), 4, "2039");
  EXPECT_EQ(school.found(changed), "This is not as it was signed");
  EXPECT_EQ(school.found("<p>nothing</p>"), "There is no badge of ours in this");
  changed = json;
  for (std::size_t at; (at = changed.find("metrics.example.org")) != std::string::npos;)
    changed.replace(at, 19, "another.example.org");
  EXPECT_EQ(school.found(changed), "This was issued by somebody else");
}

TEST_P(Badge, CanBeVerifiedFromWhatIsPublished) {
  SchoolWithBadge school(house());
  const std::string json = school.taken_json();
  BrowserUnderTest anybody(school.at_work.service);
  const Shown issuer = anybody.get("/badges/issuer");
  EXPECT_EQ(issuer.headers.value("Content-Type"), "application/json");
  const auto controller = badge::read_controller(*exchange::parse_json(issuer.body, "issuer"));
  ASSERT_TRUE(controller);
  EXPECT_EQ(controller->id, house().installation().public_url + "/badges/issuer");
  const auto status = [&] {
    const Shown list = anybody.get("/badges/status/1");
    EXPECT_EQ(list.headers.value("Content-Type"), "application/vc");
    return *badge::read_status_credential(*exchange::parse_json(list.body, "status"));
  };
  const auto verified = app::verify_badge(house().installation(), json);
  ASSERT_TRUE(verified);
  const auto now = house().installation().clock.now();
  const auto before = verify(verified->badge, *controller, status(), now);
  EXPECT_EQ(before.finding, badge::Finding::holds);
  EXPECT_TRUE(before.status_checked);
  // A list that nothing was revoked in is the same for any number of badges.
  EXPECT_EQ(status().encoded_list, badge::StatusList().encoded());
  ASSERT_TRUE(app::revoke_badge(house().installation(), school.kept().id, "By mistake.", "test"));
  EXPECT_EQ(verify(verified->badge, *controller, status(), now).finding, badge::Finding::revoked);
  EXPECT_EQ(anybody.get("/badges/status/0").status, 404);
}

TEST_P(Badge, OfAKeyThatWasReplacedStillHolds) {
  SchoolWithBadge school(house());
  const std::string json = school.taken_json();
  const auto newer = app::rotate_badge_key(house().installation(), "test");
  ASSERT_TRUE(newer);
  EXPECT_EQ(school.found(json), "This badge is genuine and holds");
  EXPECT_EQ(json.find(newer->public_key), std::string::npos);
  ASSERT_TRUE(app::revoke_badge(house().installation(), school.kept().id, "By mistake.", "test"));
  EXPECT_NE(school.taken_json().find(newer->public_key), std::string::npos);
}

TEST_P(Badge, IsRevokedByTheOfficeWithAReasonThatTheSchoolReads) {
  SchoolWithBadge school(house());
  const std::string json = school.taken_json();
  auto manager = school.campaign_manager();
  const std::string path = "/office/rounds/2026/badges";
  EXPECT_TRUE(manager->get(path).says("Holds"));
  const std::string one = path + "/" + school.kept().id.text();
  manager->get(one);
  EXPECT_EQ(manager->submit(one, {{"reason", " "}}).status, 422);
  EXPECT_EQ(school.found(json), "This badge is genuine and holds");
  EXPECT_EQ(manager->submit(one, {{"reason", "Attested by mistake"}}).status, 303);
  EXPECT_EQ(school.found(json), "This badge was revoked");
  EXPECT_TRUE(school.at_work.browser("dean")->get(badge_page_path).says("Attested by mistake"));
  for (const char* action : {"badge.key", "badge.issue", "badge.revoke"})
    EXPECT_TRUE(house().log_tells(action)) << action;
}

TEST_P(Badge, RunsOutAfterThreeYears) {
  SchoolWithBadge school(house());
  const std::string json = school.taken_json();
  house().clock.pass((3 * 365 - 1) * base::one_day);
  EXPECT_EQ(school.found(json), "This badge is genuine and holds");
  house().clock.pass(3 * base::one_day);
  EXPECT_EQ(school.found(json), "This badge has run out");
}

TEST_P(Badge, NamesNobodyAmongTheParticipantsUnlessTheSchoolWantsIt) {
  SchoolWithBadge school(house());
  school.taken_json();
  const std::string name = school.at_work.sheet().school.name;
  BrowserUnderTest anybody(school.at_work.service);
  EXPECT_FALSE(anybody.get("/participants").says(name));
  auto dean = school.at_work.browser("dean");
  dean->get(badge_page_path);
  EXPECT_EQ(dean->submit(badge_page_path + "/listing", {{"listed", "yes"}}).status, 303);
  EXPECT_TRUE(anybody.get("/participants").says(name));
  // A sheet that was opened again is not submitted.
  school.set_state(assessment::ParticipationState::reopened);
  EXPECT_FALSE(anybody.get("/participants").says(name));
  dean->get(badge_page_path);
  EXPECT_EQ(dean->submit(badge_page_path + "/listing", {{"listed", "no"}}).status, 303);
  school.set_state(assessment::ParticipationState::submitted);
  EXPECT_FALSE(anybody.get("/participants").says(name));
}

TEST_P(Badge, KeysAreSealedAndOneSigns) {
  SchoolWithBadge school(house());
  EXPECT_FALSE(app::new_badge_key(house().installation(), "test")) << "a second key signs by rotation alone";
  house().clock.pass(base::one_second);
  ASSERT_TRUE(app::rotate_badge_key(house().installation(), "test"));
  const auto keys = app::badge_keys(house().installation());
  ASSERT_EQ(keys->size(), 2u);
  EXPECT_TRUE(keys->front().retired);
  EXPECT_FALSE(keys->back().retired);
  for (const auto& key : *keys) EXPECT_EQ(key.sealed.size(), 32u + 41u) << "a seed in a seal";
}

}  // namespace
}  // namespace smm::web
