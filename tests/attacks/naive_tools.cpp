// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "tool.hpp"

namespace smm::attacks {
namespace {

class MinimumSize : public Tool {
 public:
  MinimumSize(int fewest, double step) : fewest_(fewest), step_(step) {}

  std::vector<Files> publish(const World& world) override {
    world_ = &world;
    return std::vector<Files>(world.rounds.size());
  }

  AreaFigures peer_means(int round, const Site& asker, const Question& question) override {
    const Round& of = world_->rounds[static_cast<std::size_t>(round)];
    const std::vector<int> units = matching(of, profession_of(asker.programme), question);
    AreaFigures means;
    for (std::size_t area = 0; area < areas; ++area) means.push_back(mean(of, units, area));
    return means;
  }

 private:
  std::optional<double> mean(const Round& round, const std::vector<int>& units, std::size_t area) const {
    double sum = 0;
    int scored = 0;
    for (const int unit : units)
      if (const auto& value = round.units[static_cast<std::size_t>(unit)].values[area]) {
        sum += *value;
        ++scored;
      }
    if (scored < fewest_) return std::nullopt;
    return step_ > 0 ? std::round(sum / scored / step_) * step_ : sum / scored;
  }

  const World* world_ = nullptr;
  int fewest_;
  double step_;
};

}  // namespace

std::unique_ptr<Tool> minimum_size_tool(int fewest) {
  return std::make_unique<MinimumSize>(fewest, 0);
}

std::unique_ptr<Tool> rounding_tool(int fewest, double step) {
  return std::make_unique<MinimumSize>(fewest, step);
}

}  // namespace smm::attacks
