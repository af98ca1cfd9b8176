// SPDX-License-Identifier: Apache-2.0
#include "web/http/file_name.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "web/http/ascii.hpp"
#include "web/http/attachment.hpp"

namespace smm::web::http {
namespace {

TEST(FileName, IsOneThatAnySystemCanWrite) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"policy.pdf", "policy.pdf"},
      {"Our policy (2026), v1.2.pdf", "Our policy (2026), v1.2.pdf"},
      {"Gr\xC3\xB6\xC3\x9F"
       "e.pdf",
       "Gr\xC3\xB6\xC3\x9F"
       "e.pdf"},
      {"C:\\Users\\ada\\x.pdf", "x.pdf"},
      {"/etc/passwd", "passwd"},
      {"../../x", "x"},
      {"..", "file"},
      {"", "file"},
      {"a/", "file"},
      {".htaccess", "htaccess"},
      {"a.pdf. . ", "a.pdf"},
      {"a<b>c:d\"e|f?g*h", "a_b_c_d_e_f_g_h"},
      {"a\r\nb\x7F\tc", "abc"},
      {"a\xE2\x80\xAE"
       "fdp.exe",
       "afdp.exe"},
      {"\xEF\xBB\xBF"
       "a\xE2\x80\x8B"
       "b\xC2\x85"
       "c\xD8\x9C"
       "d\xE2\x81\xA6",
       "abcd"},
      {"\xC2\xA0"
       "a\xE2\x80\x93"
       "b",
       "\xC2\xA0"
       "a\xE2\x80\x93"
       "b"},
      {"\xF0\x9F\x93\x84.pdf", "\xF0\x9F\x93\x84.pdf"},
      {std::string(200, 'a') + ".pdf", std::string(146, 'a') + ".pdf"},
      {std::string(200, 'a'), std::string(150, 'a')},
      {std::string(149, 'a') + " bcd", std::string(149, 'a')},
      {"a." + std::string(200, 'b'), "a." + std::string(148, 'b')},
  };
  for (const auto& [name, plain] : cases) EXPECT_EQ(plain_file_name(name), plain) << name;
}

TEST(FileName, NoLetterIsCutInTwo) {
  for (std::size_t before = 140; before < 150; ++before) {
    std::string name(before, 'a');
    while (name.size() < 300) name += "\xF0\x9F\x93\x84";
    const std::string plain = plain_file_name(name);
    EXPECT_TRUE(is_utf8(plain)) << before;
    EXPECT_GT(plain.size(), 146U);
    EXPECT_LE(plain.size(), longest_file_name);
  }
}

TEST(Attachment, TellsTheNameInAsciiAndInFull) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"a b.pdf", "attachment; filename=\"a b.pdf\""},
      {"\xE2\x82\xAC rates.csv",
       "attachment; filename=\"_ rates.csv\"; filename*=UTF-8''%E2%82%AC%20rates.csv"},
      {"50%41.txt", "attachment; filename=\"50_41.txt\"; filename*=UTF-8''50%2541.txt"},
      {"it's \"a\"\r\n.txt", "attachment; filename=\"it's _a_.txt\""},
      {"\xC3\xA4'*.txt", "attachment; filename=\"_'_.txt\"; filename*=UTF-8''%C3%A4%27_.txt"},
  };
  for (const auto& [name, field] : cases) EXPECT_EQ(attachment_disposition(name), field);
}

TEST(Attachment, IsLockedUp) {
  const Response response = attachment(std::string(5000, 'x'), "application/pdf", "a.pdf");
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.headers.value("Content-Type"), "application/pdf");
  EXPECT_EQ(response.headers.value("Content-Disposition"), "attachment; filename=\"a.pdf\"");
  EXPECT_EQ(response.headers.value("Content-Security-Policy"), "default-src 'none'; sandbox");
  EXPECT_EQ(response.headers.value("Accept-Ranges"), "none");
}

}  // namespace
}  // namespace smm::web::http
