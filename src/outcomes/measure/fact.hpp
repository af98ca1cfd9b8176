// SPDX-License-Identifier: Apache-2.0
// What measures may ask about a person: the names of the measure language, their types, and where each comes
// from. docs/reference/measures.md lists them.
//
// A fact may be unknown; it is then neither yes nor no (expression/evaluate.hpp). Facts of the link, of the
// registry and of the place are unknown for whoever is not linked.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "expression/expression.hpp"

namespace smm::outcomes::measure {

enum class Fact : std::uint8_t {
  // yes or no, from the cohort
  pathway_completed,
  applied,
  matriculated,
  left,
  graduated,
  urm,
  first_generation,
  rural_origin,
  disadvantaged,
  disability,
  state_resident,
  licensure_first_attempt,
  intends_underserved,
  first_post_primary_care,
  safety_net,
  low_income,
  // yes or no, from link, registry and place
  linked,
  active,
  in_training,
  primary_care,
  placed,
  hpsa_geo,
  hpsa_pop,
  hpsa_facility,
  mua,
  rural,
  in_state,
  // numbers
  graduation_year,
  clinical_weeks,
  clinical_weeks_underserved,
  medicaid_patients,
  debt,
  exposures,
  years_since_graduation,
  years_since_pathway,
  years_to_application,
  years_to_matriculation,
  follow_up_years,
  link_probability,
  // choices
  role,
  sex,
  link_state,
  programme,
};

inline constexpr int fact_count = static_cast<int>(Fact::programme) + 1;

enum class FactSource : std::uint8_t { cohort, programme, link, registry, place };

struct FactName {
  std::string_view name;
  expression::Type type = expression::Type::boolean;
  FactSource source = FactSource::cohort;
  std::string_view meaning;  // for the reference page and `smm measure show`
};

// In the order of Fact.
std::span<const FactName> fact_names();
const FactName& name_of(Fact fact);

enum class Role : std::uint8_t { learner, faculty };
enum class Sex : std::uint8_t { female, male, other };
enum class LinkState : std::uint8_t { linked, ambiguous, not_in_registry, no_npi_expected, contradicted };

std::span<const std::string_view> role_words();
std::span<const std::string_view> sex_words();
std::span<const std::string_view> link_state_words();

// The names for expression::parse. Options of `programme` are the ids given.
class FactNames : public expression::Names {
 public:
  explicit FactNames(std::vector<std::string> programmes) : programmes_(std::move(programmes)) {}

  std::optional<expression::Symbol> find(std::string_view name) const override;
  std::vector<std::string> every_name() const override;

 private:
  std::vector<std::string> programmes_;
};

}  // namespace smm::outcomes::measure
