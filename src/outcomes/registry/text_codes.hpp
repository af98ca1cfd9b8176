// SPDX-License-Identifier: Apache-2.0
// TextCodes: gives every distinct text a number, in the order in which they come. Each thread of a build has
// its own; dictionary_merge.hpp makes the one dictionary of the snapshot from them. The empty text is 0.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "outcomes/registry/dictionary.hpp"

namespace smm::outcomes::registry {

class TextCodes {
 public:
  TextCodes();

  Code code(std::string_view text) { return text.empty() ? 0 : lookup(text); }

  Code size() const { return static_cast<Code>(begins_.size()); }
  std::string_view text(Code code) const;

 private:
  struct Slot {
    std::uint32_t tag = 0;    // high half of the hash
    std::uint32_t entry = 0;  // place in heap_ plus one; 0: free
  };

  Code lookup(std::string_view text);
  Code insert(std::string_view text);
  void grow();

  std::vector<Slot> slots_;
  std::vector<std::uint32_t> begins_;  // of each text's entry in heap_
  std::string heap_;                   // per text: its code, its length, its bytes
};

}  // namespace smm::outcomes::registry
