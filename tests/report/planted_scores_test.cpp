// SPDX-License-Identifier: Apache-2.0
// No report holds another school's score: in no text, number, coordinate or metadata of any form. Schools
// have scores that can be recognized, and the same search finds them where a report is made to leak.
#include <gtest/gtest.h>

#include <cstdlib>
#include <regex>

#include "adapters/chromium_printer.hpp"
#include "command_output.hpp"
#include "planted_scores.hpp"
#include "report/report_html.hpp"
#include "report/report_json.hpp"
#include "report/report_xlsx.hpp"
#include "scratch_folder.hpp"
#include "seven_schools.hpp"

namespace smm::test {
namespace {

constexpr std::size_t planted_schools = 40;

// Real answers, with scores that are planted into each sheet before anything is computed from them.
class PlantedRound {
 public:
  PlantedRound() : world_({.medicine = planted_schools, .dental = 0, .nursing = 0, .adn = 0}) {
    for (std::size_t at = 0; at < world_.schools.size(); ++at)
      schools_.push_back({world_.schools[at].code, world_.schools[at].programmes, sheets_of(at)});
    index_.emplace(
        std::make_shared<benchmark::Release>(app::sample_release(schools_, world_.edition).value()));
  }

  static const PlantedRound& get() {
    static const PlantedRound made;
    return made;
  }

  report::SchoolReport report(std::size_t at) const {
    auto input = world_.input(world_.schools[at], *index_);
    input.sheets = schools_[at].sheets;
    benchmark::PeerChoice peers;
    for (std::size_t peer = 0; peer < planted_schools && peers.school_ids.size() < 12; ++peer)
      if (peer != at) peers.school_ids.push_back(schools_[peer].code);
    const auto scores = app::sample_scores(schools_[at].code, schools_[at].sheets, world_.edition);
    input.comparison = benchmark::compare(*index_, {schools_[at].code, scores, peers}).value().front();
    return report::make_report(input, report_texts());
  }

  const PlantedScores planted{planted_schools};

 private:
  std::vector<report::OwnSheet> sheets_of(std::size_t at) const {
    auto sheets =
        world_.schools[at].answers ? world_.own_sheets(world_.schools[at]) : std::vector<report::OwnSheet>();
    for (report::OwnSheet& sheet : sheets)
      for (std::size_t area = 0; area < sheet.scores.areas.size(); ++area) {
        scoring::Score& score = sheet.scores.areas[area];
        score.state = scoring::ScoreState::scored;
        score.score = planted.of(at, area);
        score.lower = score.score - 0.1113;
        score.upper = score.score + 0.1117;
      }
    return sheets;
  }

