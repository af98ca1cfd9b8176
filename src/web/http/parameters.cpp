// SPDX-License-Identifier: Apache-2.0
#include "web/http/parameters.hpp"

#include <algorithm>

#include "web/http/ascii.hpp"

namespace smm::web::http {
namespace {

int hex_digit(char letter) {
  if (letter >= '0' && letter <= '9') return letter - '0';
  if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
  if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
  return -1;
}

// The byte of the escape that begins a text, or -1.
int escaped_byte(std::string_view text) {
  if (text.size() < 3) return -1;
  const int high = hex_digit(text[1]);
  const int low = hex_digit(text[2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view encoded, bool plus_is_space) {
  std::string decoded;
  decoded.reserve(encoded.size());
  for (std::size_t at = 0; at < encoded.size(); ++at) {
    if (encoded[at] != '%') {
      decoded += plus_is_space && encoded[at] == '+' ? ' ' : encoded[at];
      continue;
    }
    const int byte = escaped_byte(encoded.substr(at));
    if (byte < 0) return std::nullopt;
    decoded += static_cast<char>(byte);
    at += 2;
  }
  if (decoded.find('\0') != std::string::npos || !is_utf8(decoded)) return std::nullopt;
  return decoded;
}

std::optional<Parameters> parse_parameters(std::string_view encoded) {
  Parameters parameters;
  for (const std::string_view pair : pieces(encoded, '&')) {
    if (pair.empty()) continue;
    const auto equals = std::min(pair.find('='), pair.size());
    auto name = percent_decoded(pair.substr(0, equals), true);
    auto value = percent_decoded(pair.substr(std::min(equals + 1, pair.size())), true);
    if (!name || !value) return std::nullopt;
    parameters.add({std::move(*name), std::move(*value)});
  }
  return parameters;
}

const std::string* Parameters::find(std::string_view name) const {
  const auto found = std::ranges::find(parameters_, name, &Parameter::name);
  return found == parameters_.end() ? nullptr : &found->value;
}

std::string_view Parameters::value(std::string_view name) const {
  const std::string* found = find(name);
  return found ? std::string_view(*found) : std::string_view();
}

std::vector<std::string_view> Parameters::values(std::string_view name) const {
  std::vector<std::string_view> found;
  for (const Parameter& parameter : parameters_)
    if (parameter.name == name) found.push_back(parameter.value);
  return found;
}

}  // namespace smm::web::http
