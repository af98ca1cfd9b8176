// SPDX-License-Identifier: Apache-2.0
// Dictionary: distinct texts of a snapshot and their codes. Codes run from 0, which is the empty text, in the
// order of the texts with the letters a-z taken as A-Z, then bytewise; so texts that differ in case alone are
// neighbors. Reads bytes that it does not own, and checks every offset when it is used: one that leads
// outside throws EnvironmentError (the file was damaged after it was made).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace smm::outcomes::registry {

using Code = std::uint32_t;

// Ends the use of a snapshot whose inside contradicts itself.
[[noreturn]] void snapshot_is_damaged();

// Orders as dictionaries do: below 0, 0, above 0.
int compare_folded(std::string_view one, std::string_view other);

class Dictionary {
 public:
  Dictionary() = default;
  // `offsets`: where each text begins in `texts`, and where the last one ends.
  Dictionary(std::span<const std::uint32_t> offsets, std::string_view texts)
      : offsets_(offsets), texts_(texts) {}

  Code size() const { return offsets_.empty() ? 0 : static_cast<Code>(offsets_.size() - 1); }

  std::string_view text(Code code) const {
    if (code >= size()) snapshot_is_damaged();
    const std::uint32_t begin = offsets_[code];
    const std::uint32_t end = offsets_[code + 1];
    if (begin > end || end > texts_.size()) snapshot_is_damaged();
    return texts_.substr(begin, end - begin);
  }

  // The text exactly as written.
  std::optional<Code> find(std::string_view text) const;

  // All texts that are `text` but for case: codes from first to second, without second.
  std::pair<Code, Code> find_folded(std::string_view text) const;

 private:
  std::span<const std::uint32_t> offsets_;
  std::string_view texts_;
};

}  // namespace smm::outcomes::registry
