// SPDX-License-Identifier: Apache-2.0
#include "app/people/letter_code.hpp"

#include <array>

#include "app/people/seen_link.hpp"
#include "crypto/token.hpp"

namespace smm::app {
namespace {

constexpr std::size_t code_length = 12;
constexpr std::size_t group_length = 4;
constexpr unsigned code_bits = 5 * code_length;
constexpr std::string_view crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::string_view rfc4648 = "abcdefghijklmnopqrstuvwxyz234567";

constexpr std::array tries_from_network = {Limit{base::one_minute, 15}, Limit{15 * base::one_minute, 60},
                                           Limit{3 * base::one_hour, 200}};
constexpr std::array tries_in_all = {Limit{base::one_minute, 200}};

// The digit that a typed character stands for; 0 when for none.
char digit_of(char typed) {
  const char upper = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
  if (upper == 'O') return '0';
  if (upper == 'I' || upper == 'L') return '1';
  return crockford.find(upper) == std::string_view::npos ? '\0' : upper;
}

std::string letter_at_rest(std::string_view code) {
  return crypto::token_at_rest("letter code", code);
}

std::optional<Throttled> counted_code(const Installation& installation, const Browser& browser) {
  using Wait = std::optional<Throttled>;
  const std::array counters = {
      Counter{"letter_from", network_of(browser.address), tries_from_network},
      Counter{"letter", "everywhere", tries_in_all},
  };
  return *change<Wait>(installation.database, installation.clock, [&](Records& records, base::Instant now) {
    return base::Result<Change<Wait>>(Change<Wait>::bookkeeping(count_tries(records, counters, now)));
  });
}

// "/rounds/2026/schools/river" -> "2026".
std::string_view round_in(std::string_view target) {
  constexpr std::string_view begin = "/rounds/";
  if (!target.starts_with(begin)) return {};
  target.remove_prefix(begin.size());
  return target.substr(0, target.find('/'));
}

bool round_goes_on(Records& records, const Link& link, base::Instant now) {
  using assessment::RoundState;
  const auto round = records.rounds.by_code(round_in(link.target));
  if (!round || now > round->closes) return false;
  return round->state == RoundState::draft || round->state == RoundState::open;
}

SeenLink seen_code(Records& records, const std::string& hash, const Actor* actor, base::Instant now) {
  const auto link = records.sessions.link(hash);
  if (!link) return {};
  SeenLink seen = seen_link(records, *link, actor, now);
  if (!round_goes_on(records, *link, now)) seen.state = LinkState::spent;
  return seen;
}

base::Result<Change<Followed>> take_code(const Installation& installation, const Pages& pages,
                                         Records& records, const std::string& hash, const Actor* actor,
                                         const Browser& browser, base::Instant now) {
  const auto link = records.sessions.link(hash);
  if (link && !round_goes_on(records, *link, now))
    return Change<Followed>::nothing(Spent{seen_code(records, hash, actor, now)});
  return follow_kept(installation, pages, records, hash, actor, browser, now);
}

}  // namespace

std::string new_letter_code() {
  const std::string random = crypto::token_base32(code_bits);
  std::string code;
  for (std::size_t i = 0; i < code_length; ++i) {
    if (i > 0 && i % group_length == 0) code += '-';
    code += crockford[rfc4648.find(random[i])];
  }
  return code;
}

std::optional<std::string> letter_code_in(std::string_view typed) {
  std::string code;
  for (const char letter : typed) {
    if (letter == ' ' || letter == '-' || letter == '\t' || letter == '\r' || letter == '\n') continue;
    const char digit = digit_of(letter);
    if (digit == '\0' || code.size() == code_length) return std::nullopt;
    code += digit;
  }
  return code.size() == code_length ? std::optional(code) : std::nullopt;
}

void keep_letter_code(Records& records, const NewLink& link, std::string_view code, base::Instant expires,
                      base::Instant now) {
  const auto plain = letter_code_in(code);
  SMM_ASSERT(plain);
  records.sessions.add_link({.token = letter_at_rest(*plain),
                             .use = link.use,
                             .person = link.person,
                             .school = link.school,
                             .target = link.target,
                             .email = link.email,
                             .created = now,
                             .expires = expires,
                             .used = std::nullopt});
}

base::Result<LetterSeen> look_at_letter_code(const Installation& installation, std::string_view typed,
                                             const Actor* actor, const Browser& browser) {
  if (const auto wait = counted_code(installation, browser)) return LetterSeen(*wait);
  const auto code = letter_code_in(typed);
  if (!code) return LetterSeen(SeenLink());
  return look<LetterSeen>(installation.database, [&](Records& records) -> base::Result<LetterSeen> {
    return LetterSeen(seen_code(records, letter_at_rest(*code), actor, installation.clock.now()));
  });
}

base::Result<LetterFollowed> follow_letter_code(const Installation& installation, const Pages& pages,
                                                std::string_view typed, const Actor* actor,
                                                const Browser& browser) {
  if (const auto wait = counted_code(installation, browser)) return LetterFollowed(*wait);
  const auto code = letter_code_in(typed);
  if (!code) return LetterFollowed(Spent{});
  auto followed =
      change<Followed>(installation.database, installation.clock, [&](Records& records, base::Instant now) {
        return take_code(installation, pages, records, letter_at_rest(*code), actor, browser, now);
      });
  if (!followed) return std::move(followed).problems();
  return LetterFollowed(std::move(*followed));
}

std::optional<Throttled> ask_instead_of_letter(const Installation& installation, const Pages& pages,
                                               std::string_view typed, const Browser& browser) {
  if (const auto wait = counted_code(installation, browser)) return wait;
  const auto code = letter_code_in(typed);
  return code ? mail_another(installation, pages, letter_at_rest(*code), browser) : std::nullopt;
}

}  // namespace smm::app
