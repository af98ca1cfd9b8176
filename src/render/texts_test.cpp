// SPDX-License-Identifier: Apache-2.0
#include "render/texts.hpp"

#include <gtest/gtest.h>

namespace smm::render {
namespace {

using base::Document;

Document leaf(std::string text) {
  return Document({"t.yaml", 1, 1}, base::Scalar{std::move(text), true});
}

Document branch(base::Map entries) {
  return Document({"t.yaml", 1, 1}, std::move(entries));
}

Texts sample_texts() {
  return *Texts::from(
      branch({{"plain", {}, leaf("Save")},
              {"hello", {}, leaf("Dear {name}, {name}!")},
              {"left", {}, branch({{"one", {}, leaf("{n} day")}, {"other", {}, leaf("{n} days")}})}}));
}

TEST(Texts, KeysArePaths) {
  const Texts texts = sample_texts();
  EXPECT_EQ(texts("plain"), "Save");
  EXPECT_TRUE(texts.has("left.one"));
  EXPECT_FALSE(texts.has("left"));
  EXPECT_EQ(texts.keys(), (std::vector<std::string>{"hello", "left.one", "left.other", "plain"}));
}

TEST(Texts, PlaceholdersAreFilledEveryTime) {
  EXPECT_EQ(sample_texts()("hello", {{"name", "{n}"}}), "Dear {n}, {n}!");
}

TEST(Texts, OneHasItsOwnForm) {
  EXPECT_EQ(sample_texts().counted("left", 1), "1 day");
  EXPECT_EQ(sample_texts().counted("left", 0), "0 days");
}

TEST(TextsDeathTest, AMissingKeyOrValueEndsTheProgram) {
  EXPECT_DEATH(sample_texts()("nothing"), "text nothing");
  EXPECT_DEATH(sample_texts()("hello"), "'\\{'");
  EXPECT_DEATH(sample_texts()("hello", {{"nome", "x"}}), "argument");
}

TEST(Texts, AListIsNoText) {
  const auto result = Texts::from(branch({{"a", {}, Document({"t.yaml", 3, 5}, base::List{})}}));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.problems().front().code, "wrong_shape");
  EXPECT_EQ(result.problems().front().place.line, 3);
}

}  // namespace
}  // namespace smm::render
