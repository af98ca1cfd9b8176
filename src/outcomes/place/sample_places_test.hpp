// SPDX-License-Identifier: Apache-2.0
// A small country of lists for tests: ZIP codes in North Carolina, shortage areas in some of its tracts and
// counties. docs/methods/placing.md works with the same.
#pragma once

#include <string>
#include <vector>

#include "outcomes/place/places.hpp"
#include "outcomes/reference/import_list.hpp"
#include "outcomes/reference/reference_at.hpp"

namespace smm::outcomes::place {

using reference::ListKind;

inline registry::Day sample_day(const std::string& text = "2026-06-30") {
  return registry::parse_iso_day(text).value();
}

inline reference::NamedBytes sample_list(ListKind kind, const std::string& source,
                                         const std::string& as_of = "2026-01-31") {
  const auto list = reference::import_list(kind, source, "sample.csv", sample_day(as_of)).value();
  return {reference::file_name(list.list.origin), list.bytes};
}

inline reference::ReferenceAt sample_reference(const std::vector<reference::NamedBytes>& lists,
                                               const std::string& day = "2026-06-30") {
  return reference::open_reference(lists, {sample_day(day)}).value();
}

inline const std::string sample_zip_counties =
    "ZIP,COUNTY,RES_RATIO,BUS_RATIO,OTH_RATIO,TOT_RATIO\n"
    "27701,37063,1,1,1,1\n"
    "27503,37063,0.6,0.2,0,0.5\n"
    "27503,37077,0.4,0.8,1,0.5\n"
    "27537,37181,1,1,1,1\n"
    "27278,37135,0.7,0.7,0.7,0.7\n27278,37063,0.3,0.3,0.3,0.3\n"
    "24577,51083,0.9,0.9,0.9,0.9\n24577,37181,0.1,0.1,0.1,0.1\n";

inline const std::string sample_zip_tracts =
    "ZIP,TRACT,RES_RATIO,BUS_RATIO,OTH_RATIO,TOT_RATIO\n"
    "27701,37063000101,0.25,0,0,0.2\n27701,37063000102,0.75,1,1,0.8\n";

inline const std::string sample_hpsa =
    "HPSA Name,HPSA ID,Designation Type,HPSA Discipline Class,Primary State Abbreviation,HPSA Status,HPSA "
    "Designation Date,HPSA Geography Identification Number,Withdrawn Date,HPSA Address,HPSA Postal Code,HPSA "
    "Component Type Description\n"
    "Tract,1,Geographic HPSA,Primary Care,NC,Designated,01/02/2010,37063000102,,,,Census Tract\n"
    "Vance,2,High Needs Geographic HPSA,Primary Care,NC,Designated,01/02/2010,37181,,,,Single County\n"
    "Town,3,Geographic HPSA,Primary Care,NC,Designated,01/02/2010,3713512345,,,,County Subdivision\n"
    "Low income,4,HPSA Population,Primary Care,NC,Designated,01/02/2010,37077,,,,Single County\n"
    "Once,5,Geographic HPSA,Primary Care,NC,Withdrawn,01/02/2000,37063,05/06/2015,,,Single County\n"
    "Clinic,6,Rural Health Clinic,Primary Care,NC,Designated,01/02/2010,POINT,,1 Clinic Rd.,27537,UNK\n"
    "Teeth,7,Geographic HPSA,Dental Health,NC,Designated,01/02/2010,37063,,,,Single County\n";

inline const std::string sample_ruca_zips =
    "ZIP_CODE,STATE,ZIP_TYPE,RUCA1,RUCA2\n27701,NC,Zip Code Area,1,1\n27537,NC,Zip Code "
    "Area,4,4\n27278,NC,Zip Code "
    "Area,99,99\n27999,NC,Zip Code Area,7,7\n";

inline std::vector<reference::NamedBytes> sample_lists() {
  return {sample_list(ListKind::hpsa, sample_hpsa), sample_list(ListKind::ruca_zip, sample_ruca_zips),
          sample_list(ListKind::zip_county, sample_zip_counties),
          sample_list(ListKind::zip_tract, sample_zip_tracts)};
}

}  // namespace smm::outcomes::place
