// SPDX-License-Identifier: Apache-2.0
#include "adapters/smtp_mailer.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "adapters/curl_session.hpp"
#include "adapters/loopback.hpp"
#include "adapters/mail_message.hpp"
#include "adapters/problems.hpp"
#include "adapters/secret_file.hpp"
#include "adapters/smtp_dialog.hpp"
#include "base/assert.hpp"
#include "base/environment_error.hpp"

namespace smm::adapters {
namespace {

// What libcurl calls back with.
struct Delivery {
  SmtpDialog dialog = {};
  std::string message;
  std::size_t given = 0;
};

std::size_t give_message(char* into, std::size_t size, std::size_t count, void* user) {
  auto& delivery = *static_cast<Delivery*>(user);
  const std::size_t piece = std::min(size * count, delivery.message.size() - delivery.given);
  std::memcpy(into, delivery.message.data() + delivery.given, piece);
  delivery.given += piece;
  if (delivery.given == delivery.message.size()) delivery.dialog.message_given();
  return piece;
}

std::size_t take_reply(char* line, std::size_t size, std::size_t count, void* user) {
  static_cast<Delivery*>(user)->dialog.reply({line, size * count});
  return size * count;
}

int watch_commands(CURL*, curl_infotype type, char* line, std::size_t size, void* user) {
  if (type == CURLINFO_HEADER_OUT) static_cast<Delivery*>(user)->dialog.command({line, size});
  return 0;
}

std::string url_of(const SmtpSettings& settings) {
  const std::string scheme = settings.security == SmtpSecurity::tls ? "smtps://" : "smtp://";
  return scheme + settings.host + ":" + std::to_string(settings.port) +
         (settings.hello_name.empty() ? "" : "/" + settings.hello_name);
}

// libcurl waits as long for the reply to its farewell, outside of the time-out for the whole.
long seconds_for_a_reply(const SmtpSettings& settings) {
  const auto whole = std::chrono::ceil<std::chrono::seconds>(settings.whole_timeout);
  return static_cast<long>(std::min(settings.answer_timeout, whole).count());
}

void set_server(CURL* session, const SmtpSettings& settings) {
  curl_easy_setopt(session, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(session, CURLOPT_URL, url_of(settings).c_str());
  curl_easy_setopt(session, CURLOPT_SERVER_RESPONSE_TIMEOUT, seconds_for_a_reply(settings));
  const bool encrypted = settings.security != SmtpSecurity::none;
  curl_easy_setopt(session, CURLOPT_USE_SSL, static_cast<long>(encrypted ? CURLUSESSL_ALL : CURLUSESSL_NONE));
  if (settings.user.empty()) return;
  curl_easy_setopt(session, CURLOPT_USERNAME, settings.user.c_str());
  curl_easy_setopt(session, CURLOPT_PASSWORD, read_secret_file(settings.password_file).c_str());
}

void set_delivery(CURL* session, Delivery& delivery) {
  curl_easy_setopt(session, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(session, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(delivery.message.size()));
  curl_easy_setopt(session, CURLOPT_READFUNCTION, give_message);
  curl_easy_setopt(session, CURLOPT_READDATA, &delivery);
  curl_easy_setopt(session, CURLOPT_HEADERFUNCTION, take_reply);
  curl_easy_setopt(session, CURLOPT_HEADERDATA, &delivery);
  // The only way to hear which command a reply answers. It sees the password pass, and keeps nothing.
  curl_easy_setopt(session, CURLOPT_VERBOSE, 1L);
  curl_easy_setopt(session, CURLOPT_DEBUGFUNCTION, watch_commands);
  curl_easy_setopt(session, CURLOPT_DEBUGDATA, &delivery);
}

app::SendOutcome deliver(const SmtpSettings& settings, const app::Mail& mail) {
  Delivery delivery{.message = mail_message(mail)};
  const CurlHandle session =
      new_curl_session({settings.connect_timeout, settings.whole_timeout, settings.ca_file});
  set_server(session.get(), settings);
  set_delivery(session.get(), delivery);
  const std::string sender = settings.bounce_address.empty() ? mail.from.address : settings.bounce_address;
  curl_easy_setopt(session.get(), CURLOPT_MAIL_FROM, ("<" + sender + ">").c_str());
  CurlList recipients;
  append_to(recipients, "<" + mail.to.address + ">");
  curl_easy_setopt(session.get(), CURLOPT_MAIL_RCPT, recipients.get());
  std::array<char, CURL_ERROR_SIZE> words{};
  curl_easy_setopt(session.get(), CURLOPT_ERRORBUFFER, words.data());
  const CURLcode code = curl_easy_perform(session.get());
  return delivery.dialog.outcome(words[0] != '\0' ? words.data() : curl_easy_strerror(code));
}

// Connecting is, for libcurl, all that stands before the first mail.
std::string greet(const SmtpSettings& settings) {
  SmtpDialog dialog;
  const CurlHandle session =
      new_curl_session({settings.connect_timeout, settings.connect_timeout * 2, settings.ca_file});
  set_server(session.get(), settings);
  curl_easy_setopt(session.get(), CURLOPT_CONNECT_ONLY, 1L);
  std::array<char, CURL_ERROR_SIZE> words{};
  curl_easy_setopt(session.get(), CURLOPT_ERRORBUFFER, words.data());
  const CURLcode code = curl_easy_perform(session.get());
  if (code == CURLE_OK) return "";
  return dialog.outcome(words[0] != '\0' ? words.data() : curl_easy_strerror(code)).words;
}

bool is_host_name(std::string_view text) {
  const auto is_part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
  };
  return !text.empty() && text.size() <= 253 && std::ranges::all_of(text, is_part);
}

}  // namespace

base::Problems problems_of(const SmtpSettings& settings) {
  base::Problems problems;
  const auto complain = [&](const char* sentence) {
    problems.emplace_back(problem::bad_mail_setting, sentence);
  };
  const bool loopback = is_loopback_host(settings.host);
  if (!is_host_name(settings.host) && !loopback) complain("the mail server is to be the name of a host");
  if (settings.port < 1 || settings.port > 65535) complain("the port of the mail server is to be 1 to 65535");
  if (settings.security == SmtpSecurity::none && !loopback)
    complain("mail goes unencrypted only to a server on this machine; use starttls or tls");
  if (settings.user.empty() != settings.password_file.empty())
    complain("the user of the mail server and the file with the password go together");
  if (!settings.hello_name.empty() && !is_host_name(settings.hello_name))
    complain("the name we introduce ourselves with is to be the name of a host");
  if (!settings.bounce_address.empty() && !is_mail_address(settings.bounce_address))
    complain("the address for failures is to be a mail address");
  if (settings.connect_timeout.count() <= 0 || settings.answer_timeout.count() <= 0 ||
      settings.whole_timeout.count() <= 0)
    complain("time-outs for mail are to be longer than nothing");
  return problems;
}

std::string greeting_fault(const SmtpSettings& settings) {
  try {
    return greet(settings);
  } catch (const base::EnvironmentError& error) {
    return error.what();
  }
}

SmtpMailer::SmtpMailer(SmtpSettings settings) : settings_(std::move(settings)) {
  SMM_ASSERT(problems_of(settings_).empty());
  if (!settings_.password_file.empty()) read_secret_file(settings_.password_file);
}

app::SendOutcome SmtpMailer::send(const app::Mail& mail) {
  if (const auto fault = fault_of(mail)) return {app::SendState::refused, *fault};
  try {
    return deliver(settings_, mail);
  } catch (const base::EnvironmentError& error) {  // before any connection: the password, or no memory
    return {app::SendState::try_again, error.what()};
  }
}

}  // namespace smm::adapters
