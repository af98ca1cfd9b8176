// SPDX-License-Identifier: Apache-2.0
// Against a provider that is played here, so that it can misbehave. real_provider_test.cpp has a real one.
#include "adapters/openid_provider.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>

#include "adapters/loopback_sign_in_test.hpp"
#include "adapters/problems.hpp"
#include "app/problems.hpp"
#include "base/environment_error.hpp"
#include "crypto/base64.hpp"
#include "crypto/hash.hpp"
#include "jwt_signer.hpp"
#include "scratch_folder.hpp"

namespace smm::adapters {
namespace {

using crypto::JwtAlgorithm;

const std::string issuer = "https://login.example.org";
const std::string description = R"({"issuer": "https://login.example.org",
  "authorization_endpoint": "https://login.example.org/auth", "token_endpoint": "https://login.example.org/token",
  "userinfo_endpoint": "https://login.example.org/me", "jwks_uri": "https://login.example.org/keys"})";

const test::JwtSigner& first_signer() {
  static const test::JwtSigner signer(JwtAlgorithm::es256);
  return signer;
}

const test::JwtSigner& second_signer() {
  static const test::JwtSigner signer(JwtAlgorithm::es256);
  return signer;
}

// Answers by path, and remembers what it was asked.
class PlayedProvider final : public HttpClient {
 public:
  PlayedProvider() {
    answers["/.well-known/openid-configuration"] = {200, description};
    show_key(first_signer(), "first");
    answers["/me"] = {401, ""};
  }

  base::Result<HttpAnswer> ask(const HttpQuestion& question) override {
    questions.push_back(question);
    const std::string path = question.url.substr(issuer.size());
    if (!answers.contains(path)) return base::Problem(app::problem::identity_provider_unreachable, "gone");
    return answers[path];
  }

  void show_key(const test::JwtSigner& signer, const std::string& id) {
    answers["/keys"] = {200, "{\"keys\": [" + signer.json_key(id) + "]}"};
  }

  // `more` are further claims, each with a comma before it.
  void give_token(const test::JwtSigner& signer, const std::string& key, const std::string& nonce,
                  base::Instant now, const std::string& more = "") {
    const std::string claims = R"({"iss": ")" + issuer + R"(", "aud": "smm", "sub": "ana", "nonce": ")" +
                               nonce + R"(", "iat": )" + std::to_string(now.seconds()) + R"(, "exp": )" +
                               std::to_string(now.seconds() + 60) + more + "}";
    const std::string token = signer.token(R"({"alg": "ES256", "kid": ")" + key + "\"}", claims);
    answers["/token"] = {200,
                         R"({"access_token": "at", "token_type": "Bearer", "id_token": ")" + token + "\"}"};
  }

  int times_asked(const std::string& path) const {
    return static_cast<int>(std::ranges::count(questions, issuer + path, &HttpQuestion::url));
  }

  std::map<std::string, HttpAnswer> answers;
  std::vector<HttpQuestion> questions;
};

class OpenIdSignIn : public testing::Test {
 protected:
  OpenIdProvider provider() {
    return OpenIdProvider(
        {.issuer = issuer, .client_id = "smm", .return_url = "https://smm.example.org/return"}, played_,
        clock_);
  }

  base::Result<app::VerifiedClaims> signed_in(OpenIdProvider& provider, const test::JwtSigner& signer,
                                              const std::string& key, const std::string& more = "") {
    const auto pending = provider.begin({}).value().pending;
    played_.give_token(signer, key, pending.nonce, clock_.now(), more);
    return provider.finish({.code = "code", .state = pending.state}, pending);
  }

  std::string code_of(const base::Result<app::VerifiedClaims>& claims) {
    return claims ? "" : std::string(claims.problems().front().code);
  }

  PlayedProvider played_;
  StandingClock clock_;
  test::ScratchFolder secrets_;
};

std::string parameter(const std::string& url, const std::string& name) {
  std::smatch match;
  return std::regex_search(url, match, std::regex("[?&]" + name + "=([^&]*)")) ? match[1].str() : "";
}

