// SPDX-License-Identifier: Apache-2.0
// A practice round, from making to deleting: invented people only, mails to whoever made it, a banner on
// every page, nothing of it anywhere else, and nothing left of it in the end.
#include "app/badges/issue_badge.hpp"
#include "app/people/ask_for_link.hpp"
#include "app/people/person_at.hpp"
#include "app/people/practice_address.hpp"
#include "app/releasing/freeze_round.hpp"
#include "app/rounds/take_part.hpp"
#include "round_under_test.hpp"

namespace smm::web {
namespace {

SMM_ON_EACH_DATABASE(PracticeRounds);

using assessment::OfficeRole;

const std::string banner = "This is a practice round.";

// A real school beside it, so that mixing would be seen.
std::vector<app::RosterSchool> real_roster() {
  app::RosterSchool school;
  school.code = "real";
  school.name = "Real School";
  school.profession = "medicine";
  school.programmes = {"medicine_md"};
  school.contacts.dean = {"Dean", "dean@real.example"};
  school.frame = {"i", "", "public", "NY", "", "small", "r1", "city"};
  return {school};
}

struct Practice : RoundUnderTest {
  explicit Practice(test::InstallationUnderTest& under_test)
      : RoundUnderTest(under_test, real_roster(),
                       [](const auto&, const auto&, const auto&) { return std::optional(50.0); }),
        house(under_test),
        manager(office(OfficeRole::campaign_manager)) {
    manager->get("/office/practice");
    const std::string to = manager->submit("/office/practice", {{"edition", "smm-2026"}}).location();
    path = to.substr(0, to.find('?'));
    code = path.substr(path.rfind('/') + 1);
  }

  void open_and_invite() {
    manager->get(path + "/open");
    EXPECT_EQ(manager->submit(path + "/open").status, 303);
    manager->get(path + "/invite");
    EXPECT_EQ(manager->submit(path + "/invite").status, 303);
  }

  std::string school(const std::string& key) const { return code + "-" + key; }

  // The link that the page of a part gives.
  std::string link_as(const std::string& key, const std::string& role) {
    const std::string at = path + "/schools/" + school(key) + "/practice";
    manager->get(at);
    const Shown made = manager->submit(at, {{"role", role}});
    std::smatch found;
    EXPECT_TRUE(std::regex_search(made.body, found, std::regex("href=\"(/link/[^\"]+)\""))) << made.body;
    return found[1];
  }

  std::unique_ptr<BrowserUnderTest> signed_in_by(const std::string& link) {
    auto browser = std::make_unique<BrowserUnderTest>(service);
    browser->get(link);
    EXPECT_EQ(browser->submit(link).status, 303);
    return browser;
  }

  std::vector<test::PostedMail> all_mails() {
    std::vector<test::PostedMail> all;
    for (const char* kind : {"school_invitation", "joined", "sign_in", "reopened"})
      for (auto& mail : house.mails(kind)) all.push_back(std::move(mail));
    return all;
  }

