// SPDX-License-Identifier: Apache-2.0
// All compared fields of a linkage, made from the files, and the level groups of the model. Internal to
// linkage.
#pragma once

#include <memory>
#include <vector>

#include "outcomes/linkage/compared_field.hpp"
#include "outcomes/linkage/evidence.hpp"
#include "outcomes/linkage/record_file.hpp"

namespace smm::outcomes::linkage {

inline constexpr unsigned rarities = 3;

class FieldPool {
 public:
  static base::Result<FieldPool> make(const RecordFile& left, const RecordFile& right, bool one_file,
                                      const LinkConfig& config, const Nicknames& nicknames, unsigned threads);

  std::size_t size() const { return fields_.size(); }
  ComparedField& field(std::size_t index) { return *fields_[index]; }
  const ComparedField& field(std::size_t index) const { return *fields_[index]; }
  const EvidenceLayout& layout() const { return layout_; }

  // Appends the candidate's parameters and log u.
  void compare(std::uint32_t left, std::uint32_t right, std::vector<Parameter>& parameters,
               float& log_u) const;
  double log_u(std::uint32_t left, std::uint32_t right) const;

 private:
  std::vector<std::unique_ptr<FieldValues>> swappable_;  // copies that fields look into
  std::vector<std::unique_ptr<ComparedField>> fields_;
  std::vector<Parameter> first_;  // per field and rarity
  EvidenceLayout layout_;
};

}  // namespace smm::outcomes::linkage
