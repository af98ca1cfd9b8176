// SPDX-License-Identifier: Apache-2.0
#include "outcomes/reference/shortage_words.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "outcomes/reference/source_text.hpp"

namespace smm::outcomes::reference {
namespace {

constexpr std::string_view discipline_words[] = {"primary-care", "dental", "mental"};
constexpr std::string_view type_words[] = {"geographic", "population", "facility"};
constexpr std::string_view status_words[] = {"designated", "proposed_for_withdrawal", "withdrawn"};
constexpr std::string_view component_words[] = {"county", "subdivision", "tract", "facility"};

// Parts of the names that HRSA gives to types of facility.
constexpr std::string_view facilities[] = {"health center",   "clinic",   "correctional", "prison",
                                           "indian health",   "tribal",   "native",       "alaskan",
                                           "mental hospital", "hospital", "facility",     "look a like"};

std::string lower(std::string_view text) {
  std::string out(trimmed(text));
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return out;
}

template <class Enum, std::size_t count>
std::optional<Enum> by_word(const std::string_view (&words)[count], std::string_view word) {
  const auto found = std::find(std::begin(words), std::end(words), word);
  if (found == std::end(words)) return std::nullopt;
  return static_cast<Enum>(found - std::begin(words));
}

}  // namespace

std::string_view name_of(Discipline discipline) {
  return discipline_words[static_cast<std::size_t>(discipline)];
}

std::optional<Discipline> discipline(std::string_view name) {
  return by_word<Discipline>(discipline_words, name);
}

std::optional<Discipline> published_discipline(std::string_view text) {
  const std::string word = lower(text);
  if (word.starts_with("primary")) return Discipline::primary_care;
  if (word.starts_with("dental")) return Discipline::dental;
  if (word.starts_with("mental")) return Discipline::mental;
  return std::nullopt;
}

std::optional<ShortageType> published_type(std::string_view text) {
  const std::string word = lower(text);
  if (word.find("geographic") != std::string::npos) return ShortageType::geographic;
  if (word.find("population") != std::string::npos) return ShortageType::population;
  for (const std::string_view facility : facilities)
    if (word.find(facility) != std::string::npos) return ShortageType::facility;
  return std::nullopt;
}

std::optional<ShortageStatus> published_status(std::string_view text) {
  const std::string word = lower(text);
  if (word == "designated" || word == "d") return ShortageStatus::designated;
  if (word.starts_with("proposed") || word == "p") return ShortageStatus::proposed_for_withdrawal;
  if (word == "withdrawn" || word == "w") return ShortageStatus::withdrawn;
  return std::nullopt;
}

ComponentType published_component(std::string_view text) {
  const std::string word = lower(text);
  if (word == "single county" || word == "county" || word == "scty") return ComponentType::county;
  if (word == "county subdivision" || word == "csd" || word == "mcd") return ComponentType::subdivision;
  if (word == "census tract" || word == "ct") return ComponentType::tract;
  return ComponentType::facility;
}

std::size_t digits_of(ComponentType component) {
  switch (component) {
    case ComponentType::county:
      return 5;
    case ComponentType::subdivision:
      return 10;
    case ComponentType::tract:
      return 11;
    case ComponentType::facility:
      break;
  }
  return 0;
}

std::string_view word_of(ShortageType type) {
  return type_words[static_cast<std::size_t>(type)];
}

std::string_view word_of(ShortageStatus status) {
  return status_words[static_cast<std::size_t>(status)];
}

std::string_view word_of(ComponentType component) {
  return component_words[static_cast<std::size_t>(component)];
}

std::optional<ShortageType> shortage_type(std::string_view word) {
  return by_word<ShortageType>(type_words, word);
}

std::optional<ShortageStatus> shortage_status(std::string_view word) {
  return by_word<ShortageStatus>(status_words, word);
}

std::optional<ComponentType> component_type(std::string_view word) {
  return by_word<ComponentType>(component_words, word);
}

}  // namespace smm::outcomes::reference
