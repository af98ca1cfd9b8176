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

constexpr std::size_t shortest = 5;  // shorter forms would be found by chance

void add(Forms& forms, const std::string& text, std::size_t least = shortest) {
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

std::uint64_t beginning_of(std::string_view text) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text.data(), shortest);
  return bytes;
}

}  // namespace

ByteSearch::ByteSearch(const std::vector<double>& planted, int least_decimals) {
  for (const double score : planted)
    for (const std::string& form : forms_of(score, least_decimals)) {
      by_beginning_[beginning_of(form)].push_back(forms_.size());
      forms_.push_back({score, form, 0});
    }
}

std::vector<Sighting> ByteSearch::sightings(std::string_view bytes) const {
  std::vector<Sighting> found;
  std::set<std::size_t> seen;
  for (std::size_t at = 0; at + shortest <= bytes.size(); ++at) {
    const auto candidates = by_beginning_.find(beginning_of(bytes.substr(at)));
    if (candidates == by_beginning_.end()) continue;
    for (const std::size_t form : candidates->second)
      if (bytes.substr(at).starts_with(forms_[form].form) && seen.insert(form).second)
        found.push_back({forms_[form].score, forms_[form].form, at});
  }
  return found;
}

std::vector<Sighting> sightings(std::string_view bytes, const std::vector<double>& planted,
                                int least_decimals) {
  return ByteSearch(planted, least_decimals).sightings(bytes);
}

}  // namespace smm::attacks
