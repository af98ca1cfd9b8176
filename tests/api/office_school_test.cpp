// SPDX-License-Identifier: Apache-2.0
// The office changes whom it writes to in mid-round, and notes what was said with a school: who loses a part,
// who gets one, what the logs and the dashboard tell, and that nobody else sees it.
#include "round_under_test.hpp"

namespace smm::web {
namespace {

SMM_ON_EACH_DATABASE(OfficeSchools);

using assessment::OfficeRole;
using assessment::SchoolRole;

const std::string lake = "/office/rounds/2026/schools/lake";

std::vector<app::RosterSchool> lakes() {
  std::vector<app::RosterSchool> schools;
  for (const char* code : {"lake", "hill"}) {
    app::RosterSchool school;
    school.code = code;
    school.name = std::string("School ") + code;
    school.profession = "medicine";
    school.programmes = {"medicine_md"};
    school.contacts.dean = {"Old Dean", std::string("dean@") + code + ".example"};
    school.frame = {"i" + school.code, "", "public", "NY", "", "small", "r1", "city"};
    schools.push_back(std::move(school));
  }
  return schools;
}

struct MidRound : RoundUnderTest {
  explicit MidRound(test::InstallationUnderTest& house)
      : RoundUnderTest(house, lakes(),
                       [](const auto&, const auto&, const auto&) { return std::optional(50.0); }) {}
};

Fields contacts_of(const std::string& name, const std::string& email, const std::string& follows) {
  return {{"dean_name", name}, {"dean_email", email}, {"address", "1 Lake Road"}, {"invitee", follows}};
}

std::vector<std::string> deans_of(test::InstallationUnderTest& house, const app::OpenSheet& sheet) {
  return house.read<std::vector<std::string>>([&](app::Records& records) {
    std::vector<std::string> emails;
    for (const auto& member : records.rounds.memberships(sheet.key()))
      if (member.role == SchoolRole::dean) emails.push_back(records.people.by_id(member.person)->email);
    return emails;
  });
}

TEST_P(OfficeSchools, CorrectContactsAndLeaveTheInvitationAsItIs) {
  MidRound round(house());
  auto manager = round.office(OfficeRole::campaign_manager);
  const std::size_t mails = house().mails("school_invitation").size();
  EXPECT_TRUE(manager->get(lake + "/contacts").says("value=\"dean@lake.example\""));
  const Shown saved =
      manager->submit(lake + "/contacts", contacts_of("New Name", "dean2@lake.example", "nobody"));
  EXPECT_EQ(saved.location(), lake + "?done=contacts_saved") << saved.body;
  EXPECT_TRUE(manager->get(lake).says("1 Lake Road"));
  EXPECT_EQ(deans_of(house(), round.sheet("lake")), std::vector<std::string>{"dean@lake.example"});
  EXPECT_EQ(house().mails("school_invitation").size(), mails);
  for (const auto& kept : house().log()) {
    EXPECT_EQ(kept.entry.detail.find('@'), std::string::npos) << kept.entry.detail;
    if (kept.entry.action != "school.contacts") continue;
    EXPECT_EQ(kept.entry.detail, "dean_name dean_email address");
  }
  EXPECT_TRUE(house().log_tells("school.contacts"));
}

TEST_P(OfficeSchools, InviteSomebodyElseBeforeAnybodyAnswered) {
  MidRound round(house());
  std::string wrong_link;
  for (const auto& posted : house().mails("school_invitation"))
    if (posted.mail.to.address == "dean@lake.example") wrong_link = "/link/" + test::token_in(posted.mail);
  auto manager = round.office(OfficeRole::campaign_manager);
  manager->get(lake + "/contacts");
  const Shown saved =
      manager->submit(lake + "/contacts", contacts_of("New Dean", "new@lake.example", "dean"));
  EXPECT_EQ(saved.location(), lake + "?done=contacts_invited") << saved.body;
  EXPECT_EQ(deans_of(house(), round.sheet("lake")), std::vector<std::string>{"new@lake.example"});
  EXPECT_TRUE(house().log_tells("school.new_dean"));
  // The old link opens nothing any more; the new one does.
  BrowserUnderTest former(round.service), heir(round.service);
  EXPECT_FALSE(former.get(wrong_link).says("action=\"" + wrong_link + "\""));
  std::string new_link;
  for (const auto& posted : house().mails("school_invitation"))
    if (posted.mail.to.address == "new@lake.example") {
      new_link = "/link/" + test::token_in(posted.mail);
      EXPECT_NE(posted.mail.text.find("/sample-report"), std::string::npos);
      EXPECT_FALSE(posted.mail.headers.empty()) << "whoever gets it can stop such mails, as others can";
    }
  heir.get(new_link);
  EXPECT_EQ(heir.submit(new_link).location(), "/rounds/2026/schools/lake");
  EXPECT_TRUE(house().mails("dean_ended").empty()) << "a wrong address may be a stranger's";
}

TEST_P(OfficeSchools, HandTheDeansPartOnInMidRoundAndTellEverybody) {
  MidRound round(house());
  round.attest("lake");
  auto coordinator = round.member("lake", SchoolRole::coordinator);
  auto former = round.dean("lake");
  EXPECT_EQ(former->get("/rounds/2026/schools/lake").status, 200);
  auto manager = round.office(OfficeRole::campaign_manager);
  manager->get(lake + "/contacts");
  EXPECT_EQ(manager->submit(lake + "/contacts", contacts_of("New Dean", "new@lake.example", "dean")).status,
            303);
  EXPECT_EQ(former->get("/rounds/2026/schools/lake").status, 404);
  EXPECT_EQ(round.dean("hill")->get("/rounds/2026/schools/hill").status, 200);
  EXPECT_EQ(house().mails("dean_ended").front().mail.to.address, "dean@lake.example");
  EXPECT_EQ(test::token_in(house().mails("dean_ended").front().mail), "");
  EXPECT_NE(house().mails("dean_changed").front().mail.text.find("New Dean"), std::string::npos);
  EXPECT_EQ(house().mails("joined").front().mail.to.address, "new@lake.example");
  // Once more with the same person: nothing happens.
  manager->get(lake + "/contacts");
  EXPECT_EQ(
      manager->submit(lake + "/contacts", contacts_of("New Dean", "new@lake.example", "dean")).location(),
      lake + "?done=contacts_saved");
  EXPECT_EQ(house().mails("joined").size(), 1U);
}

TEST_P(OfficeSchools, TakeNoBadContactsAndNoOldPage) {
  MidRound round(house());
  auto manager = round.office(OfficeRole::campaign_manager);
  manager->get(lake + "/contacts");
  const Shown bad = manager->submit(
      lake + "/contacts", {{"dean_name", "x@y.example"}, {"dean_email", "nowhere"}, {"invitee", "dean"}});
  EXPECT_EQ(bad.status, 422);
  EXPECT_TRUE(bad.says("This holds an address, not a name"));
  EXPECT_TRUE(bad.says("id=\"dean_email-error\""));
  EXPECT_EQ(manager->submit(lake + "/contacts", {{"dean_name", "Nobody"}, {"invitee", "dean"}}).status, 422);
  auto colleague = round.office(OfficeRole::admin);
  colleague->get(lake + "/contacts");
  EXPECT_EQ(colleague->submit(lake + "/contacts", contacts_of("A", "a@lake.example", "nobody")).status, 303);
  manager->get("/office");
  const Shown late = manager->post(lake + "/contacts", {{"dean_name", "B"}, {"standing", "as it was"}});
  EXPECT_EQ(late.status, 422);
  EXPECT_TRUE(late.says("in the meantime"));
}

TEST_P(OfficeSchools, KeepANoteOfWhatWasSaid) {
  MidRound round(house());
  auto manager = round.office(OfficeRole::campaign_manager);
  manager->get(lake);
  EXPECT_EQ(manager->submit(lake + "/calls", {{"way", "pigeon"}, {"said", "coo"}}).status, 422);
  EXPECT_EQ(manager->submit(lake + "/calls", {{"way", "phone"}, {"said", " "}}).status, 422);
  EXPECT_EQ(manager->submit(lake + "/calls", {{"way", "phone"}, {"said", std::string(2001, 'x')}}).status,
            422);
  EXPECT_EQ(manager->submit(lake + "/calls", {{"way", "phone"}, {"said", "Asks for <a week>."}}).status, 303);
  house().clock.pass(base::one_hour);
  manager->get(lake);
  EXPECT_EQ(manager->submit(lake + "/calls", {{"way", "visit"}, {"said", "Will take part."}}).status, 303);
  const Shown page = manager->get(lake);
  EXPECT_TRUE(page.says("Asks for &lt;a week&gt;.")) << page.body;
  EXPECT_LT(page.body.find("Will take part."), page.body.find("Asks for"));
  EXPECT_FALSE(round.office(OfficeRole::analyst)->get(lake).says("Asks for"));
  EXPECT_FALSE(round.dean("lake")->get("/rounds/2026/schools/lake/log").says("Asks for"));
  for (const auto& kept : house().log()) EXPECT_EQ(kept.entry.detail.find("Asks"), std::string::npos);
  EXPECT_TRUE(house().log_tells("school.call"));
}

TEST_P(OfficeSchools, AreCountedByWhenSomebodyTalkedWithThem) {
  MidRound round(house());
  auto manager = round.office(OfficeRole::campaign_manager);
  const Shown before = manager->get("/office/rounds/2026/progress");
  EXPECT_TRUE(before.says("<th scope=\"row\">Never</th><td data-column=\"Schools\">2</td>")) << before.body;
  manager->get(lake);
  EXPECT_EQ(manager->submit(lake + "/calls", {{"way", "letter"}, {"said", "Sent it."}}).status, 303);
  house().clock.pass(10 * base::one_day);
  const Shown after = round.office(OfficeRole::campaign_manager)->get("/office/rounds/2026/progress");
  EXPECT_TRUE(after.says("<th scope=\"row\">Within two weeks</th><td data-column=\"Schools\">1</td>"))
      << after.body;
  EXPECT_TRUE(after.says("School lake</a></th><td data-column=\"Days since\">10</td>"));
  EXPECT_TRUE(after.says("School hill</a></th><td data-column=\"Days since\">never</td>"));
}

// ---- Questions about answers, while a round is checked.

const std::string planted = "PLANTED7319";
const std::string planted_number = "731973197";

struct CheckedRound : MidRound {
  explicit CheckedRound(test::InstallationUnderTest& house) : MidRound(house) {
    attest("lake", {{planted_item(), planted_number}});
    attest("hill");
    close();
    begin_checks();
    ask("lake", "3");
    ask("lake", "5");
    ask("hill", "4");
  }

