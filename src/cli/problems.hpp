// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `cli` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::cli::problem {

using base::ProblemKind;

inline constexpr ProblemKind bad_setting{
    "bad_setting", "A setting of the service is missing, contradicts another, or is out of range."};
inline constexpr ProblemKind no_such_choice{"no_such_choice",
                                            "An option takes one of a few words, and this is none of them."};

inline constexpr ProblemKind key_exists{"key_exists",
                                        "An installation key was to be made where a file is already."};

inline constexpr ProblemKind no_such_office{"no_such_office",
                                            "The file of the offices has no office of this name."};

inline constexpr ProblemKind folder_in_use{"folder_in_use",
                                           "Files were to be written into a folder that has others in it."};
inline constexpr ProblemKind not_confirmed{
    "not_confirmed", "What is to be deleted for good has to be named once more, in full."};

inline constexpr const ProblemKind* all[] = {&bad_setting,    &no_such_choice, &key_exists,
                                             &no_such_office, &folder_in_use,  &not_confirmed};

}  // namespace smm::cli::problem
