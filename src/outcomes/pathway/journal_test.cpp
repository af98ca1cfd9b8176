// SPDX-License-Identifier: Apache-2.0
#include "outcomes/pathway/journal.hpp"

#include <gtest/gtest.h>

#include "exchange/csv.hpp"
#include "outcomes/pathway/learner.hpp"

namespace smm::outcomes::pathway {
namespace {

const Day journal_day = *registry::parse_iso_day("2026-07-01");

base::Table journal_table(const std::string& csv) {
  return *exchange::read_table(csv, "entries.csv");
}

// Three learners, enrolled; the same ids at every run.
std::vector<Entry> three() {
  base::SeededRandomBytes random(7);
  return enroll(3, *registry::parse_iso_day("2012-06-01"), "s1", "summer", random);
}

std::string journal_told(const base::Problems& problems) {
  std::string text;
  for (const base::Problem& problem : problems)
    text += std::string(problem.code) + ":" + std::to_string(problem.place.line) + ";";
  return text;
}

base::Result<std::vector<Entry>> add(const std::string& rows) {
  return added_entries(
      three(), journal_table("learner_id,entry,date,until,code,school_id,programme\n" + rows), journal_day);
}

std::string journal_faults(const std::string& rows) {
  const auto added = add(rows);
  return added ? "" : journal_told(added.problems());
}

TEST(PathwayJournal, FromProgramToPractice) {
  const std::string id = three()[0].learner, other = three()[1].learner;
  const auto added =
      add(id + ",pathway_completed,2013-06-01,,,s1,summer\n" + id + ",applied,2014-10-01,,,s2,MD\n" + id +
          ",matriculated,2015-08-01,,,s2,MD\n" + id + ",exposure,2016-01-01,2017-06-30,track:rural,s2,MD\n" +
          id + ",exposure,2016-09-01,,campus:west,s2,MD\n" + id + ",graduated,2019-05-15,,,s2,MD\n" + id +
          ",professional_id,2020-07-01,,1234567893,,\n" + other +
          ",professional_id,2020-07-01,,NCSBN:12345678,,\n");
  ASSERT_TRUE(added) << to_string(added.problems().front());
  std::vector<Entry> journal = three();
  journal.insert(journal.end(), added->begin(), added->end());
  EXPECT_EQ(to_iso(journal.back().recorded), "2026-07-01");
  const auto learners = learners_of(journal);
  ASSERT_EQ(learners.size(), 3u);
  const std::string third = three()[2].learner;
  EXPECT_EQ(learners_cohort_csv(learners, false),
            "graduate_id,school_id,programme,role,pathway_completed,applied,matriculated,left,graduated,"
            "exposures\n" +
                id + ",s2,MD,learner,2013-06-01,2014-10-01,2015-08-01,,2019-05-15,campus:west;track:rural\n" +
                other + ",s1,summer,learner,,,,,,none\n" + third + ",s1,summer,learner,,,,,,none\n");
  EXPECT_NE(learners_cohort_csv(learners, true).find(third + ",s1,summer,learner,no,no,no,no,no,none\n"),
            std::string::npos);
  EXPECT_EQ(learners_links_csv(learners), "graduate_id,state,npi,probability\n" + id +
                                              ",linked,1234567893,1\n" + other + ",no_npi_expected,,\n");
}

TEST(PathwayJournal, ComesBackAsItWasWritten) {
  const std::string text = journal_csv(three());
  const auto read = read_journal(journal_table(text), journal_day);
  ASSERT_TRUE(read);
  EXPECT_EQ(journal_csv(*read), text);
}

TEST(PathwayJournal, SlipsArePutRightByFurtherEntries) {
  const std::string id = three()[0].learner;
  const auto added = add(id + ",graduated,2018-05-01,,,s2,MD\n" + id + ",graduated,2019-05-01,,,s2,MD\n" +
                         id + ",exposure,2016-01-01,,track:rural,s2,MD\n" + id +
                         ",exposure,2016-01-01,2017-01-01,track:rural,s2,MD\n" + id +
                         ",left,2018-01-01,,,s2,MD\n" + id + ",withdrawn,2019-06-01,,left,,\n");
  ASSERT_TRUE(added) << to_string(added.problems().front());
  std::vector<Entry> journal = three();
  journal.insert(journal.end(), added->begin(), added->end());
  const Learner learner = learners_of(journal).front();
  EXPECT_EQ(to_iso(learner.stage(EntryKind::graduated)->date), "2019-05-01");
  EXPECT_EQ(learner.stage(EntryKind::left), nullptr);
  ASSERT_EQ(learner.exposures.size(), 1u);
  EXPECT_EQ(to_iso(learner.exposures[0].until), "2017-01-01");
}

TEST(PathwayJournal, NamesEveryFault) {
  const std::string id = three()[0].learner, other = three()[1].learner;
  EXPECT_EQ(journal_faults("Jane Doe,applied,2014-01-01,,,,\n"), "pathway_bad_entry:2;");
  EXPECT_EQ(journal_faults(id + ",hired,2014-01-01,,,,\n"), "pathway_bad_entry:2;");
  EXPECT_EQ(journal_faults(id + ",applied,last year,,,,\n"), "pathway_bad_entry:2;");
  EXPECT_EQ(journal_faults(id + ",applied,2026-07-02,,,,\n"), "pathway_future_date:2;");
  EXPECT_EQ(journal_faults(id + ",exposure,2016-01-01,,rural,,\n"), "pathway_bad_entry:2;");
  EXPECT_EQ(journal_faults(id + ",exposure,2016-01-01,2015-01-01,track:rural,,\n"), "pathway_bad_entry:2;");
  EXPECT_EQ(journal_faults(id + ",professional_id,2016-01-01,,1234567890,,\n"), "pathway_bad_entry:2;");
  EXPECT_EQ(journal_faults(id + ",applied,2014-01-01,,x,,\n"), "pathway_bad_entry:2;");
  EXPECT_EQ(journal_faults(id + ",enrolled,2014-01-01,,,,\n"), "pathway_contradiction:2;");
  EXPECT_EQ(journal_faults(id + ",matriculated,2015-08-01,,,,\n" + id + ",graduated,2014-08-01,,,,\n"),
            "pathway_contradiction:3;");
  EXPECT_EQ(journal_faults(id + ",left,2015-08-01,,,,\n" + id + ",graduated,2016-08-01,,,,\n"),
            "pathway_contradiction:3;");
  EXPECT_EQ(journal_faults(id + ",professional_id,2016-01-01,,1234567893,,\n" + other +
                           ",professional_id,2016-01-01,,1234567893,,\n"),
            "pathway_contradiction:3;");
  base::SeededRandomBytes elsewhere(8);
  EXPECT_EQ(
      journal_faults(enroll(1, journal_day, "", "", elsewhere)[0].learner + ",applied,2014-01-01,,,,\n"),
      "pathway_unknown_learner:2;");
  EXPECT_EQ(
      journal_told(added_entries(three(), journal_table("learner,entry\nx,y\n"), journal_day).problems()),
      "pathway_bad_entry:1;pathway_bad_entry:1;");
}

}  // namespace
}  // namespace smm::outcomes::pathway