  // A question that is asked once for the school; no office page reads what stands there.
  std::string planted_item() {
    const auto opened = sheet("lake");
    const auto found = std::ranges::find_if(
        opened.plan->answers, [](const auto& answer) { return answer.place.programme.empty(); });
    EXPECT_NE(found, opened.plan->answers.end());
    return found->place.item;
  }

  void ask(const std::string& school, const std::string& place) {
    auto steward = office(OfficeRole::data_steward);
    const std::string opened = "/office/rounds/2026/schools/" + school + "/answers";
    const std::string checks = "/rounds/2026/schools/" + school + "/checks";
    steward->get(opened);
    steward->submit(opened, {{"reason", "a share looks odd"}});
    steward->get(checks);
    EXPECT_EQ(steward->submit(checks, {{"place", place}, {"text", planted + " question"}}).status, 303);
  }

  void settle(const std::string& school, const std::string& act) {
    auto leader = dean(school);
    const std::string checks = "/rounds/2026/schools/" + school + "/checks";
    const Shown page = leader->get(checks);
    std::smatch found;
    ASSERT_TRUE(std::regex_search(page.body, found, std::regex("action=\"(" + checks + "/[a-z2-7]+)\"")));
    EXPECT_EQ(leader->submit(found[1], {{"act", act}, {"reply", planted + " reply"}}).status, 303);
  }
};

std::string figure(const Shown& page, const std::string& label) {
  const std::regex card("<dt class=\"quiet\">" + label + "</dt><dd class=\"big-number\">(\\d+)</dd>");
  std::smatch found;
  return std::regex_search(page.body, found, card) ? found[1].str() : "none";
}

TEST_P(OfficeSchools, HaveTheirOpenQuestionsCountedByItemAndState) {
  CheckedRound round(house());
  auto manager = round.office(OfficeRole::campaign_manager);
  const Shown asked = manager->get("/office/rounds/2026/progress");
  EXPECT_EQ(figure(asked, "questions wait for schools"), "3") << asked.body;
  EXPECT_EQ(figure(asked, "questions answered"), "0");
  const std::string item = round.sheet("hill").plan->answers[4].place.item;
  EXPECT_TRUE(asked.says("School hill</a></th><td data-column=\"Question\">" + item + "</td>"));
  round.settle("hill", "stands");
  round.settle("lake", "correct");
  const Shown settled = manager->get("/office/rounds/2026/progress");
  EXPECT_EQ(figure(settled, "questions wait for schools"), "1");
  EXPECT_EQ(figure(settled, "questions answered"), "2");
  EXPECT_EQ(figure(settled, "of those settled"), "1") << "the sheet of the other is open";
}

// Every page of the office, by whoever of the office may open it.
TEST_P(OfficeSchools, ShowNoWordOfAQuestionNorOfAnAnswerToTheOffice) {
  CheckedRound round(house());
  round.settle("hill", "stands");
  std::size_t opened = 0;
  for (const auto role :
       {OfficeRole::admin, OfficeRole::campaign_manager, OfficeRole::analyst, OfficeRole::data_steward}) {
    auto visitor = round.office(role);
    for (const Endpoint& endpoint : round.service.endpoints) {
      if (endpoint.method != http::Method::get || !endpoint.pattern.starts_with("/office")) continue;
      for (const char* school : {"lake", "hill"}) {
        std::string path = std::regex_replace(endpoint.pattern, std::regex("\\{round[^}]*\\}"), "2026");
        path = std::regex_replace(path, std::regex("\\{school[^}]*\\}"), school);
        if (path.find('{') != std::string::npos) continue;
        const Shown page = visitor->get(path);
        opened += page.status == 200;
        EXPECT_FALSE(page.says(planted) || page.says(planted_number)) << path;
        EXPECT_FALSE(visitor->json(path).says(planted)) << path;
      }
    }
  }
  EXPECT_GT(opened, 40U);
}

}  // namespace
}  // namespace smm::web
