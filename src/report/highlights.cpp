// SPDX-License-Identifier: Apache-2.0
#include "report/highlights.hpp"

#include <algorithm>
#include <functional>

namespace smm::report {
namespace {

// How far an area goes in the wanted direction; nothing where it does not count.
using Reach = std::function<std::optional<double>(const HighlightedArea&)>;

class Naming {
 public:
  explicit Naming(const std::vector<HighlightedArea>& scored) : scored_(scored), named_(scored.size()) {}

  void name(std::vector<Highlight>& list, HighlightBasis basis, const Reach& reach) {
    while (list.size() < most_highlights) {
      std::optional<std::size_t> best;
      for (std::size_t at = 0; at < scored_.size(); ++at) {
        const auto far = named_[at] ? std::nullopt : reach(scored_[at]);
        if (far && (!best || *far > *reach(scored_[*best]))) best = at;
      }
      if (!best) return;
      named_[*best] = true;
      list.push_back({scored_[*best], basis});
    }
  }

 private:
  const std::vector<HighlightedArea>& scored_;
  std::vector<bool> named_;
};

// Above the mean for a sign of 1, below it for -1.
Reach beside_mean(double sign, double width) {
  return [sign, width](const HighlightedArea& area) -> std::optional<double> {
    if (!area.mean || sign * (area.own - *area.mean) < width) return std::nullopt;
    return sign * (area.own - *area.mean);
  };
}

}  // namespace

Highlights highlights_of(const std::vector<HighlightedArea>& scored, double width) {
  Highlights found;
  Naming naming(scored);
  naming.name(found.strengths, HighlightBasis::beside_profession, beside_mean(1, width));
  naming.name(found.gaps, HighlightBasis::beside_profession, beside_mean(-1, width));
  naming.name(found.strengths, HighlightBasis::own_scores,
              [](const HighlightedArea& area) { return std::optional(area.own); });
  naming.name(found.gaps, HighlightBasis::own_scores, [](const HighlightedArea& area) {
    return area.own < 100 ? std::optional(-area.own) : std::nullopt;
  });
  return found;
}

}  // namespace smm::report
