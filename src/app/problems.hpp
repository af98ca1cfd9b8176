// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `app` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::app::problem {

using base::ProblemKind;

inline constexpr ProblemKind file_not_found{"file_not_found",
                                            "A file or folder that was named does not exist."};
inline constexpr ProblemKind file_unreadable{"file_unreadable",
                                             "A file or folder exists but cannot be read."};
inline constexpr ProblemKind edition_not_found{"edition_not_found", "No edition has this id."};
inline constexpr ProblemKind edition_already_published{
    "edition_already_published", "An edition that is to be published was published before."};
inline constexpr ProblemKind edition_is_draft{"edition_is_draft",
                                              "An edition that is to be published still says it is a draft."};
inline constexpr ProblemKind programme_not_found{"programme_not_found", "The edition has no such program."};
inline constexpr ProblemKind office_not_found{
    "office_not_found", "The edition has no such office, or nothing to ask it for this program."};
inline constexpr ProblemKind nothing_to_score{"nothing_to_score",
                                              "An answer file holds no answers that can be scored."};

inline constexpr ProblemKind unknown_time_zone{"unknown_time_zone",
                                               "No time zone of the IANA database has this name."};
inline constexpr ProblemKind identity_provider_unreachable{
    "identity_provider_unreachable", "The identity provider does not answer, or not in time."};
inline constexpr ProblemKind identity_provider_unusable{
    "identity_provider_unusable",
    "The identity provider answers what OpenID Connect does not allow, or refuses this installation."};
inline constexpr ProblemKind sign_in_declined{"sign_in_declined",
                                              "The identity provider did not sign the person in."};
inline constexpr ProblemKind sign_in_not_matching{
    "sign_in_not_matching", "A return from the identity provider belongs to no sign-in that was begun here."};
inline constexpr ProblemKind id_token_refused{
    "id_token_refused", "What the identity provider vouches for is forged, expired, or meant for others."};

inline constexpr ProblemKind no_printer{
    "no_printer", "PDF needs Chromium, which is not on this machine; the HTML report has all of it."};
inline constexpr ProblemKind printing_failed{
    "printing_failed", "Chromium did not print the page; the HTML report has all of it."};

inline constexpr const ProblemKind* all[] = {&file_not_found,
                                             &file_unreadable,
                                             &edition_not_found,
                                             &edition_already_published,
                                             &edition_is_draft,
                                             &programme_not_found,
                                             &office_not_found,
                                             &nothing_to_score,
                                             &unknown_time_zone,
                                             &identity_provider_unreachable,
                                             &identity_provider_unusable,
                                             &sign_in_declined,
                                             &sign_in_not_matching,
                                             &id_token_refused,
                                             &no_printer,
                                             &printing_failed};

}  // namespace smm::app::problem
