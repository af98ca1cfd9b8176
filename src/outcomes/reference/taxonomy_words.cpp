// SPDX-License-Identifier: Apache-2.0
#include "outcomes/reference/taxonomy_words.hpp"

#include <algorithm>
#include <iterator>

namespace smm::outcomes::reference {
namespace {

constexpr std::string_view role_words[] = {"counts", "never", "training", "unknown"};

}  // namespace

std::string_view word_of(TaxonomyRole role) {
  return role_words[static_cast<std::size_t>(role)];
}

std::optional<TaxonomyRole> taxonomy_role(std::string_view word) {
  const auto found = std::find(std::begin(role_words), std::end(role_words), word);
  if (found == std::end(role_words)) return std::nullopt;
  return static_cast<TaxonomyRole>(found - std::begin(role_words));
}

}  // namespace smm::outcomes::reference
