// SPDX-License-Identifier: Apache-2.0
// The badge's picture: a rosette with a petal for each of the six domains around the round's label, and words
// along its rim. The same for every school of a round, so the picture alone tells nothing of anybody.
//
// Words are drawn as outlines, in capitals A-Z and figures; other signs are left out.
#pragma once

#include <string>
#include <string_view>

#include "badge/letters.hpp"

namespace smm::badge {

struct PictureWords {
  std::string title;        // of the SVG, for a reader without eyes
  std::string description;  // likewise
  std::string top;          // along the upper rim
  std::string bottom;       // along the lower rim
  std::string label;        // in the middle, such as "2026"
};

std::string picture_svg(const Letters& letters, const PictureWords& words);

inline constexpr std::uint32_t picture_pixels = 600;
std::string picture_png(const Letters& letters, const PictureWords& words);

}  // namespace smm::badge
