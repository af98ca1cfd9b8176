// SPDX-License-Identifier: Apache-2.0
#include "web/http/media_type.hpp"

#include <algorithm>

#include "web/http/ascii.hpp"

namespace smm::web::http {
namespace {

std::string lowered(std::string_view text) {
  std::string lower(text);
  for (char& letter : lower)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
  return lower;
}

bool is_media_type_name(std::string_view text) {
  const auto parts = pieces(text, '/');
  return parts.size() == 2 && is_token(parts[0]) && is_token(parts[1]);
}

std::string_view taken_until(std::string_view& rest, std::string_view ends) {
  const std::string_view taken = rest.substr(0, std::min(rest.find_first_of(ends), rest.size()));
  rest.remove_prefix(taken.size());
  return taken;
}

// From the opening quote to the closing one, which is taken too. Nothing when that is missing.
std::optional<std::string> take_quoted(std::string_view& rest) {
  std::string text;
  for (std::size_t at = 1; at < rest.size(); ++at) {
    if (rest[at] == '"') {
      rest.remove_prefix(at + 1);
      return text;
    }
    if (rest[at] == '\\' && ++at == rest.size()) break;
    text += rest[at];
  }
  return std::nullopt;
}

std::optional<std::string> take_value(std::string_view& rest) {
  if (rest.starts_with('"')) return take_quoted(rest);
  const std::string_view token = trimmed(taken_until(rest, ";"));
  return is_token(token) ? std::optional(std::string(token)) : std::nullopt;
}

// "; name=value"; false when it is not.
bool take_parameter(std::string_view& rest, Parameters& parameters) {
  rest.remove_prefix(1);
  rest = trimmed(rest);
  const std::string name = lowered(taken_until(rest, "=;"));
  if (!is_token(name) || !rest.starts_with('=') || parameters.find(name)) return false;
  rest.remove_prefix(1);
  auto value = take_value(rest);
  if (!value) return false;
  parameters.add({name, std::move(*value)});
  rest = trimmed(rest);
  return true;
}

}  // namespace

std::optional<MediaType> parse_media_type(std::string_view text) {
  std::string_view rest = trimmed(text);
  MediaType type{lowered(trimmed(taken_until(rest, ";"))), {}};
  if (!is_media_type_name(type.name)) return std::nullopt;
  while (!rest.empty())
    if (!rest.starts_with(';') || !take_parameter(rest, type.parameters)) return std::nullopt;
  return type;
}

}  // namespace smm::web::http
