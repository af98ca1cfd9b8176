// SPDX-License-Identifier: Apache-2.0
// The order of moves, by the tables of tests/report/moves.
#include "report/rank_moves.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "report/sample_worksheet_test.hpp"

namespace smm::report {
namespace {

using Cells = std::vector<std::string>;

std::string trimmed(std::string cell) {
  cell.erase(0, std::min(cell.find_first_not_of(' '), cell.size()));
  cell.erase(cell.find_last_not_of(' ') + 1);
  return cell;
}

// The rows of the table below `keyword`, without its header.
std::vector<Cells> rows_of_case(const std::string& text, const std::string& keyword) {
  std::istringstream lines(text.substr(text.find("\n" + keyword + "\n") + keyword.size() + 2));
  std::vector<Cells> rows;
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line) && !line.empty()) {
    Cells cells;
    std::istringstream parts(line);
    for (std::string cell; std::getline(parts, cell, '|');) cells.push_back(trimmed(cell));
    rows.push_back(std::move(cells));
  }
  return rows;
}

MoveCandidate candidate_of(const Cells& row) {
  MoveCandidate candidate;
  candidate.priority = row[1] == "yes";
  if (row[2] != "-") candidate.share = std::stoi(row[2]);
  candidate.effort = row[3] == "term" ? instrument::Effort::term : instrument::Effort::year;
  return candidate;
}

void expect_order(const std::string& path) {
  const std::string text = file_text(path);
  const auto rows = rows_of_case(text, "candidates");
  std::vector<MoveCandidate> candidates;
  for (const Cells& row : rows) candidates.push_back(candidate_of(row));
  std::vector<Cells> order;
  for (const std::size_t at : rank_moves(candidates)) order.push_back({rows[at][0]});
  EXPECT_EQ(order, rows_of_case(text, "moves")) << path;
}

TEST(RankMoves, FollowTheCases) {
  int read = 0;
  for (const auto& entry : std::filesystem::directory_iterator("tests/report/moves")) {
    expect_order(entry.path().generic_string());
    ++read;
  }
  EXPECT_GE(read, 2);
}

TEST(RankMoves, MedianOfAnEvenNumberLiesBetween) {
  const auto shown = [](int share) { return MoveCandidate{false, share, instrument::Effort::year}; };
  EXPECT_EQ(median_shown({shown(20), shown(50), {}}), 35);
  EXPECT_EQ(median_shown({{}, {}}), std::nullopt);
}

}  // namespace
}  // namespace smm::report
