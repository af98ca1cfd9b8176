// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include "render/terminal_table.hpp"
#include "report/comparison_file.hpp"
#include "report/comparison_words.hpp"

namespace smm::report {
namespace {

using render::Align;

std::string tenths(const std::optional<double>& value) {
  return value ? fmt::format("{:.1f}", *value) : "";
}

std::string mean_text(const benchmark::ComparedRow& row) {
  if (!row.low || !row.high) return tenths(row.mean);
  return fmt::format("{:.1f} ({:.1f} to {:.1f})", *row.mean, *row.low, *row.high);
}

std::string joined(const std::vector<std::string>& reasons) {
  std::string text;
  for (const std::string& reason : reasons) text += (text.empty() ? "" : " ") + reason;
  return text;
}

std::vector<std::string> cells_of(const benchmark::ComparedRow& row) {
  return {row.id,
          tenths(row.own),
          mean_text(row),
          row.percentile ? word_for(*row.percentile) : "",
          row.peers ? tenths(row.peers->mean) : "",
          row.peers ? fmt::format("{} of {}", row.peers->picks, row.peers->schools_in_blocks) : "",
          tenths(row.distance),
          std::string(row.standing ? word_for(*row.standing) : ""),
          tenths(row.all_participants),
          joined(row.reasons)};
}

std::string table_of(const benchmark::Comparison& comparison) {
  render::TerminalTable table{{{"Id"},
                               {"Own", Align::right},
                               {"Profession (95 %)", Align::right},
                               {"Percentile", Align::right},
                               {"Peers", Align::right},
                               {"Picks of schools", Align::right},
                               {"Distance", Align::right},
                               {"Standing"},
                               {"All", Align::right},
                               {"Withheld"}},
                              {}};
  for (const benchmark::ComparedRow& row : comparison.rows) table.rows.push_back(cells_of(row));
  return render::to_text(table);
}

std::string sentences_of(const benchmark::Comparison& comparison) {
  std::string text;
  for (const benchmark::ComparedRow& row : comparison.rows) {
    if (!row.peers || !text.empty()) continue;
    text = "Peers, as in " + row.id + ": " + behind(*row.peers) + ".\n";
  }
  return text + fmt::format(
                    "From bins {:g} points wide of means over fixed blocks of {} or more schools, at "
                    "least {} of them scored.\n",
                    comparison.width, comparison.k, comparison.fewest_scored);
}

}  // namespace

std::string comparison_text(const PublishedComparisons& comparisons) {
  std::string text;
  for (const auto& published : comparisons) {
    const benchmark::Comparison& comparison = *published;
    text += (text.empty() ? "" : "\n") + comparison.school_id + ", " + comparison.profession + ": " +
            comparison.state + "\n\n" + table_of(comparison) + "\n" + sentences_of(comparison);
  }
  return text;
}

}  // namespace smm::report
