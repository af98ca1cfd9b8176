// SPDX-License-Identifier: Apache-2.0
// Any bytes are read into the records that the slow obvious reader finds, by every kind of scan and however
// the text is cut into chunks.
#include <algorithm>
#include <cstdint>
#include <string>

#include "base/assert.hpp"
#include "outcomes/registry/chunk_source.hpp"
#include "outcomes/registry/record_reader.hpp"
#include "slow_registry_csv.hpp"

using namespace smm;
using namespace smm::outcomes::registry;

namespace {

constexpr std::uint32_t fuzz_columns = 3;

void compare(std::string_view text, ScanKind kind, std::size_t chunk_bytes,
             const std::vector<test::SlowRecord>& wanted) {
  base::MemorySource source(text);
  ChunkSource chunks(source, fuzz_columns, chunk_bytes);
  RecordReader reader(fuzz_columns, fuzz_columns, record_scan(kind));
  std::vector<const test::SlowRecord*> good;
  std::vector<const test::SlowRecord*> bad;
  for (const test::SlowRecord& record : wanted) (record.fault.empty() ? good : bad).push_back(&record);
  std::size_t good_found = 0;
  std::size_t bad_found = 0;
  std::uint64_t lines = 0;
  for (Chunk chunk; chunks.next(chunk);) {
    std::vector<RejectedLine> rejected;
    const auto counts =
        reader.read(chunk.text, rejected, [&](const Cells& cells) -> std::optional<RejectReason> {
          SMM_ASSERT(good_found < good.size());
          for (std::uint32_t at = 0; at < fuzz_columns; ++at)
            SMM_ASSERT(cells.at(at) == good[good_found]->cells[at]);
          ++good_found;
          return std::nullopt;
        });
    for (const RejectedLine& line : rejected) {
      SMM_ASSERT(bad_found < bad.size() && bad[bad_found]->line == line.line + lines);
      SMM_ASSERT(bad[bad_found++]->fault == name_of(line.reason));
    }
    lines += counts.lines;
  }
  SMM_ASSERT(good_found == good.size() && bad_found == bad.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto wanted = test::SlowRegistryCsv(text, fuzz_columns, longest_record).read();
  for (const ScanKind kind : {ScanKind::portable, ScanKind::avx2, ScanKind::avx512})
    if (scan_is_available(kind))
      for (const std::size_t chunk_bytes : {std::size_t{1}, std::size_t{1} << 16})
        compare(text, kind, chunk_bytes, wanted);
  return 0;
}
