// SPDX-License-Identifier: Apache-2.0
// docs/reference/commands.md has a heading for every command and names every option of it, and nothing that
// the program does not have. The program's own word is `smm --help-all`: a command's section begins with its
// name at the start of a line ("smm instrument check ..."), its options and examples follow indented.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "documents.hpp"

namespace smm::documentation {
namespace {

using Options = std::map<std::string, std::set<std::string>>;  // command to its options

// Sections begin where `heading` matches a line, which names the command in its first group.
Options options_by_section(const std::string& text, const std::string& heading) {
  Options options;
  std::string command;
  std::istringstream lines(text);
  const std::regex begins(heading);
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (std::regex_search(line, match, begins)) command = match[1];
    if (command.empty()) continue;
    options[command].merge(all_matches(line, "(--[a-z][a-z-]*)"));
  }
  return options;
}

#ifdef SMM_PROGRAM
TEST(DocumentedCommands, AreThoseOfTheProgramWithEveryOption) {
  const std::string help = output_of(SMM_PROGRAM " --help-all");
  const Options real = options_by_section(help, "^(smm(?: [a-z][a-z-]*)*)");
  const Options told =
      options_by_section(text_of("docs/reference/commands.md"), "^#+ `(smm(?: [a-z][a-z-]*)*)");
  EXPECT_GE(real.size(), 5U) << help;
  for (const auto& [command, options] : real) {
    ASSERT_TRUE(told.contains(command))
        << "docs/reference/commands.md has no heading for `" << command << "`";
    EXPECT_EQ(told.at(command), options) << command;
  }
  for (const auto& [command, options] : told)
    EXPECT_TRUE(real.contains(command)) << "the program has no command " << command;
}
#endif

TEST(DocumentedCommands, SectionsAreReadWithTheirOptions) {
  const std::string text = "## `smm score`\n`--out` and `--levels`\n## `smm weights`\nnone\n";
  const Options expected{{"smm score", {"--levels", "--out"}}, {"smm weights", {}}};
  EXPECT_EQ(options_by_section(text, "^#+ `(smm(?: [a-z][a-z-]*)*)"), expected);
}

}  // namespace
}  // namespace smm::documentation
