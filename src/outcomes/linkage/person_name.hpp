// SPDX-License-Identifier: Apache-2.0
// The parts of a person's name as linkage compares them.
//
// Surname: the whole without spaces ("delacruz", "garcialopez"), and the parts of a double surname ("garcia",
// "lopez") without particles (de la, van der, al, mc ...). A generation ("Jr", "III") that stands behind the
// surname is taken off it. A surname of one part has no parts of its own.
// Given name: the first word ("mary"), all of it without spaces ("maryann"), and the words behind the first
// ("ann"), which often stand in the middle name's field elsewhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace smm::outcomes::linkage {

enum class Generation : unsigned char { none, senior, junior, second, third, fourth, fifth };

struct Surname {
  std::string whole;
  std::vector<std::string> parts;
  Generation generation = Generation::none;
};

struct GivenName {
  std::string first;
  std::string whole;
  std::string rest;  // words behind the first, parted by spaces
};

Surname surname_of(std::string_view text);
GivenName given_name_of(std::string_view text);

// "Jr.", "II", "3rd" ...; none for anything else.
Generation generation_of(std::string_view text);

}  // namespace smm::outcomes::linkage
