// SPDX-License-Identifier: Apache-2.0
// The frame of a page: what templates/ui_page_open.mustache and ui_page_close.mustache ask for.
#pragma once

#include "web/session/endpoint.hpp"

namespace smm::web {

// Adds the frame's fields to the page's view.
render::View framed(const Call& call, Page page);

}  // namespace smm::web
