// SPDX-License-Identifier: Apache-2.0
#include "exchange/csv.hpp"

namespace smm::exchange {

base::Result<base::Table> read_table(std::string_view bytes, const std::string& source,
                                     const std::vector<std::string_view>& required) {
  base::MemorySource memory(bytes);
  CsvReader reader(memory, source);
  if (reader.problems().empty()) reader.require(required);
  base::Table table{source, reader.columns(), {}};
  CsvRow row;
  while (reader.next(row)) {
    table.rows.push_back({row.line, {row.cells.begin(), row.cells.end()}});
  }
  if (!reader.problems().empty()) return reader.problems();
  return table;
}

}  // namespace smm::exchange
