// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/search.hpp"

#include <algorithm>

namespace smm::outcomes::registry {
namespace {

bool same_letter(char one, char other) {
  const auto upper = [](char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - ('a' - 'A')) : letter;
  };
  return upper(one) == upper(other);
}

bool begins_with(std::string_view text, std::string_view beginning) {
  return text.size() >= beginning.size() &&
         std::equal(beginning.begin(), beginning.end(), text.begin(), same_letter);
}

bool first_fits(const Snapshot& snapshot, Row row, const PersonQuery& query) {
  if (query.first.empty() || begins_with(snapshot.given_names().text(snapshot.first(row)), query.first))
    return true;
  const auto names = snapshot.other_names(row);
  return std::any_of(names.begin(), names.end(), [&](const OtherName& name) {
    return begins_with(snapshot.given_names().text(name.first), query.first);
  });
}

bool state_fits(const Snapshot& snapshot, Row row, std::pair<Code, Code> states) {
  const auto wanted = [&](Code state) { return state >= states.first && state < states.second; };
  const auto addresses = snapshot.addresses(row);
  if (std::any_of(addresses.begin(), addresses.end(), [&](const Address& at) { return wanted(at.state); }))
    return true;
  const EntryRange range = snapshot.taxonomies_of(row);
  for (std::uint32_t entry = range.begin; entry < range.end; ++entry)
    if (wanted(snapshot.taxonomy(entry).licence_state)) return true;
  return false;
}

}  // namespace

std::vector<Row> find_persons(const Snapshot& snapshot, const PersonQuery& query) {
  std::vector<Row> rows;
  const auto [begin, end] = snapshot.surnames().find_folded(query.last);
  for (Code surname = begin; surname < end; ++surname)
    for (const auto list : {snapshot.with_last(surname), snapshot.with_other_last(surname)})
      rows.insert(rows.end(), list.begin(), list.end());
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  const auto states = snapshot.states().find_folded(query.state);
  std::erase_if(rows, [&](Row row) {
    return !first_fits(snapshot, row, query) || (!query.state.empty() && !state_fits(snapshot, row, states));
  });
  return rows;
}

}  // namespace smm::outcomes::registry
