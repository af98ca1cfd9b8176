// SPDX-License-Identifier: Apache-2.0
// The rows of a release as cells of text, and back: release.json and the CSV files print the same cells.
// Internal to benchmark.
#pragma once

#include "benchmark/release.hpp"

namespace smm::benchmark {

using Cells = std::vector<std::string>;

// The shortest text that reads back as the same number.
std::string number_text(double value);

Cells cells_of(const PlacedRow& row);
Cells cells_of(const BinRow& row);
Cells cells_of(const FallenArea& row);
Cells cells_of(const NormRow& row);
Cells cells_of(const SpreadRow& row);
Cells cells_of(const ItemRow& row);

// False when the cells are no such row.
bool read_cells(const Cells& cells, PlacedRow& row);
bool read_cells(const Cells& cells, BinRow& row);
bool read_cells(const Cells& cells, FallenArea& row);
bool read_cells(const Cells& cells, NormRow& row);
bool read_cells(const Cells& cells, SpreadRow& row);
bool read_cells(const Cells& cells, ItemRow& row);

}  // namespace smm::benchmark
