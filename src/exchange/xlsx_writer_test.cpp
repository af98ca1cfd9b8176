// SPDX-License-Identifier: Apache-2.0
#include "exchange/xlsx_writer.hpp"

#include <gtest/gtest.h>
#include <zip.h>

#include <pugixml.hpp>

#include "exchange/xlsx_text.hpp"

namespace smm::exchange {
namespace {

// One part of a workbook, inflated; empty when there is no such part.
std::string workbook_part(const std::string& bytes, const char* name) {
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
  if (archive == nullptr) return {};
  std::string part;
  zip_stat_t stat{};
  if (zip_stat(archive, name, 0, &stat) == 0) {
    part.resize(stat.size);
    zip_file_t* file = zip_fopen(archive, name, 0);
    if (zip_fread(file, part.data(), stat.size) != static_cast<zip_int64_t>(stat.size)) part.clear();
    zip_fclose(file);
  }
  zip_discard(archive);
  return part;
}

class WorkbookXml {
 public:
  WorkbookXml(const std::string& bytes, const char* part) {
    document_.load_string(workbook_part(bytes, part).c_str());
  }
  pugi::xml_node node(const char* path) const { return document_.select_node(path).node(); }
  std::string text(const char* path) const { return node(path).text().get(); }
  std::string attribute(const char* path, const char* name) const {
    return node(path).attribute(name).value();
  }

