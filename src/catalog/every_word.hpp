// SPDX-License-Identifier: Apache-2.0
// What it means to be found by words.
#pragma once

#include <string_view>

namespace smm::catalog {

// Each of `words`, parted by spaces, stands somewhere in the text; ASCII letters match in any case.
bool has_every_word(std::string_view text, std::string_view words);

}  // namespace smm::catalog
