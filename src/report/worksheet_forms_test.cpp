// SPDX-License-Identifier: Apache-2.0
// The worksheet in its text forms: golden files, and what must hold of every page.
#include <gtest/gtest.h>

#include <pugixml.hpp>
#include <regex>
#include <set>

#include "exchange/json.hpp"
#include "report/markdown.hpp"
#include "report/sample_worksheet_test.hpp"
#include "report/worksheet_html.hpp"
#include "report/worksheet_json.hpp"
#include "report/worksheet_markdown.hpp"

namespace smm::report {
namespace {

std::string small_html(const std::string& programme) {
  return worksheet_html(small_worksheet(programme), page_templates(), interface_texts());
}

// Styles change for reasons of their own; the golden file holds what is said.
std::string without_style(std::string page) {
  const std::size_t open = page.find("<style>");
  const std::size_t close = page.find("</style>");
  return page.replace(open, close - open, "<style>");
}

pugi::xml_document parsed_page(const std::string& page) {
  pugi::xml_document document;
  const auto result = document.load_string(page.c_str(), pugi::parse_default | pugi::parse_doctype);
  EXPECT_TRUE(result) << result.description() << " at "
                      << page.substr(static_cast<std::size_t>(result.offset), 80);
  return document;
}

// The level of every heading, in order: "12334".
std::string heading_levels(const pugi::xml_document& page) {
  std::string levels;
  for (const auto& found : page.select_nodes("//h1|//h2|//h3|//h4")) levels += found.node().name()[1];
  return levels;
}

TEST(WorksheetForms, MatchTheirGoldenFiles) {
  EXPECT_TRUE(matches_golden("worksheet/small-md.html", without_style(small_html("md"))));
  EXPECT_TRUE(
      matches_golden("worksheet/small-md.md", worksheet_markdown(small_worksheet("md"), interface_texts())));
  EXPECT_TRUE(matches_golden("worksheet/small-adn.md",
                             worksheet_markdown(small_worksheet("adn"), interface_texts())));
  EXPECT_TRUE(matches_golden("worksheet/small-md.json", worksheet_json(small_worksheet("md"))));
}

TEST(WorksheetForms, TheSameWorksheetGivesTheSameBytes) {
  EXPECT_EQ(small_html("adn"), small_html("adn"));
}

TEST(WorksheetHtml, IsWellFormedInEveryProgram) {
  for (const std::string programme : {"md", "adn"}) {
    const auto page = parsed_page(small_html(programme));
    EXPECT_STREQ(page.child("html").attribute("lang").value(), "en-US");
    EXPECT_FALSE(page.select_node("//title").node().text().empty());
  }
}

TEST(WorksheetHtml, LoadsNothingAndRunsNothing) {
  const std::string page = small_html("md");
  for (const std::string_view never : {"<script", "<link", "src=", "@import", "url(", " style="}) {
    EXPECT_EQ(page.find(never), std::string::npos) << never;
  }
  EXPECT_FALSE(std::regex_search(page, std::regex("<[^>]* on[a-z]+=")));
}

TEST(WorksheetHtml, IdsAreUniqueAndLinksLeadToThem) {
  const auto page = parsed_page(small_html("md"));
  std::set<std::string> ids;
  for (const auto& found : page.select_nodes("//@id"))
    EXPECT_TRUE(ids.insert(found.attribute().value()).second) << found.attribute().value();
  int links = 0;
  for (const auto& found : page.select_nodes("//a/@href")) {
    EXPECT_TRUE(ids.contains(std::string(found.attribute().value()).substr(1))) << found.attribute().value();
    ++links;
  }
  EXPECT_EQ(links, 3 + 6);  // packets, lines of numbers sheets
  for (const auto& found : page.select_nodes("//@aria-labelledby"))
    EXPECT_TRUE(ids.contains(found.attribute().value()));
}

TEST(WorksheetHtml, HeadingsDescendOneLevelAtATime) {
  const std::string levels = heading_levels(parsed_page(small_html("md")));
  EXPECT_EQ(std::count(levels.begin(), levels.end(), '1'), 1);
  EXPECT_EQ(levels.front(), '1');
  for (std::size_t i = 1; i < levels.size(); ++i) EXPECT_LE(levels[i], levels[i - 1] + 1) << levels;
}

TEST(WorksheetHtml, HeaderCellsSayWhatTheyHead) {
  const auto page = parsed_page(small_html("md"));
  EXPECT_TRUE(page.select_nodes("//th[not(@scope)]").empty());
  EXPECT_FALSE(page.select_nodes("//th[@scope='row']").empty());
}

TEST(WorksheetHtml, TextOfTheEditionIsEscaped) {
  const std::string page = small_html("md");
  EXPECT_NE(page.find("Eastern Plains &lt;&quot;EP&quot;&gt;"), std::string::npos);
  EXPECT_NE(page.find("People &amp; places"), std::string::npos);
}

TEST(WorksheetHtml, APacketBeginsOnANewPageUnderItsOwnHead) {
  const std::string page = small_html("md");
  EXPECT_NE(page.find("@page sheet-3 { @top-left { content: \"Finance\"; } }"), std::string::npos);
  EXPECT_NE(page.find("[id=\"packet-finance\"] { page: sheet-3; }"), std::string::npos);
  EXPECT_NE(page.find(".packet { break-before: page; }"), std::string::npos);
  EXPECT_NE(page.find(".question { break-inside: avoid;"), std::string::npos);
}

TEST(WorksheetHtml, AGridHasABoxForEachTopicAndYear) {
  const auto md = parsed_page(small_html("md"));
  EXPECT_EQ(md.select_nodes("//table[@class='grid']/tbody//span[@class='box']").size(), 8U);
  const auto adn = parsed_page(small_html("adn"));
  EXPECT_EQ(adn.select_nodes("//table[@class='grid']/tbody//span[@class='box']").size(), 4U);
}

TEST(WorksheetJson, CanBeReadAndNamesTheEdition) {
  const auto document = exchange::parse_json(worksheet_json(small_worksheet("md")), "worksheet.json");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->find("edition")->find("hash")->scalar()->text, edition_in("tests/editions/small").hash);
  EXPECT_EQ(document->find("packets")->list()->size(), 3U);
}

TEST(WorksheetMarkdown, NothingOfTheEditionIsMarkup) {
  EXPECT_EQ(markdown_text("*a* <b> [c](d) `e` | #"), "\\*a\\* \\<b\\> \\[c\\](d) \\`e\\` \\| \\#");
  EXPECT_EQ(markdown_text("1. a\nb"), "1\\. a b");
  EXPECT_EQ(markdown_text("- a"), "\\- a");
  EXPECT_EQ(markdown_text("3 of 4"), "3 of 4");
}

}  // namespace
}  // namespace smm::report
