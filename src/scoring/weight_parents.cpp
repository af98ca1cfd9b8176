// SPDX-License-Identifier: Apache-2.0
#include "scoring/weight_parents.hpp"

namespace smm::scoring {
namespace {

WeightParent area_parent(const instrument::Edition& edition, const instrument::Section& area) {
  WeightParent parent{WeightLevel::indicator, area.id, {}};
  for (const std::size_t position : area.items) {
    const instrument::Item& item = edition.items[position];
    if (item.scored == instrument::Scored::no) continue;
    parent.children.push_back({item.id, position, item.scored == instrument::Scored::optional});
  }
  return parent;
}

WeightParent domain_parent(const instrument::Edition& edition, const instrument::Domain& domain) {
  WeightParent parent{WeightLevel::area, domain.id, {}};
  for (const std::size_t position : domain.areas) {
    parent.children.push_back({edition.sections[position].id, position, false});
  }
  return parent;
}

}  // namespace

std::string_view to_string(WeightLevel level) {
  return level == WeightLevel::indicator ? "indicator" : "area";
}

std::optional<std::size_t> WeightParent::child(std::string_view child_id) const {
  for (std::size_t i = 0; i < children.size(); ++i) {
    if (children[i].id == child_id) return i;
  }
  return std::nullopt;
}

std::vector<WeightParent> weight_parents(const instrument::Edition& edition) {
  std::vector<WeightParent> parents;
  for (const instrument::Section& section : edition.sections) {
    if (section.kind == instrument::SectionKind::area) parents.push_back(area_parent(edition, section));
  }
  for (const instrument::Domain& domain : edition.domains) parents.push_back(domain_parent(edition, domain));
  std::erase_if(parents, [](const WeightParent& parent) { return parent.children.empty(); });
  return parents;
}

}  // namespace smm::scoring
