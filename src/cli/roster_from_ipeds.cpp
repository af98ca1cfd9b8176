// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <ostream>

#include "app/rosters/candidates.hpp"
#include "cli/command.hpp"
#include "exchange/csv.hpp"

namespace smm::cli {
namespace {

base::Result<base::Table> ipeds_table(const Surroundings& around, const std::string& path) {
  const auto bytes = around.files.read(path);
  if (!bytes) return bytes.problems();
  return exchange::read_table(app::ipeds_text(*bytes), path);
}

base::Result<std::vector<app::Reviewed>> reviewed_list(const Given& given, const Surroundings& around) {
  if (!given.has("--review")) return std::vector<app::Reviewed>();
  const auto table = ipeds_table(around, given.text("--review"));
  if (!table) return table.problems();
  return app::read_reviewed(*table);
}

base::Result<std::vector<app::Candidate>> candidates_in(const Given& given, const Surroundings& around) {
  const auto table = ipeds_table(around, given.text("FILE"));
  if (!table) return table.problems();
  const auto institutions = app::read_institutions(*table);
  if (!institutions) return institutions.problems();
  const auto reviewed = reviewed_list(given, around);
  if (!reviewed) return reviewed.problems();
  return app::candidates_of(*institutions, *reviewed);
}

void tell_candidates(const std::vector<app::Candidate>& candidates, std::ostream& out) {
  const auto assumed = std::ranges::count(candidates, app::CandidateBasis::assumed, &app::Candidate::basis);
  out << "Candidates: " << candidates.size() << " programs, " << assumed
      << " of them assumed by a rule. Read them, strike what is no school of yours, add deans and addresses, "
         "and "
         "import the file.\n";
}

int run_roster_from_ipeds(const Given& given, const Surroundings& around) {
  auto candidates = candidates_in(given, around);
  if (!candidates) return report_problems(candidates.problems(), around.err);
  if (given.has("--reviewed-only"))
    std::erase_if(*candidates, [](const app::Candidate& candidate) {
      return candidate.basis == app::CandidateBasis::assumed;
    });
  around.files.write(given.text("--out"), app::candidates_csv(*candidates));
  tell_candidates(*candidates, around.out);
  return done;
}

}  // namespace

Command roster_from_ipeds_command() {
  return {"roster from-ipeds",
          "List candidates for a roster from the IPEDS file of institutions",
          "smm roster from-ipeds hd2022.csv --review ipeds-reviewed.csv --out roster.csv",
          {{"FILE", "Institutional characteristics (HD) of IPEDS, as published"}},
          {{"--out", "FILE", "Where to write the candidates", true},
           {"--review", "FILE", "Reviewed list, which counts before any rule"},
           {"--reviewed-only", "", "Leave out what only a rule says"}},
          run_roster_from_ipeds};
}

}  // namespace smm::cli
