// SPDX-License-Identifier: Apache-2.0
// `smm report` on a folder with data, run as a person runs it. The round is made, opened, closed, checked and
// frozen by commands as well; only what deans sign is put in by the test, with scores that can be
// recognized.
#include <gtest/gtest.h>

#include <algorithm>

#include "adapters/disk_files.hpp"
#include "adapters/program_content.hpp"
#include "attested_scores.hpp"
#include "planted_scores.hpp"
#include "program/program.hpp"
#include "store/records/stored_installations.hpp"
#include "wiring/held_installation.hpp"

namespace smm::program {
namespace {

constexpr std::size_t schools_asked = 24;
constexpr std::size_t schools_answering = 22;  // the last two never answer
constexpr const char* report_forms[] = {"html", "xlsx", "json", "summary", "text"};

std::string school_code(std::size_t school) {
  return fmt::format("c{:02}", school);
}

std::string roster_csv() {
  std::string csv =
      "school_id,programme,name,institution_id,system_id,control,state,division,size,carnegie,locale,"
      "dean_name,dean_email\n";
  for (std::size_t at = 0; at < schools_asked; ++at)
    csv +=
        fmt::format("{0},medicine_md,School {0},i{0},,{1},{2},,{3},{4},city,Dean of {0},dean@{0}.example\n",
                    school_code(at), at % 2 == 0 ? "public" : "private", at % 3 == 0 ? "NY" : "GA",
                    at % 3 == 1 ? "small" : "large", at % 4 == 0 ? "r1" : "special");
  return csv;
}

// A folder with one round; made once for all tests, which only read it.
class DataFolder {
 public:
  static DataFolder& get() {
    static DataFolder made;
    return made;
  }

  Outcome report(const std::string& arguments) { return folder.smm("report " + arguments + where()); }

  const Folder folder;
  const test::PlantedScores planted{schools_answering};
  Outcome before_freeze;

 private:
  DataFolder() {
    folder.write("roster.csv", roster_csv());
    run("roster import " + folder.path("roster.csv"));
    run("round create 2026 --title \"Round 2026\" --last-day 2999-12-31 --legacy-stars");
    run("round open 2026");
    run("round invite 2026");
    attest_all();
    run("round close 2026");
    run("round check 2026 --days 1");
    before_freeze = report("--round 2026 --school c03");
    end_checks();
    run("round freeze 2026");
  }

  std::string where() const {
    return " --data " + folder.path("data") +
           " --public-url https://metrics.example.org --mail-from office@metrics.example.org";
  }

  void run(const std::string& command) const {
    const Outcome outcome = folder.smm(command + where());
    EXPECT_EQ(outcome.code, 0) << command << ": " << outcome.err;
  }

  void on_data(const std::function<void(app::Installation&)>& work) const {
    const adapters::EmbeddedContent content;
    const adapters::DiskFiles files;
    store::records::StoredInstallations stored;
    app::ServiceSettings settings;
    settings.database.data = folder.path("data");
    auto opened = wiring::open_installation(content, files, stored, settings, app::Hold::beside_others);
    ASSERT_TRUE(opened) << opened.problems().front().sentence;
    work((*opened)->installation());
  }

  void attest_all() const {
    std::vector<std::string> areas;
    const test::ScoreInArea score = [&](const std::string& school, const std::string&,
                                        const std::string& area) {
      auto found = std::ranges::find(areas, area);
      if (found == areas.end()) found = areas.insert(areas.end(), area);
      return planted.of(std::stoul(school.substr(1)), static_cast<std::size_t>(found - areas.begin()));
    };
    on_data([&](app::Installation& installation) {
      for (std::size_t at = 0; at < schools_answering; ++at) {
        const std::string code = school_code(at);
        const auto sheet = app::look<app::OpenSheet>(installation.database, [&](app::Records& records) {
          return app::open_sheet(records, installation.editions, "2026", code);
        });
        const auto dean = app::look<app::Person>(installation.database, [&](app::Records& records) {
          return base::Result<app::Person>(*records.people.by_email("dean@" + code + ".example"));
        });
        test::attest_scores(installation, *sheet, dean->id, score);
      }
    });
  }

