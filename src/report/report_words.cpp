// SPDX-License-Identifier: Apache-2.0
#include "report/report_words.hpp"

#include "report/comparison_words.hpp"
#include "report/pictures.hpp"
#include "report/points_words.hpp"

namespace smm::report {

using render::Texts;
using scoring::Score;
using scoring::ScoreState;

std::string points_text(double points) {
  return std::to_string(whole_points(points));
}

std::string own_words(const Score& own, const Texts& texts) {
  if (own.state == ScoreState::scored) return points_text(own.score);
  return texts("scores.state." + std::string(to_string(own.state)));
}

std::string bounds_words(const Score& own, const Texts& texts) {
  if (own.state == ScoreState::not_applicable) return "";
  const std::string lower = points_text(own.lower);
  const std::string upper = points_text(own.upper);
  if (lower == upper) return texts("report.complete");
  return texts("report.between", {{"lower", lower}, {"upper", upper}});
}

std::string mean_words(const ReportStanding& standing) {
  return standing.beside && standing.beside->mean ? points_text(*standing.beside->mean) : "";
}

std::string interval_words(const ReportStanding& standing, const Texts& texts) {
  if (!standing.beside || !standing.beside->low || !standing.beside->high) return "";
  return texts("report.between", {{"lower", points_text(*standing.beside->low)},
                                  {"upper", points_text(*standing.beside->high)}});
}

std::string band_words(const ReportStanding& standing, const Texts& texts) {
  if (!standing.beside || !standing.beside->percentile) return "";
  const benchmark::PercentileBand& band = *standing.beside->percentile;
  const std::string above = std::to_string(band.above);
  const std::string below = std::to_string(band.below);
  if (band.above == 0) return texts("report.band.under", {{"below", below}});
  if (band.below == 100) return texts("report.band.over", {{"above", above}});
  return texts("report.band.between", {{"above", above}, {"below", below}});
}

std::string peers_words(const ReportStanding& standing) {
  return standing.beside && standing.beside->peers ? points_text(standing.beside->peers->mean) : "";
}

std::string standing_words(const ReportStanding& standing, const Texts& texts) {
  if (!standing.beside || !standing.beside->standing) return "";
  return texts("comparison.standing." + std::string(word_for(*standing.beside->standing)));
}

std::string reasons_words(const ReportStanding& standing, const Texts& texts) {
  std::string words;
  if (!standing.beside) return words;
  for (const std::string& reason : standing.beside->reasons)
    words += (words.empty() ? "" : " ") + texts("comparison.reason." + reason);
  return words;
}

std::string quarter_words(const std::optional<int>& quarter, const Texts& texts) {
  return texts("report.legacy." + (quarter ? "quarter_" + std::to_string(*quarter) : "quarter_none"));
}

std::string stars_shown(const std::optional<int>& quarter) {
  std::string stars;
  for (int star = 1; quarter && star <= 4; ++star) stars += star <= *quarter ? "★" : "☆";
  return stars;
}

std::string highlight_words(const Highlight& highlight, bool strength, const Texts& texts) {
  const std::string own = points_text(highlight.area.own);
  if (highlight.basis == HighlightBasis::beside_profession)
    return texts("report.above_mean", {{"own", own}, {"mean", points_text(*highlight.area.mean)}});
  return texts(strength ? "report.own_highest" : "report.own_lowest", {{"own", own}});
}

std::string share_words(const std::optional<int>& share, const Texts& texts) {
  if (!share) return texts("report.move_share_none");
  return texts("report.move_share_words", {{"share", std::to_string(*share)}});
}

std::string promise_words(const ReportNotes& notes, const Texts& texts) {
  return texts("comparison.promise", {{"width", plain_number(notes.width)},
                                      {"k", std::to_string(notes.k)},
                                      {"scored", std::to_string(notes.fewest_scored)}});
}

std::string labels_words(const std::vector<std::string>& labels) {
  std::string words;
  for (const std::string& label : labels) words += (words.empty() ? "" : ", ") + label;
  return words;
}

std::string programmes_words(const SchoolReport& report) {
  return labels_words(report.programmes);
}

}  // namespace smm::report
