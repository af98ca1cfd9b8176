// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "app/editions.hpp"
#include "app/score_answers.hpp"
#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "report/score_file.hpp"

namespace smm::cli {
namespace {

bool read_levels(const Given& given, app::ScoreRequest& request, std::ostream& err) {
  if (!given.has("--levels")) return true;
  request.levels.clear();
  for (const std::string& word : given.list("--levels")) {
    const auto level = scoring::level_named(word);
    if (!level) {
      err << "smm score: --levels takes indicator, area, domain and overall, not \"" << word << "\"\n";
      return false;
    }
    request.levels.push_back(*level);
  }
  if (request.levels.empty()) err << "smm score: --levels names no level\n";
  return !request.levels.empty();
}

// Collects rows in the format asked for.
class ScoreText {
 public:
  ScoreText(const instrument::Edition& edition, bool as_json) {
    as_json ? void(json_.emplace(text_, edition)) : void(csv_.emplace(text_));
  }
  void add(const scoring::ScoreRow& row) { json_ ? json_->add(row) : csv_->add(row); }
  const std::string& finish() {
    if (json_) json_->finish();
    return text_;
  }

 private:
  std::string text_;
  std::optional<report::ScoreCsv> csv_;
  std::optional<report::ScoreJson> json_;
};

int conclude(const app::ScoreOutcome& outcome, const Given& given, const Surroundings& around,
             ScoreText& text) {
  report_problems(outcome.problems, around.err);
  const std::size_t bad = outcome.bad_rows;
  if (outcome.gave_up) {
    around.err << "Too much of the file is unreadable; nothing was written.\n";
    return problem_with_input;
  }
  if (bad > 0 && !given.has("--skip-bad")) {
    around.err << bad << (bad == 1 ? " bad row" : " bad rows")
               << "; nothing was written. Mend them, or leave them out with --skip-bad.\n";
    return problem_with_input;
  }
  if (outcome.sheets == 0) {
    around.err << "No row is left to score; nothing was written.\n";
    return problem_with_input;
  }
  deliver(given, around, text.finish());
  if (bad > 0) around.err << bad << (bad == 1 ? " bad row was" : " bad rows were") << " left out.\n";
  return done;
}

int run_score(const Given& given, const Surroundings& around) {
  app::ScoreRequest request{given.text("--answers"),
                            given.value("--weights"),
                            {scoring::Level::area, scoring::Level::domain},
                            given.list("--also-score")};
  if (!read_levels(given, request, around.err)) return wrong_usage;
  if (would_overwrite_input(given, around, {"--answers", "--weights"})) return wrong_usage;
  const auto edition = app::open_edition(around.content, around.files, given.text("--edition"));
  if (!edition) return report_problems(edition.problems(), around.err);
  ScoreText text(*edition, given.has("--json"));
  Progress progress(around, "rows read");
  const auto outcome = app::score_answers(
      *edition, around.files, request, [&](const auto& row) { text.add(row); }, progress.counter());
  progress.end();
  if (!outcome) return report_problems(outcome.problems(), around.err);
  return conclude(*outcome, given, around, text);
}

}  // namespace

Command score_command() {
  return {"score",
          "Score a file of answers by area and domain",
          "smm score --edition smm-2026 --answers answers.csv --out scores.csv",
          {},
          {{"--edition", "ID", "Edition that was answered: an id, or a folder named with a /", true},
           {"--answers", "FILE", "Answers as CSV; - reads standard input", true},
           {"--weights", "FILE", "Weight set as CSV (level,id,weight); equal weights without it"},
           {"--levels", "LIST", "indicator, area, domain, overall, joined by commas; area,domain without it"},
           {"--also-score", "LIST", "Ids of items that are scored on request only, joined by commas"},
           {"--out", "FILE", "Write the scores here instead of to standard output"},
           {"--json", "", "Write JSON instead of CSV"},
           {"--skip-bad", "", "Leave bad rows out instead of refusing the file"}},
          run_score};
}

}  // namespace smm::cli
