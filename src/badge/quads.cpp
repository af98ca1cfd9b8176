// SPDX-License-Identifier: Apache-2.0
#include "badge/quads.hpp"

namespace smm::badge {
namespace {

std::string node(std::string_view name) {
  if (name == Quads::blank) return std::string(name);
  return "<" + std::string(name) + ">";
}

// RDFC-1.0, section 4.9: short escapes where there are some, \uXXXX for other controls.
std::string escaped(char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  switch (c) {
    case '\b':
      return "\\b";
    case '\t':
      return "\\t";
    case '\n':
      return "\\n";
    case '\f':
      return "\\f";
    case '\r':
      return "\\r";
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    default:
      break;
  }
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0x20 && byte != 0x7f) return {c};
  return std::string("\\u00") + digits[byte >> 4] + digits[byte & 15];
}

std::string literal(std::string_view value) {
  std::string text = "\"";
  for (const char c : value) text += escaped(c);
  return text + "\"";
}

std::string line(std::string_view subject, std::string_view predicate, const std::string& object) {
  return node(subject) + " " + node(predicate) + " " + object + " .\n";
}

}  // namespace

Quads& Quads::link(std::string_view subject, std::string_view predicate, std::string_view object) {
  lines_.insert(line(subject, predicate, node(object)));
  return *this;
}

Quads& Quads::text(std::string_view subject, std::string_view predicate, std::string_view value) {
  lines_.insert(line(subject, predicate, literal(value)));
  return *this;
}

Quads& Quads::typed(std::string_view subject, std::string_view predicate, std::string_view value,
                    std::string_view datatype) {
  lines_.insert(line(subject, predicate, literal(value) + "^^" + node(datatype)));
  return *this;
}

std::string Quads::canonical() const {
  std::string all;
  for (const std::string& each : lines_) all += each;
  return all;
}

}  // namespace smm::badge
