// SPDX-License-Identifier: Apache-2.0
// Use case: a school says whether it wants to be named among those who took part. Apart from the badge:
// neither follows from the other, and without this word nobody is named.
#pragma once

#include <string>
#include <vector>

#include "app/installation/actor.hpp"
#include "app/installation/installation.hpp"

namespace smm::app {

base::Result<bool> is_listed(Installation& installation, const SheetKey& sheet);

// Gives what holds from now on. Only a school whose sheet was submitted can be listed. Problem:
// badge_not_submitted.
base::Result<bool> set_listed(Installation& installation, const Actor& actor, const SheetKey& sheet,
                              bool listed);

struct ListedRound {
  std::string title;
  std::vector<std::string> schools;  // names, sorted
  std::string code;                  // of the round
};

// Rounds with a school that is listed and whose part still stands as submitted, the newest first.
base::Result<std::vector<ListedRound>> listed_schools(Installation& installation);

}  // namespace smm::app
