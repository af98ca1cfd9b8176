// SPDX-License-Identifier: Apache-2.0
// Reads single numbers of the reference results (computed with R) that may lie beside the source tree:
// $SMM_SHARED/reference/stats/expected.json, or ../shared/... when the variable is not set. Tests run in the
// source folder. A plain text scan, so that small tests need not compile a JSON library: it finds the entry
// by its id and then the first "key": number after it, before the next entry.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace smm::test {

inline std::filesystem::path reference_file() {
  const char* shared = std::getenv("SMM_SHARED");
  return std::filesystem::path(shared != nullptr ? shared : "../shared") / "reference/stats/expected.json";
}

inline std::optional<double> reference_value(const std::string& id, const std::string& key) {
  std::ifstream file(reference_file());
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const auto entry = text.find("\"id\": \"" + id + "\"");
  if (entry == std::string::npos) return std::nullopt;
  const auto next = text.find("\"id\": ", entry + 1);
  const std::string label = "\"" + key + "\": ";
  const auto found = text.find(label, entry);
  if (found == std::string::npos || found > next) return std::nullopt;
  return std::strtod(text.c_str() + found + label.size(), nullptr);
}

}  // namespace smm::test