TEST_F(OpenIdSignIn, BeginsWithWhatTheReturnIsHeldAgainst) {
  OpenIdProvider sign_in = provider();
  const auto start = sign_in.begin({}).value();
  EXPECT_TRUE(start.url.starts_with("https://login.example.org/auth?response_type=code&client_id=smm&"));
  EXPECT_EQ(parameter(start.url, "redirect_uri"), "https%3A%2F%2Fsmm.example.org%2Freturn");
  EXPECT_EQ(parameter(start.url, "scope"), "openid%20email%20profile");
  EXPECT_EQ(parameter(start.url, "state"), start.pending.state);
  EXPECT_EQ(parameter(start.url, "nonce"), start.pending.nonce);
  EXPECT_EQ(parameter(start.url, "code_challenge_method"), "S256");
  EXPECT_EQ(parameter(start.url, "code_challenge"),
            crypto::base64url(crypto::sha256_bytes(start.pending.code_verifier)));
  EXPECT_EQ(start.url.find(start.pending.code_verifier), std::string::npos);
  EXPECT_EQ(start.url.find("prompt="), std::string::npos);
  const auto next = sign_in.begin({}).value().pending;
  EXPECT_NE(next.state, start.pending.state);
  EXPECT_NE(next.nonce, start.pending.nonce);
  EXPECT_NE(next.code_verifier, start.pending.code_verifier);
  EXPECT_EQ(start.pending.state.size(), 43U);
}

TEST_F(OpenIdSignIn, BeginsWithAHintOrAnew) {
  OpenIdProvider sign_in = provider();
  const auto start = sign_in.begin({.login_hint = "ana+x@example.org", .sign_in_anew = true}).value();
  EXPECT_EQ(parameter(start.url, "login_hint"), "ana%2Bx%40example.org");
  EXPECT_EQ(parameter(start.url, "prompt"), "login");
  EXPECT_EQ(parameter(start.url, "max_age"), "0");
  EXPECT_EQ(start.pending.signed_in_since, clock_.now());
  played_.give_token(first_signer(), "first", start.pending.nonce, clock_.now());
  const auto old = sign_in.finish({.code = "code", .state = start.pending.state}, start.pending);
  EXPECT_EQ(code_of(old), "id_token_refused");  // the token does not say when the person signed in
}

TEST_F(OpenIdSignIn, FinishesWithClaims) {
  OpenIdProvider sign_in = provider();
  const auto claims =
      signed_in(sign_in, first_signer(), "first", R"(, "email": "ana@example.org", "email_verified": true)");
  ASSERT_TRUE(claims.ok()) << to_string(claims.problems().front());
  EXPECT_EQ(claims->subject, "ana");
  EXPECT_EQ(claims->email, "ana@example.org");
  EXPECT_EQ(played_.times_asked("/me"), 0);
  EXPECT_TRUE(signed_in(sign_in, first_signer(), "first").ok());
  EXPECT_EQ(played_.times_asked("/keys"), 1);
  EXPECT_EQ(played_.times_asked("/.well-known/openid-configuration"), 1);
}

TEST_F(OpenIdSignIn, ReturnsThatDoNotMatchAskNothing) {
  OpenIdProvider sign_in = provider();
  const auto pending = sign_in.begin({}).value().pending;
  played_.give_token(first_signer(), "first", pending.nonce, clock_.now());
  const std::string other = sign_in.begin({}).value().pending.state;
  const app::SignInReturn returns[] = {
      {.code = "code"},
      {.code = "code", .state = other},
      {.code = "code", .state = pending.state + "x"},
      {.code = "code", .state = pending.state, .issuer = "https://evil.example"},
      {.state = pending.state}};
  for (const auto& came_back : returns)
    EXPECT_EQ(code_of(sign_in.finish(came_back, pending)), "sign_in_not_matching") << came_back.state;
  EXPECT_EQ(code_of(sign_in.finish({.code = "code"}, {})), "sign_in_not_matching");  // nothing began
  EXPECT_EQ(played_.times_asked("/token"), 0);
}

TEST_F(OpenIdSignIn, AProviderThatNamesItselfHasToDoSo) {
  std::string names_itself = description;
  names_itself.insert(1, R"("authorization_response_iss_parameter_supported": true, )");
  played_.answers["/.well-known/openid-configuration"] = {200, names_itself};
  OpenIdProvider sign_in = provider();
  const auto pending = sign_in.begin({}).value().pending;
  played_.give_token(first_signer(), "first", pending.nonce, clock_.now());
  EXPECT_EQ(code_of(sign_in.finish({.code = "code", .state = pending.state}, pending)),
            "sign_in_not_matching");
  EXPECT_TRUE(sign_in.finish({.code = "code", .state = pending.state, .issuer = issuer}, pending).ok());
}

TEST_F(OpenIdSignIn, ADeclineIsToldWithoutForeignText) {
  OpenIdProvider sign_in = provider();
  const auto pending = sign_in.begin({}).value().pending;
  const auto declined = sign_in.finish({.state = pending.state, .error = "access_denied"}, pending);
  EXPECT_EQ(to_string(declined.problems().front()),
            "sign_in_declined: the identity provider did not sign you in: access_denied");
  const auto odd = sign_in.finish({.state = pending.state, .error = "<b>call 555</b>"}, pending);
  EXPECT_EQ(odd.problems().front().sentence,
            "the identity provider did not sign you in: an error without a name");
}

