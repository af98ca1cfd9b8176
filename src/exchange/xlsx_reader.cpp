// SPDX-License-Identifier: Apache-2.0
#include "exchange/xlsx_reader.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <pugixml.hpp>

#include "exchange/problems.hpp"
#include "exchange/xlsx_dates.hpp"
#include "exchange/xlsx_package.hpp"
#include "exchange/xlsx_text.hpp"

namespace smm::exchange {
namespace {

constexpr std::size_t most_cells = 2'000'000;
constexpr std::size_t most_sheets = 200;
constexpr std::uint32_t most_rows = 1'048'576;
constexpr std::uint32_t most_columns = 16'384;

base::Problem damaged_workbook(const std::string& source, const std::string& what) {
  return {problem::xlsx_damaged,
          "The workbook cannot be read: " + what + ". Save it again as .xlsx",
          {source, 0, 0}};
}

// Programs differ in whether they write a namespace prefix ("x:row").
bool is_named(const pugi::xml_node& node, std::string_view name) {
  const std::string_view whole = node.name();
  const std::size_t colon = whole.find(':');
  return (colon == std::string_view::npos ? whole : whole.substr(colon + 1)) == name;
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  return node.find_child([&](const pugi::xml_node& each) { return is_named(each, name); });
}

// The text of <t>, or of the <t> of every run; the reading aid of <rPh> is no part of it.
std::string rich_text(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& each : node.children()) {
    if (is_named(each, "t")) text += each.text().get();
    if (is_named(each, "r")) text += child(each, "t").text().get();
  }
  return text;
}

std::string number_text(std::string_view written) {
  double value = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
  if (error != std::errc() || end != written.data() + written.size()) return std::string(written);
  char shortest[40];
  const auto format = std::abs(value) < 1e15 ? std::chars_format::fixed : std::chars_format::general;
  const auto [last, failed] = std::to_chars(shortest, shortest + sizeof shortest, value, format);
  return failed == std::errc() ? std::string(shortest, last) : std::string(written);
}

// "0.3" as "30%"; ten decimals are more than anybody types and hide what is not exact in binary.
std::string percent_text(const std::string& written) {
  const double percent = std::strtod(written.c_str(), nullptr) * 100;
  const double rounded = std::round(percent * 1e10) / 1e10;
  char text[64];
  const auto [last, failed] = std::to_chars(text, text + sizeof text, rounded);
  return failed == std::errc() ? std::string(text, last) + "%" : written;
}

// "AB12" as row 11, column 27.
std::optional<std::pair<std::uint32_t, std::uint32_t>> cell_place(std::string_view reference) {
  std::uint32_t column = 0;
  std::size_t at = 0;
  for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z' && at < 4; ++at)
    column = column * 26 + static_cast<std::uint32_t>(reference[at] - 'A' + 1);
  std::uint32_t row = 0;
  const auto [end, error] = std::from_chars(reference.data() + at, reference.data() + reference.size(), row);
  if (error != std::errc() || end != reference.data() + reference.size()) return std::nullopt;
  if (row == 0 || row > most_rows || column == 0 || column > most_columns) return std::nullopt;
  return std::pair(row - 1, column - 1);
}

class WorkbookReader {
 public:
  WorkbookReader(XlsxPackage& package, std::string source) : package_(package), source_(std::move(source)) {}

  base::Result<ReadWorkbook> read() {
    ReadWorkbook book{source_, {}};
    pugi::xml_document outline;
    pugi::xml_document links;
    if (!load("xl/workbook.xml", outline) || !load("xl/_rels/workbook.xml.rels", links)) return problems_;
    from_1904_ = child(outline.document_element(), "workbookPr").attribute("date1904").as_bool();
    if (!read_shared_texts() || !read_styles()) return problems_;
    for (const pugi::xml_node& tab : child(outline.document_element(), "sheets").children()) {
      if (book.sheets.size() == most_sheets) return too_large("it has more than 200 sheets");
      auto sheet = read_sheet(tab, links.document_element());
      if (!sheet) return sheet.problems();
      book.sheets.push_back(std::move(*sheet));
    }
    return book;
  }

