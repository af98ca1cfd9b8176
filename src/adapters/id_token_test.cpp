// SPDX-License-Identifier: Apache-2.0
#include "adapters/id_token.hpp"

#include <gtest/gtest.h>

#include "app/problems.hpp"
#include "crypto/base64.hpp"
#include "jwt_signer.hpp"

namespace smm::adapters {
namespace {

using crypto::JwtAlgorithm;

constexpr std::int64_t now_seconds = 1'795'309'471;

const test::JwtSigner& curve_signer() {
  static const test::JwtSigner signer(JwtAlgorithm::es256);
  return signer;
}

KeySet known_keys() {
  return {{"curve-1", std::nullopt, curve_signer().public_key()}};
}

IdTokenWanted wanted() {
  return {.issuer = "https://login.example.org",
          .client_id = "smm",
          .nonce = "nonce-of-this-sign-in",
          .access_token = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y",
          .now = {now_seconds * base::one_second}};
}

const std::string good_header = R"({"alg":"ES256","kid":"curve-1","typ":"JWT"})";
const std::string good_claims = R"({"iss":"https://login.example.org","aud":"smm","sub":"248289761001",
  "exp":1795309771,"iat":1795309470,"nonce":"nonce-of-this-sign-in"})";

// The good claims with one piece of text replaced, or with more fields when `old` is "}".
std::string claims_with(const std::string& old, const std::string& fresh) {
  std::string claims = good_claims;
  const auto at = claims.rfind(old);
  EXPECT_NE(at, std::string::npos) << old;
  return claims.replace(at, old.size(), fresh);
}

std::string reason_of(const base::Result<app::VerifiedClaims>& claims) {
  if (claims) return "";
  EXPECT_EQ(claims.problems().front().code, app::problem::id_token_refused.code);
  const std::string& sentence = claims.problems().front().sentence;
  return sentence.substr(sentence.find(": ") + 2);
}

