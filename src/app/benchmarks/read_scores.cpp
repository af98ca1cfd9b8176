// SPDX-License-Identifier: Apache-2.0
#include "app/benchmarks/read_scores.hpp"

#include <map>

#include "base/document_reader.hpp"
#include "benchmark/problems.hpp"
#include "exchange/csv.hpp"
#include "scoring/score_rows.hpp"

namespace smm::app::benchmarks {
namespace {

namespace why = benchmark::problem;
using benchmark::AreaValue;

struct ScoreColumns {
  std::size_t school, programme, level, id, state, score;
  std::optional<std::size_t> lower, upper;
};

std::optional<ScoreColumns> score_columns(exchange::CsvReader& reader) {
  if (!reader.require({"school_id", "programme", "level", "id", "state", "score"})) return std::nullopt;
  return ScoreColumns{*reader.column("school_id"), *reader.column("programme"), *reader.column("level"),
                      *reader.column("id"),        *reader.column("state"),     *reader.column("score"),
                      reader.column("lower"),      reader.column("upper")};
}

class ScoreFileReader {
 public:
  ScoreFileReader(exchange::CsvReader& reader, const benchmark::Outline& outline)
      : reader_(reader), outline_(outline) {}

  base::Result<benchmark::Scores> read() {
    const auto columns = score_columns(reader_);
    exchange::CsvRow row;
    while (columns && reader_.next(row)) add(row, *columns);
    problems_.insert(problems_.end(), reader_.problems().begin(), reader_.problems().end());
    base::sort_problems(problems_);
    if (!problems_.empty()) return problems_;
    benchmark::Scores scores;
    for (auto& [school, sheet] : sheets_) scores.push_back(std::move(sheet));
    return scores;
  }

 private:
  void add(const exchange::CsvRow& row, const ScoreColumns& at) {
    if (row.cells[at.level] != scoring::to_string(scoring::Level::area)) return;
    benchmark::SheetScores& sheet = sheet_of(row.cells[at.school], row.cells[at.programme]);
    const auto area = outline_.area(row.cells[at.id]);
    if (!area)
      return complain(row, why::score_bad_row, "the edition has no area \"" + text(row, at.id) + "\"");
    if (row.cells[at.state] != scoring::to_string(scoring::ScoreState::scored)) return;
    const auto value = value_in(row, at);
    if (!value) return;
    if (sheet.areas[*area])
      return complain(
          row, why::school_duplicate,
          "the area " + text(row, at.id) + " of school \"" + text(row, at.school) + "\" stands twice");
    sheet.areas[*area] = value;
  }

  benchmark::SheetScores& sheet_of(std::string_view school, std::string_view programme) {
    const auto [at, is_new] = sheets_.try_emplace({std::string(school), std::string(programme)});
    if (is_new)
      at->second = {at->first.first, at->first.second,
                    std::vector<std::optional<AreaValue>>(outline_.areas.size())};
    return at->second;
  }

  std::optional<AreaValue> value_in(const exchange::CsvRow& row, const ScoreColumns& at) {
    const auto score = base::parse_decimal(row.cells[at.score]);
    const auto lower = at.lower ? base::parse_decimal(row.cells[*at.lower]) : score;
    const auto upper = at.upper ? base::parse_decimal(row.cells[*at.upper]) : score;
    if (!score || !lower || !upper) {
      complain(row, why::score_bad_row, "the score \"" + text(row, at.score) + "\" or a bound is no number");
      return std::nullopt;
    }
    if (*score < 0 || *score > 100 || *lower < 0 || *upper > 100) {
      complain(row, why::score_out_of_range,
               "the score " + text(row, at.score) + " of school \"" + text(row, at.school) +
                   "\" or a bound is not between 0 and 100");
      return std::nullopt;
    }
    return AreaValue{*score, *lower, *upper};
  }

  static std::string text(const exchange::CsvRow& row, std::size_t column) {
    return std::string(row.cells[column]);
  }

  void complain(const exchange::CsvRow& row, const base::ProblemKind& kind, std::string sentence) {
    problems_.emplace_back(kind, std::move(sentence), reader_.place(row));
  }

  exchange::CsvReader& reader_;
  const benchmark::Outline& outline_;
  std::map<std::pair<std::string, std::string>, benchmark::SheetScores> sheets_;
  base::Problems problems_;
};

}  // namespace

base::Result<benchmark::Scores> read_scores(const Files& files, const std::string& path,
                                            const benchmark::Outline& outline) {
  const auto bytes = files.open(path);
  if (!bytes) return bytes.problems();
  exchange::CsvReader reader(**bytes, path);
  return ScoreFileReader(reader, outline).read();
}

}  // namespace smm::app::benchmarks
