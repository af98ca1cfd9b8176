// SPDX-License-Identifier: Apache-2.0
// One comparison of a generic linkage: the values of both files, the level a pair of records reaches, how
// often a left record reaches it by chance, and by which values its candidates are found.
//
// Level 0 is always "equal" (for text: as good as equal) and the last one "different"; a missing value on
// either side has no level. Chance is the share of right records at that level for the very value of the left
// record, without the candidate itself (and, within one file, without the record itself), plus half a record
// for names that simply were not met. For text and numbers it is a share of all pairs, set by the caller from
// a sample.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "outcomes/linkage/link_config.hpp"
#include "outcomes/linkage/nicknames.hpp"

namespace smm::outcomes::linkage {

using ValueId = std::uint32_t;  // 0: missing

// Distinct values of both files, folded, and which record has which.
struct FieldValues {
  std::vector<std::string> values = {""};
  std::vector<ValueId> left;
  std::vector<ValueId> right;
  std::vector<std::vector<std::uint32_t>> rights_with;  // by value, ascending
  bool one_file = false;                                // left and right are the same records

  // Right records with this value that are neither the left record itself nor the candidate.
  double others_with(ValueId value) const;
  double rights() const { return static_cast<double>(right.size()) - (one_file ? 1 : 0); }
};

// Right records worth a look for a left record, and roughly what the agreement weighs.
struct Lead {
  std::span<const std::uint32_t> rights;
  double weight = 0;
};

class ComparedField {
 public:
  explicit ComparedField(FieldValues values) : values_(std::move(values)) {}
  virtual ~ComparedField() = default;

  virtual std::vector<std::string> levels() const = 0;
  virtual std::vector<double> start() const = 0;  // m to begin with
  virtual unsigned level(std::uint32_t left, std::uint32_t right) const = 0;
  virtual double chance(std::uint32_t left, unsigned level) const = 0;
  virtual void leads(std::uint32_t left, std::vector<Lead>& leads) const = 0;

  // Shares of all pairs by level, where frequencies of values say nothing.
  virtual bool wants_sampled_chances() const { return false; }
  virtual void set_sampled_chances(std::vector<double>) {}

  bool comparable(std::uint32_t left, std::uint32_t right) const {
    return values_.left[left] != 0 && values_.right[right] != 0;
  }
  bool has_left(std::uint32_t left) const { return values_.left[left] != 0; }

  // How common the left value is among the right ones: 0 not there, 1 rare, 2 common.
  unsigned rarity(std::uint32_t left) const;
  const FieldValues& values() const { return values_; }

 protected:
  FieldValues values_;
};

// Makes the field that `comparison` asks for. `swapped` is the field it may be exchanged with, if any; it
// must outlive the result.
std::unique_ptr<ComparedField> compared_field(const Comparison& comparison, FieldValues values,
                                              const Nicknames& nicknames, const FieldValues* swapped,
                                              unsigned threads);

std::unique_ptr<ComparedField> spelled_field(const Comparison& comparison, FieldValues values,
                                             const Nicknames& nicknames, const FieldValues* swapped,
                                             unsigned threads);
std::unique_ptr<ComparedField> date_field(FieldValues values);
std::unique_ptr<ComparedField> text_field(FieldValues values);
std::unique_ptr<ComparedField> number_field(FieldValues values);

}  // namespace smm::outcomes::linkage
