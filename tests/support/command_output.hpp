// SPDX-License-Identifier: Apache-2.0
// What a program says on standard output, for tests that ask tools such as pdfinfo.
#pragma once

#include <cstdio>
#include <string>

namespace smm::test {

// Of a line for the shell; empty when the program is not there.
inline std::string command_output(const std::string& line) {
  FILE* pipe = popen(line.c_str(), "r");
  if (pipe == nullptr) return "";
  std::string text;
  char buffer[4096];
  for (std::size_t got = 0; (got = fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, got);
  pclose(pipe);
  return text;
}

}  // namespace smm::test
