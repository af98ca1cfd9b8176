// SPDX-License-Identifier: Apache-2.0
// How long each kind of record is kept.
#include <ostream>

#include "app/keeping/legal_hold.hpp"
#include "app/keeping/retention.hpp"
#include "badge/utc_text.hpp"
#include "base/document_reader.hpp"
#include "cli/command.hpp"
#include "cli/installation_commands.hpp"

namespace smm::cli {
namespace {

std::string told_clock(const app::RetentionClock& clock, bool held) {
  const app::RetentionRule& rule = clock.rule;
  std::string line = std::string(rule.kind) + '\t';
  if (!rule.has_clock()) return line + "until the office is deleted";
  line += std::to_string(clock.days) + " days after " + std::string(rule.since);
  if (rule.is_chosen())
    line += "; " + std::to_string(rule.least) + " to " + std::to_string(rule.most) + " may be chosen";
  if (held) return line + "; stopped by the legal hold";
  return clock.next ? line + "; next on " + badge::utc_text(*clock.next) : line;
}

int tell_clocks(app::Installation& installation, const Surroundings& around) {
  installation.database.read([&](app::Records& records) {
    const auto hold = app::legal_hold(records);
    if (hold) around.out << "A legal hold stands: " << hold->reason << '\n';
    for (const app::RetentionClock& clock : app::retention_clocks(records))
      around.out << told_clock(clock, hold.has_value()) << '\n';
  });
  return done;
}

int run_retention(const Given& given, const Surroundings& around) {
  return on_installation(given, around, [&](app::Installation& installation) {
    if (!given.has("--set")) return tell_clocks(installation, around);
    const std::string wish = given.text("--set");
    const std::size_t equals = std::min(wish.find('='), wish.size());
    const auto days = base::parse_integer(wish.substr(std::min(equals + 1, wish.size())));
    const auto set =
        app::set_retention(installation, wish.substr(0, equals), days.value_or(-1), "command:retention");
    if (!set) return report_problems(set.problems(), around.err);
    return tell_clocks(installation, around);
  });
}

}  // namespace

Command retention_command() {
  return {"retention",
          "Say how long each kind of record is kept, or choose it within bounds",
          "smm retention --set sessions=60 --data /var/lib/smm",
          {},
          with_installation_options({{"--set", "KIND=DAYS", "Keep records of this kind for so many days"}}),
          run_retention};
}

}  // namespace smm::cli
