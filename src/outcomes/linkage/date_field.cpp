// SPDX-License-Identifier: Apache-2.0
// Dates: equal; near (two parts agree and the third is one slip away, or day and month are exchanged); two
// parts agree; different. Digits without signs are read as year, month, day; with signs, the part of four
// digits is the year, and day and month stand in the order in which they are written.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <unordered_map>

#include "outcomes/linkage/compared_field.hpp"
#include "outcomes/linkage/folded_text.hpp"
#include "outcomes/linkage/jaro_winkler.hpp"

namespace smm::outcomes::linkage {
namespace {

enum DateLevel : unsigned { same_date, near_date, two_parts, other_date };

using DateParts = std::array<std::string, 3>;  // year first

DateParts date_parts(const std::string& text) {
  const auto pieces = words(text);
  if (pieces.size() >= 3) {
    DateParts parts{std::string(pieces[0]), std::string(pieces[1]), std::string(pieces[2])};
    if (parts[2].size() == 4) std::rotate(parts.begin(), parts.begin() + 2, parts.end());
    return parts;
  }
  if (pieces.size() == 1 && text.size() == 8)
    return {text.substr(0, 4), text.substr(4, 2), text.substr(6, 2)};
  return {text, "", ""};
}

unsigned date_level(const DateParts& a, const DateParts& b) {
  int agree = 0;
  std::size_t odd = 0;
  for (std::size_t part = 0; part < 3; ++part) {
    if (a[part] == b[part]) {
      ++agree;
    } else {
      odd = part;
    }
  }
  if (agree == 3) return same_date;
  if (agree == 1 && a[0] == b[0] && a[1] == b[2] && a[2] == b[1]) return near_date;
  if (agree < 2) return other_date;
  return within_one_edit(a[odd], b[odd]) ? near_date : two_parts;
}

class DateField final : public ComparedField {
 public:
  explicit DateField(FieldValues values) : ComparedField(std::move(values)) {
    for (const std::string& value : values_.values) parts_.push_back(date_parts(value));
    for (std::uint32_t right = 0; right < values_.right.size(); ++right)
      if (const ValueId value = values_.right[right]; value != 0)
        for (std::size_t odd = 0; odd < 3; ++odd) by_two_parts_[key(value, odd)].push_back(right);
    count_chances();
  }

  std::vector<std::string> levels() const override { return {"equal", "near", "two_parts", "different"}; }
  std::vector<double> start() const override { return {0.85, 0.08, 0.03, 0.04}; }

  unsigned level(std::uint32_t left, std::uint32_t right) const override {
    const ValueId a = values_.left[left], b = values_.right[right];
    return a == b ? same_date : date_level(parts_[a], parts_[b]);
  }

  double chance(std::uint32_t left, unsigned level) const override {
    const ValueId value = values_.left[left];
    const double rights = values_.rights();
    if (level == same_date) return (values_.others_with(value) + 0.5) / rights;
    const auto& near = counts_[value];
    if (level == other_date) return std::max(1 - (near[0] + near[1]) / rights, 0.02);
    return (std::max(near[level - 1] - 1, 0.0) + 0.5) / rights;
  }

  void leads(std::uint32_t left, std::vector<Lead>& leads) const override {
    const ValueId value = values_.left[left];
    if (value == 0) return;
    const double equal = std::log(values_.rights() / (values_.others_with(value) + 1.5));
    for (std::size_t odd = 0; odd < 3; ++odd) {
      const auto at = by_two_parts_.find(key(value, odd));
      if (at != by_two_parts_.end() && equal > 1) leads.push_back({at->second, 0.35 * equal});
    }
  }

 private:
  std::string key(ValueId value, std::size_t odd) const {
    std::string text(1, static_cast<char>('0' + odd));
    for (std::size_t part = 0; part < 3; ++part)
      if (part != odd) text += '/' + parts_[value][part];
    return text;
  }

  void count_chances() {
    counts_.resize(values_.values.size());
    std::vector<bool> wanted(values_.values.size());
    for (const ValueId value : values_.left) wanted[value] = value != 0;
    for (ValueId value = 1; value < wanted.size(); ++value) {
      if (!wanted[value]) continue;
      for (std::size_t odd = 0; odd < 3; ++odd) {
        const auto at = by_two_parts_.find(key(value, odd));
        if (at == by_two_parts_.end()) continue;
        for (const std::uint32_t right : at->second) {
          const unsigned level = date_level(parts_[value], parts_[values_.right[right]]);
          if (level == near_date || level == two_parts) ++counts_[value][level - 1];
        }
      }
    }
  }

  std::vector<DateParts> parts_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_two_parts_;  // rights, without the odd part
  std::vector<std::array<double, 2>> counts_;                                 // near and two parts, by value
};

}  // namespace

std::unique_ptr<ComparedField> date_field(FieldValues values) {
  return std::make_unique<DateField>(std::move(values));
}

}  // namespace smm::outcomes::linkage
