// SPDX-License-Identifier: Apache-2.0
#include "scoring/judgement_rows.hpp"

#include <algorithm>
#include <optional>

#include "base/document_reader.hpp"
#include "base/problems.hpp"
#include "scoring/problems.hpp"
#include "scoring/weight_columns.hpp"

namespace smm::scoring {
namespace {

// Far beyond Saaty's 1-9; a larger ratio is a slip, and the eigenvector needs some bound. The sliver above
// 1000 lets 0.001 and its inverse both pass.
constexpr double largest_ratio = 1000.000001;

std::vector<std::string_view> judgement_columns(JudgementMethod method) {
  switch (method) {
    case JudgementMethod::budget:
      return {"judge", "group", "parent", "id", "points"};
    case JudgementMethod::ranking:
      return {"judge", "group", "parent", "id", "rank"};
    case JudgementMethod::pairwise:
      return {"judge", "group", "parent", "a", "b", "ratio"};
  }
  SMM_ASSERT(false);
  return {};
}

std::optional<double> judged_points(const std::string& text, const base::Place& place,
                                    base::Problems& problems) {
  const auto points = base::parse_decimal(text);
  if (!points) {
    problems.emplace_back(base::problem::bad_number, "\"points\" takes a number, not \"" + text + "\"",
                          place);
  } else if (*points < 0) {
    problems.emplace_back(problem::judgement_negative_points, "points are zero or more, not " + text, place);
    return std::nullopt;
  }
  return points;
}

std::optional<double> judged_rank(const std::string& text, std::size_t largest, const base::Place& place,
                                  base::Problems& problems) {
  const auto rank = base::parse_integer(text);
  if (rank && *rank >= 1 && static_cast<std::size_t>(*rank) <= largest) return static_cast<double>(*rank);
  problems.emplace_back(
      problem::judgement_bad_rank,
      "a rank here is a whole number from 1 to " + std::to_string(largest) + ", not \"" + text + "\"", place);
  return std::nullopt;
}

// "3", "0.5" or "1/3".
std::optional<double> parse_judged_ratio(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return base::parse_decimal(text);
  const auto above = base::parse_decimal(text.substr(0, slash));
  const auto below = base::parse_decimal(text.substr(slash + 1));
  if (!above || !below || !(*below > 0)) return std::nullopt;
  return *above / *below;
}

std::optional<double> judged_ratio(const std::string& text, const base::Place& place,
                                   base::Problems& problems) {
  const auto ratio = parse_judged_ratio(text);
  if (ratio && *ratio > 0 && *ratio <= largest_ratio && 1 / *ratio <= largest_ratio) return ratio;
  problems.emplace_back(
      problem::judgement_bad_ratio,
      "a ratio is a number such as 3, 0.5 or 1/3, above zero and within 1000 to 1, not \"" + text + "\"",
      place);
  return std::nullopt;
}

class JudgementRows {
 public:
  JudgementRows(const base::Table& table, JudgementMethod method, const std::vector<WeightParent>& parents,
                base::Problems& problems)
      : table_(table), method_(method), parents_(parents), problems_(problems) {}

  std::vector<JudgementRow> read() {
    std::vector<JudgementRow> rows;
    const auto columns = find_columns(table_, judgement_columns(method_), problems_);
    if (!columns) return rows;
    for (const base::TableRow& row : table_.rows) {
      if (!cells_filled(table_, row, *columns, problems_)) continue;
      std::vector<std::string> cells;
      for (const std::size_t column : *columns) cells.push_back(row.cells[column]);
      if (auto read = read_row(cells, table_.place(row))) rows.push_back(std::move(*read));
    }
    return rows;
  }

 private:
  std::optional<JudgementRow> read_row(const std::vector<std::string>& cells, const base::Place& place) {
    const std::string& first = cells[3];
    const std::string& second = method_ == JudgementMethod::pairwise ? cells[4] : cells[3];
    const auto parent = find_parent(cells[2], first, second, place);
    if (!parent) return std::nullopt;
    if (method_ == JudgementMethod::pairwise && first == second) {
      problems_.emplace_back(problem::judgement_self_comparison, "\"" + first + "\" is compared with itself",
                             place);
      return std::nullopt;
    }
    JudgementRow row;
    row.judge = cells[0];
    row.group = cells[1];
    row.parent = *parent;
    row.child = *parents_[*parent].child(first);
    row.other = *parents_[*parent].child(second);
    row.line = place.line;
    const auto value = read_value(cells.back(), *parent, place);
    row.value = value.value_or(1);
    row.sound = value.has_value();
    return row;
  }

  std::optional<std::size_t> find_parent(const std::string& id, const std::string& first,
                                         const std::string& second, const base::Place& place) {
    bool known = false;
    bool has_first = false;
    for (std::size_t i = 0; i < parents_.size(); ++i) {
      if (parents_[i].id != id) continue;
      known = true;
      if (!parents_[i].child(first)) continue;
      has_first = true;
      if (parents_[i].child(second)) return i;
    }
    if (!known) {
      problems_.emplace_back(problem::judgement_unknown_parent,
                             "\"" + id + "\" is neither an area with indicators nor a domain of the edition",
                             place);
    } else {
      problems_.emplace_back(
          problem::judgement_unknown_id,
          "\"" + (has_first ? second : first) + "\" is no indicator or area of \"" + id + "\"", place);
    }
    return std::nullopt;
  }

  std::optional<double> read_value(const std::string& text, std::size_t parent, const base::Place& place) {
    if (method_ == JudgementMethod::budget) return judged_points(text, place, problems_);
    if (method_ == JudgementMethod::pairwise) return judged_ratio(text, place, problems_);
    return judged_rank(text, parents_[parent].children.size(), place, problems_);
  }

  const base::Table& table_;
  JudgementMethod method_;
  const std::vector<WeightParent>& parents_;
  base::Problems& problems_;
};

}  // namespace

std::vector<JudgementRow> read_judgement_rows(const base::Table& table, JudgementMethod method,
                                              const std::vector<WeightParent>& parents,
                                              base::Problems& problems) {
  return JudgementRows(table, method, parents, problems).read();
}

}  // namespace smm::scoring
