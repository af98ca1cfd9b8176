// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include <iostream>
#include <ostream>

#include "app/linking/link_review.hpp"
#include "base/document_reader.hpp"
#include "cli/command.hpp"

namespace smm::cli {
namespace {

using app::linking::ReviewPair;

// Asks about one pair; nothing when the reviewer stops.
std::optional<std::string> ask(const ReviewPair& pair, std::size_t number, std::size_t of, std::istream& in,
                               std::ostream& out) {
  out << fmt::format("\n{} of {}\n  graduate: {}\n  registry: {}\n", number, of, as_line(pair.graduate_facts),
                     as_line(pair.person_facts));
  for (std::string answer;;) {
    out << "the same person? [s]ame, [d]ifferent, [u]nsure, [q]uit: " << std::flush;
    if (!std::getline(in, answer) || answer == "q") return std::nullopt;
    if (answer == "s" || answer == "same") return "same";
    if (answer == "d" || answer == "different") return "different";
    if (answer == "u" || answer == "unsure") return "unsure";
  }
}

int review_in_terminal(const Given& given, const Surroundings& around, const std::vector<ReviewPair>& queue) {
  std::size_t decided = 0;
  for (const ReviewPair& pair : queue) {
    const auto answer = ask(pair, decided + 1, queue.size(), std::cin, around.out);
    if (!answer) break;
    const auto kept = app::linking::keep_decision(around.files, given.text("--decisions"), pair, *answer);
    if (!kept) return report_problems(kept.problems(), around.err);
    ++decided;
  }
  around.err << fmt::format("\n{} decisions kept, {} pairs left.\n", decided, queue.size() - decided);
  return done;
}

int take_queue(const Given& given, const Surroundings& around) {
  const auto taken =
      app::linking::take_decisions(around.files, given.text("--decisions"), given.text("--take"));
  if (!taken) return report_problems(taken.problems(), around.err);
  around.err << fmt::format("{} decisions taken.\n", *taken);
  return done;
}

int run_link_review(const Given& given, const Surroundings& around) {
  if (would_overwrite_input(given, around, {"--roster", "--explain", "--decisions", "--take"}))
    return wrong_usage;
  if (given.has("--take")) return take_queue(given, around);
  for (const char* needed : {"--roster", "--registry", "--explain"}) {
    if (given.has(needed)) continue;
    around.err << "smm link review: " << needed << " is needed\n";
    return wrong_usage;
  }
  const auto most = base::parse_integer(given.text_or("--most", "200"));
  if (!most || *most < 1) {
    around.err << "smm link review: --most takes a whole number from 1\n";
    return wrong_usage;
  }
  const auto queue =
      app::linking::review_queue(around.files, around.registry_files,
                                 {given.text("--roster"), given.text("--registry"), given.text("--explain"),
                                  given.text("--decisions"), static_cast<std::size_t>(*most)});
  if (!queue) return report_problems(queue.problems(), around.err);
  if (!given.has("--out")) return review_in_terminal(given, around, *queue);
  around.files.write(given.text("--out"), app::linking::queue_csv(*queue));
  around.err << fmt::format("{} pairs to review.\n", queue->size());
  return done;
}

int run_link_quality(const Given& given, const Surroundings& around) {
  const auto accept = base::parse_decimal(given.text_or("--accept", "0.9"));
  if (!accept || *accept < 0.5 || *accept > 1) {
    around.err << "smm link quality: --accept takes a probability from 0.5 to 1\n";
    return wrong_usage;
  }
  if (would_overwrite_input(given, around, {"--roster", "--explain", "--decisions"})) return wrong_usage;
  const auto quality = app::linking::quality_of_links(
      around.files, {given.text("--roster"), given.text("--explain"), given.value("--decisions"), *accept});
  if (!quality) return report_problems(quality.problems(), around.err);
  deliver(given, around, app::linking::quality_csv(*quality));
  return done;
}

}  // namespace

Command link_review_command() {
  return {
      "link review",
      "Decide about the pairs of which a linkage is least sure, without seeing its probabilities",
      "smm link review --roster roster.csv --registry registry --explain explain.jsonl --decisions "
      "decisions.csv",
      {},
      {{"--decisions", "FILE", "Decisions are kept here (graduate_id,npi,decision) and not asked again",
        true},
       {"--roster", "FILE", "The roster that was linked"},
       {"--registry", "DIR", "Folder of the registry"},
       {"--explain", "FILE", "What smm link --explain wrote"},
       {"--out", "FILE", "Write the queue here as CSV to be filled in, instead of asking in the terminal"},
       {"--take", "FILE", "Take the decisions of a queue that came back filled in"},
       {"--most", "N", "Pairs to ask about at most; 200 without it"}},
      run_link_review};
}

Command link_quality_command() {
  return {"link quality",
          "Estimate precision and recall of a linkage, with intervals, for all and by group",
          "smm link quality --roster roster.csv --explain explain.jsonl --decisions decisions.csv --out "
          "quality.csv",
          {},
          {{"--roster", "FILE", "The roster that was linked", true},
           {"--explain", "FILE", "What smm link --explain wrote", true},
           {"--decisions", "FILE", "Reviewed pairs, to compare with"},
           {"--accept", "P", "Probability from which a graduate counts as linked; 0.9 without it"},
           {"--out", "FILE", "Write the table here instead of to standard output"}},
          run_link_quality};
}

}  // namespace smm::cli
