// SPDX-License-Identifier: Apache-2.0
#include "outcomes/reference/reference_at.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "outcomes/reference/problems.hpp"
#include "outcomes/reference/read_lists.hpp"
#include "outcomes/reference/us_state.hpp"

namespace smm::outcomes::reference {
namespace {

struct NamedList {
  ListName name;
  std::string file;
};

// By kind, latest first.
std::map<ListKind, std::vector<NamedList>> by_kind(std::span<const std::string> file_names) {
  std::map<ListKind, std::vector<NamedList>> lists;
  for (const std::string& file : file_names)
    if (auto name = read_file_name(file)) lists[name->kind].push_back({*std::move(name), file});
  for (auto& [kind, named] : lists)
    std::sort(named.begin(), named.end(), [](const NamedList& one, const NamedList& other) {
      return std::tie(other.name.as_of, other.file) < std::tie(one.name.as_of, one.file);
    });
  return lists;
}

// The latest list for every set of states; those that are dated after the day are passed by.
std::vector<std::string> latest_of_each_state(const std::vector<NamedList>& latest_first, Day day) {
  std::vector<std::string> files;
  std::vector<std::string> seen;
  for (const NamedList& list : latest_first) {
    if (list.name.as_of > day || std::find(seen.begin(), seen.end(), list.name.states) != seen.end())
      continue;
    seen.push_back(list.name.states);
    files.push_back(list.file);
  }
  return files;
}

// Answers of the geocoder add up; a later one counts where both know an address.
std::vector<std::string> all_until(const std::vector<NamedList>& latest_first, Day day) {
  std::vector<std::string> files;
  for (const NamedList& list : latest_first)
    if (list.name.as_of <= day) files.push_back(list.file);
  return files;
}

// The first list after the day where there is none before it, of what is a history.
void add_from_history(const std::vector<NamedList>& latest_first, Day day, std::vector<std::string>& files) {
  std::vector<std::string> seen;
  for (const NamedList& list : latest_first)
    if (list.name.as_of <= day) seen.push_back(list.name.states);
  for (auto list = latest_first.rbegin(); list != latest_first.rend(); ++list) {
    if (std::find(seen.begin(), seen.end(), list->name.states) != seen.end()) continue;
    seen.push_back(list->name.states);
    files.push_back(list->file);
  }
}

// "CA-DENTAL-NV" speaks of California and Nevada, "DENTAL" and "" of every state.
bool covers(const std::string& parts, const UsState& state) {
  bool names_states = false;
  for (std::size_t begin = 0; begin < parts.size();) {
    const std::size_t end = std::min(parts.find('-', begin), parts.size());
    const std::string_view part = std::string_view(parts).substr(begin, end - begin);
    if (part == state.letters) return true;
    names_states = names_states || part.size() == 2;
    begin = end + 1;
  }
  return !names_states;
}

bool has_type(const std::vector<ShortageComponent>& components, ShortageType type) {
  return std::any_of(components.begin(), components.end(),
                     [&](const ShortageComponent& component) { return component.type == type; });
}

class ReferenceOpening {
 public:
  explicit ReferenceOpening(const ReferenceOptions& options) { at_.options = options; }

  base::Result<ReferenceAt> open(std::span<const NamedBytes> files) {
    for (const NamedBytes& file : files) {
      auto list = decode(file.bytes, file.name);
      if (list)
        lists_.push_back(std::move(list).value());
      else
        problems_.insert(problems_.end(), list.problems().begin(), list.problems().end());
    }
    // Latest first, so that each state gets its shortage areas from the latest list that has it; at the same
    // date the national list. What is dated after the day comes last.
    std::sort(lists_.begin(), lists_.end(), [&](const ReferenceList& one, const ReferenceList& other) {
      const bool one_later = one.origin.as_of > at_.options.day;
      const bool other_later = other.origin.as_of > at_.options.day;
      return std::tie(one_later, other.origin.as_of, one.origin.kind, one.id) <
             std::tie(other_later, one.origin.as_of, other.origin.kind, other.id);
    });
    for (const ReferenceList& list : lists_) read(list);
    if (!problems_.empty()) return problems_;
    finish();
    return std::move(at_);
  }

