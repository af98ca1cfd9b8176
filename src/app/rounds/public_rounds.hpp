// SPDX-License-Identifier: Apache-2.0
// What anybody may know of the rounds of an installation: which there are, for whom, and until when. Rounds
// that were never opened, and rounds for practice, are nobody's business.
#pragma once

#include <string>
#include <vector>

#include "app/installation/installation.hpp"

namespace smm::app {

// The name of a round's text (app/installation/campaign.hpp) that holds the day on which it first opened.
inline constexpr std::string_view first_day_text = "first-day";

struct PublicRound {
  std::string code;
  std::string title;
  std::string edition;
  std::string zone;                           // IANA
  std::string first_day;                      // YYYY-MM-DD; empty where nobody kept it
  std::string last_day;                       // YYYY-MM-DD
  bool open = false;                          // answers are taken now
  std::vector<std::string> professions = {};  // that are asked; empty: all of the edition
};

// The newest last day first.
base::Result<std::vector<PublicRound>> public_rounds(Installation& installation);

}  // namespace smm::app