TEST_F(OpenIdSignIn, ANewKeyIsFetchedOnceAMinute) {
  OpenIdProvider sign_in = provider();
  ASSERT_TRUE(signed_in(sign_in, first_signer(), "first").ok());
  EXPECT_EQ(code_of(signed_in(sign_in, second_signer(), "second")), "id_token_refused");
  EXPECT_EQ(played_.times_asked("/keys"), 1);  // read a moment ago
  clock_.time = clock_.time + base::one_minute;
  played_.show_key(second_signer(), "second");
  EXPECT_TRUE(signed_in(sign_in, second_signer(), "second").ok());
  EXPECT_EQ(played_.times_asked("/keys"), 2);
  EXPECT_EQ(code_of(signed_in(sign_in, first_signer(), "first")),
            "id_token_refused");  // no longer the provider's
  EXPECT_EQ(played_.times_asked("/keys"), 2);
}

TEST_F(OpenIdSignIn, KeysAreReadAnewAfterAnHour) {
  OpenIdProvider sign_in = provider();
  ASSERT_TRUE(signed_in(sign_in, first_signer(), "first").ok());
  clock_.time = clock_.time + base::one_hour;
  ASSERT_TRUE(signed_in(sign_in, first_signer(), "first").ok());
  EXPECT_EQ(played_.times_asked("/keys"), 2);
  clock_.time = clock_.time + -base::one_day;  // a clock that was set back
  ASSERT_TRUE(signed_in(sign_in, first_signer(), "first").ok());
  EXPECT_EQ(played_.times_asked("/keys"), 3);
}

TEST_F(OpenIdSignIn, TheAddressMayComeFromUserinfo) {
  OpenIdProvider sign_in = provider();
  played_.answers["/me"] = {
      200, R"({"sub": "ana", "email": "ana@example.org", "email_verified": true, "name": "Ana"})"};
  auto claims = signed_in(sign_in, first_signer(), "first");
  ASSERT_TRUE(claims.ok());
  EXPECT_EQ(claims->email, "ana@example.org");
  EXPECT_TRUE(claims->email_verified);
  EXPECT_EQ(claims->name, "Ana");
  EXPECT_EQ(played_.questions.back().bearer, "at");
  for (const char* other : {R"({"sub": "eve", "email": "ana@example.org", "email_verified": true})",
                            R"({"email": "ana@example.org"})", "no JSON"}) {
    played_.answers["/me"] = {200, other};
    claims = signed_in(sign_in, first_signer(), "first");
    ASSERT_TRUE(claims.ok()) << other;
    EXPECT_EQ(claims->email, "") << other;
    EXPECT_FALSE(claims->email_verified) << other;
  }
}

TEST_F(OpenIdSignIn, TheClientProvesItselfAsTheProviderAsks) {
  const OpenIdSettings settings = {.issuer = issuer,
                                   .client_id = "smm",
                                   .client_secret_file = secrets_.write("secret", "s3cret\n"),
                                   .return_url = "https://smm.example.org/return"};
  for (const bool by_form : {false, true}) {
    std::string asks = description;
    if (by_form) asks.insert(1, R"("token_endpoint_auth_methods_supported": ["client_secret_post"], )");
    played_.answers["/.well-known/openid-configuration"] = {200, asks};
    OpenIdProvider sign_in(settings, played_, clock_);
    ASSERT_TRUE(signed_in(sign_in, first_signer(), "first").ok());
    const auto question = *std::ranges::find(played_.questions.rbegin(), played_.questions.rend(),
                                             issuer + "/token", &HttpQuestion::url);
    EXPECT_EQ(question.user, by_form ? "" : "smm");
    EXPECT_EQ(question.password, by_form ? "" : "s3cret");
    const bool in_form = form_text(question.form).find("client_secret=s3cret") != std::string::npos;
    EXPECT_EQ(in_form, by_form);
  }
  EXPECT_THROW(OpenIdProvider({.issuer = issuer,
                               .client_id = "smm",
                               .client_secret_file = secrets_.path("absent"),
                               .return_url = "https://smm.example.org/return"},
                              played_, clock_),
               base::EnvironmentError);
}

struct ExchangeCase {
  HttpAnswer answer;
  const char* code;
};

