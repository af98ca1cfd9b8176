// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/cohort.hpp"

#include <gtest/gtest.h>

#include "outcomes/measure/practice.hpp"
#include "outcomes/measure/shipped_measures_test.hpp"
#include "outcomes/measure/stratum.hpp"

namespace smm::outcomes::measure {
namespace {

base::Result<Cohort> read_sample_cohort(const std::string& csv) {
  base::MemorySource bytes(csv);
  return read_cohort(bytes, "cohort.csv", *registry::parse_iso_day("2026-07-01"), shipped_catalogue());
}

// "code:line", or all of them.
std::string cohort_told(const base::Problems& problems) {
  std::string text;
  for (const base::Problem& problem : problems)
    text += std::string(problem.code) + ":" + std::to_string(problem.place.line) + ";";
  return text;
}

std::string cohort_faults(const std::string& csv) {
  const auto cohort = read_sample_cohort(csv);
  return cohort ? "" : cohort_told(cohort.problems());
}

TEST(Cohort, ReadsWhatItIsTold) {
  const auto cohort = read_sample_cohort(
      "graduate_id,school_id,programme,matriculated,graduated,sex,urm,debt,exposures\n"
      "g1,s1,md,2019-08-01,2023-05-15,F,Yes,1500.5,rural; tribal\n"
      "g2,s2,Medicine,no,,,0,,none\n"
      "g3,s1,Astrology,yes,,other,,,\n");
  ASSERT_TRUE(cohort) << to_string(cohort.problems().front());
  ASSERT_EQ(cohort->persons.size(), 3u);
  const Person& first = cohort->persons[0];
  EXPECT_EQ(cohort->schools, (std::vector<std::string>{"s1", "s2"}));
  EXPECT_EQ(cohort->programmes[first.programme].text, "medicine_md");
  EXPECT_EQ(cohort->programmes[cohort->persons[1].programme].text, "medicine_md");
  EXPECT_EQ(cohort->programmes[cohort->persons[2].programme].known, nullptr);
  EXPECT_EQ(to_iso(first.day(StudyEvent::graduated)), "2023-05-15");
  EXPECT_EQ(first.graduation_year, 2023);
  EXPECT_EQ(first.answers.get(Fact::urm), true);
  EXPECT_EQ(cohort->persons[1].answers.get(Fact::urm), false);
  EXPECT_EQ(cohort->persons[2].answers.get(Fact::urm), std::nullopt);
  EXPECT_EQ(cohort->persons[1].answers.get(Fact::matriculated), false);
  EXPECT_EQ(cohort->exposure_lists[first.exposures], (std::vector<std::string>{"rural", "tribal"}));
  EXPECT_TRUE(cohort->exposure_lists[cohort->persons[1].exposures].empty());
  EXPECT_EQ(first.role, Role::learner);
  EXPECT_DOUBLE_EQ(*first.debt, 1500.5);
}

TEST(Cohort, NamesEveryFault) {
  EXPECT_EQ(cohort_faults("graduate_id,school_id\ng1,s\ng1,s\n"), "cohort_duplicate_id:3;");
  EXPECT_EQ(cohort_faults("graduate_id,school_id,graduated\ng1,s,2026-07-02\n"), "cohort_future_date:2;");
  EXPECT_EQ(cohort_faults("graduate_id,school_id,graduated,graduation_year\ng1,s,yes,2027\n"),
            "cohort_future_date:2;");
  EXPECT_EQ(cohort_faults("graduate_id,school_id,graduated,graduation_year\ng1,s,,2027\n"), "");
  EXPECT_EQ(cohort_faults("graduate_id,school_id,urm,sex,debt,role\ng1,s,perhaps,7,-1,dean\n"),
            "cohort_bad_value:2;cohort_bad_value:2;cohort_bad_value:2;cohort_bad_value:2;");
  EXPECT_EQ(cohort_faults("graduate_id,school_id,graduated\ng1,s,2020-02-30\n"), "cohort_bad_value:2;");
  EXPECT_EQ(cohort_faults("graduate_id,school_id,matriculated,graduated\ng1,s,2020-08-01,2019-05-01\n"),
            "cohort_dates_out_of_order:2;");
  EXPECT_EQ(cohort_faults("graduate_id,school_id,rural_orign\ng1,s,yes\n"), "cohort_unknown_column:1;");
  EXPECT_EQ(cohort_faults("graduate_id,school_id\n,s\ng2,\n"), "cohort_bad_value:2;cohort_bad_value:3;");
  EXPECT_EQ(cohort_faults("graduate_id,school_id\n"), "cohort_empty:0;");
  EXPECT_EQ(cohort_faults("graduate_id\ng1\n"), "csv_missing_column:1;");
  EXPECT_EQ(cohort_faults("graduate_id,school_id\ng1,s,3\n"), "csv_cell_count:2;");
}

TEST(Cohort, AMistypedColumnHasASuggestion) {
  const auto cohort = read_sample_cohort("graduate_id,school_id,rural_orign\ng1,s,yes\n");
  EXPECT_NE(cohort.problems().front().sentence.find("did you mean \"rural_origin\""), std::string::npos);
}

TEST(Cohort, SchoolsTellControlAndState) {
  const auto cohort = read_sample_cohort("graduate_id,school_id\ng1,s1\ng2,s2\n");
  const std::string csv = "school_id,control,state\ns2,Private,NC\nelsewhere,public,VA\n";
  base::MemorySource bytes(csv);
  const auto schools = read_schools(bytes, "schools.csv", *cohort);
  ASSERT_TRUE(schools);
  EXPECT_EQ((*schools)[0].control, School::Control::unknown);
  EXPECT_EQ((*schools)[1].control, School::Control::private_school);
  EXPECT_EQ((*schools)[1].state, "NC");
  const std::string bad = "school_id,control,state\ns2,church,North Carolina\ns2,public,NC\n";
  base::MemorySource bad_bytes(bad);
  EXPECT_EQ(cohort_told(read_schools(bad_bytes, "schools.csv", *cohort).problems()),
            "school_bad_value:2;school_bad_value:2;cohort_duplicate_id:3;");
}

TEST(Cohort, LinksAndDrawsAreReadByPerson) {
  const auto cohort = read_sample_cohort("graduate_id,school_id\ng1,s\ng2,s\n");
  const std::string csv = "graduate_id,state,npi,probability\ng2,linked,1234567893,0.97\nx,ambiguous,,0.2\n";
  base::MemorySource bytes(csv);
  const auto links = read_links(bytes, "links.csv", *cohort);
  ASSERT_TRUE(links);
  EXPECT_EQ(links->others, 1u);
  EXPECT_EQ(links->persons[0].state, LinkState::not_in_registry);
  EXPECT_EQ(links->persons[1].npi, 1234567893u);
  const std::string draws_csv = "draw,graduate_id,npi\n2,g1,1234567893\n";
  base::MemorySource draw_bytes(draws_csv);
  const auto draws = read_draws(draw_bytes, "draws.csv", *cohort, *links);
  ASSERT_TRUE(draws);
  ASSERT_EQ(draws->size(), 2u);
  EXPECT_EQ((*draws)[0].persons[0].npi, 0u);
  EXPECT_EQ((*draws)[1].persons[0].npi, 1234567893u);
}

TEST(Cohort, FaultsOfLinksAndDraws) {
  const auto cohort = read_sample_cohort("graduate_id,school_id\ng1,s\n");
  const std::string csv = "graduate_id,state,npi,probability\ng1,linked,1234567890,0.9\ng1,found,,2\n";
  base::MemorySource bytes(csv);
  EXPECT_EQ(cohort_told(read_links(bytes, "links.csv", *cohort).problems()),
            "bad_npi:2;link_bad_state:3;cohort_bad_value:3;cohort_duplicate_id:3;");
  const std::string draws_csv = "draw,graduate_id,npi\n1,g1,1234567893\n1,g1,1234567893\n0,g1,1234567893\n";
  base::MemorySource draw_bytes(draws_csv);
  EXPECT_EQ(cohort_told(read_draws(draw_bytes, "draws.csv", *cohort, no_links(*cohort)).problems()),
            "cohort_duplicate_id:3;cohort_bad_value:4;");
}

TEST(Cohort, GroupsBySchoolProgramAndStratum) {
  const auto cohort =
      read_sample_cohort("graduate_id,school_id,programme,sex,exposures\ng1,s,MD,F,b;a\ng2,s,DO,,\n");
  const Grouping grouping = group_cohort(*cohort, {"sex", "programme", "exposures"});
  std::vector<std::string> names;
  for (const Group& group : grouping.groups)
    names.push_back((group.programme ? cohort->programmes[*group.programme].text : "") + "|" + group.stratum);
  EXPECT_EQ(names,
            (std::vector<std::string>{
                "|", "|sex=female", "|sex=unknown", "|exposures=a", "|exposures=b", "|exposures=unknown",
                "medicine_do|", "medicine_do|sex=unknown", "medicine_do|exposures=unknown", "medicine_md|",
                "medicine_md|sex=female", "medicine_md|exposures=a", "medicine_md|exposures=b"}));
  EXPECT_EQ(grouping.of(0).size(), 8u);
  EXPECT_EQ(grouping.of(1).size(), 6u);
}

}  // namespace
}  // namespace smm::outcomes::measure
