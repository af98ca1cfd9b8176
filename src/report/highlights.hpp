// SPDX-License-Identifier: Apache-2.0
// Three strengths and three gaps of a school among its areas. docs/methods/strengths-and-gaps.md.
//
// A strength is an area whose own score is at least a bin's width above the profession's released mean, a gap
// one that is as much below it; those that are farthest from it come first, then the order of the edition.
// Where there are fewer than three of them, areas with the highest own scores are named as well, and those
// with the lowest (under 100): these say nothing about others. No area is named twice.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace smm::report {

inline constexpr std::size_t most_highlights = 3;

struct HighlightedArea {
  std::string area;  // id
  double own = 0;
  std::optional<double> mean;  // of the profession
};

enum class HighlightBasis { beside_profession, own_scores };

struct Highlight {
  HighlightedArea area;
  HighlightBasis basis = HighlightBasis::beside_profession;
};

struct Highlights {
  std::vector<Highlight> strengths;
  std::vector<Highlight> gaps;
};

// `scored`: the scored areas in the edition's order; `width`: of the release's bins.
Highlights highlights_of(const std::vector<HighlightedArea>& scored, double width);

}  // namespace smm::report
