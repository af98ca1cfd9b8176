// SPDX-License-Identifier: Apache-2.0
#include "benchmark/stack_reader.hpp"

#include <algorithm>

namespace smm::benchmark {
namespace {

// Follows every institution through the rounds.
class Reading {
 public:
  Reading(const ProfessionStack& stack, std::size_t area, const StackReader& reader)
      : stack_(stack), area_(area), reader_(reader), latest_(stack.institutions.size()) {}

  AreaStack run() {
    for (const StackedBin& bin : stack_.bins[area_]) add(bin);
    return std::move(result_);
  }

 private:
  struct Latest {
    std::optional<std::size_t> unknown;
    UnitValue score;
  };

  void add(const StackedBin& bin) {
    StackRow row;
    for (const std::size_t at : bin.units) {
      const StackedUnit& unit = stack_.units[bin.round][at];
      const UnitValue score = unit.scores.empty() ? std::nullopt : unit.scores[area_];
      if (score || reader_.takes_all_for_scored) row.unknowns.push_back(unknown_of(unit, score));
    }
    std::ranges::sort(row.unknowns);
    const auto count = static_cast<double>(row.unknowns.size());
    row.low = bin.low * count;
    row.high = bin.high * count;
    result_.rows.push_back(std::move(row));
  }

  std::size_t unknown_of(const StackedUnit& unit, const UnitValue& score) {
    Latest& latest = latest_[unit.institution];
    const bool same = reader_.takes_all_for_kept || !score || !latest.score || *latest.score == *score;
    if (!latest.unknown || !same) {
      latest.unknown = result_.unknowns.size();
      result_.unknowns.push_back({unit.institution, stack_.institutions[unit.institution], {}, {}});
    }
    StackUnknown& unknown = result_.unknowns[*latest.unknown];
    for (const std::string& system : unit.systems) add_once(unknown.systems, system);
    if (score) {
      add_once(unknown.scores, points(*score));
      latest.score = score;
    }
    return *latest.unknown;
  }

  template <class T>
  static void add_once(std::vector<T>& sorted, const T& value) {
    const auto at = std::ranges::lower_bound(sorted, value);
    if (at == sorted.end() || *at != value) sorted.insert(at, value);
  }

  const ProfessionStack& stack_;
  std::size_t area_;
  const StackReader& reader_;
  std::vector<Latest> latest_;
  AreaStack result_;
};

}  // namespace

AreaStack area_stack(const ProfessionStack& stack, std::size_t area, const StackReader& reader) {
  return Reading(stack, area, reader).run();
}

}  // namespace smm::benchmark
