// SPDX-License-Identifier: Apache-2.0
// The public list of all questions of an edition, as a folder of self-contained HTML pages: index.html and
// one page for each section, named after its id. Shown for each item: the question and its help, who answers,
// which programs are asked, what every answer earns and why, notes for counsel, and when it is asked. Where
// programs differ, the item stands as written and the differences follow.
//
// Needs the templates "question_list_index" and "question_list_area".
#pragma once

#include <string>
#include <vector>

#include "instrument/edition.hpp"
#include "render/html.hpp"

namespace smm::report {

struct Page {
  std::string path;  // within the folder
  std::string text;
};

std::vector<Page> question_list(const instrument::Edition& edition, const render::Templates& templates,
                                const render::Texts& texts);

// The same as views for pages of the service. A section's page is named by its id alone; from the index its
// links lead through the folder of the edition, as the route has it.
render::View question_index_view(const instrument::Edition& edition, const render::Texts& texts);
render::View question_section_view(const instrument::Edition& edition, std::size_t section,
                                   const render::Texts& texts);

}  // namespace smm::report
