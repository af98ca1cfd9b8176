// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "app/editions.hpp"
#include "cli/command.hpp"
#include "cli/edition_overview.hpp"

namespace smm::cli {
namespace {

int run_instrument_check(const Given& given, const Surroundings& around) {
  const std::string folder = given.text("DIR");
  const auto edition = given.has("--publish") ? app::publish_edition(around.files, folder)
                                              : app::check_edition_folder(around.files, folder);
  if (!edition) {
    report_problems(edition.problems(), around.err);
    const std::size_t count = edition.problems().size();
    around.err << count << (count == 1 ? " problem" : " problems") << " in " << folder << '\n';
    return problem_with_input;
  }
  around.out << edition->id << " " << edition->version << (edition->published ? ", published" : ", draft")
             << ": no problems found\ncontent hash " << edition->hash
             << "\n\nIndicators by area and program\n"
             << area_overview(*edition) << "\nExpected load (gathering apart)\n"
             << time_overview(*edition, true);
  return done;
}

}  // namespace

Command instrument_check_command() {
  return {"instrument check",
          "Check an edition's folder; every problem is named with file and line",
          "smm instrument check content/instruments/smm-2026",
          {{"DIR", "Folder of the edition"}},
          {{"--publish", "", "Also seal it: write edition.lock, after which any change is a problem"}},
          run_instrument_check};
}

}  // namespace smm::cli
