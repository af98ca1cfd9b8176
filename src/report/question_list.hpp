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

}  // namespace smm::report
