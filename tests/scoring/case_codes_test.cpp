// SPDX-License-Identifier: Apache-2.0
// Every code that an answer file can lead to stands in the problems of some case: a new code without a case
// fails here. (Codes of editions are held the same way by broken_editions_test.)
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "instrument/problems.hpp"
#include "scoring/problems.hpp"

namespace smm::scoring {
namespace {

// First words of the lines below "problems" in every case file.
std::set<std::string> codes_in_cases() {
  std::set<std::string> codes;
  for (const auto& entry : std::filesystem::recursive_directory_iterator("tests/cases")) {
    if (entry.path().extension() != ".case") continue;
    std::ifstream file(entry.path());
    bool in_problems = false;
    for (std::string line; std::getline(file, line);) {
      std::string word;
      std::istringstream(line) >> word;
      if (word.empty()) in_problems = false;
      if (in_problems) codes.insert(word);
      if (line == "problems") in_problems = true;
    }
  }
  return codes;
}

bool is_of_answers(std::string_view code) {
  static const std::set<std::string_view> others = {"unknown_state", "unknown_option", "option_conflict",
                                                    "reason_missing", "school_without_programme"};
  return code.starts_with("answer_") || others.contains(code);
}

TEST(CaseCodes, EveryCodeOfAnswersHasACase) {
  const std::set<std::string> in_cases = codes_in_cases();
  std::size_t checked = 0;
  const auto check = [&](const auto& kinds) {
    for (const base::ProblemKind* kind : kinds) {
      if (!is_of_answers(kind->code)) continue;
      ++checked;
      EXPECT_TRUE(in_cases.contains(std::string(kind->code))) << kind->code << " stands in no case";
    }
  };
  check(instrument::problem::all);
  check(problem::all);
  EXPECT_GE(checked, 15u);
}

}  // namespace
}  // namespace smm::scoring
