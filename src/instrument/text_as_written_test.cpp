// SPDX-License-Identifier: Apache-2.0
#include "instrument/text_as_written.hpp"

#include <gtest/gtest.h>

namespace smm::instrument {
namespace {

std::string written(std::string_view bytes, std::string_view text, int line, int column) {
  const auto found = text_as_written(bytes, text, {"f", line, column});
  return found ? found->text + " @ " + to_string(found->place) : "none";
}

TEST(TextAsWritten, PlainTextIsItself) {
  EXPECT_EQ(written("a: b\nc: x or y\n", "x or y", 2, 4), "x or y @ f:2:4");
  EXPECT_EQ(written("c: x\n  or y\n", "x or y", 1, 4), "x\n  or y @ f:1:4");
}

TEST(TextAsWritten, QuotesAndBlockMarksAreNotPartOfIt) {
  EXPECT_EQ(written("c: \"x or y\"\n", "x or y", 1, 4), "x or y @ f:1:5");
  EXPECT_EQ(written("c: >-\n\n  x or\n  y\nd: z\n", "x or y", 1, 4), "x or\n  y @ f:3:3");
  EXPECT_EQ(written("c: |\n  x\n  or y\n", "x\nor y\n", 1, 4), "x\n  or y @ f:2:3");
}

TEST(TextAsWritten, TextWithEscapesIsNotFound) {
  EXPECT_EQ(written("c: 'x == ''a b'''\n", "x == 'a b'", 1, 4), "none");
  EXPECT_EQ(written("c: \"\\x41\"\n", "A", 1, 4), "none");
  EXPECT_EQ(written("", "x", 1, 1), "none");
  EXPECT_EQ(written("c: x\n", "x", 9, 4), "none");
  EXPECT_EQ(written("c: ''\n", "", 1, 4), "none");
}

}  // namespace
}  // namespace smm::instrument
