// SPDX-License-Identifier: Apache-2.0
// A few texts on loan to a browser: sealed under the office's key for one use and until a moment, so that the
// browser can neither read nor change them, nor use them for something else.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/installation/seals.hpp"
#include "base/instant.hpp"

namespace smm::app {

// Made of cookie letters.
std::string sealed_note(const Seals& seals, std::string_view use, const std::vector<std::string>& texts,
                        base::Instant until);

// Nothing when it was not made for this use, was changed, or has run out.
std::optional<std::vector<std::string>> opened_note(const Seals& seals, std::string_view use,
                                                    std::string_view note, base::Instant now);

}  // namespace smm::app
