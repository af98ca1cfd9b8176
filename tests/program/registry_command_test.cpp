// SPDX-License-Identifier: Apache-2.0
// The registry as a person uses it: built, looked at, updated; and a build that is killed leaves what was
// there.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>
#include <vector>

#include "program.hpp"

namespace smm::program {
namespace {

constexpr const char* registry_header =
    "\"NPI\",\"Entity Type Code\",\"Provider Last Name (Legal Name)\",\"Provider First Name\",\"Provider "
    "Business "
    "Practice Location Address State Name\",\"Last Update Date\",\"NPI Deactivation Date\",\"Healthcare "
    "Provider "
    "Taxonomy Code_1\"\n";

// Numbers from 1000000004 upwards that check.
std::string npi_number(unsigned at) {
  const std::string nine = std::to_string(100000000 + at);
  unsigned sum = 24;
  for (std::size_t place = 0; place < 9; ++place) {
    const unsigned digit = static_cast<unsigned>(nine[8 - place] - '0') * (place % 2 == 0 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return nine + std::to_string((10 - sum % 10) % 10);
}

std::string registry_row(unsigned at, const std::string& last, const std::string& day) {
  return "\"" + npi_number(at) + "\",\"1\",\"" + last + "\",\"ANA\",\"NC\",\"" + day +
         "\",\"\",\"207Q00000X\"\n";
}

std::string month_of(unsigned persons, const std::string& last) {
  std::string csv = registry_header;
  for (unsigned at = 0; at < persons; ++at)
    csv += registry_row(at, last + std::to_string(at % 5000), "04/10/2026");
  return csv;
}

constexpr const char* month_name = "npidata_pfile_20050523-20260412.csv";

TEST(RegistryCommands, BuildShowUpdateAndCompare) {
  const Folder folder;
  folder.write(month_name, month_of(20, "NAME") + "\"odd\n");
  const std::string dir = folder.path("reg");
  const Outcome built = folder.smm("registry build " + folder.path(month_name) + " --out " + dir + " --json");
  EXPECT_EQ(built.code, 0) << built.err;
  EXPECT_NE(built.out.find("\"persons\": 20"), std::string::npos) << built.out;
  EXPECT_NE(folder.read("reg/rejected.csv").find(",22,broken_quotes,"), std::string::npos);
  folder.write("npidata_pfile_20260420-20260426.csv",
               registry_header + registry_row(1, "LATER", "04/21/2026"));
  folder.write("npidata_pfile_20260413-20260419.csv",
               registry_header + registry_row(1, "CHANGED", "04/14/2026"));
  const Outcome gap =
      folder.smm("registry update " + dir + " " + folder.path("npidata_pfile_20260420-20260426.csv"));
  EXPECT_EQ(gap.code, 1);
  EXPECT_TRUE(gap.err.starts_with("registry_update_gap: ")) << gap.err;
  for (const char* week : {"npidata_pfile_20260413-20260419.csv", "npidata_pfile_20260420-20260426.csv"})
    EXPECT_EQ(folder.smm("registry update " + dir + " " + folder.path(week)).code, 0);
  const Outcome shown = folder.smm("registry show " + dir + " " + npi_number(1));
  const std::size_t first = shown.out.find("2026-04-19  last: \"NAME1\" became \"CHANGED\"");
  const std::size_t second = shown.out.find("2026-04-26  last: \"CHANGED\" became \"LATER\"");
  EXPECT_LT(first, second) << shown.out;
  EXPECT_NE(second, std::string::npos) << shown.out;
  EXPECT_EQ(
      folder.smm("registry find " + dir + " --last later --state nc").out,
      "npi,last,first,middle,credential,practice_city,practice_state,taxonomy,enumerated,other_names\n" +
          npi_number(1) + ",LATER,ANA,,,,NC,207Q00000X,,\n");
  const std::string march = folder.path("march");
  EXPECT_EQ(folder.smm("registry build " + folder.path(month_name) + " --out " + march).code, 0);
  EXPECT_EQ(folder.smm("registry diff " + march + " " + dir).out, "npi,field,before,after\n" + npi_number(1) +
                                                                      ",last,NAME1,LATER\n" + npi_number(1) +
                                                                      ",updated,2026-04-10,2026-04-21\n");
  EXPECT_EQ(folder.smm("registry export " + dir + " --columns npi,nothing --to csv").code, 1);
}

// Starts `smm registry build` and kills it after `pause`; true when it was still at work.
bool kill_a_build(const std::string& source, const std::string& dir, std::chrono::microseconds pause) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::execl(SMM_PROGRAM, SMM_PROGRAM, "registry", "build", source.c_str(), "--out", dir.c_str(), "--json",
            nullptr);
    ::_exit(127);
  }
  std::this_thread::sleep_for(pause);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status);
}

TEST(RegistryCommands, AKilledBuildLeavesTheOldSnapshot) {
  const Folder folder;
  const std::string first = folder.write("first.csv", month_of(300, "OLD"));
  const std::string second = folder.write("second.csv", month_of(60000, "NEW"));
  const std::string dir = folder.path("reg");
  ASSERT_EQ(folder.smm("registry build " + first + " --out " + dir).code, 0);
  const std::string before = folder.read("reg/snapshot.smmr");
  int killed = 0;
  for (int round = 0; round < 12; ++round) {
    if (!kill_a_build(second, dir, std::chrono::milliseconds(3 + 9 * round))) break;
    ++killed;
    EXPECT_EQ(folder.smm("registry info " + dir + " --verify").code, 0);
    if (folder.read("reg/snapshot.smmr") != before) break;  // it had come to its last step
  }
  EXPECT_GT(killed, 3);
  for (const char* left : {"reg/rejected.csv.new-999999999", "reg/snapshot.smmr.new-999999999-scratch-1"})
    folder.write(left, "left by a program whose number nobody has");
  ASSERT_EQ(folder.smm("registry build " + second + " --out " + dir).code, 0);
  EXPECT_EQ(folder.smm("registry info " + dir + " --verify").code, 0);
  for (const auto& entry : std::filesystem::directory_iterator(dir))
    EXPECT_EQ(entry.path().string().find(".new-"), std::string::npos) << entry.path();
}

TEST(RegistryCommands, ADamagedSnapshotIsRefused) {
  const Folder folder;
  const std::string source = folder.write("month.csv", month_of(50, "NAME"));
  ASSERT_EQ(folder.smm("registry build " + source + " --out " + folder.path("reg")).code, 0);
  std::string bytes = folder.read("reg/snapshot.smmr");
  // More in a row than there may be between two sections, where nothing is kept.
  for (std::size_t at = bytes.size() / 2; at < bytes.size() / 2 + 16; ++at)
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
  folder.write("reg/snapshot.smmr", bytes);
  const Outcome verified = folder.smm("registry info " + folder.path("reg") + " --verify");
  EXPECT_EQ(verified.code, 1);
  EXPECT_TRUE(verified.err.starts_with("snapshot_damaged: ")) << verified.err;
  folder.write("reg/snapshot.smmr", bytes.substr(0, bytes.size() / 2));
  EXPECT_EQ(folder.smm("registry find " + folder.path("reg") + " --last x").code, 1);
}

}  // namespace
}  // namespace smm::program
