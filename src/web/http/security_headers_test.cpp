// SPDX-License-Identifier: Apache-2.0
#include "web/http/security_headers.hpp"

#include <gtest/gtest.h>

#include <string>

namespace smm::web::http {
namespace {

Response secured(Response response, bool signed_in = false, const std::string& scheme = "http",
                 const SecurityPolicy& policy = {}) {
  Request request;
  request.scheme = scheme;
  add_security_headers(policy, request, signed_in, response);
  return response;
}

TEST(SecurityHeaders, AreThese) {
  const Headers headers = secured(html_response(200, "")).headers;
  EXPECT_EQ(headers.value("Content-Security-Policy"),
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
            "connect-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action "
            "'self'");
  EXPECT_EQ(headers.value("Referrer-Policy"), "same-origin");
  EXPECT_EQ(headers.value("Cross-Origin-Opener-Policy"), "same-origin");
  EXPECT_EQ(headers.value("Cross-Origin-Resource-Policy"), "same-origin");
  EXPECT_EQ(headers.value("X-Frame-Options"), "DENY");
  EXPECT_NE(headers.value("Permissions-Policy").find("camera=()"), std::string::npos);
  EXPECT_EQ(headers.value("Vary"), "Accept");
  EXPECT_EQ(headers.count("Strict-Transport-Security"), 0U);
  EXPECT_EQ(headers.count("Cache-Control"), 0U);
}

TEST(SecurityHeaders, HttpsIsKept) {
  EXPECT_EQ(secured({}, false, "https").headers.value("Strict-Transport-Security"), "max-age=31536000");
}

TEST(SecurityHeaders, FormsLeadWhereTheyAreSentToSignIn) {
  const auto policy = secured({}, false, "https", {{"https://login.example"}}).headers;
  EXPECT_TRUE(policy.value("Content-Security-Policy").ends_with("form-action 'self' https://login.example"));
}

TEST(SecurityHeaders, WhatSomebodySignedInSeesIsNotStored) {
  Response response = html_response(200, "");
  response.headers.add("Cache-Control", "max-age=60");
  EXPECT_EQ(secured(response, true).headers.joined("Cache-Control"), "no-store");
}

TEST(SecurityHeaders, WhatIsPublicStaysSo) {
  Response response;
  response.headers.add("Cache-Control", "Public, max-age=31536000, immutable");
  const Headers headers = secured(response, true).headers;
  EXPECT_EQ(headers.joined("Cache-Control"), "Public, max-age=31536000, immutable");
  EXPECT_EQ(headers.count("Vary"), 0U);
}

TEST(SecurityHeaders, ATighterPolicyIsKept) {
  Response response;
  response.headers.add("Content-Security-Policy", "sandbox");
  EXPECT_EQ(secured(response).headers.joined("Content-Security-Policy"), "sandbox");
}

}  // namespace
}  // namespace smm::web::http
