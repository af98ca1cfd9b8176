// SPDX-License-Identifier: Apache-2.0
// Which of many distinct names are spelled alike: each pair of distinct names is looked at once, however many
// people bear them.
//
// Two names are near when one edit is enough (names of four letters and more) or their Jaro-Winkler
// similarity is at least 0.94, alike when it is at least `Likeness::alike` (0.88 unless told). Equal names
// are left out: whoever asks knows them. Found exactly: a scan of letter signatures leaves out only what
// cannot be alike.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "outcomes/linkage/letter_signature.hpp"

namespace smm::outcomes::linkage {

enum class Spelling : std::uint8_t { equal, near, alike, different };

struct Likeness {
  double near = 0.94;
  double alike = 0.88;
  std::size_t one_edit_from = 4;  // letters that a name has at least for one edit to be near
};

Spelling spelling_of(std::string_view one, std::string_view other, const Likeness& likeness = {});

struct SimilarName {
  std::uint32_t name = 0;  // index into the names that were searched
  Spelling spelling = Spelling::different;

  auto operator<=>(const SimilarName&) const = default;
};

class NameSearch {
 public:
  // The views must outlive the search. Empty names are never found.
  explicit NameSearch(std::vector<std::string_view> names, Likeness likeness = {});

  // For each of `wanted`, the names that are near or alike, by index.
  std::vector<std::vector<SimilarName>> similar(const std::vector<std::string_view>& wanted,
                                                unsigned threads) const;

 private:
  // Names of one length and first byte stand together.
  struct Group {
    std::size_t length = 0;
    char first = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  unsigned least_bits(std::string_view wanted, const LetterSignature& signature, const Group& group) const;
  void search_group(const Group& group, const std::vector<std::string_view>& wanted, std::size_t begin,
                    const std::vector<LetterSignature>& signatures,
                    std::vector<std::vector<std::uint32_t>>& found) const;

  std::vector<std::string_view> names_;
  Likeness likeness_;
  std::vector<std::uint32_t> order_;  // names by length and first byte
  std::vector<std::uint64_t> bits_;   // signature of each, in that order
  std::vector<Group> groups_;
};

}  // namespace smm::outcomes::linkage
