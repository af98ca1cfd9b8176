// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/cohort_cells.hpp"

#include <array>

#include "base/document_reader.hpp"

namespace smm::outcomes::measure {
namespace {

constexpr CohortColumn event_column(std::string_view name, Fact fact, StudyEvent event) {
  return {name, ColumnKind::event, fact, event, nullptr};
}
constexpr CohortColumn yes_no_column(std::string_view name, Fact fact) {
  return {name, ColumnKind::yes_no, fact, {}, nullptr};
}
constexpr CohortColumn amount_column(std::string_view name, Fact fact,
                                     std::optional<double> Person::*amount) {
  return {name, ColumnKind::amount, fact, {}, amount};
}
constexpr CohortColumn plain_column(std::string_view name, ColumnKind kind) {
  return {name, kind, {}, {}, nullptr};
}

constexpr std::array column_table{
    plain_column("graduate_id", ColumnKind::id),
    plain_column("school_id", ColumnKind::school),
    plain_column("programme", ColumnKind::programme),
    plain_column("role", ColumnKind::role),
    event_column("pathway_completed", Fact::pathway_completed, StudyEvent::pathway_completed),
    event_column("applied", Fact::applied, StudyEvent::applied),
    event_column("matriculated", Fact::matriculated, StudyEvent::matriculated),
    event_column("left", Fact::left, StudyEvent::left),
    event_column("graduated", Fact::graduated, StudyEvent::graduated),
    plain_column("graduation_year", ColumnKind::year),
    plain_column("sex", ColumnKind::sex),
    yes_no_column("urm", Fact::urm),
    yes_no_column("first_generation", Fact::first_generation),
    yes_no_column("rural_origin", Fact::rural_origin),
    yes_no_column("disadvantaged", Fact::disadvantaged),
    yes_no_column("disability", Fact::disability),
    yes_no_column("state_resident", Fact::state_resident),
    amount_column("clinical_weeks", Fact::clinical_weeks, &Person::clinical_weeks),
    amount_column("clinical_weeks_underserved", Fact::clinical_weeks_underserved,
                  &Person::clinical_weeks_underserved),
    yes_no_column("licensure_first_attempt", Fact::licensure_first_attempt),
    yes_no_column("intends_underserved", Fact::intends_underserved),
    yes_no_column("first_post_primary_care", Fact::first_post_primary_care),
    yes_no_column("safety_net", Fact::safety_net),
    amount_column("medicaid_patients", Fact::medicaid_patients, &Person::medicaid_patients),
    yes_no_column("low_income", Fact::low_income),
    amount_column("debt", Fact::debt, &Person::debt),
    plain_column("exposures", ColumnKind::exposures),
};

}  // namespace

std::span<const CohortColumn> cohort_columns() {
  return column_table;
}

const CohortColumn* find_cohort_column(std::string_view name) {
  for (const CohortColumn& column : column_table)
    if (column.name == name) return &column;
  return nullptr;
}

std::string folded_word(std::string_view text) {
  std::string folded;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z')
      folded += static_cast<char>(c - 'A' + 'a');
    else
      folded += c == ' ' || c == '-' ? '_' : c;
  }
  return folded;
}

std::optional<bool> read_yes_no(std::string_view text) {
  const std::string word = folded_word(text);
  if (word == "yes" || word == "true" || word == "y" || word == "1") return true;
  if (word == "no" || word == "false" || word == "n" || word == "0") return false;
  return std::nullopt;
}

std::optional<Sex> read_sex(std::string_view text) {
  const std::string word = folded_word(text);
  if (word == "f" || word == "female") return Sex::female;
  if (word == "m" || word == "male") return Sex::male;
  if (word == "x" || word == "other") return Sex::other;
  return std::nullopt;
}

std::optional<double> read_amount(std::string_view text) {
  const auto number = base::parse_decimal(text);
  if (!number || *number < 0 || *number > 1e7) return std::nullopt;
  return *number;
}

}  // namespace smm::outcomes::measure
