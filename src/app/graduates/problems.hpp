// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `app/graduates` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::app::graduates_problem {

using base::ProblemKind;

inline constexpr ProblemKind graduates_off{"graduates_off",
                                           "The school's dean has not switched on following graduates."};
inline constexpr ProblemKind graduates_elsewhere{
    "graduates_elsewhere", "What a school keeps about its graduates is opened in its newest round only."};
inline constexpr ProblemKind registry_not_set{
    "registry_not_set", "The installation has no registry of providers, so that nobody can be looked for."};
inline constexpr ProblemKind roster_missing{"roster_missing", "The school has uploaded no roster."};
inline constexpr ProblemKind linkage_missing{"linkage_missing", "The roster was not linked yet."};
inline constexpr ProblemKind upload_too_large{
    "upload_too_large", "An uploaded file holds more rows or bytes than are taken at once."};
inline constexpr ProblemKind upload_school{"upload_school",
                                           "A row of an uploaded cohort belongs to another school."};
inline constexpr ProblemKind decision_unknown{
    "decision_unknown", "A reviewer's decision is same, different or unsure, about a pair as it was shown."};
inline constexpr ProblemKind class_over{"class_over",
                                        "The link of a graduating class has ended, or there is none."};
inline constexpr ProblemKind class_bad{"class_bad",
                                       "A graduating class needs a name, and a link of 1 to 365 days."};
inline constexpr ProblemKind consent_missing{
    "consent_missing", "Nothing is kept about somebody who graduates without their consent."};
inline constexpr ProblemKind own_word_bad{
    "own_word_bad", "What somebody says of who they are in the registry lacks a name or a valid number."};
inline constexpr ProblemKind figure_missing{
    "figure_missing", "The school has no figure of this measure that could answer the question."};

inline constexpr const ProblemKind* all[] = {
    &graduates_off,    &graduates_elsewhere, &registry_not_set, &roster_missing, &linkage_missing,
    &upload_too_large, &upload_school,       &decision_unknown, &class_over,     &class_bad,
    &consent_missing,  &own_word_bad,        &figure_missing};

}  // namespace smm::app::graduates_problem