TEST_F(OpenIdSignIn, AnswersOfTheTokenEndpointAreToldApart) {
  const ExchangeCase cases[] = {
      {{400, R"({"error": "invalid_grant"})"}, "sign_in_declined"},
      {{401, R"({"error": "invalid_client"})"}, "identity_provider_unusable"},
      {{400, "<html>"}, "identity_provider_unusable"},
      {{302, ""}, "identity_provider_unusable"},
      {{503, ""}, "identity_provider_unreachable"},
      {{429, ""}, "identity_provider_unreachable"},
      {{200, "<html>"}, "identity_provider_unusable"},
      {{200, R"({"access_token": "at"})"}, "identity_provider_unusable"},
      {{200, R"({"id_token": "a.b.c"})"}, "id_token_refused"},
  };
  OpenIdProvider sign_in = provider();
  const auto pending = sign_in.begin({}).value().pending;
  for (const ExchangeCase& tried : cases) {
    played_.answers["/token"] = tried.answer;
    const auto claims = sign_in.finish({.code = "code", .state = pending.state}, pending);
    EXPECT_EQ(code_of(claims), tried.code) << tried.answer.status << " " << tried.answer.body;
  }
}

struct DescriptionCase {
  const char* old;
  const char* fresh;
};

TEST_F(OpenIdSignIn, DescriptionsThatCannotBeTrustedAreRefused) {
  const DescriptionCase cases[] = {
      {R"("issuer": "https://login.example.org")", R"("issuer": "https://login.example.org/")"},
      {R"("issuer": "https://login.example.org",)", ""},
      {"https://login.example.org/token", "http://login.example.org/token"},
      {"https://login.example.org/auth", "javascript:alert(1)"},
      {"https://login.example.org/keys", "file:///etc/passwd"},
      {"https://login.example.org/me", "http://login.example.org/me"},
      {R"("token_endpoint")", R"("tokens_endpoint")"},
      {R"("issuer")", R"("code_challenge_methods_supported": ["plain"], "issuer")"},
      {R"("issuer")", R"("response_types_supported": ["id_token"], "issuer")"},
      {R"("issuer")", R"("jwks_uri": "https://evil.example", "issuer")"},
      {"{", "["},
  };
  ASSERT_TRUE(read_provider_description(description, issuer).ok());
  for (const DescriptionCase& tried : cases) {
    std::string json = description;
    json.replace(json.find(tried.old), std::string(tried.old).size(), tried.fresh);
    const auto read = read_provider_description(json, issuer);
    ASSERT_FALSE(read.ok()) << tried.fresh;
    EXPECT_EQ(read.problems().front().code, app::problem::identity_provider_unusable.code);
  }
}

TEST_F(OpenIdSignIn, AnAbsentProviderIsAProblemAndIsAskedAgain) {
  played_.answers.erase("/.well-known/openid-configuration");
  OpenIdProvider sign_in = provider();
  const auto start = sign_in.begin({});
  ASSERT_FALSE(start.ok());
  EXPECT_EQ(start.problems().front().code, "identity_provider_unreachable");
  played_.answers["/.well-known/openid-configuration"] = {404, ""};
  EXPECT_EQ(sign_in.begin({}).problems().front().code, "identity_provider_unusable");
  played_.answers["/.well-known/openid-configuration"] = {200, description};
  EXPECT_TRUE(sign_in.begin({}).ok());
}

TEST_F(OpenIdSignIn, SettingsThatAreUnsafeOrIncompleteAreProblems) {
  const OpenIdSettings good = {
      .issuer = issuer, .client_id = "smm", .return_url = "https://smm.example.org/return"};
  EXPECT_TRUE(problems_of(good).empty());
  using Spoil = void (*)(OpenIdSettings&);
  const Spoil spoils[] = {[](OpenIdSettings& settings) { settings.issuer = "http://login.example.org"; },
                          [](OpenIdSettings& settings) { settings.issuer += "?x=1"; },
                          [](OpenIdSettings& settings) { settings.client_id = ""; },
                          [](OpenIdSettings& settings) { settings.return_url = "/return"; },
                          [](OpenIdSettings& settings) { settings.scopes = "email openidx"; },
                          [](OpenIdSettings& settings) { settings.skew_seconds = -1; }};
  for (std::size_t i = 0; i < std::size(spoils); ++i) {
    OpenIdSettings settings = good;
    spoils[i](settings);
    ASSERT_EQ(problems_of(settings).size(), 1U) << i;
    EXPECT_EQ(problems_of(settings)[0].code, problem::bad_sign_in_setting.code);
  }
}

}  // namespace
}  // namespace smm::adapters
