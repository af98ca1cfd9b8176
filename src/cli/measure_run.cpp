// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <ostream>
#include <thread>

#include "app/measuring/run_measures.hpp"
#include "base/document_reader.hpp"
#include "cli/command.hpp"
#include "cli/reference_words.hpp"
#include "outcomes/measure/fhir.hpp"

namespace smm::cli {
namespace {

using app::measuring::MeasuredCohort;
using app::measuring::MeasureRequest;

// Which addresses count, and whose shortage areas.
bool read_places(const Given& given, const Surroundings& around, MeasureRequest& request) {
  const auto rule = outcomes::place::address_rule(given.text_or("--address-rule", "practice-first"));
  const auto discipline = outcomes::reference::discipline(given.text_or("--discipline", "primary-care"));
  if (!rule) around.err << "smm: --address-rule takes latest, practice-first or all\n";
  if (!discipline) around.err << "smm: --discipline takes primary-care, dental or mental\n";
  if (!rule || !discipline) return false;
  request.rule = *rule;
  request.discipline = *discipline;
  return true;
}

std::optional<MeasureRequest> read_measure_request(const Given& given, const Surroundings& around) {
  MeasureRequest request;
  const auto day = read_day(given, "--as-of", around);
  if (!day || !read_places(given, around, request)) return std::nullopt;
  const auto seed = base::parse_integer(given.text_or("--seed", "1"));
  const auto threads = base::parse_integer(
      given.text_or("--threads", std::to_string(std::max(1u, std::thread::hardware_concurrency()))));
  if (!seed || *seed < 0 || !threads || *threads < 1 || *threads > 256) {
    around.err << "smm measure run: --seed is a whole number from 0, --threads one from 1 to 256\n";
    return std::nullopt;
  }
  request.measures = given.list("--measure");
  if (request.measures == std::vector<std::string>{"all"}) request.measures.clear();
  request.cohort = given.text("--cohort");
  request.schools = given.value("--schools");
  request.links = given.value("--links");
  request.draws = given.value("--draws");
  request.registry = given.value("--registry");
  request.reference = given.value("--reference");
  request.shares = given.value("--shares");
  request.folder = given.value("--measures");
  request.as_of = *day;
  request.by = given.list("--by");
  request.seed = static_cast<std::uint64_t>(*seed);
  request.threads = static_cast<unsigned>(*threads);
  return request;
}

int run_measure_run(const Given& given, const Surroundings& around) {
  const auto request = read_measure_request(given, around);
  if (!request ||
      would_overwrite_input(given, around, {"--cohort", "--schools", "--links", "--draws", "--shares"}))
    return wrong_usage;
  const auto measured =
      app::measuring::run_measures(around.files, around.content, around.registry_files, *request);
  if (!measured) return report_problems(measured.problems(), around.err);
  deliver(given, around,
          outcomes::measure::results_csv(measured->rows, measured->catalogue, measured->snapshots));
  if (given.has("--fhir"))
    around.files.write(given.text("--fhir"),
                       outcomes::measure::fhir_bundle(measured->measures, measured->rows, measured->catalogue,
                                                      request->as_of, measured->snapshots));
  for (const auto& note : measured->notes)
    around.err << "Note" << (note.measure.empty() ? "" : " on " + note.measure) << ": " << note.sentence
               << ".\n";
  return done;
}

}  // namespace

Command measure_run_command() {
  return {"measure run",
          "Run measures over a cohort",
          "smm measure run --measure SM-017,SM-018 --cohort cohort.csv --links links.csv --registry registry "
          "--reference reference --as-of 2026-11-22 --out results.csv",
          {},
          {{"--measure", "ID...", "Ids of measures, joined by commas, or all", true},
           {"--cohort", "FILE", "One row per person as CSV: graduate_id,school_id and more by header", true},
           {"--as-of", "DATE", "The day of measuring: lists in force on it, no date after it", true},
           {"--links", "FILE", "Who is who in the registry (smm link): graduate_id,state,npi,probability"},
           {"--registry", "DIR", "Folder of the registry (smm registry build)"},
           {"--reference", "DIR", "Folder of reference lists (smm reference import)"},
           {"--draws", "FILE", "Draws of the linkage (smm link --draws-out), for intervals by Rubin's rules"},
           {"--schools", "FILE", "Schools as CSV: school_id,control,state, for SM-004 and SM-023"},
           {"--shares", "FILE", "Population shares as CSV: state,urm_percent; those that ship without it"},
           {"--address-rule", "RULE",
            "Which of a person's addresses counts: practice-first, latest or all; practice-first without it"},
           {"--discipline", "WORD",
            "Whose shortage areas: primary-care, dental or mental; primary-care without it"},
           {"--by", "LIST", "Also part results by these columns, such as sex,programme"},
           {"--measures", "DIR", "Take measures from this folder instead of those that ship"},
           {"--out", "FILE", "Write the results here instead of to standard output"},
           {"--fhir", "FILE", "Also write a FHIR R4 Bundle of Measures and MeasureReports here"},
           {"--seed", "N", "Seed of the composite's band; 1 without it"},
           {"--threads", "N", "Threads to use; all processors without it. The result is the same"}},
          run_measure_run};
}

}  // namespace smm::cli
