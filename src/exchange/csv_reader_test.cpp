// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "exchange/csv.hpp"
#include "slow_csv.hpp"

namespace smm::exchange {
namespace {

using base::MemorySource;

// Gives at most `chunk` bytes at a time.
class Dripping final : public base::ByteSource {
 public:
  Dripping(std::string_view bytes, std::size_t chunk) : memory_(bytes), chunk_(chunk) {}
  std::size_t read(char* into, std::size_t capacity) override {
    return memory_.read(into, std::min(capacity, chunk_));
  }

 private:
  MemorySource memory_;
  std::size_t chunk_;
};

testing::SlowCsv read_fast(base::ByteSource& source, CsvLimits limits) {
  testing::SlowCsv out;
  CsvReader reader(source, "f", limits);
  CsvRow row;
  while (reader.next(row)) out.rows.push_back({row.line, {row.cells.begin(), row.cells.end()}});
  for (const auto& problem : reader.problems()) out.bad.emplace_back(problem.place.line, problem.code);
  return out;
}

// Rows as "line:cell|cell", then problems as "code@line".
std::string csv_outcome(std::string_view bytes, CsvLimits limits = {}) {
  MemorySource source(bytes);
  const auto read = read_fast(source, limits);
  std::string out;
  for (const auto& row : read.rows) {
    out += std::to_string(row.line) + ":";
    for (std::size_t at = 0; at < row.cells.size(); ++at) out += (at > 0 ? "|" : "") + row.cells[at];
    out += " ";
  }
  for (const auto& [line, code] : read.bad) out += code + "@" + std::to_string(line) + " ";
  return out;
}

TEST(Csv, ReadsPlainRowsWithLinesFromOne) {
  EXPECT_EQ(csv_outcome("a,b\n1,2\n3,4\n"), "2:1|2 3:3|4 ");
  EXPECT_EQ(csv_outcome("a,b\n1,2\n3,4"), "2:1|2 3:3|4 ");
  EXPECT_EQ(csv_outcome("a,b\r\n1,\r\n,4\r\n"), "2:1| 3:|4 ");
  EXPECT_EQ(csv_outcome("a,b\n,"), "2:| ");
}

TEST(Csv, SkipsByteOrderMarkAndEmptyLinesButNotAnEmptyQuotedCell) {
  EXPECT_EQ(csv_outcome("\xEF\xBB\xBF\n\r\na\n\n1\n\"\"\n\r\n"), "5:1 6: ");
}

TEST(Csv, QuotedCellsHoldCommasLineEndsAndQuotes) {
  EXPECT_EQ(csv_outcome("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n\"two\r\nlines\",z\n1,2\n"),
            "2:x,y|say \"hi\" 3:two\r\nlines|z 5:1|2 ");
  EXPECT_EQ(csv_outcome("\"a\",\"b\"\r\n\"\"\"\",\"\""), "2:\"| ");
}

TEST(Csv, KeepsSpacesAndCellsLongerThanAWord) {
  EXPECT_EQ(csv_outcome("a,b\n  a long cell that spans words ,, \n a long cell , b \n"),
            "3: a long cell | b  csv_cell_count@2 ");
}

TEST(Csv, AcceptsTextThatIsNotAscii) {
  EXPECT_EQ(csv_outcome("a,b\nMoliène,…\n"), "2:Moliène|… ");
}

TEST(Csv, LeavesOutBadRowsAndGoesOn) {
  EXPECT_EQ(csv_outcome("a,b\n1\n2,3,4\n5,6\n"), "4:5|6 csv_cell_count@2 csv_cell_count@3 ");
  EXPECT_EQ(csv_outcome("a,b\nx\xFF,1\n5,6\n"), "3:5|6 invalid_utf8@2 ");
  EXPECT_EQ(csv_outcome(std::string_view("a,b\nx\0,1\n5,6\n", 13)), "3:5|6 forbidden_character@2 ");
  EXPECT_EQ(csv_outcome("a,b\nx\r,1\n5,6\n"), "3:5|6 csv_stray_return@2 ");
}

TEST(Csv, AfterABrokenQuoteGoesOnWithTheNextLine) {
  EXPECT_EQ(csv_outcome("a,b\n1,\"x\n2,3\n4,5\n"), "3:2|3 4:4|5 csv_unclosed_quote@2 ");
  EXPECT_EQ(csv_outcome("a,b\n1,\"x\n2,\"y\"\n4,5\n"), "3:2|y 4:4|5 csv_stray_quote@2 ");
  EXPECT_EQ(csv_outcome("a,b\n1,\"x\"z\n2,3\n"), "3:2|3 csv_stray_quote@2 ");
  EXPECT_EQ(csv_outcome("a,b\n1,x\"\n2,3\n"), "3:2|3 csv_stray_quote@2 ");
}

TEST(Csv, RowsOverTheLimitAreLeftOut) {
  const CsvLimits limits{8, 100, 4};
  EXPECT_EQ(csv_outcome("a,b\n1234567,9\n123456,8\n5,6\n", limits), "3:123456|8 4:5|6 csv_row_too_long@2 ");
  EXPECT_EQ(csv_outcome("a,b\n\"1\n3\n5\n7\",9\n5,6\n", limits),
            "6:5|6 csv_row_too_long@2 csv_cell_count@3 csv_cell_count@4 csv_stray_quote@5 ");
}

TEST(Csv, GivesUpAfterTooManyProblems) {
  EXPECT_EQ(csv_outcome("a,b\n1\n2\n3\n4,4\n", {100, 2, 4}),
            "csv_cell_count@2 csv_cell_count@3 csv_gave_up@3 ");
}

TEST(Csv, ABadHeaderStopsReading) {
  EXPECT_EQ(csv_outcome(""), "csv_no_header@1 ");
  EXPECT_EQ(csv_outcome("\n\n"), "csv_no_header@3 ");
  EXPECT_EQ(csv_outcome("a,a,\n1,2,3\n"), "csv_duplicate_column@1 csv_empty_column@1 ");
  EXPECT_EQ(csv_outcome("a,\"b\nc,d\n"), "csv_unclosed_quote@1 ");
}

TEST(Csv, RequiredColumnsMustBeThere) {
  MemorySource source("a,b\n1,2\n");
  CsvReader reader(source, "f");
  EXPECT_FALSE(reader.require({"b", "c", "d"}));
  CsvRow row;
  EXPECT_FALSE(reader.next(row));
  ASSERT_EQ(reader.problems().size(), 2u);
  EXPECT_EQ(to_string(reader.problems()[0]), "csv_missing_column: the column \"c\" is missing (f:1)");
  EXPECT_EQ(reader.column("b"), 1u);
  EXPECT_EQ(reader.column("c"), std::nullopt);
}

TEST(Csv, ReadsAWholeTable) {
  const auto table = read_table("id,weight\nx,1\n\ny,2\n", "w.csv", {"weight"});
  ASSERT_TRUE(table);
  EXPECT_EQ(table->columns, (std::vector<std::string>{"id", "weight"}));
  ASSERT_EQ(table->rows.size(), 2u);
  EXPECT_EQ(table->rows[1].line, 4);
  EXPECT_EQ(table->rows[1].cells, (std::vector<std::string>{"y", "2"}));
  EXPECT_FALSE(read_table("id,weight\nx\n", "w.csv"));
  EXPECT_FALSE(read_table("id,weight\nx,1\n", "w.csv", {"level"}));
}

// Small texts of the characters that matter, some of them with a header that lets rows through.
std::string odd_csv_text(std::mt19937& random) {
  static const std::vector<std::string> pieces = {"\"",
                                                  "\"",
                                                  ",",
                                                  ",",
                                                  "\n",
                                                  "\r",
                                                  "\r\n",
                                                  "a",
                                                  "bc",
                                                  "é",
                                                  "\xFF",
                                                  "\"\"",
                                                  "\n\n",
                                                  std::string(1, '\0'),
                                                  "long plain cell"};
  std::string text = random() % 8 == 0 ? "\xEF\xBB\xBF" : "";
  if (random() % 4 != 0) text += random() % 2 == 0 ? "x,y\n" : "x\r\n";
  for (std::size_t left = random() % 24; left > 0; --left) {
    // Strange bytes are rare, or nothing else would be seen.
    const std::size_t rare = random() % 10 == 0 ? pieces.size() : 9;
    text += pieces[random() % rare];
  }
  return text;
}

TEST(Csv, AgreesWithTheSlowReaderForEveryChunkSize) {
  std::mt19937 random(20261121);
  std::size_t rows = 0;
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = odd_csv_text(random);
    const std::size_t limit = random() % 3 == 0 ? random() % 12 : 1000;
    auto slow = testing::SlowCsvReader(text, limit).read();
    if (slow.rows.empty()) continue;  // headers have their own test
    const auto header = slow.rows.front().cells;
    if (std::count(header.begin(), header.end(), "") > 0 || (header.size() > 1 && header[0] == header[1]))
      continue;
    slow.rows.erase(slow.rows.begin());
    rows += slow.rows.size();
    for (std::size_t chunk = 1; chunk <= 7; ++chunk) {
      Dripping source(text, chunk);
      const auto fast = read_fast(source, {limit, 1000, 1 + random() % 9});
      if (!fast.bad.empty() && fast.bad.front().second == "csv_duplicate_column") break;
      ASSERT_EQ(fast.rows, slow.rows)
          << ::testing::PrintToString(text) << " limit " << limit << " chunk " << chunk;
      ASSERT_EQ(fast.bad, slow.bad) << ::testing::PrintToString(text) << " limit " << limit << " chunk "
                                    << chunk;
    }
  }
  EXPECT_GT(rows, 5'000u);  // the texts are not all rubbish
}

}  // namespace
}  // namespace smm::exchange
