// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <ostream>

#include "app/pages.hpp"
#include "app/releasing/freeze_round.hpp"
#include "app/rounds/invite_schools.hpp"
#include "app/rounds/manage_rounds.hpp"
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
    const app::NewRound wanted{given.text("CODE"), given.text("--title"),
                               given.text_or("--edition", "smm-2026"),
                               given.text_or("--zone", "America/New_York"), given.text("--last-day")};
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

// What is no number is no number of days: 0, which the use case refuses with its own words.
int days_in(const std::string& text) {
  int days = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
  return error == std::errc() && end == text.data() + text.size() ? days : 0;
}

int run_check(const Given& given, const Surroundings& around) {
  return on_installation(given, around, [&](app::Installation& installation) {
    const int days = days_in(given.text_or("--days", std::to_string(app::usual_check_days)));
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

int run_invite(const Given& given, const Surroundings& around) {
  return on_installation(given, around, [&](app::Installation& installation) {
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
          with_installation_options({{"--title", "TEXT", "Its name, as people read it", true},
                                     {"--last-day", "DAY", "Last day for answers, such as 2026-10-31", true},
                                     {"--zone", "ZONE", "Time zone of that day; America/New_York without it"},
                                     {"--edition", "ID", "Edition that is answered; smm-2026 without it"}}),
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
  return {"round invite",
          "Invite the roster's schools, or some of them, to a round",
          "smm round invite 2026 --data /var/lib/smm --public-url https://metrics.example.org",
          {code()},
          with_installation_options(
              {{"--schools", "LIST", "Codes of schools, joined by commas; all without it"}}),
          run_invite};
}

}  // namespace smm::cli
