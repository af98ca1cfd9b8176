// SPDX-License-Identifier: Apache-2.0
// Texts as a snapshot keeps them: no blanks at the ends, one where the source has several, control characters
// taken for blanks, and valid UTF-8. Bytes that are not UTF-8 are read as Latin-1, which is what older files
// of the registry held.
#pragma once

#include <string>
#include <string_view>

namespace smm::outcomes::registry {

// `text` itself where it is clean (nearly always), else its clean form in `scratch`.
std::string_view clean_text(std::string_view text, std::string& scratch);

}  // namespace smm::outcomes::registry
