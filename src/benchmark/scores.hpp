// SPDX-License-Identifier: Apache-2.0
// What schools scored and answered, as freezing takes it in: the only place where scores of several schools
// stand side by side. Nothing in here leaves `freeze`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace smm::benchmark {

// A scored area, 0 to 100. The bounds are the school's own (never released).
struct AreaValue {
  double score = 0;
  double lower = 0;
  double upper = 0;
};

// One school's scores of one program; nothing where an area is not scored.
struct SheetScores {
  std::string school_id;
  std::string programme;
  std::vector<std::optional<AreaValue>> areas;  // by Outline::areas
};

using Scores = std::vector<SheetScores>;

// An item whose answers may be counted: what there is to choose, at most 64 things.
struct CountedItem {
  std::string id;
  std::vector<std::string> options;
  bool exclusive = true;  // each answer is exactly one of the options
};

// Bit i of an answer stands for option i; nothing where the item was not answered.
struct SheetAnswers {
  std::string school_id;
  std::string programme;
  std::vector<std::optional<std::uint64_t>> chosen;  // by ItemAnswers::items
};

struct ItemAnswers {
  std::vector<CountedItem> items;
  std::vector<SheetAnswers> sheets;
};

}  // namespace smm::benchmark
