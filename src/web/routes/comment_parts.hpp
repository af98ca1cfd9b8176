// SPDX-License-Identifier: Apache-2.0
// A comment cut where it mentions somebody, so that a page can show their names as such.
#pragma once

#include <string>
#include <vector>

#include "app/answering/comments.hpp"

namespace smm::web {

struct CommentPart {
  std::string text;  // of a mention: without the @
  bool mention = false;
};

std::vector<CommentPart> comment_parts(const app::Comment& comment,
                                       const std::vector<assessment::Mentionable>& people);

}  // namespace smm::web
