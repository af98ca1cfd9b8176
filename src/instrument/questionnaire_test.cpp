// SPDX-License-Identifier: Apache-2.0
#include "instrument/questionnaire.hpp"

#include <gtest/gtest.h>

#include "instrument/sample_edition_test.hpp"

namespace smm::instrument {
namespace {

Edition varied_edition() {
  Item share = sample::share();
  share.programmes = 3;
  share.period = "now";
  share.wording = {"asked of all", "why", "defined", "example", "reported", "evidence"};
  share.variants.push_back(
      {2, {"asked of adn", "", "", "", "", ""}, "last-year", {}, sample::steps({{5, 3}, {20, 10}}), {}});
  Item choice = sample::only_for(sample::one_of(), 3);
  choice.variants.push_back({2, {}, "", {{"all", "Every one"}}, {}, {}});
  Edition edition = sample::edition({share, choice, sample::only_for(sample::yes_no("only-md"), 1)});
  edition.sections.push_back({"more", SectionKind::module, "Module", "", "", 0, {3}, {}});
  Item extra = sample::only_for(sample::yes_no("extra"), 3);
  extra.section = 1;
  edition.items.push_back(extra);
  return edition;
}

TEST(Questionnaire, HoldsTheItemsOfItsProgram) {
  const Edition edition = varied_edition();
  const Questionnaire md = questionnaire_for(edition, 0);
  const Questionnaire adn = questionnaire_for(edition, 1);
  ASSERT_EQ(md.items.size(), 3u);
  ASSERT_EQ(adn.items.size(), 2u);
  EXPECT_EQ(md.years, 2);
  EXPECT_EQ(md.items[2].position, 2u);
}

TEST(Questionnaire, HoldsModulesOnlyWhenAskedFor) {
  const Edition edition = varied_edition();
  const Questionnaire adn = questionnaire_for(edition, 1, true);
  ASSERT_EQ(adn.items.size(), 3u);
  EXPECT_EQ(adn.items[2].item.id, "extra");
  EXPECT_EQ(adn.items[2].position, 3u);
}

TEST(Questionnaire, FoldsVariantsIn) {
  const Edition edition = varied_edition();
  const Item md = questionnaire_for(edition, 0).items[0].item;
  EXPECT_EQ(md.wording.question, "asked of all");
  EXPECT_EQ(md.steps.size(), 3u);
  const Questionnaire adn = questionnaire_for(edition, 1);
  EXPECT_EQ(adn.items[0].item.wording.question, "asked of adn");
  EXPECT_EQ(adn.items[0].item.wording.why, "why");
  EXPECT_EQ(adn.items[0].item.period, "last-year");
  EXPECT_EQ(adn.items[0].item.steps.size(), 2u);
  EXPECT_EQ(adn.items[1].item.options[2].label, "Every one");
  EXPECT_EQ(adn.items[1].item.options[1].label, "Label of some");
  EXPECT_TRUE(adn.items[0].item.variants.empty());
}

}  // namespace
}  // namespace smm::instrument
