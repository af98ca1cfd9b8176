// SPDX-License-Identifier: Apache-2.0
// The interface texts and page templates of the content, ready to use. A content folder in which they are
// broken is a broken installation: EnvironmentError.
#pragma once

#include "app/content.hpp"
#include "render/html.hpp"
#include "render/texts.hpp"

namespace smm::app {

struct Pages {
  render::Texts texts;
  render::Templates templates;
};

Pages load_pages(const Content& content);

}  // namespace smm::app
