// SPDX-License-Identifier: Apache-2.0
#include "instrument/edition.hpp"

#include "base/assert.hpp"

namespace smm::instrument {
namespace {

template <class Entry>
std::optional<std::size_t> position_of(const std::vector<Entry>& entries, std::string_view id) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].id == id) return i;
  }
  return std::nullopt;
}

template <class Entry>
const Entry& existing(const std::vector<Entry>& entries, std::string_view id) {
  const auto position = position_of(entries, id);
  SMM_ASSERT(position.has_value());
  return entries[*position];
}

}  // namespace

std::optional<std::size_t> Edition::item(std::string_view wanted) const {
  return position_of(items, wanted);
}
std::optional<std::size_t> Edition::section(std::string_view wanted) const {
  return position_of(sections, wanted);
}
std::optional<std::size_t> Edition::programme(std::string_view wanted) const {
  return position_of(programmes, wanted);
}
const Office& Edition::office(std::string_view wanted) const {
  return existing(offices, wanted);
}
const Period& Edition::period(std::string_view wanted) const {
  return existing(periods, wanted);
}
const Term& Edition::term(std::string_view wanted) const {
  return existing(terms, wanted);
}

}  // namespace smm::instrument
