// SPDX-License-Identifier: Apache-2.0
// A number as a person typed it, before it becomes a percent: "7/20" keeps both its numbers, "35.0" its
// decimals. Also reads what an answer may not be (more than the whole), because checks speak of that.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace smm::assessment {

struct TypedNumber {
  bool fraction = false;
  std::uint64_t numerator = 0;    // of a fraction; else the number itself where it is whole
  std::uint64_t denominator = 0;  // of a fraction
  double value = 0;               // percent of a fraction, else the number
  int decimals = 0;               // typed behind the point

  friend bool operator==(const TypedNumber&, const TypedNumber&) = default;
};

// One number; nothing for what is none, for more than 2^53, and for a fraction of 0.
std::optional<TypedNumber> typed_number(std::string_view text);

// The numbers of an answer: one, or two parted by a bar; empty when any of them cannot be read.
std::vector<TypedNumber> typed_numbers(std::string_view value);

// Are these the same digits but for two neighbors that changed places, as 54 and 45?
bool digits_transposed(std::uint64_t one, std::uint64_t other);

// Is there a whole number that is `percent` of `whole` when rounded to its decimals?
bool percent_possible(const TypedNumber& percent, std::uint64_t whole);

}  // namespace smm::assessment
