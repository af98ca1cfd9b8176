// SPDX-License-Identifier: Apache-2.0
// Rosters, from the text that an office has to the schools of an installation. Requirements:
//   1 one row for each school and program; rows of one school are one school
//   2 every bad row is named with its line, and then nothing is taken
//   3 schools are known by their code: a second import changes what differs and adds nothing twice
//   4 a dry run changes nothing
//   5 each new school has a key of its own
#include "app/rounds/roster.hpp"

#include "app/editions.hpp"
#include "app/rounds/import_roster.hpp"
#include "exchange/csv.hpp"
#include "installation_under_test.hpp"

namespace smm::app {
namespace {

const std::string header = "school_id,programme,name,institution_id,state,dean_name,dean_email\n";

base::Result<std::vector<RosterSchool>> read(test::InstallationUnderTest& house, const std::string& rows) {
  const auto table = exchange::read_table(header + rows, "roster.csv");
  EXPECT_TRUE(table);
  return read_roster(*table, house.installation().editions.edition("smm-2026").value()->edition);
}

struct BadRow {
  const char* rows;
  const char* code;
  int line;
};

class Rosters : public testing::Test {
 protected:
  std::unique_ptr<test::InstallationUnderTest> house = test::InstallationUnderTest::on_sqlite();

  std::size_t schools() {
    return house->read<std::size_t>([](Records& records) { return records.schools.all().size(); });
  }
};

TEST_F(Rosters, RowsOfOneSchoolAreOneSchool) {  // 1
  const auto schools = read(*house,
                            "lake,nursing_msn,Lake School,i1,OH,Lee,lee@lake.example\n"
                            "lake,nursing_bsn,Lake School,i1,OH,Lee,lee@lake.example\n");
  ASSERT_TRUE(schools);
  ASSERT_EQ(schools->size(), 1U);
  EXPECT_EQ(schools->front().programmes, (std::vector<std::string>{"nursing_bsn", "nursing_msn"}));
  EXPECT_EQ(schools->front().profession, "nursing");
}

TEST_F(Rosters, BadRowsAreNamed) {  // 2
  for (const BadRow& bad :
       {BadRow{"l/ke,nursing_bsn,Lake,i1,OH,Lee,\n", "roster_code", 2},
        BadRow{",nursing_bsn,Lake,i1,OH,Lee,\n", "roster_code", 2},
        BadRow{"..,nursing_bsn,Lake,i1,OH,Lee,\n", "roster_code", 2},
        BadRow{"lake,law,Lake,i1,OH,Lee,\n", "roster_programme", 2},
        BadRow{"lake,nursing_bsn,,i1,OH,Lee,\n", "roster_cell", 2},
        BadRow{"lake,nursing_bsn,Lake,i1,OH,Lee,lee at lake\n", "email_not_valid", 2},
        BadRow{"a,nursing_bsn,A,i1,OH,,\na,medicine_md,A,i1,OH,,\n", "roster_professions", 3},
        BadRow{"a,nursing_bsn,A,i1,OH,,\na,nursing_bsn,A,i1,OH,,\n", "roster_repeated", 3},
        BadRow{"a,nursing_bsn,A,i1,OH,,\na,nursing_msn,B,i1,OH,,\n", "roster_differs", 3}}) {
    const auto read_back = read(*house, bad.rows);
    ASSERT_FALSE(read_back) << bad.rows;
    EXPECT_EQ(read_back.problems().front().code, bad.code) << bad.rows;
    EXPECT_EQ(read_back.problems().front().place.line, bad.line) << bad.rows;
  }
}

TEST_F(Rosters, AllBadRowsAreNamedAtOnce) {  // 2
  const auto read_back =
      read(*house, "l/ke,nursing_bsn,Lake,i1,OH,,\nsea,law,Sea,i2,OH,,\nbay,nursing_bsn,,i3,OH,,\n");
  ASSERT_FALSE(read_back);
  EXPECT_EQ(read_back.problems().size(), 3U);
}

TEST_F(Rosters, ColumnsAreChecked) {
  const auto table = exchange::read_table("school_id,programme,name,dean\na,b,c,d\n", "roster.csv");
  const auto read_back =
      read_roster(*table, house->installation().editions.edition("smm-2026").value()->edition);
  ASSERT_FALSE(read_back);
  for (const auto& problem : read_back.problems()) EXPECT_EQ(problem.code, "roster_column");
  EXPECT_EQ(read_back.problems().size(), 2U);
}

TEST_F(Rosters, TheSameAgainAddsNothing) {  // 3, 5
  const auto first =
      read(*house, "lake,nursing_bsn,Lake,i1,OH,Lee,lee@lake.example\nsea,medicine_md,Sea,i2,CA,,\n").value();
  const auto added = import_roster(house->installation(), first, "test", false).value();
  EXPECT_EQ(added.added, 2U);
  const auto again = import_roster(house->installation(), first, "test", false).value();
  EXPECT_EQ(again.added + again.changed, 0U);
  EXPECT_EQ(again.unchanged, 2U);
  const auto moved = read(*house, "lake,nursing_bsn,Lake,i1,OH,Ann,ann@lake.example\n").value();
  EXPECT_EQ(import_roster(house->installation(), moved, "test", false)->changed, 1U);
  EXPECT_EQ(schools(), 2U);
  house->read<bool>([](Records& records) {
    for (const auto& school : records.schools.all())
      EXPECT_TRUE(records.schools.key(school.id.text())) << school.code;
    EXPECT_EQ(records.schools.by_code("lake")->contacts.dean.email, "ann@lake.example");
    return true;
  });
  EXPECT_TRUE(house->log_tells("roster.import"));
}

TEST_F(Rosters, ADryRunChangesNothing) {  // 4
  const auto roster = read(*house, "lake,nursing_bsn,Lake,i1,OH,Lee,lee@lake.example\n").value();
  const auto tried = import_roster(house->installation(), roster, "test", true).value();
  EXPECT_EQ(tried.added, 1U);
  EXPECT_EQ(schools(), 0U);
  EXPECT_FALSE(house->log_tells("roster.import"));
}

}  // namespace
}  // namespace smm::app
