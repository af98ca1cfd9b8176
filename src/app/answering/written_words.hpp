// SPDX-License-Identifier: Apache-2.0
// Words that people write beside answers: comments, notes, why a packet is given back. Between 1 and 4000
// characters, UTF-8.
#pragma once

#include <string>

#include "base/result.hpp"

namespace smm::app {

inline constexpr std::size_t most_written_characters = 4000;

// Without white space at both ends. `field`: where the problem is shown. Problems: words_missing,
// words_too_long.
base::Result<std::string> written_words(const std::string& typed, const std::string& field);

}  // namespace smm::app
