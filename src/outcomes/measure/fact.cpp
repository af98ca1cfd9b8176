// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/fact.hpp"

#include <array>

#include "base/assert.hpp"

namespace smm::outcomes::measure {
namespace {

using expression::Type;

constexpr FactSource from_cohort = FactSource::cohort;
constexpr FactSource from_link = FactSource::link;
constexpr FactSource from_registry = FactSource::registry;
constexpr FactSource from_place = FactSource::place;

constexpr FactName yes_no(std::string_view name, FactSource source, std::string_view meaning) {
  return {name, Type::boolean, source, meaning};
}
constexpr FactName number(std::string_view name, FactSource source, std::string_view meaning) {
  return {name, Type::number, source, meaning};
}
constexpr FactName choice(std::string_view name, FactSource source, std::string_view meaning) {
  return {name, Type::choice, source, meaning};
}

constexpr std::array<FactName, fact_count> fact_table{{
    yes_no("pathway_completed", from_cohort, "completed a pathway program"),
    yes_no("applied", from_cohort, "applied to a health professions school"),
    yes_no("matriculated", from_cohort, "matriculated"),
    yes_no("left", from_cohort, "left without graduating"),
    yes_no("graduated", from_cohort, "graduated"),
    yes_no("urm", from_cohort, "of a group that is under-represented in the profession"),
    yes_no("first_generation", from_cohort, "no parent with a bachelor's degree"),
    yes_no("rural_origin", from_cohort, "grew up in a rural county"),
    yes_no("disadvantaged", from_cohort, "educationally or economically disadvantaged (HRSA)"),
    yes_no("disability", from_cohort, "disability, where told"),
    yes_no("state_resident", from_cohort, "resident of the school's state at application"),
    yes_no("licensure_first_attempt", from_cohort, "passed the licensing examination at the first attempt"),
    yes_no("intends_underserved", from_cohort, "intends to practice with underserved people"),
    yes_no("first_post_primary_care", from_cohort, "first residency or post is in primary care"),
    yes_no("safety_net", from_cohort, "practices at a safety-net site"),
    yes_no("low_income", from_cohort, "Pell or need-based aid"),
    yes_no("linked", from_link, "linked to one record of the registry"),
    yes_no("active", from_registry, "the number is in use as of the day of measuring"),
    yes_no("in_training", from_registry, "the registry lists a student or resident in training"),
    yes_no("primary_care", from_registry, "taxonomies of primary care by the value set of the profession"),
    yes_no("placed", from_place, "the practice address could be placed"),
    yes_no("hpsa_geo", from_place, "in a geographic shortage area (HPSA)"),
    yes_no("hpsa_pop", from_place, "in a shortage area for a population group (HPSA)"),
    yes_no("hpsa_facility", from_place, "at a facility that is designated (HPSA)"),
    yes_no("mua", from_place, "in a medically underserved area or population"),
    yes_no("rural", from_place, "rural by the named rule"),
    yes_no("in_state", from_place, "practices in the state of the school"),
    number("graduation_year", from_cohort, "year of graduation"),
    number("clinical_weeks", from_cohort, "required clinical weeks"),
    number("clinical_weeks_underserved", from_cohort, "of these, weeks in underserved settings"),
    number("medicaid_patients", from_cohort, "Medicaid beneficiaries billed for in the year"),
    number("debt", from_cohort, "education debt at graduation, dollars"),
    number("exposures", from_cohort, "how many exposures are recorded (programs, tracks, regional campuses)"),
    number("years_since_graduation", from_cohort, "year of measuring minus year of graduation"),
    number("years_since_pathway", from_cohort, "years since the pathway program was completed"),
    number("years_to_application", from_cohort, "years from completing the pathway program to applying"),
    number("years_to_matriculation", from_cohort,
           "years from completing the pathway program to matriculating"),
    number("follow_up_years", FactSource::programme, "years after graduation at which practice is measured"),
    number("link_probability", from_link, "probability of the link"),
    choice("role", from_cohort, "learner or faculty"),
    choice("sex", from_cohort, "female, male or other"),
    choice("link_state", from_link, "what came of the linkage"),
    choice("programme", from_cohort, "program of study"),
}};

constexpr std::array<std::string_view, 2> role_table{"learner", "faculty"};
constexpr std::array<std::string_view, 3> sex_table{"female", "male", "other"};
constexpr std::array<std::string_view, 5> link_state_table{"linked", "ambiguous", "not_in_registry",
                                                           "no_npi_expected", "contradicted"};

std::vector<std::string> texts_of(std::span<const std::string_view> words) {
  return {words.begin(), words.end()};
}

}  // namespace

std::span<const FactName> fact_names() {
  return fact_table;
}

const FactName& name_of(Fact fact) {
  return fact_table[static_cast<std::size_t>(fact)];
}

std::span<const std::string_view> role_words() {
  return role_table;
}
std::span<const std::string_view> sex_words() {
  return sex_table;
}
std::span<const std::string_view> link_state_words() {
  return link_state_table;
}

std::optional<expression::Symbol> FactNames::find(std::string_view name) const {
  for (int handle = 0; handle < fact_count; ++handle) {
    const FactName& known = fact_table[static_cast<std::size_t>(handle)];
    if (known.name != name) continue;
    expression::Symbol symbol{handle, known.type, {}};
    const Fact fact = static_cast<Fact>(handle);
    if (fact == Fact::role) symbol.options = texts_of(role_table);
    if (fact == Fact::sex) symbol.options = texts_of(sex_table);
    if (fact == Fact::link_state) symbol.options = texts_of(link_state_table);
    if (fact == Fact::programme) symbol.options = programmes_;
    return symbol;
  }
  return std::nullopt;
}

std::vector<std::string> FactNames::every_name() const {
  std::vector<std::string> all;
  for (const FactName& known : fact_table) all.emplace_back(known.name);
  return all;
}

}  // namespace smm::outcomes::measure
