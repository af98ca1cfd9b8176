// SPDX-License-Identifier: Apache-2.0
// Scores as files that programs read: CSV (docs/reference/files.md) and JSON with the same fields.
#pragma once

#include <string>
#include <string_view>

#include "exchange/json.hpp"
#include "scoring/score_rows.hpp"

namespace smm::report {

// Appends `value` with four decimals, rounded to nearest as printf does; value is finite.
void append_fixed4(std::string& out, double value);

// The header line, then one line per row. Score is empty unless scored; bounds are empty when nothing
// applies.
class ScoreCsv {
 public:
  explicit ScoreCsv(std::string& out);
  void add(const scoring::ScoreRow& row);

 private:
  std::string& out_;
};

// An object with the edition and a list `scores`.
class ScoreJson {
 public:
  ScoreJson(std::string& out, const instrument::Edition& edition);
  void add(const scoring::ScoreRow& row);
  void finish();

 private:
  exchange::JsonWriter json_;
};

}  // namespace smm::report
