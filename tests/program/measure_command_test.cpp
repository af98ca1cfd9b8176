// SPDX-License-Identifier: Apache-2.0
// Measures as a person runs them: from a registry, a list of rural codes and links to results; what is wrong
// with an input is named and nothing is written; the 2010 score, the explorer, and a pathway registry.
#include <gtest/gtest.h>

#include <sstream>
#include <vector>

#include "program.hpp"

namespace smm::program {
namespace {

// Numbers that check.
std::string practice_npi(unsigned at) {
  const std::string nine = std::to_string(100000000 + at);
  unsigned sum = 24;
  for (std::size_t place = 0; place < 9; ++place) {
    const unsigned digit = static_cast<unsigned>(nine[8 - place] - '0') * (place % 2 == 0 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return nine + std::to_string((10 - sum % 10) % 10);
}

// Forty physicians: family medicine for the first ten, else cardiology; the first 25 in a rural ZIP code.
std::string practice_registry() {
  std::string csv =
      "\"NPI\",\"Entity Type Code\",\"Provider Last Name (Legal Name)\",\"Provider First Name\",\"Provider "
      "First "
      "Line Business Practice Location Address\",\"Provider Business Practice Location Address City Name\","
      "\"Provider Business Practice Location Address State Name\",\"Provider Business Practice Location "
      "Address "
      "Postal Code\",\"Last Update Date\",\"Healthcare Provider Taxonomy Code_1\",\"Healthcare Provider "
      "Primary "
      "Taxonomy Switch_1\"\n";
  for (unsigned at = 0; at < 40; ++at)
    csv += "\"" + practice_npi(at) + "\",\"1\",\"NAME\",\"ANA\",\"1 MAIN ST\",\"TOWN\",\"NC\",\"" +
           (at < 25 ? "28701" : "27601") + "\",\"04/10/2026\",\"" + (at < 10 ? "207Q00000X" : "207RC0000X") +
           "\",\"Y\"\n";
  return csv;
}

class MeasureCommands : public testing::Test {
 protected:
  void SetUp() override {
    folder.write("npidata_pfile_20050523-20260412.csv", practice_registry());
    folder.write(
        "ruca.csv",
        "ZIP_CODE,STATE,ZIP_TYPE,RUCA1,RUCA2\n28701,NC,Zip Code Area,7,7\n27601,NC,Zip Code Area,1,1\n");
    std::string cohort = "graduate_id,school_id,programme,graduated,graduation_year,sex,urm\n";
    std::string links = "graduate_id,state,npi,probability\n";
    std::string draws = "draw,graduate_id,npi\n";
    for (unsigned at = 0; at < 50; ++at) {
      cohort += "g" + std::to_string(at) + ",s1,MD,yes,2012," + (at % 2 == 0 ? "F" : "M") + ",no\n";
      links += "g" + std::to_string(at) +
               (at < 40 ? ",linked," + practice_npi(at) + ",0.97\n" : ",ambiguous,,0.5\n");
      for (const char* draw : {"1", "2", "3"})
        if (at < (draw[0] == '1' ? 40U : 38U))
          draws += std::string(draw) + ",g" + std::to_string(at) + "," + practice_npi(at) + "\n";
    }
    folder.write("cohort.csv", cohort);
    folder.write("links.csv", links);
    folder.write("draws.csv", draws);
    folder.write("schools.csv", "school_id,control,state\ns1,public,NC\n");
  }

  void make_registry() {
    ASSERT_EQ(folder
                  .smm("registry build " + folder.path("npidata_pfile_20050523-20260412.csv") + " --out " +
                       folder.path("reg"))
                  .code,
              0);
    const Outcome imported = folder.smm("reference import --kind ruca-zip " + folder.path("ruca.csv") +
                                        " --as-of 2014-01-01 --reference " + folder.path("ref"));
    ASSERT_EQ(imported.code, 0) << imported.err;
  }

  std::string run_line(const std::string& measures, const std::string& more = "") const {
    return "measure run --measure " + measures + " --cohort " + folder.path("cohort.csv") + " --links " +
           folder.path("links.csv") + " --schools " + folder.path("schools.csv") + " --registry " +
           folder.path("reg") + " --reference " + folder.path("ref") + " --as-of 2026-07-01 " + more;
  }

  // The cells of the first row of results after the header.
  static std::vector<std::string> first_row(const std::string& csv) {
    std::istringstream lines(csv);
    std::string line, cell;
    std::getline(lines, line);
    std::getline(lines, line);
    std::istringstream cells(line);
    std::vector<std::string> found;
    while (std::getline(cells, cell, ',')) found.push_back(cell);
    return found;
  }

  Folder folder;
};

TEST_F(MeasureCommands, FromRegistryAndLinksToResults) {
  make_registry();
  const Outcome rural = folder.smm(run_line("SM-020"));
  ASSERT_EQ(rural.code, 0) << rural.err;
  const auto row = first_row(rural.out);
  ASSERT_GE(row.size(), 17u) << rural.out;
  EXPECT_EQ(row[5] + " " + row[6] + " " + row[7], "40 25 0.625000");
  EXPECT_EQ(row[10] + " " + row[11], "0.500000 0.700000");  // 25/50 and 35/50
  EXPECT_EQ(row[14], "10");                                 // not linked
  EXPECT_NE(row[16].find("ruca-zip 2014-01-01"), std::string::npos) << row[16];
  EXPECT_NE(row[16].find("registry "), std::string::npos);
  const auto primary = first_row(folder.smm(run_line("SM-017")).out);
  EXPECT_EQ(primary[5] + " " + primary[6], "40 10");
  const auto in_state = first_row(folder.smm(run_line("SM-023")).out);
  EXPECT_EQ(in_state[5] + " " + in_state[6], "40 40");
}

TEST_F(MeasureCommands, TheRuleOfAddressesIsCited) {
  make_registry();
  for (const std::string rule : {"practice-first", "latest", "all"}) {
    const auto row = first_row(folder.smm(run_line("SM-020", "--address-rule " + rule)).out);
    ASSERT_GE(row.size(), 17u);
    EXPECT_NE(row[16].find("addresses " + rule), std::string::npos) << row[16];
  }
}

TEST_F(MeasureCommands, AMeasureOfAValueSetThatIsNotThereIsNamed) {
  make_registry();
  const std::string own = folder.path("own"), file = own + "/sm-005.json";
  ASSERT_EQ(std::system(("mkdir " + own + " && cp content/measures/sm-005.json " + own).c_str()), 0);
  std::string text = text_of(file);
  const std::string none = "\"value_sets\": []";
  ASSERT_NE(text.find(none), std::string::npos);
  text.replace(text.find(none), none.size(), "\"value_sets\": [\"left-handed@1.0.0\"]");
  std::ofstream(file, std::ios::binary) << text;
  const Outcome checked =
      folder.smm(run_line("SM-005", "--measures " + own + " --out " + folder.path("results.csv")));
  EXPECT_EQ(checked.code, 1);
  EXPECT_TRUE(checked.err.starts_with("measure_value_set_missing")) << checked.err;
  EXPECT_NE(checked.err.find("left-handed"), std::string::npos) << checked.err;
  EXPECT_FALSE(folder.has("results.csv"));
}

TEST_F(MeasureCommands, TheSameInputGivesTheSameBytes) {
  make_registry();
  const Outcome one = folder.smm(run_line("all", "--threads 1 --by sex,programme"));
  ASSERT_EQ(one.code, 0) << one.err;
  EXPECT_EQ(folder.smm(run_line("all", "--threads 2 --by sex,programme")).out, one.out);
}

TEST_F(MeasureCommands, DrawsWidenTheInterval) {
  make_registry();
  const auto plain = first_row(folder.smm(run_line("SM-017")).out);
  const auto pooled = first_row(folder.smm(run_line("SM-017", "--draws " + folder.path("draws.csv"))).out);
  EXPECT_EQ(pooled[5], "38.7");  // the mean of 40, 38 and 38
  EXPECT_LT(std::stod(pooled[8]), std::stod(pooled[7]));
  EXPECT_GT(std::stod(pooled[9]) - std::stod(pooled[8]), std::stod(plain[9]) - std::stod(plain[8]));
}

TEST_F(MeasureCommands, BadInputIsNamedAndNothingIsWritten) {
  make_registry();
  const auto fault = [&](const std::string& cohort, const std::string& more = "") {
    folder.write("cohort.csv", cohort);
    const Outcome outcome =
        folder.smm(run_line("SM-020", "--out " + folder.path("results.csv") + " " + more));
    EXPECT_NE(outcome.code, 0);
    EXPECT_FALSE(folder.has("results.csv"));
    return outcome.err.substr(0, outcome.err.find(':'));
  };
  EXPECT_EQ(fault("graduate_id,school_id\ng1,s\ng1,s\n"), "cohort_duplicate_id");
  EXPECT_EQ(fault("graduate_id,school_id,graduated\ng1,s,2027-01-01\n"), "cohort_future_date");
  EXPECT_EQ(fault("graduate_id,school_id\ng1,s\n", "--by shoe_size"), "stratum_unknown");
  EXPECT_EQ(fault("graduate_id,school_id\ng1,s\n", "--address-rule nearest"), "smm");
  EXPECT_EQ(fault("graduate_id,school_id\ng1,s\n", "--discipline surgery"), "smm");
  EXPECT_EQ(folder.smm(run_line("SM-999")).err.substr(0, 17), "measure_not_found");
  EXPECT_EQ(folder.smm("measure run --measure all --cohort x.csv --as-of yesterday").code, 2);
}

TEST_F(MeasureCommands, OwnMeasuresAreCheckedWithTheirPlace) {
  const std::string good =
      "{\"id\": \"NC-001\", \"version\": \"1.0.0\", \"status\": \"draft\", \"title\": \"Women\", \"kind\": "
      "\"process\",\n\"scoring\": \"proportion\", \"improvement\": \"none\", \"minimum_n\": 5, "
      "\"time_point\": "
      "\"any\",\n\"data_source\": \"school\", \"initial_population\": \"role == learner\",\n\"numerator\": "
      "\"sex == "
      "female\",\n\"value_sets\": [\"urm-groups@1.0.0\"], \"changes\": [{\"version\": \"1.0.0\", \"date\": "
      "\"2026-01-01\", \"what\": \"First.\"}]}\n";
  std::filesystem::create_directory(folder.path("own"));
  folder.write("own/nc-001.json", good);
  const Outcome checked = folder.smm("measure check " + folder.path("own"));
  EXPECT_EQ(checked.code, 0) << checked.err;
  const auto row = first_row(folder
                                 .smm("measure run --measure all --measures " + folder.path("own") +
                                      " --cohort " + folder.path("cohort.csv") + " --as-of 2026-07-01")
                                 .out);
  EXPECT_EQ(row[0] + " " + row[5] + " " + row[6], "NC-001 50 25");
  std::string bad = good;
  bad.replace(bad.find("@1.0.0"), 6, "@7.0.0");
  folder.write("own/nc-001.json", bad);
  const Outcome missing = folder.smm("measure check " + folder.path("own"));
  EXPECT_EQ(missing.code, 1);
  EXPECT_TRUE(missing.err.starts_with("measure_value_set_missing: ")) << missing.err;
  EXPECT_NE(missing.err.find("nc-001.json:5:"), std::string::npos) << missing.err;
}

TEST_F(MeasureCommands, ListShowAndFhir) {
  const Outcome listed = folder.smm("measure list");
  EXPECT_NE(listed.out.find("SM-018  outcome-long"), std::string::npos) << listed.out;
  const Outcome shown = folder.smm("measure show SM-018");
  EXPECT_NE(shown.out.find("hpsa_geo or hpsa_pop"), std::string::npos) << shown.out;
  EXPECT_NE(folder.smm("measure show SM-018 --fhir").out.find("\"resourceType\": \"Measure\""),
            std::string::npos);
  EXPECT_EQ(folder.smm("measure show SM-999").code, 1);
}

TEST_F(MeasureCommands, ScoreOf2010) {
  folder.write("mullan.csv",
               "school,control,state,n_graduates,n_primary_care,n_hpsa,n_urm,in_state_share\n"
               "A,private,NC,100,20,20,15,0.5\nB,public,NC,100,30,25,16,0.9\nC,public,MT,100,40,50,12,1\n");
  const Outcome scored = folder.smm("measure mullan --in " + folder.path("mullan.csv"));
  ASSERT_EQ(scored.code, 0) << scored.err;
  EXPECT_TRUE(
      scored.out.starts_with("school,z_primary_care,z_hpsa,z_urm,composite,robust,low,high\nA,-1.2247,"));
  EXPECT_NE(scored.err.find("this is no ranking"), std::string::npos);
  const Outcome other = folder.smm("measure mullan --in " + folder.path("mullan.csv") +
                                   " --urm difference --denominator mix --sd n-1");
  EXPECT_EQ(other.code, 0) << other.err;
  EXPECT_NE(other.out, scored.out);
  EXPECT_EQ(folder.smm("measure mullan --in " + folder.path("mullan.csv") + " --sd 2").code, 2);
  folder.write("shares.csv", "state,urm_percent\nUS,30\n");
  const Outcome lacking = folder.smm("measure mullan --in " + folder.path("mullan.csv") + " --shares " +
                                     folder.path("shares.csv"));
  EXPECT_TRUE(lacking.code == 1 && lacking.err.starts_with("shares_missing: ")) << lacking.err;
}

TEST_F(MeasureCommands, ExplorerHasNoOrderOfItsOwn) {
  std::string results = "measure,version,school_id,programme,stratum,n,numerator,rate,low,high\n";
  for (const char* row : {"Zeta,,,90,9,0.1,0.05,0.2", "Alpha,,,90,27,0.3,0.2,0.4", "Mid,,,90,18,0.2,0.1,0.3"})
    results += std::string("SM-020,1.0.0,") + row + "\n";
  folder.write("results.csv", results);
  const std::string begin = "measure explore --results " + folder.path("results.csv");
  const Outcome plain = folder.smm(begin);
  ASSERT_EQ(plain.code, 0) << plain.err;
  EXPECT_LT(plain.out.find("Zeta"), plain.out.find("Alpha"));
  EXPECT_NE(plain.out.find("<svg"), std::string::npos);
  EXPECT_EQ(plain.out.find("id=\"weighing\""), std::string::npos);
  const Outcome weighed = folder.smm(begin + " --weights SM-020=1 --csv " + folder.path("places.csv"));
  ASSERT_EQ(weighed.code, 0) << weighed.err;
  EXPECT_NE(weighed.out.find("id=\"weighing\""), std::string::npos);
  EXPECT_TRUE(folder.read("places.csv").find("\nZeta,-1.2247,") != std::string::npos)
      << folder.read("places.csv");
  EXPECT_EQ(folder.smm(begin + " --weights SM-014=1").code, 1);
  EXPECT_EQ(folder.smm(begin + " --csv x.csv").code, 2);
}

TEST_F(MeasureCommands, LearnersFromProgramToCohort) {
  const std::string registry = " --pathway " + folder.path("pathway.csv") + " --as-of 2026-07-01";
  const Outcome enrolled = folder.smm("pathway enroll --count 2 --programme summer --school s1" + registry);
  ASSERT_EQ(enrolled.code, 0) << enrolled.err;
  const std::string id = enrolled.out.substr(enrolled.out.find('\n') + 1, 26);
  folder.write("entries.csv", "learner_id,entry,date,code,programme\n" + id +
                                  ",matriculated,2015-08-01,,MD\n" + id +
                                  ",exposure,2016-01-01,track:rural,\n" + id +
                                  ",professional_id,2020-07-01," + practice_npi(3) + ",\n");
  const Outcome recorded = folder.smm("pathway record --in " + folder.path("entries.csv") + registry);
  ASSERT_EQ(recorded.code, 0) << recorded.err;
  EXPECT_NE(folder.smm("pathway show " + id + registry).out.find("track:rural"), std::string::npos);
  EXPECT_EQ(folder.smm("pathway check" + registry).out, "2 learners, 1 with a professional id\n");
  const Outcome cohort = folder.smm("pathway cohort --links-out " + folder.path("attached.csv") + registry);
  EXPECT_NE(cohort.out.find(id + ",s1,MD,learner,,,2015-08-01,,,track:rural\n"), std::string::npos)
      << cohort.out;
  EXPECT_NE(folder.read("attached.csv").find(id + ",linked," + practice_npi(3)), std::string::npos);
  const std::string before = folder.read("pathway.csv");
  folder.write("entries.csv", "learner_id,entry,date\n" + id + ",graduated,2014-01-01\n");
  const Outcome refused = folder.smm("pathway record --in " + folder.path("entries.csv") + registry);
  EXPECT_TRUE(refused.code == 1 && refused.err.starts_with("pathway_contradiction: ")) << refused.err;
  EXPECT_EQ(folder.read("pathway.csv"), before);
}

}  // namespace
}  // namespace smm::program
