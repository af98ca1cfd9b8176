// SPDX-License-Identifier: Apache-2.0
#include "app/reporting/report_resources.hpp"

#include "catalog/find_resources.hpp"

namespace smm::app {

std::vector<report::AreaResources> report_resources(const catalog::Catalog& catalog,
                                                    const instrument::Edition& edition,
                                                    std::size_t profession, const render::Texts& texts) {
  std::vector<report::AreaResources> all;
  for (std::size_t area = 0; area < edition.sections.size(); ++area) {
    if (edition.sections[area].kind != instrument::SectionKind::area) continue;
    report::AreaResources of_area{edition.sections[area].id, {}};
    for (const catalog::Resource* each : catalog::resources_for(catalog, area, profession)) {
      if (of_area.resources.size() == catalog::wanted_resources) break;
      of_area.resources.push_back({each->title, each->publisher, each->address,
                                   texts("resources.kind_of." + std::string(to_string(each->kind))),
                                   each->summary, each->basis == catalog::Basis::recalled});
    }
    all.push_back(std::move(of_area));
  }
  return all;
}

}  // namespace smm::app
