// SPDX-License-Identifier: Apache-2.0
// The frame: every school that was asked, with what is publicly known of it, and whether it answered.
//
// One row per school and program (docs/reference/benchmark-files.md). Everything but `responded` is public;
// `responded` is known to those who take part. No score is in here, and blocks are made from nothing else.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/table.hpp"
#include "benchmark/outline.hpp"

namespace smm::benchmark {

struct FrameRow {
  std::string school_id;
  std::string institution_id;
  std::string system_id;  // also names a shared dean; empty: none
  std::string programme;  // id of the edition
  std::string control;
  std::string state;     // postal code; may be empty
  std::string division;  // census division; found from the state when it was empty
  std::string size;      // small, medium, large or 1 to 5
  std::string carnegie;
  std::string locale;
  bool responded = false;

  friend bool operator==(const FrameRow&, const FrameRow&) = default;
};

// Sorted by school, then program; no pair twice; every variable filled but system_id and state.
struct Frame {
  std::vector<FrameRow> rows;

  // Nothing when there is no such row.
  const FrameRow* find(std::string_view school_id, std::string_view programme) const;
};

inline constexpr std::string_view frame_columns[] = {"school_id", "institution_id", "system_id", "programme",
                                                     "control",   "state",          "division",  "size",
                                                     "carnegie",  "locale",         "responded"};

// Every problem of the table at once: duplicated schools, missing variables, unknown programs and states.
base::Result<Frame> read_frame(const base::Table& table, const Outline& outline);

// The same for rows that are at hand: checks, fills divisions, sorts.
base::Result<Frame> frame_of(std::vector<FrameRow> rows, const Outline& outline);

}  // namespace smm::benchmark
