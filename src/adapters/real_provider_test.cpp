// SPDX-License-Identifier: Apache-2.0
// Signing in at a real provider (tests/oidc, npm oidc-provider) on loopback: discovery, login form, consent,
// code, token, keys, userinfo.
#include <gtest/gtest.h>

#include <memory>

#include "adapters/loopback_sign_in_test.hpp"
#include "adapters/openid_provider.hpp"
#include "adapters/system_clock.hpp"
#include "app/problems.hpp"
#include "child_process.hpp"
#include "scratch_folder.hpp"

namespace smm::adapters {
namespace {

const std::string return_url = "http://127.0.0.1:9/sign-in/return";

class RealProvider : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    started_ = std::make_unique<test::ChildProcess>(std::vector<std::string>{"tests/oidc/start"});
    try {
      issuer_ = started_->line(std::chrono::seconds(300));
    } catch (const std::runtime_error&) {
      issuer_.clear();
      absent_ = started_->exit_code() == 3;
    }
  }
  static void TearDownTestSuite() { started_.reset(); }

  void SetUp() override {
    if (absent_) GTEST_SKIP() << "NOT TESTED: there is no Node here, or npm's registry cannot be reached.";
    ASSERT_NE(issuer_, "") << "the provider does not start";
  }

  OpenIdSettings settings(const std::string& client_id = "smm") const {
    return {.issuer = issuer_,
            .client_id = client_id,
            .client_secret_file = secrets_.write("secret", "secret of the client: %+&=\n"),
            .return_url = return_url};
  }

  // From the first click to the claims.
  base::Result<app::VerifiedClaims> signed_in(const OpenIdSettings& settings, const std::string& name,
                                              const app::SignInWish& wish = {}) {
    OpenIdProvider provider(settings, http_, clock_);
    const auto start = provider.begin(wish);
    if (!start) return start.problems();
    return provider.finish(browse_through(start->url, name, return_url), start->pending);
  }

  static inline std::unique_ptr<test::ChildProcess> started_;
  static inline std::string issuer_;
  static inline bool absent_ = false;
  test::ScratchFolder secrets_;
  CurlHttpClient http_{HttpLimits{}};
  SystemClock clock_;
};

TEST_F(RealProvider, VouchesForWhoSignsIn) {
  const auto claims = signed_in(settings(), "ana");
  ASSERT_TRUE(claims.ok()) << to_string(claims.problems().front());
  EXPECT_EQ(claims->issuer, issuer_);
  EXPECT_EQ(claims->subject, "ana");
  EXPECT_EQ(claims->email, "ana@example.org");
  EXPECT_TRUE(claims->email_verified);
  EXPECT_EQ(claims->name, "Dr. ana");
}

TEST_F(RealProvider, SaysWhenAnAddressIsNotVerified) {
  const auto claims = signed_in(settings(), "unverified");
  ASSERT_TRUE(claims.ok()) << to_string(claims.problems().front());
  EXPECT_EQ(claims->email, "unverified@example.org");
  EXPECT_FALSE(claims->email_verified);
}

TEST_F(RealProvider, MaySignWithOtherAlgorithmsAndTakeClientsWithoutASecret) {
  const auto by_ps256 = signed_in(settings("smm:ps256"), "ben");
  EXPECT_TRUE(by_ps256.ok()) << to_string(by_ps256.problems().front());
  OpenIdSettings open_client = settings("smm-public");
  open_client.client_secret_file.clear();
  const auto by_es256 = signed_in(open_client, "ben");
  EXPECT_TRUE(by_es256.ok()) << to_string(by_es256.problems().front());
}

TEST_F(RealProvider, AsksAgainWhenItHasTo) {
  const auto claims = signed_in(settings(), "ana", {.sign_in_anew = true});
  ASSERT_TRUE(claims.ok()) << to_string(claims.problems().front());
  ASSERT_TRUE(claims->authenticated.has_value());
  EXPECT_LT(clock_.now() - *claims->authenticated, base::one_minute);
}

TEST_F(RealProvider, TakesACodeOnceAndOnlyFromWhoeverBegan) {
  OpenIdProvider provider(settings(), http_, clock_);
  const auto start = provider.begin({}).value();
  const auto came_back = browse_through(start.url, "ana", return_url);
  app::PendingSignIn of_other_browser = start.pending;
  of_other_browser.code_verifier = std::string(43, 'a');
  const auto stolen = provider.finish(came_back, of_other_browser);
  ASSERT_FALSE(stolen.ok());
  EXPECT_EQ(stolen.problems().front().code, app::problem::sign_in_declined.code);
  const auto again = provider.begin({}).value();
  const auto came_back_again = browse_through(again.url, "ana", return_url);
  EXPECT_TRUE(provider.finish(came_back_again, again.pending).ok());
  EXPECT_FALSE(provider.finish(came_back_again, again.pending).ok());
}

TEST_F(RealProvider, RefusesAClientWithTheWrongSecret) {
  OpenIdSettings wrong = settings();
  wrong.client_secret_file = secrets_.write("wrong", "another");
  const auto claims = signed_in(wrong, "ana");
  ASSERT_FALSE(claims.ok());
  EXPECT_EQ(to_string(claims.problems().front()),
            "identity_provider_unusable: the identity provider refuses this installation: invalid_client");
}

}  // namespace
}  // namespace smm::adapters
