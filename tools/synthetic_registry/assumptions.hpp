// SPDX-License-Identifier: Apache-2.0
// Everything that the invented registry and roster assume, in one place. The program prints them, --assume
// changes them, and docs/reference/synthetic-registry.md explains them. Shares are of 1 unless said.
#pragma once

#include <array>
#include <string_view>

namespace synthetic {

struct Assumptions {
  // Rows of the registry.
  double organizations = 0.24;
  double bare_deactivations = 0.03;
  double reactivated = 0.005;
  double other_name = 0.05;
  double second_taxonomy = 0.22;
  double slot_one_not_primary = 0.15;
  double mailing_is_practice = 0.45;
  double odd_quotes = 0.00001;
  double further_location = 0.10;
  // Persons.
  double female = 0.62;
  double middle_name = 0.72;
  double middle_is_initial = 0.70;
  double hyphenated = 0.02;
  double suffix = 0.015;
  // A graduate against their row in the registry.
  double absent = 0.15;
  double nickname = 0.07;
  double typo = 0.025;
  double married_name_women = 0.22;
  double married_name_men = 0.01;
  double former_name_in_registry = 0.30;
  double former_name_in_roster = 0.15;
  double swapped_names = 0.004;
  double initial_only = 0.01;
  double middle_as_first = 0.012;
  double middle_missing = 0.35;
  double moved_state = 0.42;
  double npi_known = 0.10;
  double npi_wrong = 0.003;
  // What makes linking harder or easier; left at these values unless asked for.
  double licence_in_roster = 0.5;
  double maiden_in_middle = 0;
  double late_number = 0;
  double names_of_one_origin = 0;
  double surname_flatness = 60;
  double surname_count = 250000;
};

struct Assumption {
  std::string_view name;
  double Assumptions::*value;
  std::string_view meaning;
};

inline constexpr std::array<Assumption, 34> all_assumptions = {{
    {"organizations", &Assumptions::organizations, "rows that are organizations"},
    {"bare_deactivations", &Assumptions::bare_deactivations, "rows of number and deactivation date alone"},
    {"reactivated", &Assumptions::reactivated, "persons deactivated once and reactivated"},
    {"other_name", &Assumptions::other_name, "persons with another name, beyond those who married"},
    {"second_taxonomy", &Assumptions::second_taxonomy,
     "persons with a second taxonomy; a third of those have a third"},
    {"slot_one_not_primary", &Assumptions::slot_one_not_primary,
     "persons with several whose switch is not in slot 1"},
    {"mailing_is_practice", &Assumptions::mailing_is_practice,
     "persons whose mailing address is the practice"},
    {"odd_quotes", &Assumptions::odd_quotes, "rows with quotes that break the format"},
    {"further_location", &Assumptions::further_location, "persons with another practice location"},
    {"female", &Assumptions::female, "persons who are women"},
    {"middle_name", &Assumptions::middle_name, "persons with a middle name"},
    {"middle_is_initial", &Assumptions::middle_is_initial, "of those, written as an initial"},
    {"hyphenated", &Assumptions::hyphenated, "surnames of two, with a hyphen"},
    {"suffix", &Assumptions::suffix, "men with Jr., II or III"},
    {"absent", &Assumptions::absent, "graduates who are not in the registry"},
    {"nickname", &Assumptions::nickname,
     "graduates whose roster has a nickname for the first name, where there is one"},
    {"typo", &Assumptions::typo, "roster surnames with a slip of the keyboard; first names half as often"},
    {"married_name_women", &Assumptions::married_name_women,
     "women whose registry surname is not that of graduation"},
    {"married_name_men", &Assumptions::married_name_men, "men, likewise"},
    {"former_name_in_registry", &Assumptions::former_name_in_registry,
     "of those, the registry keeps the former name"},
    {"former_name_in_roster", &Assumptions::former_name_in_roster, "of those, the roster has both names"},
    {"swapped_names", &Assumptions::swapped_names, "roster rows with first and last name swapped"},
    {"initial_only", &Assumptions::initial_only, "roster rows with an initial for the first name"},
    {"middle_as_first", &Assumptions::middle_as_first, "roster rows with the middle name for the first"},
    {"middle_missing", &Assumptions::middle_missing,
     "roster rows without a middle name that the registry has"},
    {"moved_state", &Assumptions::moved_state, "graduates who practice outside the school's state"},
    {"npi_known", &Assumptions::npi_known, "linked graduates whose roster has the NPI"},
    {"npi_wrong", &Assumptions::npi_wrong, "graduates whose roster has somebody else's NPI"},
    {"licence_in_roster", &Assumptions::licence_in_roster, "roster rows with a state of licence"},
    {"maiden_in_middle", &Assumptions::maiden_in_middle,
     "women who married whose middle name in the registry is the former surname"},
    {"late_number", &Assumptions::late_number,
     "persons who got their number two to nine years later than their profession needs it"},
    {"names_of_one_origin", &Assumptions::names_of_one_origin,
     "persons whose first name is one of five that go with their surname"},
    {"surname_flatness", &Assumptions::surname_flatness,
     "surnames have a weight of one over their rank plus this"},
    {"surname_count", &Assumptions::surname_count, "distinct surnames"},
}};

// Those in force. They are set from the command line before anything is invented, and never after.
const Assumptions& assumed();
// False when there is no such assumption.
bool assume(std::string_view name, double value);

}  // namespace synthetic
