// SPDX-License-Identifier: Apache-2.0
// Quantities other than scores (outcome measures) through the same gate: bins of block means over the blocks
// of a frozen release, joined where too few have a value. docs/methods/release.md.
//
// The range is declared beforehand and public; bins are 20 / (fewest scored) percent of it. A value outside
// the range is a problem (quantity_bad_range), a school that the release does not have another
// (school_unknown). A unit's value is the mean of its programs' values. Professions without rows in the
// release have none here. A quantity is published once with a round: publishing it again with other values
// would tell what changed, and it is the caller that has to keep it from being asked twice.
#pragma once

#include <string>
#include <vector>

#include "benchmark/release.hpp"

namespace smm::benchmark {

struct Quantity {
  std::string id;
  double least = 0;
  double most = 100;
};

struct QuantityValue {
  std::string school_id;
  std::string programme;
  double value = 0;
};

struct QuantityRow {
  std::string profession;
  std::string block;  // joined names as in BinRow
  double low = 0;
  double high = 0;
};

struct QuantityTable {
  std::string quantity;
  std::string release;  // hash of the release whose blocks these are
  std::vector<QuantityRow> rows;
};

base::Result<Publishable<QuantityTable>> publish_quantity(const Release& release, const Quantity& quantity,
                                                          const std::vector<QuantityValue>& values);

}  // namespace smm::benchmark
