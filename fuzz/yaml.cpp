// SPDX-License-Identifier: Apache-2.0
// parse_yaml must end any bytes in a document or in problems; every place must lie within the input.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "exchange/yaml.hpp"

namespace {

using smm::base::Document;

void expect(bool holds) {
  if (!holds) std::abort();
}

void check_places(const Document& node, int lines) {
  expect(node.place.line >= 1 && node.place.line <= lines && node.place.column >= 1);
  if (node.list() != nullptr) {
    for (const Document& entry : *node.list()) check_places(entry, lines);
  }
  if (node.map() != nullptr) {
    for (const auto& entry : *node.map()) {
      expect(node.find(entry.key) == &entry.value);  // no other entry of the same key
      check_places(entry.value, lines);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const int lines = 1 + static_cast<int>(std::count(bytes.begin(), bytes.end(), '\n'));
  const auto result = smm::exchange::parse_yaml(bytes, "f");
  if (result) {
    check_places(*result, lines);
  } else {
    for (const auto& problem : result.problems()) expect(problem.place.line <= lines);
  }
  return 0;
}
