// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/field_pool.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "outcomes/linkage/folded_text.hpp"
#include "outcomes/linkage/problems.hpp"

namespace smm::outcomes::linkage {
namespace {

// "1,299.00 USD" is 1299.00.
std::string plain_number(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if ((c >= '0' && c <= '9') || c == '.' || (c == '-' && digits.empty())) digits += c;
  return digits;
}

std::string as_compared(const std::string& cell, CompareAs as) {
  switch (as) {
    case CompareAs::name:
    case CompareAs::code:
      return squeezed(folded(cell));
    case CompareAs::number:
      return plain_number(cell);
    default:
      return folded(cell);
  }
}

class ValueReader {
 public:
  ValueReader(const Comparison& comparison, const LinkConfig& config)
      : comparison_(comparison), missing_(config.missing) {}

  std::vector<ValueId> read(const base::Table& table, std::size_t column, FieldValues& into) {
    std::vector<ValueId> ids;
    ids.reserve(table.rows.size());
    for (const base::TableRow& row : table.rows) ids.push_back(id_of(row.cells[column], into));
    return ids;
  }

 private:
  ValueId id_of(const std::string& cell, FieldValues& into) {
    if (std::find(missing_.begin(), missing_.end(), cell) != missing_.end()) return 0;
    std::string text = as_compared(cell, comparison_.as);
    if (text.empty()) return 0;
    const auto [at, is_new] = ids_.emplace(std::move(text), static_cast<ValueId>(into.values.size()));
    if (is_new) into.values.push_back(at->first);
    return at->second;
  }

  const Comparison& comparison_;
  const std::vector<std::string>& missing_;
  std::unordered_map<std::string, ValueId> ids_;
};

base::Result<FieldValues> read_values(const RecordFile& left, const RecordFile& right, bool one_file,
                                      const Comparison& comparison, const LinkConfig& config) {
  base::Problems problems;
  const auto column = [&](const RecordFile& file, const std::string& name) {
    const auto at = file.table.column(name);
    if (!at)
      problems.emplace_back(problem::linkage_column_missing,
                            "\"" + name + "\" is compared, but " + file.source + " has no such column",
                            comparison.place);
    return at.value_or(0);
  };
  const std::size_t left_at = column(left, comparison.left), right_at = column(right, comparison.right);
  if (!problems.empty()) return problems;
  FieldValues values;
  values.one_file = one_file;
  ValueReader reader(comparison, config);
  values.left = reader.read(left.table, left_at, values);
  values.right = one_file ? values.left : reader.read(right.table, right_at, values);
  values.rights_with.resize(values.values.size());
  for (std::uint32_t record = 0; record < values.right.size(); ++record)
    values.rights_with[values.right[record]].push_back(record);
  values.rights_with[0].clear();
  return values;
}

constexpr const char* rarity_names[rarities] = {"not met elsewhere", "rare", "common"};

// A value that stands nowhere on the other side cannot be equal there.
std::vector<double> start_for(std::vector<double> start, unsigned rarity) {
  if (rarity == 0) start.front() *= 0.01;
  return start;
}

}  // namespace

base::Result<FieldPool> FieldPool::make(const RecordFile& left, const RecordFile& right, bool one_file,
                                        const LinkConfig& config, const Nicknames& nicknames,
                                        unsigned threads) {
  FieldPool pool;
  base::Problems problems;
  std::vector<FieldValues> all;
  for (const Comparison& comparison : config.comparisons) {
    auto values = read_values(left, right, one_file, comparison, config);
    if (!values) {
      problems.insert(problems.end(), values.problems().begin(), values.problems().end());
      continue;
    }
    all.push_back(std::move(values).value());
  }
  if (!problems.empty()) return problems;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Comparison& comparison = config.comparisons[i];
    const FieldValues* swapped = nullptr;
    for (std::size_t j = 0; j < all.size(); ++j)
      if (comparison.swapped_with && config.comparisons[j].left == *comparison.swapped_with) {
        pool.swappable_.push_back(std::make_unique<FieldValues>(all[j]));
        swapped = pool.swappable_.back().get();
      }
    pool.fields_.push_back(compared_field(comparison, all[i], nicknames, swapped, threads));
    for (unsigned rarity = 0; rarity < rarities; ++rarity)
      pool.first_.push_back(
          pool.layout_.add({comparison.name + ", " + rarity_names[rarity], pool.fields_.back()->levels(),
                            start_for(pool.fields_.back()->start(), rarity)}));
  }
  return pool;
}

void FieldPool::compare(std::uint32_t left, std::uint32_t right, std::vector<Parameter>& parameters,
                        float& log_u) const {
  double sum = 0;
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    const ComparedField& field = *fields_[f];
    if (!field.comparable(left, right)) {
      parameters.push_back(no_evidence);
      continue;
    }
    const unsigned level = field.level(left, right);
    parameters.push_back(static_cast<Parameter>(first_[f * rarities + field.rarity(left)] + level));
    sum += std::log(field.chance(left, level));
  }
  log_u = static_cast<float>(sum);
}

double FieldPool::log_u(std::uint32_t left, std::uint32_t right) const {
  double sum = 0;
  for (const auto& field : fields_)
    if (field->comparable(left, right)) sum += std::log(field->chance(left, field->level(left, right)));
  return sum;
}

}  // namespace smm::outcomes::linkage
