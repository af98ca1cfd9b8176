// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `outcomes/registry` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::outcomes::registry::problem {

using base::ProblemKind;

inline constexpr ProblemKind snapshot_damaged{
    "snapshot_damaged", "A file is no snapshot of the registry, or is cut off or changed since it was made."};
inline constexpr ProblemKind registry_no_header{"registry_no_header",
                                                "A file of the registry has no header that can be read."};
inline constexpr ProblemKind registry_column_missing{
    "registry_column_missing", "A file of the registry lacks a column without which it says nothing."};
inline constexpr ProblemKind registry_too_many_rejects{
    "registry_too_many_rejects",
    "So many lines of a file of the registry are malformed that reading stopped."};
inline constexpr ProblemKind registry_too_large{"registry_too_large",
                                                "A file of the registry holds more than a snapshot can."};
inline constexpr ProblemKind registry_no_persons{"registry_no_persons",
                                                 "A file of the registry holds no person."};
inline constexpr ProblemKind registry_update_gap{
    "registry_update_gap", "Days lie between a snapshot and an update that neither of them covers."};
inline constexpr ProblemKind registry_update_old{
    "registry_update_old", "An update covers no day after the snapshot it is to be applied to."};
inline constexpr ProblemKind registry_days_unknown{
    "registry_days_unknown", "Neither the name nor the content of a file tells which days it covers."};
inline constexpr ProblemKind zip_damaged{"zip_damaged", "A zip archive cannot be read."};
inline constexpr ProblemKind zip_unsupported{
    "zip_unsupported", "A zip archive is encrypted, in parts, or compressed in a way that is not read here."};
inline constexpr ProblemKind zip_without_registry{
    "zip_without_registry", "A zip archive does not hold one main file of the registry (npidata_pfile)."};
inline constexpr ProblemKind registry_unknown_column{
    "registry_unknown_column", "A column that was asked for is none that a snapshot has."};
inline constexpr ProblemKind bad_npi{"bad_npi", "An NPI is not ten digits beginning with 1 or 2 that check."};
inline constexpr ProblemKind npi_not_in_registry{"npi_not_in_registry",
                                                 "A snapshot has no person with this NPI."};

inline constexpr const ProblemKind* all[] = {&snapshot_damaged,        &registry_no_header,
                                             &registry_column_missing, &registry_too_many_rejects,
                                             &registry_too_large,      &registry_no_persons,
                                             &registry_update_gap,     &registry_update_old,
                                             &registry_days_unknown,   &zip_damaged,
                                             &zip_unsupported,         &zip_without_registry,
                                             &registry_unknown_column, &bad_npi,
                                             &npi_not_in_registry};

}  // namespace smm::outcomes::registry::problem
