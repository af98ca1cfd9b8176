// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `store` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::store::problem {

using base::ProblemKind;

inline constexpr ProblemKind database_newer{"database_newer",
                                            "The database was migrated by a newer program than this one."};
inline constexpr ProblemKind database_not_migrated{"database_not_migrated",
                                                   "The database lacks migrations that this program needs."};
inline constexpr ProblemKind migration_changed{
    "migration_changed", "A migration of the database is not the one that this program ships."};

inline constexpr const ProblemKind* all[] = {&database_newer, &database_not_migrated, &migration_changed};

}  // namespace smm::store::problem
