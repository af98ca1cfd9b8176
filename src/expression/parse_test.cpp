// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "expression/sample_names_test.hpp"

namespace smm::expression {
namespace {

std::string canonical(std::string_view text) {
  const auto expression = parse_sample(text);
  return expression.ok() ? print(*expression) : base::to_string(expression.problems().front());
}

TEST(Parse, CanonicalTextStaysAsItIs) {
  for (const char* text : {
           "true",
           "has-clinic",
           "has-clinic == yes",
           "partner != no",
           "partner in (yes, no)",
           "programme == bsn",
           "programme == '3d'",
           "programme == 'not'",
           "programme in (adn, bsn, 'not', '3d')",
           "tracks includes rural",
           "tracks includes '1st'",
           "count(tracks) >= 2",
           "answered(seats.total)",
           "not not partner",
           "not programme == bsn",
           "has-clinic and (partner or answered(tracks))",
           "has-clinic or partner and answered(tracks) or false",
           "(has-clinic and partner) and true",
           "not (has-clinic or partner)",
           "count of (has-clinic, partner or true, rotations >= 2) == 2",
           "count of (has-clinic) > count of (partner)",
           "rotations - (seats.total - 1) - 3 < 0",
           "(rotations + 1) * 2 / seats.total >= 0.25",
           "rotations / (2 * seats.total) > -12.5",
           "rotations - -3 != 0",
           "rotations > 0.00000000000001",
           "rotations > 123456789012345",
       }) {
    EXPECT_EQ(canonical(text), text);
  }
}

TEST(Parse, OtherTextBecomesCanonical) {
  EXPECT_EQ(canonical("  ( ( has-clinic ) )\n and\tnot(partner)"), "has-clinic and not partner");
  EXPECT_EQ(canonical("programme in('3d','bsn',bsn)"), "programme in (bsn, '3d')");
  EXPECT_EQ(canonical("(rotations*2)+(3/seats.total)>=01.50"), "rotations * 2 + 3 / seats.total >= 1.5");
  EXPECT_EQ(canonical("rotations*-2>-0"), "rotations * -2 > 0");
  EXPECT_EQ(canonical("count(tracks)==count of(partner)"), "count(tracks) == count of (partner)");
  EXPECT_EQ(canonical("(has-clinic) == 'yes'"), "has-clinic == yes");
}

TEST(Parse, AndBindsTighterThanOrAndNotTighterStill) {
  EXPECT_EQ(parse_sample("not has-clinic and partner or true").value(),
            parse_sample("((not (has-clinic)) and partner) or true").value());
  EXPECT_NE(parse_sample("has-clinic and (partner or true)").value(),
            parse_sample("has-clinic and partner or true").value());
}

TEST(Parse, OptionsNeverClashWithNames) {
  class Clashing : public Names {
   public:
    std::optional<Symbol> find(std::string_view name) const override {
      if (name == "bsn") return Symbol{4, Type::number, {}};
      return Symbol{9, Type::choice, {"adn", "bsn"}};
    }
  };
  const auto expression = parse("x == bsn and bsn == 2", {}, Clashing());
  ASSERT_TRUE(expression.ok());
  EXPECT_EQ(expression->nodes.at(1).options, 2u);
  EXPECT_EQ(references(*expression), (std::vector<int>{4, 9}));
}

TEST(Parse, TheSixtyFourthOptionHasABit) {
  class Wide : public Names {
   public:
    std::optional<Symbol> find(std::string_view) const override {
      Symbol symbol{0, Type::set, {}};
      for (int i = 1; i <= 64; ++i) symbol.options.push_back("o" + std::to_string(i));
      return symbol;
    }
  };
  const auto expression = parse("x includes o64", {}, Wide());
  ASSERT_TRUE(expression.ok());
  EXPECT_EQ(expression->nodes.at(0).options, std::uint64_t{1} << 63);
  EXPECT_EQ(print(*expression), "x includes o64");
}

TEST(References, AreSortedAndUnique) {
  EXPECT_EQ(references(*parse_sample("true")), std::vector<int>{});
  EXPECT_EQ(
      references(*parse_sample("seats.total > rotations or count(tracks) > 1 and answered(programme) or "
                               "count of (partner, has-clinic == no, partner, tracks includes rural) > 1")),
      (std::vector<int>{has_clinic, partner, programme, tracks, rotations, seats}));
}

TEST(IsName, WantsTheShapeAndNoReservedWord) {
  for (const char* name : {"a", "has-clinic", "a.b_c-9", "x-", "android", "yes"})
    EXPECT_TRUE(is_name(name)) << name;
  for (const char* other : {"", "9a", "-a", "A", "aB", "a b", "and", "or", "not", "in", "of", "true", "false",
                            "count", "answered", "includes"}) {
    EXPECT_FALSE(is_name(other)) << other;
  }
}

}  // namespace
}  // namespace smm::expression
