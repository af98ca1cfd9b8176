// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "app/concordances.hpp"
#include "app/editions.hpp"
#include "cli/command.hpp"
#include "cli/edition_overview.hpp"

namespace smm::cli {
namespace {

int report_all(const base::Problems& problems, const std::string& folder, std::ostream& err) {
  report_problems(problems, err);
  err << problems.size() << (problems.size() == 1 ? " problem" : " problems") << " in " << folder << '\n';
  return problem_with_input;
}

void print_overview(const instrument::Edition& edition,
                    const std::vector<instrument::Concordance>& concordances, std::ostream& out) {
  out << edition.id << " " << edition.version << (edition.published ? ", published" : ", draft")
      << ": no problems found\ncontent hash " << edition.hash << '\n';
  for (const auto& concordance : concordances) {
    out << "concordance " << concordance.from << " to " << concordance.to << ": " << concordance.areas.size()
        << " rows of areas, " << concordance.items.size() << " of items\n";
  }
  out << "\nIndicators by area and program\n"
      << area_overview(edition) << "\nExpected load (gathering apart)\n"
      << time_overview(edition, true);
}

int run_instrument_check(const Given& given, const Surroundings& around) {
  const std::string folder = given.text("DIR");
  const auto edition = given.has("--publish") ? app::publish_edition(around.files, folder)
                                              : app::check_edition_folder(around.files, folder);
  if (!edition) return report_all(edition.problems(), folder, around.err);
  const auto concordances = app::check_concordances(around.files, folder, *edition);
  if (!concordances) return report_all(concordances.problems(), folder, around.err);
  print_overview(*edition, *concordances, around.out);
  return done;
}

}  // namespace

Command instrument_check_command() {
  return {
      "instrument check",
      "Check an edition's folder and the concordances beside it; every problem is named with file and line",
      "smm instrument check content/instruments/smm-2026",
      {{"DIR", "Folder of the edition"}},
      {{"--publish", "", "Also seal it: write edition.lock, after which any change is a problem"}},
      run_instrument_check};
}

}  // namespace smm::cli
