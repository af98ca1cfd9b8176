// SPDX-License-Identifier: Apache-2.0
// The worked example of docs/reference/concordance.md: river-1 to river-2, in which every word stands once.
#include <gtest/gtest.h>

#include "base/problems.hpp"
#include "concordance_folder.hpp"
#include "instrument/earlier_answer.hpp"
#include "instrument/problems.hpp"
#include "instrument/tracking.hpp"

namespace smm::instrument {
namespace {

class RiverConcordance : public testing::Test {
 protected:
  const std::string bytes = test::bytes_of_file("tests/concordance/river-1--river-2.yaml");
  test::River river;
  const Concordance concordance = river.load(document_of(bytes)).value();

  static base::Document document_of(const std::string& text) {
    return test::yaml_document(text, "river-1--river-2.yaml");
  }

  std::string changed(const std::string& old_text, const std::string& new_text) const {
    const std::size_t at = bytes.find(old_text);
    EXPECT_NE(at, std::string::npos) << old_text;
    return std::string(bytes).replace(at, old_text.size(), new_text);
  }

  std::vector<std::string_view> codes_after(const std::string& old_text, const std::string& new_text) const {
    const auto loaded = river.load(document_of(changed(old_text, new_text)));
    std::vector<std::string_view> codes;
    if (loaded) return codes;
    for (const base::Problem& problem : loaded.problems()) codes.push_back(problem.code);
    return codes;
  }

  const ConcordanceRow& areas_to(const std::string& id) const {
    for (const ConcordanceRow* row : linked_areas(concordance)) {
      if (row->to[0] == id) return *row;
    }
    throw std::runtime_error("no linked area " + id);
  }

  TrackedAreas tracked(const std::string& area, const std::string& programme) const {
    return tracked_areas(concordance, areas_to(area), river.older, river.newer, programme);
  }

  static std::vector<std::string> newer_ids(const std::vector<const ConcordanceRow*>& rows) {
    std::vector<std::string> ids;
    for (const ConcordanceRow* row : rows) ids.insert(ids.end(), row->to.begin(), row->to.end());
    return ids;
  }

