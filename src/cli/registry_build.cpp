// SPDX-License-Identifier: Apache-2.0
#include <ostream>
#include <thread>

#include "app/providers/build_registry.hpp"
#include "cli/command.hpp"
#include "cli/registry_words.hpp"

namespace smm::cli {
namespace {

int run_registry_build(const Given& given, const Surroundings& around) {
  app::providers::BuildRegistryRequest request;
  request.sources = {given.text("FILE"), given.text_or("--other-names", ""), given.text_or("--locations", ""),
                     given.text_or("--medicare", "")};
  request.folder = given.text("--out");
  request.hash_source = given.has("--hash-source");
  const auto threads = read_threads(given, around.err);
  if (!threads) return wrong_usage;
  request.threads = *threads;
  ReadingProgress progress(around);
  const auto built =
      app::providers::build_registry(around.registry_files, around.files, request, progress.counter());
  progress.end();
  if (!built) return report_problems(built.problems(), around.err);
  tell_built(*built, request.folder, given.has("--json"), around);
  return done;
}

}  // namespace

Command registry_build_command() {
  return {
      "registry build",
      "Build a registry of persons from the national provider registry's file, or its zip",
      "smm registry build NPPES_Data_Dissemination_April_2026.zip --out registry",
      {{"FILE", "The monthly file: npidata_pfile_*.csv, or the zip that holds it"}},
      {{"--out", "DIR", "Folder of the registry; a snapshot that stands there is replaced in one step", true},
       {"--other-names", "FILE", "Other names as CSV, when they are not in the zip"},
       {"--locations", "FILE", "Other practice locations as CSV, when they are not in the zip"},
       {"--medicare", "FILE",
        "Medicare's Doctors and Clinicians file: schools, years of graduation, addresses"},
       {"--threads", "N", "Threads to work with; as many as there are processors without it"},
       {"--hash-source", "", "Also keep the SHA-256 of the source file; takes another reading of it"},
       {"--json", "", "Write JSON instead of text"}},
      run_registry_build};
}

}  // namespace smm::cli
