// SPDX-License-Identifier: Apache-2.0
#include "web/http/negotiation.hpp"

#include <gtest/gtest.h>

#include <string>

namespace smm::web::http {
namespace {

Headers with(const std::string& name, const std::string& value) {
  Headers headers;
  headers.add(name, value);
  return headers;
}

TEST(Negotiation, GzipIsTakenWhenItIsNotLikedLess) {
  for (const char* yes : {"gzip", "GZIP", "br, gzip", "gzip;q=0.001", "*", "br;q=1, *;q=0.1",
                          "gzip ; q=1.000", "identity;q=0.5, gzip;q=0.5", "gzip;q=bad, gzip"})
    EXPECT_TRUE(takes_gzip(with("Accept-Encoding", yes))) << yes;
  for (const char* no : {"", "br", "gzip;q=0", "gzip;q=0.000", "*;q=0", "gzip;q=0, *", "identity, gzip;q=0.5",
                         "gzip;q=2", "gzip;q=0.5000", "gzip;q=-1", "gzipped", "gzip;q="})
    EXPECT_FALSE(takes_gzip(with("Accept-Encoding", no))) << no;
  EXPECT_FALSE(takes_gzip({}));
}

TEST(Negotiation, TheOfferThatIsLikedBestWinsAndTheFirstAmongEquals) {
  const auto preferred = [](const std::string& accept) {
    return preferred_type(with("Accept", accept), {"text/html", "application/json"});
  };
  EXPECT_EQ(preferred_type({}, {"text/html", "application/json"}), "text/html");
  EXPECT_EQ(preferred("*/*"), "text/html");
  EXPECT_EQ(preferred("application/json"), "application/json");
  EXPECT_EQ(preferred("text/html;q=0.5, application/json"), "application/json");
  EXPECT_EQ(preferred("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"), "text/html");
  EXPECT_EQ(preferred("application/*;q=0.9, text/*;q=0.8"), "application/json");
  EXPECT_EQ(preferred("*/*, text/html;q=0"), "application/json");
  EXPECT_EQ(preferred("image/png"), "");
}

TEST(Negotiation, JsonIsForWhoAsksForIt) {
  for (const char* yes :
       {"application/json", "application/json, text/html;q=0.9", "application/json, */*;q=0.5",
        "text/html;q=0, */*", "Application/JSON; charset=utf-8"})
    EXPECT_TRUE(prefers_json(with("Accept", yes))) << yes;
  for (const char* no : {"", "*/*", "text/html", "text/html, application/json", "application/json;q=0",
                         "text/html, application/xhtml+xml, application/xml;q=0.9, image/avif, */*;q=0.8",
                         "application/json;q=0.9, */*", "application/jsonlines", "image/png"})
    EXPECT_FALSE(prefers_json(with("Accept", no))) << no;
  EXPECT_FALSE(prefers_json({}));
}

TEST(Negotiation, VaryGrowsByWhatItDoesNotSay) {
  for (const auto& [before, after] : {std::pair{"", "Accept"},
                                      {"accept", "accept"},
                                      {"Accept-Encoding", "Accept-Encoding, Accept"},
                                      {"Cookie , ACCEPT", "Cookie , ACCEPT"},
                                      {"*", "*"}}) {
    Headers headers;
    if (*before != '\0') headers.add("Vary", before);
    vary_on(headers, "Accept");
    EXPECT_EQ(headers.joined("Vary"), after);
  }
}

}  // namespace
}  // namespace smm::web::http
