// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/standing.hpp"

#include <chrono>
#include <optional>

namespace smm::outcomes::measure {
namespace {

using expression::Truth;
using expression::Value;

Value of_number(std::optional<double> number) {
  return number ? Value::of_number(*number) : Value::unknown();
}

Value of_answer(std::optional<bool> answer) {
  return answer ? Value::of_boolean(*answer) : Value::unknown();
}

std::chrono::year_month_day calendar_of(Day day) {
  using namespace std::chrono;
  return sys_days(year(1899) / December / 31) + days(day.number);
}

// Anniversaries are whole years; between them time runs evenly.
std::optional<double> years_between(Day from, Day until) {
  using namespace std::chrono;
  if (!from.given() || !until.given()) return std::nullopt;
  if (until < from) {
    const auto turned = years_between(until, from);
    return -*turned;
  }
  const year_month_day begin = calendar_of(from), end = calendar_of(until);
  // 29 February has its anniversary on 1 March where there is none.
  const auto anniversary = [&](years whole) {
    return sys_days((begin.year() + whole) / begin.month() / begin.day()).time_since_epoch().count();
  };
  const auto today = sys_days(end).time_since_epoch().count();
  years whole = end.year() - begin.year();
  if (anniversary(whole) > today) --whole;
  const auto length = anniversary(whole + years(1)) - anniversary(whole);
  return static_cast<double>(whole.count()) +
         static_cast<double>(today - anniversary(whole)) / static_cast<double>(length);
}

Value of_practice(const Subject& subject, Fact fact, Certainty certainty) {
  if (subject.practice == nullptr) return Value::unknown();
  if (fact != Fact::in_state)
    return of_answer(
        (certainty == Certainty::decided ? subject.practice->decided : subject.practice->certain).get(fact));
  const auto* letters = subject.practice->state_letters;
  if (letters[0] == 0 || subject.school == nullptr || subject.school->state.size() != 2)
    return Value::unknown();
  return Value::of_boolean(subject.school->state[0] == static_cast<char>(letters[0]) &&
                           subject.school->state[1] == static_cast<char>(letters[1]));
}

Value of_choice(const Subject& subject, Fact fact) {
  switch (fact) {
    case Fact::role:
      return Value::of_choice(static_cast<unsigned>(subject.person.role));
    case Fact::sex:
      return subject.person.sex ? Value::of_choice(static_cast<unsigned>(*subject.person.sex))
                                : Value::unknown();
    case Fact::link_state:
      return Value::of_choice(static_cast<unsigned>(subject.link.state));
    default:
      return Value::unknown();
  }
}

// The option of a program is its position in the catalogue, which `known` points into.
Value of_programme(const Subject& subject) {
  if (subject.person.programme == none_known) return Value::unknown();
  const CohortProgramme& programme = subject.cohort.programmes[subject.person.programme];
  return programme.known == nullptr ? Value::unknown() : Value::of_choice(programme.number);
}

Truth truth_of(const std::optional<expression::Expression>& condition, const Subject& subject,
               Certainty certainty, Truth otherwise) {
  if (!condition) return otherwise;
  const auto values = [&](int handle) { return value_of(subject, static_cast<Fact>(handle), certainty); };
  return expression::evaluate(*condition, values);
}

bool is_open(Truth truth) {
  return truth == Truth::unknown || truth == Truth::absent;
}

Standing standing_of_missing(const Definition& measure, const Subject& subject) {
  if (!measure.needs_link || subject.link.state == LinkState::linked) return Standing::unknown;
  return subject.link.state == LinkState::no_npi_expected ? Standing::no_npi_expected : Standing::not_linked;
}

Truth numerator_of(const Definition& measure, const Subject& subject, Certainty certainty) {
  if (measure.scoring == Scoring::proportion)
    return truth_of(measure.numerator, subject, certainty, Truth::unknown);
  const bool known = (!measure.value || number_of(subject, *measure.value)) &&
                     (!measure.below || number_of(subject, *measure.below));
  return known ? Truth::is_true : Truth::unknown;
}

}  // namespace

std::optional<double> number_of(const Subject& subject, Fact fact) {
  const Person& person = subject.person;
  switch (fact) {
    case Fact::graduation_year:
      return person.graduation_year == 0 ? std::nullopt : std::optional<double>(person.graduation_year);
    case Fact::clinical_weeks:
      return person.clinical_weeks;
    case Fact::clinical_weeks_underserved:
      return person.clinical_weeks_underserved;
    case Fact::medicaid_patients:
      return person.medicaid_patients;
    case Fact::debt:
      return person.debt;
    case Fact::exposures:
      if (person.exposures == none_known) return std::nullopt;
      return static_cast<double>(subject.cohort.exposure_lists[person.exposures].size());
    case Fact::years_since_graduation:
      if (person.graduation_year == 0) return std::nullopt;
      return subject.as_of.year() - static_cast<int>(person.graduation_year);
    case Fact::years_since_pathway:
      return years_between(person.day(StudyEvent::pathway_completed), subject.as_of);
    case Fact::years_to_application:
      return years_between(person.day(StudyEvent::pathway_completed), person.day(StudyEvent::applied));
    case Fact::years_to_matriculation:
      return years_between(person.day(StudyEvent::pathway_completed), person.day(StudyEvent::matriculated));
    case Fact::follow_up_years:
      if (person.programme == none_known) return std::nullopt;
      if (const Programme* known = subject.cohort.programmes[person.programme].known)
        return known->follow_up_years;
      return std::nullopt;
    case Fact::link_probability:
      return subject.link.probability;
    default:
      return std::nullopt;
  }
}

Value value_of(const Subject& subject, Fact fact, Certainty certainty) {
  if (fact <= Fact::low_income) return of_answer(subject.person.answers.get(fact));
  const FactName& name = name_of(fact);
  if (name.type == expression::Type::number) return of_number(number_of(subject, fact));
  if (fact == Fact::programme) return of_programme(subject);
  if (name.type == expression::Type::choice) return of_choice(subject, fact);
  if (fact == Fact::linked) return Value::of_boolean(subject.link.state == LinkState::linked);
  return of_practice(subject, fact, certainty);
}

bool belongs_to(const Definition& measure, const Subject& subject) {
  const auto values = [&](int handle) {
    return value_of(subject, static_cast<Fact>(handle), Certainty::decided);
  };
  return expression::evaluate(measure.initial_population, values) == Truth::is_true;
}

Standing standing_of(const Definition& measure, const Subject& subject) {
  if (truth_of(measure.exclusion, subject, Certainty::decided, Truth::is_false) == Truth::is_true)
    return Standing::not_in;
  const Truth denominator = truth_of(measure.denominator, subject, Certainty::decided, Truth::is_true);
  if (denominator == Truth::is_false) return Standing::outside;
  if (is_open(denominator)) return standing_of_missing(measure, subject);
  const Truth numerator = numerator_of(measure, subject, Certainty::decided);
  if (is_open(numerator)) return standing_of_missing(measure, subject);
  return numerator == Truth::is_true ? Standing::with : Standing::without;
}

Possible possible_of(const Definition& measure, const Subject& subject, Standing standing) {
  // Nothing is less certain than decided unless a link takes part.
  if (standing == Standing::outside && !measure.needs_link) return {};
  if (standing == Standing::with && !measure.needs_link) return {1, 1, 1, 1};
  if (standing == Standing::without && !measure.needs_link) return {1, 0, 1, 0};
  const Truth denominator = truth_of(measure.denominator, subject, Certainty::certain, Truth::is_true);
  if (denominator == Truth::is_false) return {};
  const Truth numerator = numerator_of(measure, subject, Certainty::certain);
  const bool yes = numerator == Truth::is_true, no = numerator == Truth::is_false;
  if (denominator == Truth::is_true)
    return {1, static_cast<std::uint8_t>(yes), 1, static_cast<std::uint8_t>(!no)};
  // The person may or may not belong to the denominator: each bound takes the worse.
  Possible possible;
  if (!yes) possible.low_denominator = 1;
  if (!no) possible.high_denominator = possible.high_numerator = 1;
  return possible;
}

}  // namespace smm::outcomes::measure
