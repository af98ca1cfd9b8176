// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/cohort.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "base/document_reader.hpp"
#include "exchange/csv.hpp"
#include "expression/nearest_word.hpp"
#include "outcomes/measure/cohort_cells.hpp"
#include "outcomes/measure/problems.hpp"

namespace smm::outcomes::measure {
namespace {

using base::Problems;

constexpr std::size_t most_problems = 5000;

// Numbers texts in the order in which they come.
class Numbered {
 public:
  std::uint32_t of(std::string_view text) {
    if (const auto found = numbers_.find(std::string(text)); found != numbers_.end()) return found->second;
    const auto number = static_cast<std::uint32_t>(texts_.size());
    texts_.emplace_back(text);
    numbers_.emplace(texts_.back(), number);
    return number;
  }
  std::vector<std::string> take() { return std::move(texts_); }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> texts_;
};

std::vector<std::string> parts_of_exposures(const std::string& text) {
  std::vector<std::string> parts;
  std::string part;
  for (const char c : text + ";") {
    if (c != ';' && c != '|' && c != ',') {
      part += c;
      continue;
    }
    const auto first = part.find_first_not_of(' ');
    if (first != std::string::npos)
      parts.push_back(part.substr(first, part.find_last_not_of(' ') - first + 1));
    part.clear();
  }
  std::sort(parts.begin(), parts.end());
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  if (parts.size() == 1 && folded_word(parts.front()) == "none") parts.clear();
  return parts;
}

const Programme* programme_named(const Catalogue& catalogue, const std::string& text) {
  const std::string word = folded_word(text);
  for (const Programme& programme : catalogue.programmes) {
    if (programme.id == word) return &programme;
    for (const std::string& name : programme.names)
      if (folded_word(name) == word) return &programme;
  }
  return nullptr;
}

class CohortReader {
 public:
  CohortReader(exchange::CsvReader& reader, Day as_of) : reader_(reader), as_of_(as_of) {}

  bool find_columns() {
    std::vector<std::string> every;
    for (const CohortColumn& column : cohort_columns()) every.emplace_back(column.name);
    for (const std::string& name : reader_.columns()) {
      columns_.push_back(find_cohort_column(name));
      if (columns_.back() != nullptr) continue;
      const auto nearest = expression::nearest_word(name, every);
      problems_.emplace_back(problem::cohort_unknown_column,
                             "no measure knows the column \"" + name + "\"" +
                                 (nearest ? "; did you mean \"" + *nearest + "\"?" : ""),
                             base::Place{source_of(), 1, 0});
    }
    return problems_.empty();
  }

  void read_rows() {
    exchange::CsvRow row;
    while (problems_.size() < most_problems && reader_.next(row)) {
      Person person;
      for (std::size_t at = 0; at < columns_.size(); ++at)
        if (!row.cells[at].empty()) read_cell(*columns_[at], row.cells[at], row, person);
      finish_person(person, row);
      persons_.push_back(std::move(person));
    }
  }

  base::Result<Cohort> cohort(const Catalogue& catalogue) {
    problems_.insert(problems_.end(), reader_.problems().begin(), reader_.problems().end());
    if (problems_.empty() && persons_.empty())
      problems_.emplace_back(problem::cohort_empty, "the file holds no person",
                             base::Place{source_of(), 0, 0});
    report_duplicates();
    if (!problems_.empty()) {
      base::sort_problems(problems_);
      return problems_;
    }
    Cohort cohort;
    cohort.persons = std::move(persons_);
    cohort.schools = schools_.take();
    for (std::string& text : programmes_.take()) {
      const Programme* known = programme_named(catalogue, text);
      const auto number = known == nullptr ? 0 : known - catalogue.programmes.data();
      cohort.programmes.push_back(
          {known == nullptr ? std::move(text) : known->id, known, static_cast<unsigned>(number)});
    }
    for (const std::string& text : exposures_.take())
      cohort.exposure_lists.push_back(parts_of_exposures(text));
    return cohort;
  }

 private:
  std::string source_of() const { return reader_.place({1, {}}).source; }

  void report(const base::ProblemKind& kind, std::string sentence, const exchange::CsvRow& row) {
    problems_.emplace_back(kind, std::move(sentence), reader_.place(row));
  }

  void bad(const CohortColumn& column, std::string_view cell, const char* wanted,
           const exchange::CsvRow& row) {
    report(problem::cohort_bad_value,
           std::string(column.name) + " is " + wanted + ", not \"" + std::string(cell) + "\"", row);
  }

