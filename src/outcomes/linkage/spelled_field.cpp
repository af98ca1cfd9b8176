// SPDX-License-Identifier: Apache-2.0
// Names, codes and categories: distinct values are compared once, and a pair of records looks the level up.
#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "outcomes/linkage/compared_field.hpp"
#include "outcomes/linkage/similar_names.hpp"

namespace smm::outcomes::linkage {
namespace {

enum SpelledLevel : unsigned { equal, nickname, near, alike, swapped_names, unlike };
constexpr unsigned spelled_levels = 6;

struct SimilarValue {
  ValueId value = 0;
  std::uint8_t level = unlike;
};

class SpelledField final : public ComparedField {
 public:
  SpelledField(const Comparison& comparison, FieldValues values, const Nicknames& nicknames,
               const FieldValues* swapped, unsigned threads)
      : ComparedField(std::move(values)), kind_(comparison.as), swapped_(swapped) {
    similar_.resize(values_.values.size());
    if (kind_ != CompareAs::exact) find_similar(threads);
    if (comparison.nicknames) find_nicknames(nicknames);
    if (swapped_ != nullptr) find_swaps();
    for (auto& list : similar_)
      std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.value < b.value; });
  }

  std::vector<std::string> levels() const override {
    return {"equal", "nickname", "near", "alike", "swapped", "different"};
  }

  std::vector<double> start() const override {
    if (kind_ == CompareAs::exact) return {0.9, 1e-9, 1e-9, 1e-9, 1e-9, 0.1};
    return {0.8, nicknames_ ? 0.03 : 1e-9, 0.08, 0.03, swapped_ != nullptr ? 0.02 : 1e-9, 0.07};
  }

  unsigned level(std::uint32_t left, std::uint32_t right) const override {
    const ValueId a = values_.left[left], b = values_.right[right];
    if (a == b) return equal;
    const auto& list = similar_[a];
    const auto at =
        std::lower_bound(list.begin(), list.end(), b,
                         [](const SimilarValue& entry, ValueId value) { return entry.value < value; });
    const auto found =
        static_cast<unsigned>(at != list.end() && at->value == b ? at->level : std::uint8_t{unlike});
    return found == unlike && is_swapped(left, right) ? swapped_names : found;
  }

  double chance(std::uint32_t left, unsigned level) const override {
    const double rights = values_.rights();
    if (level == unlike) {
      double other = 0;
      for (unsigned l = 0; l < unlike; ++l) other += count_at(left, l);
      return std::max(1 - other / rights, 0.02);
    }
    return std::min((std::max(count_at(left, level) - (level == equal ? 0 : 1), 0.0) + 0.5) / rights, 1.0);
  }

  void leads(std::uint32_t left, std::vector<Lead>& leads) const override {
    const ValueId value = values_.left[left];
    if (value == 0) return;
    const std::vector<double> m = start();
    add_lead(value, m[equal], leads);
    for (const SimilarValue& entry : similar_[value]) add_lead(entry.value, m[entry.level], leads);
    if (swapped_ == nullptr) return;
    const ValueId there = here_of_[swapped_->left[left]];
    if (there != 0 && there != value) add_lead(there, m[swapped_names], leads);
  }

 private:
  void add_lead(ValueId value, double m, std::vector<Lead>& leads) const {
    const auto& rights = values_.rights_with[value];
    if (rights.empty()) return;
    const double weight = std::log(m * values_.rights() / (static_cast<double>(rights.size()) + 0.5));
    if (weight > 1) leads.push_back({rights, weight});
  }

  double count_at(std::uint32_t left, unsigned level) const {
    const ValueId value = values_.left[left];
    if (level == equal) return values_.others_with(value);
    if (level == swapped_names) {
      const ValueId there = swapped_ == nullptr ? 0 : here_of_[swapped_->left[left]];
      return there == 0 || there == value ? 0 : static_cast<double>(values_.rights_with[there].size());
    }
    double count = 0;
    for (const SimilarValue& entry : similar_[value])
      if (entry.level == level) count += static_cast<double>(values_.rights_with[entry.value].size());
    return count;
  }

  bool is_swapped(std::uint32_t left, std::uint32_t right) const {
    if (swapped_ == nullptr) return false;
    const ValueId mine = here_of_[swapped_->left[left]], theirs = here_of_[swapped_->right[right]];
    return mine != 0 && theirs != 0 && mine == values_.right[right] && theirs == values_.left[left];
  }

  void find_similar(unsigned threads) {
    Likeness likeness;
    if (kind_ == CompareAs::code) likeness = {0.97, 0.93, 3};
    const std::vector<std::string_view> names(values_.values.begin(), values_.values.end());
    auto found = NameSearch(names, likeness).similar(names, threads);
    for (std::size_t value = 0; value < found.size(); ++value)
      for (const SimilarName& name : found[value])
        similar_[value].push_back(
            {name.name, static_cast<std::uint8_t>(name.spelling == Spelling::near ? near : alike)});
  }

  void find_nicknames(const Nicknames& names) {
    nicknames_ = true;
    std::unordered_map<std::string_view, ValueId> ids;
    for (ValueId value = 1; value < values_.values.size(); ++value) ids.emplace(values_.values[value], value);
    for (ValueId value = 1; value < values_.values.size(); ++value) {
      for (const std::string& other : names.of(values_.values[value])) {
        const auto at = ids.find(other);
        if (at == ids.end()) continue;
        std::erase_if(similar_[value], [&](const SimilarValue& entry) { return entry.value == at->second; });
        similar_[value].push_back({at->second, nickname});
      }
    }
  }

  void find_swaps() {
    std::unordered_map<std::string_view, ValueId> ids;
    for (ValueId value = 1; value < values_.values.size(); ++value) ids.emplace(values_.values[value], value);
    here_of_.resize(swapped_->values.size());
    for (ValueId value = 1; value < here_of_.size(); ++value) {
      const auto at = ids.find(swapped_->values[value]);
      if (at != ids.end()) here_of_[value] = at->second;
    }
  }

  CompareAs kind_;
  const FieldValues* swapped_;
  bool nicknames_ = false;
  std::vector<std::vector<SimilarValue>> similar_;  // by value, sorted
  std::vector<ValueId> here_of_;                    // a value of the other field, if it also stands here
};

}  // namespace

std::unique_ptr<ComparedField> spelled_field(const Comparison& comparison, FieldValues values,
                                             const Nicknames& nicknames, const FieldValues* swapped,
                                             unsigned threads) {
  return std::make_unique<SpelledField>(comparison, std::move(values), nicknames, swapped, threads);
}

}  // namespace smm::outcomes::linkage
