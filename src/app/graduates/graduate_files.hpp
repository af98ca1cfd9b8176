// SPDX-License-Identifier: Apache-2.0
// The files that a school keeps about its graduates, sealed whole under its key and bound to school and kind;
// and what reviewers decided, row by row.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/answering/hand.hpp"
#include "app/installation/installation.hpp"

namespace smm::app {

// Kinds of files.
inline constexpr std::string_view roster_file = "roster";              // as uploaded
inline constexpr std::string_view cohort_file = "cohort";              // as uploaded
inline constexpr std::string_view links_file = "links";                // links.csv of the last linkage
inline constexpr std::string_view explanations_file = "explanations";  // and its explanations
inline constexpr std::string_view draws_file = "draws";                // and its draws
inline constexpr std::string_view results_file = "results";            // results.csv of the measures
inline constexpr std::string_view notes_file = "notes";                // what to know of results, a line each

// What everything about graduates begins with, within a look or a write. Problems: graduates_off,
// graduates_elsewhere, key_unavailable.
base::Result<Seals> graduate_seals(Installation& installation, Records& records, const OpenSheet& sheet);

// Is this the newest round in which the school takes part? Rosters belong to the school, and people of an
// earlier round may have left it.
bool is_newest_round(Records& records, const SheetKey& sheet);

struct OpenedFile {
  std::string text;
  std::optional<assessment::PersonId> by;
  base::Instant at;
};
std::optional<OpenedFile> open_file(Records& records, const Seals& seals, const assessment::SchoolId& school,
                                    std::string_view kind);

struct NewFile {
  std::string_view kind;
  std::string text;
};
void keep_file(Records& records, const Seals& seals, const assessment::SchoolId& school, const NewFile& file,
               const std::optional<assessment::PersonId>& by, base::Instant now);

struct PairDecision {
  std::string graduate_id;
  std::string npi;
  std::string decision;  // same, different, unsure
};
void keep_decision(const Installation& installation, Records& records, const Seals& seals, const Hand& hand,
                   const PairDecision& decision, base::Instant now);

// graduate_id,npi,decision in the order in which they were made, as linkage takes them.
std::string decisions_csv(Records& records, const Seals& seals, const assessment::SchoolId& school);

// What was made from the roster and is nothing without it.
void forget_linkage(Records& records, const assessment::SchoolId& school);

}  // namespace smm::app
