// SPDX-License-Identifier: Apache-2.0
// Reference lists and places as a person uses them: imported, listed, shown, addresses placed by them; and
// bad input, after which nothing is half-written.
#include <gtest/gtest.h>

#include <filesystem>

#include "program.hpp"

namespace smm::program {
namespace {

const std::string zip_counties = "ZIP,COUNTY,RES_RATIO,BUS_RATIO,OTH_RATIO,TOT_RATIO\n27701,37063,1,1,1,1\n";
const std::string addresses =
    "person_id,source,date,line1,city,state,zip,school_state\n"
    "p1,practice,2024-01-01,1 Main St,Durham,NC,27701,NC\n"
    "p2,practice,2027-01-01,,,NC,27701,NC\n"
    "p3,practice,2024-01-01,,Toronto,ON,M5V 2T6,NC\n"
    "p4,practice,2024-01-01,,,NC,99999,NC\n";

std::string import(const Folder& folder, const std::string& file, const std::string& more = "") {
  return "reference import --kind zip-county " + folder.path(file) + " --as-of 2025-12-31 --reference " +
         folder.path("reference") + more;
}

std::string place(const Folder& folder, const std::string& day = "2026-06-30") {
  return "place --in " + folder.path("addresses.csv") + " --reference " + folder.path("reference") +
         " --as-of " + day + " --out " + folder.path("placed.csv");
}

TEST(PlaceCommands, ImportListShowAndPlace) {
  const Folder folder;
  folder.write("zips.csv", zip_counties);
  folder.write("addresses.csv", addresses);
  const Outcome imported = folder.smm(import(folder, "zips.csv"));
  EXPECT_EQ(imported.code, 0) << imported.err;
  EXPECT_NE(imported.out.find("rows read               1"), std::string::npos) << imported.out;
  const std::string before = folder.read("reference/zip-county/2025-12-31.list");
  EXPECT_NE(folder.smm(import(folder, "zips.csv")).out.find("already there"), std::string::npos);
  EXPECT_EQ(folder.read("reference/zip-county/2025-12-31.list"), before);
  EXPECT_NE(
      folder.smm("reference list --json --reference " + folder.path("reference")).out.find("\"rows\": 1"),
      std::string::npos);
  EXPECT_EQ(folder
                .smm("reference show --kind zip-county --as-of 2026-01-01 --rows --reference " +
                     folder.path("reference"))
                .out,
            "zip,county,residential,business,other,total\n27701,37063,1,1,1,1\n");
  const Outcome placed = folder.smm(place(folder) + " --report " + folder.path("report.json"));
  EXPECT_EQ(placed.code, 0) << placed.err;
  EXPECT_EQ(folder.read("placed.csv"),
            "person_id,source,date,county,county_probability,tract,tract_probability,method,hpsa_geo_low,"
            "hpsa_geo_high,"
            "hpsa_pop_low,hpsa_pop_high,hpsa_facility,mua,ruca,rural,in_state,reason\n"
            "p1,practice,2024-01-01,37063,1,,,zip_county,,,,,,,,,1,\n"
            "p2,practice,2027-01-01,,,,,none,,,,,,,,,,future_date\n"
            "p3,practice,2024-01-01,,,,,none,,,,,,,,,,foreign_address\n"
            "p4,practice,2024-01-01,,,,,none,,,,,,,,,1,unknown_zip\n");
  EXPECT_NE(placed.err.find("address_future_date: "), std::string::npos) << placed.err;
  EXPECT_NE(placed.err.find("unknown_zip (first in line 5)"), std::string::npos) << placed.err;
  EXPECT_NE(placed.err.find("taxonomy-set 2026-01-01"), std::string::npos)
      << "what ships is cited, too: " << placed.err;
  EXPECT_NE(folder.read("report.json").find("\"foreign_address\": 1"), std::string::npos);
}

TEST(PlaceCommands, BadInputLeavesNothingHalfWritten) {
  const Folder folder;
  folder.write("zips.csv", zip_counties);
  folder.write("other.csv", zip_counties + "27503,37063,1,1,1,1\n");
  folder.write("words.csv", "ZIP,COUNTY\nx,y\nz,u\n");
  folder.write("addresses.csv", "person_id,zip\np1,27701\n");
  EXPECT_EQ(folder.smm(import(folder, "words.csv")).code, 1);
  EXPECT_FALSE(std::filesystem::exists(folder.path("reference")));
  EXPECT_EQ(folder.smm(import(folder, "zips.csv")).code, 0);
  const std::string before = folder.read("reference/zip-county/2025-12-31.list");
  const Outcome again = folder.smm(import(folder, "other.csv"));
  EXPECT_EQ(again.code, 1);
  EXPECT_NE(again.err.find("reference_exists: "), std::string::npos) << again.err;
  EXPECT_EQ(folder.read("reference/zip-county/2025-12-31.list"), before);
  const Outcome columns = folder.smm(place(folder));
  EXPECT_EQ(columns.code, 1);
  EXPECT_NE(columns.err.find("csv_missing_column: "), std::string::npos) << columns.err;
  const Outcome early = folder.smm(place(folder, "2020-01-01"));
  EXPECT_NE(early.err.find("reference_none_in_force: "), std::string::npos) << early.err;
  EXPECT_FALSE(std::filesystem::exists(folder.path("placed.csv")));
  EXPECT_EQ(folder.smm(import(folder, "other.csv", " --replace")).code, 0);
  folder.write("reference/zip-county/2025-12-31.list", before + "99999,37063,1,1,1,1\n");
  folder.write("addresses.csv", addresses);
  EXPECT_NE(folder.smm(place(folder)).err.find("reference_damaged: "), std::string::npos);
}

TEST(PlaceCommands, WrongUsageIsSaid) {
  const Folder folder;
  folder.write("zips.csv", zip_counties);
  EXPECT_EQ(
      folder
          .smm("reference import --kind zip " + folder.path("zips.csv") + " --as-of 2025-12-31 --reference r")
          .code,
      2);
  EXPECT_EQ(folder
                .smm("reference import --kind zip-county " + folder.path("zips.csv") +
                     " --as-of 31.12.2025 --reference r")
                .code,
            2);
  EXPECT_EQ(folder.smm(place(folder) + " --address-rule newest").code, 2);
}

}  // namespace
}  // namespace smm::program
