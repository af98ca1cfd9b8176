// SPDX-License-Identifier: Apache-2.0
// Whether spread and items may be issued anew: only if at least k units joined and k left, or none left and
// twelve joined, since every earlier issue. Else the latest issue stands, named by its release's hash: the
// difference of two issues tells about the few who came or went. Internal to benchmark.
#pragma once

#include <string>
#include <vector>

#include "benchmark/release.hpp"
#include "benchmark/units.hpp"

namespace smm::benchmark {

inline constexpr int joined_when_none_left = 12;

enum class Issued { spread, items };

// Ids of the profession's units that answered, sorted.
std::vector<std::string> answering_units(const ReleaseContent& content, const std::string& profession);

// The earlier release whose issue stands; null: a new one may be issued. `answered` sorted.
const ReleaseContent* standing_issue(const std::vector<const ReleaseContent*>& previous,
                                     const std::string& profession, const std::vector<std::string>& answered,
                                     int k, Issued what);

// Who joined since an earlier issue. A row that is issued anew has to have at least `least` of them in it (k,
// or twelve where none left): else its difference from that issue is about the few of them who are scored in
// the area or answered the item, however many joined the profession.
struct JoinedSince {
  std::vector<bool> unit;  // by position in the profession's units
  int least = 0;
};

// One for each earlier issue.
std::vector<JoinedSince> joined_since(const std::vector<const ReleaseContent*>& previous,
                                      const std::string& profession, const std::vector<Unit>& units, int k,
                                      Issued what);

// May a row about these units be issued anew?
bool enough_joined(const std::vector<JoinedSince>& issues, const std::vector<std::size_t>& units);

}  // namespace smm::benchmark