  test::InstallationUnderTest& house;
  std::unique_ptr<BrowserUnderTest> manager;
  std::string path;
  std::string code;
};

TEST_P(PracticeRounds, HaveTwoInventedSchoolsForEachProgramAndNoRealOne) {
  Practice practice(house());
  practice.open_and_invite();
  const auto schools = house().read<std::vector<assessment::School>>([&](app::Records& records) {
    return records.schools.of_practice(records.rounds.by_code(practice.code)->id);
  });
  const auto edition = house().installation().editions.edition("smm-2026");
  EXPECT_EQ(schools.size(), 2 * (*edition)->edition.programmes.size());
  for (const auto& school : schools) EXPECT_NE(school.name.find("Practice School"), std::string::npos);
  const Shown page = practice.manager->get(practice.path);
  EXPECT_FALSE(page.says("Real School"));
  EXPECT_FALSE(practice.manager->get("/office/rounds/2026").says("Practice School"));
  EXPECT_FALSE(practice.manager->get("/office/roster.csv").says("Practice"));
}

TEST_P(PracticeRounds, SendMailsToWhoeverMadeThemAlone) {
  Practice practice(house());
  practice.open_and_invite();
  const std::string office = "campaign_manager@office.example";
  std::size_t found = 0;
  for (const auto& posted : practice.all_mails()) {
    if (posted.mail.to.address == "dean@real.example") continue;
    EXPECT_EQ(posted.waiting.to, office);
    EXPECT_EQ(posted.mail.to.address, office);
    EXPECT_TRUE(posted.mail.subject.starts_with("Practice: ")) << posted.mail.subject;
    EXPECT_NE(posted.mail.text.find("Invented Dean"), std::string::npos);
    ++found;
  }
  EXPECT_GE(found, 12U);
  // Also those that an invented person asks for, without a round.
  const std::string dean = app::practice_address("dean-medicine_md-a", practice.code);
  EXPECT_TRUE(app::ask_for_link(house().installation(), house().pages(), {app::LinkUse::sign_in, dean}));
  const auto asked = house().mails("sign_in", 1);
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_EQ(asked.front().mail.to.address, office);
}

// The link of a mail that was turned round must never open the account of somebody real.
TEST_P(PracticeRounds, GiveNobodyRealAPart) {
  Practice practice(house());
  practice.open_and_invite();
  auto dean = practice.signed_in_by(practice.link_as("medicine_md-a", "dean"));
  const std::string school = "/rounds/" + practice.code + "/schools/" + practice.school("medicine_md-a");
  dean->get(school + "/accept");
  const Shown accepted = dean->submit(school + "/accept", {{"agree", house().agreement()},
                                                           {"mode", "together"},
                                                           {"coordinator_name", "Somebody Real"},
                                                           {"coordinator_email", "dean@real.example"}});
  EXPECT_EQ(accepted.status, 303) << accepted.body;
  const auto real = *house().read<std::optional<app::Person>>(
      [](app::Records& records) { return records.people.by_email("dean@real.example"); });
  const auto parts = house().read<std::size_t>(
      [&](app::Records& records) { return records.rounds.memberships(real.id).size(); });
  EXPECT_EQ(parts, 1U) << "only the real round";
  const auto mail = house().mails("joined", 1).front();
  EXPECT_EQ(mail.mail.to.address, "campaign_manager@office.example");
  auto coordinator = practice.signed_in_by("/link/" + test::token_in(mail.mail));
  EXPECT_TRUE(coordinator->get("/account").says(app::practice_address("dean", practice.code)));
  EXPECT_EQ(coordinator->get("/rounds/2026/schools/real").status, 404);
}

TEST_P(PracticeRounds, LetNobodyInventedOut) {
  Practice practice(house());
  const std::string invented = app::practice_address("dean-medicine_md-a", practice.code);
  auto dean = practice.dean("real");
  house().write([&](app::Records& records, base::Instant now) {
    const auto refused = app::person_at(house().installation(), records, {"X", invented}, now);
    EXPECT_FALSE(refused);
  });
  dean->get("/account/address");
  EXPECT_NE(dean->submit("/account/address", {{"email", invented}}).status, 303);
  auto admin = practice.office(OfficeRole::admin);
  admin->get("/office/people/invite");
  EXPECT_NE(
      admin->post("/office/people/invite", {{"name", "X"}, {"email", invented}, {"role", "admin"}}).status,
      303);
}

TEST_P(PracticeRounds, AreLookedAtAsEveryRoleWithABannerOnEveryPage) {
  Practice practice(house());
  practice.open_and_invite();
  const std::string school = "/rounds/" + practice.code + "/schools/" + practice.school("nursing_bsn-b");
  for (const char* role : {"dean", "coordinator", "author", "affirmer", "viewer"}) {
    auto browser = practice.signed_in_by(practice.link_as("nursing_bsn-b", role));
    const Shown page = browser->get(school);
    EXPECT_EQ(page.status, 200) << role;
    EXPECT_TRUE(page.says(banner)) << role;
  }
  std::size_t pages = 0;
  auto dean = practice.signed_in_by(practice.link_as("nursing_bsn-b", "dean"));
  for (const Endpoint& endpoint : practice.service.endpoints) {
    if (endpoint.method != http::Method::get || endpoint.pattern.find("{round") == std::string::npos)
      continue;
    std::string at = std::regex_replace(endpoint.pattern, std::regex("\\{round[^}]*\\}"), practice.code);
    at = std::regex_replace(at, std::regex("\\{school[^}]*\\}"), practice.school("nursing_bsn-b"));
    if (at.find('{') != std::string::npos) continue;
    const Shown page = (at.starts_with("/office") ? practice.manager : dean)->get(at);
    // A page of the frame; others are files, and prints that name the round and its school.
    if (page.status != 200 || !page.says("<header class=\"band\">")) continue;
    EXPECT_TRUE(page.says(banner)) << at;
    ++pages;
  }
  EXPECT_GT(pages, 15U);
  EXPECT_FALSE(practice.manager->get("/office/rounds/2026").says(banner));
  EXPECT_FALSE(practice.manager->get("/office").says(banner));
}

TEST_P(PracticeRounds, AreNeverFrozenAndAppearNowhere) {
  Practice practice(house());
  practice.open_and_invite();
  auto& installation = house().installation();
  const auto sheet = house().read<std::optional<app::OpenSheet>>([&](app::Records& records) {
    return std::optional(
        *app::open_sheet(records, installation.editions, practice.code, practice.school("medicine_md-a")));
  });
  const auto dean = house().read<std::optional<app::Person>>([&](app::Records& records) {
    return records.people.by_email(app::practice_address("dean-medicine_md-a", practice.code));
  });
  test::attest_scores(installation, *sheet, dean->id,
                      [](const auto&, const auto&, const auto&) { return std::optional(50.0); }, {});
  EXPECT_FALSE(app::issue_badge(installation, house().pages().texts,
                                {practice.code, practice.school("medicine_md-a"), 3}, "test"));
  house().write([&](app::Records& records, base::Instant now) {
    records.badges.add(app::Listing{sheet->key(), now, dean->id});
  });
  EXPECT_TRUE(app::close_round(installation, practice.code, "test"));
  EXPECT_TRUE(app::begin_checks(installation, practice.code, 1, "test"));
  house().clock.pass(3 * base::one_day);
  const auto frozen = app::freeze_round(installation, practice.code, "test");
  ASSERT_FALSE(frozen);
  EXPECT_EQ(frozen.problems().front().code, "practice_round");
  BrowserUnderTest anybody(practice.service);
  EXPECT_EQ(anybody.get("/results/" + practice.code).status, 404);
  for (const char* at : {"/toolkit", "/toolkit/calendar.ics", "/participants", "/results/2026"})
    EXPECT_FALSE(anybody.get(at).says("ractice")) << at;
}

TEST_P(PracticeRounds, AreDeletedWhole) {
  Practice practice(house());
  const auto keys_before =
      house().read<std::size_t>([](app::Records& records) { return records.schools.keys().size(); });
  practice.open_and_invite();
  const std::string link = practice.link_as("medicine_do-a", "coordinator");
  auto coordinator = practice.signed_in_by(practice.link_as("medicine_do-a", "author"));
  practice.manager->get(practice.path + "/erase");
  EXPECT_EQ(practice.manager->submit(practice.path + "/erase").location(), "/office?done=practice_erased");
  EXPECT_EQ(practice.manager->get(practice.path).status, 404);
  EXPECT_EQ(coordinator->get("/account").status, 303) << "the session has ended";
  BrowserUnderTest late(practice.service);
  late.get(link);
  EXPECT_FALSE(late.cookies.contains("__Host-smm"));
  for (const auto& posted : practice.all_mails())
    EXPECT_NE(posted.mail.to.address, "campaign_manager@office.example");
  const auto keys =
      house().read<std::vector<app::KeptKey>>([](app::Records& records) { return records.schools.keys(); });
  EXPECT_LT(keys.size(), keys_before);
  EXPECT_TRUE(house().log_tells("practice.erase"));
  EXPECT_EQ(house().read<std::size_t>([](app::Records& records) { return records.rounds.all().size(); }), 1U);
  practice.manager->get("/office");
  EXPECT_NE(practice.manager->post("/office/rounds/2026/erase").status, 303) << "a real round";
  EXPECT_EQ(practice.manager->get("/office/rounds/2026").status, 200);
}

}  // namespace
}  // namespace smm::web
