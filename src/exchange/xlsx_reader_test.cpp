// SPDX-License-Identifier: Apache-2.0
#include "exchange/xlsx_reader.hpp"

#include <gtest/gtest.h>
#include <zip.h>

#include "exchange/xlsx_dates.hpp"
#include "exchange/xlsx_writer.hpp"

namespace smm::exchange {
namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

std::string zipped_parts(const Parts& parts) {
  zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(memory);
  zip_t* archive = zip_open_from_source(memory, ZIP_TRUNCATE, nullptr);
  for (const auto& [name, text] : parts)
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0), 0);
  zip_close(archive);
  zip_source_open(memory);
  zip_source_seek(memory, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(memory)), '\0');
  zip_source_seek(memory, 0, SEEK_SET);
  zip_source_read(memory, bytes.data(), bytes.size());
  zip_source_close(memory);
  zip_source_free(memory);
  return bytes;
}

constexpr std::string_view links_part =
    R"(<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>)";

// As spreadsheet programs write it: shared texts with runs, styles, prefixes.
Parts sheet_parts(const std::string& rows, const std::string& properties = "") {
  return {
      {"xl/workbook.xml",
       "<workbook xmlns:r=\"x\">" + properties +
           R"(<sheets><sheet name="Schools" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
      {"xl/_rels/workbook.xml.rels", std::string(links_part)},
      {"xl/sharedStrings.xml",
       "<sst><si><t>code</t></si><si><r><t>Ann</t></r><r><t xml:space=\"preserve\"> Lee</t></r>"
       "<rPh><t>an</t></rPh></si></sst>"},
      {"xl/styles.xml",
       R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[Red]yyyy\-mm\-dd"/>)"
       R"(<numFmt numFmtId="165" formatCode="0.0&quot;d&quot;"/></numFmts>)"
       R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>)"
       "</styleSheet>"},
      {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
}

std::string code_of_failure(const std::string& bytes) {
  const auto book = read_workbook(bytes, "roster.xlsx");
  return book ? "none" : std::string(book.problems().front().code);
}

TEST(XlsxReader, ReadsWhatTheWriterWrote) {
  Workbook book({.title = "Form"});
  Sheet lists = book.add_sheet("Lists", SheetVisibility::hidden);
  lists.text(0, 0, "yes");
  Sheet form = book.add_sheet("Form");
  form.text(0, 0, "Say \"what\" & <why>\nhere").number(4, 2, 0.25).number(5, 27, 400);
  const auto read = read_workbook(book.finish(), "form.xlsx");
  ASSERT_TRUE(read) << to_string(read.problems().front());
  ASSERT_EQ(read->sheets.size(), 2u);
  EXPECT_TRUE(read->sheets[0].hidden);
  EXPECT_EQ(read->sheets[1].name, "Form");
  EXPECT_FALSE(read->sheets[1].hidden);
  EXPECT_EQ(read->sheets[1].at(0, 0), "Say \"what\" & <why>\nhere");
  EXPECT_EQ(read->sheets[1].at(4, 2), "0.25");
  EXPECT_EQ(read->sheets[1].at(5, 27), "400");
  EXPECT_EQ(read->sheets[1].at(9, 9), "");
}

TEST(XlsxReader, UnderstandsWhatSpreadsheetProgramsWrite) {
  const auto read = read_workbook(
      zipped_parts(
          sheet_parts(R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>)"
                      R"(<row r="3"><c r="A3"><v>0.10000000000000001</v></c><c r="B3" s="1"><v>46127</v></c>)"
                      R"(<c r="C3" s="2"><v>46127.75</v></c><c r="D3" s="3"><v>12</v></c>)"
                      R"(<c r="E3" t="b"><v>1</v></c><c r="F3" t="str"><f>A1</f><v>made</v></c>)"
                      R"(<c r="G3" t="inlineStr"><is><t>typed</t></is></c><c r="H3" t="e"><v>#REF!</v></c>)"
                      R"(<c r="I3"><v>1E2</v></c></row>)")),
      "roster.xlsx");
  ASSERT_TRUE(read) << to_string(read.problems().front());
  const ReadSheet& sheet = read->sheets.front();
  EXPECT_EQ(sheet.at(0, 0), "code");
  EXPECT_EQ(sheet.at(0, 1), "Ann Lee");
  const std::vector<std::string> third = {"0.1",  "2026-04-15", "2026-04-15", "12", "TRUE",
                                          "made", "typed",      "",           "100"};
  for (std::uint32_t column = 0; column < third.size(); ++column)
    EXPECT_EQ(sheet.at(2, column), third[column]) << column;
}

// A result is told apart from what somebody typed.
TEST(XlsxReader, TellsOfFormulas) {
  const auto read = read_workbook(zipped_parts(sheet_parts(R"(<row r="2"><c r="A2"><v>3</v></c>)"
                                                           R"(<c r="B2"><f>A2*2</f><v>6</v></c>)"
                                                           R"(<c r="C2"><f>""</f><v></v></c></row>)")),
                                  "sheet.xlsx");
  ASSERT_TRUE(read);
  const std::set<std::pair<std::uint32_t, std::uint32_t>> formulas = {{1, 1}, {1, 2}};
  EXPECT_EQ(read->sheets.front().formulas, formulas);
  EXPECT_EQ(cell_name(1, 27), "AB2");
}

// Programs turn a typed "30%" into 0.3 that is shown as percent.
TEST(XlsxReader, WritesAPercentAsItIsShown) {
  Parts parts = sheet_parts(R"(<row r="1"><c r="A1" s="0"><v>0.3</v></c><c r="B1" s="1"><v>0.07</v></c>)"
                            R"(<c r="C1" s="2"><v>0.3</v></c><c r="D1" s="1"><v>1</v></c></row>)");
  for (auto& [name, content] : parts)
    if (name == "xl/styles.xml")
      content = R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.00%"/></numFmts>)"
                R"(<cellXfs><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="0"/></cellXfs></styleSheet>)";
  const auto read = read_workbook(zipped_parts(parts), "sheet.xlsx");
  ASSERT_TRUE(read);
  const std::vector<std::string> first = {"30%", "7%", "0.3", "100%"};
  for (std::uint32_t column = 0; column < first.size(); ++column)
    EXPECT_EQ(read->sheets.front().at(0, column), first[column]) << column;
}

TEST(XlsxReader, UnpacksNoMoreThanItsCallerWants) {
  Parts parts = sheet_parts("");
  std::string noise;
  for (std::uint32_t i = 0; i < 100'000; ++i) noise += static_cast<char>('a' + (i * i / 7) % 26);
  parts.back().second += "<!--" + noise + "-->";
  const std::string bytes = zipped_parts(parts);
  EXPECT_TRUE(read_workbook(bytes, "sheet.xlsx"));
  const auto refused = read_workbook(bytes, "sheet.xlsx", 50'000);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problems().front().code, "xlsx_too_large");
}

TEST(XlsxReader, KnowsDaysOfBothEpochs) {
  EXPECT_EQ(day_of_serial(61, false), "1900-03-01");
  EXPECT_EQ(day_of_serial(60, false), std::nullopt);
  EXPECT_EQ(day_of_serial(45351, false), "2024-02-29");
  EXPECT_EQ(day_of_serial(43889, true), "2024-02-29");
  EXPECT_EQ(day_of_serial(2'958'465, false), "9999-12-31");
  EXPECT_EQ(day_of_serial(2'958'466, false), std::nullopt);
  EXPECT_EQ(day_of_serial(std::numeric_limits<double>::quiet_NaN(), false), std::nullopt);
  const auto read =
      read_workbook(zipped_parts(sheet_parts(R"(<row r="1"><c r="A1" s="1"><v>43889</v></c></row>)",
                                             R"(<workbookPr date1904="1"/>)")),
                    "roster.xlsx");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->sheets.front().at(0, 0), "2024-02-29");
}

TEST(XlsxReader, GivesATableWithTheLinesOfTheSheet) {
  const auto table = read_workbook_table(
      zipped_parts(
          sheet_parts(R"(<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="str"><v>name</v></c></row>)"
                      R"(<row r="5"><c r="C5" t="str"><v>North</v></c></row>)"
                      R"(<row r="6"><c r="B6"><v>7</v></c></row>)")),
      "roster.xlsx");
  ASSERT_TRUE(table) << to_string(table.problems().front());
  EXPECT_EQ(table->columns, (std::vector<std::string>{"code", "name"}));
  ASSERT_EQ(table->rows.size(), 2u);
  EXPECT_EQ(table->rows[0].line, 5);
  EXPECT_EQ(table->rows[0].cells, (std::vector<std::string>{"", "North"}));
  EXPECT_EQ(table->rows[1].cells, (std::vector<std::string>{"7", ""}));
}

TEST(XlsxReader, NamesWhatIsWrongWithATable) {
  const auto code = [](const std::string& rows) {
    const auto table = read_workbook_table(zipped_parts(sheet_parts(rows)), "roster.xlsx");
    return table ? "none" : std::string(table.problems().front().code);
  };
  EXPECT_EQ(code(""), "xlsx_no_sheet");
  EXPECT_EQ(code(R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>0</v></c></row>)"),
            "csv_duplicate_column");
  EXPECT_EQ(code(R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="B2"><v>1</v></c></row>)"),
            "csv_empty_column");
}

TEST(XlsxReader, RefusesWhatIsNoWorkbook) {
  EXPECT_EQ(code_of_failure(""), "xlsx_damaged");
  EXPECT_EQ(code_of_failure("school_id,name\n"), "xlsx_damaged");
  EXPECT_EQ(code_of_failure(zipped_parts({{"letter.txt", "hello"}})), "xlsx_damaged");
  Parts parts = sheet_parts("");
  parts.back().second = "<worksheet><sheetData>";
  EXPECT_EQ(code_of_failure(zipped_parts(parts)), "xlsx_damaged");
  EXPECT_EQ(code_of_failure(zipped_parts(sheet_parts(R"(<row><c r="ZZZZ9"><v>1</v></c></row>)"))),
            "xlsx_damaged");
  EXPECT_EQ(code_of_failure(zipped_parts(sheet_parts(R"(<row><c r="A0"><v>1</v></c></row>)"))),
            "xlsx_damaged");
}

TEST(XlsxReader, UnpacksNoBomb) {
  Parts parts = sheet_parts("");
  parts.back().second.append(std::size_t{60} << 20, ' ');
  const std::string bytes = zipped_parts(parts);
  EXPECT_LT(bytes.size(), 200'000u);
  EXPECT_EQ(code_of_failure(bytes), "xlsx_too_large");
}

TEST(XlsxReader, ExpandsNoEntities) {
  Parts parts = sheet_parts(R"(<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>)");
  parts.back().second =
      R"(<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>)" + parts.back().second;
  const auto read = read_workbook(zipped_parts(parts), "roster.xlsx");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->sheets.front().at(0, 0), "&b;");
}

TEST(XlsxReader, SurvivesEveryCutAndManyChangedBytes) {
  const std::string whole = zipped_parts(sheet_parts(R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)"));
  ASSERT_EQ(code_of_failure(whole), "none");
  for (std::size_t length = 0; length < whole.size(); ++length)
    EXPECT_NE(code_of_failure(whole.substr(0, length)), "none") << length;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x55);
    const auto read = read_workbook(changed, "roster.xlsx");  // a problem or a workbook, never a crash
    EXPECT_TRUE(!read || read->sheets.size() <= 1);
  }
}

}  // namespace
}  // namespace smm::exchange
