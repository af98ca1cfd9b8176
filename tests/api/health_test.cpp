// SPDX-License-Identifier: Apache-2.0
// What anybody may ask without signing in.
#include <gtest/gtest.h>

#include "browser_under_test.hpp"

namespace smm::web {
namespace {

TEST(Health, TheDatabaseAnswers) {
  const auto house = test::InstallationUnderTest::on_sqlite();
  const Site site{house->installation(), house->pages(), {}, {}, [](std::string_view) {}};
  http::Router router;
  mount(router, site, health_endpoints({site, {}, "1"}));
  http::Request request;
  request.path = request.target = "/healthz";
  EXPECT_EQ(router.answer(request).status, 200);
}

// ---- Counters: for programs of this machine that ask directly and by its own name.

struct AskedBy {
  const char* peer = "127.0.0.1";
  const char* host = "127.0.0.1:8080";
  bool through_proxy = false;
  const char* handed_on = nullptr;  // a header of the proxy's
};

int metrics_status(const ServiceUnderTest& service, const AskedBy& asked) {
  http::Request request;
  request.path = request.target = "/metrics";
  request.peer = request.client = asked.peer;
  request.host = asked.host;
  request.through_proxy = asked.through_proxy;
  if (asked.handed_on != nullptr) request.headers.add(asked.handed_on, "192.0.2.1");
  return service.answer(std::move(request)).status;
}

TEST(Metrics, AreForThisMachineAlone) {
  const auto house = test::InstallationUnderTest::on_sqlite();
  const ServiceUnderTest service(*house);
  EXPECT_EQ(metrics_status(service, {}), 200);
  EXPECT_EQ(metrics_status(service, {.peer = "::1", .host = "[::1]:8080"}), 200);
  EXPECT_EQ(metrics_status(service, {.host = "localhost:8080"}), 200);
  for (const char* header : {"X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded"})
    EXPECT_EQ(metrics_status(service, {.through_proxy = true, .handed_on = header}), 404) << header;
  // A program of this machine comes from the address that the proxy comes from.
  EXPECT_EQ(metrics_status(service, {.through_proxy = true}), 200);
  EXPECT_EQ(metrics_status(service, {.peer = "192.0.2.1"}), 404);
  EXPECT_EQ(metrics_status(service, {.peer = "unix"}), 404);
  // A proxy that no setting names, on this machine, hands on the name that people use.
  EXPECT_EQ(metrics_status(service, {.host = "metrics.example.org"}), 404);
}

TEST(About, PagesAreForAnybody) {
  const auto house = test::InstallationUnderTest::on_sqlite();
  const ServiceUnderTest service(*house);
  BrowserUnderTest browser(service);
  for (const char* path : {"/about/privacy", "/about/accessibility", "/styleguide"}) {
    EXPECT_EQ(browser.get(path).status, 200) << path;
    EXPECT_EQ(browser.json(path).status, 200) << path;
  }
  EXPECT_TRUE(browser.get("/about/privacy").says("sealed"));
  EXPECT_TRUE(browser.get("/styleguide").says("<main"));
}

}  // namespace
}  // namespace smm::web
