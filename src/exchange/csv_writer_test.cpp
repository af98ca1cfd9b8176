// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "exchange/csv.hpp"

namespace smm::exchange {
namespace {

TEST(CsvWriter, QuotesOnlyWhatNeedsIt) {
  std::string out;
  CsvWriter writer(out);
  writer.row({"plain", "with space", "a,b", "say \"hi\"", "two\nlines", "", "=1+1"});
  EXPECT_EQ(out, "plain,with space,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",,=1+1\n");
}

TEST(CsvWriter, ARowOfOneEmptyCellStaysARow) {
  std::string out;
  CsvWriter writer(out);
  writer.row({""});
  writer.row({"", ""});
  EXPECT_EQ(out, "\"\"\n,\n");
}

TEST(CsvWriter, WhatIsWrittenReadsBackTheSame) {
  const bool held = rc::check("CSV written and read is the same", [] {
    const auto character =
        rc::gen::element<std::string>("a", " ", ",", "\"", "\r", "\n", "é", "=", "\xEF\xBB\xBF");
    const auto cell =
        rc::gen::map(rc::gen::container<std::vector<std::string>>(character), [](const auto& parts) {
          std::string text;
          for (const auto& part : parts) text += part;
          return text;
        });
    const auto width = *rc::gen::inRange<std::size_t>(1, 4);
    const auto rows = *rc::gen::container<std::vector<std::vector<std::string>>>(
        rc::gen::container<std::vector<std::string>>(width, cell));
    std::string out;
    CsvWriter writer(out);
    for (std::size_t at = 0; at < width; ++at) writer.cell("column" + std::to_string(at));
    writer.end_row();
    for (const auto& row : rows) {
      for (const auto& text : row) writer.cell(text);
      writer.end_row();
    }
    const auto table = read_table(out, "f");
    RC_ASSERT(table.ok());
    RC_ASSERT(table->rows.size() == rows.size());
    for (std::size_t at = 0; at < rows.size(); ++at) RC_ASSERT(table->rows[at].cells == rows[at]);
  });
  EXPECT_TRUE(held);
}

}  // namespace
}  // namespace smm::exchange
