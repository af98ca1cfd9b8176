// SPDX-License-Identifier: Apache-2.0
// Every kind of scan finds the records that the slow obvious reader finds, however the text is cut into
// chunks.
#include "outcomes/registry/record_scan.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/random.hpp"
#include "outcomes/registry/chunk_source.hpp"
#include "outcomes/registry/record_reader.hpp"
#include "slow_registry_csv.hpp"

namespace smm::outcomes::registry {
namespace {

constexpr std::uint32_t test_columns = 9;

std::vector<ScanKind> kinds_here() {
  std::vector<ScanKind> kinds;
  for (const ScanKind kind : {ScanKind::portable, ScanKind::avx2, ScanKind::avx512})
    if (scan_is_available(kind)) kinds.push_back(kind);
  return kinds;
}

std::vector<test::SlowRecord> fast_records(std::string_view text, ScanKind kind, std::size_t chunk_bytes) {
  std::vector<test::SlowRecord> records;
  base::MemorySource source(text);
  ChunkSource chunks(source, test_columns, chunk_bytes);
  RecordReader reader(test_columns, test_columns, record_scan(kind));
  std::uint64_t lines = 0;
  for (Chunk chunk; chunks.next(chunk);) {
    std::vector<RejectedLine> rejected;
    std::vector<test::SlowRecord> good;
    const auto counts =
        reader.read(chunk.text, rejected, [&](const Cells& cells) -> std::optional<RejectReason> {
          test::SlowRecord record;
          for (std::uint32_t at = 0; at < test_columns; ++at) record.cells.emplace_back(cells.at(at));
          good.push_back(record);
          return std::nullopt;
        });
    for (test::SlowRecord& record : good) records.push_back(std::move(record));
    for (const RejectedLine& line : rejected)
      records.push_back({line.line + lines, std::string(name_of(line.reason)), {}});
    lines += counts.lines;
  }
  return records;
}

// Good records in order, then bad ones: what both readers can be compared by.
std::vector<test::SlowRecord> good_then_bad(std::vector<test::SlowRecord> records) {
  for (test::SlowRecord& record : records)
    if (record.fault.empty()) record.line = 0;
  std::stable_partition(records.begin(), records.end(),
                        [](const auto& record) { return record.fault.empty(); });
  return records;
}

void expect_agreement(const std::string& text) {
  const auto wanted = good_then_bad(test::SlowRegistryCsv(text, test_columns, longest_record).read());
  for (const ScanKind kind : kinds_here())
    for (const std::size_t chunk_bytes : {std::size_t{1}, std::size_t{700}, std::size_t{1} << 20})
      ASSERT_TRUE(good_then_bad(fast_records(text, kind, chunk_bytes)) == wanted)
          << "kind " << static_cast<int>(kind) << ", chunks of " << chunk_bytes << ":\n"
          << text;
}

std::string invented_row(base::Random& random) {
  std::string row = "\"" + std::to_string(1000000000 + random.below(1000000000)) + "\"";
  for (std::uint32_t at = 1; at < test_columns; ++at) {
    std::string cell(random.chance(0.5) ? 0 : random.below(40), 'A');
    if (random.chance(0.05)) cell += ",B";
    if (random.chance(0.03)) cell += "\"\"C";
    if (random.chance(0.02)) cell += "\n";
    row += ",\"" + cell + "\"";
  }
  return row + (random.chance(0.1) ? "\r\n" : "\n");
}

TEST(RecordScan, ReadsPlainRecordsAsTheSlowReaderDoes) {
  base::Random random(1);
  for (int round = 0; round < 60; ++round) {
    std::string text;
    for (int row = 0; row < 30; ++row) text += invented_row(random);
    expect_agreement(text);
  }
}

TEST(RecordScan, ReadsMalformedRecordsAsTheSlowReaderDoes) {
  base::Random random(2);
  constexpr std::string_view slips = "\",\n\r\"1";
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int row = 0; row < 12; ++row) text += invented_row(random);
    for (int slip = 0; slip < 4; ++slip) {
      const std::size_t at = random.below(text.size());
      if (random.chance(0.4)) {
        text.erase(at, 1);
      } else {
        text.insert(at, 1, slips[random.below(slips.size())]);
      }
    }
    if (random.chance(0.3)) text.pop_back();
    expect_agreement(text);
  }
}

TEST(RecordScan, OneSlipDoesNotSwallowWhatFollows) {
  const std::string good = "\"1\",\"a\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\n";
  const std::string text = good + "\"1\",\"odd \"quote\" here\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\n" +
                           "\"1\",\"never closed,\"\",\"\",\"\",\"\",\"\",\"\",\"\"\n" + good + "too,few\n" +
                           good;
  const auto records = fast_records(text, ScanKind::portable, 1 << 20);
  ASSERT_EQ(records.size(), 6U);
  EXPECT_EQ(records[3], (test::SlowRecord{2, "broken_quotes", {}}));
  EXPECT_EQ(records[4], (test::SlowRecord{3, "broken_quotes", {}}));
  EXPECT_EQ(records[5], (test::SlowRecord{5, "cell_count", {}}));
  expect_agreement(text);
}

TEST(RecordScan, ALineLongerThanTheLimitIsLeftOut) {
  const std::string good = "\"1\",\"a\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\n";
  const std::string long_row =
      "\"1\",\"" + std::string(longest_record, 'x') + "\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\n";
  expect_agreement(good + long_row + good);
  EXPECT_EQ(fast_records(good + long_row + good, best_scan(), 1 << 20).back().fault, "line_too_long");
}

TEST(RecordScan, TextWithoutQuotesIsReadToo) {
  base::Random random(3);
  std::string text;
  for (int row = 0; row < 200; ++row) {
    text += std::to_string(row);
    for (std::uint32_t at = 1; at < test_columns; ++at) text += "," + std::string(random.below(9), 'q');
    text += '\n';
  }
  expect_agreement(text);
}

}  // namespace
}  // namespace smm::outcomes::registry
