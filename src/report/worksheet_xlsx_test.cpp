// SPDX-License-Identifier: Apache-2.0
// Reads the workbook as a program would that takes the answers back: by hidden ids, lists and columns.
#include "report/worksheet_xlsx.hpp"

#include <gtest/gtest.h>
#include <zip.h>

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <set>

#include "report/sample_worksheet_test.hpp"

namespace smm::report {
namespace {

std::string workbook_file(const std::string& bytes, const std::string& name) {
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
  zip_stat_t stat{};
  std::string text;
  if (archive != nullptr && zip_stat(archive, name.c_str(), 0, &stat) == 0) {
    text.resize(stat.size);
    zip_file_t* file = zip_fopen(archive, name.c_str(), 0);
    zip_fread(file, text.data(), stat.size);
    zip_fclose(file);
  }
  zip_discard(archive);
  return text;
}

std::string column_letters(int column) {
  return std::string(1, static_cast<char>('A' + column));
}

// One sheet: the text of its cells by address, and its XML.
struct ReadSheet {
  bool hidden = false;
  pugi::xml_document xml;
  std::map<std::string, std::string> cells;
  std::map<std::string, int> rows_of_ids;  // column A, of packet sheets

  std::string cell(const std::string& address) const {
    const auto found = cells.find(address);
    return found == cells.end() ? "" : found->second;
  }
  // The rule for what may stand in a cell; empty when there is none.
  pugi::xml_node rule(const std::string& address) const {
    for (const auto& found : xml.select_nodes("//dataValidation")) {
      const std::string range = found.node().attribute("sqref").value();
      if (range == address || covers(range, address)) return found.node();
    }
    return {};
  }
  std::string style(const std::string& address) const {
    return xml.select_node(("//c[@r='" + address + "']").c_str()).node().attribute("s").value();
  }

 private:
  static bool covers(const std::string& range, const std::string& address) {  // "D7:G7" within one row
    const std::size_t colon = range.find(':');
    if (colon == std::string::npos || range.substr(1, colon - 1) != address.substr(1)) return false;
    return range[0] <= address[0] && address[0] <= range[colon + 1];
  }
};

class ReadWorkbook {
 public:
  explicit ReadWorkbook(const std::string& bytes) {
    pugi::xml_document strings;
    strings.load_string(workbook_file(bytes, "xl/sharedStrings.xml").c_str());
    std::vector<std::string> shared;
    for (const auto& found : strings.select_nodes("//si/t")) shared.push_back(found.node().text().get());
    pugi::xml_document book;
    book.load_string(workbook_file(bytes, "xl/workbook.xml").c_str());
    styles_.load_string(workbook_file(bytes, "xl/styles.xml").c_str());
    int number = 1;
    for (const auto& found : book.select_nodes("//sheets/sheet")) {
      ReadSheet& sheet = sheets[found.node().attribute("name").value()];
      sheet.hidden = found.node().attribute("state").value() == std::string("hidden");
      read(sheet, workbook_file(bytes, "xl/worksheets/sheet" + std::to_string(number++) + ".xml"), shared);
    }
  }

  std::string property(const std::string& key) const {
    const ReadSheet& edition = sheets.at("edition");
    for (int row = 1; !edition.cell("A" + std::to_string(row)).empty(); ++row) {
      if (edition.cell("A" + std::to_string(row)) == key) return edition.cell("B" + std::to_string(row));
    }
    return "";
  }
  std::string column(const std::string& key) const { return column_letters(std::stoi(property(key))); }

  bool unlocked(const ReadSheet& sheet, const std::string& address) const {
    const std::string style = sheet.style(address);
    if (style.empty()) return false;
    const auto format =
        styles_.select_node(("//cellXfs/xf[" + std::to_string(std::stoi(style) + 1) + "]").c_str());
    return format.node().child("protection").attribute("locked").as_int(1) == 0;
  }

  std::map<std::string, ReadSheet> sheets;

 private:
  static void read(ReadSheet& sheet, const std::string& text, const std::vector<std::string>& shared) {
    sheet.xml.load_string(text.c_str());
    for (const auto& found : sheet.xml.select_nodes("//sheetData/row/c")) {
      const std::string address = found.node().attribute("r").value();
      std::string value = found.node().child_value("v");
      if (found.node().attribute("t").value() == std::string("s")) value = shared.at(std::stoul(value));
      sheet.cells[address] = value;
      if (address[0] == 'A' && !value.empty()) sheet.rows_of_ids[value] = std::stoi(address.substr(1));
    }
  }

