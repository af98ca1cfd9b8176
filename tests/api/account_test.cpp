// SPDX-License-Identifier: Apache-2.0
// The pages about oneself and about the office's people, and proving anew who one is.
#include "office_journey.hpp"

namespace smm::web {
namespace {

SMM_ON_EACH_DATABASE(AccountPages);

TEST_P(AccountPages, AreShownAsPagesAndAsData) {
  const ServiceUnderTest service(house());
  const app::Person ben = house().add_person("Ben", "ben@lakeside.example");
  BrowserUnderTest browser(service);
  sign_in(house(), browser, ben);
  for (const char* path : {"/account", "/account/name", "/account/address", "/account/password",
                           "/account/second-factor", "/account/second-factor/off", "/confirm"}) {
    EXPECT_EQ(browser.get(path).status, 200) << path;
    const Shown data = browser.json(path);
    EXPECT_EQ(data.status, 200) << path;
    EXPECT_TRUE(data.headers.value("Content-Type").starts_with("application/json")) << path;
    EXPECT_EQ(data.headers.value("Cache-Control"), "no-store") << path;
    EXPECT_FALSE(data.says(browser.cookies["__Host-smm"])) << path;
  }
  for (const char* path : {"/sign-in", "/sign-in/forgotten"}) {
    BrowserUnderTest stranger(service);
    EXPECT_EQ(stranger.get(path).status, 200) << path;
  }
}

TEST_P(AccountPages, ChangeNamePasswordAndAddress) {
  const ServiceUnderTest service(house());
  const app::Person ben = house().add_person("Ben", "ben@lakeside.example");
  BrowserUnderTest browser(service);
  sign_in(house(), browser, ben);
  browser.get("/account/name");
  EXPECT_EQ(browser.submit("/account/name", {{"name", " "}}).status, 422);
  EXPECT_EQ(browser.submit("/account/name", {{"name", "Ben <i>Öst"}}).location(),
            "/account?done=name_changed");
  const Shown account = browser.get("/account?done=name_changed");
  EXPECT_TRUE(account.says("Ben &lt;i&gt;Öst"));
  EXPECT_TRUE(account.says("Your name was changed."));
  browser.get("/account/password");
  const Shown weak = browser.submit("/account/password", {{"password", "passwordpassword"}});
  EXPECT_EQ(weak.status, 422);
  EXPECT_FALSE(weak.says("passwordpassword"));
  const std::string before = browser.cookies["__Host-smm"];
  EXPECT_EQ(browser.submit("/account/password", {{"password", journey_password}}).location(),
            "/account?done=password_set");
  EXPECT_NE(browser.cookies["__Host-smm"], before);
  browser.get("/account/address");
  EXPECT_EQ(browser.submit("/account/address", {{"email", "no"}}).status, 422);
  EXPECT_EQ(browser.submit("/account/address", {{"email", "ben@hill.example"}}).status, 200);
  const std::string link = "/link/" + test::token_in(house().mails("change_email", 1).front().mail);
  EXPECT_TRUE(browser.get(link).says("b•••@hill.example"));
  EXPECT_EQ(browser.submit(link).location(), "/account?done=address_changed");
  EXPECT_EQ(house().person(ben.id).email, "ben@hill.example");
}

TEST_P(AccountPages, EndOtherSessions) {
  const ServiceUnderTest service(house());
  const app::Person ben = house().add_person("Ben", "ben@lakeside.example");
  BrowserUnderTest browser(service), other(service);
  sign_in(house(), other, ben);
  sign_in(house(), browser, ben);
  EXPECT_TRUE(browser.get("/account").says("Firefox · Linux · 192.0.2.1"));
  EXPECT_EQ(browser.submit("/account/sessions").location(), "/account?done=session_ended");
  EXPECT_EQ(other.get("/account").status, 303);
  EXPECT_EQ(browser.get("/account").status, 200);
}

// ---- Proving anew who one is

TEST_P(AccountPages, AskAnewAfterTenMinutesAndLeadBack) {
  const ServiceUnderTest service(house());
  const app::Person ben = house().add_person("Ben", "ben@lakeside.example");
  BrowserUnderTest browser(service);
  sign_in(house(), browser, ben);
  browser.get("/account/password");
  browser.submit("/account/password", {{"password", journey_password}});
  house().clock.pass(11 * base::one_minute);
  EXPECT_EQ(browser.get("/account/password").location(), "/confirm?to=/account/password");
  browser.get("/confirm?to=/account/password");
  EXPECT_EQ(browser.submit("/confirm", {{"password", "guess"}}).status, 422);
  EXPECT_EQ(browser.submit("/confirm", {{"password", journey_password}}).location(), "/account/password");
  EXPECT_EQ(browser.get("/account/password").status, 200);
  EXPECT_EQ(browser.get("/confirm?to=//evil.example").says("evil"), false);
}

TEST_P(AccountPages, MailAFreshLinkToWhoHasNeitherPasswordNorCodes) {
  const ServiceUnderTest service(house());
  const app::Person ben = house().add_person("Ben", "ben@lakeside.example");
  BrowserUnderTest browser(service);
  sign_in(house(), browser, ben);
  house().clock.pass(11 * base::one_minute);
  browser.get("/confirm?to=/account/password");
  EXPECT_EQ(browser.submit("/confirm/link").status, 200);
  const std::string link = "/link/" + test::token_in(house().mails("sign_in", 1).front().mail);
  browser.get(link);
  EXPECT_EQ(browser.submit(link).location(), "/account/password");
  EXPECT_EQ(browser.get("/account/password").status, 200);
}

TEST_P(AccountPages, KeepAFormThatWasStopped) {
  const ServiceUnderTest service(house());
  BrowserUnderTest browser(service);
  become_admin(house(), browser);
  house().clock.pass(11 * base::one_minute);
  browser.get("/office/people/invite");
  const Fields typed = {{"name", "Eve \"E\" <e>"},
                        {"email", "eve@office.example"},
                        {"role", "analyst"},
                        {"role", "data_steward"}};
  const Shown stopped = browser.submit("/office/people/invite", typed);
  EXPECT_EQ(stopped.status, 403);
  EXPECT_EQ(house().mails("invitation").size(), 0u);
  EXPECT_EQ(browser.submit("/confirm", {{"password", "guess"}}).status, 422);
  const Shown thanks = browser.submit("/confirm", {{"password", journey_password}});
  EXPECT_EQ(thanks.status, 200) << thanks.body;
  EXPECT_EQ(browser.submit("/office/people/invite").location(), "/office/people?done=person_invited");
  const Shown people = browser.get("/office/people");
  EXPECT_TRUE(people.says("Eve &quot;E&quot; &lt;e&gt;"));
  EXPECT_TRUE(people.says("Analyst, Data steward"));
}

// ---- The office's people

SMM_ON_EACH_DATABASE(OfficePages);

TEST_P(OfficePages, AreForAdminsOnly) {
  const ServiceUnderTest service(house());
  BrowserUnderTest admin(service), analyst(service), school(service), stranger(service);
  become_admin(house(), admin);
  const app::Person ana = house().add_person("Ana", "ana@office.example");
  house().write([&](app::Records& records, base::Instant now) {
    records.people.grant(ana.id, assessment::OfficeRole::analyst, now);
  });
  sign_in(house(), analyst, ana);
  sign_in(house(), school, house().add_person("Ben", "ben@lakeside.example"));
  for (const char* path : {"/office/people", "/office/people/invite", "/office/people/find"}) {
    EXPECT_EQ(admin.get(path).status, 200) << path;
    EXPECT_EQ(analyst.get(path).status, 403) << path;
    EXPECT_EQ(school.get(path).status, 404) << path;
    EXPECT_EQ(stranger.get(path).location(), std::string("/sign-in?to=") + path);
    EXPECT_EQ(stranger.json(path).status, 401) << path;
  }
}

TEST_P(OfficePages, CloseOpenAndResetAccounts) {
  const ServiceUnderTest service(house());
  BrowserUnderTest admin(service), browser(service);
  become_admin(house(), admin);
  const app::Person ben = house().add_person("Ben", "ben@lakeside.example");
  sign_in(house(), browser, ben);
  admin.get("/office/people/find");
  EXPECT_EQ(admin.submit("/office/people/find", {{"email", "zoe@lakeside.example"}}).status, 422);
  const std::string path =
      admin.submit("/office/people/find", {{"email", "Ben@lakeside.example"}}).location();
  EXPECT_EQ(path, "/office/people/" + ben.id.text());
  EXPECT_EQ(admin.get(path).status, 200);
  EXPECT_EQ(admin.submit(path + "/roles", {{"role", "analyst"}, {"role", "nonsense"}}).location(),
            "/office/people?done=roles_saved");
  EXPECT_EQ(admin.get(path + "/close").status, 200);
  EXPECT_EQ(admin.submit(path + "/close").location(), "/office/people?done=account_closed");
  EXPECT_EQ(browser.get("/account").status, 303);
  admin.get(path + "/open");
  EXPECT_EQ(admin.submit(path + "/open").location(), "/office/people?done=account_opened");
  admin.get(path + "/second-factor");
  EXPECT_EQ(admin.submit(path + "/second-factor", {{"reason", ""}}).status, 422);
  EXPECT_EQ(admin.submit(path + "/second-factor", {{"reason", "called back"}}).location(),
            "/office/people?done=codes_reset");
  EXPECT_EQ(admin.get("/office/people/aaaaaaaaaaaaaaaaaaaaaaaaaa").status, 404);
}

TEST_P(OfficePages, KeepTheLastAdmin) {
  const ServiceUnderTest service(house());
  BrowserUnderTest admin(service);
  become_admin(house(), admin);
  admin.get("/office/people/find");
  const std::string path = admin.submit("/office/people/find", {{"email", "ada@office.example"}}).location();
  admin.get(path);
  EXPECT_EQ(admin.submit(path + "/roles", {{"role", "analyst"}}).status, 422);
  EXPECT_EQ(admin.get("/office/people").status, 200);
}

}  // namespace
}  // namespace smm::web
