// SPDX-License-Identifier: Apache-2.0
#include "render/terminal_table.hpp"

#include <gtest/gtest.h>

namespace smm::render {
namespace {

TEST(TerminalTable, TextStandsLeftAndNumbersRight) {
  const TerminalTable table{{{"area", Align::left}, {"points", Align::right}, {"state", Align::left}},
                            {{"mission", "7.5", ""}, {"research", "10.0", "scored"}}};
  EXPECT_EQ(to_text(table),
            "area      points  state\n"
            "--------  ------  ------\n"
            "mission      7.5\n"
            "research    10.0  scored\n");
}

TEST(TerminalTable, WidthsCountWhatIsShown) {
  EXPECT_EQ(display_width("José"), 4U);
  EXPECT_EQ(display_width("Jose\u0301"), 4U);
  EXPECT_EQ(display_width("数"), 2U);
  EXPECT_EQ(display_width("\xFF\xC3"), 2U);
  const TerminalTable table{{{"ñ", Align::right}, {"b", Align::left}}, {{"Águila", "x"}, {"Ute", "y"}}};
  EXPECT_EQ(to_text(table), "     ñ  b\n------  -\nÁguila  x\n   Ute  y\n");
}

TEST(TerminalTable, ALineBreakCannotBreakTheTable) {
  EXPECT_EQ(to_text({{{"a", Align::left}}, {{"x\ny\x1b[31m"}}}), "a\n--------\nx y [31m\n");
}

TEST(TerminalTableDeathTest, ARowHasACellForEveryColumn) {
  EXPECT_DEATH(to_text({{{"a", Align::left}}, {{"x", "y"}}}), "size");
}

}  // namespace
}  // namespace smm::render
