// SPDX-License-Identifier: Apache-2.0
// What is wrong with an input, in a form that stays stable for programs and readable for people.
//
// A Problem can only be made from a ProblemKind, and kinds are compile-time constants that each room
// lists once, in its problems.hpp. The documentation test joins these lists: a code that is used but
// not documented, or documented but gone, fails. (docs/adr/0002: why the catalogue is not one enum here.)
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/place.hpp"

namespace smm::base {

// One kind of problem: `code` is part of the public interface and never changes its meaning;
// `meaning` is one sentence for the reference page.
struct ProblemKind {
  std::string_view code;
  std::string_view meaning;

  consteval ProblemKind(std::string_view code_text, std::string_view meaning_text)
      : code(code_text), meaning(meaning_text) {}
};

struct Problem {
  std::string_view code;
  std::string sentence;  // what happened and what to do, one sentence, no trailing full stop needed
  Place place;

  Problem(const ProblemKind& kind, std::string what_happened, Place where = {})
      : code(kind.code), sentence(std::move(what_happened)), place(std::move(where)) {}
};

using Problems = std::vector<Problem>;

// "code: sentence (place)": the one form in which problems reach a terminal.
std::string to_string(const Problem& problem);

// Orders by place, then code, then sentence, and drops exact repeats: output that does not depend on
// the order in which checks ran.
void sort_problems(Problems& problems);

}  // namespace smm::base
