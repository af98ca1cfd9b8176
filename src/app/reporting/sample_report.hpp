// SPDX-License-Identifier: Apache-2.0
// A report that anybody may see: of an invented school among invented schools, through the same scoring,
// freezing and reporting as a real one. Seeded, so that it is the same everywhere.
#pragma once

#include "app/installation/edition_shelf.hpp"
#include "app/reporting/report_library.hpp"
#include "render/texts.hpp"
#include "report/school_report.hpp"

namespace smm::app {

// Takes a second or so: freezing some hundred schools.
base::Result<report::SchoolReport> sample_report(const ShelvedEdition& edition, ReportLibrary& library,
                                                 const render::Texts& texts);

}  // namespace smm::app
