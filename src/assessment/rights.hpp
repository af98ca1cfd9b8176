// SPDX-License-Identifier: Apache-2.0
// Which role may do what: one table, deny by default. Every route, page and command names the right it needs;
// docs/reference/rights.md is made from this table.
//
// A right says that somebody may do this at all. What it does not say: which questions an author sees
// (visible_items.hpp), and whether the round's or the sheet's state allows it now (participation.hpp,
// packet.hpp).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "assessment/roles.hpp"

namespace smm::assessment {

enum class Right : std::uint8_t {
  // One school in one round.
  see_school,        // that it takes part, its people, packets and their states
  accept,            // accept or decline, name a coordinator
  assign,            // invite people, hand out, take back
  read_all_answers,  // every question of the sheet
  read_own_answers,  // the questions handed to oneself, or to affirm
  write_all_answers,
  write_own_answers,
  complete_packet,
  affirm_packet,  // answer for a packet by name; also to return it
  reopen_packet,  // take a complete or affirmed packet back into work
  comment,
  read_notes,    // working notes
  manage_notes,  // their fate: keep, delete, legal hold
  read_scores,   // the school's own preliminary scores
  compare,       // see the school beside others, once the round is frozen
  read_report,   // the feedback report of a frozen round
  name_readers,  // whom else to let read it, and see who opened it
  offer_story,   // to other schools, and take it back
  read_plan,     // the action plan: goals the school set
  edit_plan,
  attest,         // attest the whole and submit it
  download,       // all answers, history and scores
  print_flagged,  // the legally flagged items, for counsel
  grant_support,  // let the office look for 24 hours
  read_school_log,
  settle_check,      // say to a question of the data steward that an answer stands, or correct it
  ask_check,         // ask such a question
  follow_graduates,  // switch on or off that the school follows its graduates
  tend_graduates,    // rosters, links and measures of graduates
  // The office.
  see_progress,  // states of all schools, never an answer
  see_results,   // what a frozen round tells of groups, never of a school
  run_rounds,    // create, open, close
  invite,        // schools and their deans
  reopen_sheet,  // give a submitted sheet back, with a reason
  import_roster,
  judge_stories,  // publish what schools offer to others, or send it back
  open_answers,   // see a school's answers, with a reason
  manage_people,  // office roles
  read_office_log,
};

inline constexpr int right_count = static_cast<int>(Right::read_office_log) + 1;

struct RightRow {
  Right right;
  std::string_view name;  // "read_all_answers"
  std::span<const SchoolRole> school_roles;
  std::span<const OfficeRole> office_roles;
};

// Every right once, in the order of the enumeration.
std::span<const RightRow> rights_table();

std::string_view to_string(Right right);

// Is the right about one school in one round, or about the office?
bool is_school_right(Right right);

// What stands behind a person with regard to one school in one round, or to the office alone (then
// `school_roles` is empty).
struct Standing {
  std::vector<SchoolRole> school_roles;
  std::vector<OfficeRole> office_roles;
  bool solo = false;          // the school answers in solo mode: its dean or coordinator may do all of it
  bool support_view = false;  // the school lets the office look, and has not taken it back
  bool stewardship = false;   // a data steward has given a reason, and it has not run out
};

// Solo mode lets whoever is dean or coordinator write, complete and affirm; it gives nobody the attestation
// who is not the dean or the solo person. Support view and stewardship give reading only.
bool allows(const Standing& standing, Right right);

}  // namespace smm::assessment
