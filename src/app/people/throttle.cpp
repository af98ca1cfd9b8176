// SPDX-License-Identifier: Apache-2.0
#include "app/people/throttle.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

#include "app/people/email_address.hpp"
#include "crypto/token.hpp"

namespace smm::app {
namespace {

using base::one_hour;
using base::one_minute;

constexpr std::array account_limits = {Limit{one_minute, 5}, Limit{15 * one_minute, 12},
                                       Limit{3 * one_hour, 30}};
constexpr std::array network_limits = {Limit{one_minute, 30}, Limit{15 * one_minute, 120},
                                       Limit{3 * one_hour, 400}};
constexpr std::array mail_limits = {Limit{15 * one_minute, 3}, Limit{3 * one_hour, 8}};
constexpr std::array mail_network_limits = {Limit{15 * one_minute, 30}, Limit{3 * one_hour, 120}};

std::string key_of(const Counter& counter, const Limit& limit) {
  return counter.kind + "." + std::to_string(limit.window / one_minute) + "." +
         crypto::token_at_rest("counter", counter.about);
}

}  // namespace

std::optional<Throttled> count_try(Records& records, const Counter& counter, base::Instant now) {
  std::optional<Throttled> wait;
  for (const Limit& limit : counter.limits) {
    const std::int64_t count = records.sessions.count_attempt(key_of(counter, limit), now, limit.window);
    if (count > limit.most) wait = Throttled{limit.window / base::one_second};
  }
  return wait;
}

std::optional<Throttled> count_tries(Records& records, std::span<const Counter> counters, base::Instant now) {
  std::optional<Throttled> longest;
  for (const Counter& counter : counters) {
    const auto wait = count_try(records, counter, now);
    if (wait && (!longest || wait->seconds > longest->seconds)) longest = wait;
  }
  return longest;
}

void forget_tries(Records& records, const Counter& counter) {
  for (const Limit& limit : counter.limits) records.sessions.forget_attempts(key_of(counter, limit));
}

std::string network_of(std::string_view address) {
  constexpr std::string_view mapped = "::ffff:";  // an IPv4 address, as some servers write it
  if (address.starts_with(mapped)) address.remove_prefix(mapped.size());
  const std::string text(address);
  std::array<char, 16> bytes{};
  if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) return text;
  return std::string(bytes.data(), 8);
}

Counter password_tries_of(std::string_view email) {
  return {"password", folded_email(email), account_limits};
}
Counter password_tries_in(std::string_view known_browser) {
  return {"password_known", std::string(known_browser), account_limits};
}
Counter password_tries_from(std::string_view address) {
  return {"password_from", network_of(address), network_limits};
}
Counter code_tries_of(const Person& person) {
  return {"code", person.id.text(), account_limits};
}
Counter links_to(std::string_view email) {
  return {"link", folded_email(email), mail_limits};
}
Counter links_asked_from(std::string_view address) {
  return {"link_from", network_of(address), mail_network_limits};
}

}  // namespace smm::app
