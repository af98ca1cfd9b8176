// SPDX-License-Identifier: Apache-2.0
// Use case: show results of public outcome measures with their bands, and where schools lie by weights of an
// own choice (outcomes/measure/explorer.hpp), as a page and as CSV.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/content.hpp"
#include "app/files.hpp"
#include "outcomes/measure/explorer.hpp"
#include "render/texts.hpp"
#include "render/view.hpp"

namespace smm::app::measuring {

struct ExploreRequest {
  std::string results;                // path
  std::vector<std::string> weights;   // "SM-018=2"; empty: no weighing, and no positions
  std::optional<std::string> folder;  // own measures
};

struct Explored {
  std::string page;  // HTML that stands alone
  std::string csv;   // empty without weights
};

// The same for a page of the service: schools by the alphabet, and what may be weighed.
struct ExploredParts {
  struct Measure {
    std::string id;
    std::string title;
  };
  std::vector<Measure> to_weigh;
  render::View view;       // weighing, measures, as the page's template asks
  base::Problems refused;  // weights that cannot be; then the view has no weighing
};
base::Result<ExploredParts> explored_parts(const Files& files, const Content& content,
                                           const render::Texts& texts, const ExploreRequest& request);

base::Result<Explored> explore(const Files& files, const Content& content, const ExploreRequest& request);

}  // namespace smm::app::measuring
