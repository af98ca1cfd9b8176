// SPDX-License-Identifier: Apache-2.0
// Names, places and professions to invent persons from. Surnames are a hundred common ones and a quarter of a
// million made of syllables, drawn by Zipf's law; first names differ by sex and decade of birth. Nobody real.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/random.hpp"

namespace synthetic {

struct Profession {
  std::string_view credential;
  std::string_view programme;
  std::string_view taxonomy;  // most common one
  std::span<const std::string_view> taxonomies;
  double weight;
  int years_to_number;  // from graduation to enumeration, about
};

struct State {
  std::string_view code;
  double weight;  // residents, millions
  int zip_first;  // three digits
  int zip_last;
};

std::string draw_surname(smm::base::Random& random);
std::string_view draw_first_name(smm::base::Random& random, bool female, int birth_year);
// One of five of those that go with the surname's origin.
std::string_view first_name_of_origin(smm::base::Random& random, bool female, int birth_year,
                                      std::string_view surname);
// A nickname of this name, or the name of this nickname; empty when there is none.
std::string_view nickname_of(std::string_view first);
const Profession& draw_profession(smm::base::Random& random);
const State& draw_state(smm::base::Random& random);
// How probable these are to be drawn.
double profession_share(std::string_view credential);
double state_share(std::string_view code);
std::string draw_city(smm::base::Random& random, const State& state);
std::string draw_street(smm::base::Random& random);
std::string draw_zip(smm::base::Random& random, const State& state);

}  // namespace synthetic
