// SPDX-License-Identifier: Apache-2.0
// Where a person stands in a measure.
//
//   not_in            not of the initial population (or not known to be), or excluded
//   outside           in the population, but known to be outside the denominator
//   without, with     in the denominator, without or with the numerator
//   unknown           not known, though linked (or no link is needed)
//   not_linked        not known, for want of a link
//   no_npi_expected   the same, of somebody of whom no NPI is expected
//
// A median or a ratio of sums counts persons whose numbers are known as `with`.
#pragma once

#include <cstdint>

#include "expression/evaluate.hpp"
#include "outcomes/measure/practice.hpp"

namespace smm::outcomes::measure {

enum class Standing : std::uint8_t { not_in, outside, without, with, unknown, not_linked, no_npi_expected };

// What a person adds to the least and to the largest share that is possible, whatever the unknown turns out
// to be.
struct Possible {
  std::uint8_t low_denominator = 0;
  std::uint8_t low_numerator = 0;
  std::uint8_t high_denominator = 0;
  std::uint8_t high_numerator = 0;
};

// All that is known of one person, under one linkage.
struct Subject {
  const Cohort& cohort;
  const Person& person;
  const PersonLink& link;
  const Practice* practice = nullptr;  // none: not linked, or the registry does not have the NPI
  const School* school = nullptr;
  Day as_of;
};

enum class Certainty : std::uint8_t { decided, certain };

expression::Value value_of(const Subject& subject, Fact fact, Certainty certainty);
std::optional<double> number_of(const Subject& subject, Fact fact);

// Whether the person belongs to the initial population.
bool belongs_to(const Definition& measure, const Subject& subject);

// Of somebody who does; `not_in` then says excluded.
Standing standing_of(const Definition& measure, const Subject& subject);

// Of somebody who is not `not_in`.
Possible possible_of(const Definition& measure, const Subject& subject, Standing standing);

}  // namespace smm::outcomes::measure