 private:
  void read(const ReferenceList& list) {
    at_.lists.push_back({list.origin.kind, list.origin.as_of, list.id});
    switch (list.origin.kind) {
      case ListKind::hpsa:
      case ListKind::hpsa_find:
        return read_hpsa(list);
      case ListKind::mua:
        return read_components(list, at_.mua, problems_);
      case ListKind::ruca_zip:
        return read_ruca_zips(list, at_.ruca_zips, problems_);
      case ListKind::ruca_tract:
        return read_ruca_tracts(list, at_.ruca_tracts, problems_);
      case ListKind::zip_county:
        return read_zip_counties(list, at_.options.weights, at_.zip_counties, problems_);
      case ListKind::zip_tract:
        return read_zip_tracts(list, at_.options.weights, at_.zip_tracts, problems_);
      case ListKind::tract_geocode:
        return read_geocodes(list, at_.geocoded, problems_);
      case ListKind::state_shares:
        return read_state_shares(list, at_.state_shares, problems_);
      case ListKind::taxonomy_set:
        return read_taxonomy_sets(list, at_.taxonomy_sets, problems_);
    }
  }

  // Components lie in the states that this list is the latest of; the others are passed by.
  void read_hpsa(const ReferenceList& list) {
    std::vector<ShortageComponent> components;
    read_components(list, components, problems_);
    std::erase_if(components, [&](const ShortageComponent& component) {
      return component.discipline != at_.options.discipline;
    });
    if (components.empty()) return;  // a list of another discipline
    const std::array<bool, 100> fresh = know_states(list, components);
    for (ShortageComponent& component : components)
      if (fresh[std::min(component.state, 99U)]) at_.hpsa.push_back(std::move(component));
    if (list.origin.as_of > at_.options.day)
      at_.warnings.emplace_back(problem::reference_from_history,
                                "shortage areas on " + to_iso(at_.options.day) +
                                    " are taken from the history of " + to_iso(list.origin.as_of),
                                base::Place{file_name(list.origin), 0, 0});
  }

  // Which states this is the first list of; marks them as known.
  std::array<bool, 100> know_states(const ReferenceList& list,
                                    const std::vector<ShortageComponent>& components) {
    const bool national = list.origin.kind == ListKind::hpsa;
    std::array<bool, 100> fresh{};
    for (const UsState& state : us_states()) {
      if (at_.hpsa_known[state.number] || !covers(list.origin.states, state)) continue;
      fresh[state.number] = at_.hpsa_known[state.number] = true;
      at_.facilities_known[state.number] = national;
      at_.geographic_left_out[state.number] = !national && !has_type(components, ShortageType::geographic);
      at_.population_left_out[state.number] = !national && !has_type(components, ShortageType::population);
    }
    return fresh;
  }

  void finish() {
    std::stable_sort(
        at_.geocoded.begin(), at_.geocoded.end(),
        [](const GeocodedAddress& one, const GeocodedAddress& other) { return one.key < other.key; });
    const auto again = std::unique(
        at_.geocoded.begin(), at_.geocoded.end(),
        [](const GeocodedAddress& one, const GeocodedAddress& other) { return one.key == other.key; });
    at_.geocoded.erase(again, at_.geocoded.end());
    for (const ListKind kind : all_list_kinds())
      if (!at_.has(kind)) at_.missing.push_back(kind);
    std::sort(at_.lists.begin(), at_.lists.end(), [](const ListInForce& one, const ListInForce& other) {
      return std::tie(one.kind, one.as_of, one.id) < std::tie(other.kind, other.as_of, other.id);
    });
  }

  ReferenceAt at_;
  std::vector<ReferenceList> lists_;
  base::Problems problems_;
};

}  // namespace

bool ReferenceAt::has(ListKind kind) const {
  return std::any_of(lists.begin(), lists.end(), [&](const ListInForce& list) { return list.kind == kind; });
}

std::vector<std::string> lists_to_read(std::span<const std::string> file_names, Day day) {
  std::vector<std::string> chosen;
  for (const auto& [kind, latest_first] : by_kind(file_names)) {
    std::vector<std::string> files = kind == ListKind::tract_geocode
                                         ? all_until(latest_first, day)
                                         : latest_of_each_state(latest_first, day);
    if (kind == ListKind::hpsa) add_from_history(latest_first, day, files);
    chosen.insert(chosen.end(), files.begin(), files.end());
  }
  return chosen;
}

base::Result<ReferenceAt> open_reference(std::span<const NamedBytes> lists, const ReferenceOptions& options) {
  if (lists.empty())
    return base::Problem(problem::reference_none_in_force, "no list is in force on " + to_iso(options.day) +
                                                               "; smm reference list shows what there is");
  return ReferenceOpening(options).open(lists);
}

std::string cited(const ReferenceAt& reference) {
  constexpr std::size_t shown_digits = 12;
  std::string text;
  for (const ListInForce& list : reference.lists)
    text += (text.empty() ? "" : "; ") + std::string(name_of(list.kind)) + " " + to_iso(list.as_of) + " " +
            list.id.substr(0, shown_digits);
  return text;
}

}  // namespace smm::outcomes::reference
