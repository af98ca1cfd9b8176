// SPDX-License-Identifier: Apache-2.0
#include "app/graduates/review.hpp"

#include "app/graduates/graduate_files.hpp"
#include "app/graduates/overlaid_files.hpp"
#include "app/graduates/problems.hpp"

namespace smm::app {
namespace {

namespace why = graduates_problem;

struct ReviewFiles {
  OverlaidFiles files;
  linking::ReviewRequest request;
};

base::Result<ReviewFiles> files_to_review(Installation& installation, const OutcomeSources& sources,
                                          const Hand& hand) {
  using Memory = std::map<std::string, std::string>;
  if (sources.registry.empty())
    return base::Problem(why::registry_not_set, "This installation has no registry of providers");
  const auto opened = look<Memory>(installation.database, [&](Records& records) -> base::Result<Memory> {
    const auto seals = graduate_seals(installation, records, hand.sheet);
    if (!seals) return seals.problems();
    const auto& school = hand.sheet.school.id;
    const auto roster = open_file(records, *seals, school, roster_file);
    const auto explanations = open_file(records, *seals, school, explanations_file);
    if (!roster || !explanations)
      return base::Problem(why::linkage_missing, "Link the roster first; then there is something to review");
    return Memory{{":roster", roster->text},
                  {":explanations", explanations->text},
                  {":decisions", decisions_csv(records, *seals, school)}};
  });
  if (!opened) return opened.problems();
  return ReviewFiles{OverlaidFiles(sources.files, *opened),
                     {.roster = ":roster",
                      .registry = sources.registry,
                      .explanations = ":explanations",
                      .decisions = ":decisions",
                      .most = SIZE_MAX,
                      .least_doubt = least_doubt_reviewed}};
}

}  // namespace

base::Result<std::size_t> open_pairs(Installation& installation, const OutcomeSources& sources,
                                     const Hand& hand) {
  const auto review = files_to_review(installation, sources, hand);
  if (!review) return review.problems();
  return linking::count_open_pairs(review->files, review->request);
}

base::Result<std::optional<linking::ReviewPair>> next_pair(Installation& installation,
                                                           const OutcomeSources& sources, const Hand& hand) {
  auto review = files_to_review(installation, sources, hand);
  if (!review) return review.problems();
  review->request.most = 1;
  auto queue = linking::review_queue(review->files, sources.registry_files, review->request);
  if (!queue) return queue.problems();
  return queue->empty() ? std::nullopt : std::optional(std::move(queue->front()));
}

base::Result<linking::ReviewPair> pair_at(Installation& installation, const OutcomeSources& sources,
                                          const Hand& hand, std::size_t number) {
  const auto review = files_to_review(installation, sources, hand);
  if (!review) return review.problems();
  return linking::review_pair(review->files, sources.registry_files, review->request, number);
}

base::Result<bool> decide_pair(Installation& installation, const OutcomeSources& sources, const Hand& hand,
                               std::size_t number, const std::string& npi, const std::string& decision) {
  const auto pair = pair_at(installation, sources, hand, number);
  if (!pair) return pair.problems();
  const bool known = decision == "same" || decision == "different" || decision == "unsure";
  if (!known || pair->npi != npi)
    return base::Problem(why::decision_unknown,
                         known ? "The roster was linked anew since this page was opened; open it again"
                               : "Choose one of the three answers");
  return change<bool>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<bool>> {
        const auto seals = graduate_seals(installation, records, hand.sheet);
        if (!seals) return seals.problems();
        keep_decision(installation, records, *seals, hand, {pair->graduate_id, pair->npi, decision}, now);
        return Change<bool>(true, told_by(hand, "graduates.review", ""));
      });
}

}  // namespace smm::app
