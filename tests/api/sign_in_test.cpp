// SPDX-License-Identifier: Apache-2.0
// Signing in over the routes as browsers use them.
#include "office_journey.hpp"

namespace smm::web {
namespace {

SMM_ON_EACH_DATABASE(SigningIn);

TEST_P(SigningIn, SetsUpAnInstallationUpToItsFirstOfficePage) {
  const ServiceUnderTest service(house());
  BrowserUnderTest browser(service);
  const std::string url = app::set_up_link(*house()).value().value();
  const std::string path = url.substr(std::string("https://metrics.example.org").size());
  EXPECT_EQ(browser.get(path).status, 200);
  const Shown wrong = browser.submit(path, {{"name", "Ada"}, {"email", "ada"}, {"password", "short"}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(wrong.says("value=\"Ada\""));
  EXPECT_FALSE(wrong.says("value=\"short\""));
  EXPECT_EQ(
      browser.submit(path, {{"name", "Ada"}, {"email", "ada@office.example"}, {"password", journey_password}})
          .location(),
      "/account/second-factor");
  EXPECT_EQ(browser.get(path).status, 404);
  // Until one-time codes are set up, the office's pages are closed to an admin.
  EXPECT_EQ(browser.get("/office/people").location(), "/account/second-factor");
  const Shown page = browser.get("/account/second-factor");
  EXPECT_TRUE(page.says("otpauth://totp/"));
  EXPECT_TRUE(page.says("<svg class=\"qr-code\""));
  EXPECT_EQ(browser.submit("/account/second-factor", {{"code", "000000"}}).status, 422);
  const std::string before = browser.cookies["__Host-smm"];
  const Shown codes =
      browser.submit("/account/second-factor", {{"code", code_on(page, house().clock.now())}});
  EXPECT_TRUE(codes.says("id=\"codes\"")) << codes.body;
  EXPECT_NE(browser.cookies["__Host-smm"], before);
  EXPECT_EQ(browser.get("/office/people").status, 200);
}

TEST_P(SigningIn, ByLinkBurnsNothingByLooking) {
  const ServiceUnderTest service(house());
  const app::Person ben = house().add_person("Ben", "ben@lakeside.example");
  const std::string path =
      mailed_link(house(), {app::LinkUse::invitation, ben.id, std::nullopt, "/account/name"});
  BrowserUnderTest scanner(service), browser(service), other(service);
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(scanner.get(path).status, 200);
    EXPECT_EQ(scanner.head(path).status, 200);
  }
  EXPECT_TRUE(scanner.cookies.empty());
  const Shown page = browser.get(path);
  EXPECT_TRUE(page.says("b•••@lakeside.example"));
  EXPECT_FALSE(page.says(ben.email));
  EXPECT_EQ(browser.submit(path).location(), "/account/name");
  EXPECT_EQ(browser.get("/account/name").status, 200);
  // Opened again: here it leads on, elsewhere it offers a new one.
  EXPECT_EQ(browser.get(path).location(), "/account/name");
  EXPECT_EQ(browser.post(path).location(), "/account/name");
  EXPECT_EQ(other.get(path).status, 410);
  EXPECT_EQ(other.submit(path + "/again").status, 200);
  EXPECT_EQ(house().mails("sign_in", 1).size(), 1u);
  EXPECT_EQ(other.get("/link/unknown").status, 404);
}

TEST_P(SigningIn, AnswersAlikeWhetherSomebodyIsKnownOrNot) {
  const ServiceUnderTest service(house());
  house().add_person("Ben", "ben@lakeside.example");
  for (const char* path : {"/sign-in/link", "/sign-in/forgotten"}) {
    BrowserUnderTest browser(service);
    const Shown known = browser.post(path, {{"email", "ben@lakeside.example"}});
    const Shown unknown = browser.post(path, {{"email", "zoe@lakeside.example"}});
    EXPECT_EQ(known.status, 200);
    EXPECT_EQ(known.body, unknown.body);
  }
  BrowserUnderTest browser(service);
  const auto wrong = [&](const std::string& email) {
    const Shown shown = browser.post("/sign-in/password", {{"email", email}, {"password", "guess"}});
    EXPECT_EQ(shown.status, 422);
    return std::regex_replace(shown.body, std::regex("ben@|zoe@"), "");
  };
  EXPECT_EQ(wrong("ben@lakeside.example"), wrong("zoe@lakeside.example"));
  house().settle();
}

TEST_P(SigningIn, ByPasswordAndCode) {
  const ServiceUnderTest service(house());
  BrowserUnderTest first(service), browser(service);
  become_admin(house(), first);
  house().clock.pass(base::one_minute);
  browser.get("/sign-in?to=/office/people");
  const Shown step =
      browser.submit("/sign-in/password", {{"email", "ada@office.example"}, {"password", journey_password}});
  EXPECT_EQ(step.location(), "/sign-in/code");
  EXPECT_FALSE(browser.cookies.contains("__Host-smm"));
  EXPECT_EQ(browser.get("/office/people").location(), "/sign-in?to=/office/people");
  browser.get("/sign-in/code");
  EXPECT_EQ(browser.submit("/sign-in/code", {{"code", "000000"}}).status, 422);
  // The app is not at hand: a recovery code from the office's page would do; here, none.
  EXPECT_FALSE(browser.cookies.contains("__Host-smm"));
}

TEST_P(SigningIn, MakesWhoTriesTooOftenWait) {
  const ServiceUnderTest service(house());
  BrowserUnderTest browser(service);
  const Fields fields = {{"email", "ben@lakeside.example"}, {"password", "guess"}};
  for (int i = 0; i < 5; ++i) EXPECT_EQ(browser.post("/sign-in/password", fields).status, 422);
  const Shown wait = browser.post("/sign-in/password", fields);
  EXPECT_EQ(wait.status, 429);
  EXPECT_EQ(wait.headers.value("Retry-After"), "60");
}

TEST_P(SigningIn, LeadsNowhereElse) {
  const ServiceUnderTest service(house());
  const app::Person ben = house().add_person("Ben", "ben@lakeside.example");
  for (const char* to : {"//evil.example", "https://evil.example", "/\\evil.example", "evil",
                         "javascript:alert(1)", "/%0d%0aSet-Cookie:x=y", ""}) {
    BrowserUnderTest browser(service);
    const std::string path = mailed_link(house(), {app::LinkUse::sign_in, ben.id, std::nullopt, to});
    browser.get(path);
    const std::string location = browser.submit(path).location();
    EXPECT_TRUE(location.starts_with('/') && !location.starts_with("//")) << to << " leads to " << location;
    EXPECT_EQ(location.find('\n'), std::string::npos);
  }
  BrowserUnderTest browser(service);
  EXPECT_FALSE(browser.get("/sign-in?to=//evil.example").says("//evil.example\""));
  sign_in(house(), browser, ben);
  EXPECT_EQ(browser.get("/sign-in?to=//evil.example").location(), "/");
}

TEST_P(SigningIn, RefusesFormsOfOthers) {
  const ServiceUnderTest service(house());
  const app::Person ben = house().add_person("Ben", "ben@lakeside.example");
  const std::string path = mailed_link(house(), {app::LinkUse::sign_in, ben.id});
  BrowserUnderTest browser(service);
  browser.extra_headers["Origin"] = "https://evil.example";
  EXPECT_EQ(browser.post(path).status, 403);
  browser.extra_headers["Origin"] = "";
  EXPECT_EQ(browser.post(path).status, 403);
  browser.extra_headers.clear();
  sign_in(house(), browser, ben);
  EXPECT_EQ(browser.send(http::Method::post, "/account/name", "name=Eve").status, 403);
  EXPECT_EQ(house().person(ben.id).name, "Ben");
}

TEST_P(SigningIn, EndsWhenAsked) {
  const ServiceUnderTest service(house());
  const app::Person ben = house().add_person("Ben", "ben@lakeside.example");
  BrowserUnderTest browser(service), other(service);
  sign_in(house(), browser, ben);
  sign_in(house(), other, ben);
  browser.get("/account");
  EXPECT_EQ(browser.post("/sign-out").location(), "/sign-in?done=signed_out");
  EXPECT_FALSE(browser.cookies.contains("__Host-smm"));
  EXPECT_TRUE(browser.get("/sign-in?done=signed_out").says("You are signed out."));
  EXPECT_EQ(other.get("/account").status, 200);
  other.post("/sign-out/everywhere");
  EXPECT_EQ(other.get("/account").location(), "/sign-in?to=/account");
  EXPECT_EQ(browser.json("/account").status, 401);
}

// ---- By somebody else's word

TEST_P(SigningIn, ByAProxyOnlyWhereItIsConfiguredAndTrusted) {
  house().add_person("Ben", "ben@lakeside.example");
  app::SignInSettings settings;
  const ServiceUnderTest without(house());
  settings.trusted_header = "X-Remote-Mail";
  const ServiceUnderTest with(house(), settings);
  const auto status = [&](const ServiceUnderTest& service, bool proxy, const std::string& email) {
    BrowserUnderTest browser(service);
    browser.through_proxy = proxy;
    browser.extra_headers["X-Remote-Mail"] = email;
    const Shown shown = browser.get("/sign-in/proxy?to=/account");
    EXPECT_EQ(shown.status == 303, browser.cookies.contains("__Host-smm"));
    return shown.status;
  };
  EXPECT_EQ(status(with, true, "ben@lakeside.example"), 303);
  EXPECT_NE(status(with, false, "ben@lakeside.example"), 303);
  EXPECT_NE(status(with, true, "eve@lakeside.example"), 303);
  EXPECT_NE(status(with, true, ""), 303);
  EXPECT_NE(status(without, true, "ben@lakeside.example"), 303);
}

class EchoProvider final : public app::IdentityProvider {
 public:
  base::Result<app::SignInStart> begin(const app::SignInWish&) override {
    return app::SignInStart{"https://id.example/authorize?x=1", {"state", "nonce", "verifier"}};
  }
  base::Result<app::VerifiedClaims> finish(const app::SignInReturn& came_back,
                                           const app::PendingSignIn& pending) override {
    EXPECT_EQ(came_back.state, pending.state);
    return app::VerifiedClaims{"https://id.example", "u1", "ben@lakeside.example", true, "Ben", "", {}, {}};
  }
};

TEST_P(SigningIn, ByAnIdentityProviderInTheBrowserThatBegan) {
  house().add_person("Ben", "ben@lakeside.example");
  EchoProvider provider;
  app::SignInSettings settings;
  settings.oidc_name = "Lakeside University";
  const ServiceUnderTest service(house(), settings, &provider);
  BrowserUnderTest browser(service), other(service);
  EXPECT_TRUE(browser.get("/sign-in?to=/account").says("Lakeside University"));
  EXPECT_EQ(browser.get("/sign-in/provider?to=/account").location(), "https://id.example/authorize?x=1");
  EXPECT_EQ(other.get("/sign-in/provider/return?code=c&state=state").status, 422);
  EXPECT_EQ(browser.get("/sign-in/provider/return?code=c&state=state").location(), "/account");
  EXPECT_EQ(browser.get("/account").status, 200);
}

}  // namespace
}  // namespace smm::web
