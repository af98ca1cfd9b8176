// SPDX-License-Identifier: Apache-2.0
#include "report/score_file.hpp"

#include <charconv>
#include <cmath>
#include <cstdint>

#include "base/assert.hpp"

namespace smm::report {

using scoring::Score;
using scoring::ScoreRow;
using scoring::ScoreState;

namespace {

void append_digits(std::string& out, std::uint64_t number, int width) {
  char digits[20];
  int at = sizeof digits;
  for (; number > 0 || width > 0; number /= 10, --width) digits[--at] = static_cast<char>('0' + number % 10);
  out.append(digits + at, digits + sizeof digits);
}

// Whether value * 10,000 lies so clearly on one side of a half that rounding it cannot err.
bool rounds_clearly(double value, double fraction) {
  return value >= 0 && value < 1e9 && std::abs(fraction - 0.5) > 1e-4;
}

}  // namespace

void append_fixed4(std::string& out, double value) {
  const double scaled = value * 1e4;
  const double below = std::floor(scaled);
  if (rounds_clearly(value, scaled - below)) {
    const auto number = static_cast<std::uint64_t>(below) + (scaled - below > 0.5 ? 1 : 0);
    append_digits(out, number / 10000, 1);
    out += '.';
    append_digits(out, number % 10000, 4);
    return;
  }
  char digits[400];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, 4);
  SMM_ASSERT(error == std::errc() && std::isfinite(value));
  out.append(digits, end);
}

namespace {

// School ids are free text; everything else is made of letters that need no quotes.
void append_cell(std::string& out, std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) out.append(c == '"' ? 2 : 1, c);
  out += '"';
}

}  // namespace

ScoreCsv::ScoreCsv(std::string& out) : out_(out) {
  out_ += "school_id,programme,level,id,state,score,lower,upper,answered_points,attainable_points\n";
}

void ScoreCsv::add(const ScoreRow& row) {
  append_cell(out_, row.school_id);
  for (const std::string_view word :
       {row.programme, to_string(row.level), row.id, to_string(row.score.state)}) {
    out_ += ',';
    out_ += word;
  }
  const bool bounded = row.score.state != ScoreState::not_applicable;
  out_ += ',';
  if (row.score.state == ScoreState::scored) append_fixed4(out_, row.score.score);
  for (const double bound : {row.score.lower, row.score.upper}) {
    out_ += ',';
    if (bounded) append_fixed4(out_, bound);
  }
  for (const double points : {row.score.answered_points, row.score.attainable_points}) {
    out_ += ',';
    append_fixed4(out_, points);
  }
  out_ += '\n';
}

ScoreJson::ScoreJson(std::string& out, const instrument::Edition& edition) : json_(out) {
  json_.begin_object().key("edition").text(edition.id).key("edition_version").text(edition.version);
  json_.key("edition_hash").text(edition.hash).key("scores").begin_array();
}

void ScoreJson::add(const ScoreRow& row) {
  const Score& score = row.score;
  json_.begin_object().key("school_id").text(row.school_id).key("programme").text(row.programme);
  json_.key("level")
      .text(to_string(row.level))
      .key("id")
      .text(row.id)
      .key("state")
      .text(to_string(score.state));
  json_.key("score");
  score.state == ScoreState::scored ? json_.fixed(score.score, 4) : json_.null();
  const bool bounded = score.state != ScoreState::not_applicable;
  json_.key("lower");
  bounded ? json_.fixed(score.lower, 4) : json_.null();
  json_.key("upper");
  bounded ? json_.fixed(score.upper, 4) : json_.null();
  json_.key("answered_points").fixed(score.answered_points, 4);
  json_.key("attainable_points").fixed(score.attainable_points, 4).end_object();
}

void ScoreJson::finish() {
  json_.end_array().end_object();
  json_.finish();
}

}  // namespace smm::report
