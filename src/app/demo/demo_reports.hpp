// SPDX-License-Identifier: Apache-2.0
// What a demo leaves as files once a round is frozen: the release, the feedback report of every school that
// answered as HTML and JSON, of a few also as PDF (where there is a printer), workbook and one-page summary;
// badges with what verifying them from the files alone takes.
//
//   release-ROUND.json
//   reports/CODE-ROUND.html, .json; of a few .pdf, .xlsx, -summary.html
//   badges/CODE-ROUND.json; of a few .svg, .png; badges/issuer.json, badges/status-N.json
#pragma once

#include <set>
#include <string>
#include <vector>

#include "app/demo/demo_house.hpp"

namespace smm::app {

struct DemoReports {
  std::size_t schools = 0;  // with HTML and JSON
  std::size_t printed = 0;  // with a PDF
};

// `few`: codes of those with all forms. A PDF that cannot be printed is left out.
base::Result<DemoReports> write_demo_reports(const DemoHouse& house, const std::string& round,
                                             const std::vector<std::string>& few);

base::Result<std::size_t> write_demo_badges(const DemoHouse& house, const std::string& round,
                                            const std::set<std::string>& schools,
                                            const std::vector<std::string>& few);

base::Result<bool> write_demo_release(const DemoHouse& house, const std::string& round);

}  // namespace smm::app
