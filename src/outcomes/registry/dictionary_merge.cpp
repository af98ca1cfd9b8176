// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/dictionary_merge.hpp"

#include <algorithm>
#include <deque>
#include <limits>

#include "base/environment_error.hpp"
#include "outcomes/registry/clean_text.hpp"

namespace smm::outcomes::registry {
namespace {

struct MergeEntry {
  std::uint64_t beginning = 0;  // of the text, case folded, first byte highest: decides most comparisons
  std::string_view text;
  std::uint32_t part = 0;
  Code code = 0;
};

std::uint64_t folded_beginning(std::string_view text) {
  std::uint64_t beginning = 0;
  for (std::size_t at = 0; at < 8; ++at) {
    auto byte = static_cast<unsigned char>(at < text.size() ? text[at] : '\0');
    if (byte >= 'a' && byte <= 'z') byte = static_cast<unsigned char>(byte - ('a' - 'A'));
    beginning = beginning << 8 | byte;
  }
  return beginning;
}

bool stands_before(const MergeEntry& one, const MergeEntry& other) {
  if (one.beginning != other.beginning) return one.beginning < other.beginning;
  return compare_folded(one.text, other.text) < 0;
}

// Texts that had to be cleaned live in `cleaned`.
std::vector<MergeEntry> entries_of(const std::vector<const TextCodes*>& parts,
                                   std::deque<std::string>& cleaned) {
  std::vector<MergeEntry> entries;
  std::string scratch;
  for (std::uint32_t part = 0; part < parts.size(); ++part) {
    for (Code code = 1; code < parts[part]->size(); ++code) {
      const std::string_view raw = parts[part]->text(code);
      std::string_view text = clean_text(raw, scratch);
      if (text.data() != raw.data()) text = cleaned.emplace_back(text);
      entries.push_back({folded_beginning(text), text, part, code});
    }
  }
  return entries;
}

}  // namespace

MergedDictionary merge_dictionaries(const std::vector<const TextCodes*>& parts) {
  MergedDictionary merged;
  for (const TextCodes* part : parts) merged.codes.emplace_back(part->size());
  std::deque<std::string> cleaned;
  std::vector<MergeEntry> entries = entries_of(parts, cleaned);
  std::sort(entries.begin(), entries.end(), stands_before);
  merged.offsets = {0, 0};
  std::string_view before;
  for (const MergeEntry& entry : entries) {
    if (entry.text != before) {
      merged.texts += entry.text;
      if (merged.texts.size() > std::numeric_limits<std::uint32_t>::max())
        throw base::EnvironmentError("a column of the source holds more than 4 GB of different texts");
      merged.offsets.push_back(static_cast<std::uint32_t>(merged.texts.size()));
      before = entry.text;
    }
    merged.codes[entry.part][entry.code] = merged.size() - 1;
  }
  return merged;
}

}  // namespace smm::outcomes::registry
