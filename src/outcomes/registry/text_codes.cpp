// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/text_codes.hpp"

#include <cstring>
#include <limits>

#include "base/environment_error.hpp"

namespace smm::outcomes::registry {
namespace {

struct EntryHead {
  Code code;
  std::uint32_t length;
};

__extension__ using Wide = unsigned __int128;

std::uint64_t mixed(std::uint64_t one, std::uint64_t other) {
  const Wide product = Wide{one} * other;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

template <class Number>
std::uint64_t load(const char* from) {
  Number number;
  std::memcpy(&number, from, sizeof number);
  return number;
}

// The first and last bytes overlap where a text is no multiple of eight long.
std::uint64_t hash_of(std::string_view text) {
  constexpr std::uint64_t odd = 0x9e3779b97f4a7c15;
  const char* data = text.data();
  std::size_t length = text.size();
  std::uint64_t hash = length * odd;
  for (; length > 8; length -= 8, data += 8) hash = mixed(hash ^ load<std::uint64_t>(data), odd);
  std::uint64_t rest = 0;
  if (text.size() >= 8) {
    rest = load<std::uint64_t>(data + length - 8);
  } else if (length >= 4) {
    rest = load<std::uint32_t>(data) << 32 | load<std::uint32_t>(data + length - 4);
  } else {
    for (std::size_t at = 0; at < length; ++at) rest = rest << 8 | static_cast<unsigned char>(data[at]);
  }
  return mixed(hash ^ rest, 0xd6e8feb86659fd93);
}

}  // namespace

TextCodes::TextCodes() : slots_(1 << 10) {
  begins_.push_back(0);
  heap_.resize(sizeof(EntryHead));  // the empty text
}

std::string_view TextCodes::text(Code code) const {
  EntryHead head;
  std::memcpy(&head, heap_.data() + begins_[code], sizeof head);
  return std::string_view(heap_).substr(begins_[code] + sizeof head, head.length);
}

Code TextCodes::lookup(std::string_view text) {
  const std::uint64_t hash = hash_of(text);
  const auto tag = static_cast<std::uint32_t>(hash >> 32);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    Slot& slot = slots_[at];
    if (slot.entry == 0) {
      slot = {tag, static_cast<std::uint32_t>(heap_.size()) + 1};
      return insert(text);
    }
    if (slot.tag != tag) continue;
    EntryHead head;
    std::memcpy(&head, heap_.data() + slot.entry - 1, sizeof head);
    if (head.length == text.size() &&
        std::memcmp(heap_.data() + slot.entry - 1 + sizeof head, text.data(), text.size()) == 0)
      return head.code;
  }
}

Code TextCodes::insert(std::string_view text) {
  if (heap_.size() + text.size() + sizeof(EntryHead) >= std::numeric_limits<std::uint32_t>::max())
    throw base::EnvironmentError("a column of the source holds more than 4 GB of different texts");
  const EntryHead head{size(), static_cast<std::uint32_t>(text.size())};
  begins_.push_back(static_cast<std::uint32_t>(heap_.size()));
  heap_.append(reinterpret_cast<const char*>(&head), sizeof head).append(text);
  if (std::size_t{size()} * 2 > slots_.size()) grow();
  return head.code;
}

void TextCodes::grow() {
  slots_.assign(slots_.size() * 2, {});
  const std::size_t mask = slots_.size() - 1;
  for (Code code = 1; code < size(); ++code) {
    const std::uint64_t hash = hash_of(text(code));
    std::size_t at = hash & mask;
    while (slots_[at].entry != 0) at = (at + 1) & mask;
    slots_[at] = {static_cast<std::uint32_t>(hash >> 32), begins_[code] + 1};
  }
}

}  // namespace smm::outcomes::registry
