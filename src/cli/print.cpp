// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "base/document_reader.hpp"
#include "cli/command.hpp"
#include "cli/problems.hpp"

namespace smm::cli {
namespace {

constexpr std::int64_t longest_idle = 86'400;

int run_print(const Given& given, const Surroundings& around) {
  app::PrintServerSettings settings;
  settings.listen = given.text_or("--listen", "");
  const auto idle = base::parse_integer(given.text_or("--idle", "0"));
  if (!idle || *idle < 0 || *idle > longest_idle)
    return report_problems(
        {base::Problem(problem::bad_setting, "idle is a number of seconds, a day's at most; 0: never")},
        around.err);
  settings.idle_seconds = *idle;
  const auto printed = around.print_server.serve(settings, around.err);
  if (!printed) return report_problems(printed.problems(), around.err);
  around.err << "Printed " << *printed << (*printed == 1 ? " page.\n" : " pages.\n");
  return done;
}

}  // namespace

Command print_command() {
  return {"print",
          "Print pages for a service whose printer setting names this socket, until it is told to stop",
          "smm print --listen unix:/run/smm-print.sock --idle 300",
          {},
          {{"--listen", "unix:PATH", "Socket to listen on; the one that systemd hands over without it"},
           {"--idle", "SECONDS", "End after so long without a page, Chromium with it; never without it"}},
          run_print};
}

}  // namespace smm::cli
