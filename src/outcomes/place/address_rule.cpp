// SPDX-License-Identifier: Apache-2.0
#include "outcomes/place/address_rule.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <string>

#include "outcomes/reference/source_text.hpp"

namespace smm::outcomes::place {
namespace {

constexpr std::string_view rule_names[] = {"latest", "practice-first", "all"};
constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

bool better(const DatedAddress& one, const DatedAddress& other, AddressRule rule) {
  const bool by_rank = rule == AddressRule::practice_first;
  if (by_rank && one.rank != other.rank) return one.rank < other.rank;
  if (one.date != other.date) return one.date > other.date;
  return one.rank < other.rank;
}

}  // namespace

std::string_view name_of(AddressRule rule) {
  return rule_names[static_cast<std::size_t>(rule)];
}

std::optional<AddressRule> address_rule(std::string_view name) {
  const auto found = std::find(std::begin(rule_names), std::end(rule_names), name);
  if (found == std::end(rule_names)) return std::nullopt;
  return static_cast<AddressRule>(found - std::begin(rule_names));
}

std::uint8_t source_rank(std::string_view source) {
  const std::string word = reference::squeezed(source);
  if (word == "practice") return 0;
  if (word == "location" || word == "otherlocation" || word == "medicare") return 1;
  if (word == "mailing" || word == "home" || word == "residence") return 3;
  return 2;
}

std::vector<std::uint32_t> counted_addresses(std::span<const DatedAddress> addresses, std::uint32_t persons,
                                             AddressRule rule) {
  std::vector<std::uint32_t> counted;
  std::vector<std::uint32_t> best(rule == AddressRule::all ? 0 : persons, none);
  for (std::uint32_t at = 0; at < addresses.size(); ++at) {
    const DatedAddress& address = addresses[at];
    if (!address.usable) continue;
    if (rule == AddressRule::all) {
      counted.push_back(at);
    } else if (std::uint32_t& kept = best[address.person];
               kept == none || better(address, addresses[kept], rule)) {
      kept = at;
    }
  }
  if (rule != AddressRule::all)
    std::copy_if(best.begin(), best.end(), std::back_inserter(counted),
                 [](std::uint32_t at) { return at != none; });
  std::sort(counted.begin(), counted.end());
  return counted;
}

}  // namespace smm::outcomes::place
