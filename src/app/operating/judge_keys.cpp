// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "app/operating/judge.hpp"

namespace smm::app::operating {
namespace {

constexpr const char* key_check = "keys";
constexpr std::int64_t old_key = 3 * 365 * base::one_day;

Finding lost(std::string sentence) {
  return {key_check, Health::problem, std::move(sentence),
          "Bring the key back from its copy; without it nothing that schools said can be read "
          "(docs/howto/backup-and-keys.md)."};
}

// What keeps it from being read, or from being the right one.
std::optional<Finding> key_that_is_none(const KeySeen& seen) {
  const bool is_new = !seen.there && seen.expected.empty() && seen.keys == 0;
  if (is_new && seen.named)
    return Finding{key_check, Health::problem,
                   "There is no key file " + seen.path + " yet, and one that is named is not made by itself.",
                   "Run smm keys make " + seen.path +
                       " as the user of the service, then print the key and put "
                       "it away (docs/howto/backup-and-keys.md)."};
  if (is_new)
    return Finding{key_check, Health::advice, "There is no installation key yet; the first start makes one.",
                   "After it, print the key and put it away (docs/howto/backup-and-keys.md)."};
  if (!seen.there) return lost("There is no key file " + seen.path + ".");
  if ((seen.rights & 077U) != 0)
    return Finding{key_check, Health::problem,
                   fmt::format("Others than its owner may read {} (mode {:04o}), and so smm does not use it.",
                               seen.path, seen.rights),
                   "Run chmod 600 on it; if others could read it, make a new key with smm keys rotate."};
  if (!seen.fault.empty()) return lost(seen.fault + ".");
  if (!seen.expected.empty() && seen.expected != seen.given)
    return lost("The database was made with key " + seen.expected + ", and " + seen.path + " holds " +
                seen.given + ".");
  return std::nullopt;
}

}  // namespace

Findings judge_key(const KeySeen& seen, base::Instant now) {
  if (auto none = key_that_is_none(seen)) return {std::move(*none)};
  Findings found;
  if (seen.unopened > 0)
    found.push_back(lost(fmt::format("{} of {} data keys do not open under the key in {}.", seen.unopened,
                                     seen.keys, seen.path)));
  if (seen.with_the_data)
    found.push_back({key_check, Health::advice,
                     "The key lies in the folder of the data: whoever copies one has the other.",
                     "Move it elsewhere and name it with key_file."});
  if (now - seen.made > old_key)
    found.push_back({key_check, Health::advice,
                     fmt::format("The key is {} days old.", (now - seen.made) / base::one_day),
                     "Make a new one with smm keys rotate when somebody who could read it has left."});
  if (found.empty())
    found.push_back({key_check, Health::ok,
                     fmt::format("Key {} is there for its owner alone and opens all {} data keys.",
                                 seen.given, seen.keys)});
  return found;
}

}  // namespace smm::app::operating
