// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/clean_text.hpp"

#include <cstdint>
#include <cstring>

#include "exchange/utf8.hpp"

namespace smm::outcomes::registry {
namespace {

constexpr std::uint64_t every_byte = 0x0101010101010101;
constexpr std::uint64_t high_bits = 0x80 * every_byte;

// Eight bytes without one beyond ASCII, a control character, or two blanks side by side? May say no too
// often.
bool surely_clean(std::uint64_t word) {
  const std::uint64_t control = (word - 0x20 * every_byte) & ~word & high_bits;
  const std::uint64_t other = word ^ 0x20 * every_byte;
  const std::uint64_t blank = (other - every_byte) & ~other & high_bits;
  return ((word & high_bits) | control | (blank & blank << 8)) == 0;
}

bool is_surely_clean(std::string_view text) {
  if (text.front() == ' ' || text.back() == ' ') return false;
  std::uint64_t word = 0;
  // Blocks share a byte, so that no pair of blanks lies between them.
  while (text.size() > 8) {
    std::memcpy(&word, text.data(), 8);
    if (!surely_clean(word)) return false;
    text.remove_prefix(7);
  }
  word = 'x' * every_byte;
  std::memcpy(&word, text.data(), text.size());
  return surely_clean(word);
}

void append_latin1(std::string& out, unsigned char byte) {
  out += static_cast<char>(0xc0 | byte >> 6);
  out += static_cast<char>(0x80 | (byte & 0x3f));
}

}  // namespace

std::string_view clean_text(std::string_view text, std::string& scratch) {
  if (text.empty() || is_surely_clean(text)) return text;
  scratch.clear();
  while (!text.empty()) {
    const auto byte = static_cast<unsigned char>(text.front());
    std::size_t length = 1;
    if (byte <= ' ' || byte == 0x7f) {
      if (!scratch.empty() && scratch.back() != ' ') scratch += ' ';
    } else if ((length = exchange::utf8_length(text)) == 0) {
      append_latin1(scratch, byte);
      length = 1;
    } else {
      scratch.append(text.substr(0, length));
    }
    text.remove_prefix(length);
  }
  if (!scratch.empty() && scratch.back() == ' ') scratch.pop_back();
  return scratch;
}

}  // namespace smm::outcomes::registry
