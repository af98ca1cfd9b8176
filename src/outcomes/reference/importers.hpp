// SPDX-License-Identifier: Apache-2.0
// One importer per form of source. Each reads `text` (UTF-8) and adds what it finds to `rows`; false when the
// text has no header with the columns that are needed. Internal to this room.
#pragma once

#include <string>
#include <string_view>

#include "outcomes/reference/imported_rows.hpp"

namespace smm::outcomes::reference {

bool import_zip_counties(std::string_view text, const std::string& source, ImportedRows& rows);
bool import_zip_tracts(std::string_view text, const std::string& source, ImportedRows& rows);
bool import_ruca_zips(std::string_view text, const std::string& source, ImportedRows& rows);
bool import_ruca_tracts(std::string_view text, const std::string& source, ImportedRows& rows);
bool import_hpsa(std::string_view text, const std::string& source, ImportedRows& rows);
bool import_hpsa_find(std::string_view text, const std::string& source, ImportedRows& rows);
bool import_mua(std::string_view text, const std::string& source, ImportedRows& rows);
bool import_geocodes(std::string_view text, const std::string& source, ImportedRows& rows);
bool import_state_shares(std::string_view text, const std::string& source, ImportedRows& rows);
bool import_taxonomy_sets(std::string_view text, const std::string& source, ImportedRows& rows);

}  // namespace smm::outcomes::reference