 private:
  base::Problem too_large(const std::string& what) const {
    return {problem::xlsx_too_large, "The workbook is too large: " + what, {source_, 0, 0}};
  }

  bool load(const std::string& name, pugi::xml_document& document) {
    auto text = package_.part(name);
    if (!text) {
      problems_ = text.problems();
      return false;
    }
    // Without pugi::parse_doctype a document type is skipped, so nothing of it can expand.
    const unsigned options = pugi::parse_default | pugi::parse_ws_pcdata_single;
    if (document.load_buffer(text->data(), text->size(), options)) return true;
    problems_ = {damaged_workbook(source_, name + " is no XML")};
    return false;
  }

  bool read_shared_texts() {
    if (!package_.has("xl/sharedStrings.xml")) return true;
    pugi::xml_document document;
    if (!load("xl/sharedStrings.xml", document)) return false;
    for (const pugi::xml_node& entry : document.document_element().children())
      if (is_named(entry, "si")) shared_.push_back(rich_text(entry));
    return true;
  }

  bool read_styles() {
    if (!package_.has("xl/styles.xml")) return true;
    pugi::xml_document document;
    if (!load("xl/styles.xml", document)) return false;
    std::map<int, std::string> codes;
    for (const pugi::xml_node& format : child(document.document_element(), "numFmts").children())
      codes[format.attribute("numFmtId").as_int()] = format.attribute("formatCode").value();
    for (const pugi::xml_node& style : child(document.document_element(), "cellXfs").children()) {
      const int id = style.attribute("numFmtId").as_int();
      dates_.push_back(shows_a_date(id, codes[id]));
      percents_.push_back(id == 9 || id == 10 || codes[id].find('%') != std::string::npos);
    }
    return true;
  }

  std::string target_of(const pugi::xml_node& tab, const pugi::xml_node& links) const {
    std::string id;
    for (const pugi::xml_attribute& each : tab.attributes())
      if (std::string_view(each.name()).ends_with(":id")) id = each.value();
    for (const pugi::xml_node& link : links.children())
      if (id == link.attribute("Id").value()) {
        const std::string target = link.attribute("Target").value();
        return target.starts_with('/') ? target.substr(1) : "xl/" + target;
      }
    return "";
  }

  base::Result<ReadSheet> read_sheet(const pugi::xml_node& tab, const pugi::xml_node& links) {
    ReadSheet sheet;
    sheet.name = tab.attribute("name").value();
    sheet.hidden = std::string_view(tab.attribute("state").value()).find("idden") != std::string_view::npos;
    pugi::xml_document document;
    if (!load(target_of(tab, links), document)) return problems_;
    for (const pugi::xml_node& row : child(document.document_element(), "sheetData").children())
      for (const pugi::xml_node& cell : row.children())
        if (const auto problem = take(cell, sheet)) return *problem;
    return sheet;
  }

  std::optional<base::Problem> take(const pugi::xml_node& cell, ReadSheet& sheet) {
    const auto place = cell_place(cell.attribute("r").value());
    if (!place) return damaged_workbook(source_, "a cell of sheet " + sheet.name + " has no place");
    if (child(cell, "f")) sheet.formulas.insert(*place);
    std::string text = text_of(cell);
    if (text.empty()) return std::nullopt;
    if (++cells_ > most_cells) return too_large("it has more than 2 million cells");
    sheet.cells[*place] = std::move(text);
    return std::nullopt;
  }

  std::string text_of(const pugi::xml_node& cell) const {
    const std::string_view kind = cell.attribute("t").value();
    if (kind == "inlineStr") return rich_text(child(cell, "is"));
    const std::string value = child(cell, "v").text().get();
    if (kind == "s") {
      const auto index = std::strtoull(value.c_str(), nullptr, 10);
      return index < shared_.size() ? shared_[index] : "";
    }
    if (kind == "b") return value == "1" ? "TRUE" : "FALSE";
    if (kind == "e") return "";
    return kind.empty() || kind == "n" ? number_or_day(cell, value) : value;
  }

