// SPDX-License-Identifier: Apache-2.0
// Reads the cells of a cohort file, each by what its column holds. Internal to the cohort reader.
#pragma once

#include <optional>
#include <string_view>

#include "outcomes/measure/cohort.hpp"

namespace smm::outcomes::measure {

enum class ColumnKind : std::uint8_t {
  id,
  school,
  programme,
  role,
  sex,
  event,
  yes_no,
  year,
  amount,
  exposures,
};

struct CohortColumn {
  std::string_view name;
  ColumnKind kind = ColumnKind::yes_no;
  Fact fact = Fact::urm;                            // of an event, yes or no, or amount
  StudyEvent event = StudyEvent::applied;           // of an event
  std::optional<double> Person::*amount = nullptr;  // of an amount
};

// Every column, in the order in which cohort files are written.
std::span<const CohortColumn> cohort_columns();
const CohortColumn* find_cohort_column(std::string_view name);

// yes, no, true, false, y, n, 1, 0 in any case.
std::optional<bool> read_yes_no(std::string_view text);
std::optional<Sex> read_sex(std::string_view text);
// Not negative, finite, at most 10 million.
std::optional<double> read_amount(std::string_view text);

// Lower case, blanks and hyphens as underscores: how programs and words are compared.
std::string folded_word(std::string_view text);

}  // namespace smm::outcomes::measure
