// SPDX-License-Identifier: Apache-2.0
// What anybody may ask without signing in.
#include <gtest/gtest.h>

#include "installation_under_test.hpp"
#include "web/routes/endpoints.hpp"
#include "web/session/mount.hpp"

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

}  // namespace
}  // namespace smm::web
