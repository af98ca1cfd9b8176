// SPDX-License-Identifier: Apache-2.0
#include "documents.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <regex>
#include <sstream>

namespace smm::documentation {
namespace fs = std::filesystem;

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> files_below(const std::string& folder, std::string_view ending) {
  std::vector<std::string> found;
  if (!fs::is_directory(folder)) return found;
  for (auto entry = fs::recursive_directory_iterator(folder); entry != fs::recursive_directory_iterator();
       ++entry) {
    const std::string name = entry->path().filename().string();
    if (entry->is_directory() && (name == "build" || name == "node_modules" || name.starts_with('.')))
      entry.disable_recursion_pending();
    else if (entry->is_regular_file() && name.ends_with(ending))
      found.push_back(entry->path().lexically_normal().generic_string());
  }
  std::ranges::sort(found);
  return found;
}

std::set<std::string> all_matches(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern, std::regex::ECMAScript | std::regex::multiline);
  std::set<std::string> found;
  for (auto match = std::sregex_iterator(text.begin(), text.end(), regex); match != std::sregex_iterator();
       ++match)
    found.insert((*match)[1].str());
  return found;
}

std::string output_of(const std::string& command_line) {
  const auto close = [](std::FILE* pipe) { pclose(pipe); };
  const std::unique_ptr<std::FILE, decltype(close)> pipe(popen(command_line.c_str(), "r"), close);
  std::string output;
  std::array<char, 4096> block{};
  while (pipe) {
    const std::size_t count = std::fread(block.data(), 1, block.size(), pipe.get());
    if (count == 0) break;
    output.append(block.data(), count);
  }
  return output;
}

std::string without_code_blocks(const std::string& text) {
  std::istringstream lines(text);
  std::string kept;
  bool in_code = false;
  for (std::string line; std::getline(lines, line);) {
    const bool fence = line.starts_with("```");
    if (!fence && !in_code) kept += line + '\n';
    if (fence) in_code = !in_code;
  }
  return kept;
}

std::string first_difference(const std::string& found, const std::string& wanted) {
  if (found == wanted) return "";
  std::istringstream found_lines(found);
  std::istringstream wanted_lines(wanted);
  std::string found_line;
  std::string wanted_line;
  do {
    if (!std::getline(found_lines, found_line)) found_line = "(nothing)";
    if (!std::getline(wanted_lines, wanted_line)) wanted_line = "(nothing)";
  } while (found_line == wanted_line && (found_lines || wanted_lines));
  return "found:  " + found_line + "\nwanted: " + wanted_line;
}

}  // namespace smm::documentation
