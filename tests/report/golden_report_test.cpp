// SPDX-License-Identifier: Apache-2.0
// What a report says for seven schools that differ, and how its page is built: the model without the answers
// one by one, and the HTML from the head to the last move.
#include <gtest/gtest.h>

#include <regex>

#include "report/report_html.hpp"
#include "report/report_json.hpp"
#include "report/report_xlsx.hpp"
#include "seven_schools.hpp"

namespace smm::test {
namespace {

const std::string origin_of_golden =
    "Made by test_school_reports from an invented round; remade by ./dev approve\n";

class GoldenReport : public testing::TestWithParam<SchoolCase> {};

std::string between(const std::string& text, const std::string& from, const std::string& to) {
  const std::size_t begin = text.find(from);
  return text.substr(begin, text.find(to, begin) - begin);
}

// A release's hash changes with whatever is added to releases, and tells nothing of a report.
std::string without_hashes(const std::string& text) {
  return std::regex_replace(text, std::regex("[0-9a-f]{64}"), "(hash)");
}

TEST_P(GoldenReport, ModelStaysAsItIs) {
  const std::string json = report::report_json(SevenSchools::all().report(GetParam()));
  const std::string answers = between(json, "\"answers\": [\n    {\n      \"area\"", "\"goals\"");
  std::string shown = json;
  shown.erase(shown.rfind(answers), answers.size());
  EXPECT_TRUE(is_golden(GetParam().name + ".txt", origin_of_golden + without_hashes(shown)));
}

TEST_P(GoldenReport, FirstPageStaysAsItIs) {
  const std::string html =
      report::report_html(SevenSchools::all().report(GetParam()), report_templates(), report_texts());
  const std::string first =
      between(html, "<body>", "<section class=\"report-part\" aria-labelledby=\"report-detail\"");
  EXPECT_TRUE(
      is_golden(GetParam().name + ".html",
                "<!-- " + origin_of_golden.substr(0, origin_of_golden.size() - 1) + " -->\n" + first));
}

std::vector<std::string> all_of(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), regex), end; it != end; ++it)
    found.push_back((*it)[1]);
  return found;
}

TEST_P(GoldenReport, PageReadsWellAloud) {
  const std::string html =
      report::report_html(SevenSchools::all().report(GetParam()), report_templates(), report_texts());
  EXPECT_EQ(all_of(html, "<(h1)[ >]").size(), 1U);
  int before = 1;
  for (const std::string& level : all_of(html, "<h([1-6])[ >]")) {
    EXPECT_LE(std::stoi(level), before + 1) << "a heading of level " << level << " below one of " << before;
    before = std::stoi(level);
  }
  for (const std::string& head : all_of(html, "<th( [^>]*|)>"))
    EXPECT_NE(head.find("scope=\""), std::string::npos) << head;
  for (const std::string& table : all_of(html, "(<table[^>]*>\\s*<[a-z]+)"))
    EXPECT_NE(table.find("<caption"), std::string::npos) << table;
  const auto pictures = all_of(html, "<svg([^>]*)><title");
  EXPECT_GE(pictures.size(), 17U);
  for (const std::string& picture : pictures) {
    EXPECT_NE(picture.find("role=\"img\""), std::string::npos);
    EXPECT_EQ(picture.find("style="), std::string::npos);
  }
}

TEST_P(GoldenReport, PicturesDrawWholePointsOnly) {
  const std::string html =
      report::report_html(SevenSchools::all().report(GetParam()), report_templates(), report_texts());
  for (const std::string& number : all_of(html, " (?:x|x1|x2|cx|width)=\"([^\"]*)\""))
    EXPECT_EQ(number.find('.'), std::string::npos) << number;
}

TEST_P(GoldenReport, SharedTextHasNoScore) {
  const std::string text = report::short_text(SevenSchools::all().report(GetParam()), report_texts());
  const std::string plain = std::regex_replace(text, std::regex("School [a-z]+-[0-9]+|Round 2026"), "");
  EXPECT_FALSE(std::regex_search(plain, std::regex("[0-9]"))) << text;
}

TEST_P(GoldenReport, OtherFormsAreMade) {
  const auto made = SevenSchools::all().report(GetParam());
  EXPECT_NE(report::summary_html(made, report_templates(), report_texts()).find(made.school.name),
            std::string::npos);
  EXPECT_EQ(report::report_xlsx(made, report_texts()).substr(0, 2), "PK");
}

INSTANTIATE_TEST_SUITE_P(SevenSchools, GoldenReport, testing::ValuesIn(seven_schools()),
                         [](const auto& test) {
                           return std::regex_replace(test.param.name, std::regex("-"), "_");
                         });

TEST(SevenSchools, DifferAsTheyShould) {
  const SevenSchools& all = SevenSchools::all();
  const auto report = [&](std::size_t at) { return all.report(seven_schools()[at]); };
  EXPECT_EQ(report(0).areas.back().standing.own.state, scoring::ScoreState::too_few);
  EXPECT_FALSE(report(2).change);
  const auto dental = report(3);
  EXPECT_TRUE(dental.overall.beside->mean);
  EXPECT_FALSE(dental.overall.beside->low);
  for (const auto& area : dental.areas) EXPECT_FALSE(area.standing.percentiles);
  for (const auto& move : dental.moves) EXPECT_FALSE(move.next.share);
  EXPECT_EQ(report(4).programmes.size(), 1U);
  EXPECT_EQ(report(5).programmes.size(), 2U);
  const auto strong = report(6);
  EXPECT_GT(strong.overall.own.score, 90);
  EXPECT_EQ(strong.strengths.size(), 3U);
}

}  // namespace
}  // namespace smm::test