  pugi::xml_document styles_;
};

ReadWorkbook small_workbook(const std::string& programme) {
  return ReadWorkbook(worksheet_xlsx(small_worksheet(programme), interface_texts()));
}

// Where the answer `id` of a packet is written.
std::string answer_cell(const ReadWorkbook& book, const ReadSheet& sheet, const std::string& id) {
  const auto row = sheet.rows_of_ids.find(id);
  return row == sheet.rows_of_ids.end() ? "" : book.column("answer_column") + std::to_string(row->second);
}

// Labels that the list of a rule offers, in order.
std::vector<std::string> offered(const ReadWorkbook& book, const pugi::xml_node& rule) {
  const std::string reference = rule.child("formula1").text().get();  // lists!$F$2:$F$5
  const std::size_t mark = reference.find("!$");
  if (mark == std::string::npos || reference.find("lists") == std::string::npos) return {};
  const std::string column = reference.substr(mark + 2, reference.find('$', mark + 2) - mark - 2);
  const int first = std::stoi(reference.substr(reference.find('$', mark + 2) + 1));
  const int last = std::stoi(reference.substr(reference.rfind('$') + 1));
  std::vector<std::string> labels;
  for (int row = first; row <= last; ++row)
    labels.push_back(book.sheets.at("lists").cell(column + std::to_string(row)));
  return labels;
}

TEST(WorksheetXlsx, SaysWhatItIsOnAHiddenSheet) {
  const ReadWorkbook book = small_workbook("md");
  EXPECT_TRUE(book.sheets.at("edition").hidden);
  EXPECT_TRUE(book.sheets.at("lists").hidden);
  EXPECT_EQ(book.property("format"), std::to_string(worksheet_workbook_format));
  EXPECT_EQ(book.property("edition"), "small");
  EXPECT_EQ(book.property("version"), "0.1.0");
  EXPECT_EQ(book.property("hash"), edition_in("tests/editions/small").hash);
  EXPECT_EQ(book.property("programme"), "md");
  EXPECT_EQ(book.property("years"), "4");
  EXPECT_EQ(book.property("office"), "");
  const std::vector<std::string> visible = {"Academic affairs", "Dean's office", "Finance", "Read me"};
  for (const std::string& name : visible) EXPECT_FALSE(book.sheets.at(name).hidden) << name;
  EXPECT_EQ(book.sheets.size(), visible.size() + 2);
}

TEST(WorksheetXlsx, EveryAnswerHasAnUnlockedCellUnderItsId) {
  for (const std::string programme : {"md", "adn"}) {
    const Worksheet worksheet = small_worksheet(programme);
    const ReadWorkbook book = small_workbook(programme);
    for (const Packet& packet : worksheet.packets) {
      const ReadSheet& sheet = book.sheets.at(packet.label);
      for (const Question* question : questions_of(packet)) {
        const instrument::Item& item = question->item;
        std::vector<std::string> ids;
        const bool parts =
            item.type == instrument::ItemType::any_of || item.type == instrument::ItemType::year_grid;
        for (const auto& option : item.options) {
          if (parts) ids.push_back(item.id + "#" + option.id);
        }
        for (const NumberLine& line : question->numbers) {
          const std::string part = line.part.empty() ? "" : line.part + ".";
          if (!line.denominator.empty())
            ids.insert(ids.end(), {item.id + "#" + part + "n", item.id + "#" + part + "d"});
        }
        if (ids.empty()) ids.push_back(item.id);
        for (const std::string& id : ids) {
          const std::string cell = answer_cell(book, sheet, id);
          ASSERT_FALSE(cell.empty()) << id;
          EXPECT_TRUE(book.unlocked(sheet, cell)) << id;
        }
      }
    }
  }
}

TEST(WorksheetXlsx, EveryItemHasItsStateAndReason) {
  const ReadWorkbook book = small_workbook("md");
  for (const Packet& packet : small_worksheet("md").packets) {
    const ReadSheet& sheet = book.sheets.at(packet.label);
    for (const Question* question : questions_of(packet)) {
      const std::string row = std::to_string(sheet.rows_of_ids.at(question->item.id));
      const std::string state = book.column("state_column") + row;
      EXPECT_EQ(offered(book, sheet.rule(state)),
                (std::vector<std::string>{"not known", "we do not collect this", "we choose not to say",
                                          "does not apply", "not permitted"}));
      EXPECT_TRUE(book.unlocked(sheet, state));
      EXPECT_TRUE(book.unlocked(sheet, book.column("reason_column") + row));
    }
  }
}

TEST(WorksheetXlsx, ListsOfferWhatTheItemOffers) {
  const ReadWorkbook book = small_workbook("md");
  const ReadSheet& dean = book.sheets.at("Dean's office");
  const auto choices = [&](const ReadSheet& sheet, const std::string& id) {
    return offered(book, sheet.rule(answer_cell(book, sheet, id)));
  };
  EXPECT_EQ(choices(dean, "holistic-review"),
            (std::vector<std::string>{"There is none", "Interviews", "Every step",
                                      "Everyone who qualifies is admitted"}));
  EXPECT_EQ(choices(dean, "partner-role").at(2), "3. They must agree.");
  const ReadSheet& academic = book.sheets.at("Academic affairs");
  EXPECT_EQ(choices(academic, "patient-groups#rural"), (std::vector<std::string>{"yes", "not permitted"}));
  EXPECT_EQ(choices(academic, "patient-groups#none"), std::vector<std::string>{"yes"});
  EXPECT_TRUE(choices(dean, "service-stages#none").empty());  // its own option "nowhere" says it
}

TEST(WorksheetXlsx, AListStandsBesideItsIds) {
  const ReadWorkbook book = small_workbook("md");
  const ReadSheet& lists = book.sheets.at("lists");
  std::map<std::string, std::string> first_ids;
  for (char column = 'A'; column <= 'Z'; column = static_cast<char>(column + 2)) {
    const std::string letter(1, column);
    first_ids[lists.cell(letter + "1")] =
        lists.cell(letter + "2") + "=" + lists.cell(std::string(1, static_cast<char>(column + 1)) + "2");
  }
  EXPECT_EQ(first_ids["state"], "not_known=not known");
  EXPECT_EQ(first_ids["holistic-review"], "none=There is none");
  EXPECT_EQ(first_ids["runs-clinics"], "yes=Yes");
}

TEST(WorksheetXlsx, AGridHasACellForEachTopicAndYear) {
  for (const auto& [programme, years] : {std::pair<std::string, int>{"md", 4}, {"adn", 2}}) {
    const ReadWorkbook book = small_workbook(programme);
    const ReadSheet& sheet = book.sheets.at("Academic affairs");
    const int first = std::stoi(book.property("answer_column"));
    for (const std::string topic : {"causes", "advocacy"}) {
      const std::string row = std::to_string(sheet.rows_of_ids.at("topics-each-year#" + topic));
      for (int year = 0; year < years; ++year) {
        EXPECT_TRUE(book.unlocked(sheet, column_letters(first + year) + row)) << topic << year;
        EXPECT_EQ(offered(book, sheet.rule(column_letters(first + year) + row)).size(), 2U);
      }
      EXPECT_EQ(column_letters(first + years), book.column("state_column"));
    }
  }
}

TEST(WorksheetXlsx, NumbersHaveBounds) {
  const ReadWorkbook book = small_workbook("md");
  const ReadSheet& sheet = book.sheets.at("Academic affairs");
  const auto rule = [&](const std::string& id) { return sheet.rule(answer_cell(book, sheet, id)); };
  EXPECT_STREQ(rule("students").attribute("type").value(), "whole");
  EXPECT_STREQ(rule("students").child("formula2").text().get(), "5000");
  EXPECT_STREQ(rule("rural-compared#comparator.d").attribute("type").value(), "whole");
  EXPECT_STREQ(rule("first-generation#percent").attribute("type").value(), "decimal");
  EXPECT_STREQ(rule("first-generation#percent").child("formula2").text().get(), "100");
  EXPECT_FALSE(sheet.rows_of_ids.contains("pathway-reach#percent"));
}

TEST(WorksheetXlsx, NumbersStandFirstAndIdsAreHidden) {
  const ReadWorkbook book = small_workbook("md");
  const ReadSheet& sheet = book.sheets.at("Academic affairs");
  EXPECT_LT(sheet.rows_of_ids.at("rural-compared"), sheet.rows_of_ids.at("topics-each-year"));
  EXPECT_EQ(sheet.xml.select_node("//cols/col[@min='1']").node().attribute("hidden").as_int(), 1);
  EXPECT_TRUE(sheet.xml.select_node("//sheetProtection"));
  EXPECT_FALSE(sheet.xml.select_node("//sheetProtection").node().attribute("password"));
}

TEST(WorksheetXlsx, APacketAloneNamesItsOffice) {
  const instrument::Edition edition = edition_in("tests/editions/small");
  const Worksheet alone =
      make_worksheet(edition, instrument::questionnaire_for(edition, 0), interface_texts(), "finance");
  const ReadWorkbook book(worksheet_xlsx(alone, interface_texts()));
  EXPECT_EQ(book.property("office"), "finance");
  EXPECT_EQ(book.property("whole"), "no");
  EXPECT_FALSE(book.sheets.contains("Dean's office"));
}

}  // namespace
}  // namespace smm::report
