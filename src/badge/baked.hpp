// SPDX-License-Identifier: Apache-2.0
// Baking: a badge's JSON inside its picture (Open Badges 3.0, section 5.3), and out of it again.
//
//   SVG  <openbadges:credential> in the root element, the JSON as CDATA
//   PNG  a chunk iTXt with the keyword "openbadgecredential", not compressed
//
// Reading looks for the JSON and nothing else of the picture. Whether the JSON is a badge is asked of it.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace smm::badge {

// `svg` has to begin with its root element, `png` to be a PNG (SMM_ASSERT).
std::string baked_svg(std::string_view svg, std::string_view json);
std::string baked_png(std::string_view png, std::string_view json);

// The JSON in a file that is a baked SVG or PNG, or the JSON itself. Problem: badge_not_found.
base::Result<std::string> unbaked(std::string_view file);

}  // namespace smm::badge