  // The checks ended yesterday.
  void end_checks() const {
    on_data([](app::Installation& installation) {
      const auto ended = app::change<bool>(
          installation.database, installation.clock, [](app::Records& records, base::Instant now) {
            auto round = *records.rounds.by_code("2026");
            round.checks_end = now + -base::one_day;
            records.rounds.change(round);
            return base::Result<app::Change<bool>>(app::Change<bool>::bookkeeping(true));
          });
      EXPECT_TRUE(ended);
    });
  }
};

TEST(ReportCommand, WritesEachFormOfOneSchool) {
  DataFolder& data = DataFolder::get();
  const std::pair<const char*, const char*> beginnings[] = {{"html", "<!DOCTYPE html>"},
                                                            {"summary", "<!DOCTYPE html>"},
                                                            {"json", "{"},
                                                            {"xlsx", "PK"},
                                                            {"text", "School c03"}};
  for (const auto& [form, beginning] : beginnings) {
    const Outcome printed = data.report("--round 2026 --school c03 --format " + std::string(form));
    EXPECT_EQ(printed.code, 0) << printed.err;
    const std::size_t begin = std::min(printed.out.find_first_not_of('\n'), printed.out.size());
    EXPECT_EQ(printed.out.substr(begin, std::string(beginning).size()), beginning) << form;
    const std::string file = data.folder.path(std::string("one.") + form);
    const Outcome written =
        data.report("--round 2026 --school c03 --format " + std::string(form) + " --out " + file);
    EXPECT_EQ(written.code, 0) << written.err;
    EXPECT_EQ(written.out, "");
    if (std::string(form) == "xlsx") continue;  // it holds a date
    EXPECT_EQ(text_of(file), printed.out) << form;
  }
  const Outcome plain = data.report("--round 2026 --school c03");
  EXPECT_NE(plain.out.find("School c03"), std::string::npos);
  EXPECT_NE(plain.out.find("Quarters and stars"), std::string::npos) << "the round asked for them";
}

TEST(ReportCommand, WritesAPdfWhereThereIsChromium) {
  DataFolder& data = DataFolder::get();
  const std::string file = data.folder.path("one.pdf");
  const Outcome printed = data.report("--round 2026 --school c03 --format pdf --out " + file);
  if (printed.err.find("no_printer") != std::string::npos) GTEST_SKIP() << "there is no Chromium here";
  EXPECT_EQ(printed.code, 0) << printed.err;
  EXPECT_EQ(text_of(file).substr(0, 5), "%PDF-");
}

// Also what no other school may learn: each file is searched for the scores of all others.
TEST(ReportCommand, WritesAllSchoolsAndNoScoreOfOthers) {
  DataFolder& data = DataFolder::get();
  for (const std::string form : report_forms) {
    const std::string out = data.folder.path("all-" + form);
    const Outcome all = data.report("--round 2026 --all --format " + form + " --out " + out);
    EXPECT_EQ(all.code, 0) << all.err;
    EXPECT_NE(all.out.find("22 reports"), std::string::npos) << all.out;
    std::size_t files = 0;
    for (std::size_t at = 0; at < schools_answering; ++at)
      for (const auto& entry : std::filesystem::directory_iterator(out)) {
        if (!entry.path().filename().string().starts_with(school_code(at))) continue;
        ++files;
        if (form == "xlsx") continue;  // packed; tests/report looks into those
        const auto printed = form == "json" ? test::Printed::data : test::Printed::page;
        EXPECT_EQ(data.planted.found_in(text_of(entry.path()), at, printed), std::set<std::string>{})
            << entry.path();
      }
    EXPECT_EQ(files, schools_answering) << form;
  }
  EXPECT_EQ(
      data.planted.found_in(text_of(data.folder.path("all-json") + "/c05-2026.json"), 6, test::Printed::data)
          .size(),
      16U)
      << "its own are there";
}

TEST(ReportCommand, SaysWhyThereIsNone) {
  DataFolder& data = DataFolder::get();
  EXPECT_EQ(data.before_freeze.code, 1);
  EXPECT_NE(data.before_freeze.err.find("not_frozen"), std::string::npos) << data.before_freeze.err;
  const auto refused = [&](const std::string& arguments, const std::string& code) {
    const Outcome outcome = data.report(arguments);
    EXPECT_EQ(outcome.code, 1) << arguments;
    EXPECT_EQ(outcome.out, "") << arguments;
    EXPECT_NE(outcome.err.find(code + ":"), std::string::npos) << outcome.err;
  };
  refused("--round 1999 --school c03", "round_not_found");
  refused("--round 2026 --school nobody", "not_there");
  refused("--round 2026 --school c23", "not_attested");
  refused("--round 2026 --school c03 --peers size=tiny", "too_few_peers");
}

TEST(ReportCommand, SaysHowItIsUsed) {
  DataFolder& data = DataFolder::get();
  EXPECT_EQ(data.report("--round 2026").code, 2);
  EXPECT_EQ(data.report("--round 2026 --all").code, 2) << "nowhere to write";
  EXPECT_EQ(data.report("--round 2026 --all --school c03 --out x").code, 2);
  EXPECT_EQ(data.report("--round 2026 --school c03 --format docx").code, 2);
}

}  // namespace
}  // namespace smm::program
