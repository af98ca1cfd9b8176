// SPDX-License-Identifier: Apache-2.0
// Numbers: by the size of their difference against the larger one. 0.0006 is a year more or less.
#include <array>
#include <cmath>
#include <cstdlib>

#include "outcomes/linkage/compared_field.hpp"

namespace smm::outcomes::linkage {
namespace {

constexpr std::array<double, 6> relative_levels = {0, 0.0006, 0.002, 0.02, 0.1, 0.3};

class NumberField final : public ComparedField {
 public:
  explicit NumberField(FieldValues values) : ComparedField(std::move(values)) {
    for (const std::string& value : values_.values) numbers_.push_back(std::strtod(value.c_str(), nullptr));
  }

  std::vector<std::string> levels() const override {
    return {"equal", "0.0006", "0.002", "0.02", "0.1", "0.3", "different"};
  }
  std::vector<double> start() const override { return {0.7, 0.06, 0.06, 0.06, 0.04, 0.04, 0.04}; }

  unsigned level(std::uint32_t left, std::uint32_t right) const override {
    const double a = numbers_[values_.left[left]], b = numbers_[values_.right[right]];
    const double difference = a == b ? 0 : std::abs(a - b) / std::max(std::abs(a), std::abs(b));
    unsigned level = 0;
    while (level < relative_levels.size() && difference > relative_levels[level]) ++level;
    return level;
  }

  double chance(std::uint32_t left, unsigned level) const override {
    if (level == 0) return (values_.others_with(values_.left[left]) + 0.5) / values_.rights();
    return sampled_[level];
  }

  void leads(std::uint32_t, std::vector<Lead>&) const override {}
  bool wants_sampled_chances() const override { return true; }
  void set_sampled_chances(std::vector<double> chances) override { sampled_ = std::move(chances); }

 private:
  std::vector<double> numbers_;  // by value
  std::vector<double> sampled_ = std::vector<double>(relative_levels.size() + 1, 0.1);
};

}  // namespace

std::unique_ptr<ComparedField> number_field(FieldValues values) {
  return std::make_unique<NumberField>(std::move(values));
}

}  // namespace smm::outcomes::linkage
