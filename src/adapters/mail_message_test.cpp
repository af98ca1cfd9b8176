// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_message.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <regex>
#include <sstream>

#include "adapters/mail_words.hpp"
#include "adapters/sample_mail_test.hpp"

namespace smm::adapters {
namespace {

TEST(MailMessage, IsWrittenLikeThis) {
  EXPECT_EQ(mail_message(sample_mail()),
            "Date: Sun, 22 Nov 2026 01:04:31 +0000\r\n"
            "From: \"Program Office\"\r\n <office@example.org>\r\n"
            "To: dean@example.org\r\n"
            "Subject: Your packet is due\r\n"
            "Message-ID: <b2xq7d.1@assessment.example.org>\r\n"
            "Auto-Submitted: auto-generated\r\n"
            "MIME-Version: 1.0\r\n"
            "Content-Type: multipart/alternative; boundary=\"=_47d0d715ec00b052a021628ab6abf7aa\"\r\n\r\n"
            "--=_47d0d715ec00b052a021628ab6abf7aa\r\n"
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            "Dear dean,\r\n\r\nplease look at it.\r\n\r\n"
            "--=_47d0d715ec00b052a021628ab6abf7aa\r\n"
            "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            "<p>Dear dean,</p>\r\n<p>please look at it.</p>\r\n\r\n"
            "--=_47d0d715ec00b052a021628ab6abf7aa--\r\n");
}

TEST(MailMessage, WithoutAPageIsOneText) {
  app::Mail mail = sample_mail();
  mail.html.clear();
  const std::string message = mail_message(mail);
  EXPECT_NE(message.find("\r\nContent-Type: text/plain; charset=utf-8\r\n"), std::string::npos);
  EXPECT_EQ(message.find("multipart"), std::string::npos);
  EXPECT_TRUE(message.ends_with("\r\n\r\nDear dean,\r\n\r\nplease look at it.\r\n")) << message;
}

TEST(MailMessage, TextHeadersAreFoldedOrEncoded) {
  EXPECT_EQ(text_header("Subject", "plain"), "Subject: plain\r\n");
  const std::string long_text =
      "Twelve questions of your packet are still open, and it is due in three days from now";
  EXPECT_EQ(text_header("Subject", long_text),
            "Subject: Twelve questions of your packet are still open, and it is due in\r\n"
            " three days from now\r\n");
  EXPECT_EQ(text_header("Subject", "Año"), "Subject: =?UTF-8?B?QcOxbw==?=\r\n");
  EXPECT_EQ(text_header("Subject", "=?UTF-8?Q?x?="), "Subject: =?UTF-8?B?PT9VVEYtOD9RP3g/PQ==?=\r\n");
  EXPECT_EQ(text_header("Subject", "two  spaces"), "Subject: =?UTF-8?B?dHdvICBzcGFjZXM=?=\r\n");
  // 40 times three bytes: no word cuts a character in two.
  std::string hearts;
  for (int i = 0; i < 40; ++i) hearts += "\xE2\x99\xA5";
  EXPECT_EQ(text_header("Subject", hearts),
            "Subject: =?UTF-8?B?4pml4pml4pml4pml4pml4pml4pml4pml4pml4pml4pml4pml4pml?=\r\n"
            " =?UTF-8?B?4pml4pml4pml4pml4pml4pml4pml4pml4pml4pml4pml4pml4pml4pml4pml?=\r\n"
            " =?UTF-8?B?4pml4pml4pml4pml4pml4pml4pml4pml4pml4pml4pml4pml?=\r\n");
}

TEST(MailMessage, MailboxNamesAreQuotedOrEncoded) {
  EXPECT_EQ(mailbox_header("To", {"", "a@b.org"}), "To: a@b.org\r\n");
  EXPECT_EQ(mailbox_header("To", {"Lee, \"Al\" \\ <x@y>", "a@b.org"}),
            "To: \"Lee, \\\"Al\\\" \\\\ <x@y>\"\r\n <a@b.org>\r\n");
  EXPECT_EQ(mailbox_header("To", {"José", "a@b.org"}), "To: =?UTF-8?B?Sm9zw6k=?=\r\n <a@b.org>\r\n");
}

TEST(MailMessage, BodiesAreQuotedPrintable) {
  const std::string x75(75, 'x');
  const char* bodies[][2] = {{"", ""},
                             {"a\nb\r\nc\rd", "a\r\nb\r\nc\r\nd\r\n"},
                             {"é=\n", "=C3=A9=3D\r\n"},
                             {"end \nend\t", "end=20\r\nend=09\r\n"},
                             {".\n..a\nFrom me\nFree\n", "=2E\r\n=2E.a\r\n=46rom me\r\nFree\r\n"}};
  for (const auto& [text, wanted] : bodies) EXPECT_EQ(quoted_printable(text), wanted);
  EXPECT_EQ(quoted_printable(x75 + "y"), x75 + "y\r\n");
  EXPECT_EQ(quoted_printable(x75 + "yz"), x75 + "=\r\nyz\r\n");
  EXPECT_EQ(quoted_printable(x75 + ".z"), x75 + "=\r\n=2Ez\r\n");
  EXPECT_EQ(quoted_printable(x75 + "=z"), x75 + "=\r\n=3Dz\r\n");
}

std::string read_quoted(const std::string& text) {
  std::string joined = std::regex_replace(text, std::regex("=\r\n"), "");
  std::string out;
  for (std::size_t i = 0; i < joined.size(); ++i) {
    if (joined[i] == '=') {
      out += static_cast<char>(std::stoi(joined.substr(i + 1, 2), nullptr, 16));
      i += 2;
    } else if (joined[i] != '\r') {
      out += joined[i];
    }
  }
  return out;
}

TEST(MailMessage, AnyBodyComesOutAgainInLinesOf76) {
  EXPECT_TRUE(rc::check([] {
    std::string text = *rc::gen::container<std::string>(
        rc::gen::weightedOneOf<char>({{9, rc::gen::arbitrary<char>()},
                                      {3, rc::gen::elementOf(std::string(" .=F\t\n"))},
                                      {9, rc::gen::just('x')}}));
    std::erase(text, '\r');
    text += '\n';
    const std::string quoted = quoted_printable(text);
    RC_ASSERT(read_quoted(quoted) == text);
    std::istringstream lines(quoted);
    for (std::string line; std::getline(lines, line);) RC_ASSERT(line.size() <= 77U);  // with its CR
  }));
}

TEST(MailMessage, AddressesAreOfThePlainKind) {
  const std::string local64(64, 'a');
  for (const std::string good :
       {"a@b", "dean@school.edu", "o'neil+x@med.school.edu", "a.b-c_d@xn--mnchen-3ya.de"})
    EXPECT_TRUE(is_mail_address(good)) << good;
  EXPECT_TRUE(is_mail_address(local64 + "@b.org"));
  for (const std::string bad : {"",
                                "@",
                                "a@",
                                "@b",
                                "a",
                                "a b@c",
                                "a@b c",
                                ".a@b",
                                "a.@b",
                                "a..b@c",
                                "a@b..c",
                                "a@.b",
                                "a@b.",
                                "a@-b",
                                "a@b-",
                                "\"a\"@b",
                                "a@[127.0.0.1]",
                                "<a@b>",
                                "a@b>",
                                "a@b,c@d",
                                "a@b@c",
                                "a\r\nRCPT TO:<x@y>@b",
                                "a@b\r\n",
                                "é@b.org"})
    EXPECT_FALSE(is_mail_address(bad)) << bad;
  EXPECT_FALSE(is_mail_address(local64 + "a@b.org"));
  EXPECT_FALSE(is_mail_address("a@" + std::string(260, 'b')));
}

TEST(MailMessage, WhatWouldWriteHeadersOfItsOwnIsRefused) {
  EXPECT_EQ(fault_of(sample_mail()), std::nullopt);
  using Spoil = void (*)(app::Mail&, const std::string&);
  const Spoil spoils[] = {
      [](app::Mail& mail, const std::string& bad) { mail.subject = bad; },
      [](app::Mail& mail, const std::string& bad) { mail.from.name = bad; },
      [](app::Mail& mail, const std::string& bad) { mail.to.name = bad; },
      [](app::Mail& mail, const std::string& bad) { mail.from.address = bad; },
      [](app::Mail& mail, const std::string& bad) { mail.to.address = bad; },
      [](app::Mail& mail, const std::string& bad) { mail.message_id = bad; },
      [](app::Mail& mail, const std::string& bad) { mail.headers[0].name = bad; },
      [](app::Mail& mail, const std::string& bad) { mail.headers[0].value = bad; },
  };
  const std::string bad_texts[] = {"x\r\nBcc: all@example.org",
                                   "x\nBcc: all@example.org",
                                   "x\ry",
                                   "x\x01",
                                   "x\x7F",
                                   "x\xC2\x85y",
                                   "x\xFF",
                                   std::string("x\0y", 3),
                                   "x\t"};
  for (const std::string& bad : bad_texts) {
    for (std::size_t i = 0; i < std::size(spoils); ++i) {
      app::Mail mail = sample_mail();
      spoils[i](mail, bad);
      const auto fault = fault_of(mail);
      ASSERT_TRUE(fault.has_value()) << i << ": " << bad;
      EXPECT_EQ(fault->find_first_of("\r\n"), std::string::npos) << *fault;
    }
  }
}

TEST(MailMessage, HeadersThatAreWrittenAnywayAreRefused) {
  for (const char* name :
       {"Bcc", "SUBJECT", "content-type", "Content-Transfer-Encoding", "Date", "", "X Y", "X:"}) {
    app::Mail mail = sample_mail();
    mail.headers.push_back({name, "x"});
    EXPECT_TRUE(fault_of(mail).has_value()) << name;
  }
}

TEST(MailMessage, NothingIsMissing) {
  for (std::string app::Mail::*part : {&app::Mail::subject, &app::Mail::text, &app::Mail::message_id}) {
    app::Mail mail = sample_mail();
    (mail.*part).clear();
    EXPECT_TRUE(fault_of(mail).has_value());
  }
  app::Mail mail = sample_mail();
  mail.html = "\xC3";
  EXPECT_TRUE(fault_of(mail).has_value());
}

}  // namespace
}  // namespace smm::adapters
