// SPDX-License-Identifier: Apache-2.0
// Any bytes are a workbook or a problem; what was read of a workbook stays within the limits.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "exchange/xlsx_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto book = smm::exchange::read_workbook(bytes, "fuzz.xlsx");
  if (book && book->sheets.size() > 200) std::abort();
  const auto table = smm::exchange::read_workbook_table(bytes, "fuzz.xlsx");
  if (!table) return 0;
  for (const auto& row : table->rows)
    if (row.cells.size() != table->columns.size()) std::abort();
  return 0;
}
