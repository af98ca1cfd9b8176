// SPDX-License-Identifier: Apache-2.0
// An answer in words, for reading: "Yes", "12 of 40 (30 percent)", "not known".
#pragma once

#include <string>

#include "assessment/sheet_answer.hpp"
#include "instrument/item.hpp"
#include "render/texts.hpp"

namespace smm::web {

std::string answer_words(const instrument::Item& item, const assessment::GivenAnswer& given,
                         const render::Texts& texts);

}  // namespace smm::web
