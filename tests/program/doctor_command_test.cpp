// SPDX-License-Identifier: Apache-2.0
// smm doctor on whole installations: one that nothing is wrong with, and what is broken one thing at a time.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <regex>

#include "exchange/json.hpp"
#include "program.hpp"

namespace smm::program {
namespace {

// Where there is no PATH there is no Chromium, which takes seconds to start.
class DoctorCommand : public testing::Test {
 protected:
  Outcome doctor(const std::string& more, const std::string& before = "") const {
    const std::string command = before + " env -u SMM_CHROMIUM PATH=/nowhere " + SMM_PROGRAM + " doctor " +
                                more + " >" + folder.path(".out") + " 2>" + folder.path(".err");
    const int status = std::system(command.c_str());
    return {WEXITSTATUS(status), folder.read(".out"), folder.read(".err")};
  }
  std::string where() const {
    return " --data " + folder.path("data") + " --public-url http://127.0.0.1:8080";
  }
  void make() const { ASSERT_EQ(folder.smm("audit verify --data " + folder.path("data")).code, 0); }
  void back_up() const {
    const Outcome made = folder.smm("backup " + folder.path("copy") + " --data " + folder.path("data"));
    ASSERT_EQ(made.code, 0) << made.err;
    ASSERT_EQ(made.err, "");
  }

  Folder folder;
};

// "health" of each finding of a check, joined.
std::string health_of(const base::Document& report, std::string_view check) {
  std::string all;
  for (const base::Document& finding : *report.find("findings")->list())
    if (finding.find("check")->scalar()->text == check)
      all += (all.empty() ? "" : " ") + finding.find("health")->scalar()->text;
  return all;
}

TEST_F(DoctorCommand, FindsNothingWrongWithANewInstallation) {
  make();
  back_up();
  const Outcome outcome = doctor(where() + " --json");
  EXPECT_EQ(outcome.code, 0) << outcome.out << outcome.err;
  const auto report = exchange::parse_json(outcome.out, "doctor");
  ASSERT_TRUE(report) << outcome.out;
  EXPECT_EQ(report->find("health")->scalar()->text, "advice");  // no mail is set
  for (const char* check : {"settings", "database", "keys", "outbox", "backups"})
    EXPECT_EQ(health_of(*report, check), "ok") << outcome.out;
  for (const char* check : {"mail", "printing"}) EXPECT_EQ(health_of(*report, check), "advice") << check;
}

TEST_F(DoctorCommand, ABackupIsNotedInTheLogToo) {
  make();
  EXPECT_NE(doctor(where()).out.find("No smm backup was ever noted"), std::string::npos);
  back_up();
  EXPECT_NE(doctor(where()).out.find("made 0 days ago"), std::string::npos);
  const Outcome verified = folder.smm("audit verify --data " + folder.path("data"));
  EXPECT_EQ(verified.code, 0) << verified.err;
  EXPECT_NE(verified.out.find("2 entries"), std::string::npos) << verified.out;  // the key, the backup
  EXPECT_TRUE(std::regex_search(verified.out, std::regex("  office 2 [0-9a-f]{64}\\n"))) << verified.out;
}

TEST_F(DoctorCommand, WhereNothingIsItMakesNothing) {
  const Outcome outcome = doctor(where());
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.out.find("there is no installation in " + folder.path("data")), std::string::npos);
  EXPECT_FALSE(folder.has("data"));
  EXPECT_FALSE(folder.has("data.key"));
}

TEST_F(DoctorCommand, TellsOfAKeyThatOthersMayRead) {
  make();
  ASSERT_EQ(chmod(folder.path("data.key").c_str(), 0644), 0);
  const Outcome outcome = doctor(where());
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.out.find("problem  keys"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("mode 0644"), std::string::npos) << outcome.out;
}

TEST_F(DoctorCommand, TellsOfAKeyThatIsGoneAndOfOneThatIsAnothers) {
  make();
  std::filesystem::rename(folder.path("data.key"), folder.path("away"));
  Outcome outcome = doctor(where());
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.out.find("There is no key file"), std::string::npos) << outcome.out;
  ASSERT_EQ(folder.smm("keys make " + folder.path("data.key")).code, 0);
  outcome = doctor(where());
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.out.find("The database was made with key"), std::string::npos) << outcome.out;
}

TEST_F(DoctorCommand, TellsOfAClockThatWentBackwards) {
  if (!std::filesystem::exists("/usr/bin/faketime")) GTEST_SKIP() << "there is no faketime on this machine";
  make();
  // Before a program with the address sanitizer comes faketime's library, which the sanitizer minds.
  const Outcome outcome = doctor(where(), "ASAN_OPTIONS=verify_asan_link_order=0 /usr/bin/faketime -f -2d");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.out.find("The clock went backwards"), std::string::npos) << outcome.out;
}

TEST_F(DoctorCommand, TellsOfAMailServerThatDoesNotAnswer) {
  make();
  const std::string mail =
      " --mail-host 127.0.0.1 --mail-port 1 --mail-security none --mail-from a@b.example";
  const Outcome outcome = doctor(where() + mail);
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.out.find("problem  mail"), std::string::npos) << outcome.out;
}

TEST_F(DoctorCommand, TellsWhatServeWouldRefuse) {
  make();
  const Outcome outcome =
      doctor(where() + " --listen 0.0.0.0:80 --mail-host mail.example --mail-security no");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.out.find("smm serve refuses these settings: Listening on 0.0.0.0:80"), std::string::npos)
      << outcome.out;
  EXPECT_EQ(doctor(where() + " --workers none").err.find("bad_setting"), 0U);
  EXPECT_EQ(doctor("").code, 1);  // neither a folder nor a database
  EXPECT_EQ(doctor("--data x --nonsense").code, 2);
}

}  // namespace
}  // namespace smm::program
