// SPDX-License-Identifier: Apache-2.0
// People at their browsers: signed in by a link, and as an admin with one-time codes.
#pragma once

#include "app/people/links.hpp"
#include "app/people/set_up.hpp"
#include "base/base32.hpp"
#include "browser_under_test.hpp"
#include "crypto/totp.hpp"

namespace smm::web {

inline const std::string journey_password = "lantern moss ferry 8 quilt";

inline std::string mailed_link(test::InstallationUnderTest& house, const app::NewLink& link) {
  std::string url;
  house.write(
      [&](app::Records& records, base::Instant now) { url = app::make_link(*house, records, link, now); });
  return url.substr(std::string("https://metrics.example.org").size());
}

inline void sign_in(test::InstallationUnderTest& house, BrowserUnderTest& browser,
                    const app::Person& person) {
  const std::string path = mailed_link(house, {app::LinkUse::sign_in, person.id});
  browser.get(path);
  EXPECT_EQ(browser.submit(path).status, 303);
}

// The code that the app would show, from the key on the page.
inline std::string code_on(const Shown& page, base::Instant now) {
  std::smatch found;
  EXPECT_TRUE(std::regex_search(page.body, found, std::regex("id=\"secret-text\">([A-Z2-7 ]+)<")))
      << page.body;
  std::string secret;
  for (const char letter : found[1].str()) {
    if (letter >= 'A' && letter <= 'Z') secret += static_cast<char>(letter - 'A' + 'a');
    if (letter >= '2' && letter <= '7') secret += letter;
  }
  const auto step = crypto::totp_step(static_cast<std::uint64_t>(now.seconds()));
  return crypto::totp_code(base::from_base32(secret).value(), step);
}

// Sets the installation up, from the printed link to the front page.
inline void become_admin(test::InstallationUnderTest& house, BrowserUnderTest& browser) {
  const std::string url = app::set_up_link(*house).value().value();
  const std::string path = url.substr(std::string("https://metrics.example.org").size());
  browser.get(path);
  const Shown taken = browser.submit(
      path, {{"name", "Ada"}, {"email", "ada@office.example"}, {"password", journey_password}});
  EXPECT_EQ(taken.location(), "/account/second-factor") << taken.body;
  const Shown secret = browser.get("/account/second-factor");
  const Shown codes =
      browser.submit("/account/second-factor", {{"code", code_on(secret, house.clock.now())}});
  EXPECT_EQ(codes.status, 200) << codes.body;
}

}  // namespace smm::web
