// SPDX-License-Identifier: Apache-2.0
// Reads a field that takes one word of a closed vocabulary (words.hpp). Internal to instrument.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/document_reader.hpp"
#include "instrument/problems.hpp"
#include "instrument/words.hpp"

namespace smm::instrument {

// The value of the word under `key`; `otherwise` after it reported a word that is missing or unknown.
template <class E, std::size_t N>
E read_word(base::DocumentReader& reader, std::string_view key, const Word<E> (&words)[N], E otherwise,
            base::Problems& problems) {
  const std::string word = reader.text(key);
  const auto value = value_of(words, word);
  if (!value && !word.empty()) {
    problems.emplace_back(problem::unknown_word,
                          "\"" + std::string(key) + "\" is " + choices(words) + ", not \"" + word + "\"",
                          reader.place(key));
  }
  return value.value_or(otherwise);
}

template <class E, std::size_t N>
std::optional<E> read_optional_word(base::DocumentReader& reader, std::string_view key,
                                    const Word<E> (&words)[N], base::Problems& problems) {
  if (!reader.has(key)) return std::nullopt;
  return read_word(reader, key, words, words[0].value, problems);
}

}  // namespace smm::instrument
