// SPDX-License-Identifier: Apache-2.0
// Records of a CSV file that is to be linked: ids and trimmed cells, column by column.
//
// Column names and cells lose blanks at both ends. A file that is not UTF-8 is read as Latin-1
// (Windows-1252's signs become spaces), since public data sets often are. Rows of a wrong shape are left out
// and reported by the CSV reader's problems; ids that are missing or repeated refuse the file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/table.hpp"

namespace smm::outcomes::linkage {

struct RecordFile {
  std::string source;
  std::vector<std::string> ids;
  base::Table table;  // trimmed
};

// `bytes` as UTF-8.
std::string as_utf8(std::string_view bytes);

base::Result<RecordFile> records_of(base::Table table, const std::string& id_column);

}  // namespace smm::outcomes::linkage
