// SPDX-License-Identifier: Apache-2.0
#include "web/http/cookies.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace smm::web::http {
namespace {

struct CookieCase {
  std::string field;
  std::optional<std::string> session;
};

TEST(Cookies, OneIsReadOrNone) {
  const std::vector<CookieCase> cases{
      {"__Host-session=abc", "abc"},
      {"__Host-session=", ""},
      {"a=b; __Host-session=a-b_c.d~1=; c=d", "a-b_c.d~1="},
      {"a=b;__Host-session=x;c=d", "x"},
      {"a=\"b\\\"c\"; ; =; noname; __Host-session=x", "x"},  // others may be what they like
      {"", std::nullopt},
      {"session=x", std::nullopt},
      {"__Host-sessions=x", std::nullopt},
      {"X__Host-session=x", std::nullopt},
      {"__host-session=x", std::nullopt},
      {"__Host-session", std::nullopt},
      {"__Host-session =x", std::nullopt},
      {"__Host-session=x; __Host-session=x", std::nullopt},
      {"__Host-session=\"x\"", std::nullopt},
      {"__Host-session=a b", std::nullopt},
      {"__Host-session=a,b", std::nullopt},
      {"__Host-session=a\\b", std::nullopt},
      {"__Host-session=\xC3\xA4", std::nullopt},
      {"__Host-session=a\tb", std::nullopt},
  };
  for (const CookieCase& one : cases) {
    Headers headers;
    headers.add("Cookie", one.field);
    EXPECT_EQ(cookie(headers, "session"), one.session) << one.field;
  }
}

TEST(Cookies, TwoFieldsAreNoBrowsers) {
  Headers headers;
  EXPECT_EQ(cookie(headers, "session"), std::nullopt);
  headers.add("Cookie", "__Host-session=x");
  headers.add("cookie", "a=b");
  EXPECT_EQ(cookie(headers, "session"), std::nullopt);
}

TEST(Cookies, AreWrittenForThisHostOnly) {
  Headers headers;
  set_cookie(headers, {"session", "abc", std::nullopt});
  set_cookie(headers, {"theme", "dark", std::chrono::hours(1)});
  delete_cookie(headers, "session");
  std::vector<std::string> fields;
  for (const Header& field : headers) fields.push_back(field.name + ": " + field.value);
  EXPECT_EQ(fields, (std::vector<std::string>{
                        "Set-Cookie: __Host-session=abc; Path=/; Secure; HttpOnly; SameSite=Lax",
                        "Set-Cookie: __Host-theme=dark; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=3600",
                        "Set-Cookie: __Host-session=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0"}));
}

TEST(CookiesDeathTest, OursAreMadeOfCookieLetters) {
  Headers headers;
  EXPECT_DEATH(set_cookie(headers, {"session", "a;b", {}}), "");
  EXPECT_DEATH(set_cookie(headers, {"session", "a\r\nb", {}}), "");
  EXPECT_DEATH(set_cookie(headers, {"a=b", "c", {}}), "");
  EXPECT_DEATH(set_cookie(headers, {"", "c", {}}), "");
}

}  // namespace
}  // namespace smm::web::http
