// SPDX-License-Identifier: Apache-2.0
// A slow, obvious second opinion on the scores of one sheet, written from the rules as they are told in words
// (docs/methods) and not from the program: answers stay text, routes are read from their text, what a weak
// gate closed is found by trying every other answer. Shares nothing with scoring, points or routing but the
// plain struct that an edition is.
#pragma once

#include <map>
#include <set>
#include <string>

#include "instrument/edition.hpp"

namespace smm::test {

struct SaidAnswer {
  std::string state;
  std::string value;
};

// What a school said, by item id; no entry means not answered. Values are valid.
using SaidSheet = std::map<std::string, SaidAnswer>;

struct OracleScore {
  std::string state;
  double score = 0;
  double lower = 0;
  double upper = 0;
  double answered_points = 0;
  double attainable_points = 0;
};

struct OracleRequest {
  std::string programme;
  std::set<std::string> also_score;
  std::map<std::string, double> weights;  // "indicator plan" or "area mission"; 1 where absent
};

// By "level id"; "overall overall" for the overall score.
std::map<std::string, OracleScore> oracle_scores(const instrument::Edition& edition, const SaidSheet& sheet,
                                                 const OracleRequest& request);

}  // namespace smm::test
