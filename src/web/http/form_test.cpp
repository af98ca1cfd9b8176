// SPDX-License-Identifier: Apache-2.0
#include "web/http/form.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "web/http/media_type.hpp"

namespace smm::web::http {
namespace {

struct FormCase {
  std::string type;
  std::string body;
  std::string read;  // "name=value|..." or the refusal
};

std::string as_read(const std::string& type, const std::string& body) {
  Request request;
  request.body = body;
  if (!type.empty()) request.headers.add("Content-Type", type);
  const auto form = read_form(request, {.fields = 3, .name = 4, .value = 6});
  if (const auto* refusal = std::get_if<Refusal>(&form))
    return std::to_string(refusal->status) + " " + std::string(refusal->reason);
  std::string text;
  for (const Parameter& field : std::get<Parameters>(form)) text += field.name + "=" + field.value + "|";
  return text;
}

TEST(Form, IsReadOrRefused) {
  const std::string type = "application/x-www-form-urlencoded";
  const std::vector<FormCase> cases{
      {type, "", ""},
      {type, "a=1&b=x+y&a=%C3%A4", "a=1|b=x y|a=\xC3\xA4|"},
      {type, "a&=b&", "a=|=b|"},
      {type, "abcd=123456", "abcd=123456|"},
      {type, "abcde=1", "413 a form field is too large"},
      {type, "a=1234567", "413 a form field is too large"},
      {type, "a=%31%32%33%34%35%36", "a=123456|"},
      {type, "a&b&c&d", "413 too many form fields"},
      {type, "&&&", "413 too many form fields"},
      {type, "a=%zz", "400 bad form"},
      {type, "a=%00", "400 bad form"},
      {type, "a=%FF", "400 bad form"},
      {"Application/X-WWW-form-urlencoded; Charset=\"utf-8\"", "a=1", "a=1|"},
      {type + "; charset=UTF-8", "a=1", "a=1|"},
      {type + "; charset=latin1", "a=1", "415 not a form"},
      {type + "; charset", "a=1", "415 not a form"},
      {type + ", text/plain", "a=1", "415 not a form"},
      {"text/plain", "a=1", "415 not a form"},
      {"", "a=1", "415 not a form"},
  };
  for (const FormCase& one : cases)
    EXPECT_EQ(as_read(one.type, one.body), one.read) << one.type << " " << one.body;
}

TEST(Form, TwoContentTypesAreNone) {
  Request request;
  request.headers.add("Content-Type", "application/x-www-form-urlencoded");
  request.headers.add("Content-Type", "application/x-www-form-urlencoded");
  EXPECT_TRUE(std::holds_alternative<Refusal>(read_form(request)));
}

TEST(MediaType, IsANameWithParameters) {
  const auto type = parse_media_type(" Multipart/Form-Data ; Boundary=\"a \\\"b\" ;x=Y\t");
  ASSERT_TRUE(type.has_value());
  EXPECT_EQ(type->name, "multipart/form-data");
  EXPECT_EQ(type->parameters.value("boundary"), "a \"b");
  EXPECT_EQ(type->parameters.value("x"), "Y");
  for (const char* bad :
       {"", "text", "text/", "/html", "text/html/x", "text/html;", "text/html;a",
        "text/html;a=", "text/html;a=b;A=c", "text/html;a=\"b", "text/html;a=\"b\\", "text/html;a=\"b\"c",
        "text/html;a =b", "text/html;a= b c", "te xt/html", "text/html;;a=b"})
    EXPECT_FALSE(parse_media_type(bad).has_value()) << bad;
}

}  // namespace
}  // namespace smm::web::http
