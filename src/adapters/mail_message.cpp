// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_message.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include <fmt/format.h>

#include "adapters/mail_words.hpp"
#include "base/assert.hpp"
#include "crypto/hash.hpp"
#include "exchange/utf8.hpp"

namespace smm::adapters {
namespace {

constexpr std::size_t longest_header_text = 900;  // a line may have 998, and not all texts can be folded
constexpr std::size_t longest_header_name = 40;

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool all_are(std::string_view text, std::string_view besides) {
  return std::ranges::all_of(
      text, [&](char c) { return is_letter_or_digit(c) || besides.find(c) != std::string_view::npos; });
}

bool has_lone_dots(std::string_view text) {
  return !text.empty() && !text.starts_with('.') && !text.ends_with('.') &&
         text.find("..") == std::string_view::npos;
}

// Text that a header can carry: UTF-8 without control characters, the C1 ones (C2 80 to C2 9F) included.
bool is_header_text(std::string_view text) {
  if (text.size() > longest_header_text || exchange::first_invalid_utf8(text)) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 32 || byte == 127) return false;
    if (byte == 0xC2 && static_cast<unsigned char>(text[i + 1]) < 0xA0) return false;
  }
  return true;
}

bool is_message_id(std::string_view text) {
  const auto at = text.find('@');
  return at != std::string_view::npos && text.size() <= 200 && has_lone_dots(text.substr(0, at)) &&
         has_lone_dots(text.substr(at + 1)) && all_are(text.substr(0, at), "._+-=") &&
         all_are(text.substr(at + 1), ".-");
}

// Headers that are written here, and would stand twice.
bool is_reserved(std::string_view name) {
  constexpr std::array reserved = {"from", "to",      "cc",         "bcc",          "sender",
                                   "date", "subject", "message-id", "mime-version", "return-path"};
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower.starts_with("content-") || std::ranges::find(reserved, lower) != reserved.end();
}

bool is_good_header(const app::MailHeader& header) {
  return !header.name.empty() && header.name.size() <= longest_header_name && all_are(header.name, "-") &&
         !is_reserved(header.name) && is_header_text(header.value) && !header.value.empty();
}

std::optional<std::string> fault_of_mailbox(const app::Mailbox& mailbox, std::string_view whose) {
  if (!is_mail_address(mailbox.address))
    return fmt::format("the {} has no address that mail can go to", whose);
  if (!is_header_text(mailbox.name)) return fmt::format("the name of the {} cannot stand in a mail", whose);
  return std::nullopt;
}

std::string date_header(base::Instant when) {
  using namespace std::chrono;
  constexpr std::array days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const sys_seconds second = floor<seconds>(sys_time<microseconds>(microseconds(when.microseconds)));
  const sys_days day = floor<std::chrono::days>(second);
  const year_month_day date(day);
  const hh_mm_ss time(second - day);
  return fmt::format("Date: {}, {} {} {} {:02}:{:02}:{:02} +0000\r\n", days[weekday(day).c_encoding()],
                     static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                     static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
                     time.seconds().count());
}

std::string body_of(std::string_view type, std::string_view text) {
  return fmt::format(
      "Content-Type: {}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}", type,
      quoted_printable(text));
}

// Quoted-printable never has "=_", so the boundary cannot stand in a body.
std::string two_forms(const app::Mail& mail) {
  const std::string boundary = "=_" + crypto::sha256_hex(mail.message_id).substr(0, 32);
  return fmt::format(
      "Content-Type: multipart/alternative; boundary=\"{0}\"\r\n\r\n"
      "--{0}\r\n{1}\r\n--{0}\r\n{2}\r\n--{0}--\r\n",
      boundary, body_of("text/plain", mail.text), body_of("text/html", mail.html));
}

}  // namespace

bool is_mail_address(std::string_view text) {
  const auto at = text.find('@');
  if (at == std::string_view::npos || text.size() > 254) return false;
  const std::string_view local = text.substr(0, at);
  const std::string_view domain = text.substr(at + 1);
  return local.size() <= 64 && has_lone_dots(local) && all_are(local, ".!#$%&'*+-/=?^_`{|}~") &&
         has_lone_dots(domain) && all_are(domain, ".-") && !domain.starts_with('-') && !domain.ends_with('-');
}

std::optional<std::string> fault_of(const app::Mail& mail) {
  if (auto fault = fault_of_mailbox(mail.from, "sender")) return fault;
  if (auto fault = fault_of_mailbox(mail.to, "recipient")) return fault;
  if (mail.subject.empty() || !is_header_text(mail.subject))
    return "the subject is empty, too long, or holds control characters";
  if (!is_message_id(mail.message_id)) return "the id of the message is malformed";
  if (mail.text.empty() || exchange::first_invalid_utf8(mail.text) || exchange::first_invalid_utf8(mail.html))
    return "the text is missing or is not UTF-8";
  for (const app::MailHeader& header : mail.headers)
    if (!is_good_header(header)) return "one of the further headers cannot be written";
  return std::nullopt;
}

std::string mail_message(const app::Mail& mail) {
  SMM_ASSERT(!fault_of(mail));
  std::string message = date_header(mail.written);
  message += mailbox_header("From", mail.from) + mailbox_header("To", mail.to);
  message += text_header("Subject", mail.subject);
  message += "Message-ID: <" + mail.message_id + ">\r\n";
  for (const app::MailHeader& header : mail.headers) message += text_header(header.name, header.value);
  message += "MIME-Version: 1.0\r\n";
  return message + (mail.html.empty() ? body_of("text/plain", mail.text) : two_forms(mail));
}

}  // namespace smm::adapters
