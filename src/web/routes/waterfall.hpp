// SPDX-License-Identifier: Apache-2.0
// A waterfall of evidence as a picture: each field's weight begins where the one before it ended, and the
// last bar is their sum. The table beside it says the same.
#pragma once

#include <string>
#include <vector>

#include "render/view.hpp"

namespace smm::web {

struct WaterfallStep {
  std::string label;
  double weight = 0;
  bool total = false;  // from zero; the last one
};

// What templates/page_pair.mustache draws: zero, height, width, bars, links.
render::View waterfall_view(const std::vector<WaterfallStep>& steps, const std::string& title,
                            const std::string& description);

}  // namespace smm::web
