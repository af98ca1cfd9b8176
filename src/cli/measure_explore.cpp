// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "app/measuring/explore.hpp"
#include "cli/command.hpp"

namespace smm::cli {
namespace {

int run_measure_explore(const Given& given, const Surroundings& around) {
  if (would_overwrite_input(given, around, {"--results"})) return wrong_usage;
  if (given.has("--csv") && !given.has("--weights")) {
    around.err << "smm measure explore: --csv needs --weights; without them schools have no positions\n";
    return wrong_usage;
  }
  const auto explored =
      app::measuring::explore(around.files, around.content,
                              {given.text("--results"), given.list("--weights"), given.value("--measures")});
  if (!explored) return report_problems(explored.problems(), around.err);
  deliver(given, around, explored->page);
  if (given.has("--csv")) around.files.write(given.text("--csv"), explored->csv);
  return done;
}

}  // namespace

Command measure_explore_command() {
  return {
      "measure explore",
      "Show results of public outcome measures with bands, and positions by own weights",
      "smm measure explore --results results.csv --weights SM-018=2,SM-020=1 --out explore.html",
      {},
      {{"--results", "FILE", "Results of smm measure run", true},
       {"--weights", "LIST", "Own weights as MEASURE=WEIGHT, joined by commas; without them no positions"},
       {"--measures", "DIR", "Take measures from this folder instead of those that ship"},
       {"--out", "FILE", "Write the page here instead of to standard output"},
       {"--csv", "FILE", "Also write the positions here"}},
      run_measure_explore};
}

}  // namespace smm::cli
