// SPDX-License-Identifier: Apache-2.0
// docs/reference/problems.md lists every kind of problem that the rooms list in their problems.hpp, and no
// other. Its table is made from the source: SMM_APPROVE=1 (./dev approve) writes it anew.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <regex>
#include <string>

#include "documents.hpp"

namespace smm::documentation {
namespace {

constexpr const char* problems_page = "docs/reference/problems.md";
constexpr const char* table_begin = "<!-- table: written by ./dev approve -->\n";

struct Kind {
  std::string room;
  std::string meaning;
};

// Adjacent string literals are one; the meaning may be cut over lines.
std::string joined_literals(const std::string& literals) {
  std::string text;
  const std::regex literal("\"((?:[^\"\\\\]|\\\\.)*)\"");
  for (auto match = std::sregex_iterator(literals.begin(), literals.end(), literal);
       match != std::sregex_iterator(); ++match)
    text += std::regex_replace((*match)[1].str(), std::regex(R"(\\(.))"), "$1");
  return text;
}

std::map<std::string, Kind> kinds_in_source() {
  std::map<std::string, Kind> kinds;
  const std::regex constant(R"re(\bProblemKind\s+[a-z0-9_]+\s*\{\s*"([^"]*)"\s*,([^}]*)\})re");
  for (const std::string& path : files_below("src", "problems.hpp")) {
    const std::string text = text_of(path);
    const std::string room = path.substr(4, path.rfind('/') - 4);
    for (auto match = std::sregex_iterator(text.begin(), text.end(), constant);
         match != std::sregex_iterator(); ++match) {
      const bool is_new = kinds.emplace((*match)[1], Kind{room, joined_literals((*match)[2])}).second;
      EXPECT_TRUE(is_new) << path << " repeats the code " << (*match)[1];
    }
  }
  return kinds;
}

std::string table_of(const std::map<std::string, Kind>& kinds) {
  std::string table = "| code | room | what it means |\n|---|---|---|\n";
  for (const auto& [code, kind] : kinds)
    table += "| `" + code + "` | " + kind.room + " | " + kind.meaning + " |\n";
  return table;
}

TEST(DocumentedProblems, AreThoseOfTheSource) {
  const auto kinds = kinds_in_source();
  const std::string text = text_of(problems_page);
  const auto begin = text.find(table_begin);
  ASSERT_NE(begin, std::string::npos) << problems_page << " has no line " << table_begin;
  const std::string head = text.substr(0, begin) + table_begin;
  const std::string wanted = head + table_of(kinds);
  if (std::getenv("SMM_APPROVE") != nullptr) std::ofstream(problems_page, std::ios::binary) << wanted;
  EXPECT_EQ(first_difference(text_of(problems_page), wanted), "") << "./dev approve writes the table anew";
}

TEST(DocumentedProblems, EveryKindIsFoundAndReadsAsASentence) {
  const auto kinds = kinds_in_source();
  std::size_t constants = 0;
  for (const std::string& path : files_below("src", "problems.hpp"))
    constants += all_matches(text_of(path), R"(\bProblemKind\s+([a-z0-9_]+)\s*\{)").size();
  EXPECT_EQ(kinds.size(), constants);
  for (const auto& [code, kind] : kinds) {
    EXPECT_TRUE(std::regex_match(code, std::regex("[a-z][a-z0-9_]*"))) << code;
    EXPECT_TRUE(kind.meaning.ends_with('.') && kind.meaning.find('|') == std::string::npos)
        << code << ": " << kind.meaning;
  }
}

}  // namespace
}  // namespace smm::documentation
