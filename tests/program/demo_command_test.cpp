// SPDX-License-Identifier: Apache-2.0
// The whole job at a small size, as a person runs it. tests/browser/tour_test.mjs follows the links it
// prints.
#include <gtest/gtest.h>

#include "demo_output.hpp"
#include "json_shape.hpp"

namespace smm::program {
namespace {

const std::string small_demo = "demo --headless --schools 18 --out ";
constexpr std::size_t reports_of_small_demo = 48;  // two thirds of 18 in four professions

std::size_t lines_with(const std::string& text, const std::string& words) {
  std::size_t count = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++count;
  return count;
}

// Medicine and dentistry were gone through by hand; nursing is assumed by a rule, and says so.
void expect_honest_roster(const std::string& roster) {
  std::istringstream lines(roster);
  std::string line;
  std::getline(lines, line);
  EXPECT_TRUE(line.ends_with(",basis,note")) << line;
  std::size_t rows = 0;
  for (; std::getline(lines, line); ++rows) {
    const bool nursing = line.find(",nursing_") != std::string::npos;
    EXPECT_NE(line.find(nursing ? ",assumed," : ",reviewed,"), std::string::npos) << line;
    EXPECT_NE(line.find(".example"), std::string::npos) << "an address that leads somewhere: " << line;
  }
  EXPECT_GE(rows, 4u * 18u);
}

void expect_sound_reports(const std::string& folder) {
  const auto schema = exchange::parse_json(text_of("schema/report.schema.json"), "schema").value();
  const auto codes = reported_codes(folder);
  EXPECT_EQ(codes.size(), reports_of_small_demo);
  for (const std::string& code : codes) {
    const std::string name = "reports/" + code + "-synthetic-2026";
    const auto breaches = test::breaches_of(schema, json_in(folder, name + ".json"));
    EXPECT_TRUE(breaches.empty()) << name << breaches.front();
    const std::string page = text_of(folder + "/" + name + ".html");
    EXPECT_NE(page.find("Synthetic round 2026 (invented answers)"), std::string::npos) << name;
  }
}

void expect_a_badge_that_holds(const Folder& folder, const std::string& code) {
  const std::string badges = folder.path("demo/badges/");
  const std::string verify =
      "badge verify --controller " + badges + "issuer.json --status " + badges + "status-1.json ";
  const std::string badge = badges + code + "-synthetic-2026.json";
  const Outcome holds = folder.smm(verify + badge);
  EXPECT_EQ(holds.code, 0) << holds.out << holds.err;
  EXPECT_NE(holds.out.find("Synthetic round 2026"), std::string::npos) << holds.out;
  std::string changed = text_of(badge);
  changed.replace(changed.find("Synthetic"), 9, "Authentic");
  EXPECT_EQ(folder.smm(verify + folder.write("changed.json", changed)).code, 1);
}

// Reports are of frozen rounds only; the log's chains are whole.
void expect_sound_installation(const Folder& folder, const std::string& code) {
  const std::string data = " --data " + folder.path("demo/data");
  for (const char* round : {"synthetic-2023", "synthetic-2026"})
    EXPECT_EQ(folder.smm("report --format text --school " + code + " --round " + round + data).code, 0)
        << round;
  const Outcome open =
      folder.smm("report --format text --school " + code + " --round synthetic-practice" + data);
  EXPECT_EQ(open.err.rfind("not_frozen: ", 0), 0u) << open.err;
  EXPECT_EQ(folder.smm("audit verify" + data).code, 0);
}

// A school of dentistry that answered both rounds: its report has a change to tell.
std::string school_of_both_rounds(const std::string& folder) {
  for (const std::string& code : reported_codes(folder, "-dental"))
    if (!json_in(folder, "reports/" + code + "-synthetic-2026.json").find("change")->is_null()) return code;
  return "";
}

TEST(DemoCommand, RunsTheWholeJob) {
  ::setenv("SMM_CHROMIUM", "/nowhere/chromium", 1);  // reports are printed in the other test
  const Folder folder;
  const Outcome outcome = folder.smm(small_demo + folder.path("demo"));
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  for (const char* line : {"Synthetic round 2023", "Synthetic round 2026", "All of it is synthetic"})
    EXPECT_NE(outcome.out.find(line), std::string::npos) << outcome.out;
  for (const char* profession : {"medicine", "dentistry", "nursing", "nursing_adn"}) {
    EXPECT_EQ(lines_with(outcome.out, std::string(profession) + ": 11 of 18 schools answered"), 1u)
        << outcome.out;
    EXPECT_EQ(lines_with(outcome.out, std::string(profession) + ": 12 of 18 schools answered"), 1u)
        << outcome.out;
  }
  expect_honest_roster(folder.read("demo/roster.csv"));
  expect_sound_reports(folder.path("demo"));
  const std::string code = school_of_both_rounds(folder.path("demo"));
  ASSERT_NE(code, "");
  expect_a_badge_that_holds(folder, code);
  expect_sound_installation(folder, code);
  const Outcome scores =
      folder.smm("score --edition smm-2026 --answers " + folder.path("demo/sample/answers.csv"));
  EXPECT_EQ(scores.out, folder.read("demo/sample/scores.csv"));
  EXPECT_TRUE(folder.has("demo/worksheets/worksheet-nursing_adn.xlsx"));
  // There is one now, and it stays as it is.
  const std::string before = folder.read("demo/release-synthetic-2026.json");
  EXPECT_EQ(folder.smm(small_demo + folder.path("demo")).err.rfind("demo_folder_taken: ", 0), 0u);
  EXPECT_EQ(folder.read("demo/release-synthetic-2026.json"), before);
}

TEST(DemoCommand, LeavesFoldersOfOthersAlone) {
  const Folder folder;
  std::filesystem::create_directory(folder.path("mine"));
  folder.write("mine/thesis.txt", "mine");
  const Outcome outcome = folder.smm(small_demo + folder.path("mine"));
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(outcome.err.rfind("demo_folder_taken: ", 0), 0u) << outcome.err;
  EXPECT_EQ(folder.read("mine/thesis.txt"), "mine");
  EXPECT_FALSE(folder.has("mine/data"));
  EXPECT_EQ(folder.smm("demo --headless --schools 3 --out " + folder.path("few")).code, 2);
}

TEST(DemoCommand, TakesOnlyAnswersThatItsSchoolsCanGive) {
  const Folder folder;
  const std::string head = "school_id,programme,item_id,state,value\n";
  for (const char* row :
       {"nobody,,statement-names-need,answered,yes\n", "100751-nursing,,no-such-question,answered,yes\n",
        "100751-nursing,,statement-names-need,perhaps,\n"}) {
    const std::string answers = folder.write("a.csv", head + row);
    const Outcome outcome =
        folder.smm("demo --headless --out " + folder.path("demo") + " --answers " + answers);
    EXPECT_EQ(outcome.code, 1) << row;
    EXPECT_EQ(outcome.err.rfind("demo_answer: ", 0), 0u) << outcome.err;
    EXPECT_FALSE(folder.has("demo"));
  }
}

}  // namespace
}  // namespace smm::program
