// SPDX-License-Identifier: Apache-2.0
// What published files have in them that must not be taken as it stands: letters of other encodings, lost
// zeros, repeated rows, titles, withdrawn designations.
#include "outcomes/reference/import_list.hpp"

#include <gtest/gtest.h>

#include "outcomes/reference/sample_lists_test.hpp"

namespace smm::outcomes::reference {
namespace {

std::string code_of_problem(ListKind kind, const std::string& source) {
  const auto list = import_list(kind, source, "sample.csv", day_of("2022-06-30"));
  return list ? "none" : std::string(list.problems().front().code);
}

TEST(ImportList, ZipCountiesAreSortedAndZerosRestored) {
  const auto list = imported(ListKind::zip_county,
                             "ZIP,COUNTY,RES_RATIO,BUS_RATIO,OTH_RATIO,TOT_RATIO\n27701,37063,1,1,1,1\n601,"
                             "72001,.25,0.5,0,0.75\n"
                             "601,72001,.25,0.5,0,0.75\n")
                        .list;
  EXPECT_EQ(
      list.body,
      "zip,county,residential,business,other,total\n00601,72001,0.25,0.5,0,0.75\n27701,37063,1,1,1,1\n");
  EXPECT_EQ(count_of(list, "leading_zeros_restored"), 2u);
  EXPECT_EQ(count_of(list, "duplicate_rows"), 1u);
  EXPECT_EQ(count_of(list, "rows_read"), 3u);
}

TEST(ImportList, RowsThatDisagreeAreToldAndTheFirstStays) {
  const auto result = imported(
      ListKind::ruca_zip,
      "ZIP_CODE,STATE,ZIP_TYPE,RUCA1,RUCA2\n27701,NC,Zip Code Area,1,1\n27701,NC,Zip Code Area,4,4\n");
  EXPECT_EQ(result.list.body, "zip,primary,secondary,state,zip_type\n27701,1,1,NC,Zip Code Area\n");
  ASSERT_EQ(result.left_out.size(), 1u);
  EXPECT_EQ(result.left_out[0].code, "reference_rows_disagree");
  EXPECT_EQ(result.left_out[0].place.line, 3);
}

TEST(ImportList, ALatinOneFileAndAByteOrderMarkAreRead) {
  const auto latin = imported(ListKind::hpsa, national_hpsa({{.name = "Ca\xf1on"}})).list;
  EXPECT_NE(latin.body.find("Ca\xc3\xb1on"), std::string::npos);
  EXPECT_EQ(count_of(latin, "read_as_windows_1252"), 1u);
  const auto marked = imported(ListKind::hpsa, "\xef\xbb\xbf" + national_hpsa({{}})).list;
  EXPECT_EQ(count_of(marked, "byte_order_mark"), 1u);
  EXPECT_EQ(marked.origin.rows, 1u);
}

TEST(ImportList, HtmlEntitiesAreDecoded) {
  const auto list =
      imported(ListKind::hpsa, national_hpsa({{.name = "A &amp; B &#241; &#xe9; &unknown; &"}})).list;
  EXPECT_NE(list.body.find("A & B \xc3\xb1 \xc3\xa9 &unknown; &"), std::string::npos) << list.body;
  EXPECT_EQ(count_of(list, "html_entities_decoded"), 1u);
}

TEST(ImportList, ANationalFileKeepsItsHistory) {
  const auto list =
      imported(
          ListKind::hpsa,
          national_hpsa(
              {{.id = "1", .area = "37063"},
               {.id = "1", .area = "37063"},  // a repeated component
               {.id = "2", .status = "Withdrawn", .area = "37183", .withdrawn = "05/06/2015"},
               {.id = "3", .status = "Proposed For Withdrawal", .area = "37135"},
               {.id = "4", .type = "HPSA Population", .area = "01001020100", .component = "Census Tract"},
               {.id = "5",
                .type = "High Needs Geographic HPSA",
                .area = "900912345",
                .component = "County Subdivision"},
               {.id = "6",
                .type = "Rural Health Clinic",
                .area = "POINT",
                .component = "UNK",
                .address = "1 Main St",
                .zip = "27701"}}))
          .list;
  EXPECT_EQ(list.body,
            "id,name,discipline,type,status,designated,withdrawn,component,area,state,street,zip,score\n"
            "1,Sample,primary-care,geographic,designated,2010-01-02,,county,37063,NC,,,14\n"
            "2,Sample,primary-care,geographic,withdrawn,2010-01-02,2015-05-06,county,37183,NC,,,14\n"
            "3,Sample,primary-care,geographic,proposed_for_withdrawal,2010-01-02,,county,37135,NC,,,14\n"
            "4,Sample,primary-care,population,designated,2010-01-02,,tract,01001020100,AL,,,14\n"
            "5,Sample,primary-care,geographic,designated,2010-01-02,,subdivision,0900912345,CT,,,14\n"
            "6,Sample,primary-care,facility,designated,2010-01-02,,facility,,NC,1 Main St,27701,14\n");
  EXPECT_EQ(count_of(list, "duplicate_rows"), 1u);
  EXPECT_EQ(count_of(list, "withdrawn"), 1u);
  EXPECT_EQ(count_of(list, "proposed_for_withdrawal"), 1u);
  EXPECT_EQ(count_of(list, "facilities"), 1u);
  EXPECT_EQ(count_of(list, "designations"), 6u);
  EXPECT_EQ(count_of(list, "leading_zeros_restored"), 1u);
}

// A tract of a state below 10 that lost its zero has as many digits as a county subdivision.
TEST(ImportList, TheTypeOfAComponentSaysHowLongItsCodeIs) {
  const auto list =
      imported(ListKind::hpsa, national_hpsa({{.area = "6015000101", .component = "Census Tract"}})).list;
  EXPECT_NE(list.body.find(",tract,06015000101,CA,"), std::string::npos) << list.body;
}

TEST(ImportList, ARowThatSaysNothingIsLeftOutWithItsLine) {
  std::vector<NationalRow> rows(30);
  for (std::size_t at = 0; at < rows.size(); ++at) rows[at].id = std::to_string(at);
  rows[4].area = "99063";
  rows[9].type = "Something Else";
  const auto result = imported(ListKind::hpsa, national_hpsa(rows));
  ASSERT_EQ(result.left_out.size(), 2u);
  EXPECT_EQ(result.left_out[0].place.line, 6);
  EXPECT_EQ(result.left_out[1].place.line, 11);
  EXPECT_EQ(count_of(result.list, "rows_left_out"), 2u);
  EXPECT_EQ(result.list.origin.rows, 28u);
}

TEST(ImportList, AFileOfAnotherKindIsRefused) {
  EXPECT_EQ(code_of_problem(ListKind::hpsa, "ZIP,COUNTY\n27701,37063\n"), "reference_header");
  EXPECT_EQ(code_of_problem(ListKind::zip_county, ""), "reference_header");
  EXPECT_EQ(code_of_problem(ListKind::zip_county, "ZIP,COUNTY\n"), "reference_no_rows");
  EXPECT_EQ(code_of_problem(ListKind::zip_tract,
                            "ZIP,GEOID,TOT_RATIO\n27701,37063,1\n27702,37063,1\n27703,37063,1\n"),
            "reference_bad_rows");
}

TEST(ImportList, DatesAfterTheListAreCounted) {
  const auto result = imported(ListKind::hpsa, national_hpsa({{.designated = "7/1/2022"}}));
  EXPECT_EQ(count_of(result.list, "dated_after_the_list"), 1u);
  ASSERT_EQ(result.left_out.size(), 1u);
  EXPECT_EQ(result.left_out[0].code, "reference_future");
}

TEST(ImportList, MuaIsReadByItsPublishedNames) {
  const std::string source =
      "MUA/P ID,MUA/P Area Code,MUA/P Service Area Name,Designation Type Code,MUA/P Status "
      "Description,Designation "
      "Date,Designation Date,Medically Underserved Area/Population (MUA/P) Withdrawal Date,Medically "
      "Underserved "
      "Area/Population (MUA/P) Component Geographic Type Description,State and County Federal Information "
      "Processing Standard Code,County Subdivision FIPS Code,State Abbreviation\n"
      "01,37063000101,Durham,MUA,Designated,1978-11-01,1978/11/01,,Census Tract,37063,,NC\n"
      "02,,Vance,MUP,Designated,5/6/1994,,,Single County,37181,,NC\n"
      "03,,Town,MUA-GE,Withdrawn,05/06/1994,,06/07/2011,County Subdivision,9009,12345,CT\n";
  EXPECT_EQ(imported(ListKind::mua, source).list.body,
            "id,name,discipline,type,status,designated,withdrawn,component,area,state,street,zip,score\n"
            "01,Durham,primary-care,geographic,designated,1978-11-01,,tract,37063000101,NC,,,\n"
            "02,Vance,primary-care,population,designated,1994-05-06,,county,37181,NC,,,\n"
            "03,Town,primary-care,geographic,withdrawn,1994-05-06,2011-06-07,subdivision,0900912345,CT,,,\n");
}

TEST(ImportList, GeocoderAnswersHaveNoHeaderAndOfDifferentLength) {
  const auto list =
      imported(
          ListKind::tract_geocode,
          "\"1\",\"4600 Silver Hill Rd, Washington, DC, 20233\",\"Match\",\"Exact\",\"4600 SILVER HILL RD, "
          "WASHINGTON, DC, 20233\",\"-76.92,38.84\",\"76355984\",\"L\",\"24\",\"033\",\"802405\",\"2004\"\n"
          "\"2\",\"1 Nowhere, X, NC, 27701\",\"No_Match\"\n\"3\",\"2 Both, X, NC, 27701\",\"Tie\"\n")
          .list;
  EXPECT_EQ(list.body, "key,tract,match\n4600 SILVER HILL RD WASHINGTON DC 20233,24033802405,exact\n");
  EXPECT_EQ(count_of(list, "not_matched"), 1u);
  EXPECT_EQ(count_of(list, "ties"), 1u);
}

TEST(ImportList, StateSharesGetTheNation) {
  const auto list = imported(ListKind::state_shares,
                             "GEOID,STUSPS,TotPop,WhiteP,BlackP,AmIndP,AsianP,PacIsP,OtherP,HispP\n"
                             "37,NC,300,70,20,1,3,0.5,5.5,10\n6,CA,100,60,6,0.8,14,0.4,18.8,38\n")
                        .list;
  EXPECT_EQ(list.body,
            "state,population,black,american_indian,hispanic,urm\n"
            "CA,100,6,0.8,38,44.8\nNC,300,20,1,10,31\nUS,400,16.5,0.95,17,34.45\n");
}

TEST(ImportList, ATaxonomySetHasRolesAndDays) {
  const std::string head = "set,version,from,until,code,role,unless_prefix\n";
  EXPECT_EQ(
      imported(ListKind::taxonomy_set, head + "s,1,2020-01-01,,207R00000X,counts,207R\n").list.origin.rows,
      1u);
  EXPECT_EQ(code_of_problem(ListKind::taxonomy_set, head + "s,1,2020-01-01,,207R,counts,\n"),
            "reference_no_rows");
  EXPECT_EQ(code_of_problem(ListKind::taxonomy_set, head + "s,1,2020-01-01,2019-01-01,207R00000X,counts,\n"),
            "reference_no_rows");
  EXPECT_EQ(code_of_problem(ListKind::taxonomy_set, head + "s,1,2020-01-01,,207R00000X,maybe,\n"),
            "reference_no_rows");
}

TEST(ImportList, AHeaderMayComeAfterATitle) {
  const auto list = imported(ListKind::ruca_tract,
                             "\"Rural-Urban Commuting Area Codes\",,,\nSelect State,State-County-Tract FIPS "
                             "Code (lookup by address "
                             "at http://x),Primary RUCA Code 2010,\"Secondary RUCA Code, 2010 (see "
                             "errata)\"\nAL,1001020100,1,1\n")
                        .list;
  EXPECT_EQ(list.body, "tract,primary,secondary\n01001020100,1,1\n");
}

TEST(ImportList, EqualSourcesGiveEqualBytes) {
  const std::string source = national_hpsa({{.id = "2"}, {.id = "1"}});
  const std::string swapped = national_hpsa({{.id = "1"}, {.id = "2"}});
  EXPECT_EQ(imported(ListKind::hpsa, source).bytes, imported(ListKind::hpsa, source).bytes);
  EXPECT_EQ(imported(ListKind::hpsa, source).list.body, imported(ListKind::hpsa, swapped).list.body);
}

}  // namespace
}  // namespace smm::outcomes::reference
