// SPDX-License-Identifier: Apache-2.0
#include "web/http/finish.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <stdexcept>
#include <string>

#include "web/http/etag.hpp"
#include "web/http/gzip.hpp"
#include "web/http/static_files.hpp"

namespace smm::web::http {
namespace {

const std::string long_text = [] {
  std::string text;
  for (int line = 0; line < 500; ++line) text += "line " + std::to_string(line * line) + "\n";
  return text;
}();

Request asking(const std::string& name = "", const std::string& value = "") {
  Request request;
  if (!name.empty()) request.headers.add(name, value);
  return request;
}

std::string unpacked(std::string_view packed, std::size_t size) {
  std::string out(size + 1, '\0');
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  inflateEnd(&stream);
  out.resize(stream.total_out);
  return out;
}

Response finished(const Request& request, Response response) {
  finish(request, response);
  return response;
}

TEST(Finish, TextIsCompressedForThoseWhoTakeIt) {
  const Response packed = finished(asking("Accept-Encoding", "gzip"), html_response(200, long_text));
  EXPECT_EQ(packed.headers.value("Content-Encoding"), "gzip");
  EXPECT_EQ(packed.headers.value("Vary"), "Accept-Encoding");
  EXPECT_EQ(unpacked(bytes_of(packed.body), long_text.size()), long_text);
  const Response plain = finished(asking(), html_response(200, long_text));
  EXPECT_EQ(bytes_of(plain.body), long_text);
  EXPECT_EQ(plain.headers.value("Vary"), "Accept-Encoding");  // a cache must know that there are two
}

TEST(Finish, WhatDoesNotShrinkOrMustNotIsLeft) {
  const Request request = asking("Accept-Encoding", "gzip");
  const auto encoded = [&](Response response) {
    return finished(request, std::move(response)).headers.count("Content-Encoding") > 0;
  };
  EXPECT_FALSE(encoded(text_response(200, "short")));
  Response picture = text_response(200, long_text);
  picture.headers.set("Content-Type", "image/png");
  EXPECT_FALSE(encoded(picture));
  Response secret = text_response(200, long_text);
  secret.compress = false;
  EXPECT_FALSE(encoded(secret));
  EXPECT_FALSE(encoded(text_response(422, long_text)));
  EXPECT_TRUE(encoded(text_response(200, long_text)));
}

TEST(Finish, VaryIsAddedToNotReplaced) {
  Response response = html_response(200, long_text);
  response.headers.set("Vary", "Accept");
  EXPECT_EQ(finished(asking(), response).headers.value("Vary"), "Accept, Accept-Encoding");
}

TEST(Finish, AKnownETagIsAnsweredWith304) {
  Response page = html_response(200, long_text);
  page.headers.set("ETag", "\"v1\"");
  for (const char* list : {"\"v1\"", "W/\"v1\"", "\"x\", \"v1\"", "\"v1-gzip\"", "*"}) {
    const Response known = finished(asking("If-None-Match", list), page);
    EXPECT_EQ(known.status, 304) << list;
    EXPECT_EQ(length_of(known.body), 0U);
    EXPECT_EQ(known.headers.value("ETag"), "\"v1\"");
    EXPECT_EQ(known.headers.value("Vary"), "Accept-Encoding");
  }
  EXPECT_EQ(finished(asking("If-None-Match", "\"v2\""), page).status, 200);
  Request change = asking("If-None-Match", "\"v1\"");
  change.method = Method::post;
  EXPECT_EQ(finished(change, page).status, 200);
}

TEST(Finish, ACompressedPageHasAnETagOfItsOwn) {
  Response page = html_response(200, long_text);
  page.headers.set("ETag", "\"v1\"");
  EXPECT_EQ(finished(asking("Accept-Encoding", "gzip"), page).headers.value("ETag"), "\"v1-gzip\"");
}

TEST(Finish, AHeaderThatWouldSplitTheResponseIsRefused) {
  const auto refused = [](const std::string& name, const std::string& value) {
    Response response;
    response.headers.add(name, value);
    try {
      finish(Request(), response);
    } catch (const std::invalid_argument&) {
      return true;
    }
    return false;
  };
  EXPECT_TRUE(refused("Location", "/a\r\nSet-Cookie: x=y"));
  EXPECT_TRUE(refused("Location", "/a\nX"));
  EXPECT_TRUE(refused("Location", std::string("/a\0", 3)));
  EXPECT_TRUE(refused("Bad Name", "x"));
  EXPECT_TRUE(refused("", "x"));
  EXPECT_TRUE(refused("content-length", "3"));
  EXPECT_TRUE(refused("Transfer-Encoding", "chunked"));
  EXPECT_FALSE(refused("Location", "/a b\t"));
}

TEST(Finish, TheHeadIsWrittenOut) {
  EXPECT_EQ(http_date(784111777), "Sun, 06 Nov 1994 08:49:37 GMT");  // the example of RFC 9110, section 5.6.7
  EXPECT_EQ(head_of(see_other("/next"), 784111777, true),
            "HTTP/1.1 303 See Other\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nLocation: /next\r\n"
            "X-Content-Type-Options: nosniff\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
}

TEST(StaticFiles, HaveOneETagForEachFormAndTheirOwnCaching) {
  Router router;
  add_static_file(router, {"/a.css", long_text, "text/css", Caching::forever});
  add_static_file(router, {"/a.png", long_text, "image/png", Caching::revalidate});
  Request request = asking("Accept-Encoding", "gzip");
  request.path = "/a.css";
  const Response packed = finished(request, router.answer(request));
  EXPECT_EQ(packed.headers.value("ETag"), etag_of_gzip(etag_of(long_text)));
  EXPECT_EQ(packed.headers.value("Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(unpacked(bytes_of(packed.body), long_text.size()), long_text);
  request.path = "/a.png";
  const Response picture = finished(request, router.answer(request));
  EXPECT_EQ(picture.headers.value("Cache-Control"), "no-cache");
  EXPECT_EQ(bytes_of(picture.body), long_text);
  EXPECT_EQ(picture.headers.count("Vary"), 0U);
}

TEST(StaticFiles, DifferentBytesHaveDifferentETags) {
  EXPECT_NE(etag_of("a"), etag_of("b"));
  EXPECT_NE(etag_of(""), etag_of(std::string(1, '\0')));
  EXPECT_EQ(etag_of("a"), "\"af63dc4c8601ec8c-1\"");  // FNV-1a of "a", as published with the function
  EXPECT_EQ(content_type_of("x.min.js"), "text/javascript; charset=utf-8");
  EXPECT_EQ(content_type_of("x.exe"), "application/octet-stream");
}

}  // namespace
}  // namespace smm::web::http
