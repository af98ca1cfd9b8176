// SPDX-License-Identifier: Apache-2.0
#include "app/rosters/ipeds_list.hpp"

#include <algorithm>
#include <array>

#include "app/rosters/problems.hpp"
#include "base/document_reader.hpp"
#include "benchmark/census_division.hpp"
#include "exchange/problems.hpp"
#include "exchange/source_text.hpp"

namespace smm::app {
namespace {

namespace why = rosters_problem;

std::string without_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return "";
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

constexpr std::array ipeds_columns = {"UNITID",   "INSTNM",   "ADDR",     "CITY",     "STABBR",  "ZIP",
                                      "ICLEVEL",  "CONTROL",  "HLOFFER",  "DEGGRANT", "MEDICAL", "LOCALE",
                                      "CYACTIVE", "C21BASIC", "INSTSIZE", "F1SYSTYP", "F1SYSCOD"};

// The word behind a code, or the last word of the list for codes that the file does not report (-1, -2, -3).
template <std::size_t N>
std::string word_of(std::int64_t code, const std::array<std::string_view, N>& words) {
  const bool known = code >= 1 && code < static_cast<std::int64_t>(N);
  return std::string(words[known ? static_cast<std::size_t>(code) - 1 : N - 1]);
}

constexpr std::array<std::string_view, 4> control_words = {"public", "private", "for_profit", "private"};
constexpr std::array<std::string_view, 5> locale_words = {"city", "suburb", "town", "rural", "city"};

// Carnegie Classification 2021, "basic". Special focus institutions (most health sciences universities among
// them) and those without a class stand together.
std::string carnegie_word(std::int64_t basic) {
  if (basic >= 1 && basic <= 14) return "associate";
  if (basic == 15) return "R1";
  if (basic == 16) return "R2";
  if (basic == 17) return "doctoral";
  if (basic >= 18 && basic <= 20) return "masters";
  if (basic >= 21 && basic <= 23) return "baccalaureate";
  return basic == 33 ? "tribal" : "special";
}

class InstitutionReader {
 public:
  explicit InstitutionReader(const base::Table& table) : table_(table) {}

  base::Result<std::vector<Institution>> read() {
    for (const char* name : ipeds_columns)
      if (!table_.column(name))
        problems_.emplace_back(exchange::problem::csv_missing_column,
                               std::string("an IPEDS HD file has a column ") + name,
                               base::Place{table_.source, 1, 0});
    if (!problems_.empty()) return problems_;
    for (const base::TableRow& row : table_.rows)
      if (is_active(row)) read(row);
    if (!problems_.empty()) return problems_;
    std::ranges::sort(institutions_, {}, &Institution::id);
    return std::move(institutions_);
  }

 private:
  std::string cell(const base::TableRow& row, std::string_view name) const {
    return without_blanks(row.cells[*table_.column(name)]);
  }

  std::int64_t number(const base::TableRow& row, std::string_view name) {
    const std::string text = cell(row, name);
    if (const auto value = base::parse_integer(text)) return *value;
    problems_.emplace_back(why::ipeds_value, std::string(name) + " is \"" + text + "\", which is no number",
                           table_.place(row));
    return 0;
  }

  bool is_active(const base::TableRow& row) {
    return number(row, "CYACTIVE") == 1 && number(row, "DEGGRANT") == 1;
  }

  void read(const base::TableRow& row) {
    Institution one;
    one.id = cell(row, "UNITID");
    one.name = cell(row, "INSTNM");
    one.state = cell(row, "STABBR");
    one.address = cell(row, "ADDR") + ", " + cell(row, "CITY") + ", " + one.state + " " + cell(row, "ZIP");
    const auto division = benchmark::census_division(one.state);
    if (!division)
      problems_.emplace_back(why::ipeds_value, "\"" + one.state + "\" is no postal code of a state",
                             table_.place(row));
    one.division = division.value_or("");
    one.control = word_of(number(row, "CONTROL"), control_words);
    one.size = std::to_string(std::clamp<std::int64_t>(number(row, "INSTSIZE"), 1, 5));
    one.carnegie = carnegie_word(number(row, "C21BASIC"));
    one.locale = word_of(number(row, "LOCALE") / 10, locale_words);
    if (number(row, "F1SYSTYP") == 1) one.system = cell(row, "F1SYSCOD");
    one.medical = number(row, "MEDICAL") == 1;
    one.two_year = number(row, "ICLEVEL") == 2;
    one.highest_award = static_cast<int>(number(row, "HLOFFER"));
    institutions_.push_back(std::move(one));
  }

  const base::Table& table_;
  std::vector<Institution> institutions_;
  base::Problems problems_;
};

}  // namespace

std::string ipeds_text(std::string_view bytes) {
  const std::string text = exchange::read_source_text(bytes).utf8;
  std::string csv;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    csv += text[i];
    if (text[i] != '"') continue;
    const char before = i == 0 ? '\n' : text[i - 1];
    const char after = i + 1 == text.size() ? '\n' : text[i + 1];
    const bool ends = after == ',' || after == '\n' || after == '\r';
    if (!quoted) {
      quoted = before == ',' || before == '\n';
    } else if (ends) {
      quoted = false;
    } else {
      csv += '"';
      if (after == '"') ++i;
    }
  }
  return csv;
}

base::Result<std::vector<Institution>> read_institutions(const base::Table& table) {
  return InstitutionReader(table).read();
}

}  // namespace smm::app
