// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "instrument/concordance_checks.hpp"
#include "instrument/problems.hpp"

namespace smm::instrument {
namespace {

using base::Problems;

// How many ids a word takes on either side.
struct RowShape {
  std::size_t least_from, most_from, least_to, most_to;
  std::string_view said;
};

RowShape shape_of(Change change) {
  constexpr std::size_t any = static_cast<std::size_t>(-1);
  switch (change) {
    case Change::split:
      return {1, 1, 2, any, "one id in \"from\" and two or more in \"to\""};
    case Change::merged:
      return {2, any, 1, 1, "two or more ids in \"from\" and one in \"to\""};
    case Change::dropped:
      return {1, any, 0, 0, "one or more ids in \"from\" and none in \"to\""};
    case Change::added:
      return {0, 0, 1, any, "no id in \"from\" and one or more in \"to\""};
    default:
      return {1, 1, 1, 1, "one id in \"from\" and one in \"to\""};
  }
}

void check_shape(std::string_view what, const ConcordanceRow& row, Problems& problems) {
  const std::string word(to_string(row.change));
  if (what == "area" && row.change == Change::recoded) {
    problems.emplace_back(problem::concordance_shape, "an area cannot be recoded; that word is for items",
                          row.place);
    return;
  }
  const RowShape shape = shape_of(row.change);
  const bool fits = row.from.size() >= shape.least_from && row.from.size() <= shape.most_from &&
                    row.to.size() >= shape.least_to && row.to.size() <= shape.most_to;
  if (fits) return;
  problems.emplace_back(problem::concordance_shape, "\"" + word + "\" takes " + std::string(shape.said),
                        row.place);
}

void check_recoding_stands(const ConcordanceRow& row, Problems& problems) {
  const bool mapped = !row.map.empty();
  const bool multiplied = row.factor.has_value();
  if (row.change == Change::recoded && mapped == multiplied) {
    problems.emplace_back(problem::recode_misfit, "a recoded item needs either a \"map\" or a \"factor\"",
                          row.place);
  } else if (row.change != Change::recoded && (mapped || multiplied)) {
    problems.emplace_back(problem::recode_misfit, "only a recoded item takes a \"map\" or a \"factor\"",
                          row.place);
  }
}

using RowIds = std::vector<std::string> ConcordanceRow::*;

void check_side_ids(const ConcordanceTable& table, RowIds ids, const std::vector<std::string>& known,
                    std::string_view side, Problems& problems) {
  const std::set<std::string_view> exist(known.begin(), known.end());
  std::set<std::string_view> seen;
  const std::string what(table.what);
  for (const ConcordanceRow& row : table.rows) {
    for (const std::string& id : row.*ids) {
      if (!exist.contains(id)) {
        problems.emplace_back(problem::unknown_id,
                              "the " + std::string(side) + " side has no " + what + " \"" + id + "\"",
                              row.place);
      } else if (!seen.insert(id).second) {
        problems.emplace_back(
            problem::concordance_repeated,
            "the " + what + " \"" + id + "\" of the " + std::string(side) + " side stands here again",
            row.place);
      }
    }
  }
}

// One sentence for all ids of a side that are missing: a new file lacks many.
void check_side_complete(const ConcordanceTable& table, RowIds ids, const std::vector<std::string>& known,
                         std::string_view side, Problems& problems) {
  std::set<std::string_view> seen;
  for (const ConcordanceRow& row : table.rows) seen.insert((row.*ids).begin(), (row.*ids).end());
  std::string missing;
  for (const std::string& id : known) {
    if (!seen.contains(id)) missing += (missing.empty() ? "" : ", ") + id;
  }
  if (missing.empty()) return;
  problems.emplace_back(
      problem::concordance_incomplete,
      "of the " + std::string(side) + " side, no row names the " + std::string(table.what) + "s: " + missing,
      table.place);
}

}  // namespace

void check_row_shapes(std::string_view what, const std::vector<ConcordanceRow>& rows, Problems& problems) {
  for (const ConcordanceRow& row : rows) {
    check_shape(what, row, problems);
    check_recoding_stands(row, problems);
    if (row.change != Change::same && row.note.empty()) {
      problems.emplace_back(
          problem::concordance_note_missing,
          "a row that says \"" + std::string(to_string(row.change)) + "\" needs a note that says how",
          row.place);
    }
  }
}

void check_row_ids(const ConcordanceTable& table, Problems& problems) {
  if (table.older != nullptr) {
    check_side_ids(table, &ConcordanceRow::from, *table.older, "older", problems);
  }
  if (table.newer != nullptr) check_side_ids(table, &ConcordanceRow::to, *table.newer, "newer", problems);
}

void check_completeness(const ConcordanceTable& table, Problems& problems) {
  if (table.older != nullptr) {
    check_side_complete(table, &ConcordanceRow::from, *table.older, "older", problems);
  }
  if (table.newer != nullptr) {
    check_side_complete(table, &ConcordanceRow::to, *table.newer, "newer", problems);
  }
}

}  // namespace smm::instrument