  ReportWorld world_;
  std::vector<app::SampleSchool> schools_;
  std::optional<benchmark::ReleaseIndex> index_;
};

// Every member of the workbook, as it is packed.
std::string members_of(const std::string& workbook) {
  const ScratchFolder folder;
  folder.write("report.xlsx", workbook);
  const std::string text = test::command_output("unzip -p " + folder.path("report.xlsx"));
  EXPECT_NE(text.find("<worksheet"), std::string::npos) << "unzip reads no workbook";
  return text;
}

std::optional<std::string> of_the_environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value != nullptr ? std::optional<std::string>(value) : std::nullopt;
}

adapters::ChromiumPrinter& one_printer() {
  static adapters::ChromiumPrinter made(adapters::find_chromium(of_the_environment));
  return made;
}

// Text and metadata.
std::string told_by_pdf(const std::string& html) {
  const auto pdf = one_printer().print(html);
  EXPECT_TRUE(pdf) << pdf.problems().front().sentence;
  const ScratchFolder folder;
  const std::string path = folder.write("report.pdf", *pdf);
  return test::command_output("pdftotext " + path + " - && pdfinfo " + path + " && pdfinfo -meta " + path);
}

bool can_read_pdf() {
  return adapters::find_chromium(of_the_environment).has_value() &&
         !test::command_output("command -v pdftotext").empty();
}

struct Form {
  std::string name;
  std::string bytes;
  Printed printed = Printed::page;
};

// All forms but PDF, as bytes that can be searched.
std::vector<Form> forms_of(const report::SchoolReport& report) {
  const auto& texts = report_texts();
  const auto& templates = report_templates();
  return {{"html", report::report_html(report, templates, texts)},
          {"summary", report::summary_html(report, templates, texts)},
          {"json", report::report_json(report), Printed::data},
          {"text", report::short_text(report, texts)},
          {"xlsx", members_of(report::report_xlsx(report, texts)), Printed::data}};
}

TEST(PlantedScoresOfOthers, AreInNoFormOfAnyReport) {
  const PlantedRound& round = PlantedRound::get();
  for (std::size_t at = 0; at < planted_schools; ++at)
    for (const auto& [name, bytes, printed] : forms_of(round.report(at)))
      EXPECT_EQ(round.planted.found_in(bytes, at, printed), std::set<std::string>{})
          << name << " of school " << at;
}

TEST(PlantedScoresOfOthers, AreInNoPdf) {
  if (!can_read_pdf()) GTEST_SKIP() << "there is no Chromium or no pdftotext on this machine";
  const PlantedRound& round = PlantedRound::get();
  for (const std::size_t at : {std::size_t{0}, std::size_t{17}, planted_schools - 1}) {
    const auto html = report::report_html(round.report(at), report_templates(), report_texts());
    const std::string told = told_by_pdf(html);
    EXPECT_EQ(round.planted.found_in(told, at), std::set<std::string>{}) << at;
    EXPECT_TRUE(std::regex_search(told, std::regex("2 / [0-9]+"))) << "no page numbers";
  }
}

TEST(PlantedScoresOfOthers, OwnOnesAreFound) {
  const PlantedRound& round = PlantedRound::get();
  const std::string json = report::report_json(round.report(4));
  EXPECT_EQ(round.planted.found_in(json, 9, Printed::data).size(), 16U)
      << "the school's own, to somebody else";
}

// ---- A report that leaks, in each way there is.

TEST(ALeakingReport, IsFoundInWords) {
  const PlantedRound& round = PlantedRound::get();
  auto leaky = round.report(3);
  ASSERT_FALSE(leaky.moves.empty());
  leaky.moves[0].draft +=
      " As School 7 with " + std::to_string(round.planted.of(7, 2)).substr(0, 7) + " has.";
  for (const auto& [name, bytes, printed] : forms_of(leaky)) {
    const bool holds_drafts = name == "html" || name == "json" || name == "xlsx";
    EXPECT_EQ(round.planted.found_in(bytes, 3, printed).size(), holds_drafts ? 1U : 0U) << name;
  }
}

TEST(ALeakingReport, IsFoundInNumbers) {
  const PlantedRound& round = PlantedRound::get();
  auto leaky = round.report(3);
  leaky.areas[5].standing.beside->mean = round.planted.of(8, 5);
  for (const auto& [name, bytes, printed] : forms_of(leaky)) {
    const bool holds_decimals = name == "json" || name == "xlsx";
    EXPECT_EQ(round.planted.found_in(bytes, 3, printed).size(), holds_decimals ? 1U : 0U) << name;
  }
}

TEST(ALeakingReport, IsFoundInCoordinates) {
  const PlantedRound& round = PlantedRound::get();
  std::string html = report::report_html(round.report(3), report_templates(), report_texts());
  const std::string coordinate = std::to_string(10 + 3 * round.planted.of(11, 6));
  html.insert(html.find("</svg>"), "<circle cx=\"" + coordinate + "\" cy=\"9\" r=\"4\"/>");
  EXPECT_EQ(round.planted.found_in(html, 3).size(), 1U);
}

TEST(ALeakingReport, IsFoundInAPdf) {
  if (!can_read_pdf()) GTEST_SKIP() << "there is no Chromium or no pdftotext on this machine";
  const PlantedRound& round = PlantedRound::get();
  auto leaky = round.report(3);
  leaky.areas[2].resources = {{"As others with " + std::to_string(round.planted.of(7, 2)), "", "", "", ""}};
  leaky.school.name += " " + std::to_string(round.planted.of(12, 3));  // becomes the document's title
  const auto html = report::report_html(leaky, report_templates(), report_texts());
  EXPECT_EQ(round.planted.found_in(told_by_pdf(html), 3).size(), 2U);
}

}  // namespace
}  // namespace smm::test
