// SPDX-License-Identifier: Apache-2.0
#include "web/http/multipart.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace smm::web::http {
namespace {

const std::string form_type = "multipart/form-data; boundary=XX";

MultipartLimits small_form() {
  MultipartLimits limits;
  limits.parts = 3;
  limits.part_head = 150;
  limits.form = {.name = 10, .value = 20};
  return limits;
}

// "name=value|" of fields, then "name:file:type:bytes|" of files; or the refusal.
std::string as_sent(const std::string& type, const std::string& body) {
  Request request;
  request.headers.add("Content-Type", type);
  request.body = body;
  const auto form = read_multipart(request, small_form());
  if (const auto* refusal = std::get_if<Refusal>(&form)) return std::to_string(refusal->status);
  std::string text;
  for (const Parameter& field : std::get<MultipartForm>(form).fields)
    text += field.name + "=" + field.value + "|";
  for (const SentFile& file : std::get<MultipartForm>(form).files)
    text += file.field + ":" + file.name + ":" + file.type + ":" + std::string(file.bytes) + "|";
  return text;
}

std::string part(const std::string& head, const std::string& content) {
  return "--XX\r\n" + head + "\r\n\r\n" + content + "\r\n";
}

std::string field_head(const std::string& parameters) {
  return "Content-Disposition: form-data; " + parameters;
}

const std::string form_end = "--XX--\r\n";

TEST(Multipart, OfFieldsAndFilesIsRead) {
  const std::string file = field_head("name=\"f\"; filename=\"a.pdf\"") + "\r\nContent-Type: application/pdf";
  const std::vector<std::pair<std::string, std::string>> cases{
      {form_end, ""},
      {"--XX--", ""},
      {part(field_head("name=\"a\""), "1") + form_end, "a=1|"},
      {part(field_head("name=\"a\""), "") + "--XX--", "a=|"},
      {part(field_head("name=\"a\""), "1") + part(field_head("name=\"a\""), "2") + form_end, "a=1|a=2|"},
      {part("content-disposition: Form-Data;name=\"a\"", "x\r\ny") + form_end, "a=x\r\ny|"},
      {part(field_head("name=\"a%22%0D%0Ab\""), "1") + form_end, "a\"\r\nb=1|"},
      {part(field_head("name=\"\xC3\xA4\""), "\xC3\xB6") + form_end, "\xC3\xA4=\xC3\xB6|"},
      {part("X-Other: y\r\n" + field_head("name=\"a\""), "1") + form_end, "a=1|"},
      {part(file, std::string("\0\xFF--XX\r\n\n--XX", 14)) + form_end,
       "f:a.pdf:application/pdf:" + std::string("\0\xFF--XX\r\n\n--XX", 14) + "|"},
      {part(field_head("filename=\"..\\x/y%22.pdf\" ; name=\"f\""), "b") + form_end,
       "f:y_.pdf:text/plain:b|"},
      {part(field_head("name=\"f\"; filename=\"\""), "") + form_end, ""},
      {part(field_head("name=\"f\"; filename=\"\""), "b") + form_end, "f:file:text/plain:b|"},
  };
  for (const auto& [body, sent] : cases) EXPECT_EQ(as_sent(form_type, body), sent) << body;
  const std::string quoted = "Multipart/form-data; charset=x; boundary=\"a(),/:=?b\"";
  EXPECT_EQ(as_sent(quoted, "--a(),/:=?b\r\n" + field_head("name=\"a\"") + "\r\n\r\n1\r\n--a(),/:=?b--"),
            "a=1|");
}

TEST(Multipart, WhatCouldBeReadInTwoWaysIsRefused) {
  const std::string good = part(field_head("name=\"a\""), "1");
  for (const std::string& body : std::vector<std::string>{
           "",
           "--XX",
           good,
           good + "--XX",
           good + "--XX-",
           good + "--XX--\n",
           good + form_end + "epilogue",
           "preamble\r\n" + good + form_end,
           "\r\n" + good + form_end,
           "--XX " + good.substr(4) + form_end,
           "--XXX" + good.substr(4) + form_end,
           "--XX\n" + good.substr(6) + form_end,
           "--XX\r\n" + field_head("name=\"a\"") + "\r\n\r\n1--XX--",
           "--XX\r\n" + field_head("name=\"a\"") + "\n\n1\r\n--XX--",
           "--XX\r\n\r\n1\r\n--XX--",
           part("Content-Type: text/plain", "1") + form_end,
           part(field_head("name=\"a\"") + "\r\n" + field_head("name=\"a\""), "1") + form_end,
           part(field_head("name=\"a\"") + "\r\nContent-Transfer-Encoding: base64", "MQ==") + form_end,
           part(field_head("name=\"a\"") + "\r\nContent-Type: a/b\r\nContent-Type: a/c", "1") + form_end,
           part(field_head("name=\"a\"") + "\r\n folded", "1") + form_end,
           part(field_head("name=\"a\"") + "\r\nX : y", "1") + form_end,
           part(field_head("name=a"), "1") + form_end,
           part(field_head("name=\"a"), "1") + form_end,
           part(field_head("name=\"a\\\"b\""), "1") + form_end,
           part(field_head("name=\"a\"; name=\"b\""), "1") + form_end,
           part(field_head("name=\"a\"; filename=\"b\"; filename=\"c\""), "1") + form_end,
           part(field_head("name=\"a\"; filename*=UTF-8''b"), "1") + form_end,
           part(field_head("name=\"a\"; filename*=\"UTF-8''b\""), "1") + form_end,
           part(field_head("name=\"a\" x"), "1") + form_end,
           part(field_head("name=\"a\";"), "1") + form_end,
           part(field_head("filename=\"b\""), "1") + form_end,
           part("Content-Disposition: attachment; name=\"a\"", "1") + form_end,
           part("Content-Disposition: form-data", "1") + form_end,
           part(field_head("name=\"\xFF\""), "1") + form_end,
           part(field_head(std::string("name=\"a\0\"", 9)), "1") + form_end,
           part(field_head("name=\"a\""), "\xFF") + form_end,
           part(field_head("name=\"a\""), std::string(1, '\0')) + form_end,
           part(field_head("name=\"a\""), "1\r\n--XXY") + form_end,
       })
    EXPECT_EQ(as_sent(form_type, body), "400") << body;
}

TEST(Multipart, ThatIsTooLargeIsRefused) {
  const std::string one = part(field_head("name=\"a\""), "1");
  EXPECT_EQ(as_sent(form_type, one + one + one + form_end), "a=1|a=1|a=1|");
  EXPECT_EQ(as_sent(form_type, one + one + one + one + form_end), "413");
  EXPECT_EQ(as_sent(form_type, part(field_head("name=\"" + std::string(11, 'a') + "\""), "1") + form_end),
            "413");
  EXPECT_EQ(as_sent(form_type, part(field_head("name=\"a\""), std::string(21, 'a')) + form_end), "413");
  const std::string long_name = field_head("name=\"" + std::string(11, 'a') + "\"; filename=\"b\"");
  EXPECT_EQ(as_sent(form_type, part(long_name, "1") + form_end), "413");
  const std::string long_head = field_head("name=\"a\"") + "\r\nX: " + std::string(150, 'x');
  EXPECT_EQ(as_sent(form_type, part(long_head, "1") + form_end), "413");
}

TEST(Multipart, OfAnotherTypeOrWithoutABoundaryIsRefused) {
  for (const char* type :
       {"", "multipart/form-data", "multipart/mixed; boundary=XX", "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"",
        "multipart/form-data; boundary=\"a b\"", "multipart/form-data; boundary=XX; boundary=YY",
        "multipart/form-data; boundary=\"a\xC3\xA4\""})
    EXPECT_EQ(as_sent(type, form_end), "415") << type;
  EXPECT_EQ(as_sent("multipart/form-data; boundary=" + std::string(71, 'X'), form_end), "415");
}

}  // namespace
}  // namespace smm::web::http
