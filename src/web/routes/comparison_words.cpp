// SPDX-License-Identifier: Apache-2.0
#include "web/routes/comparison_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace smm::web {
namespace {

template <class Named>
std::string label_among(const std::vector<Named>& all, const std::string& id) {
  const auto found = std::ranges::find(all, id, &Named::id);
  return found == all.end() ? id : found->label;
}

}  // namespace

std::string label_of_level(const render::Texts& texts, const instrument::Edition& edition,
                           benchmark::NormLevel level, const std::string& id) {
  switch (level) {
    case benchmark::NormLevel::area:
      return label_among(edition.sections, id);
    case benchmark::NormLevel::domain:
      return label_among(edition.domains, id);
    case benchmark::NormLevel::overall:
      break;
  }
  return texts("comparison.overall");
}

std::string label_of_profession(const instrument::Edition& edition, const std::string& id) {
  return label_among(edition.professions, id);
}

std::string shown_points(double points) {
  std::string text = fmt::format("{:.1f}", points);
  if (text.ends_with(".0")) text.erase(text.size() - 2);
  return text == "-0" ? "0" : text;
}

std::string mean_words(const render::Texts& texts, const benchmark::ComparedRow& row) {
  if (!row.mean) return "";
  if (!row.low || !row.high) return shown_points(*row.mean);
  return texts("comparison.mean", {{"mean", shown_points(*row.mean)},
                                   {"low", shown_points(*row.low)},
                                   {"high", shown_points(*row.high)}});
}

std::string band_words(const render::Texts& texts, const benchmark::ComparedRow& row) {
  if (!row.percentile) return "";
  return texts("comparison.band", {{"above", std::to_string(row.percentile->above)},
                                   {"below", std::to_string(row.percentile->below)}});
}

std::string standing_words(const render::Texts& texts, const benchmark::ComparedRow& row) {
  if (!row.standing) return "";
  switch (*row.standing) {
    case benchmark::Standing::above:
      return texts("comparison.standing.above");
    case benchmark::Standing::similar:
      return texts("comparison.standing.similar");
    case benchmark::Standing::below:
      return texts("comparison.standing.below");
  }
  return "";
}

std::string reason_words(const render::Texts& texts, const benchmark::ComparedRow& row) {
  std::string words;
  for (const std::string& reason : row.reasons)
    words += (words.empty() ? "" : " ") + texts("comparison.reason." + reason);
  return words;
}

std::string peers_words(const render::Texts& texts, const benchmark::PeerMean& peers) {
  return texts("comparison.behind", {{"picks", std::to_string(peers.picks)},
                                     {"schools", std::to_string(peers.schools_in_blocks)}});
}

std::string promise_words(const render::Texts& texts, const benchmark::Comparison& compared) {
  return texts("comparison.promise", {{"width", shown_points(compared.width)},
                                      {"k", std::to_string(compared.k)},
                                      {"scored", std::to_string(compared.fewest_scored)}});
}

}  // namespace smm::web
