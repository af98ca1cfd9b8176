// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/roster.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "app/people/email_address.hpp"
#include "app/people/problems.hpp"
#include "app/rounds/problems.hpp"
#include "exchange/csv.hpp"

namespace smm::app {
namespace {

namespace why = rounds_problem;

struct Column {
  std::string_view name;
  bool required;                         // as a column
  std::string& (*field)(RosterSchool&);  // null: code and programme, which are read apart, and remarks
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
    {"basis", false, nullptr},
    {"note", false, nullptr},
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

// The beginning of what somebody wrote, never ending within a letter.
std::string shown_start(const std::string& text) {
  constexpr std::size_t most = 60;
  if (text.size() <= most) return text;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

bool has_control(const std::string& text, bool lines) {
  return std::ranges::any_of(text, [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && !(lines && (c == '\n' || c == '\r' || c == '\t'))) || byte == 0x7f;
  });
}

// What is wrong with a cell, in the words after its column's name; empty: nothing.
std::string fault_of(const Column& column, const std::string& text) {
  if (text.size() > longest_cell) return "is too long";
  if (text.empty()) return column.required ? "is empty" : "";
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) return "holds nothing but blanks";
  if (has_control(text, column.name == "address")) return "holds a control character, or a line end";
  if (text.starts_with('=')) return "is a formula, not its result";
  if (column.name.ends_with("_name") && text.find('@') != std::string::npos)
    return "holds an address, not a name";
  return "";
}

// The first column in which two rows of a school differ; empty: none.
std::string_view differing(RosterSchool a, RosterSchool b) {
  for (const Column& column : columns)
    if (column.field != nullptr && column.field(a) != column.field(b)) return column.name;
  return "";
}

class RosterReader {
 public:
  RosterReader(const base::Table& table, const instrument::Edition& edition, const std::vector<int>& cells)
      : table_(table), edition_(edition), cells_(cells), absent_(absent_columns(table)) {}

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
  static std::uint32_t absent_columns(const base::Table& table) {
    std::uint32_t absent = 0;
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (!columns[i].required && !table.column(columns[i].name)) absent |= std::uint32_t{1} << i;
    return absent;
  }

  // An empty name: the row as a whole.
  base::Place place(const base::TableRow& row, std::string_view column) const {
    base::Place place = table_.place(row);
    if (const auto at = table_.column(column))
      place.column = cells_.empty() ? static_cast<int>(*at) + 1 : cells_[*at];
    return place;
  }

  void complain(const base::TableRow& row, std::string_view column, const base::ProblemKind& kind,
                std::string sentence) {
    problems_.emplace_back(kind, std::move(sentence), place(row, column));
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
      return complain(row, "school_id", why::roster_code,
                      "\"" + shown_start(code) + "\" is no code of a school");
    RosterSchool school = school_in(row);
    school.code = code;
    school.line = row.line;
    school.absent = absent_;
    const std::string programme = cell(row, "programme");
    const auto position = edition_.programme(programme);
    if (!position)
      return complain(row, "programme", why::roster_programme,
                      "edition " + edition_.id + " has no program \"" + shown_start(programme) + "\"");
    school.profession = edition_.professions[edition_.programmes[*position].profession].id;
    school.programmes = {programme};
    join(row, std::move(school));
  }

  RosterSchool school_in(const base::TableRow& row) {
    RosterSchool school;
    for (const Column& column : columns) {
      if (column.field == nullptr) continue;
      std::string text = cell(row, column.name);
      if (const std::string fault = fault_of(column, text); !fault.empty())
        complain(row, column.name, why::roster_cell, std::string(column.name) + " " + fault);
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
    placed.place = place(row, column);
    problems_.push_back(std::move(placed));
    return "";
  }

  void join(const base::TableRow& row, RosterSchool school) {
    const auto [found, first] = schools_.try_emplace(school.code, school);
    if (first) return;
    RosterSchool& known = found->second;
    const std::string& programme = school.programmes.front();
    if (known.profession != school.profession) {
      complain(row, "programme", why::roster_professions,
               "school " + school.code + " has programs of two professions");
    } else if (std::ranges::find(known.programmes, programme) != known.programmes.end()) {
      complain(row, "programme", why::roster_repeated,
               "program " + programme + " of school " + school.code + " stands twice");
    } else if (!differing(known, school).empty()) {
      const std::string_view column = differing(known, school);
      complain(row, column, why::roster_differs,
               "school " + school.code + " has another " + std::string(column) + " on line " +
                   std::to_string(known.line));
    } else {
      known.programmes.push_back(programme);
    }
  }

  const base::Table& table_;
  const instrument::Edition& edition_;
  const std::vector<int>& cells_;
  const std::uint32_t absent_;
  std::map<std::string, RosterSchool> schools_;
  base::Problems problems_;
};

}  // namespace

base::Result<std::vector<RosterSchool>> read_roster(const base::Table& table,
                                                    const instrument::Edition& edition,
                                                    const std::vector<int>& cells) {
  return RosterReader(table, edition, cells).read();
}

RosterSchool completed(RosterSchool row, const assessment::School& known) {
  RosterSchool before{known.code, known.name, known.profession, {}, known.frame, known.contacts};
  for (std::size_t i = 0; i < columns.size(); ++i)
    if ((row.absent >> i & 1) != 0 && columns[i].field != nullptr)
      columns[i].field(row) = columns[i].field(before);
  return row;
}

std::vector<RosterField> fields_of(const RosterSchool& school) {
  RosterSchool held = school;
  std::vector<RosterField> fields;
  for (const Column& column : columns) {
    if (column.field != nullptr) fields.push_back({column.name, column.field(held)});
    if (column.name != "programme") continue;
    fields.push_back({column.name, ""});
    for (const std::string& programme : school.programmes)
      fields.back().value += (fields.back().value.empty() ? "" : " ") + programme;
  }
  return fields;
}

base::Result<assessment::Contacts> checked_contacts(const assessment::Contacts& typed) {
  RosterSchool school;
  school.contacts = typed;
  base::Problems problems;
  for (const Column& column : columns) {
    std::string* text = column.field == nullptr ? nullptr : &column.field(school);
    if (text == nullptr || column.required || text->empty()) continue;
    const base::Place place{std::string(column.name), 0, 0};
    if (const std::string fault = fault_of(column, *text); !fault.empty())
      problems.emplace_back(why::roster_cell, "This " + fault, place);
    if (!column.name.ends_with("_email")) continue;
    auto address = email_address(*text);
    if (address) *text = *address;
    if (!address)
      problems.emplace_back(people_problem::email_not_valid, address.problems().front().sentence, place);
  }
  if (!problems.empty()) return problems;
  return school.contacts;
}

std::vector<std::string_view> roster_columns() {
  std::vector<std::string_view> names;
  for (const Column& column : columns) names.push_back(column.name);
  return names;
}

std::string roster_csv(const std::vector<RosterSchool>& schools, const RosterRemarks& remarks) {
  const std::size_t last = columns.size() - (remarks.empty() ? 2 : 0);
  std::string text;
  exchange::CsvWriter csv(text);
  for (std::size_t i = 0; i < last; ++i) csv.cell(columns[i].name);
  csv.end_row();
  for (RosterSchool school : schools)
    for (const std::string& programme : school.programmes) {
      csv.cell(school.code).cell(programme);
      for (const Column& column : columns)
        if (column.field != nullptr) csv.cell(column.field(school));
      if (const auto found = remarks.find({school.code, programme}); found != remarks.end())
        csv.cell(found->second.basis).cell(found->second.note);
      csv.end_row();
    }
  return text;
}

}  // namespace smm::app