  void read_cell(const CohortColumn& column, std::string_view cell, const exchange::CsvRow& row,
                 Person& person) {
    switch (column.kind) {
      case ColumnKind::id:
        person.id = cell;
        return;
      case ColumnKind::school:
        person.school = schools_.of(cell);
        has_school_ = true;
        return;
      case ColumnKind::programme:
        person.programme = programmes_.of(cell);
        return;
      case ColumnKind::exposures:
        person.exposures = exposures_.of(cell);
        return;
      case ColumnKind::event:
        return read_event(column, cell, row, person);
      case ColumnKind::year:
        return read_year(column, cell, row, person);
      case ColumnKind::role:
        if (folded_word(cell) == "faculty")
          person.role = Role::faculty;
        else if (folded_word(cell) != "learner")
          bad(column, cell, "learner or faculty", row);
        return;
      case ColumnKind::sex:
        person.sex = read_sex(cell);
        if (!person.sex) bad(column, cell, "female, male or other", row);
        return;
      case ColumnKind::yes_no:
        if (const auto answer = read_yes_no(cell))
          person.answers.set(column.fact, *answer);
        else
          bad(column, cell, "yes or no", row);
        return;
      case ColumnKind::amount:
        person.*column.amount = read_amount(cell);
        if (!(person.*column.amount)) bad(column, cell, "a number from 0", row);
        return;
    }
  }

  void read_event(const CohortColumn& column, std::string_view cell, const exchange::CsvRow& row,
                  Person& person) {
    if (const auto answer = read_yes_no(cell)) return person.answers.set(column.fact, *answer);
    const auto day = registry::parse_iso_day(cell);
    if (!day) return bad(column, cell, "a date such as 2024-05-31, or yes or no", row);
    if (*day > as_of_)
      report(problem::cohort_future_date,
             std::string(column.name) + " is " + std::string(cell) + ", after the day of measuring, " +
                 to_iso(as_of_),
             row);
    person.answers.set(column.fact, true);
    person.days[static_cast<std::size_t>(column.event)] = *day;
  }

  void read_year(const CohortColumn& column, std::string_view cell, const exchange::CsvRow& row,
                 Person& person) {
    const auto year = base::parse_integer(cell);
    if (!year || *year < 1900 || *year > 2078) return bad(column, cell, "a year such as 2024", row);
    person.graduation_year = static_cast<std::uint16_t>(*year);
  }

  void finish_person(Person& person, const exchange::CsvRow& row) {
    if (person.id.empty()) report(problem::cohort_bad_value, "graduate_id is empty", row);
    if (!has_school_) report(problem::cohort_bad_value, "school_id is empty", row);
    has_school_ = false;
    lines_.push_back(row.line);
    const Day graduated = person.day(StudyEvent::graduated);
    if (person.graduation_year == 0 && graduated.given())
      person.graduation_year = static_cast<std::uint16_t>(graduated.year());
    if (person.graduation_year > as_of_.year() && person.answers.get(Fact::graduated) == true)
      report(problem::cohort_future_date,
             "graduated, but in " + std::to_string(person.graduation_year) +
                 ", after the day of measuring, " + to_iso(as_of_),
             row);
    check_order(person, row);
  }

  void check_order(const Person& person, const exchange::CsvRow& row) {
    constexpr std::array<std::string_view, 5> words{"pathway_completed", "applied", "matriculated", "left",
                                                    "graduated"};
    const auto must_not_precede = [&](StudyEvent later, StudyEvent earlier) {
      if (!person.day(later).given() || !person.day(earlier).given()) return;
      if (person.day(later) < person.day(earlier))
        report(problem::cohort_dates_out_of_order,
               std::string(words[static_cast<std::size_t>(later)]) + " lies before " +
                   std::string(words[static_cast<std::size_t>(earlier)]),
               row);
    };
    must_not_precede(StudyEvent::matriculated, StudyEvent::applied);
    must_not_precede(StudyEvent::left, StudyEvent::matriculated);
    must_not_precede(StudyEvent::graduated, StudyEvent::matriculated);
  }

  void report_duplicates() {
    std::unordered_set<std::string_view> seen;
    seen.reserve(persons_.size());
    for (std::size_t i = 0; i < persons_.size() && problems_.size() < most_problems; ++i)
      if (!persons_[i].id.empty() && !seen.insert(persons_[i].id).second)
        problems_.emplace_back(problem::cohort_duplicate_id,
                               "\"" + persons_[i].id + "\" stands in the file twice",
                               base::Place{source_of(), lines_[i], 0});
  }

  exchange::CsvReader& reader_;
  Day as_of_;
  std::vector<const CohortColumn*> columns_;
  std::vector<Person> persons_;
  std::vector<int> lines_;
  bool has_school_ = false;
  Numbered schools_;
  Numbered programmes_;
  Numbered exposures_;
  Problems problems_;
};

}  // namespace

base::Result<Cohort> read_cohort(base::ByteSource& bytes, const std::string& source, Day as_of,
                                 const Catalogue& catalogue) {
  exchange::CsvReader reader(bytes, source);
  if (!reader.require({"graduate_id", "school_id"})) return reader.problems();
  CohortReader persons(reader, as_of);
  if (persons.find_columns()) persons.read_rows();
  return persons.cohort(catalogue);
}

}  // namespace smm::outcomes::measure
