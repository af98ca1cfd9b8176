// SPDX-License-Identifier: Apache-2.0
// Makes the one dictionary of a snapshot from those of the threads that read the source. The result depends
// on the texts alone, not on which thread saw which.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "outcomes/registry/text_codes.hpp"

namespace smm::outcomes::registry {

struct MergedDictionary {
  std::vector<std::uint32_t> offsets;    // one more than texts; text 0 is empty
  std::string texts;                     // clean (clean_text.hpp), in the order of Dictionary
  std::vector<std::vector<Code>> codes;  // per part: its codes in the merged dictionary

  Code size() const { return static_cast<Code>(offsets.size() - 1); }
};

MergedDictionary merge_dictionaries(const std::vector<const TextCodes*>& parts);

}  // namespace smm::outcomes::registry
