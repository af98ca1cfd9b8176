// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/roster.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "app/people/email_address.hpp"
#include "app/rounds/problems.hpp"

namespace smm::app {
namespace {

namespace why = rounds_problem;

struct Column {
  std::string_view name;
  bool required;                         // as a column
  std::string& (*field)(RosterSchool&);  // null: code and programme, which are read apart
};

constexpr std::array columns = std::to_array<Column>({
    {"school_id", true, nullptr},
    {"programme", true, nullptr},
    {"name", true, [](RosterSchool& s) -> std::string& { return s.name; }},
    {"institution_id", true, [](RosterSchool& s) -> std::string& { return s.frame.institution_id; }},
    {"system_id", false, [](RosterSchool& s) -> std::string& { return s.frame.system_id; }},
    {"control", false, [](RosterSchool& s) -> std::string& { return s.frame.control; }},
    {"state", false, [](RosterSchool& s) -> std::string& { return s.frame.state; }},
    {"division", false, [](RosterSchool& s) -> std::string& { return s.frame.division; }},
    {"size", false, [](RosterSchool& s) -> std::string& { return s.frame.size; }},
    {"carnegie", false, [](RosterSchool& s) -> std::string& { return s.frame.carnegie; }},
    {"locale", false, [](RosterSchool& s) -> std::string& { return s.frame.locale; }},
    {"dean_name", false, [](RosterSchool& s) -> std::string& { return s.contacts.dean.name; }},
    {"dean_email", false, [](RosterSchool& s) -> std::string& { return s.contacts.dean.email; }},
    {"interim_name", false, [](RosterSchool& s) -> std::string& { return s.contacts.interim.name; }},
    {"interim_email", false, [](RosterSchool& s) -> std::string& { return s.contacts.interim.email; }},
    {"assistant_email", false, [](RosterSchool& s) -> std::string& { return s.contacts.assistant_email; }},
    {"director_name", false, [](RosterSchool& s) -> std::string& { return s.contacts.director.name; }},
    {"director_email", false, [](RosterSchool& s) -> std::string& { return s.contacts.director.email; }},
    {"address", false, [](RosterSchool& s) -> std::string& { return s.contacts.address; }},
});

constexpr std::size_t longest_cell = 300;

bool is_code(const std::string& text) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == '_';
  };
  return !text.empty() && text.size() <= 64 && text != "." && text != ".." &&
         std::ranges::all_of(text, plain);
}

class RosterReader {
 public:
  RosterReader(const base::Table& table, const instrument::Edition& edition)
      : table_(table), edition_(edition) {}

  base::Result<std::vector<RosterSchool>> read() {
    check_columns();
    if (!problems_.empty()) return problems_;
    for (const base::TableRow& row : table_.rows) add(row);
    std::vector<RosterSchool> schools;
    for (auto& [code, school] : schools_) {
      std::ranges::sort(school.programmes);
      schools.push_back(std::move(school));
    }
    base::sort_problems(problems_);
    if (!problems_.empty()) return problems_;
    return schools;
  }

 private:
  void complain(const base::TableRow& row, const base::ProblemKind& kind, std::string sentence) {
    problems_.emplace_back(kind, std::move(sentence), table_.place(row));
  }

  void check_columns() {
    const base::Place header{table_.source, 1, 0};
    for (const Column& column : columns) {
      if (column.required && !table_.column(column.name))
        problems_.emplace_back(why::roster_column, "the roster has no column " + std::string(column.name),
                               header);
    }
    for (const std::string& name : table_.columns) {
      if (std::ranges::find(columns, name, &Column::name) == columns.end())
        problems_.emplace_back(why::roster_column, "\"" + name + "\" is no column of a roster", header);
    }
  }

  std::string cell(const base::TableRow& row, std::string_view name) const {
    const auto column = table_.column(name);
    return column ? row.cells[*column] : "";
  }

  void add(const base::TableRow& row) {
    const std::string code = cell(row, "school_id");
    if (!is_code(code))
      return complain(row, why::roster_code, "\"" + code.substr(0, 60) + "\" is no code of a school");
    RosterSchool school = school_in(row);
    school.code = code;
    school.line = row.line;
    const std::string programme = cell(row, "programme");
    const auto position = edition_.programme(programme);
    if (!position)
      return complain(row, why::roster_programme,
                      "edition " + edition_.id + " has no program \"" + programme + "\"");
    school.profession = edition_.professions[edition_.programmes[*position].profession].id;
    school.programmes = {programme};
    join(row, std::move(school));
  }

  RosterSchool school_in(const base::TableRow& row) {
    RosterSchool school;
    for (const Column& column : columns) {
      if (column.field == nullptr) continue;
      std::string text = cell(row, column.name);
      if (text.size() > longest_cell)
        complain(row, why::roster_cell, std::string(column.name) + " is too long");
      if (text.empty() && column.required)
        complain(row, why::roster_cell, std::string(column.name) + " is empty");
      column.field(school) =
          column.name.ends_with("_email") ? checked_email(row, column.name, text) : std::move(text);
    }
    return school;
  }

  std::string checked_email(const base::TableRow& row, std::string_view column, const std::string& text) {
    if (text.empty()) return text;
    auto address = email_address(text);
    if (address) return *address;
    const base::Problem& found = address.problems().front();
    base::Problem placed = found;
    placed.sentence = std::string(column) + ": " + found.sentence;
    placed.place = table_.place(row);
    problems_.push_back(std::move(placed));
    return "";
  }

  void join(const base::TableRow& row, RosterSchool school) {
    const auto [found, first] = schools_.try_emplace(school.code, school);
    if (first) return;
    RosterSchool& known = found->second;
    const std::string& programme = school.programmes.front();
    if (known.profession != school.profession) {
      complain(row, why::roster_professions, "school " + school.code + " has programs of two professions");
    } else if (std::ranges::find(known.programmes, programme) != known.programmes.end()) {
      complain(row, why::roster_repeated,
               "program " + programme + " of school " + school.code + " stands twice");
    } else if (known.name != school.name || !(known.frame == school.frame) ||
               !(known.contacts == school.contacts)) {
      complain(row, why::roster_differs,
               "school " + school.code + " is described otherwise on line " + std::to_string(known.line));
    } else {
      known.programmes.push_back(programme);
    }
  }

  const base::Table& table_;
  const instrument::Edition& edition_;
  std::map<std::string, RosterSchool> schools_;
  base::Problems problems_;
};

}  // namespace

base::Result<std::vector<RosterSchool>> read_roster(const base::Table& table,
                                                    const instrument::Edition& edition) {
  return RosterReader(table, edition).read();
}

}  // namespace smm::app
