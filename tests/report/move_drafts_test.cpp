// SPDX-License-Identifier: Apache-2.0
// The paragraph that comes with a move: of its own question, with the school's name and the next step in it.
#include <gtest/gtest.h>

#include "seven_schools.hpp"

namespace smm::test {
namespace {

std::string up_to(const std::string& text, const std::string& part) {
  return text.substr(0, text.find(part));
}

TEST(MoveDrafts, AreThoseOfTheQuestion) {
  const SevenSchools& all = SevenSchools::all();
  int seen = 0;
  for (const SchoolCase& which : seven_schools()) {
    const auto made = all.report(which);
    for (const report::Move& move : made.moves) {
      const std::string& paragraph = all.drafts.at(move.item);
      const std::string opening = up_to(up_to(paragraph, "{school}"), "{next}");
      EXPECT_EQ(move.draft.substr(0, opening.size()), opening) << move.item;
      EXPECT_NE(move.draft.find(made.school.name), std::string::npos) << move.item;
      EXPECT_NE(move.draft.find(move.next.words.substr(0, move.next.words.size() - 1)), std::string::npos)
          << move.item;
      EXPECT_NE(move.draft.find(move.office), std::string::npos) << move.item;
      EXPECT_EQ(move.draft.find('{'), std::string::npos) << move.draft;
      ++seen;
    }
  }
  EXPECT_GE(seen, 15);
}

TEST(MoveDrafts, AreFramedWhereNobodyWroteThem) {
  const SevenSchools& all = SevenSchools::all();
  auto input = all.world.input(all.world.schools.front(), all.index);
  input.drafts = nullptr;
  for (const report::Move& move : report::make_report(input, report_texts()).moves)
    EXPECT_NE(move.draft.find(move.question), std::string::npos) << move.draft;
}

}  // namespace
}  // namespace smm::test
