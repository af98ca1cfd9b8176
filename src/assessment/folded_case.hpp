// SPDX-License-Identifier: Apache-2.0
// Text in lower case, as far as it takes to tell whether two people typed the same word: ASCII letters, and
// the accented Latin ones U+00C0 to U+00DE. Everything else stays, also bytes that are not UTF-8; the length
// in bytes stays the same.
#pragma once

#include <string>
#include <string_view>

namespace smm::assessment {

std::string folded_case(std::string_view text);

}  // namespace smm::assessment
