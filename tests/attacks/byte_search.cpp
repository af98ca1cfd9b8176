// SPDX-License-Identifier: Apache-2.0
#include "byte_search.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <set>

namespace smm::attacks {
namespace {

using Forms = std::set<std::string>;

std::string printed(const char* format, int decimals, double number) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), format, decimals, number);
  return text.data();
}

std::string without_point(std::string text) {
  std::erase(text, '.');
  return text;
}

// Shorter forms would be found by chance.
void add(Forms& forms, const std::string& text, std::size_t least = 5) {
  if (text.size() >= least) forms.insert(text);
}

void add_decimal(Forms& forms, double number, int least_decimals) {
  for (int decimals = least_decimals; decimals <= 6; ++decimals) {
    const double scale = std::pow(10, decimals);
    for (const double shown : {number, std::floor(number * scale) / scale}) {
      add(forms, printed("%.*f", decimals, shown));
      add(forms, without_point(printed("%.*f", decimals, shown)), 8);
      if (decimals >= 3) add(forms, printed("%.*e", decimals, shown));
    }
  }
}

template <class Number>
std::array<std::string, 2> bytes_of(Number number) {
  std::string bytes(sizeof number, '\0');
  std::memcpy(bytes.data(), &number, sizeof number);
  return {bytes, std::string(bytes.rbegin(), bytes.rend())};
}

std::string hex_of(const std::string& bytes, const char* digits) {
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

// The middle of the base64 of `bytes` when `before` bytes stand before them: only characters they alone
// decide.
std::string base64_within(const std::string& bytes, std::size_t before) {
  static constexpr std::string_view alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t bit = (8 * before + 5) / 6 * 6; bit + 6 <= 8 * (before + bytes.size()); bit += 6) {
    unsigned value = 0;
    for (std::size_t i = bit - 8 * before; i < bit - 8 * before + 6; ++i)
      value = value * 2 + ((unsigned{static_cast<unsigned char>(bytes[i / 8])} >> (7 - i % 8)) & 1U);
    text += alphabet[value];
  }
  return text;
}

void add_encoded(Forms& forms, const std::string& bytes) {
  add(forms, hex_of(bytes, "0123456789abcdef"));
  add(forms, hex_of(bytes, "0123456789ABCDEF"));
  for (std::size_t before = 0; before < 3; ++before) add(forms, base64_within(bytes, before));
}

Forms forms_of(double score, int least_decimals) {
  Forms forms;
  for (const double number : {score, score / 100, 100 - score, 1 - score / 100}) {
    add_decimal(forms, number, least_decimals);
    for (const auto& bytes : bytes_of(number)) add(forms, bytes);
    for (const auto& bytes : bytes_of(static_cast<float>(number)))
      add(forms, hex_of(bytes, "0123456789abcdef"));
  }
  const Forms plain = forms;
  for (const std::string& bytes : plain) add_encoded(forms, bytes);
  return forms;
}

}  // namespace

std::vector<Sighting> sightings(std::string_view bytes, const std::vector<double>& planted,
                                int least_decimals) {
  std::vector<Sighting> found;
  for (const double score : planted)
    for (const std::string& form : forms_of(score, least_decimals))
      if (const std::size_t at = bytes.find(form); at != std::string_view::npos)
        found.push_back({score, form, at});
  return found;
}

}  // namespace smm::attacks
