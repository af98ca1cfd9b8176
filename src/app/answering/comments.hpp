// SPDX-License-Identifier: Apache-2.0
// Use cases: people who see a question talk about it. Whoever is mentioned ("@Ana Ruiz") and sees the
// question too gets a mail that says where, not what.
#pragma once

#include <string>
#include <vector>

#include "app/answering/hand.hpp"
#include "app/installation/installation.hpp"
#include "app/pages.hpp"
#include "assessment/mentions.hpp"

namespace smm::app {

struct Comment {
  assessment::CommentId id;
  assessment::PersonId by;
  base::Instant at;
  std::string text;
  std::vector<assessment::PersonId> mentions;
};

struct Talk {
  std::vector<Comment> comments;                // oldest first
  std::vector<assessment::Mentionable> people;  // of the school who see the question, by name
};

// Problems: not_there, key_unavailable.
base::Result<Talk> talk_at(Installation& installation, const Hand& hand, std::size_t place);

// Problems: not_there, words_missing, words_too_long (about the field "comment"), key_unavailable.
base::Result<Comment> add_comment(Installation& installation, const Pages& pages, const Hand& hand,
                                  std::size_t place, const std::string& text);

}  // namespace smm::app
