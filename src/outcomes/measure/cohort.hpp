// SPDX-License-Identifier: Apache-2.0
// The persons that measures are about, as a cohort file tells of them. docs/reference/measures.md documents
// the columns; only graduate_id and school_id must be there. An empty cell is "not known".
//
// Events (pathway_completed, applied, matriculated, left, graduated) are dates (YYYY-MM-DD), or yes or no.
// Whoever has no role is a learner. A person is kept in about 200 bytes and the id.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/byte_source.hpp"
#include "base/result.hpp"
#include "outcomes/measure/catalogue.hpp"
#include "outcomes/registry/day.hpp"

namespace smm::outcomes::measure {

using registry::Day;

// Yes, no and unknown of many facts at once: bit = number of the Fact.
struct Answers {
  std::uint64_t known = 0;
  std::uint64_t yes = 0;

  void set(Fact fact, bool value) {
    const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(fact);
    known |= bit;
    yes = value ? yes | bit : yes & ~bit;
  }
  std::optional<bool> get(Fact fact) const {
    const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(fact);
    if ((known & bit) == 0) return std::nullopt;
    return (yes & bit) != 0;
  }
  friend bool operator==(const Answers&, const Answers&) = default;
};

enum class StudyEvent : std::uint8_t { pathway_completed, applied, matriculated, left, graduated };

inline constexpr std::uint32_t none_known = 0xffffffff;

struct Person {
  std::string id;
  std::uint32_t school = 0;              // in Cohort::schools
  std::uint32_t programme = none_known;  // in Cohort::programmes
  std::uint32_t exposures = none_known;  // in Cohort::exposure_lists
  Role role = Role::learner;
  std::optional<Sex> sex;
  std::array<Day, 5> days{};  // by StudyEvent; not given where only yes or no is known
  std::uint16_t graduation_year = 0;
  Answers answers;
  std::optional<double> clinical_weeks;
  std::optional<double> clinical_weeks_underserved;
  std::optional<double> medicaid_patients;
  std::optional<double> debt;

  Day day(StudyEvent event) const { return days[static_cast<std::size_t>(event)]; }
};

// A program as written in the file, and what is known of it.
struct CohortProgramme {
  std::string text;
  const Programme* known = nullptr;  // in the catalogue
  unsigned number = 0;               // position there
};

struct Cohort {
  std::vector<Person> persons;
  std::vector<std::string> schools;  // in the order of their first person
  std::vector<CohortProgramme> programmes;
  std::vector<std::vector<std::string>> exposure_lists;
};

// Every fault of the file at once, up to some thousands. `catalogue` must outlive the cohort.
base::Result<Cohort> read_cohort(base::ByteSource& bytes, const std::string& source, Day as_of,
                                 const Catalogue& catalogue);

// What a file of schools tells: school_id,control,state.
struct School {
  enum class Control : std::uint8_t { unknown, public_school, private_school };
  Control control = Control::unknown;
  std::string state;  // two letters, or empty
};
base::Result<std::vector<School>> read_schools(base::ByteSource& bytes, const std::string& source,
                                               const Cohort& cohort);

}  // namespace smm::outcomes::measure
