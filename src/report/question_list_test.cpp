// SPDX-License-Identifier: Apache-2.0
#include "report/question_list.hpp"

#include <gtest/gtest.h>

#include <map>
#include <pugixml.hpp>
#include <set>

#include "report/points_words.hpp"
#include "report/sample_worksheet_test.hpp"

namespace smm::report {
namespace {

std::map<std::string, std::string> small_list() {
  std::map<std::string, std::string> pages;
  for (const Page& page :
       question_list(edition_in("tests/editions/small"), page_templates(), interface_texts()))
    pages[page.path] = page.text;
  return pages;
}

pugi::xml_document list_page(const std::string& text) {
  pugi::xml_document document;
  const auto result = document.load_string(text.c_str());
  EXPECT_TRUE(result) << result.description();
  return document;
}

std::string said(const pugi::xml_node& node) {
  std::string text;
  for (const auto& found : node.select_nodes(".//text()")) text += std::string(found.node().value()) + " ";
  return text;
}

TEST(QuestionList, HasAnIndexAndAPageForEachSection) {
  const auto pages = small_list();
  ASSERT_EQ(pages.size(), 4U);
  for (const std::string path : {"index.html", "about.html", "lessons.html", "access.html"})
    EXPECT_TRUE(pages.contains(path)) << path;
}

TEST(QuestionList, EveryLinkLeadsToAPageOrAnItem) {
  const auto pages = small_list();
  std::set<std::string> targets;
  for (const auto& [path, text] : pages) {
    targets.insert(path);
    const auto page = list_page(text);
    for (const auto& found : page.select_nodes("//@id"))
      targets.insert(path + "#" + found.attribute().value());
  }
  int links = 0;
  for (const auto& [path, text] : pages) {
    const auto page = list_page(text);
    for (const auto& found : page.select_nodes("//a/@href")) {
      EXPECT_TRUE(targets.contains(found.attribute().value())) << path << ": " << found.attribute().value();
      ++links;
    }
  }
  EXPECT_GT(links, 10);
}

TEST(QuestionList, EveryItemStandsOnceWithItsQuestion) {
  const auto pages = small_list();
  for (const instrument::Item& item : edition_in("tests/editions/small").items) {
    int seen = 0;
    for (const auto& [path, text] : pages) {
      const auto page = list_page(text);
      const auto article = page.select_node(("//article[@id='" + item.id + "']").c_str()).node();
      if (!article) continue;
      ++seen;
      EXPECT_STREQ(article.child("h2").text().get(), item.wording.question.c_str());
    }
    EXPECT_EQ(seen, 1) << item.id;
  }
}

TEST(QuestionList, SaysWhatEveryAnswerEarnsAndWhy) {
  const auto page = list_page(small_list().at("access.html"));
  const std::string review = said(page.select_node("//article[@id='holistic-review']").node());
  for (const std::string_view words :
       {"Every step", "10", "No step is left to habit.", "takes the question out"})
    EXPECT_NE(review.find(words), std::string::npos) << words;
  const std::string debt = said(page.select_node("//article[@id='median-debt']").node());
  EXPECT_NE(debt.find("200,000 dollars or less"), std::string::npos);
  const std::string compared = said(page.select_node("//article[@id='rural-compared']").node());
  EXPECT_NE(compared.find("a difference of -10 percentage points or more"), std::string::npos);
}

TEST(QuestionList, SaysWhereProgramsDifferAndWhenAQuestionIsAsked) {
  const auto page = list_page(small_list().at("lessons.html"));
  const std::string grid = said(page.select_node("//article[@id='topics-each-year']").node());
  EXPECT_NE(grid.find("For ADN:"), std::string::npos);
  EXPECT_NE(grid.find("Half of four cells."), std::string::npos);
  EXPECT_NE(grid.find("Both topics in each of two years"), std::string::npos);
  const auto role = page.select_node("//article[@id='partner-role']").node();
  EXPECT_NE(said(role).find(
                "Answer only if the answer to the question “Does the school run clinics?” is “Yes” and ("),
            std::string::npos);
  EXPECT_TRUE(role.select_node(".//a[@href='about.html#runs-clinics']"));
  const std::string groups = said(page.select_node("//article[@id='patient-groups']").node());
  EXPECT_NE(groups.find("Some states limit what may be required."), std::string::npos);
}

TEST(PointsWords, NumbersAreWrittenForPeople) {
  EXPECT_EQ(plain_number(0), "0");
  EXPECT_EQ(plain_number(999), "999");
  EXPECT_EQ(plain_number(120000), "120,000");
  EXPECT_EQ(plain_number(-1234567.5), "-1,234,567.5");
  EXPECT_EQ(plain_number(-10), "-10");
}

}  // namespace
}  // namespace smm::report