  std::optional<AnswerToConfirm> carried(const std::string& item, const AnswerText& answer) const {
    for (const ConcordanceRow& row : concordance.items) {
      if (row.from.empty() || row.from[0] != item || row.to.empty()) continue;
      return carry_forward(row, river.older.items[*river.older.item(item)],
                           river.newer.items[*river.newer.item(row.to[0])], answer);
    }
    return std::nullopt;
  }
};

using Ids = std::vector<std::string>;
using Codes = std::vector<std::string_view>;

TEST_F(RiverConcordance, ComparesSingleItemsThatStayedOne) {
  EXPECT_EQ(newer_ids(comparable_items(concordance)),
            (Ids{"class-size", "course", "course-minutes", "survey", "topics", "rounds", "board"}));
}

TEST_F(RiverConcordance, LinksAreasThatAreNeitherDroppedNorNew) {
  EXPECT_EQ(newer_ids(linked_areas(concordance)),
            (Ids{"teaching", "partners-near", "partners-far", "support"}));
}

// Older: course 4, hours 6, survey 5, topics 5, rounds 4 = 24. Newer: 4, 6, 5, 6 = 21. The map of topics is
// not complete, and rounds moved to another area.
TEST_F(RiverConcordance, TracksAnAreaByItemsThatStayedInItWhole) {
  const TrackedAreas teaching = tracked("teaching", "md");
  EXPECT_EQ(newer_ids(teaching.items), (Ids{"course", "course-minutes", "survey"}));
  EXPECT_DOUBLE_EQ(teaching.older_part, 15.0 / 24);
  EXPECT_DOUBLE_EQ(teaching.newer_part, 15.0 / 21);
  EXPECT_TRUE(teaching.enough());
}

// For bsn only course counts: 4 of 13 and 4 of 10 points.
TEST_F(RiverConcordance, RefusesATrendOnLessThanHalfOfThePoints) {
  const TrackedAreas teaching = tracked("teaching", "bsn");
  EXPECT_DOUBLE_EQ(teaching.older_part, 4.0 / 13);
  EXPECT_DOUBLE_EQ(teaching.newer_part, 4.0 / 10);
  EXPECT_FALSE(teaching.enough());
}

// Older: sites 6, board 2. Newer: sites 3 + 5, board 2, and rounds 4, which came from elsewhere.
TEST_F(RiverConcordance, TracksASplitAreaAsThePoolOfItsParts) {
  const TrackedAreas partners = tracked("partners-near", "md");
  EXPECT_EQ(newer_ids(partners.items), (Ids{"board", "sites-near", "sites-far"}));
  EXPECT_DOUBLE_EQ(partners.older_part, 1);
  EXPECT_DOUBLE_EQ(partners.newer_part, 10.0 / 14);
}

TEST_F(RiverConcordance, TracksMergedAreasAsOnePool) {
  const TrackedAreas support = tracked("support", "bsn");
  EXPECT_EQ(newer_ids(support.items), (Ids{"support-for-all"}));
  EXPECT_DOUBLE_EQ(support.older_part, 1);
  EXPECT_DOUBLE_EQ(support.newer_part, 1);
}

TEST_F(RiverConcordance, TracksNothingForAProgramThatASideDoesNotHave) {
  const TrackedAreas unknown = tracked("support", "dds");
  EXPECT_TRUE(unknown.items.empty());
  EXPECT_FALSE(unknown.enough());
}

TEST_F(RiverConcordance, CarriesAnswersForwardToBeConfirmed) {
  const auto same = carried("board", {"answered", "yes", ""});
  ASSERT_TRUE(same);
  EXPECT_EQ(same->change, Change::same);
  EXPECT_EQ(same->value, "yes");
  const auto reworded = carried("course", {"not_permitted", "", "Board rule 7"});
  ASSERT_TRUE(reworded);
  EXPECT_EQ(reworded->state, "not_permitted");
  EXPECT_EQ(reworded->reason, "Board rule 7");
  EXPECT_EQ(reworded->note, "The question now says that the course need not be required.");
  const auto hours = carried("course-hours", {"answered", "12", ""});
  ASSERT_TRUE(hours);
  EXPECT_EQ(hours->item, "course-minutes");
  EXPECT_EQ(hours->value, "720");
  EXPECT_EQ(carried("survey", {"answered", "done", ""})->value, "none");
}

TEST_F(RiverConcordance, LeavesEmptyWhatCannotBeCarriedForward) {
  EXPECT_FALSE(carried("sites", {"answered", "4", ""}));
  EXPECT_FALSE(carried("staff-training", {"answered", "yes", ""}));
  EXPECT_FALSE(carried("course", {"not_known", "", ""}));
  EXPECT_FALSE(carried("course", {"declined", "", ""}));
  EXPECT_FALSE(carried("course", {"not_answered", "", ""}));
  river.newer.items[*river.newer.item("board")].time_bound = true;
  EXPECT_FALSE(carried("board", {"answered", "yes", ""}));
}

TEST_F(RiverConcordance, ReportsEverythingAtOnce) {
  EXPECT_EQ(codes_after("items:\n", "items:\n  - {from: [ghost], to: [], change: dropped}\n"),
            (Codes{"concordance_note_missing", "unknown_id"}));
  EXPECT_EQ(codes_after("to: [alumni]", "to: []"), (Codes{"concordance_incomplete", "concordance_shape"}));
}

TEST_F(RiverConcordance, NeedsBothTablesAndBothLists) {
  EXPECT_EQ(codes_after("    to: []\n", ""), (Codes{"missing_field"}));
  const std::string without_items = bytes.substr(0, bytes.find("items:"));
  const auto loaded = river.load(document_of(without_items));
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.problems()[0].code, base::problem::missing_field.code);
}

TEST_F(RiverConcordance, KnowsWhichIdsEachSideHas) {
  EXPECT_EQ(codes_after("from: [archive]", "from: [archive, alumni]"), (Codes{"unknown_id"}));
  EXPECT_EQ(codes_after("to: [alumni]", "to: [alumni, archive]"), (Codes{"unknown_id"}));
  EXPECT_EQ(codes_after("from: [old-records]", "from: [old-records, mentors]"), (Codes{"unknown_id"}));
  EXPECT_EQ(codes_after("to: [mentors]", "to: [mentors, board]"), (Codes{"concordance_repeated"}));
}

TEST_F(RiverConcordance, RecodesNoArea) {
  EXPECT_EQ(codes_after("change: reworded", "change: recoded"),
            (Codes{"concordance_shape", "recode_misfit"}));
}

TEST_F(RiverConcordance, KnowsWhichSidesThereAre) {
  EXPECT_EQ(codes_after("from: river-1", "from: river-9"), (Codes{"concordance_file_name", "unknown_id"}));
  EXPECT_EQ(codes_after("to: river-2", "to: river-1").front(), "concordance_file_name");
}

}  // namespace
}  // namespace smm::instrument
