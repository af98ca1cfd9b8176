// SPDX-License-Identifier: Apache-2.0
// One broken copy per problem code of schemes and concordances: tests/concordance/broken/<code>.yaml. Its
// first two lines say the code and line to be reported, and the name that the file would have.
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "concordance_folder.hpp"
#include "instrument/problems.hpp"

namespace smm::instrument {
namespace {

const std::filesystem::path broken_folder = "tests/concordance/broken";

struct BrokenCopy {
  std::string code;
  int line = 0;
  base::Document document;
};

BrokenCopy broken_copy(const std::filesystem::path& path) {
  const std::string bytes = test::bytes_of_file(path);
  std::smatch head;
  const std::regex form("# expect: ([a-z_]+) at line ([0-9]+)\n# file: ([^\n]+)\n[^]*");
  if (!std::regex_match(bytes, head, form)) throw std::runtime_error("no expectation in " + path.string());
  return {head[1], std::stoi(head[2]), test::yaml_document(bytes, head[3])};
}

base::Problems problems_of(const base::Document& document) {
  if (document.find("scheme") != nullptr) {
    const auto scheme = load_area_scheme(document, {"river-1"});
    return scheme ? base::Problems{} : scheme.problems();
  }
  const auto concordance = test::River().load(document);
  return concordance ? base::Problems{} : concordance.problems();
}

std::set<std::string> broken_codes() {
  std::set<std::string> codes;
  for (const auto& entry : std::filesystem::directory_iterator(broken_folder)) {
    codes.insert(entry.path().stem().string());
  }
  return codes;
}

TEST(BrokenConcordances, EachIsReportedOnceAtItsLine) {
  for (const std::string& code : broken_codes()) {
    SCOPED_TRACE(code);
    const BrokenCopy copy = broken_copy(broken_folder / (code + ".yaml"));
    EXPECT_EQ(copy.code, code);
    const base::Problems problems = problems_of(copy.document);
    ASSERT_EQ(problems.size(), 1u) << (problems.empty() ? "nothing found" : to_string(problems[1]));
    EXPECT_EQ(problems[0].code, code);
    EXPECT_EQ(problems[0].place.line, copy.line) << to_string(problems[0]);
  }
}

TEST(BrokenConcordances, EveryCodeHasOne) {
  const std::set<std::string> codes = broken_codes();
  const std::regex ours("(concordance|scheme|recode)_.*");
  int found = 0;
  for (const base::ProblemKind* kind : problem::all) {
    const std::string code(kind->code);
    if (!std::regex_match(code, ours)) continue;
    ++found;
    EXPECT_TRUE(codes.contains(code)) << "no broken copy for " << code;
  }
  EXPECT_GE(found, 10);
}

TEST(BrokenConcordances, TheirSourcesAreSound) {
  EXPECT_TRUE(problems_of(test::yaml_file("tests/concordance/river-1--river-2.yaml")).empty());
  EXPECT_TRUE(problems_of(test::yaml_file("tests/concordance/lake-1.yaml")).empty());
}

}  // namespace
}  // namespace smm::instrument
