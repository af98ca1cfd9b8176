// SPDX-License-Identifier: Apache-2.0
// The dashboard of a round: how many schools of each group took each step, where answers come slowly, and
// which questions are left without a value. Counts of schools only; no answer is read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/installation/installation.hpp"
#include "assessment/response_funnel.hpp"
#include "stats/interval.hpp"

namespace smm::app {

// A group of invited schools with its counts.
struct FunnelRow {
  std::string profession;  // id; empty: all professions
  std::string variable;    // "", "control" or "division": what parts the profession
  std::string level;       // "public"; empty: the whole profession
  assessment::Funnel funnel;
  // Submitted of those invited and not withdrawn, with Wilson's interval of 95 %; nothing where there are
  // none.
  std::optional<stats::Interval> rate;
};

struct StateRow {
  std::string state;  // postal code; "" where the roster has none
  std::size_t invited = 0;
  std::size_t submitted = 0;
};

// The packets of one office in all schools that accepted.
struct PacketRow {
  std::string office;
  std::size_t schools = 0;
  std::size_t complete = 0;           // complete or affirmed
  std::size_t overdue = 0;            // not complete after its day
  std::optional<double> median_days;  // from acceptance to completion, where at least five are complete
};

// A question that schools leave without a value.
struct BurdenRow {
  std::string item;
  std::size_t schools = 0;   // that touched it
  std::size_t no_value = 0;  // not known, not collected, declined, or cleared again
};

// A school that has neither submitted nor left, by when somebody of the office last talked with it.
struct QuietSchool {
  std::string code;
  std::string name;
  std::optional<std::int64_t> days;  // whole days since then; nothing: never
};

// Questions of the data steward to schools, while a round is checked: which question of the sheet, and how it
// stands. What was asked and answered is between the steward and the school.
struct AskedQuestion {
  std::string code;  // of the school
  std::string school;
  std::string item;
  base::Instant at;
};
struct AskedQuestions {
  std::vector<AskedQuestion> open;  // by school, then the oldest first
  std::size_t answered = 0;         // it stands, or it is corrected
  std::size_t settled = 0;          // of those: it stands, or the school has attested anew
};

struct RoundDashboard {
  assessment::Round round;
  std::int64_t days_to_go = 0;     // whole days until it closes; 0 after that
  std::vector<FunnelRow> groups;   // all, then each profession followed by its parts
  std::vector<StateRow> states;    // by code
  std::vector<PacketRow> packets;  // the slowest first
  std::vector<BurdenRow> burden;   // the largest share without a value first
  std::vector<QuietSchool> quiet;  // never talked with first, then the longest ago
  AskedQuestions asked;
};

// Below this number of schools a question's burden is not told: all professions count together.
inline constexpr std::size_t least_schools_for_burden = 30;

// Problem: round_not_found.
base::Result<RoundDashboard> round_dashboard(Installation& installation, const std::string& code);

}  // namespace smm::app
