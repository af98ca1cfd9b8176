// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `adapters` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::adapters::problem {

using base::ProblemKind;

inline constexpr ProblemKind bad_mail_setting{
    "bad_mail_setting", "A setting for sending mail is missing, is unsafe, or contradicts another."};
inline constexpr ProblemKind bad_sign_in_setting{
    "bad_sign_in_setting",
    "A setting for signing in at an identity provider is missing, is unsafe, or contradicts another."};

inline constexpr const ProblemKind* all[] = {&bad_mail_setting, &bad_sign_in_setting};

}  // namespace smm::adapters::problem
