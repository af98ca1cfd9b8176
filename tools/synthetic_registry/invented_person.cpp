// SPDX-License-Identifier: Apache-2.0
#include "invented_person.hpp"

#include <algorithm>

#include "assumptions.hpp"
#include "outcomes/registry/npi.hpp"

namespace synthetic {
namespace {

using smm::base::Random;

std::string two_digits(std::uint64_t number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

std::string day_in(Random& random, int year) {
  return two_digits(1 + random.below(12)) + "/" + two_digits(1 + random.below(28)) + "/" +
         std::to_string(year);
}

InventedAddress invent_address(Random& random, const State& state) {
  return {draw_street(random), draw_city(random, state), state.code, draw_zip(random, state)};
}

std::string invent_licence(Random& random) {
  const std::string number = std::to_string(100000 + random.below(900000));
  constexpr std::string_view before[] = {"", "", "MD", "A", "ME", "PA0", "R"};
  return std::string(before[random.below(std::size(before))]) + number;
}

std::string invent_surname(Random& random) {
  std::string name = draw_surname(random);
  if (random.chance(assumed().hyphenated)) name += "-" + draw_surname(random);
  return name;
}

void invent_names(Random& random, InventedPerson& person) {
  person.female = random.chance(assumed().female);
  const int birth_year = person.graduation_year - 26 - static_cast<int>(random.below(5));
  person.first = draw_first_name(random, person.female, birth_year);
  if (random.chance(assumed().middle_name)) {
    const std::string_view name = draw_first_name(random, person.female, birth_year);
    person.middle = random.chance(assumed().middle_is_initial) ? name.substr(0, 1) : name;
  }
  person.birth_last = invent_surname(random);
  if (assumed().names_of_one_origin > 0 && random.chance(assumed().names_of_one_origin))
    person.first = first_name_of_origin(random, person.female, birth_year, person.birth_last);
  person.last = person.birth_last;
  if (random.chance(person.female ? assumed().married_name_women : assumed().married_name_men)) {
    person.last =
        random.chance(0.2) ? person.birth_last + "-" + invent_surname(random) : invent_surname(random);
    if (random.chance(assumed().former_name_in_registry)) person.other_last = person.birth_last;
    if (assumed().maiden_in_middle > 0 && person.female && random.chance(assumed().maiden_in_middle))
      person.registry_middle = person.birth_last;
  } else if (random.chance(assumed().other_name)) {
    person.other_last = invent_surname(random);
  }
  constexpr std::string_view suffixes[] = {"JR.", "III", "II", "SR."};
  if (!person.female && random.chance(assumed().suffix))
    person.suffix = suffixes[random.below(std::size(suffixes))];
}

// The first is the main one; which slot carries the switch is decided afterwards.
void invent_taxonomies(Random& random, InventedPerson& person) {
  const Profession& profession = *person.profession;
  const std::size_t count = random.chance(assumed().second_taxonomy) ? (random.chance(1.0 / 3) ? 3 : 2) : 1;
  for (std::size_t at = 0; at < count; ++at) {
    const bool main = at == 0 && random.chance(0.4);
    const std::string_view code =
        main ? profession.taxonomy : profession.taxonomies[random.below(profession.taxonomies.size())];
    const bool licensed = random.chance(0.85);
    person.taxonomies.push_back({code, licensed ? invent_licence(random) : "",
                                 licensed ? person.practice.state : std::string_view(), at == 0});
  }
  if (count > 1 && random.chance(assumed().slot_one_not_primary))
    std::swap(person.taxonomies[0], person.taxonomies[1]);
}

void invent_dates(Random& random, InventedPerson& person) {
  person.enumeration_year = std::clamp(
      person.graduation_year + person.profession->years_to_number + static_cast<int>(random.below(3)) - 1,
      2005, 2026);
  if (assumed().late_number > 0 && random.chance(assumed().late_number))
    person.enumeration_year = std::min(person.enumeration_year + 2 + static_cast<int>(random.below(8)), 2026);
  person.enumerated = day_in(random, person.enumeration_year);
  const auto years = static_cast<std::uint64_t>(2026 - person.enumeration_year);
  person.updated = years == 0
                       ? person.enumerated
                       : day_in(random, person.enumeration_year + static_cast<int>(random.below(years)));
  if (random.chance(assumed().reactivated)) {
    person.deactivated = day_in(random, 2018);
    person.reactivated = day_in(random, 2019);
  }
}

void invent_rest(Random& random, InventedPerson& person) {
  person.graduation_year = 1975 + static_cast<int>(51 * std::max(random.uniform(), random.uniform()));
  person.profession = &draw_profession(random);
  invent_names(random, person);
  const State& school = draw_state(random);
  person.school_state = school.code;
  const State& practice = random.chance(assumed().moved_state) ? draw_state(random) : school;
  person.practice = invent_address(random, practice);
  person.mailing =
      random.chance(assumed().mailing_is_practice) ? person.practice : invent_address(random, practice);
  invent_taxonomies(random, person);
  invent_dates(random, person);
}

}  // namespace

std::uint32_t invent_npi(std::uint64_t seed, std::uint64_t row) {
  constexpr std::uint64_t prime = 99'999'989;
  const std::uint64_t step = 31'415'927 + seed % 1'000'003;
  const auto nine = static_cast<std::uint32_t>(100'000'000 + (row % prime) * step % prime);
  return nine * 10 + static_cast<std::uint32_t>(smm::outcomes::registry::npi_check_digit(nine));
}

InventedPerson invent(std::uint64_t seed, std::uint64_t row) {
  Random random((seed + 1) * 0x9e3779b97f4a7c15 ^ (row + 1) * 0xd6e8feb86659fd93);
  InventedPerson person;
  person.npi = invent_npi(seed, row);
  const double kind = random.uniform();
  if (kind < assumed().bare_deactivations) {
    person.kind = RowKind::bare;
    person.deactivated = day_in(random, 2006 + static_cast<int>(random.below(20)));
    return person;
  }
  if (kind < assumed().bare_deactivations + assumed().organizations) person.kind = RowKind::organization;
  invent_rest(random, person);
  return person;
}

InventedPerson invent_later(std::uint64_t seed, std::uint64_t row, const std::string& day) {
  InventedPerson person = invent(seed, row);
  Random random(seed ^ (row + 7) * 0xd6e8feb86659fd93);
  if (person.kind == RowKind::bare) return person;
  if (random.chance(0.1)) {
    person.kind = RowKind::bare;
    person.deactivated = day;
    return person;
  }
  if (random.chance(0.8)) {
    person.practice = invent_address(random, draw_state(random));
  } else {
    person.other_last = person.last;
    person.last = invent_surname(random);
  }
  person.updated = day;
  return person;
}

}  // namespace synthetic
