// SPDX-License-Identifier: Apache-2.0
// One broken copy of tests/editions/base per problem code that loading an edition can report, and more for
// places that are easily got wrong: tests/editions/broken/<code>[.<what>].edit. Each names every problem to
// be reported, with its file and line.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/problems.hpp"
#include "edited_folder.hpp"
#include "exchange/problems.hpp"
#include "expression/problems.hpp"
#include "instrument/problems.hpp"

namespace smm {
namespace {

const std::filesystem::path broken_folder = "tests/editions/broken";

std::vector<std::string> broken_copies() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(broken_folder))
    names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::string code_of(const std::string& name) {
  return name.substr(0, name.find('.'));
}

const test::FolderBytes& base_edition() {
  static const test::FolderBytes files = test::read_folder("tests/editions/base");
  return files;
}

std::string in_short(const base::Problem& problem) {
  return std::string(problem.code) + " " +
         to_string(base::Place{problem.place.source, problem.place.line, 0});
}

TEST(BrokenEditions, StandBesideASoundOne) {
  const auto edition = test::load_folder(base_edition());
  ASSERT_TRUE(edition.ok()) << to_string(edition.problems().front());
}

class BrokenEdition : public testing::TestWithParam<std::string> {};

TEST_P(BrokenEdition, ReportsExactlyWhatIsWrongAndWhere) {
  const auto copy = test::FolderEditor(base_edition()).apply(broken_folder / (GetParam() + ".edit"));
  const auto edition = test::load_folder(copy.files);
  std::vector<std::string> found;
  std::string in_full;
  if (!edition) {
    for (const base::Problem& problem : edition.problems()) {
      found.push_back(in_short(problem));
      in_full += to_string(problem) + "\n";
    }
  }
  EXPECT_EQ(found, copy.expected) << in_full;
  const bool named = std::any_of(found.begin(), found.end(), [](const std::string& problem) {
    return problem.starts_with(code_of(GetParam()) + " ");
  });
  EXPECT_TRUE(named || code_of(GetParam()) == "several");
}

INSTANTIATE_TEST_SUITE_P(Copies, BrokenEdition, testing::ValuesIn(broken_copies()), [](const auto& name) {
  std::string id = name.param;
  std::replace_if(
      id.begin(), id.end(), [](char c) { return c == '.' || c == '-'; }, '_');
  return id;
});

// Codes that only answers, area schemes and concordances have.
bool is_of_an_edition(std::string_view code) {
  const auto begins = [&](std::string_view start) { return code.starts_with(start); };
  static const std::set<std::string_view> of_answers = {"unknown_state", "unknown_option", "option_conflict",
                                                        "reason_missing"};
  return !begins("answer_") && !begins("concordance_") && !begins("scheme_") && !begins("recode_") &&
         !of_answers.contains(code);
}

// What reading YAML can report, of the kinds that `exchange` has for every format.
bool is_of_yaml(std::string_view code) {
  return !code.starts_with("csv_") && !code.starts_with("json_") && !code.starts_with("toml_") &&
         !code.starts_with("xlsx_");
}

TEST(BrokenEditions, HoldOneForEveryCode) {
  std::set<std::string> codes;
  for (const std::string& name : broken_copies()) codes.insert(code_of(name));
  const auto need = [&](const base::ProblemKind& kind) {
    EXPECT_TRUE(codes.contains(std::string(kind.code))) << "no broken copy for " << kind.code;
  };
  for (const base::ProblemKind* kind : base::problem::all) need(*kind);
  for (const base::ProblemKind* kind : expression::problem::all) need(*kind);
  for (const base::ProblemKind* kind : exchange::problem::all) {
    if (is_of_yaml(kind->code)) need(*kind);
  }
  for (const base::ProblemKind* kind : instrument::problem::all) {
    if (is_of_an_edition(kind->code)) need(*kind);
  }
}

}  // namespace
}  // namespace smm
