// SPDX-License-Identifier: Apache-2.0
// Resources of the library as a report shows them: for each area those that are for the profession, best
// first. Internal to app/reporting.
#pragma once

#include <vector>

#include "catalog/resource.hpp"
#include "render/texts.hpp"
#include "report/school_report.hpp"

namespace smm::app {

std::vector<report::AreaResources> report_resources(const catalog::Catalog& catalog,
                                                    const instrument::Edition& edition,
                                                    std::size_t profession, const render::Texts& texts);

}  // namespace smm::app
