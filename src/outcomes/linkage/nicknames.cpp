// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/nicknames.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "outcomes/linkage/folded_text.hpp"

namespace smm::outcomes::linkage {

Nicknames::Nicknames(const std::vector<std::pair<std::string, std::string>>& formal_and_short) {
  std::map<std::string, std::set<std::string>> short_forms;
  for (const auto& [formal, nickname] : formal_and_short)
    short_forms[squeezed(folded(formal))].insert(squeezed(folded(nickname)));
  std::map<std::string, std::set<std::string>> related;
  for (const auto& [formal, names] : short_forms) {
    for (const std::string& name : names) {
      related[formal].insert(name);
      related[name].insert(formal);
      related[name].insert(names.begin(), names.end());
    }
  }
  for (auto& [name, others] : related) {
    others.erase(name);
    related_.emplace(name, std::vector<std::string>(others.begin(), others.end()));
  }
}

const std::vector<std::string>& Nicknames::of(std::string_view name) const {
  static const std::vector<std::string> nobody;
  const auto found = related_.find(name);
  return found == related_.end() ? nobody : found->second;
}

bool Nicknames::related(std::string_view one, std::string_view other) const {
  const auto& names = of(one);
  return std::binary_search(names.begin(), names.end(), other);
}

}  // namespace smm::outcomes::linkage
