// SPDX-License-Identifier: Apache-2.0
// docs/reference/commands.md tells every command in the program's own words, `smm --help-all`: a command's
// section begins with its name at the start of a line ("smm instrument check ..."), and its options and
// an example follow indented. SMM_APPROVE=1 (./dev approve) writes the page anew; that the words are enough
// for a reader is tested here.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "documents.hpp"

namespace smm::documentation {
namespace {

struct CommandSection {
  std::string command;  // such as "smm instrument check"
  std::string text;     // its lines, without blank ones at the end
};

// What stands above the first command (usage in general) belongs to none and is left out.
std::vector<CommandSection> sections_of(const std::string& help) {
  const std::regex begins("^(smm(?: [a-z][a-z-]*)*)( .*)?$");
  std::vector<CommandSection> sections;
  std::istringstream lines(help);
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (std::regex_match(line, match, begins)) sections.push_back({match[1], ""});
    if (!sections.empty()) sections.back().text += line + '\n';
  }
  for (CommandSection& section : sections)
    section.text.erase(section.text.find_last_not_of('\n') + 1).append("\n");
  return sections;
}

std::string page_of(const std::vector<CommandSection>& sections) {
  std::string page;
  for (const CommandSection& section : sections)
    page += "\n## `" + section.command + "`\n\n```text\n" + section.text + "```\n";
  return page;
}

// The options that the first line of a section names and no line below it explains ("    --out: Write ...").
std::vector<std::string> unexplained_options(const std::string& section) {
  const std::set<std::string> explained = all_matches(section, "^ +(--[a-z][a-z-]*): \\S.* .*$");
  std::vector<std::string> unexplained;
  for (const std::string& option : all_matches(section.substr(0, section.find('\n')), "(--[a-z][a-z-]*)"))
    if (!explained.contains(option)) unexplained.push_back(option);
  return unexplained;
}

#ifdef SMM_PROGRAM
TEST(DocumentedCommands, AreThoseOfTheProgram) {
  const std::string path = "docs/reference/commands.md";
  const std::string marker = "<!-- commands: written by ./dev approve -->\n";
  const auto sections = sections_of(output_of(SMM_PROGRAM " --help-all"));
  const std::string text = text_of(path);
  const auto begin = text.find(marker);
  ASSERT_NE(begin, std::string::npos) << path << " has no line " << marker;
  const std::string wanted = text.substr(0, begin) + marker + page_of(sections);
  if (std::getenv("SMM_APPROVE") != nullptr) std::ofstream(path, std::ios::binary) << wanted;
  EXPECT_GE(sections.size(), 5U);
  EXPECT_EQ(first_difference(text_of(path), wanted), "") << "./dev approve writes the page anew";
}

TEST(DocumentedCommands, HaveAnExampleAndAWordOnEveryOption) {
  for (const CommandSection& section : sections_of(output_of(SMM_PROGRAM " --help-all"))) {
    EXPECT_NE(section.text.find("    Example: " + section.command), std::string::npos)
        << section.command << " has no example";
    EXPECT_EQ(unexplained_options(section.text), std::vector<std::string>{}) << section.command;
  }
}
#endif

TEST(DocumentedCommands, SectionsAreReadFromHelp) {
  const auto sections = sections_of("Usage\n\nsmm score --out FILE\n    Example: smm score\n\nsmm demo\n");
  ASSERT_EQ(sections.size(), 2U);
  EXPECT_EQ(sections[0].command, "smm score");
  EXPECT_EQ(sections[0].text, "smm score --out FILE\n    Example: smm score\n");
  EXPECT_EQ(sections[1].command, "smm demo");
}

TEST(DocumentedCommands, OptionsWithoutAWordAreFound) {
  const std::string section =
      "smm score --out FILE [--json]\n    --json: Write JSON instead of CSV\n    --out: \n";
  EXPECT_EQ(unexplained_options(section), std::vector<std::string>{"--out"});
}

}  // namespace
}  // namespace smm::documentation
