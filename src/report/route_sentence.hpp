// SPDX-License-Identifier: Apache-2.0
// A routing expression in plain words: "Answer only if the answer to question 12 is “Yes”."
//
// Every operation of the routing language can be worded; parentheses stand where "and" meets "or". The
// sentence says what opens the question, not what its closing does to a score.
#pragma once

#include <functional>
#include <string>

#include "instrument/edition.hpp"
#include "render/texts.hpp"

namespace smm::report {

// How a page calls a question ("question 12"), and the item as that page words it.
struct NamedQuestion {
  std::string name;
  const instrument::Item* item = nullptr;
};

// From a position in Edition::items.
using QuestionNames = std::function<NamedQuestion(std::size_t)>;

// Empty when `item` is always asked.
std::string route_sentence(const instrument::Item& item, const instrument::Edition& edition,
                           const QuestionNames& names, const render::Texts& texts);

}  // namespace smm::report
