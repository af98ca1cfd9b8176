// SPDX-License-Identifier: Apache-2.0
// Why an answer could not be taken, in the words of a page: what reading an answer says is meant for files,
// with states and columns. Texts are refusal.CODE.KIND or refusal.CODE; a code without either keeps its own
// sentence.
#pragma once

#include <string>

#include "assessment/sheet_answer.hpp"
#include "base/problem.hpp"
#include "instrument/item.hpp"
#include "render/texts.hpp"

namespace smm::web {

// KIND is the question's type, or the state of the answer where a reason is missing.
std::string refusal_words(const base::Problem& problem, const instrument::Item& item,
                          const assessment::GivenAnswer& given, const render::Texts& texts);

}  // namespace smm::web
