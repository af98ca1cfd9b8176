// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/practice.hpp"

#include <algorithm>

namespace smm::outcomes::measure {

void set_bounded(Practice& practice, Fact fact, double low, double high) {
  constexpr double doubt = 1e-9;
  if (low >= 0.5) practice.decided.set(fact, true);
  if (high < 0.5) practice.decided.set(fact, false);
  if (low >= 1 - doubt) practice.certain.set(fact, true);
  if (high <= doubt) practice.certain.set(fact, false);
}

Links no_links(const Cohort& cohort) {
  Links links;
  for (const Person& person : cohort.persons) {
    PersonLink link;
    if (person.programme != none_known && cohort.programmes[person.programme].known != nullptr &&
        !cohort.programmes[person.programme].known->npi_expected)
      link.state = LinkState::no_npi_expected;
    links.persons.push_back(link);
  }
  return links;
}

std::vector<std::uint32_t> linked_npis(const Links& links, const std::vector<Links>& draws) {
  std::vector<std::uint32_t> npis;
  const auto add = [&](const Links& some) {
    for (const PersonLink& link : some.persons)
      if (link.npi != 0) npis.push_back(link.npi);
    std::sort(npis.begin(), npis.end());
    npis.erase(std::unique(npis.begin(), npis.end()), npis.end());
  };
  add(links);
  for (const Links& draw : draws) add(draw);
  return npis;
}

Practices::Practices(std::vector<Practice> practices) : practices_(std::move(practices)) {
  std::size_t places = 16;
  while (places < 2 * practices_.size()) places *= 2;
  table_.resize(places);
  mask_ = places - 1;
  for (std::size_t i = 0; i < practices_.size(); ++i) {
    std::size_t slot = slot_of(practices_[i].npi);
    while (table_[slot] != 0) slot = (slot + 1) & mask_;
    table_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

const Practice* Practices::find(std::uint32_t npi) const {
  for (std::size_t slot = slot_of(npi); table_[slot] != 0; slot = (slot + 1) & mask_)
    if (practices_[table_[slot] - 1].npi == npi) return &practices_[table_[slot] - 1];
  return nullptr;
}

}  // namespace smm::outcomes::measure
