// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <set>

#include "base/document_reader.hpp"
#include "outcomes/measure/cohort_cells.hpp"
#include "outcomes/measure/mullan.hpp"
#include "outcomes/measure/problems.hpp"

namespace smm::outcomes::measure {
namespace {

using base::Problems;

constexpr std::array count_columns{"n_primary_care", "n_hpsa", "n_urm"};
constexpr std::array percent_columns{"primary_care_percent", "hpsa_percent", "urm_percent"};

class MullanReader {
 public:
  MullanReader(const base::Table& table, const PopulationShares& shares, const MullanOptions& options)
      : table_(table),
        shares_(shares),
        options_(options),
        counts_(has_all(count_columns) && table.column("n_graduates")) {}

  base::Result<std::vector<MullanSchool>> read() {
    if (!table_.column("school") || (!counts_ && !has_all(percent_columns))) {
      report(
          "the file needs school, and either n_graduates, n_primary_care, n_hpsa, n_urm or "
          "primary_care_percent, hpsa_percent, urm_percent",
          {table_.source, 1, 0});
      return problems_;
    }
    std::vector<MullanSchool> schools;
    for (const base::TableRow& row : table_.rows) schools.push_back(read_row(row));
    if (schools.empty())
      problems_.emplace_back(problem::cohort_empty, "the file holds no school",
                             base::Place{table_.source, 0, 0});
    if (!problems_.empty()) return problems_;
    return schools;
  }

 private:
  template <class Columns>
  bool has_all(const Columns& columns) const {
    for (const char* column : columns)
      if (!table_.column(column)) return false;
    return true;
  }

  void report(std::string sentence, const base::Place& place) {
    problems_.emplace_back(problem::school_bad_value, std::move(sentence), place);
  }

  std::string cell(const base::TableRow& row, std::string_view column) const {
    const auto at = table_.column(column);
    return at ? row.cells[*at] : "";
  }

  std::optional<double> number(const base::TableRow& row, const char* column, double most) {
    const std::string text = cell(row, column);
    const auto value = base::parse_decimal(text);
    if (value && *value >= 0 && *value <= most) return value;
    report(std::string(column) + " is a number from 0 to " + std::to_string(static_cast<long>(most)) +
               ", not \"" + text + "\"",
           table_.place(row));
    return std::nullopt;
  }

  void read_percentages(const base::TableRow& row, MullanSchool& school) {
    std::array<double*, 3> into{&school.primary_care, &school.hpsa, &school.urm};
    if (!counts_) {
      for (std::size_t i = 0; i < 3; ++i) *into[i] = number(row, percent_columns[i], 100).value_or(0);
      return;
    }
    const auto all = base::parse_integer(cell(row, "n_graduates"));
    if (!all || *all < 1 || *all > 1'000'000)
      return report("n_graduates is a whole number from 1", table_.place(row));
    school.graduates = static_cast<std::size_t>(*all);
    for (std::size_t i = 0; i < 3; ++i) {
      const auto count = base::parse_integer(cell(row, count_columns[i]));
      if (!count || *count < 0 || *count > *all)
        report(std::string(count_columns[i]) + " is a whole number from 0 to n_graduates", table_.place(row));
      else
        *into[i] = 100.0 * static_cast<double>(*count) / static_cast<double>(*all);
    }
  }

  void read_school(const base::TableRow& row, MullanSchool& school) {
    const std::string control = folded_word(cell(row, "control"));
    if (control == "public") school.about.control = School::Control::public_school;
    if (control == "private") school.about.control = School::Control::private_school;
    if (!control.empty() && school.about.control == School::Control::unknown)
      report("control is public or private, not \"" + control + "\"", table_.place(row));
    school.about.state = cell(row, "state");
    if (!cell(row, "in_state_share").empty()) school.in_state_share = number(row, "in_state_share", 1);
  }

  std::optional<double> population(const MullanSchool& school) const {
    const auto state = shares_.state(school.about.state);
    switch (options_.denominator) {
      case UrmDenominator::control:
        return share_by_control(shares_, school.about);
      case UrmDenominator::state:
        return state;
      case UrmDenominator::nation:
        return shares_.nation;
      case UrmDenominator::mix:
        if (!state || !school.in_state_share) return std::nullopt;
        return *school.in_state_share * *state + (1 - *school.in_state_share) * shares_.nation;
    }
    return std::nullopt;
  }

  const char* needed() const {
    switch (options_.denominator) {
      case UrmDenominator::control:
        return "control, and the state of a public school,";
      case UrmDenominator::mix:
        return "state and in_state_share";
      default:
        return "state";
    }
  }

  MullanSchool read_row(const base::TableRow& row) {
    MullanSchool school;
    school.id = cell(row, "school");
    if (school.id.empty()) report("school is empty", table_.place(row));
    if (!school.id.empty() && !seen_.insert(school.id).second)
      problems_.emplace_back(problem::cohort_duplicate_id, "\"" + school.id + "\" stands in the file twice",
                             table_.place(row));
    read_percentages(row, school);
    read_school(row, school);
    const auto share = population(school);
    if (!share)
      problems_.emplace_back(
          problem::shares_missing,
          "\"" + school.id + "\" needs " + needed() + " that the population shares have, to be held against",
          table_.place(row));
    school.population = share.value_or(0);
    return school;
  }

  const base::Table& table_;
  const PopulationShares& shares_;
  const MullanOptions& options_;
  bool counts_;
  std::set<std::string> seen_;
  Problems problems_;
};

}  // namespace

base::Result<std::vector<MullanSchool>> read_mullan_schools(const base::Table& table,
                                                            const PopulationShares& shares,
                                                            const MullanOptions& options) {
  return MullanReader(table, shares, options).read();
}

}  // namespace smm::outcomes::measure
