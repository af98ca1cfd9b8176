// SPDX-License-Identifier: Apache-2.0
// The texts of a published file: names with HTML entities, and the forms in which columns and words are
// compared.
#pragma once

#include <string>
#include <string_view>

namespace smm::outcomes::reference {

// Entities as characters: numbered ones and the named ones of names of places. Others stay as they are.
// `changed` becomes true when there was one.
std::string without_entities(std::string_view text, bool& changed);

// Upper case, letters and digits only, anything else one blank; letters beyond ASCII stay.
std::string folded(std::string_view text);

// The same in lower case without blanks: "HPSA Score" and "HPSA_SCORE" are "hpsascore".
std::string squeezed(std::string_view text);

std::string_view trimmed(std::string_view text);

}  // namespace smm::outcomes::reference
