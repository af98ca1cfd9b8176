// SPDX-License-Identifier: Apache-2.0
// Repository: stories that schools offer to others.
#pragma once

#include <optional>
#include <vector>

#include "app/installation/rounds.hpp"
#include "assessment/story.hpp"

namespace smm::app {

class Stories {
 public:
  virtual ~Stories() = default;

  virtual std::optional<assessment::Story> by_id(const assessment::StoryId& id, bool locked) = 0;
  virtual std::vector<assessment::Story> of(const SheetKey& sheet) = 0;               // oldest first
  virtual std::vector<assessment::Story> in_state(assessment::StoryState state) = 0;  // oldest first
  virtual void add(const assessment::Story& story) = 0;
  virtual void change(const assessment::Story& story) = 0;
};

}  // namespace smm::app
