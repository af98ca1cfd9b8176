// SPDX-License-Identifier: Apache-2.0
// What somebody who graduates said, sealed and opened, and as a column for the roster. Internal to graduates.
#pragma once

#include "app/graduates/graduating.hpp"

namespace smm::app {

// Names, and a number that checks.
std::optional<base::Problem> refusal_of_word(const GivenWord& given);

std::string sealed_word(const Seals& seals, const OwnWordId& id, const GivenWord& given);

struct OpenedWord {
  std::string graduate_id;
  std::string last;
  std::string first;
  std::string npi;
  std::string day;
};
OpenedWord opened_word(const Seals& seals, const OwnWord& word, const std::string& day);

std::string words_csv(std::vector<OpenedWord> words, const std::string& roster);

}  // namespace smm::app
