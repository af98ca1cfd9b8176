// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `app/answering` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::app::answering_problem {

using base::ProblemKind;

inline constexpr ProblemKind answers_changed{
    "answers_changed", "Answers changed after the person read what they are about to sign."};
inline constexpr ProblemKind name_differs{"name_differs",
                                          "The name typed under a statement is not the signer's own."};
inline constexpr ProblemKind words_missing{"words_missing",
                                           "A comment, a note or a reason was sent without any words."};
inline constexpr ProblemKind words_too_long{"words_too_long",
                                            "A comment, a note or a reason is longer than is kept."};
inline constexpr ProblemKind link_not_valid{
    "link_not_valid", "A link to evidence does not begin with https:// or http://, or is too long."};
inline constexpr ProblemKind evidence_too_much{"evidence_too_much",
                                               "A question holds as many pieces of evidence as it can."};

inline constexpr const ProblemKind* all[] = {&answers_changed, &name_differs,   &words_missing,
                                             &words_too_long,  &link_not_valid, &evidence_too_much};

}  // namespace smm::app::answering_problem
