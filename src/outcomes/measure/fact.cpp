// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/fact.hpp"

#include <array>

#include "base/assert.hpp"

namespace smm::outcomes::measure {
namespace {

using expression::Type;
using enum FactSource;

constexpr FactName yes_no(std::string_view name, FactSource source, std::string_view meaning) {
  return {name, Type::boolean, source, meaning};
}
constexpr FactName number(std::string_view name, FactSource source, std::string_view meaning) {
  return {name, Type::number, source, meaning};
}
constexpr FactName choice(std::string_view name, FactSource source, std::string_view meaning) {
  return {name, Type::choice, source, meaning};
}

constexpr std::array<FactName, fact_count> names{{
    yes_no("pathway_completed", cohort, "completed a pathway program"),
    yes_no("applied", cohort, "applied to a health professions school"),
    yes_no("matriculated", cohort, "matriculated"),
    yes_no("left", cohort, "left without graduating"),
    yes_no("graduated", cohort, "graduated"),
    yes_no("urm", cohort, "of a group that is under-represented in the profession"),
    yes_no("first_generation", cohort, "no parent with a bachelor's degree"),
    yes_no("rural_origin", cohort, "grew up in a rural county"),
    yes_no("disadvantaged", cohort, "educationally or economically disadvantaged (HRSA)"),
    yes_no("disability", cohort, "disability, where told"),
    yes_no("state_resident", cohort, "resident of the school's state at application"),
    yes_no("licensure_first_attempt", cohort, "passed the licensing examination at the first attempt"),
    yes_no("intends_underserved", cohort, "intends to practice with underserved people"),
    yes_no("first_post_primary_care", cohort, "first residency or post is in primary care"),
    yes_no("safety_net", cohort, "practices at a safety-net site"),
    yes_no("low_income", cohort, "Pell or need-based aid"),
    yes_no("linked", link, "linked to one record of the registry"),
    yes_no("active", registry, "the number is in use as of the day of measuring"),
    yes_no("in_training", registry, "the registry lists a student or resident in training"),
    yes_no("primary_care", registry, "taxonomies of primary care by the value set of the profession"),
    yes_no("placed", place, "the practice address could be placed"),
    yes_no("hpsa_geo", place, "in a geographic shortage area (HPSA)"),
    yes_no("hpsa_pop", place, "in a shortage area for a population group (HPSA)"),
    yes_no("hpsa_facility", place, "at a facility that is designated (HPSA)"),
    yes_no("mua", place, "in a medically underserved area or population"),
    yes_no("rural", place, "rural by the named rule"),
    yes_no("in_state", place, "practices in the state of the school"),
    number("graduation_year", cohort, "year of graduation"),
    number("clinical_weeks", cohort, "required clinical weeks"),
    number("clinical_weeks_underserved", cohort, "of these, weeks in underserved settings"),
    number("medicaid_patients", cohort, "Medicaid beneficiaries billed for in the year"),
    number("debt", cohort, "education debt at graduation, dollars"),
    number("exposures", cohort, "how many exposures are recorded (programs, tracks, regional campuses)"),
    number("years_since_graduation", cohort, "year of measuring minus year of graduation"),
    number("years_since_pathway", cohort, "years since the pathway program was completed"),
    number("years_to_application", cohort, "years from completing the pathway program to applying"),
    number("years_to_matriculation", cohort, "years from completing the pathway program to matriculating"),
    number("follow_up_years", FactSource::programme, "years after graduation at which practice is measured"),
    number("link_probability", link, "probability of the link"),
    choice("role", cohort, "learner or faculty"),
    choice("sex", cohort, "female, male or other"),
    choice("link_state", link, "what came of the linkage"),
    choice("programme", cohort, "program of study"),
}};

constexpr std::array<std::string_view, 2> roles{"learner", "faculty"};
constexpr std::array<std::string_view, 3> sexes{"female", "male", "other"};
constexpr std::array<std::string_view, 5> states{"linked", "ambiguous", "not_in_registry", "no_npi_expected",
                                                 "contradicted"};

std::vector<std::string> texts_of(std::span<const std::string_view> words) {
  return {words.begin(), words.end()};
}

}  // namespace

std::span<const FactName> fact_names() {
  return names;
}

const FactName& name_of(Fact fact) {
  return names[static_cast<std::size_t>(fact)];
}

std::span<const std::string_view> role_words() {
  return roles;
}
std::span<const std::string_view> sex_words() {
  return sexes;
}
std::span<const std::string_view> link_state_words() {
  return states;
}

std::optional<expression::Symbol> FactNames::find(std::string_view name) const {
  for (int handle = 0; handle < fact_count; ++handle) {
    const FactName& known = names[static_cast<std::size_t>(handle)];
    if (known.name != name) continue;
    expression::Symbol symbol{handle, known.type, {}};
    const Fact fact = static_cast<Fact>(handle);
    if (fact == Fact::role) symbol.options = texts_of(roles);
    if (fact == Fact::sex) symbol.options = texts_of(sexes);
    if (fact == Fact::link_state) symbol.options = texts_of(states);
    if (fact == Fact::programme) symbol.options = programmes_;
    return symbol;
  }
  return std::nullopt;
}

std::vector<std::string> FactNames::every_name() const {
  std::vector<std::string> all;
  for (const FactName& known : names) all.emplace_back(known.name);
  return all;
}

}  // namespace smm::outcomes::measure
