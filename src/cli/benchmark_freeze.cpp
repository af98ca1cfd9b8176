// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <ostream>
#include <set>

#include "app/benchmarks/benchmark_files.hpp"
#include "base/document_reader.hpp"
#include "cli/command.hpp"

namespace smm::cli {
namespace {

using benchmark::ProfessionRelease;

// "; mission as one block, research withheld, because of earlier releases"
std::string fallen_of(const ProfessionRelease& profession) {
  std::string text;
  for (const auto& area : profession.fallen)
    text += (text.empty() ? "; " : ", ") + area.area +
            (area.to == benchmark::Fallback::one_block ? " as one block" : " withheld");
  return text.empty() ? text : text + ", because of earlier releases";
}

// "medicine: released in 10 blocks of 8 or more, bins 4 points wide"
std::string summary_of(const ProfessionRelease& profession, const benchmark::ReleaseContent& content) {
  std::string text = profession.id + ": " + std::string(benchmark::to_string(profession.state));
  if (profession.table.empty()) return text;
  std::set<std::string> blocks;
  for (const auto& placed : content.frame) {
    const auto programme = content.outline.programme(placed.row.programme);
    const auto at = content.outline.programmes[*programme].profession;
    if (content.outline.professions[at] == profession.id && !placed.block.empty())
      blocks.insert(placed.block);
  }
  const std::string width = std::to_string(static_cast<int>(profession.width));
  return text + ", " + std::to_string(blocks.size()) + (blocks.size() == 1 ? " block" : " blocks") +
         " by k = " + std::to_string(profession.k) + ", bins " + width + " points wide" +
         (profession.spread_of.empty() ? "" : "; spread of an earlier release stands") +
         fallen_of(profession);
}

void tell_frozen(const app::benchmarks::FrozenFiles& frozen, const Surroundings& around) {
  for (const ProfessionRelease& profession : frozen.release->professions)
    around.out << summary_of(profession, *frozen.release) << '\n';
  around.out << "sha256 " << frozen.release->sha256 << '\n';
  around.out << "Keep " << frozen.private_file
             << " for the next freeze. It holds every school's scores: as secret as these.\n";
  for (const std::string& folder : frozen.without_scores)
    around.err
        << "There are no private scores beside " << folder
        << ". All its schools were taken to be scored and to have kept their scores; areas in which that\n"
           "fits nothing have the whole profession as one block.\n";
  if (frozen.unused_sheets > 0)
    around.err << "Not used: scores of " << frozen.unused_sheets
               << " schools or programs that the frame does not mark as having answered.\n";
}

int run_benchmark_freeze(const Given& given, const Surroundings& around) {
  app::benchmarks::FreezeRequest request{given.text("--scores"),
                                         given.text("--schools"),
                                         given.text_or("--edition", "smm-2026"),
                                         given.value("--answers"),
                                         std::nullopt,
                                         given.all("--previous"),
                                         given.text("--out")};
  if (given.has("--k")) {
    const auto k = base::parse_integer(given.text("--k"));
    if (!k || *k < 5 || *k > 100) {
      around.err << "smm benchmark freeze: --k is a whole number from 5 to 100\n";
      return wrong_usage;
    }
    request.k = static_cast<int>(*k);
  }
  const auto frozen = app::benchmarks::freeze_files(around.content, around.files, request);
  if (!frozen) {
    report_problems(frozen.problems(), around.err);
    around.err << "No release was written.\n";
    return problem_with_input;
  }
  tell_frozen(*frozen, around);
  return done;
}

}  // namespace

Command benchmark_freeze_command() {
  return {
      "benchmark freeze",
      "Freeze a round's scores into a release that gives no school away",
      "smm benchmark freeze --scores scores.csv --schools schools.csv --out release-2026",
      {},
      {{"--scores", "FILE", "Scores as CSV, as smm score writes them", true},
       {"--schools", "FILE", "Every school that was asked, as CSV: the frame", true},
       {"--edition", "ID",
        "Edition that was answered: an id, or a folder named with a /; smm-2026 without it"},
       {"--answers", "FILE", "Answers as CSV, for results by item"},
       {"--k", "N", "Least schools in a block, 5 to 100; 8 without it, or 5 where fewer than 40 answered"},
       {"--previous", "DIR", "An earlier release; once for each, oldest first", false, true},
       {"--out", "DIR", "Folder for the release; made whole or not at all, never replaced", true}},
      run_benchmark_freeze};
}

}  // namespace smm::cli
