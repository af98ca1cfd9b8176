// SPDX-License-Identifier: Apache-2.0
#include "case_run.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>

#include "app/score_answers.hpp"
#include "base/document_reader.hpp"
#include "case_edition.hpp"
#include "exchange/csv.hpp"
#include "files_in_memory.hpp"

namespace smm::test {
namespace {

using scoring::Score;
using scoring::ScoreState;

constexpr const char* answers_path = "answers.csv";
constexpr const char* weights_path = "weights.csv";

using ScoreKey =
    std::tuple<std::string, std::string, std::string, std::string>;  // school, program, level, id
using FoundProblem = std::tuple<std::string, int, std::string>;      // file, line, code

std::string told(const ScoreKey& key) {
  return std::get<0>(key) + " " + std::get<1>(key) + " " + std::get<2>(key) + " " + std::get<3>(key);
}

std::string told(const FoundProblem& problem) {
  return std::get<2>(problem) + " (" + std::get<0>(problem) + " line " +
         std::to_string(std::get<1>(problem)) + ")";
}

struct Outcome {
  std::map<ScoreKey, Score> scores;
  base::Problems problems;
};

Outcome score(const CaseFile& file, const instrument::Edition& edition) {
  std::map<std::string, std::string> texts = {{answers_path, answer_file(file)}};
  app::ScoreRequest request;
  request.answers = answers_path;
  request.levels = {scoring::Level::indicator, scoring::Level::area, scoring::Level::domain,
                    scoring::Level::overall};
  for (const CaseRow& row : file.also_score.rows)
    request.also_score.push_back(file.also_score.cell(row, "id"));
  if (!file.weights.rows.empty()) {
    texts[weights_path] = weight_file(file);
    request.weights = weights_path;
  }
  Outcome outcome;
  const auto use = [&](const scoring::ScoreRow& row) {
    const ScoreKey key{row.school_id, row.programme, to_string(row.level), row.id};
    outcome.scores[key] = row.score;
  };
  auto result = app::score_answers(edition, FilesInMemory(texts), request, use);
  outcome.problems = result ? result->problems : result.problems();
  return outcome;
}

// A number agrees when it rounds to what is written, at the decimals that are written.
bool agrees(const std::string& wanted, double found) {
  const auto number = base::parse_decimal(wanted);
  const std::size_t point = wanted.find('.');
  const double decimals = point == std::string::npos ? 0 : static_cast<double>(wanted.size() - point - 1);
  return number && std::abs(found - *number) <= 0.5 * std::pow(10, -decimals) + 1e-9;
}

// One row of expected scores against what came out.
class RowCheck {
 public:
  RowCheck(const CaseFile& file, const CaseRow& row, std::vector<std::string>& found)
      : file_(file), row_(row), found_(found) {
    const std::string level = cell("level", "area");
    key_ = {cell("school_id", "s"), cell("programme", usual_programme(file)), level,
            cell("id", level == "overall" ? "overall" : "")};
  }

  void against(const std::map<ScoreKey, Score>& scores) const {
    const auto score = scores.find(key_);
    const std::string state = cell("state", "scored");
    if ((score == scores.end()) != (state == "absent"))
      return disagree(score == scores.end() ? "there is no such score" : "there is such a score");
    if (score != scores.end()) check(score->second, state);
  }

 private:
  std::string cell(std::string_view column, std::string_view otherwise = "") const {
    return file_.scores.cell(row_, column, otherwise);
  }

  void check(const Score& score, const std::string& state) const {
    if (to_string(score.state) != state) disagree("the state is " + std::string(to_string(score.state)));
    const bool bounded = score.state != ScoreState::not_applicable;
    check_number("score", score.state == ScoreState::scored ? std::optional(score.score) : std::nullopt);
    check_number("lower", bounded ? std::optional(score.lower) : std::nullopt);
    check_number("upper", bounded ? std::optional(score.upper) : std::nullopt);
    check_number("answered_points", score.answered_points);
    check_number("attainable_points", score.attainable_points);
  }

  // A blank cell is not compared; a lone hyphen means that the file's cell is empty.
  void check_number(std::string_view column, std::optional<double> found) const {
    const std::string wanted = cell(column, "?");
    if (wanted == "?") return;
    const bool alike = wanted.empty() ? !found : found && agrees(wanted, *found);
    if (!alike)
      disagree(std::string(column) + " is " + (found ? std::to_string(*found) : std::string("empty")) +
               ", not " + (wanted.empty() ? "empty" : wanted));
  }

  void disagree(const std::string& how) const {
    found_.push_back(file_.path + ":" + std::to_string(row_.line) + ": " + told(key_) + ": " + how);
  }

  const CaseFile& file_;
  const CaseRow& row_;
  std::vector<std::string>& found_;
  ScoreKey key_;
};

void check_problems(const CaseFile& file, const base::Problems& problems, std::vector<std::string>& found) {
  std::vector<FoundProblem> wanted;
  for (const CaseRow& row : file.problems.rows) {
    const auto line = base::parse_integer(file.problems.cell(row, "line", "0"));
    wanted.emplace_back(file.problems.cell(row, "file", answers_path), static_cast<int>(line.value_or(-1)),
                        file.problems.cell(row, "code"));
  }
  std::vector<FoundProblem> unexpected;
  for (const base::Problem& problem : problems) {
    const FoundProblem one{problem.place.source, problem.place.line, problem.code};
    const auto match = std::find(wanted.begin(), wanted.end(), one);
    if (match == wanted.end()) {
      found.push_back(file.path + ": unexpected problem: " + to_string(problem));
    } else {
      wanted.erase(match);
    }
  }
  for (const FoundProblem& one : wanted) found.push_back(file.path + ": no such problem: " + told(one));
}

}  // namespace

std::string answer_file(const CaseFile& file) {
  std::string text;
  exchange::CsvWriter csv(text);
  csv.row({"school_id", "programme", "item_id", "state", "value", "reason"});
  const CaseTable& table = file.answers;
  for (const CaseRow& row : table.rows) {
    const std::string value = table.cell(row, "value");
    const std::string state = table.cell(row, "state", value.empty() ? "not_answered" : "answered");
    const bool needs_reason =
        state == "not_applicable" || state == "not_permitted" || value.find('!') != std::string::npos;
    csv.row({table.cell(row, "school_id", "s"), table.cell(row, "programme", usual_programme(file)),
             table.cell(row, "item_id"), state, value,
             table.cell(row, "reason", needs_reason ? "State law 1-2" : "")});
  }
  return text;
}

std::string weight_file(const CaseFile& file) {
  std::string text;
  exchange::CsvWriter csv(text);
  csv.row({"level", "id", "weight"});
  for (const CaseRow& row : file.weights.rows) {
    csv.row({file.weights.cell(row, "level", "indicator"), file.weights.cell(row, "id"),
             file.weights.cell(row, "weight")});
  }
  return text;
}

std::vector<std::string> disagreements(const CaseFile& file) {
  std::vector<std::string> found;
  const auto edition = case_edition(file);
  if (!edition) {
    for (const base::Problem& problem : edition.problems()) found.push_back(to_string(problem));
    return found;
  }
  const Outcome outcome = score(file, *edition);
  check_problems(file, outcome.problems, found);
  for (const CaseRow& row : file.scores.rows) RowCheck(file, row, found).against(outcome.scores);
  return found;
}

}  // namespace smm::test
