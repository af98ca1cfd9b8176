// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "instrument/concordance_checks.hpp"
#include "instrument/paired_items.hpp"
#include "instrument/problems.hpp"

namespace smm::instrument {
namespace {

using base::Problems;

struct LinkedPair {
  const ConcordanceRow& row;
  const Item& older;
  const Item& newer;
};

// Rows that link one item to one, where both exist; anything else is reported elsewhere.
std::vector<LinkedPair> linked_pairs(const Concordance& concordance, const Edition& older,
                                     const Edition& newer) {
  std::vector<LinkedPair> pairs;
  for (const ConcordanceRow& row : concordance.items) {
    if (row.from.size() != 1 || row.to.size() != 1) continue;
    const auto before = older.item(row.from[0]);
    const auto after = newer.item(row.to[0]);
    if (before && after) pairs.push_back({row, older.items[*before], newer.items[*after]});
  }
  return pairs;
}

// "options, steps": what differs for any program.
template <class... Judges>
std::string differing(const std::vector<PairedItem>& pairs, Judges... judges) {
  std::set<std::string> names;
  for (const PairedItem& pair : pairs) (names.merge(judges(pair)), ...);
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

bool picks_one(ItemType type) {
  return type == ItemType::yes_no || type == ItemType::one_of || type == ItemType::phase;
}

bool takes_map(ItemType older, ItemType newer) {
  if (picks_one(older)) return picks_one(newer);
  return older == newer && (older == ItemType::any_of || older == ItemType::year_grid);
}

void misfit(const LinkedPair& link, const std::string& what, Problems& problems) {
  problems.emplace_back(problem::recode_misfit, "\"" + link.newer.id + "\": " + what, link.row.place);
}

void check_factor(const LinkedPair& link, Problems& problems) {
  const ItemType type = link.newer.type;
  const bool takes_any = type == ItemType::count || type == ItemType::money;
  if (link.older.type != type || !is_number(type)) {
    misfit(link, "a factor stands between two items of one number type", problems);
  } else if (*link.row.factor <= 0) {
    misfit(link, "a factor is above 0", problems);
  } else if (!takes_any && *link.row.factor != 1) {
    misfit(link, "shares and ratios take the factor 1 only, since a percent has no other unit", problems);
  }
}

const Option* option_of(const Item& item, std::string_view id) {
  for (const Option& option : item.options) {
    if (option.id == id) return &option;
  }
  return nullptr;
}

// An answer that may hold several options could otherwise end with one that must stand alone beside others.
bool stands_alone(const Item& item, const Option& option) {
  return item.type == ItemType::any_of && (option.exclusive || option.leaves);
}

void check_mapped_option(const LinkedPair& link, const MappedOption& entry, Problems& problems) {
  const Option* before = option_of(link.older, entry.from);
  const Option* after = entry.to ? option_of(link.newer, *entry.to) : nullptr;
  if (before == nullptr) {
    problems.emplace_back(problem::unknown_id,
                          "the older \"" + link.older.id + "\" has no option \"" + entry.from + "\"",
                          entry.place);
  }
  if (entry.to && after == nullptr) {
    problems.emplace_back(problem::unknown_id,
                          "the newer \"" + link.newer.id + "\" has no option \"" + *entry.to + "\"",
                          entry.place);
  }
  if (before == nullptr || after == nullptr) return;
  if (stands_alone(link.older, *before) != stands_alone(link.newer, *after)) {
    problems.emplace_back(problem::recode_misfit,
                          "only one of \"" + before->id + "\" and \"" + after->id +
                              "\" can be chosen beside others, so neither can stand for the other",
                          entry.place);
  }
}

void check_map(const LinkedPair& link, Problems& problems) {
  if (!takes_map(link.older.type, link.newer.type)) {
    misfit(link,
           "no map leads from " + std::string(to_string(link.older.type)) + " to " +
               std::string(to_string(link.newer.type)),
           problems);
    return;
  }
  std::set<std::string_view> seen;
  for (const MappedOption& entry : link.row.map) {
    check_mapped_option(link, entry, problems);
    if (!seen.insert(entry.from).second) {
      problems.emplace_back(problem::concordance_repeated,
                            "the option \"" + entry.from + "\" stands twice in this map", entry.place);
    }
  }
  for (const Option& option : link.older.options) {
    if (seen.contains(option.id)) continue;
    problems.emplace_back(problem::concordance_incomplete,
                          "the map does not say what became of the option \"" + option.id + "\"",
                          link.row.place);
  }
}

}  // namespace

void check_unchanged_items(const Concordance& concordance, const Edition& older, const Edition& newer,
                           Problems& problems) {
  const PairedEditions editions(older, newer);
  for (const LinkedPair& link : linked_pairs(concordance, older, newer)) {
    if (link.row.change != Change::same && link.row.change != Change::reworded) continue;
    const auto pairs = editions.pairs(link.older.id, link.newer.id);
    const std::string changed = link.row.change == Change::same
                                    ? differing(pairs, changed_subject, changed_measure, changed_words)
                                    : differing(pairs, changed_subject, changed_measure);
    if (changed.empty()) continue;
    problems.emplace_back(problem::concordance_not_same,
                          "\"" + link.newer.id + "\" is called " + std::string(to_string(link.row.change)) +
                              ", but this changed: " + changed,
                          link.row.place);
  }
}

void check_recoded_items(const Concordance& concordance, const Edition& older, const Edition& newer,
                         Problems& problems) {
  const PairedEditions editions(older, newer);
  for (const LinkedPair& link : linked_pairs(concordance, older, newer)) {
    if (link.row.change != Change::recoded) continue;
    const std::string changed = differing(editions.pairs(link.older.id, link.newer.id), changed_subject);
    if (!changed.empty()) {
      misfit(link, "not recoded but dropped and new, since this changed: " + changed, problems);
    }
    if (link.row.factor) check_factor(link, problems);
    if (!link.row.map.empty()) check_map(link, problems);
  }
}

}  // namespace smm::instrument
