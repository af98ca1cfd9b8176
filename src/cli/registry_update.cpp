// SPDX-License-Identifier: Apache-2.0
#include "app/providers/update_registry.hpp"

#include "cli/command.hpp"
#include "cli/registry_words.hpp"

namespace smm::cli {
namespace {

int run_registry_update(const Given& given, const Surroundings& around) {
  const auto threads = read_threads(given, around.err);
  if (!threads) return wrong_usage;
  const auto built = app::providers::update_registry(around.registry_files, around.files,
                                                     {given.text("DIR"), given.text("FILE"), *threads});
  if (!built) return report_problems(built.problems(), around.err);
  tell_built(*built, given.text("DIR"), given.has("--json"), around);
  return done;
}

}  // namespace

Command registry_update_command() {
  return {"registry update",
          "Apply a weekly file to a registry; in order, and a gap is refused",
          "smm registry update registry npidata_pfile_20260413-20260419.csv",
          {{"DIR", "Folder of the registry"}, {"FILE", "The weekly file as CSV, or the zip that holds it"}},
          {{"--threads", "N", "Threads to work with; as many as there are processors without it"},
           {"--json", "", "Write JSON instead of text"}},
          run_registry_update};
}

}  // namespace smm::cli
