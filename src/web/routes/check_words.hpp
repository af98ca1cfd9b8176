// SPDX-License-Identifier: Apache-2.0
// A soft check's finding in words: the texts check.<code>, with the questions and numbers it is about.
#pragma once

#include <string>

#include "assessment/soft_checks.hpp"
#include "render/texts.hpp"

namespace smm::web {

std::string check_words(const assessment::SheetPlan& plan, const assessment::Finding& finding,
                        const render::Texts& texts);

// Are these problems about what was written as an answer (and not about rights, states, keys)?
bool is_about_answer(const base::Problems& problems);

}  // namespace smm::web
