// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "app/placing/reference_folder.hpp"
#include "cli/command.hpp"
#include "cli/reference_words.hpp"

namespace smm::cli {
namespace {

void tell_imported(const app::placing::ImportedReference& imported, const Given& given,
                   const Surroundings& around) {
  report_problems(imported.left_out, around.err);
  if (given.has("--json")) {
    std::string text;
    exchange::JsonWriter json(text);
    json.begin_object().key("path").text(imported.path).key("was_there").flag(imported.was_there);
    write_list(json, imported.list);
    json.end_object().finish();
    around.out << text;
  } else {
    around.out << list_lines(imported.list)
               << (imported.was_there ? "already there         " : "written               ") << "  "
               << imported.path << "\n";
  }
}

int run_reference_import(const Given& given, const Surroundings& around) {
  app::placing::ImportReferenceRequest request;
  const auto kind = read_list_kind(given, around);
  const auto day = read_day(given, "--as-of", around);
  if (!kind || !day) return wrong_usage;
  request.kind = *kind;
  request.as_of = *day;
  request.file = given.text("FILE");
  request.folder = given.text("--reference");
  request.replace = given.has("--replace");
  const auto imported = app::placing::import_reference(around.files, request);
  if (!imported) return report_problems(imported.problems(), around.err);
  tell_imported(*imported, given, around);
  return done;
}

}  // namespace

Command reference_import_command() {
  return {
      "reference import",
      "Keep a published list of shortage areas, crosswalks or codes as a dated, hashed snapshot",
      "smm reference import --kind hpsa BCD_HPSA_FCT_DET_PC.csv --as-of 2026-04-30 --reference reference",
      {{"FILE", "The list as published, as CSV"}},
      {{"--kind", "KIND",
        "hpsa, hpsa-find, mua, ruca-zip, ruca-tract, zip-county, zip-tract, tract-geocode, state-shares or "
        "taxonomy-set",
        true},
       {"--as-of", "DATE", "The day the list speaks of: YYYY-MM-DD", true},
       {"--reference", "DIR", "Folder of reference lists; created when missing", true},
       {"--replace", "", "Replace another list of the same kind and day"},
       {"--json", "", "Write JSON instead of text"}},
      run_reference_import};
}

}  // namespace smm::cli
