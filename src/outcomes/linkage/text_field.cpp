// SPDX-License-Identifier: Apache-2.0
// Texts of several words: the cosine of their words, each weighted by the logarithm of how rare it is among
// all records; below "equal", each level is parted by whether a shared word is as good as a name of its own
// (at most three records have it: a model number, a rare term). Words that are one slip apart do not count as
// equal.
#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "outcomes/linkage/compared_field.hpp"
#include "outcomes/linkage/folded_text.hpp"

namespace smm::outcomes::linkage {
namespace {

constexpr std::array<double, 7> cosine_levels = {0.9999, 0.8, 0.65, 0.5, 0.35, 0.2, 0};
constexpr double full_text_lead = 8;
constexpr double own_word_up_to = 3;  // records that have it

struct WeightedWord {
  std::uint32_t word = 0;
  float weight = 0;  // the squares of a text's weights sum to 1
};

class TextField final : public ComparedField {
 public:
  explicit TextField(FieldValues values) : ComparedField(std::move(values)), texts_(values_.values.size()) {
    number_words();
    weigh_words();
    rights_with_word_.resize(records_with_.size());
    for (std::uint32_t right = 0; right < values_.right.size(); ++right)
      for (const WeightedWord& word : texts_[values_.right[right]])
        rights_with_word_[word.word].push_back(right);
  }

  std::vector<std::string> levels() const override {
    return {"equal",    "0.8, own word",  "0.8",  "0.65, own word", "0.65", "0.5, own word",
            "0.5",      "0.35, own word", "0.35", "0.2, own word",  "0.2",  "less, own word",
            "different"};
  }
  std::vector<double> start() const override {
    return {0.5, 0.1, 0.06, 0.06, 0.04, 0.05, 0.03, 0.04, 0.02, 0.03, 0.02, 0.02, 0.03};
  }

  unsigned level(std::uint32_t left, std::uint32_t right) const override {
    const ValueId a = values_.left[left], b = values_.right[right];
    if (a == b) return 0;
    bool own_word = false;
    const double likeness = cosine(texts_[a], texts_[b], own_word);
    unsigned level = 0;
    while (likeness < cosine_levels[level]) ++level;
    return level == 0 ? 0 : level * 2 - (own_word ? 1 : 0);
  }

  double chance(std::uint32_t left, unsigned level) const override {
    const double all = sampled_[level];
    if (level > 0) return all;
    return std::max(all, values_.others_with(values_.left[left]) / values_.rights());
  }

  void leads(std::uint32_t left, std::vector<Lead>& leads) const override {
    for (const WeightedWord& word : texts_[values_.left[left]]) {
      const auto& rights = rights_with_word_[word.word];
      if (rights.empty() || static_cast<double>(rights.size()) > std::max(50.0, values_.rights() / 20))
        continue;
      leads.push_back({rights, full_text_lead * static_cast<double>(word.weight * word.weight)});
    }
  }

  bool wants_sampled_chances() const override { return true; }
  void set_sampled_chances(std::vector<double> chances) override { sampled_ = std::move(chances); }

 private:
  void number_words() {
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    for (ValueId value = 1; value < values_.values.size(); ++value) {
      auto& text = texts_[value];
      for (const std::string_view word : words(values_.values[value]))
        text.push_back({numbers.emplace(word, static_cast<std::uint32_t>(numbers.size())).first->second, 0});
      std::sort(text.begin(), text.end(), [](const auto& a, const auto& b) { return a.word < b.word; });
      text.erase(std::unique(text.begin(), text.end(),
                             [](const auto& a, const auto& b) { return a.word == b.word; }),
                 text.end());
    }
    records_with_.resize(numbers.size());
  }

  void weigh_words() {
    const auto count = [&](const std::vector<ValueId>& side) {
      for (const ValueId value : side)
        for (const WeightedWord& word : texts_[value]) ++records_with_[word.word];
    };
    count(values_.left);
    if (!values_.one_file) count(values_.right);
    const double records =
        static_cast<double>(values_.left.size() + (values_.one_file ? 0 : values_.right.size()));
    for (auto& text : texts_) {
      double squares = 0;
      for (WeightedWord& word : text) {
        const double rare = std::log(1 + records / std::max(records_with_[word.word], 1.0));
        word.weight = static_cast<float>(rare);
        squares += rare * rare;
      }
      for (WeightedWord& word : text) word.weight = static_cast<float>(word.weight / std::sqrt(squares));
    }
  }

  double cosine(const std::vector<WeightedWord>& a, const std::vector<WeightedWord>& b,
                bool& own_word) const {
    double sum = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
      if (a[i].word == b[j].word) {
        own_word = own_word || records_with_[a[i].word] <= own_word_up_to;
        sum += static_cast<double>(a[i++].weight * b[j++].weight);
      } else {
        a[i].word < b[j].word ? ++i : ++j;
      }
    }
    return sum;
  }

  std::vector<std::vector<WeightedWord>> texts_;  // by value, words ascending
  std::vector<double> records_with_;              // by word
  std::vector<std::vector<std::uint32_t>> rights_with_word_;
  std::vector<double> sampled_ = std::vector<double>(2 * cosine_levels.size() - 1, 0.1);
};

}  // namespace

std::unique_ptr<ComparedField> text_field(FieldValues values) {
  return std::make_unique<TextField>(std::move(values));
}

}  // namespace smm::outcomes::linkage