  std::string number_or_day(const pugi::xml_node& cell, const std::string& value) const {
    const std::size_t style = cell.attribute("s").as_uint();
    if (style < dates_.size() && dates_[style])
      if (auto day = day_of_serial(std::strtod(value.c_str(), nullptr), from_1904_)) return *day;
    if (style < percents_.size() && percents_[style]) return percent_text(value);
    return number_text(value);
  }

  XlsxPackage& package_;
  std::string source_;
  base::Problems problems_;
  std::vector<std::string> shared_;
  std::vector<bool> dates_;     // by style
  std::vector<bool> percents_;  // likewise; 9 and 10 are built in (ECMA-376 part 1, 18.8.30)
  bool from_1904_ = false;
  std::size_t cells_ = 0;
};

// ---- As a table.

class SheetTable {
 public:
  SheetTable(const ReadSheet& sheet, const std::string& source) : sheet_(sheet) { table_.source = source; }

  base::Result<base::Table> read() {
    const std::uint32_t header = sheet_.cells.begin()->first.first;
    for (const auto& [place, text] : sheet_.cells) {
      if (place.first == header) {
        if (auto problem = add_column(place, text)) return *problem;
      } else if (auto problem = add_cell(place, text)) {
        return *problem;
      }
    }
    return std::move(table_);
  }

 private:
  base::Place at(std::uint32_t row) const { return {table_.source, static_cast<int>(row) + 1, 0}; }

  std::optional<base::Problem> add_column(std::pair<std::uint32_t, std::uint32_t> place,
                                          const std::string& text) {
    if (table_.column(text))
      return base::Problem(problem::csv_duplicate_column, "Two columns are named \"" + text + "\"",
                           at(place.first));
    columns_[place.second] = table_.columns.size();
    table_.columns.push_back(text);
    return std::nullopt;
  }

  std::optional<base::Problem> add_cell(std::pair<std::uint32_t, std::uint32_t> place,
                                        const std::string& text) {
    const auto column = columns_.find(place.second);
    if (column == columns_.end())
      return base::Problem(problem::csv_empty_column, "A cell stands in a column without a name",
                           at(place.first));
    const int line = static_cast<int>(place.first) + 1;
    if (table_.rows.empty() || table_.rows.back().line != line)
      table_.rows.push_back({line, std::vector<std::string>(table_.columns.size())});
    table_.rows.back().cells[column->second] = text;
    return std::nullopt;
  }

  const ReadSheet& sheet_;
  base::Table table_;
  std::map<std::uint32_t, std::size_t> columns_;
};

}  // namespace

const std::string& ReadSheet::at(std::uint32_t row, std::uint32_t column) const {
  static const std::string none;
  const auto found = cells.find({row, column});
  return found == cells.end() ? none : found->second;
}

base::Result<ReadWorkbook> read_workbook(std::string_view bytes, const std::string& source,
                                         std::size_t most_unpacked) {
  PackageLimits limits;
  limits.total_bytes = most_unpacked;
  limits.part_bytes = std::min(limits.part_bytes, most_unpacked);
  auto package = XlsxPackage::open(bytes, source, limits);
  if (!package) return package.problems();
  return WorkbookReader(*package, source).read();
}

base::Result<base::Table> read_workbook_table(std::string_view bytes, const std::string& source) {
  const auto book = read_workbook(bytes, source);
  if (!book) return book.problems();
  for (const ReadSheet& sheet : book->sheets)
    if (!sheet.hidden && !sheet.cells.empty()) return SheetTable(sheet, source).read();
  return base::Problem(problem::xlsx_no_sheet, "The workbook has no visible sheet with a header row",
                       {source, 0, 0});
}

std::string cell_name(std::uint32_t row, std::uint32_t column) {
  return column_letters(column) + std::to_string(row + 1);
}

bool looks_like_workbook(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04");
}

}  // namespace smm::exchange
