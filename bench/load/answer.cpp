// SPDX-License-Identifier: Apache-2.0
#include "load/answer.hpp"

#include <strings.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <string>

namespace smm::load {
namespace {

template <typename Number>
Number number_in(std::string_view text) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size())
    throw std::runtime_error("not a number in an answer: " + std::string(text));
  return number;
}

}  // namespace

std::string_view Answer::field(std::string_view name) const {
  for (auto line = head.find("\r\n"); line != std::string_view::npos; line = head.find("\r\n", line + 2)) {
    const std::string_view rest = head.substr(line + 2);
    if (rest.size() <= name.size() || rest[name.size()] != ':') continue;
    if (strncasecmp(rest.data(), name.data(), name.size()) != 0) continue;
    const std::string_view value = rest.substr(name.size() + 1, rest.find("\r\n") - name.size() - 1);
    return value.substr(std::min(value.find_first_not_of(' '), value.size()));
  }
  return {};
}

std::size_t read_answer(std::string_view bytes, Answer& answer) {
  const auto end = bytes.find("\r\n\r\n");
  if (end == std::string_view::npos) return 0;
  if (!bytes.starts_with("HTTP/1.") || end < 12) throw std::runtime_error("an answer that is not HTTP");
  answer.head = bytes.substr(0, end);
  answer.status = number_in<int>(bytes.substr(9, 3));
  const std::string_view length = answer.field("Content-Length");
  const bool bodiless = answer.status == 204 || answer.status == 304;
  if (length.empty() && !bodiless) throw std::runtime_error("an answer without Content-Length");
  const std::size_t size = bodiless ? 0 : number_in<std::size_t>(length);
  if (bytes.size() < end + 4 + size) return 0;
  answer.body = bytes.substr(end + 4, size);
  return end + 4 + size;
}

}  // namespace smm::load
