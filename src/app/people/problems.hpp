// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `app/people` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::app::people_problem {

using base::ProblemKind;

inline constexpr ProblemKind email_not_valid{"email_not_valid",
                                             "An e-mail address is not written as mail servers take it."};
inline constexpr ProblemKind email_taken{"email_taken", "Another person has this e-mail address."};
inline constexpr ProblemKind person_deactivated{"person_deactivated",
                                                "This person's account was closed by the program office."};
inline constexpr ProblemKind sign_in_refused{"sign_in_refused",
                                             "Address and password do not belong together."};
inline constexpr ProblemKind code_refused{
    "code_refused", "A one-time code or recovery code is wrong, too old, or was used before."};
inline constexpr ProblemKind link_not_live{
    "link_not_live", "A personal link was used before, has run out, or was taken back."};
inline constexpr ProblemKind sign_in_run_out{
    "sign_in_run_out", "A sign-in that was begun was not finished in time; begin again."};
inline constexpr ProblemKind provider_person_unknown{
    "provider_person_unknown",
    "The identity provider vouches for somebody who was not invited here under that address."};
inline constexpr ProblemKind way_not_configured{"way_not_configured",
                                                "This installation does not offer this way to sign in."};
inline constexpr ProblemKind second_factor_kept{
    "second_factor_kept", "People with an office role cannot do without one-time codes."};
inline constexpr ProblemKind last_admin{"last_admin",
                                        "The office cannot be left without a person who may manage people."};

inline constexpr ProblemKind mail_not_unknown{
    "mail_not_unknown", "Only a mail of which nobody knows whether it was taken can be sent again by hand."};
inline constexpr ProblemKind mail_not_sent{"mail_not_sent", "Only a mail that went out can have come back."};

inline constexpr ProblemKind practice_address{
    "practice_address", "An address of somebody invented for a practice round was given for a real person."};

inline constexpr const ProblemKind* all[] = {
    &email_not_valid, &email_taken,      &person_deactivated,      &sign_in_refused,    &code_refused,
    &link_not_live,   &sign_in_run_out,  &provider_person_unknown, &way_not_configured, &second_factor_kept,
    &last_admin,      &mail_not_unknown, &mail_not_sent,           &practice_address};

}  // namespace smm::app::people_problem
