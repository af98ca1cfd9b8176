// SPDX-License-Identifier: Apache-2.0
#include "render/html.hpp"

#include <gtest/gtest.h>

#include "base/environment_error.hpp"

namespace smm::render {
namespace {

Texts page_texts() {
  base::Map map;
  map.push_back({"title", {}, base::Document({}, base::Scalar{"Q & A", true})});
  return *Texts::from(base::Document({}, std::move(map)));
}

std::string page(const std::vector<TemplateText>& sources, const View& view) {
  return Templates(sources, page_texts()).render("page", view);
}

TEST(Html, EscapesWhatHtmlReads) {
  EXPECT_EQ(escape_html("<a href=\"x\">'&'</a>"), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
}

TEST(Html, ACssStringCannotEndItsElement) {
  EXPECT_EQ(css_string("a\"b\\</style>\n"), "\"a\\22 b\\5c \\3c /style>\\a \"");
}

TEST(Templates, ValuesAreEscapedAndRawOnesAreNot) {
  EXPECT_EQ(page({{"page", "{{a}}|{{{a}}}|{{none}}"}}, View().set("a", "<'>").set("none", "")),
            "&lt;&#39;&gt;|<'>|");
}

TEST(Templates, ListsFlagsAndMaps) {
  View view;
  view.set("rows", View::List{View().set("n", "1"), View().set("n", "2")});
  view.set("yes", true).set("no", false).set("deep", View().set("er", "x"));
  EXPECT_EQ(
      page({{"page", "{{#rows}}<{{n}}>{{/rows}}{{#yes}}Y{{/yes}}{{#no}}N{{/no}}{{^no}}O{{/no}}{{deep.er}}"}},
           view),
      "<1><2>YOx");
}

TEST(Templates, PartsAndTextsAreResolvedWhenLoaded) {
  const std::vector<TemplateText> sources = {{"page", "<style>{{> a.css}}</style>{{>part}}"},
                                             {"part", "<h1>{{text title}} {{n}}</h1>"},
                                             {"a.css", "p{}"}};
  EXPECT_EQ(page(sources, View().set("n", "5")), "<style>p{}</style><h1>Q &amp; A 5</h1>");
}

TEST(Templates, CommentsAreLeftOut) {
  EXPECT_EQ(page({{"page", "{{! what > the\n view holds }}<p>{{n}}</p>"}}, View().set("n", "5")), "<p>5</p>");
}

TEST(Templates, ABrokenTemplateIsABrokenInstallation) {
  EXPECT_THROW(page({{"page", "{{> gone}}"}}, {}), base::EnvironmentError);
  EXPECT_THROW(page({{"page", "{{> page}}"}}, {}), base::EnvironmentError);
  EXPECT_THROW(page({{"page", "{{text gone}}"}}, {}), base::EnvironmentError);
  EXPECT_THROW(page({{"page", "{{#open}}"}}, {}), base::EnvironmentError);
  EXPECT_THROW(page({{"page", "{{open"}}, {}), base::EnvironmentError);
}

TEST(TemplatesDeathTest, ANameMustHaveAValue) {
  EXPECT_DEATH(page({{"page", "{{#rows}}{{gone}}{{/rows}}"}}, View().set("rows", View::List{View()})),
               "view has gone");
}

TEST(Templates, AnEmptyTextIsFalse) {
  EXPECT_EQ(page({{"page", "{{#a}}A{{/a}}{{^a}}B{{/a}}"}}, View().set("a", "")), "B");
}

TEST(ViewDeathTest, AFieldIsSetOnce) {
  EXPECT_DEATH(View().set("a", "1").set("a", "2"), "name");
}

}  // namespace
}  // namespace smm::render
