// SPDX-License-Identifier: Apache-2.0
// Use case: the whole job on invented answers, in a new installation. Real schools of the federal list,
// invented people; two rounds with answers from a seed, frozen; reports, badges, worksheets; and a round that
// is open.
//
// The same seed and number of schools give the same answers, and so the same releases byte for byte; ids,
// keys, times of saving and badges differ from run to run. Nothing is sent to anybody.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/demo/demo_house.hpp"
#include "app/demo/demo_reports.hpp"

namespace smm::app {

struct DemoCount {
  std::size_t asked = 0;
  std::size_t answered = 0;
};

struct BuiltRound {
  std::string title;
  std::string sha256;                            // of the release
  std::map<std::string, DemoCount> professions;  // by id
};

struct BuiltDemo {
  std::vector<BuiltRound> rounds;
  DemoReports reports;
  std::size_t badges = 0;
};

// `most`: schools of each profession, 0 for all. Problems: those of the use cases, which none of this is
// meant to run into.
base::Result<BuiltDemo> build_demo(const DemoHouse& house, std::size_t most);

// What an installation holds, as its settings tell: an interrupted demo is not gone on with.
enum class DemoState { none, unfinished, finished };
DemoState demo_state(const Installation& installation);

}  // namespace smm::app
