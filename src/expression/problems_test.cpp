// SPDX-License-Identifier: Apache-2.0
#include "expression/problems.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "expression/sample_names_test.hpp"

namespace smm::expression {
namespace {

std::vector<std::string> problems_of(std::string_view text) {
  const auto result = parse_sample(text);
  std::vector<std::string> lines;
  if (result.ok()) return lines;
  for (const base::Problem& found : result.problems()) lines.push_back(base::to_string(found));
  return lines;
}

using Lines = std::vector<std::string>;

struct BrokenText {
  std::string text;
  std::string problem;
};

// Texts start at f.yaml:7:11.
const std::vector<BrokenText> broken_texts{
    // words that cannot be read
    {"programme == BSN", "expression_syntax: names are written in lower-case letters (f.yaml:7:24)"},
    {"rotations = 3", "expression_syntax: equality is written == (f.yaml:7:21)"},
    {"partner && has-clinic",
     "expression_syntax: conditions are joined with the words and, or, not (f.yaml:7:19)"},
    {"programme == \"bsn", "expression_syntax: options are quoted with ' and not with \" (f.yaml:7:24)"},
    {"programme == 'bsn",
     "expression_syntax: a quoted option needs a closing ' on the same line (f.yaml:7:24)"},
    {"partner ; partner", "expression_syntax: \";\" has no meaning in a condition (f.yaml:7:19)"},
    {"'\u00e9' \u00e9", "expression_syntax: \"\u00e9\" has no meaning in a condition (f.yaml:7:15)"},
    {"rotations -(3)", "expression_syntax: a minus sign needs a space on both sides (f.yaml:7:21)"},
    {"(rotations)-3 > 1", "expression_syntax: a minus sign needs a space on both sides (f.yaml:7:22)"},
    {"programme == 3d",
     "expression_syntax: \"3d\" is not a number; an option that begins with a digit is written '3d' "
     "(f.yaml:7:24)"},
    {"rotations > 3.",
     "expression_syntax: \"3.\" is not a number; an option that begins with a digit is written '3.' "
     "(f.yaml:7:23)"},
    {"rotations > 1234567890.123456", "expression_syntax: a number has at most 15 digits (f.yaml:7:23)"},
    // grammar
    {"",
     "expression_syntax: the condition ends where a name, a number or a parenthesis is expected "
     "(f.yaml:7:11)"},
    {"partner and",
     "expression_syntax: the condition ends where a name, a number or a parenthesis is expected "
     "(f.yaml:7:22)"},
    {"(partner", "expression_syntax: the condition ends where ) is expected (f.yaml:7:19)"},
    {"partner has-clinic",
     "expression_syntax: expected an operator or the end, not \"has-clinic\" (f.yaml:7:19)"},
    {"partner\n  or\n  )",
     "expression_syntax: expected a name, a number or a parenthesis, not \")\" (f.yaml:9:3)"},
    {"rotations -3 > 1",
     "expression_syntax: expected an operator or the end, not \"-3\"; to subtract, put a space on both sides "
     "of the "
     "minus sign (f.yaml:7:21)"},
    {"1 < rotations < 3",
     "expression_syntax: comparisons do not chain; join two of them with and (f.yaml:7:25)"},
    {"programme == not",
     "expression_syntax: expected a name, a number or a parenthesis, not \"not\", which is a reserved word "
     "(f.yaml:7:24)"},
    {"programme in bsn", "expression_syntax: expected (, not \"bsn\" (f.yaml:7:24)"},
    {"programme in ()", "expression_syntax: expected an option, not \")\" (f.yaml:7:25)"},
    {"programme in (bsn, 3)", "expression_syntax: expected an option, not \"3\" (f.yaml:7:30)"},
    {"tracks includes (rural)", "expression_syntax: expected an option, not \"(\" (f.yaml:7:27)"},
    {"answered partner", "expression_syntax: expected (, not \"partner\" (f.yaml:7:20)"},
    {"answered(3)", "expression_syntax: expected a name, not \"3\" (f.yaml:7:20)"},
    {"count of () > 1",
     "expression_syntax: expected a name, a number or a parenthesis, not \")\" (f.yaml:7:21)"},
    // names and options
    {"partners",
     "expression_unknown_name: nothing is called \"partners\"; did you mean \"partner\"? (f.yaml:7:11)"},
    {"answered(xyz)", "expression_unknown_name: nothing is called \"xyz\" (f.yaml:7:20)"},
    {"programmes in (adn)",
     "expression_unknown_name: nothing is called \"programmes\"; did you mean \"programme\"? (f.yaml:7:11)"},
    {"programmes == bsn",
     "expression_unknown_name: nothing is called \"programmes\"; did you mean \"programme\"? (f.yaml:7:11)"},
    {"programme == bns",
     "expression_unknown_option: \"programme\" has no option \"bns\"; did you mean \"bsn\"? (f.yaml:7:24)"},
    {"programme in (adn, doctorate)",
     "expression_unknown_option: \"programme\" has no option \"doctorate\" (f.yaml:7:30)"},
    {"tracks\n includes\n  rurla",
     "expression_unknown_option: \"tracks\" has no option \"rurla\"; did you mean \"rural\"? (f.yaml:9:3)"},
    {"partner == maybe", "expression_unknown_option: \"partner\" has no option \"maybe\" (f.yaml:7:22)"},
    // types
    {"rotations", "expression_type: \"rotations\" is a number (f.yaml:7:11)"},
    {"programme",
     "expression_type: \"programme\" is a choice: compare it with one of its options (==, !=, in) "
     "(f.yaml:7:11)"},
    {"not tracks",
     "expression_type: \"tracks\" is a set of options: write includes, or count(...) for their number "
     "(f.yaml:7:15)"},
    {"tracks == rural",
     "expression_type: \"tracks\" is a set of options: write includes, or count(...) for their number "
     "(f.yaml:7:18)"},
    {"programme < bsn", "expression_type: \"programme\" has no order: only == and != fit it (f.yaml:7:21)"},
    {"partner >= yes", "expression_type: \"partner\" has no order: only == and != fit it (f.yaml:7:19)"},
    {"programme == 3",
     "expression_type: \"programme\" is compared with one of its options, nothing else (f.yaml:7:24)"},
    {"programme includes bsn",
     "expression_type: \"programme\" is a choice: compare it with one of its options (==, !=, in) "
     "(f.yaml:7:21)"},
    {"tracks in (rural)",
     "expression_type: \"tracks\" is a set of options: write includes, or count(...) for their number "
     "(f.yaml:7:18)"},
    {"rotations in (a)", "expression_type: \"rotations\" is a number (f.yaml:7:21)"},
    {"(partner or has-clinic) in (yes)", "expression_type: left of in stands one name (f.yaml:7:35)"},
    {"1 includes rural", "expression_type: left of includes stands one name (f.yaml:7:13)"},
    {"(partner and has-clinic) == yes",
     "expression_type: a condition is not compared: it stands alone or after not (f.yaml:7:36)"},
    {"rotations + partner > 1", "expression_type: \"partner\" is a yes/no question (f.yaml:7:23)"},
    {"rotations > true", "expression_type: a number is expected here, this is a condition (f.yaml:7:23)"},
    {"rotations > (partner or partner)",
     "expression_type: a number is expected here, this is a condition (f.yaml:7:32)"},
    {"3", "expression_type: a condition is expected here, this is a number (f.yaml:7:11)"},
    {"rotations + 1", "expression_type: a condition is expected here, this is a number (f.yaml:7:21)"},
    {"count(tracks)", "expression_type: a count is a number: compare it, as in >= 1 (f.yaml:7:11)"},
    {"count(rotations) > 1", "expression_type: \"rotations\" is a number (f.yaml:7:17)"},
    {"count of (rotations, partner) > 1", "expression_type: \"rotations\" is a number (f.yaml:7:21)"},
    {"'rural'",
     "expression_type: an option stands right of a comparison with its question, not here (f.yaml:7:11)"},
    {"rotations > '3d'",
     "expression_type: an option stands right of a comparison with its question, not here (f.yaml:7:23)"},
};

TEST(ExpressionProblems, EachStandsAtItsPlace) {
  for (const BrokenText& broken : broken_texts)
    EXPECT_EQ(problems_of(broken.text), Lines{broken.problem}) << broken.text;
}

TEST(ExpressionProblems, AllAreFoundAtOnce) {
  EXPECT_EQ(problems_of(
                "rotatoins > 1 and programme == bns or count of (seats.total, tracks includes x) < partner"),
            (Lines{"expression_unknown_name: nothing is called \"rotatoins\"; did you mean \"rotations\"? "
                   "(f.yaml:7:11)",
                   "expression_unknown_option: \"programme\" has no option \"bns\"; did you mean \"bsn\"? "
                   "(f.yaml:7:42)",
                   "expression_type: \"seats.total\" is a number (f.yaml:7:59)",
                   "expression_unknown_option: \"tracks\" has no option \"x\" (f.yaml:7:88)",
                   "expression_type: \"partner\" is a yes/no question (f.yaml:7:93)"}));
  EXPECT_EQ(problems_of("A = B").size(), 3u);
}

TEST(ExpressionProblems, TextIsLimited) {
  EXPECT_TRUE(problems_of("partner" + std::string(max_characters - 7, ' ')).empty());
  EXPECT_EQ(problems_of("partner" + std::string(max_characters - 6, ' ')),
            Lines{"expression_too_long: a condition has at most 4096 characters (f.yaml:7:11)"});
}

std::string repeated(std::size_t times, const std::string& part) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

TEST(ExpressionProblems, DepthIsLimited) {
  EXPECT_TRUE(problems_of(repeated(64, "(") + "partner" + repeated(64, ")")).empty());
  EXPECT_EQ(problems_of(repeated(65, "(") + "partner" + repeated(65, ")")),
            Lines{"expression_too_long: parentheses and not stand at most 64 deep (f.yaml:7:75)"});
  EXPECT_TRUE(problems_of(repeated(63, "not ") + "partner").empty());
  EXPECT_EQ(problems_of(repeated(64, "not ") + "partner"),
            Lines{"expression_too_long: a condition has at most 64 levels (f.yaml:7:11)"});
  EXPECT_TRUE(problems_of(repeated(62, "1+") + "1 > 2").empty());
  EXPECT_EQ(problems_of(repeated(63, "1+") + "1 > 2"),
            Lines{"expression_too_long: a condition has at most 64 levels (f.yaml:7:139)"});
}

TEST(ExpressionProblems, PartsAreLimited) {
  EXPECT_TRUE(problems_of(repeated(332, "1>2 or ") + "1>2").empty());
  EXPECT_EQ(problems_of(repeated(333, "1>2 or ") + "1>2"),
            Lines{"expression_too_long: a condition has at most 1000 parts (f.yaml:7:2344)"});
}

class WideNames : public Names {
 public:
  std::optional<Symbol> find(std::string_view) const override {
    Symbol symbol{1, Type::choice, {}};
    for (int i = 0; i < 65; ++i) symbol.options.push_back("o" + std::to_string(i));
    return symbol;
  }
};

TEST(ExpressionProblems, OptionsAreLimited) {
  const auto result = parse("x == o1", base::Place{"f.yaml", 2, 5}, WideNames());
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(base::to_string(result.problems().at(0)),
            "expression_too_long: \"x\" has more than 64 options (f.yaml:2:5)");
  EXPECT_EQ(result.problems().size(), 1u);
}

TEST(ExpressionProblems, PlacesNeedNotBeKnown) {
  const auto code_at = [](const base::Place& place) {
    return base::to_string(parse("partner or\n x", place, SampleNames()).problems().at(0).place);
  };
  EXPECT_EQ(code_at({"f.yaml", 7, 11}), "f.yaml:8:2");
  EXPECT_EQ(code_at({"f.yaml", 7, 0}), "f.yaml:8:2");
  EXPECT_EQ(code_at({"f.yaml", 0, 0}), "f.yaml");
  const auto first = parse("x", base::Place{"f.yaml", 7, 0}, SampleNames());
  EXPECT_EQ(base::to_string(first.problems().at(0).place), "f.yaml:7");
}

TEST(ExpressionProblems, EveryCodeIsProduced) {
  std::set<std::string_view> produced{"expression_too_long"};  // by the tests of limits above
  for (const BrokenText& broken : broken_texts)
    produced.insert(parse_sample(broken.text).problems().at(0).code);
  std::set<std::string_view> known;
  for (const base::ProblemKind* kind : problem::all) known.insert(kind->code);
  EXPECT_EQ(produced, known);
}

}  // namespace
}  // namespace smm::expression
