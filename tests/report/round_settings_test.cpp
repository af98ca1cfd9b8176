// SPDX-License-Identifier: Apache-2.0
// What a round may ask of its reports: quarters and stars, and no score over everything. Each form has them
// where the round asked, and nowhere else.
#include <gtest/gtest.h>

#include "base/document_reader.hpp"
#include "exchange/json.hpp"
#include "exchange/xlsx_reader.hpp"
#include "json_shape.hpp"
#include "report/report_html.hpp"
#include "report/report_json.hpp"
#include "report/report_xlsx.hpp"
#include "seven_schools.hpp"

namespace smm::test {
namespace {

report::SchoolReport report_of(const std::string& code, bool stars, bool without_overall) {
  const SevenSchools& all = SevenSchools::all();
  const auto school = std::ranges::find(all.world.schools, code, &WorldSchool::code);
  auto input = all.world.input(*school, all.index);
  input.round.legacy_stars = stars;
  input.round.leave_out_overall = without_overall;
  return report::make_report(input, report_texts());
}

std::string html_of(const report::SchoolReport& report) {
  return report::report_html(report, report_templates(), report_texts());
}

base::Document parsed(const std::string& json) {
  return exchange::parse_json(json, "report.json").value();
}

// The quarter by the released percentiles, worked out without the band; nothing where an edge that decides
// is only known as under or over some points.
std::optional<int> quarter_by(const benchmark::Percentiles& p, double own) {
  int quarter = 1;
  for (const std::size_t edge : {1UL, 2UL, 3UL}) {
    const auto& shown = p[edge];
    const bool decided = shown.side == benchmark::ShownPoints::Side::at ||
                         (shown.side == benchmark::ShownPoints::Side::under && own >= shown.points) ||
                         (shown.side == benchmark::ShownPoints::Side::over && own <= shown.points);
    if (!decided) return std::nullopt;
    if (own >= shown.points && shown.side != benchmark::ShownPoints::Side::over) ++quarter;
  }
  return quarter;
}

TEST(RoundSettings, StarsAreInEveryFormWhereTheRoundAsked) {
  const auto asked = report_of("med-3", true, false);
  EXPECT_NE(html_of(asked).find("Quarters and stars</h2>"), std::string::npos);
  EXPECT_NE(html_of(asked).find("kept for continuity"), std::string::npos);
  EXPECT_NE(html_of(asked).find("stars of 4"), std::string::npos);
  EXPECT_NE(report::report_json(asked).find("\"legacy_stars\""), std::string::npos);
  const auto plain = report_of("med-3", false, false);
  for (const char* word : {"Quarters and stars", "stars of 4", "★"})
    EXPECT_EQ(html_of(plain).find(word), std::string::npos) << word;
  EXPECT_EQ(report::report_json(plain).find("legacy_stars"), std::string::npos);
}

TEST(RoundSettings, StarsAreSheetsOfTheirOwn) {
  const auto sheets = [](bool stars) {
    const auto bytes = report::report_xlsx(report_of("med-3", stars, false), report_texts());
    return exchange::read_workbook(bytes, "report.xlsx").value().sheets;
  };
  const auto named = [](const auto& book) {
    return std::ranges::any_of(book, [](const auto& sheet) { return sheet.name == "Quarters and stars"; });
  };
  EXPECT_TRUE(named(sheets(true)));
  EXPECT_FALSE(named(sheets(false)));
}

TEST(RoundSettings, StarsComeFromTheReleasedPercentiles) {
  const auto schema =
      exchange::parse_json(text_of_file("schema/report.schema.json"), "report.schema.json").value();
  int told = 0;
  for (const char* code : {"med-1", "med-3", "med-4", "nur-2", "adn-1"}) {
    const auto made = report_of(code, true, false);
    const auto json = parsed(report::report_json(made));
    EXPECT_EQ(breaches_of(schema, json), std::vector<std::string>{});
    for (const auto& row : *json.find("legacy_stars")->list()) {
      const std::string id = row.find("id")->scalar()->text;
      for (const auto& area : made.areas) {
        if (area.standing.id != id || !area.standing.percentiles) continue;
        const auto wanted = quarter_by(*area.standing.percentiles, *area.standing.beside->own);
        const auto* shown = row.find("stars");
        EXPECT_EQ(shown->is_null() ? std::string("none") : shown->scalar()->text,
                  wanted ? std::to_string(*wanted) : "none")
            << code << " " << id;
        ++told;
      }
    }
  }
  EXPECT_GT(told, 50);
}

TEST(RoundSettings, ThereAreNoStarsUnderThirtySchools) {
  const auto dental = report_of("dds-1", true, false);
  EXPECT_TRUE(parsed(report::report_json(dental)).find("legacy_stars")->list()->empty());
  EXPECT_NE(html_of(dental).find("Too few schools of your profession"), std::string::npos);
  EXPECT_EQ(html_of(dental).find("stars of 4"), std::string::npos);
}

TEST(RoundSettings, TheOverallScoreCanBeLeftOut) {
  const auto with = report_of("med-3", false, false);
  const auto without = report_of("med-3", false, true);
  const std::string row = "<th scope=\"row\">" + with.overall.label + "</th>";
  EXPECT_NE(html_of(with).find(row), std::string::npos);
  EXPECT_EQ(html_of(without).find(row), std::string::npos);
  const auto rows = [](const auto& report) {
    return parsed(report::report_json(report)).find("standings")->list()->size();
  };
  EXPECT_EQ(rows(with), 23U);  // overall, 6 domains, 16 areas
  EXPECT_EQ(rows(without), 22U);
}

}  // namespace
}  // namespace smm::test
