// SPDX-License-Identifier: Apache-2.0
// Retention clocks: how long each kind of record is kept, and what a job deletes when its time has come. An
// office sets some of them within bounds; the others are fixed, or run until the office itself is deleted. A
// legal hold stops all of them.
//
// What stands in a frozen release, or vouches for one (answers, signatures, the audit log), has no clock: a
// release could not be traced any more.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/installation/installation.hpp"
#include "base/result.hpp"

namespace smm::app {

struct RetentionRule {
  std::string_view kind;   // "sessions"
  std::string_view since;  // from when the days count; empty: there is no clock
  std::int64_t usual = 0;  // days
  std::int64_t least = 0;  // bounds within which the office chooses; both as `usual`: fixed
  std::int64_t most = 0;

  bool has_clock() const { return !since.empty(); }
  bool is_chosen() const { return least != most; }
};

// All kinds of records, those without a clock too.
std::span<const RetentionRule> retention_rules();

struct RetentionClock {
  RetentionRule rule;
  std::int64_t days = 0;              // as chosen, or as usual
  std::optional<base::Instant> next;  // when the next record goes, where that is known beforehand
};

std::vector<RetentionClock> retention_clocks(Records& records);

// Told in the office's log. Problem: bad_retention, for a kind that is not chosen, or days out of bounds.
base::Result<RetentionClock> set_retention(const Installation& installation, const std::string& kind,
                                           std::int64_t days, const std::string& by);

// Deletes what has run out, unless a legal hold stands. For a timer.
void delete_what_ran_out(Installation& installation);

}  // namespace smm::app