TEST(IdToken, ThatIsInOrderTellsWhoSignedIn) {
  const std::string claims = claims_with(
      "}",
      R"(,"email":"ana@example.org","email_verified":true,"name":"Ana","acr":"high","amr":["pwd","otp"],)"
      R"("auth_time":1795309400.5,"at_hash":"77QmUPtjPfzWtF2AnpK9RQ","unknown":{"a":[1]}})");
  const auto read = verified_id_token(curve_signer().token(good_header, claims), known_keys(), wanted());
  ASSERT_TRUE(read.ok()) << to_string(read.problems().front());
  EXPECT_EQ(read->issuer, "https://login.example.org");
  EXPECT_EQ(read->subject, "248289761001");
  EXPECT_EQ(read->email, "ana@example.org");
  EXPECT_TRUE(read->email_verified);
  EXPECT_EQ(read->name, "Ana");
  EXPECT_EQ(read->acr, "high");
  EXPECT_EQ(read->amr, (std::vector<std::string>{"pwd", "otp"}));
  EXPECT_EQ(read->authenticated, base::Instant{1'795'309'400 * base::one_second});
}

TEST(IdToken, MayLeaveOutWhatIsNotNeeded) {
  const auto read =
      verified_id_token(curve_signer().token(R"({"alg":"ES256"})", good_claims), known_keys(), wanted());
  ASSERT_TRUE(read.ok()) << to_string(read.problems().front());
  EXPECT_EQ(read->email, "");
  EXPECT_FALSE(read->email_verified);
  EXPECT_EQ(read->authenticated, std::nullopt);
}

struct ClaimCase {
  const char* old;
  const char* fresh;
  const char* reason;  // empty: accepted
};

const ClaimCase claim_cases[] = {
    {"https://login.example.org", "https://login.example.org/", "it is from another issuer"},
    {R"("iss":"https://login.example.org",)", "", "it is from another issuer"},
    {R"("smm")", R"("other")", "it is meant for somebody else"},
    {R"("smm")", R"("smm ")", "it is meant for somebody else"},
    {R"("smm")", "7", "it is meant for somebody else"},
    {R"("smm")", R"(["other"])", "it is meant for somebody else"},
    {R"("smm")", R"(["smm"])", ""},
    {R"("smm")", R"(["other","smm"])", "it was given to somebody else"},
    {R"("smm")", R"(["other","smm"],"azp":"smm")", ""},
    {R"("smm")", R"(["other","smm"],"azp":"other")", "it was given to somebody else"},
    {R"("smm")", R"("smm","azp":"other")", "it was given to somebody else"},
    {R"("smm")", R"("smm","azp":null)", "it was given to somebody else"},
    {R"("aud":"smm",)", "", "it is meant for somebody else"},
    {R"("248289761001")", R"("")", "it is about nobody"},
    {R"("248289761001")", "248289761001", "it is about nobody"},
    {"1795309771", "1795309352", ""},  // two minutes for clocks that differ
    {"1795309771", "1795309351", "it has expired"},
    {"1795309771", "\"1795309771\"", "it has expired"},
    {"1795309771", "1e400", "it has expired"},
    {"1795309771", "-1", "it has expired"},
    {R"("exp":1795309771,)", "", "it has expired"},
    {"1795309470", "1795309591", ""},
    {"1795309470", "1795309592", "it is from the future"},
    {R"("iat":1795309470,)", "", "it is from the future"},
    {R"("iat":1795309470,)", R"("iat":1795309470,"nbf":1795309591,)", ""},
    {R"("iat":1795309470,)", R"("iat":1795309470,"nbf":1795309592,)", "it does not hold yet"},
    {R"("iat":1795309470,)", R"("iat":1795309470,"nbf":"soon",)", "it does not hold yet"},
    {"nonce-of-this-sign-in", "nonce-of-another-one!", "it belongs to another sign-in"},
    {"nonce-of-this-sign-in", "", "it belongs to another sign-in"},
    {R"(,"nonce":"nonce-of-this-sign-in")", "", "it belongs to another sign-in"},
    {R"("nonce")", R"("at_hash":"77QmUPtjPfzWtF2AnpK9RA","nonce")", "it belongs to another access token"},
    {R"("nonce")", R"("at_hash":7,"nonce")", "it belongs to another access token"},
    {R"("nonce")", R"("sub":"root","nonce")", "it is no token"},  // the same name twice
};

TEST(IdToken, ClaimsDecideWhetherItIsAccepted) {
  for (const ClaimCase& tried : claim_cases) {
    const std::string claims = claims_with(tried.old, tried.fresh);
    const auto read = verified_id_token(curve_signer().token(good_header, claims), known_keys(), wanted());
    EXPECT_EQ(reason_of(read), tried.reason) << claims;
  }
}

TEST(IdToken, ThatMeansAnotherTimeIsRefusedAfterALongTime) {
  IdTokenWanted anew = wanted();
  anew.signed_in_since = anew.now + -base::one_minute;
  const auto token = [](const char* auth_time) {
    return curve_signer().token(good_header,
                                claims_with(R"("nonce")", std::string(auth_time) + R"("nonce")"));
  };
  EXPECT_EQ(reason_of(verified_id_token(token(R"("auth_time":1795309420,)"), known_keys(), anew)), "");
  EXPECT_EQ(reason_of(verified_id_token(token(R"("auth_time":1795309290,)"), known_keys(), anew)),
            "the person has not signed in anew");
  EXPECT_EQ(reason_of(verified_id_token(token(""), known_keys(), anew)), "the person has not signed in anew");
}

struct HeaderCase {
  const char* header;
  const char* reason;
};

const HeaderCase header_cases[] = {
    {R"({"alg":"none"})", "it is signed in a way that is not accepted here"},
    {R"({"alg":"None","kid":"curve-1"})", "it is signed in a way that is not accepted here"},
    {R"({"alg":"HS256","kid":"curve-1"})", "it is signed in a way that is not accepted here"},
    {R"({"alg":"ES384","kid":"curve-1"})", "it is signed in a way that is not accepted here"},
    {R"({"alg":["ES256"],"kid":"curve-1"})", "it is signed in a way that is not accepted here"},
    {R"({"kid":"curve-1"})", "it is signed in a way that is not accepted here"},
    {R"({"alg":"RS256","kid":"curve-1"})", "none of the provider's keys has signed it"},
    {R"({"alg":"ES256","kid":"curve-2"})", "none of the provider's keys has signed it"},
    {R"({"alg":"ES256","kid":"curve-1","typ":"at+jwt"})", "it is a token of another type"},
    {R"({"alg":"ES256","kid":"curve-1","typ":"logout+jwt"})", "it is a token of another type"},
    {R"({"alg":"ES256","kid":"curve-1","crit":["b64"],"b64":false})",
     "it asks for extensions that are not known here"},
    {R"({"alg":"ES256","alg":"none"})", "it is no token"},
    {R"(["ES256"])", "it is no token"},
    {R"({"alg":"ES256","kid":"curve-1","jwk":{"kty":"EC"},"jku":"https://evil.example/keys"})",
     ""},  // not heeded
};

TEST(IdToken, HeadersDecideWhetherItIsAccepted) {
  for (const HeaderCase& tried : header_cases) {
    const auto read =
        verified_id_token(curve_signer().token(tried.header, good_claims), known_keys(), wanted());
    EXPECT_EQ(reason_of(read), tried.reason) << tried.header;
  }
}

TEST(IdToken, OfAnotherSignerIsRefused) {
  const test::JwtSigner forger(JwtAlgorithm::es256);
  const std::string reason = "none of the provider's keys has signed it";
  EXPECT_EQ(reason_of(verified_id_token(forger.token(good_header, good_claims), known_keys(), wanted())),
            reason);
  EXPECT_EQ(reason_of(verified_id_token(curve_signer().token(good_header, good_claims), {}, wanted())),
            reason);
  KeySet for_another_algorithm = known_keys();
  for_another_algorithm[0].algorithm = JwtAlgorithm::rs256;
  EXPECT_EQ(reason_of(verified_id_token(curve_signer().token(good_header, good_claims), for_another_algorithm,
                                        wanted())),
            reason);
}

TEST(IdToken, ChangedAnywhereIsRefused) {
  const std::string token = curve_signer().token(good_header, good_claims);
  ASSERT_TRUE(verified_id_token(token, known_keys(), wanted()).ok());
  for (std::size_t i = 0; i < token.size(); ++i) {
    std::string changed = token;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(verified_id_token(changed, known_keys(), wanted()).ok()) << i;
  }
}

TEST(IdToken, OfAnotherFormIsRefused) {
  const std::string token = curve_signer().token(good_header, good_claims);
  const std::string head = token.substr(0, token.rfind('.'));
  for (const std::string& bad :
       {std::string(), std::string("."), std::string(".."), head, head + ".", "." + token, token + ".",
        token + ".x", token + "=", token + "\n", " " + token, std::string(100'000, 'x') + token})
    EXPECT_EQ(reason_of(verified_id_token(bad, known_keys(), wanted())).empty(), false) << bad.substr(0, 40);
}

TEST(IdToken, NamesAKeyThatIsNotKnown) {
  const KeySet keys = known_keys();
  EXPECT_FALSE(names_other_key(curve_signer().token(good_header, good_claims), keys));
  EXPECT_TRUE(names_other_key(curve_signer().token(R"({"alg":"ES256","kid":"curve-2"})", good_claims), keys));
  EXPECT_FALSE(names_other_key(curve_signer().token(R"({"alg":"ES256"})", good_claims), keys));
  EXPECT_FALSE(names_other_key("a.b.c", keys));
}

}  // namespace
}  // namespace smm::adapters
