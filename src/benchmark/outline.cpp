// SPDX-License-Identifier: Apache-2.0
#include "benchmark/outline.hpp"

#include <algorithm>

namespace smm::benchmark {

std::optional<std::size_t> Outline::programme(std::string_view wanted) const {
  const auto found = std::ranges::find(programmes, wanted, &OutlineProgramme::id);
  if (found == programmes.end()) return std::nullopt;
  return static_cast<std::size_t>(found - programmes.begin());
}

std::optional<std::size_t> Outline::area(std::string_view wanted) const {
  const auto found = std::ranges::find(areas, wanted);
  if (found == areas.end()) return std::nullopt;
  return static_cast<std::size_t>(found - areas.begin());
}

std::vector<std::string> Outline::programme_ids() const {
  std::vector<std::string> ids;
  for (const OutlineProgramme& programme : programmes) ids.push_back(programme.id);
  return ids;
}

Outline outline_of(const instrument::Edition& edition) {
  Outline outline;
  outline.edition = edition.id;
  for (const auto& profession : edition.professions) outline.professions.push_back(profession.id);
  for (const auto& programme : edition.programmes)
    outline.programmes.push_back({programme.id, programme.profession});
  for (const auto& domain : edition.domains) {
    OutlineDomain& added = outline.domains.emplace_back(OutlineDomain{domain.id, {}});
    for (const std::size_t section : domain.areas) {
      added.areas.push_back(outline.areas.size());
      outline.areas.push_back(edition.sections[section].id);
    }
  }
  return outline;
}

}  // namespace smm::benchmark
