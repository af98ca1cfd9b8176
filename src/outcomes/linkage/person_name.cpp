// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/person_name.hpp"

#include <algorithm>
#include <utility>

#include "outcomes/linkage/folded_text.hpp"

namespace smm::outcomes::linkage {
namespace {

constexpr std::pair<std::string_view, Generation> generations[] = {
    {"sr", Generation::senior},  {"senior", Generation::senior}, {"jr", Generation::junior},
    {"jnr", Generation::junior}, {"junior", Generation::junior}, {"ii", Generation::second},
    {"2nd", Generation::second}, {"iii", Generation::third},     {"3rd", Generation::third},
    {"iv", Generation::fourth},  {"4th", Generation::fourth},    {"v", Generation::fifth},
    {"5th", Generation::fifth}};

constexpr std::string_view particles[] = {
    "a",     "abu", "af",  "al",  "ap",  "av",    "bin",    "bint", "da",  "dal", "das",
    "de",    "del", "den", "der", "des", "di",    "do",     "dos",  "du",  "e",   "el",
    "ibn",   "il",  "la",  "las", "le",  "les",   "lo",     "los",  "mac", "mc",  "san",
    "santa", "st",  "ten", "ter", "van", "vande", "vander", "von",  "y",   "zu",  "zur"};

bool is_particle(std::string_view word) {
  return std::find(std::begin(particles), std::end(particles), word) != std::end(particles);
}

Generation generation_word(std::string_view word) {
  for (const auto& [text, generation] : generations)
    if (text == word) return generation;
  return Generation::none;
}

}  // namespace

Generation generation_of(std::string_view text) {
  return generation_word(squeezed(folded(text)));
}

Surname surname_of(std::string_view text) {
  const std::string plain = folded(text);
  auto parts = words(plain);
  Surname name;
  if (parts.size() > 1) {
    name.generation = generation_word(parts.back());
    if (name.generation != Generation::none) parts.pop_back();
  }
  for (const std::string_view part : parts) {
    name.whole += part;
    if (part.size() > 1 && !is_particle(part)) name.parts.emplace_back(part);
  }
  if (parts.size() < 2) name.parts.clear();
  std::erase(name.parts, name.whole);
  return name;
}

GivenName given_name_of(std::string_view text) {
  const std::string plain = folded(text);
  const auto parts = words(plain);
  GivenName name;
  name.whole = squeezed(plain);
  if (parts.empty()) return name;
  name.first = parts.front();
  if (parts.size() > 1) name.rest = plain.substr(parts.front().size() + 1);
  return name;
}

}  // namespace smm::outcomes::linkage
