// SPDX-License-Identifier: Apache-2.0
#include "badge/multibase.hpp"

#include <algorithm>
#include <vector>

#include "base/assert.hpp"

namespace smm::badge {
namespace {

constexpr std::string_view base58_digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
constexpr std::string_view ed25519_key = "\xed\x01";
constexpr std::size_t most_characters = 128;

// A number in digits of one base (highest first) becomes the same number in digits of another.
std::vector<unsigned> in_other_base(const std::vector<unsigned>& digits, unsigned from, unsigned to) {
  std::vector<unsigned> out;  // lowest first
  for (const unsigned digit : digits) {
    unsigned carry = digit;
    for (unsigned& each : out) {
      carry += each * from;
      each = carry % to;
      carry /= to;
    }
    for (; carry > 0; carry /= to) out.push_back(carry % to);
  }
  std::ranges::reverse(out);
  return out;
}

// Zeros in front carry no weight as a number; the encoding keeps each of them as one character.
std::size_t zeros_in_front(const std::vector<unsigned>& digits) {
  return static_cast<std::size_t>(std::ranges::find_if(digits, [](unsigned digit) { return digit != 0; }) -
                                  digits.begin());
}

}  // namespace

std::string multibase_base58(std::string_view bytes) {
  std::vector<unsigned> digits;
  for (const char byte : bytes) digits.push_back(static_cast<unsigned char>(byte));
  std::string text = "z" + std::string(zeros_in_front(digits), base58_digits[0]);
  for (const unsigned digit : in_other_base(digits, 256, 58)) text += base58_digits[digit];
  return text;
}

std::optional<std::string> from_multibase_base58(std::string_view text) {
  if (!text.starts_with('z') || text.size() > most_characters) return std::nullopt;
  std::vector<unsigned> digits;
  for (const char c : text.substr(1)) {
    const std::size_t digit = base58_digits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    digits.push_back(static_cast<unsigned>(digit));
  }
  std::string bytes(zeros_in_front(digits), '\0');
  for (const unsigned byte : in_other_base(digits, 58, 256)) bytes += static_cast<char>(byte);
  return bytes;
}

std::string multikey(std::string_view public_key) {
  SMM_ASSERT(public_key.size() == 32);
  return multibase_base58(std::string(ed25519_key) + std::string(public_key));
}

std::optional<std::string> from_multikey(std::string_view text) {
  const auto bytes = from_multibase_base58(text);
  if (!bytes || bytes->size() != 34 || !bytes->starts_with(ed25519_key)) return std::nullopt;
  return bytes->substr(2);
}

}  // namespace smm::badge
