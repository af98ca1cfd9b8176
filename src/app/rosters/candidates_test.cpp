// SPDX-License-Identifier: Apache-2.0
#include "app/rosters/candidates.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "exchange/csv.hpp"
#include "shared_data.hpp"

namespace smm::app {
namespace {

constexpr std::string_view hd_header =
    "UNITID,INSTNM,ADDR,CITY,STABBR,ZIP,ICLEVEL,CONTROL,HLOFFER,DEGGRANT,MEDICAL,LOCALE,CYACTIVE,C21BASIC,"
    "INSTSIZE,"
    "F1SYSTYP,F1SYSCOD\n";

base::Table hd_table(const std::string& rows) {
  const auto table = exchange::read_table(std::string(hd_header) + rows, "hd.csv");
  EXPECT_TRUE(table);
  return *table;
}

// Two universities, a community college, a closed school and one that grants no degrees.
const std::string five_rows =
    "100,North University,\"1 Main St\",Salem,OR,97301-0001,1,1, 9,1,1,11,1,15,5,1,105100\n"
    "200,South Osteopathic College,2 Elm,Macon,GA,31201,1,2, 9,1,1,42,1,25,-2,2,-2\n"
    "300,River Community College,3 Oak,Bend,OR,97701,2,1, 3,1,2,-3,1,4,2,-1,-2\n"
    "400,Closed University,4 Ash,Reno,NV,89501,1,1, 9,1,1,11,0,15,3,2,-2\n"
    "500,Diploma School,5 Fir,Reno,NV,89501,1,1, 9,2,1,11,1,15,3,2,-2\n";

std::vector<std::string> listed(const std::vector<Reviewed>& reviewed = {}) {
  const auto institutions = read_institutions(hd_table(five_rows));
  EXPECT_TRUE(institutions);
  const auto candidates = candidates_of(*institutions, reviewed);
  EXPECT_TRUE(candidates);
  std::vector<std::string> lines;
  for (const Candidate& each : *candidates)
    lines.push_back(each.institution.id + " " + each.programme + " " + std::string(to_string(each.basis)));
  return lines;
}

TEST(IpedsList, SaysWhatAFrameNeedsInTheFramesWords) {
  const auto institutions = read_institutions(hd_table(five_rows));
  ASSERT_TRUE(institutions);
  ASSERT_EQ(institutions->size(), 3u);
  const Institution& north = institutions->front();
  EXPECT_EQ(north.address, "1 Main St, Salem, OR 97301-0001");
  EXPECT_EQ(north.division, "Pacific");
  EXPECT_EQ(north.control, "public");
  EXPECT_EQ(north.size, "5");
  EXPECT_EQ(north.carnegie, "R1");
  EXPECT_EQ(north.locale, "city");
  EXPECT_EQ(north.system, "105100");
  const Institution& south = (*institutions)[1];
  EXPECT_EQ(south.control, "private");
  EXPECT_EQ(south.size, "1");
  EXPECT_EQ(south.carnegie, "special");
  EXPECT_EQ(south.locale, "rural");
  EXPECT_EQ(south.system, "");
}

TEST(IpedsList, DoublesTheQuotesThatThePublishedFileLeavesSingle) {
  EXPECT_EQ(ipeds_text("1,\"a?hl=\"vet\"&#x\",2\r\n"), "1,\"a?hl=\"\"vet\"\"&#x\",2\r\n");
  EXPECT_EQ(ipeds_text("\"He said \"\"yes\"\"\",\"\",x"), "\"He said \"\"yes\"\"\",\"\",x");
  EXPECT_EQ(ipeds_text("1,Bayam\xf3n"), "1,Bayamón");
}

TEST(IpedsList, ReadsThePublishedFileOf2022) {
  if (!test::has_shared_data("ipeds/hd2022.csv")) GTEST_SKIP() << "no ../shared/data/ipeds/hd2022.csv here";
  const auto table = exchange::read_table(ipeds_text(test::shared_bytes("ipeds/hd2022.csv")), "hd2022.csv");
  ASSERT_TRUE(table) << to_string(table.problems().front());
  EXPECT_EQ(table->rows.size(), 6256u);
  const auto institutions = read_institutions(*table);
  ASSERT_TRUE(institutions) << to_string(institutions.problems().front());
  EXPECT_EQ(std::ranges::count(*institutions, true, &Institution::medical), 207);
  EXPECT_TRUE(std::ranges::binary_search(*institutions, "163657", {}, &Institution::id));
}

TEST(IpedsList, NamesWhatCannotBeRead) {
  const auto wrong = read_institutions(
      hd_table("1,A,s,c,XX,z,1,1,9,1,1,11,1,15,5,1,1\n2,B,s,c,OR,z,1,one,9,1,1,11,1,15,5,1,1\n"));
  ASSERT_FALSE(wrong);
  ASSERT_EQ(wrong.problems().size(), 2u);
  for (const auto& problem : wrong.problems()) EXPECT_EQ(problem.code, "ipeds_value");
  EXPECT_EQ(wrong.problems()[1].place.line, 3);
  const auto other = read_institutions(*exchange::read_table("UNITID,INSTNM\n1,A\n", "hd.csv"));
  ASSERT_FALSE(other);
  EXPECT_EQ(other.problems().front().code, "csv_missing_column");
}

TEST(Candidates, FollowTheRulesWhereNobodyReviewed) {
  EXPECT_EQ(listed(), (std::vector<std::string>{"100 medicine_md assumed", "100 nursing_bsn assumed",
                                                "100 nursing_msn assumed", "200 medicine_do assumed",
                                                "300 nursing_adn assumed"}));
}

TEST(Candidates, TakeTheReviewersWordBeforeAnyRule) {
  EXPECT_EQ(listed({{"100", "dentistry", true, "", 2},
                    {"100", "medicine_md", false, "veterinary", 3},
                    {"200", "medicine_md", true, "", 4},
                    {"300", "nursing_adn", false, "", 5}}),
            (std::vector<std::string>{"100 dentistry reviewed", "100 nursing_bsn assumed",
                                      "100 nursing_msn assumed", "200 medicine_md reviewed"}));
}

TEST(Candidates, RefuseAReviewOfNothingOrTwice) {
  const auto institutions = read_institutions(hd_table(five_rows));
  const auto refused = candidates_of(*institutions, {{"400", "medicine_md", true, "", 2},
                                                     {"100", "dentistry", true, "", 3},
                                                     {"100", "dentistry", false, "", 4}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problems().size(), 3u);
  const auto decision =
      read_reviewed(*exchange::read_table("unitid,programme,decision,note\n1,dentistry,maybe,\n", "r.csv"));
  ASSERT_FALSE(decision);
  EXPECT_EQ(decision.problems().front().code, "ipeds_review");
  EXPECT_EQ(decision.problems().front().place.line, 2);
}

TEST(Candidates, BecomeARosterOfSchoolsWithOneCodeForOneDean) {
  const auto institutions = read_institutions(hd_table(five_rows));
  const auto candidates = candidates_of(*institutions, {{"100", "dentistry", true, "since 1898", 2}});
  const auto table = exchange::read_table(candidates_csv(*candidates), "roster.csv");
  ASSERT_TRUE(table);
  ASSERT_EQ(table->rows.size(), 6u);
  const auto cell = [&](std::size_t row, std::string_view name) {
    return table->rows[row].cells[*table->column(name)];
  };
  EXPECT_EQ(cell(0, "school_id"), "100-dental");
  EXPECT_EQ(cell(0, "name"), "North University, dentistry");
  EXPECT_EQ(cell(0, "basis"), "reviewed");
  EXPECT_EQ(cell(0, "note"), "since 1898");
  EXPECT_EQ(cell(2, "school_id"), "100-nursing");
  EXPECT_EQ(cell(3, "school_id"), "100-nursing");
  EXPECT_EQ(cell(2, "name"), cell(3, "name"));
  EXPECT_EQ(cell(5, "division"), "Pacific");
}

}  // namespace
}  // namespace smm::app
