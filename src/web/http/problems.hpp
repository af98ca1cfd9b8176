// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `web/http` reports: settings of the server, never what a client sent.
#pragma once

#include "base/problem.hpp"

namespace smm::web::http::problem {

using base::ProblemKind;

inline constexpr ProblemKind bad_listen_address{"bad_listen_address",
                                                "The address to listen on is not written as one."};
inline constexpr ProblemKind bad_proxy_address{"bad_proxy_address",
                                               "The address of a trusted proxy is not written as one."};

inline constexpr const ProblemKind* all[] = {&bad_listen_address, &bad_proxy_address};

}  // namespace smm::web::http::problem
