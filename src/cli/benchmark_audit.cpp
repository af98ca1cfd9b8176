// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "app/benchmarks/benchmark_files.hpp"
#include "cli/command.hpp"

namespace smm::cli {
namespace {

int run_benchmark_audit(const Given& given, const Surroundings& around) {
  const auto found =
      app::benchmarks::audit_files(around.files, given.text("--release"), given.all("--previous"));
  if (!found.empty()) return report_problems(found, around.err);
  around.out << "The release keeps the promise, as far as its files can tell.\n";
  return done;
}

}  // namespace

Command benchmark_audit_command() {
  return {"benchmark audit",
          "Check from the files alone that a release keeps the promise",
          "smm benchmark audit --release release-2026 --previous release-2025",
          {},
          {{"--release", "DIR", "A release, as smm benchmark freeze writes it", true},
           {"--previous", "DIR", "An earlier release; once for each, oldest first", false, true}},
          run_benchmark_audit};
}

}  // namespace smm::cli
