// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "app/benchmarks/benchmark_files.hpp"
#include "cli/command.hpp"
#include "report/comparison_file.hpp"

namespace smm::cli {
namespace {

int run_benchmark_compare(const Given& given, const Surroundings& around) {
  if (given.has("--peers") && given.has("--filter")) {
    around.err << "smm benchmark compare: peers are given by --peers or by --filter, not by both\n";
    return wrong_usage;
  }
  if (would_overwrite_input(given, around, {"--scores", "--peers"})) return wrong_usage;
  const auto comparisons = app::benchmarks::compare_files(
      around.files, {given.text("--release"), given.text("--school"), given.text("--scores"),
                     given.value("--peers"), given.value("--filter")});
  if (!comparisons) return report_problems(comparisons.problems(), around.err);
  deliver(
      given, around,
      given.has("--json") ? report::comparison_json(*comparisons) : report::comparison_text(*comparisons));
  return done;
}

}  // namespace

Command benchmark_compare_command() {
  return {
      "benchmark compare",
      "Compare a school with its profession and with peers, from a release",
      "smm benchmark compare --release release-2026 --school river-md --scores scores.csv --filter "
      "control=public",
      {},
      {{"--release", "DIR", "A release, as smm benchmark freeze writes it", true},
       {"--school", "ID", "The school that asks: its school_id", true},
       {"--scores", "FILE", "The school's own scores as CSV; rows of other schools are not looked at", true},
       {"--peers", "FILE", "Peers: one school_id a line, at least 10 that took part"},
       {"--filter", "TEXT", "Peers by public variables, such as \"control=public;division=South Atlantic\""},
       {"--out", "FILE", "Write the comparison here instead of to standard output"},
       {"--json", "", "Write JSON instead of tables"}},
      run_benchmark_compare};
}

}  // namespace smm::cli
