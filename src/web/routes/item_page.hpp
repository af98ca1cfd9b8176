// SPDX-License-Identifier: Apache-2.0
// One question with all that belongs to it: answer, evidence, comments, working notes, history.
#pragma once

#include "web/session/endpoint.hpp"

namespace smm::web {

// What was typed into one of the page's forms and not taken.
struct ItemTyped {
  base::Problems problems = {};
  std::string note = {};
  std::string link = {};
  int status = 200;
};

// Problem: not_there.
base::Result<Reply> item_page(const Call& call, const ItemTyped& typed);

}  // namespace smm::web
