// SPDX-License-Identifier: Apache-2.0
// Everything that the invented registry and roster assume, in one place. The program prints them, and
// docs/reference/synthetic-registry.md explains them. Shares are of 1.
#pragma once

#include <array>
#include <string_view>

namespace synthetic {

struct Assumption {
  std::string_view name;
  double value;
  std::string_view meaning;
};

// Rows of the registry.
inline constexpr double organizations = 0.24;
inline constexpr double bare_deactivations = 0.03;
inline constexpr double reactivated = 0.005;
inline constexpr double other_name = 0.05;
inline constexpr double second_taxonomy = 0.22;
inline constexpr double slot_one_not_primary = 0.15;
inline constexpr double mailing_is_practice = 0.45;
inline constexpr double odd_quotes = 0.00001;
inline constexpr double further_location = 0.10;
// Persons.
inline constexpr double female = 0.62;
inline constexpr double middle_name = 0.72;
inline constexpr double middle_is_initial = 0.70;
inline constexpr double hyphenated = 0.02;
inline constexpr double suffix = 0.015;
// A graduate against their row in the registry.
inline constexpr double absent = 0.15;
inline constexpr double nickname = 0.07;
inline constexpr double typo = 0.025;
inline constexpr double married_name_women = 0.22;
inline constexpr double married_name_men = 0.01;
inline constexpr double former_name_in_registry = 0.30;
inline constexpr double former_name_in_roster = 0.15;
inline constexpr double swapped_names = 0.004;
inline constexpr double initial_only = 0.01;
inline constexpr double middle_as_first = 0.012;
inline constexpr double middle_missing = 0.35;
inline constexpr double moved_state = 0.42;
inline constexpr double npi_known = 0.10;
inline constexpr double npi_wrong = 0.003;

inline constexpr std::array<Assumption, 28> all_assumptions = {{
    {"organizations", organizations, "rows that are organizations"},
    {"bare_deactivations", bare_deactivations, "rows of number and deactivation date alone"},
    {"reactivated", reactivated, "persons deactivated once and reactivated"},
    {"other_name", other_name, "persons with another name, beyond those who married"},
    {"second_taxonomy", second_taxonomy, "persons with a second taxonomy; a third of those have a third"},
    {"slot_one_not_primary", slot_one_not_primary, "persons with several whose switch is not in slot 1"},
    {"mailing_is_practice", mailing_is_practice, "persons whose mailing address is the practice"},
    {"odd_quotes", odd_quotes, "rows with quotes that break the format"},
    {"further_location", further_location, "persons with another practice location"},
    {"female", female, "persons who are women"},
    {"middle_name", middle_name, "persons with a middle name"},
    {"middle_is_initial", middle_is_initial, "of those, written as an initial"},
    {"hyphenated", hyphenated, "surnames of two, with a hyphen"},
    {"suffix", suffix, "men with Jr., II or III"},
    {"absent", absent, "graduates who are not in the registry"},
    {"nickname", nickname, "graduates whose roster has a nickname for the first name, where there is one"},
    {"typo", typo, "roster surnames with a slip of the keyboard; first names half as often"},
    {"married_name_women", married_name_women, "women whose registry surname is not that of graduation"},
    {"married_name_men", married_name_men, "men, likewise"},
    {"former_name_in_registry", former_name_in_registry, "of those, the registry keeps the former name"},
    {"former_name_in_roster", former_name_in_roster, "of those, the roster has both names"},
    {"swapped_names", swapped_names, "roster rows with first and last name swapped"},
    {"initial_only", initial_only, "roster rows with an initial for the first name"},
    {"middle_as_first", middle_as_first, "roster rows with the middle name for the first"},
    {"middle_missing", middle_missing, "roster rows without a middle name that the registry has"},
    {"moved_state", moved_state, "graduates who practice outside the school's state"},
    {"npi_known", npi_known, "linked graduates whose roster has the NPI"},
    {"npi_wrong", npi_wrong, "graduates whose roster has somebody else's NPI"},
}};

}  // namespace synthetic
