// SPDX-License-Identifier: Apache-2.0
// Text as linkage compares it: lower-case letters and digits of ASCII, words parted by one space.
//
// Latin letters lose their marks (é, ñ, ż), ligatures and letters without a base are spelled out (æ ae, ß ss,
// þ th), Cyrillic and Greek are transliterated letter by letter. Apostrophes vanish (O'Brien is obrien),
// every other sign parts words. Letters of other scripts stay as they are in UTF-8. Bytes that are not UTF-8
// are left out. No language is known: Müller becomes muller, and Mueller is found as similar, not as equal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace smm::outcomes::linkage {

std::string folded(std::string_view text);

// The words of a folded text.
std::vector<std::string_view> words(std::string_view folded_text);

// A folded text without its spaces.
std::string squeezed(std::string_view folded_text);

}  // namespace smm::outcomes::linkage
