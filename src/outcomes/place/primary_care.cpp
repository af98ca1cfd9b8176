// SPDX-License-Identifier: Apache-2.0
#include "outcomes/place/primary_care.hpp"

#include <algorithm>

namespace smm::outcomes::place {
namespace {

using reference::TaxonomyRole;
using reference::TaxonomyRule;
using reference::TaxonomySet;

const TaxonomyRule* rule_for(const TaxonomySet& set, std::string_view code) {
  const auto found = std::find_if(set.rules.begin(), set.rules.end(),
                                  [&](const TaxonomyRule& rule) { return rule.code == code; });
  return found == set.rules.end() ? nullptr : &*found;
}

bool has_role(const TaxonomySet& set, std::string_view code, TaxonomyRole role) {
  const TaxonomyRule* rule = rule_for(set, code);
  return rule != nullptr && rule->role == role;
}

// Does the person hold a code that begins so and does not count itself? (A subspecialty of internal
// medicine.)
bool holds_uncounted(std::span<const HeldTaxonomy> taxonomies, const TaxonomySet& set,
                     std::string_view prefix) {
  return std::any_of(taxonomies.begin(), taxonomies.end(), [&](const HeldTaxonomy& held) {
    return held.code.starts_with(prefix) && !has_role(set, held.code, TaxonomyRole::counts);
  });
}

PrimaryCareState state_of(const HeldTaxonomy& deciding, std::span<const HeldTaxonomy> taxonomies,
                          const TaxonomySet& set) {
  const TaxonomyRule* rule = rule_for(set, deciding.code);
  if (rule == nullptr) return PrimaryCareState::not_primary_care;
  switch (rule->role) {
    case TaxonomyRole::never:
      return PrimaryCareState::not_primary_care;
    case TaxonomyRole::training:
      return PrimaryCareState::in_training;
    case TaxonomyRole::unknown:
      return PrimaryCareState::unknown;
    case TaxonomyRole::counts:
      break;
  }
  const bool excluded =
      std::any_of(taxonomies.begin(), taxonomies.end(),
                  [&](const HeldTaxonomy& held) { return has_role(set, held.code, TaxonomyRole::never); }) ||
      (!rule->unless_prefix.empty() && holds_uncounted(taxonomies, set, rule->unless_prefix));
  return excluded ? PrimaryCareState::not_primary_care : PrimaryCareState::primary_care;
}

}  // namespace

std::string_view name_of(PrimaryCareState state) {
  switch (state) {
    case PrimaryCareState::unknown:
      return "unknown";
    case PrimaryCareState::in_training:
      return "in_training";
    case PrimaryCareState::not_primary_care:
      return "not_primary_care";
    case PrimaryCareState::primary_care:
      return "primary_care";
  }
  return "";
}

std::vector<HeldTaxonomy> taxonomies_of(const registry::Snapshot& snapshot, registry::Row row) {
  std::vector<HeldTaxonomy> held;
  const registry::EntryRange range = snapshot.taxonomies_of(row);
  for (std::uint32_t entry = range.begin; entry < range.end; ++entry) {
    const registry::Taxonomy taxonomy = snapshot.taxonomy(entry);
    const std::string_view code = snapshot.taxonomies().text(taxonomy.code);
    if (!code.empty()) held.push_back({code, taxonomy.primary});
  }
  return held;
}

PrimaryCareState primary_care(std::span<const HeldTaxonomy> taxonomies, const TaxonomySet& set) {
  const bool switched = std::any_of(taxonomies.begin(), taxonomies.end(), [](const HeldTaxonomy& held) {
    return held.primary == registry::PrimarySwitch::yes;
  });
  std::optional<PrimaryCareState> state;
  for (const HeldTaxonomy& held : taxonomies) {
    if (switched && held.primary != registry::PrimarySwitch::yes) continue;
    const PrimaryCareState own = state_of(held, taxonomies, set);
    if (state && *state != own) return PrimaryCareState::unknown;
    state = own;
  }
  return state.value_or(PrimaryCareState::unknown);
}

const TaxonomySet* find_taxonomy_set(std::span<const TaxonomySet> sets, std::string_view id,
                                     registry::Day day) {
  const auto found = std::find_if(sets.begin(), sets.end(),
                                  [&](const TaxonomySet& set) { return set.id == id && set.in_force(day); });
  return found == sets.end() ? nullptr : &*found;
}

PrimaryCareState primary_care(std::span<const HeldTaxonomy> taxonomies, std::span<const TaxonomySet> sets,
                              std::string_view id, registry::Day day) {
  const TaxonomySet* set = find_taxonomy_set(sets, id, day);
  return set == nullptr ? PrimaryCareState::unknown : primary_care(taxonomies, *set);
}

}  // namespace smm::outcomes::place
