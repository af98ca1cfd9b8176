// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `store/records` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::store::records::problem {

using base::ProblemKind;

inline constexpr ProblemKind installation_in_use{
    "installation_in_use", "Another program holds the installation, such as a server that runs on it."};
inline constexpr ProblemKind installation_missing{"installation_missing",
                                                  "There is no installation where one was looked for."};
inline constexpr ProblemKind folder_not_empty{
    "folder_not_empty", "A backup is to be restored into a folder that already holds something."};
inline constexpr ProblemKind backup_damaged{
    "backup_damaged", "A file is not a backup, or was cut off or changed after it was made."};

inline constexpr ProblemKind backup_key{
    "backup_key", "A backup was made with another installation key than the one at hand."};
inline constexpr ProblemKind database_not_empty{
    "database_not_empty", "A backup is to be restored into a database that already holds something."};

inline constexpr const ProblemKind* all[] = {&installation_in_use, &installation_missing,
                                             &folder_not_empty,    &backup_damaged,
                                             &backup_key,          &database_not_empty};

}  // namespace smm::store::records::problem
