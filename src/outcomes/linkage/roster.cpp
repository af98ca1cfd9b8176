// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/roster.hpp"

#include <algorithm>
#include <unordered_set>

#include "base/document_reader.hpp"
#include "outcomes/linkage/folded_text.hpp"
#include "outcomes/linkage/problems.hpp"

namespace smm::outcomes::linkage {
namespace {

constexpr std::string_view state_letters =
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC "
    "ND OH OK OR "
    "PA RI SC SD TN TX UT VT VA WA WV WI WY PR GU VI AS MP FM MH PW AA AE AP";

constexpr std::string_view roster_columns[] = {
    "graduate_id",    "last",       "first",     "middle",          "suffix",
    "former_last",    "credential", "programme", "graduation_year", "school_state",
    "licence_states", "sex",        "npi"};

class RosterReader {
 public:
  explicit RosterReader(const base::Table& table) : table_(table) {}

  base::Result<Roster> read() {
    for (const char* needed : {"graduate_id", "last", "first"})
      if (!table_.column(needed))
        refused_.emplace_back(problem::linkage_column_missing,
                              "a roster has the column \"" + std::string(needed) + "\"",
                              base::Place{table_.source, 1, 0});
    if (refused_.empty() && table_.rows.empty())
      refused_.emplace_back(problem::linkage_no_records, "the roster holds no graduates",
                            base::Place{table_.source, 0, 0});
    if (!refused_.empty()) return refused_;
    doubt_columns();
    for (const base::TableRow& row : table_.rows) roster_.graduates.push_back(graduate(row));
    if (!refused_.empty()) return refused_;
    return std::move(roster_);
  }

 private:
  std::string cell(const base::TableRow& row, std::string_view name) const {
    const auto at = table_.column(name);
    if (!at) return "";
    const std::string& text = row.cells[*at];
    const auto begin = text.find_first_not_of(" \t");
    return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
  }

  void doubt(const base::TableRow& row, const std::string& column, const std::string& text) {
    roster_.questionable.emplace_back(
        problem::roster_bad_value, "\"" + text + "\" cannot stand in " + column + " and is taken as absent",
        table_.place(row));
  }

  void doubt_columns() {
    for (const std::string& column : table_.columns)
      if (std::find(std::begin(roster_columns), std::end(roster_columns), column) == std::end(roster_columns))
        roster_.questionable.emplace_back(problem::roster_unknown_column,
                                          "the column \"" + column + "\" is not known and not used",
                                          base::Place{table_.source, 1, 0});
  }

  Graduate graduate(const base::TableRow& row) {
    Graduate graduate;
    graduate.id = cell(row, "graduate_id");
    if (graduate.id.empty())
      refused_.emplace_back(problem::linkage_missing_id, "the graduate has no id", table_.place(row));
    if (!ids_.insert(graduate.id).second && !graduate.id.empty())
      refused_.emplace_back(problem::linkage_repeated_id, "\"" + graduate.id + "\" stands here again",
                            table_.place(row));
    read_names(row, graduate);
    graduate.profession = profession_of(cell(row, "credential"), cell(row, "programme"));
    read_year(row, graduate);
    graduate.school_state = states(row, "school_state");
    graduate.licence_states = states(row, "licence_states");
    read_sex(row, graduate);
    read_npi(row, graduate);
    return graduate;
  }

  void read_names(const base::TableRow& row, Graduate& graduate) {
    for (const char* column : {"last", "first"})
      if (folded(cell(row, column)).empty()) doubt(row, column, cell(row, column));
    graduate.last = surname_of(cell(row, "last"));
    graduate.former = surname_of(cell(row, "former_last"));
    if (graduate.former.whole == graduate.last.whole) graduate.former = {};
    graduate.first = given_name_of(cell(row, "first"));
    graduate.middle = squeezed(folded(cell(row, "middle")));
    if (graduate.middle.empty()) graduate.middle = squeezed(graduate.first.rest);
    const std::string suffix = cell(row, "suffix");
    graduate.generation = generation_of(suffix);
    if (!suffix.empty() && graduate.generation == Generation::none) doubt(row, "suffix", suffix);
    if (graduate.generation == Generation::none) graduate.generation = graduate.last.generation;
    graduate.name_as_written = cell(row, "last") + ", " + cell(row, "first");
    if (const std::string middle = cell(row, "middle"); !middle.empty())
      graduate.name_as_written += " " + middle;
  }

  void read_year(const base::TableRow& row, Graduate& graduate) {
    const std::string text = cell(row, "graduation_year");
    if (text.empty()) return;
    const auto year = base::parse_integer(text);
    if (year && *year >= 1930 && *year <= 2079) {
      graduate.graduation_year = static_cast<int>(*year);
    } else {
      doubt(row, "graduation_year", text);
    }
  }

  StateSet states(const base::TableRow& row, const std::string& column) {
    StateSet set = 0;
    const std::string text = cell(row, column);
    const std::string plain = folded(text);
    for (const std::string_view word : words(plain)) {
      const StateSet bit = state_bit(word);
      if (bit == state_bit("?")) {
        doubt(row, column, text);
      } else {
        set |= bit;
      }
    }
    return set;
  }

  void read_sex(const base::TableRow& row, Graduate& graduate) {
    const std::string text = folded(cell(row, "sex"));
    if (text == "f" || text == "female") graduate.sex = GraduateSex::female;
    if (text == "m" || text == "male") graduate.sex = GraduateSex::male;
    if (!text.empty() && graduate.sex == GraduateSex::not_given) doubt(row, "sex", text);
  }

  void read_npi(const base::TableRow& row, Graduate& graduate) {
    const std::string text = cell(row, "npi");
    if (text.empty()) return;
    graduate.npi = registry::Npi::parse(text);
    if (!graduate.npi) {
      doubt(row, "npi", text);
    } else if (!npis_.insert(graduate.npi->number()).second) {
      roster_.questionable.emplace_back(problem::roster_bad_value,
                                        "the NPI " + text + " stands for another graduate too",
                                        table_.place(row));
    }
  }

  const base::Table& table_;
  base::Problems refused_;
  Roster roster_;
  std::unordered_set<std::string> ids_;
  std::unordered_set<std::uint32_t> npis_;
};

}  // namespace

StateSet state_bit(std::string_view text) {
  if (text.empty()) return 0;
  if (text.size() == 2) {
    const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
    const char letters[2] = {upper(text[0]), upper(text[1])};
    for (std::size_t at = 0; at < state_letters.size(); at += 3)
      if (state_letters[at] == letters[0] && state_letters[at + 1] == letters[1])
        return StateSet{1} << (at / 3);
  }
  return StateSet{1} << 63;
}

base::Result<Roster> read_roster(const base::Table& table) {
  return RosterReader(table).read();
}

}  // namespace smm::outcomes::linkage
