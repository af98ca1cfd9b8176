// SPDX-License-Identifier: Apache-2.0
// CsvReader must read any bytes as the slow reader does, however many bytes the source gives at a time.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "exchange/csv.hpp"
#include "slow_csv.hpp"

namespace {

class Dripping final : public smm::base::ByteSource {
 public:
  Dripping(std::string_view bytes, std::size_t chunk) : memory_(bytes), chunk_(chunk) {}
  std::size_t read(char* into, std::size_t capacity) override {
    return memory_.read(into, std::min(capacity, chunk_));
  }

 private:
  smm::base::MemorySource memory_;
  std::size_t chunk_;
};

void expect(bool holds) {
  if (!holds) std::abort();
}

void compare(smm::exchange::CsvReader& reader, const smm::testing::SlowCsv& slow) {
  smm::exchange::CsvRow row;
  std::size_t rows = 1;  // the header is the slow reader's first row
  expect(reader.columns() == slow.rows.front().cells);
  for (; reader.next(row); ++rows) {
    expect(rows < slow.rows.size() && row.line == slow.rows[rows].line);
    expect(std::equal(row.cells.begin(), row.cells.end(), slow.rows[rows].cells.begin(),
                      slow.rows[rows].cells.end()));
  }
  expect(rows == slow.rows.size() && reader.problems().size() == slow.bad.size());
  for (std::size_t at = 0; at < slow.bad.size(); ++at) {
    expect(reader.problems()[at].place.line == slow.bad[at].first);
    expect(reader.problems()[at].code == slow.bad[at].second);
  }
}

}  // namespace

// The first byte chooses the chunk and window size, the second the limit of a row.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::string text(reinterpret_cast<const char*>(data) + 2, size - 2);
  const std::size_t limit = data[1] < 128 ? data[1] : 1U << 20;
  Dripping source(text, 1 + data[0] % 16);
  smm::exchange::CsvReader reader(source, "f", {limit, 1U << 20, 1U + data[0] / 16});
  const auto slow = smm::testing::SlowCsvReader(text, limit).read();
  const bool bad_names = !slow.rows.empty() && !reader.problems().empty() &&
                         (reader.problems().front().code == "csv_empty_column" ||
                          reader.problems().front().code == "csv_duplicate_column");
  if (slow.rows.empty()) {
    expect(reader.problems().size() == 1 &&
           (slow.bad.empty() || reader.problems()[0].code == slow.bad[0].second));
  } else if (!bad_names) {
    compare(reader, slow);
  }
  return 0;
}
