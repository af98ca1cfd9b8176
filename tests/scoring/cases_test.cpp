// SPDX-License-Identifier: Apache-2.0
// Every file of tests/cases is one test, found when the tests run and named after its file.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "case_run.hpp"
#include "edition_folder.hpp"

namespace smm::test {
namespace {

std::vector<std::string> case_paths() {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator("tests/cases")) {
    if (entry.path().extension() == ".case") paths.push_back(entry.path().generic_string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  const std::string stem = info.param.substr(std::string_view("tests/cases/").size());
  std::string name = stem.substr(0, stem.size() - std::string_view(".case").size());
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '/' || c == '-'; }, '_');
  return name;
}

class Case : public testing::TestWithParam<std::string> {};

TEST_P(Case, Holds) {
  const CaseFile file = read_case(bytes_of_file(GetParam()), GetParam());
  for (const std::string& disagreement : disagreements(file))
    ADD_FAILURE() << file.title << "\n" << disagreement;
}

INSTANTIATE_TEST_SUITE_P(Files, Case, testing::ValuesIn(case_paths()), test_name);

TEST(Cases, AreAtLeastSixty) {
  EXPECT_GE(case_paths().size(), 60u);
}

}  // namespace
}  // namespace smm::test
