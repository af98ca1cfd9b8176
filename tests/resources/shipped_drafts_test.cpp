// SPDX-License-Identifier: Apache-2.0
// The paragraphs that ship for moves, held against the edition they are for, and the slips that are found.
#include <gtest/gtest.h>

#include <set>

#include "catalog/move_drafts.hpp"
#include "edition_folder.hpp"

namespace smm::catalog {
namespace {

const instrument::Edition& edition_of_drafts() {
  static const auto edition = test::load_folder(test::read_folder("content/instruments/smm-2026"));
  return *edition;
}

base::Result<MoveDrafts> drafts_in(const std::string& yaml) {
  return read_move_drafts(*exchange::parse_yaml(yaml, "moves/smm-2026.yaml"), edition_of_drafts());
}

MoveDrafts shipped_drafts() {
  return drafts_in(test::read_folder("content/moves").at("smm-2026.yaml")).value();
}

// As in docs/methods/moves.md: scored, with somebody who signs, within a year.
bool may_be_a_move(const instrument::Item& item) {
  return item.scored == instrument::Scored::yes && item.lever && item.effort &&
         *item.effort != instrument::Effort::years;
}

TEST(ShippedDrafts, AreThereForEachQuestionThatMayBecomeAMove) {
  const MoveDrafts drafts = shipped_drafts();
  std::set<std::string> wanted;
  for (const instrument::Item& item : edition_of_drafts().items)
    if (may_be_a_move(item)) wanted.insert(item.id);
  EXPECT_GT(wanted.size(), 40U);
  for (const std::string& id : wanted) EXPECT_TRUE(drafts.contains(id)) << id;
  for (const auto& [id, text] : drafts) EXPECT_TRUE(wanted.contains(id)) << id << " is never a move";
}

TEST(ShippedDrafts, AreParagraphsOfTheirOwn) {
  std::set<std::string> seen;
  for (const auto& [id, text] : shipped_drafts()) {
    EXPECT_TRUE(seen.insert(text).second) << id;
    EXPECT_GE(text.size(), 90U) << id;
    EXPECT_LE(text.size(), 330U) << id;
    std::size_t sentences = 0;
    for (std::size_t at = 0; at < text.size(); ++at)
      sentences += text[at] == '.' && (at + 1 == text.size() || text.compare(at + 1, 1, " ") == 0 ||
                                       text.compare(at + 1, 3, "”") == 0);
    EXPECT_GE(sentences, 1U) << id;
    EXPECT_LE(sentences, 3U) << id;
  }
}

std::string codes_in(const std::string& yaml) {
  const auto read = drafts_in(yaml);
  std::string codes;
  if (!read)
    for (const base::Problem& problem : read.problems()) codes += std::string(problem.code) + " ";
  return codes;
}

TEST(Drafts, AreRefusedWithEverySlip) {
  const std::string head = "edition: smm-2026\ndrafts:\n";
  const std::string good = "  - {item: partner-role, text: \"{school}: {next}.\"}\n";
  EXPECT_EQ(codes_in(head + good), "");
  EXPECT_EQ(codes_in(head + good + good), "move_draft ");
  EXPECT_EQ(codes_in(head + "  - {item: no-such, text: \"{school}: {next}.\"}\n"), "unknown_id ");
  EXPECT_EQ(codes_in(head + "  - {item: partner-role, text: \"{school}: more.\"}\n"), "move_draft ");
  EXPECT_EQ(codes_in(head + "  - {item: partner-role, text: \"{next}, {next}.\"}\n"),
            "move_draft move_draft ");
  EXPECT_EQ(codes_in("edition: smm-1999\ndrafts: []\n"), "move_draft ");
  EXPECT_EQ(codes_in(head + "  - {item: partner-role, txt: \"{school}: {next}.\"}\n"),
            "missing_field unknown_field ");
}

}  // namespace
}  // namespace smm::catalog
