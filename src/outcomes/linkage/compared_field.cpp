// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/compared_field.hpp"

#include <algorithm>

namespace smm::outcomes::linkage {

double FieldValues::others_with(ValueId value) const {
  const double all = static_cast<double>(rights_with[value].size());
  return std::max(all - 1 - (one_file ? 1 : 0), 0.0);
}

unsigned ComparedField::rarity(std::uint32_t left) const {
  const ValueId value = values_.left[left];
  const double others = static_cast<double>(values_.rights_with[value].size()) - (values_.one_file ? 1 : 0);
  if (others <= 0) return 0;
  return others * 1000 <= std::max(values_.rights(), 4000.0) ? 1 : 2;
}

std::unique_ptr<ComparedField> compared_field(const Comparison& comparison, FieldValues values,
                                              const Nicknames& nicknames, const FieldValues* swapped,
                                              unsigned threads) {
  switch (comparison.as) {
    case CompareAs::date:
      return date_field(std::move(values));
    case CompareAs::text:
      return text_field(std::move(values));
    case CompareAs::number:
      return number_field(std::move(values));
    default:
      return spelled_field(comparison, std::move(values), nicknames, swapped, threads);
  }
}

}  // namespace smm::outcomes::linkage