 private:
  pugi::xml_document document_;
};

// A form with a list on a hidden sheet, as the worksheet of an edition has it.
std::string sample_workbook() {
  Workbook book({.title = "A & B", .author = "Office"});
  Sheet lists = book.add_sheet("Lists", SheetVisibility::hidden);
  lists.text(0, 0, "yes").text(1, 0, "no");
  Sheet form = book.add_sheet("Form: 1/2");
  form.column_width(0, 0, 60).hide_columns(2, 3).row_height(0, 30).freeze_panes(1, 0).protect();
  form.text(0, 0, "Title", CellStyle::title)
      .text(1, 0, "=1+1", CellStyle::body)
      .number(2, 0, 0.25, CellStyle::locked);
  form.text(3, 0, "bell\x07 \xFF", CellStyle::note)
      .blank(1, 1, CellStyle::input)
      .blank(2, 1, CellStyle::input_text);
  form.choose_from({1, 1, 1, 1}, lists.reference({0, 0, 1, 0}), {"Answer", std::string(300, 'm')});
  form.whole_number({2, 1, 4, 1}, 0, 400, {"Count", "A whole number"});
  form.decimal_number({5, 1, 5, 1}, 0.5, 100, {"", ""});
  form.page({.landscape = true, .repeat_rows = RowSpan{0, 0}, .header = "R&D", .footer = "Dean"});
  book.define_name("yes_no", lists.reference({0, 0, 1, 0}));
  return book.finish();
}

constexpr const char* form_part = "xl/worksheets/sheet2.xml";

TEST(Workbook, SheetsNamesAndHiddenListsStandInTheWorkbook) {
  const WorkbookXml book(sample_workbook(), "xl/workbook.xml");
  EXPECT_EQ(book.attribute("//sheet[1]", "name"), "Lists");
  EXPECT_EQ(book.attribute("//sheet[1]", "state"), "hidden");
  EXPECT_EQ(book.attribute("//sheet[2]", "name"), "Form- 1-2");
  EXPECT_EQ(book.attribute("//sheet[2]", "state"), "");
  EXPECT_EQ(book.attribute("//workbookView", "activeTab"), "1");
  EXPECT_EQ(book.text("//definedName[@name='yes_no']"), "'Lists'!$A$1:$A$2");
  EXPECT_EQ(book.text("//definedName[@name='_xlnm.Print_Titles']"), "'Form- 1-2'!$1:$1");
}

TEST(Workbook, CellsHoldTextsAndNumbersAndNeverFormulas) {
  const std::string bytes = sample_workbook();
  const WorkbookXml form(bytes, form_part);
  EXPECT_EQ(form.attribute("//c[@r='A2']", "t"), "s");
  EXPECT_EQ(form.text("//c[@r='A3']/v"), "0.25");
  EXPECT_FALSE(form.node("//f"));
  const WorkbookXml strings(bytes, "xl/sharedStrings.xml");
  EXPECT_EQ(strings.text("//si[4]/t"), "=1+1");
  EXPECT_EQ(strings.text("//si[5]/t"), "bell \xEF\xBF\xBD");
}

TEST(Workbook, ValidationsGoByRangeAndCarryTheirMessage) {
  const WorkbookXml form(sample_workbook(), form_part);
  EXPECT_EQ(form.attribute("//dataValidation[1]", "type"), "list");
  EXPECT_EQ(form.attribute("//dataValidation[1]", "sqref"), "B2");
  EXPECT_EQ(form.text("//dataValidation[1]/formula1"), "'Lists'!$A$1:$A$2");
  EXPECT_EQ(form.attribute("//dataValidation[1]", "prompt"), std::string(254, 'm') + "…");
  EXPECT_EQ(form.attribute("//dataValidation[2]", "type"), "whole");
  EXPECT_EQ(form.attribute("//dataValidation[2]", "sqref"), "B3:B5");
  EXPECT_EQ(form.attribute("//dataValidation[2]", "promptTitle"), "Count");
  EXPECT_EQ(form.text("//dataValidation[2]/formula1"), "0");
  EXPECT_EQ(form.text("//dataValidation[2]/formula2"), "400");
  EXPECT_EQ(form.attribute("//dataValidation[3]", "type"), "decimal");
  EXPECT_EQ(form.text("//dataValidation[3]/formula1"), "0.5");
}

TEST(Workbook, LayoutPrintSetupAndProtection) {
  const WorkbookXml form(sample_workbook(), form_part);
  EXPECT_EQ(form.attribute("//col[1]", "max"), "1");
  EXPECT_EQ(form.attribute("//col[2]", "min"), "3");
  EXPECT_EQ(form.attribute("//col[2]", "max"), "4");
  EXPECT_EQ(form.attribute("//col[2]", "hidden"), "1");
  EXPECT_EQ(form.attribute("//pane", "ySplit"), "1");
  EXPECT_EQ(form.attribute("//pane", "state"), "frozen");
  EXPECT_EQ(form.attribute("//row[1]", "ht"), "30");
  EXPECT_EQ(form.attribute("//pageSetup", "orientation"), "landscape");
  EXPECT_EQ(form.attribute("//pageSetup", "fitToHeight"), "0");
  EXPECT_EQ(form.text("//oddHeader"), "&CR&&D");
  EXPECT_EQ(form.text("//oddFooter"), "&LDean&RPage &P of &N");
  EXPECT_EQ(form.attribute("//sheetProtection", "sheet"), "1");
  EXPECT_EQ(form.attribute("//sheetProtection", "password"), "");
  EXPECT_EQ(form.attribute("//sheetProtection", "formatColumns"), "0");  // 0: not forbidden
}

TEST(Workbook, OnlyInputsAreUnlocked) {
  const std::string bytes = sample_workbook();
  const WorkbookXml form(bytes, form_part);
  const WorkbookXml styles(bytes, "xl/styles.xml");
  const auto unlocked = [&](const std::string& cell) {
    const int style = std::stoi(form.attribute(("//c[@r='" + cell + "']").c_str(), "s"));
    const std::string path = "//cellXfs/xf[" + std::to_string(style + 1) + "]/protection";
    return styles.attribute(path.c_str(), "locked") == "0";
  };
  EXPECT_TRUE(unlocked("B2"));
  EXPECT_TRUE(unlocked("B3"));
  EXPECT_FALSE(unlocked("A2"));
  EXPECT_FALSE(unlocked("A3"));
}

TEST(Workbook, DatesComeFromThePropertiesAlone) {
  const std::string bytes = sample_workbook();
  const WorkbookXml core(bytes, "docProps/core.xml");
  EXPECT_EQ(core.text("//dc:title"), "A & B");
  EXPECT_EQ(core.text("//dcterms:created"), "2000-01-01T00:00:00Z");
  EXPECT_EQ(core.text("//dcterms:modified"), "2000-01-01T00:00:00Z");
  EXPECT_EQ(bytes, sample_workbook());
}

TEST(Workbook, MergesCells) {
  Workbook book;
  book.add_sheet("S").merged_text({0, 0, 0, 3}, "wide", CellStyle::heading);
  const WorkbookXml sheet(book.finish(), "xl/worksheets/sheet1.xml");
  EXPECT_EQ(sheet.attribute("//mergeCell", "ref"), "A1:D1");
}

TEST(WorkbookDeathTest, BrokenBeliefsEndTheProgram) {
  Workbook book;
  Sheet sheet = book.add_sheet("S");
  sheet.text(0, 0, std::string(32'767, 'x'));
  EXPECT_DEATH(sheet.text(0, 0, std::string(32'768, 'x')), "");
  EXPECT_DEATH(sheet.text(1'048'576, 0, "x"), "");
  EXPECT_DEATH(book.add_sheet("s"), "");
  Workbook empty;  // made outside, so that its temporary folder does not outlive the test
  EXPECT_DEATH(empty.finish(), "");
}

TEST(XlsxText, CutsAndNamesByCharactersNotBytes) {
  EXPECT_EQ(cut_to("ééé", 3), "ééé");
  EXPECT_EQ(cut_to("éééé", 3), "éé…");
  EXPECT_EQ(count_characters("é…😀"), 3u);
  EXPECT_EQ(sheet_name("'a/b'"), "-a-b-");
  EXPECT_EQ(sheet_name(""), "-");
  EXPECT_EQ(count_characters(sheet_name("éééééééééééééééééééééééééééééééééééé")), 31u);
  EXPECT_EQ(xml_text("a\r\n\tb\x01\xEF\xBF\xBF"), "a\n\tb");
}

TEST(XlsxText, LettersOfColumns) {
  EXPECT_EQ(column_letters(0), "A");
  EXPECT_EQ(column_letters(25), "Z");
  EXPECT_EQ(column_letters(26), "AA");
  EXPECT_EQ(column_letters(701), "ZZ");
  EXPECT_EQ(column_letters(702), "AAA");
  EXPECT_EQ(column_letters(16383), "XFD");
}

}  // namespace
}  // namespace smm::exchange
