// SPDX-License-Identifier: Apache-2.0
// Which Failure an SQLSTATE of PostgreSQL is (appendix A of its manual).
#pragma once

#include <string_view>

#include "store/store_error.hpp"

namespace smm::store {

// `state` has five characters, or none when the server could not say any.
Failure postgres_failure(std::string_view state);

}  // namespace smm::store
