// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "app/pages.hpp"
#include "app/releasing/freeze_round.hpp"
#include "app/rounds/invite_schools.hpp"
#include "app/rounds/manage_rounds.hpp"
#include "base/document_reader.hpp"
#include "cli/command.hpp"
#include "cli/installation_commands.hpp"

namespace smm::cli {
namespace {

int tell_round(const base::Result<assessment::Round>& round, const Surroundings& around) {
  if (!round) return report_problems(round.problems(), around.err);
  around.out << "Round " << round->code << " (" << round->edition << ") is " << to_string(round->state)
             << "; its last day is " << round->last_day << ", " << round->zone << ".\n";
  return done;
}

int run_create(const Given& given, const Surroundings& around) {
  return on_installation(given, around, [&](app::Installation& installation) {
    const app::NewRound wanted{given.text("CODE"),
                               given.text("--title"),
                               given.text_or("--edition", "smm-2026"),
                               given.text_or("--zone", "America/New_York"),
                               given.text("--last-day"),
                               {.legacy_stars = given.has("--legacy-stars"),
                                .leave_out_overall = given.has("--no-overall"),
                                .score_composition = given.has("--score-composition"),
                                .with_module = given.has("--with-module")},
                               given.list("--profession")};
    return tell_round(app::create_round(installation, wanted, "command:round create"), around);
  });
}

int run_open(const Given& given, const Surroundings& around) {
  return on_installation(given, around, [&](app::Installation& installation) {
    const std::string last_day = given.text_or("--last-day", "");
    return tell_round(app::open_round(installation, given.text("CODE"), last_day, "command:round open"),
                      around);
  });
}

int run_close(const Given& given, const Surroundings& around) {
  return on_installation(given, around, [&](app::Installation& installation) {
    return tell_round(app::close_round(installation, given.text("CODE"), "command:round close"), around);
  });
}

int run_check(const Given& given, const Surroundings& around) {
  return on_installation(given, around, [&](app::Installation& installation) {
    // What is no number is refused as 0 days are, in the words of the use case.
    const auto days =
        given.has("--days") ? base::parse_integer(given.text("--days")).value_or(0) : app::usual_check_days;
    return tell_round(app::begin_checks(installation, given.text("CODE"), days, "command:round check"),
                      around);
  });
}

int run_freeze(const Given& given, const Surroundings& around) {
  return on_installation(given, around, [&](app::Installation& installation) {
    const auto frozen = app::freeze_round(installation, given.text("CODE"), "command:round freeze");
    if (!frozen) return report_problems(frozen.problems(), around.err);
    around.out << "Round " << frozen->round.code << " is frozen: " << frozen->responded << " of "
               << frozen->schools << " schools responded. Release " << frozen->sha256 << ".\n";
    return done;
  });
}

void tell_planned(std::ostream& out, const char* what, const std::vector<app::PlannedSchool>& schools) {
  if (schools.empty()) return;
  out << what << ": " << schools.size() << "\n";
  for (const app::PlannedSchool& each : schools) {
    out << "  " << each.code << "  " << each.name;
    if (!each.to.address.empty()) out << "  " << each.to.name << " <" << each.to.address << ">";
    out << "\n";
  }
}

int run_invite_dry(const Given& given, const Surroundings& around, app::Installation& installation) {
  const auto plan = app::plan_invitations(installation, given.text("CODE"), given.list("--schools"));
  if (!plan) return report_problems(plan.problems(), around.err);
  tell_planned(around.out, "Would be invited", plan->invite);
  tell_planned(around.out, "No address to invite anybody at", plan->without_address);
  tell_planned(around.out, "A program that the round does not ask", plan->not_asked);
  tell_planned(around.out, "Invited before", plan->known);
  around.out << "Nothing was sent.\n";
  return done;
}

int run_invite(const Given& given, const Surroundings& around) {
  return on_installation(given, around, [&](app::Installation& installation) {
    if (given.has("--dry-run")) return run_invite_dry(given, around, installation);
    const app::Pages pages = app::load_pages(around.content);
    const auto outcome = app::invite_schools(installation, pages, given.text("CODE"), given.list("--schools"),
                                             "command:round invite");
    if (!outcome) return report_problems(outcome.problems(), around.err);
    around.out << "Invited: " << outcome->invited << " schools; " << outcome->known
               << " were invited before.\n";
    for (const std::string& code : outcome->without_address)
      around.out << "No address to invite anybody at: " << code << "\n";
    return done;
  });
}

Positional code() {
  return {"CODE", "Code of the round, as in its address: 2026"};
}

}  // namespace

Command round_create_command() {
  return {"round create",
          "Make a round, which opens later",
          "smm round create 2026 --title \"2026\" --last-day 2026-10-31 --data /var/lib/smm",
          {code()},
          with_installation_options(
              {{"--title", "TEXT", "Its name, as people read it", true},
               {"--last-day", "DAY", "Last day for answers, such as 2026-10-31", true},
               {"--zone", "ZONE", "Time zone of that day; America/New_York without it"},
               {"--edition", "ID", "Edition that is answered; smm-2026 without it"},
               {"--legacy-stars", "", "Reports also have quarters and stars"},
               {"--no-overall", "", "Reports have no score over all areas"},
               {"--score-composition", "",
                "What the edition scores on request, such as composition by race, counts"},
               {"--with-module", "", "Also ask the edition's optional, unscored module"},
               {"--profession", "ID", "Ask only schools of this one; may be repeated", false, true}}),
          run_create};
}

Command round_open_command() {
  return {"round open",
          "Let schools answer; also to open a closed round for longer",
          "smm round open 2026 --data /var/lib/smm",
          {code()},
          with_installation_options({{"--last-day", "DAY", "Another last day"}}),
          run_open};
}

Command round_close_command() {
  return {"round close", "Take no more answers",        "smm round close 2026 --data /var/lib/smm",
          {code()},      with_installation_options({}), run_close};
}

Command round_check_command() {
  return {"round check",
          "Check a closed round: questions to schools, corrections",
          "smm round check 2026 --days 14 --data /var/lib/smm",
          {code()},
          with_installation_options({{"--days", "N", "How many days; 14 without it"}}),
          run_check};
}

Command round_freeze_command() {
  return {"round freeze",
          "Freeze a checked round for good, and release what schools compare with",
          "smm round freeze 2026 --data /var/lib/smm",
          {code()},
          with_installation_options({}),
          run_freeze};
}

Command round_invite_command() {
  return {
      "round invite",
      "Invite the roster's schools, or some of them, to a round",
      "smm round invite 2026 --data /var/lib/smm --public-url https://metrics.example.org",
      {code()},
      with_installation_options({{"--schools", "LIST", "Codes of schools, joined by commas; all without it"},
                                 {"--dry-run", "", "Only say who would be invited; nothing is sent"}}),
      run_invite};
}

}  // namespace smm::cli
