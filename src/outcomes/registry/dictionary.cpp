// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/dictionary.hpp"

#include <algorithm>

#include "base/environment_error.hpp"
#include "outcomes/registry/column.hpp"

namespace smm::outcomes::registry {
namespace {

unsigned char folded(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  return byte >= 'a' && byte <= 'z' ? static_cast<unsigned char>(byte - ('a' - 'A')) : byte;
}

// As compare_folded, without the last resort to case.
int compare_without_case(std::string_view one, std::string_view other) {
  const std::size_t common = std::min(one.size(), other.size());
  for (std::size_t at = 0; at < common; ++at) {
    const int difference = int{folded(one[at])} - int{folded(other[at])};
    if (difference != 0) return difference;
  }
  if (one.size() == other.size()) return 0;
  return one.size() < other.size() ? -1 : 1;
}

// The first code whose text does not stand before `text`.
template <class Compare>
Code first_not_before(const Dictionary& dictionary, std::string_view text, Compare before) {
  Code low = 0;
  for (Code count = dictionary.size(); count > 0;) {
    const Code half = count / 2;
    if (before(dictionary.text(low + half), text)) {
      low += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return low;
}

}  // namespace

void snapshot_is_damaged() {
  throw base::EnvironmentError(
      "the registry snapshot contradicts itself; check it with `smm registry info DIR --verify` and build it "
      "anew");
}

int compare_folded(std::string_view one, std::string_view other) {
  const int difference = compare_without_case(one, other);
  return difference != 0 ? difference : one.compare(other);
}

std::optional<Code> Dictionary::find(std::string_view text) const {
  const Code code =
      first_not_before(*this, text, [](auto one, auto other) { return compare_folded(one, other) < 0; });
  if (code == size() || this->text(code) != text) return std::nullopt;
  return code;
}

std::pair<Code, Code> Dictionary::find_folded(std::string_view text) const {
  const Code first = first_not_before(
      *this, text, [](auto one, auto other) { return compare_without_case(one, other) < 0; });
  const Code last = first_not_before(
      *this, text, [](auto one, auto other) { return compare_without_case(one, other) <= 0; });
  return {first, last};
}

EntryRange RareEntries::of(std::uint32_t row) const {
  const auto [begin, end] = std::equal_range(rows_.begin(), rows_.end(), row);
  return {static_cast<std::uint32_t>(begin - rows_.begin()), static_cast<std::uint32_t>(end - rows_.begin())};
}

}  // namespace smm::outcomes::registry
