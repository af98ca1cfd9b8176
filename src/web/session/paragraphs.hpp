// SPDX-License-Identifier: Apache-2.0
// Longer texts on pages: blank lines part paragraphs.
#pragma once

#include <string_view>

#include "render/view.hpp"

namespace smm::web {

// One view for each paragraph: text. Lines may end as browsers send them, with a carriage return.
render::View::List paragraph_views(std::string_view text);

}  // namespace smm::web
