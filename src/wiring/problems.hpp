// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `wiring` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::wiring::problem {

using base::ProblemKind;

inline constexpr ProblemKind key_missing{"key_missing",
                                         "The file of the installation key is not there, or holds no key."};
inline constexpr ProblemKind wrong_key{
    "wrong_key", "The installation key is not the one that the database was made with."};
inline constexpr ProblemKind unsafe_listen{
    "unsafe_listen",
    "Plain HTTP was to be offered to other machines; that is for a proxy with TLS in front."};

inline constexpr ProblemKind no_print_socket{
    "no_print_socket", "Pages were to be printed for a service, and no socket was named or handed over."};

inline constexpr const ProblemKind* all[] = {&key_missing, &wrong_key, &unsafe_listen, &no_print_socket};

}  // namespace smm::wiring::problem
