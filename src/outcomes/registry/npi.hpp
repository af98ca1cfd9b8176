// SPDX-License-Identifier: Apache-2.0
// Npi: a national provider identifier, ten digits beginning with 1 or 2 whose last digit checks (Luhn's
// formula over 80840 and the number, 45 CFR 162.406). An Npi that exists is well-formed; whether it was ever
// given to anybody is the registry's to say.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace smm::outcomes::registry {

class Npi {
 public:
  // Nothing unless `text` is exactly ten digits that check.
  static std::optional<Npi> parse(std::string_view text);
  static std::optional<Npi> of_number(std::uint32_t number);

  std::uint32_t number() const { return number_; }  // 1,000,000,000 to 2,999,999,999
  std::string text() const { return std::to_string(number_); }

  friend auto operator<=>(const Npi&, const Npi&) = default;

 private:
  explicit Npi(std::uint32_t number) : number_(number) {}

  std::uint32_t number_;
};

// The digit that completes nine leading digits to an NPI.
int npi_check_digit(std::uint32_t nine_digits);

}  // namespace smm::outcomes::registry
