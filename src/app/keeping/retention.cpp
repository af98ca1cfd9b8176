// SPDX-License-Identifier: Apache-2.0
#include "app/keeping/retention.hpp"

#include <algorithm>
#include <array>

#include "app/installation/change.hpp"
#include "app/installation/retention_settings.hpp"
#include "app/keeping/problems.hpp"
#include "app/paper/kept_form.hpp"
#include "app/people/start_session.hpp"
#include "app/rounds/practice.hpp"

namespace smm::app {
namespace {

constexpr std::int64_t form_days = returned_form_waits / base::one_day;

// A month of ended sessions is what a question about an account needs; a year is what a log of sign-ins may
// be kept for at most. Practice is of invented people, and its logs tell nothing of anybody.
constexpr std::array rules = {
    RetentionRule{"sessions", "the end of a session, a link or a count of attempts", 30, 7, 365},
    RetentionRule{"returned_forms", "the day a form came back and nobody took it over", form_days, form_days,
                  form_days},
    RetentionRule{"practice_rounds", "the last day of a practice round", 365, 30, 1095},
    RetentionRule{"mails", ""},
    RetentionRule{"calls", ""},
    RetentionRule{"evidence", ""},
    RetentionRule{"answers", ""},
    RetentionRule{"releases", ""},
    RetentionRule{"audit_log", ""},
};

std::int64_t days_of(Records& records, const RetentionRule& rule) {
  return std::clamp(chosen_days(records, rule.kind).value_or(rule.usual), rule.least, rule.most);
}

const RetentionRule& rule_of(std::string_view kind) {
  return *std::ranges::find(rules, kind, &RetentionRule::kind);
}

std::int64_t time_of(Records& records, std::string_view kind) {
  return days_of(records, rule_of(kind)) * base::one_day;
}

// Of practice rounds it is known which goes when.
std::optional<base::Instant> next_practice(Records& records) {
  std::optional<base::Instant> next;
  for (const auto& round : records.rounds.all()) {
    const base::Instant due = round.closes + time_of(records, "practice_rounds");
    if (round.practice && (!next || due < *next)) next = due;
  }
  return next;
}

std::vector<std::string> practice_rounds_that_ran_out(Installation& installation) {
  std::vector<std::string> codes;
  installation.database.read([&](Records& records) {
    const base::Instant before = installation.clock.now() + -time_of(records, "practice_rounds");
    for (const auto& round : records.rounds.all())
      if (round.practice && round.closes < before) codes.push_back(round.code);
  });
  return codes;
}

}  // namespace

std::span<const RetentionRule> retention_rules() {
  return rules;
}

std::vector<RetentionClock> retention_clocks(Records& records) {
  std::vector<RetentionClock> clocks;
  for (const RetentionRule& rule : rules) {
    RetentionClock clock{rule, days_of(records, rule), std::nullopt};
    if (rule.kind == "practice_rounds") clock.next = next_practice(records);
    clocks.push_back(clock);
  }
  return clocks;
}

base::Result<RetentionClock> set_retention(const Installation& installation, const std::string& kind,
                                           std::int64_t days, const std::string& by) {
  const auto found = std::ranges::find(rules, kind, &RetentionRule::kind);
  if (found == rules.end() || !found->is_chosen())
    return base::Problem(keeping_problem::bad_retention, "There is no time to choose for \"" + kind +
                                                             "\"; sessions and practice_rounds have one");
  if (days < found->least || days > found->most)
    return base::Problem(keeping_problem::bad_retention, kind + " are kept for " +
                                                             std::to_string(found->least) + " to " +
                                                             std::to_string(found->most) + " days");
  const RetentionClock clock{*found, days, std::nullopt};
  return change<RetentionClock>(installation.database, installation.clock,
                                [&](Records& records, base::Instant) -> base::Result<Change<RetentionClock>> {
                                  const std::string before = std::to_string(days_of(records, clock.rule));
                                  records.settings.set(retention_setting(kind), std::to_string(days));
                                  return Change<RetentionClock>(
                                      clock, {std::string(office_owner), by, "retention.set", kind,
                                              before + " to " + std::to_string(days) + " days"});
                                });
}

void delete_what_ran_out(Installation& installation) {
  bool held = false;
  installation.database.read([&](Records& records) { held = is_on_legal_hold(records); });
  if (held) return;
  sweep_sessions(installation);
  sweep_returned_forms(installation);
  for (const std::string& code : practice_rounds_that_ran_out(installation))
    (void)erase_practice_round(installation, code, "system");
}

}  // namespace smm::app
