// SPDX-License-Identifier: Apache-2.0
// docs/reference/states.md is made from the tables of transitions.cpp; SMM_APPROVE=1 (./dev approve) writes
// it anew.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "assessment/transitions.hpp"

namespace smm::assessment {
namespace {

constexpr const char* states_page = "docs/reference/states.md";

std::string text_of_page() {
  std::ifstream file(states_page, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

template <class Rows>
std::string table_of(const Rows& rows) {
  std::string table = "| from | act | to |\n|---|---|---|\n";
  for (const auto& row : rows) {
    table += "| `" + std::string(to_string(row.from)) + "` | " + std::string(to_string(row.act)) + " | `" +
             std::string(to_string(row.to)) + "` |\n";
  }
  return table;
}

// The page has one table under each heading, and words around them that stay.
std::string with_table(const std::string& text, const std::string& name, const std::string& table) {
  const std::string begin = "<!-- " + name + ": written by ./dev approve -->\n";
  const auto at = text.find(begin);
  EXPECT_NE(at, std::string::npos) << states_page << " has no line " << begin;
  if (at == std::string::npos) return text;
  const auto from = at + begin.size();
  auto to = from;
  while (to < text.size() && text[to] == '|') to = text.find('\n', to) + 1;
  return text.substr(0, from) + table + text.substr(to);
}

TEST(StatesPage, HoldsTheTablesOfTheSource) {
  std::string wanted = with_table(text_of_page(), "round", table_of(round_transitions()));
  wanted = with_table(wanted, "participation", table_of(participation_transitions()));
  wanted = with_table(wanted, "packet", table_of(packet_transitions()));
  if (std::getenv("SMM_APPROVE") != nullptr) std::ofstream(states_page, std::ios::binary) << wanted;
  EXPECT_EQ(text_of_page(), wanted) << "./dev approve writes the tables anew";
}

}  // namespace
}  // namespace smm::assessment
