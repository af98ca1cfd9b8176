// SPDX-License-Identifier: Apache-2.0
// The program itself, serving two offices on both engines over real sockets: which name leads where, what an
// unknown name is told, what goes on when one office cannot be opened, and whose sender and address mails
// have.
#include "offices_under_test.hpp"

namespace smm::offices {
namespace {

SMM_OFFICES_ON_EACH_DATABASE(ServedOffices);

TEST_P(ServedOffices, AreReachedByTheirNamesAndStrangersAreToldNothing) {
  const std::string rivers = link_in(smm("office add rivers"));
  const std::string hills = link_in(smm("office add hills"));
  ASSERT_NE(rivers, "");
  ASSERT_NE(hills, "");
  serve();
  for (const char* host : {"rivers.example.org", "RIVERS.EXAMPLE.ORG:443", "rivers.example.org."})
    EXPECT_EQ(status(host, "/sign-in"), 200) << host;
  EXPECT_EQ(status("rivers.example.org", rivers), 200);
  EXPECT_EQ(status("hills.example.org", hills), 200);
  // The same link at the other's name is as one that never was.
  const std::string unknown = rivers.substr(0, rivers.size() - 12) + "aaaaaaaaaaaa";
  EXPECT_NE(status("hills.example.org", rivers), 200);
  EXPECT_EQ(status("hills.example.org", rivers), status("hills.example.org", unknown));
  EXPECT_EQ(status("rivers.example.org", hills, "X-Forwarded-Host: hills.example.org\r\n"),
            status("rivers.example.org", unknown));
  for (const char* host : {"example.org", "127.0.0.1", "rivers", "rivers.example.org.evil.example"}) {
    for (const char* what : {"/", "/sign-in", "/static/app.css", "/metrics", "/openapi.json", "/nothing"}) {
      const std::string answer = get(host, what);
      EXPECT_EQ(status_of(answer), 421) << host << what;
      EXPECT_EQ(answer.find("rivers.example"), std::string::npos) << answer;
      EXPECT_EQ(answer.find("hills"), std::string::npos) << answer;
    }
    EXPECT_EQ(status(host, "/healthz"), 200) << host;
  }
  EXPECT_EQ(status_of(asked(port(),
                            "POST /sign-in HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 3\r\n"
                            "Connection: close\r\n\r\nabc")),
            421);
}

TEST_P(ServedOffices, CountForThemselves) {
  smm("office add rivers");
  smm("office add hills");
  serve();
  for (int i = 0; i < 3; ++i) status("rivers.example.org", "/sign-in");
  EXPECT_TRUE(eventually([&] {
    return get("127.0.0.1", "/offices/rivers/metrics").find("route=\"sign_in\",status=\"2xx\"} 3") !=
           std::string::npos;
  })) << get("127.0.0.1", "/offices/rivers/metrics");
  EXPECT_EQ(get("127.0.0.1", "/offices/hills/metrics").find("route=\"sign_in\""), std::string::npos);
  EXPECT_EQ(status("127.0.0.1", "/offices/lakes/metrics"), 421);
  EXPECT_EQ(status("evil.example", "/offices/rivers/metrics"), 421);
  EXPECT_EQ(status("hills.example.org", "/offices/rivers/metrics"), 404);
}

TEST_P(ServedOffices, OneThatCannotBeOpenedKeepsNobodyElseOut) {
  smm("office add hills");
  serve();
  EXPECT_EQ(status("hills.example.org", "/sign-in"), 200);
  EXPECT_EQ(status("rivers.example.org", "/sign-in"), 503);
  EXPECT_EQ(status("rivers.example.org", "/static/app.css"), 503);
  EXPECT_EQ(status("127.0.0.1", "/healthz"), 200);
  // A command makes what was missing, and the server finds it by itself.
  smm("office add rivers");
  EXPECT_TRUE(eventually([&] { return status("rivers.example.org", "/sign-in") == 200; }));
  EXPECT_EQ(status("hills.example.org", "/sign-in"), 200);
}

TEST_P(ServedOffices, WriteMailsWithTheirOwnSenderAndAddress) {
  smm("office add rivers");
  smm("office add hills");
  serve();
  const std::string on_rivers = " --office rivers";
  smm("roster import " + roster() + on_rivers);
  smm("round create 2026 --title Round --last-day 2099-10-31" + on_rivers);
  smm("round open 2026" + on_rivers);
  smm("round invite 2026" + on_rivers);
  const std::filesystem::path mails = path("rivers-mails");
  ASSERT_TRUE(
      eventually([&] { return std::filesystem::exists(mails) && !std::filesystem::is_empty(mails); }));
  for (const auto& entry : std::filesystem::directory_iterator(mails)) {
    const std::string mail = text_of(entry.path());
    EXPECT_NE(mail.find("office@rivers.example.org"), std::string::npos) << mail;
    EXPECT_NE(mail.find("rivers.example.org/link/"), std::string::npos) << mail;
    EXPECT_EQ(mail.find("hills"), std::string::npos) << mail;
  }
  EXPECT_FALSE(std::filesystem::exists(path("hills-mails")));
}

TEST_P(ServedOffices, AreEachACommandsToWorkOn) {
  const std::string list = smm("office list");
  EXPECT_NE(list.find("rivers\thttps://rivers.example.org\tnot there yet"), std::string::npos) << list;
  smm("office add rivers");
  EXPECT_NE(smm("office list").find("rivers\thttps://rivers.example.org\tthere"), std::string::npos);
  EXPECT_NE(smm("keys status --office rivers").find("offices/rivers.key"), std::string::npos);
  smm("backup " + path("rivers.backup") + " --office rivers");
  EXPECT_TRUE(std::filesystem::exists(path("rivers.backup")));
  smm("audit verify --office rivers");
  EXPECT_NE(smm("backup " + path("x") + " --office hills", 1).find("key_missing"), std::string::npos);
  EXPECT_NE(smm("backup " + path("x") + " --office lakes", 1).find("no_such_office"), std::string::npos);
  EXPECT_NE(smm("backup " + path("x"), 1).find("say which with --office"), std::string::npos);
  EXPECT_NE(smm("office add rivers").find("which was there"), std::string::npos);
}

}  // namespace
}  // namespace smm::offices
