// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/npi.hpp"

namespace smm::outcomes::registry {

// Luhn over the nine digits, from the right the first doubled; the constant 24 is what 80840 adds.
int npi_check_digit(std::uint32_t nine_digits) {
  unsigned sum = 24;
  for (bool doubled = true; nine_digits > 0; nine_digits /= 10, doubled = !doubled) {
    const unsigned digit = nine_digits % 10 * (doubled ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return static_cast<int>((10 - sum % 10) % 10);
}

std::optional<Npi> Npi::of_number(std::uint32_t number) {
  if (number < 1'000'000'000 || number > 2'999'999'999) return std::nullopt;
  if (static_cast<int>(number % 10) != npi_check_digit(number / 10)) return std::nullopt;
  return Npi(number);
}

std::optional<Npi> Npi::parse(std::string_view text) {
  if (text.size() != 10 || (text[0] != '1' && text[0] != '2')) return std::nullopt;
  std::uint32_t number = 0;
  for (const char letter : text) {
    const auto digit = static_cast<unsigned char>(letter - '0');
    if (digit > 9) return std::nullopt;
    number = number * 10 + digit;
  }
  return of_number(number);
}

}  // namespace smm::outcomes::registry
