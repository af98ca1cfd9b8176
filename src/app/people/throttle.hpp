// SPDX-License-Identifier: Apache-2.0
// Against guessing and flooding: how often something may be tried by one browser, for one account and from
// one address. The more was tried, the longer the wait: after 5 tries within a minute, a minute; after 12
// within a quarter of an hour, that long; after 30 within three hours, three hours, and never longer.
//
// A rival who knows somebody's address can make them wait, and no more than that: a browser in which the
// person signed in before (known_browser.hpp) counts for itself, and links that a rival asks for reach the
// person's mailbox and work. Counters are kept under hashes.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "app/installation/database.hpp"

namespace smm::app {

struct Limit {
  std::int64_t window;
  std::int64_t most;  // tries within the window
};

// Wait before the next try: at least one second, at most the longest window.
struct Throttled {
  std::int64_t seconds = 0;
};

// What is counted: a kind ("password") and whom it is about (an account, an address).
struct Counter {
  std::string kind;
  std::string about;
  std::span<const Limit> limits;
};

// Counts a try; nothing when it may go ahead. Bookkeeping: within a write.
std::optional<Throttled> count_try(Records& records, const Counter& counter, base::Instant now);
// Counts all of them, and gives the longest wait.
std::optional<Throttled> count_tries(Records& records, std::span<const Counter> counters, base::Instant now);
void forget_tries(Records& records, const Counter& counter);

// Where a request comes from, for counting: an IPv4 address, or the first half of an IPv6 address, which is
// what one household or rented server has.
std::string network_of(std::string_view address);

// Passwords and codes: of one account, and from one network, where a whole school may sit.
Counter password_tries_of(std::string_view email);
Counter password_tries_in(std::string_view known_browser);
Counter password_tries_from(std::string_view address);
Counter code_tries_of(const Person& person);
// Mails with links that anybody may ask for.
Counter links_to(std::string_view email);
Counter links_asked_from(std::string_view address);

}  // namespace smm::app
