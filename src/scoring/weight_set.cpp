// SPDX-License-Identifier: Apache-2.0
#include "scoring/weight_set.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "base/document_reader.hpp"
#include "base/problems.hpp"
#include "scoring/problems.hpp"
#include "scoring/weight_columns.hpp"
#include "scoring/weight_parents.hpp"
#include "stats/proportions.hpp"

namespace smm::scoring {
namespace {

// What the table says of one child.
struct NamedWeight {
  int line = 0;                 // 0: not named
  std::optional<double> value;  // empty when named with a bad number
};

struct NamedParent {
  WeightParent parent;
  std::vector<NamedWeight> weights;  // by child
};

using WeightChildren =
    std::map<std::pair<std::string, std::string>, std::pair<std::size_t, std::size_t>, std::less<>>;

std::vector<NamedParent> unnamed_parents(const instrument::Edition& edition) {
  std::vector<NamedParent> parents;
  for (WeightParent& parent : weight_parents(edition)) {
    const std::size_t size = parent.children.size();
    parents.push_back({std::move(parent), std::vector<NamedWeight>(size)});
  }
  return parents;
}

// (level, id) → parent and child. Ids are unique within a level.
WeightChildren weight_children_by_id(const std::vector<NamedParent>& parents) {
  WeightChildren children;
  for (std::size_t p = 0; p < parents.size(); ++p) {
    const WeightParent& parent = parents[p].parent;
    for (std::size_t c = 0; c < parent.children.size(); ++c) {
      children.emplace(std::pair{std::string(to_string(parent.level)), parent.children[c].id},
                       std::pair{p, c});
    }
  }
  return children;
}

std::optional<double> read_weight(const std::string& text, const base::Place& place,
                                  base::Problems& problems) {
  const auto value = base::parse_decimal(text);
  if (!value) {
    problems.emplace_back(base::problem::bad_number, "\"weight\" takes a number, not \"" + text + "\"",
                          place);
    return std::nullopt;
  }
  if (*value >= 0) return value;
  problems.emplace_back(problem::weight_negative, "a weight is zero or more, not " + text, place);
  return std::nullopt;
}

class WeightRows {
 public:
  WeightRows(const base::Table& table, const instrument::Edition& edition)
      : table_(table), parents_(unnamed_parents(edition)), children_(weight_children_by_id(parents_)) {}

  std::vector<NamedParent> read(base::Problems& problems) {
    constexpr std::array<std::string_view, 3> wanted = {"level", "id", "weight"};
    const auto columns = find_columns(table_, wanted, problems);
    if (!columns) return {};
    for (const base::TableRow& row : table_.rows) {
      if (!cells_filled(table_, row, *columns, problems)) continue;
      read_row(row, *columns, problems);
    }
    return std::move(parents_);
  }

 private:
  void read_row(const base::TableRow& row, const std::vector<std::size_t>& columns,
                base::Problems& problems) {
    const std::string& level = row.cells[columns[0]];
    const std::string& id = row.cells[columns[1]];
    const base::Place place = table_.place(row);
    if (level != to_string(WeightLevel::indicator) && level != to_string(WeightLevel::area)) {
      problems.emplace_back(problem::weight_unknown_level,
                            "level is indicator or area, not \"" + level + "\"", place);
      return;
    }
    const auto found = children_.find(std::pair{level, id});
    if (found == children_.end()) {
      problems.emplace_back(problem::weight_unknown_id, "the edition has no " + level + " \"" + id + "\"",
                            place);
      return;
    }
    NamedWeight& named = parents_[found->second.first].weights[found->second.second];
    if (named.line != 0) {
      problems.emplace_back(
          problem::weight_duplicate,
          level + " \"" + id + "\" already has a weight on line " + std::to_string(named.line), place);
      return;
    }
    named = {row.line, read_weight(row.cells[columns[2]], place, problems)};
  }

  const base::Table& table_;
  std::vector<NamedParent> parents_;
  WeightChildren children_;
};

std::string weight_parent_title(const WeightParent& parent) {
  return (parent.level == WeightLevel::indicator ? "area \"" : "domain \"") + parent.id + "\"";
}

// Line of the first child named, or 0.
int first_weight_line(const NamedParent& named) {
  int line = 0;
  for (const NamedWeight& weight : named.weights) {
    if (weight.line != 0 && (line == 0 || weight.line < line)) line = weight.line;
  }
  return line;
}

std::string missing_weights(const NamedParent& named) {
  std::string missing;
  for (std::size_t i = 0; i < named.weights.size(); ++i) {
    const WeightChild& child = named.parent.children[i];
    if (named.weights[i].line != 0 || child.optional) continue;
    missing += (missing.empty() ? "" : ", ") + child.id;
  }
  return missing;
}

// Whether nothing that is always scored would count. A bad number may have been meant to be positive.
bool all_weights_zero(const NamedParent& named) {
  const auto& children = named.parent.children;
  const bool only_optional =
      std::all_of(children.begin(), children.end(), [](const WeightChild& child) { return child.optional; });
  for (std::size_t i = 0; i < children.size(); ++i) {
    const bool counts = named.weights[i].line != 0 && (only_optional || !children[i].optional);
    if (counts && named.weights[i].value.value_or(1) > 0) return false;
  }
  return true;
}

void check_weights(const NamedParent& named, const std::string& source, base::Problems& problems) {
  const int line = first_weight_line(named);
  if (line == 0) return;
  const base::Place place{source, line, 0};
  if (const std::string missing = missing_weights(named); !missing.empty()) {
    problems.emplace_back(
        problem::weight_parent_incomplete,
        weight_parent_title(named.parent) + " has weights for some of its children but not for " + missing,
        place);
  } else if (all_weights_zero(named)) {
    problems.emplace_back(problem::weight_parent_zero,
                          "all weights of " + weight_parent_title(named.parent) + " are zero", place);
  }
}

// Scales what was named to a mean of 1; what was not (optional indicators) keeps 1.
void apply_weights(const NamedParent& named, std::vector<double>& weights) {
  std::vector<double> values;
  std::vector<std::size_t> positions;
  for (std::size_t i = 0; i < named.weights.size(); ++i) {
    if (named.weights[i].line == 0) continue;
    values.push_back(*named.weights[i].value);
    positions.push_back(named.parent.children[i].position);
  }
  if (values.empty()) return;
  const std::vector<double> scaled = stats::mean_one(values);
  for (std::size_t i = 0; i < values.size(); ++i) weights[positions[i]] = scaled[i];
}

}  // namespace

WeightSet equal_weights(const instrument::Edition& edition) {
  return {std::vector<double>(edition.items.size(), 1.0), std::vector<double>(edition.sections.size(), 1.0)};
}

base::Result<WeightSet> weight_set_from(const base::Table& weights, const instrument::Edition& edition) {
  base::Problems problems;
  const std::vector<NamedParent> parents = WeightRows(weights, edition).read(problems);
  for (const NamedParent& named : parents) check_weights(named, weights.source, problems);
  if (!problems.empty()) {
    base::sort_problems(problems);
    return problems;
  }
  WeightSet set = equal_weights(edition);
  for (const NamedParent& named : parents) {
    apply_weights(named, named.parent.level == WeightLevel::indicator ? set.item : set.area);
  }
  return set;
}

}  // namespace smm::scoring
