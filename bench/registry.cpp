// SPDX-License-Identifier: Apache-2.0
// How fast records of the provider registry are found in a file (bytes a second, by kind of instructions),
// and how long a small build takes. Bars: see docs/performance.md, which tells how the whole country is
// measured.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "outcomes/registry/build.hpp"
#include "outcomes/registry/npi.hpp"
#include "outcomes/registry/record_scan.hpp"

namespace {

using namespace smm::outcomes::registry;

constexpr std::uint32_t file_columns = 330;
constexpr std::uint32_t kept_columns = 107;

std::string row_of(std::uint32_t number) {
  const std::uint32_t nine = 100'000'000 + number;
  std::string row = "\"" + std::to_string(nine) + std::to_string(npi_check_digit(nine)) + "\",\"1\"";
  for (std::uint32_t column = 2; column < file_columns; ++column) {
    const bool filled = (column > 4 && column < 8) || (column > 19 && column < 38 && column % 2 == 0);
    row += filled ? ",\"SOMETHING " + std::to_string(number % (column * 97)) + "\"" : ",\"\"";
  }
  return row + "\n";
}

std::string header_of() {
  std::string header = "NPI,Entity Type Code";
  for (std::uint32_t column = 2; column < file_columns; ++column) {
    header += column == 5    ? ",Provider Last Name (Legal Name)"
              : column == 6  ? ",Provider First Name"
              : column == 47 ? ",Healthcare Provider Taxonomy Code_1"
                             : ",Column " + std::to_string(column);
  }
  return header + "\n";
}

const std::string& rows() {
  static const std::string text = [] {
    std::string made;
    for (std::uint32_t number = 0; number < 20'000; ++number) made += row_of(number);
    return made;
  }();
  return text;
}

void scan_records(benchmark::State& state) {
  const auto kind = static_cast<ScanKind>(state.range(0));
  if (!scan_is_available(kind)) return state.SkipWithError("not on this processor");
  const RecordScan scan = record_scan(kind);
  const std::string text = rows().substr(0, rows().rfind('\n', 1'000'000) + 1) + std::string(128, '\n');
  std::vector<std::uint32_t> ends(kept_columns + scan_margin);
  for (auto _ : state) {
    PlainRecord record;
    for (std::size_t at = 0; at + 128 < text.size(); at += record.next)
      if (!scan(text.data() + at, file_columns, kept_columns, ends.data(), record))
        state.SkipWithError("a record is not plain");
    benchmark::DoNotOptimize(ends.data());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size() - 128));
}
BENCHMARK(scan_records)->DenseRange(0, 2)->Repetitions(5)->ReportAggregatesOnly();

void build_20000_persons(benchmark::State& state) {
  const std::string text = header_of() + rows();
  BuildOptions options;
  options.threads = static_cast<unsigned>(state.range(0));
  for (auto _ : state) {
    smm::base::MemorySource main(text);
    MemorySpace space;
    if (!build_snapshot({&main, "rows.csv", {}}, {}, space, options)) state.SkipWithError("the build failed");
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(build_20000_persons)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
