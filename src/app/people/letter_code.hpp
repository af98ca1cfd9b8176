// SPDX-License-Identifier: Apache-2.0
// Short codes for letters that go by post: a personal link that is typed. 60 random bits, written as 12
// characters of Crockford's base32 in groups: "7K3M-Q2XW-9ATR". Case, blanks and dashes do not matter, and
// letters that look like digits are read as those: O as 0, I and L as 1.
//
// A code is kept as a link of the use `invitation`, by a hash with a domain of its own, so that a code is
// never taken for a mailed link or the other way round. It is good once, and while the round it leads to
// takes answers, also when that round is extended. Looking uses nothing up.
//
// 60 bits can be guessed by no one who is counted: tries are, from one network and from everywhere together
// (a minute's wait at most, so that a flood keeps nobody out for long).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "app/people/links.hpp"

namespace smm::app {

// As it is printed.
std::string new_letter_code();

// The 12 characters of what somebody typed; nothing when it is no code.
std::optional<std::string> letter_code_in(std::string_view typed);

// Within a write. `link.target` is a path below /rounds/CODE; the code ends at the latest at `expires`.
void keep_letter_code(Records& records, const NewLink& link, std::string_view code, base::Instant expires,
                      base::Instant now);

using LetterSeen = std::variant<SeenLink, Throttled>;
base::Result<LetterSeen> look_at_letter_code(const Installation& installation, std::string_view typed,
                                             const Actor* actor, const Browser& browser);

// As follow_link.
using LetterFollowed = std::variant<Followed, Throttled>;
base::Result<LetterFollowed> follow_letter_code(const Installation& installation, const Pages& pages,
                                                std::string_view typed, const Actor* actor,
                                                const Browser& browser);

// As ask_for_another_link: mails a link to the person whose code was spent.
std::optional<Throttled> ask_instead_of_letter(const Installation& installation, const Pages& pages,
                                               std::string_view typed, const Browser& browser);

}  // namespace smm::app
