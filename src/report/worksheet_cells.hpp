// SPDX-License-Identifier: Apache-2.0
// One answer spread over the cells of a worksheet, and read from them again: what a workbook is filled with,
// what a paper form has boxes for. Neutral: ids and numbers, no labels.
//
// `parts` by name, those without a mark left out:
//   ""                          yes/no, one of, phase: the option's id; count, money, date, text, evidence
//   option                      any_of: "yes" or "not_permitted"
//   topic@year                  year_grid: likewise
//   none                        "yes": no option and no box applies
//   n, d, percent               share and ratio
//   own.n ... comparator.percent   two shares
//
// A worksheet has no cell for single options of a one_of that are not permitted; they are handed through as
// `barred`. Numbers are written without leading zeros, texts without carriage returns, and both are cut at
// what a cell of a workbook holds: so canonical() of an answer is what an untouched worksheet gives back.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "report/worksheet.hpp"

namespace smm::report {

struct AnswerCells {
  std::string state;  // id; empty for an answer, and where nothing was said
  std::string reason;
  std::map<std::string, std::string> parts;

  friend bool operator==(const AnswerCells&, const AnswerCells&) = default;
};

// What somebody wrote, not yet looked at: maybe no state, or a value that cannot be read.
struct TypedAnswer {
  std::string state;
  std::string value;
  std::string reason;

  friend bool operator==(const TypedAnswer&, const TypedAnswer&) = default;
};

AnswerCells cells_of(const instrument::Item& item, const EnteredAnswer& answer);

// All cells empty: not answered. A reason alone is an answer without a value, which cannot be read.
TypedAnswer answer_in(const instrument::Item& item, int years, const AnswerCells& cells,
                      const std::vector<std::string>& barred = {});

TypedAnswer canonical(const instrument::Item& item, int years, const EnteredAnswer& answer);

// Options of a one_of that the answer marks as not permitted.
std::vector<std::string> barred_beside(const instrument::Item& item, const EnteredAnswer& answer);

// Without what people write around digits: spaces, commas, a dollar or a percent sign.
std::string bare_number(std::string_view typed);

}  // namespace smm::report
