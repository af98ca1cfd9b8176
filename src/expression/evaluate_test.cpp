// SPDX-License-Identifier: Apache-2.0
#include "expression/evaluate.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "expression/sample_names_test.hpp"

namespace smm::expression {
namespace {

constexpr Truth T = Truth::is_true, F = Truth::is_false, U = Truth::unknown, A = Truth::absent;

Value boolean(Truth truth) {
  if (truth == U) return Value::unknown();
  return truth == A ? Value::absent() : Value::of_boolean(truth == T);
}

Truth result(std::string_view text, const SampleValues& values = {}) {
  return evaluate_sample(parse_sample(text).value(), values);
}

TEST(Evaluate, Not) {
  for (const auto& [input, expected] : {std::pair{T, F}, {F, T}, {U, U}, {A, A}}) {
    EXPECT_EQ(result("not partner", {boolean(T), boolean(input)}), expected);
  }
}

TEST(Evaluate, AndOrTables) {
  struct Row {
    Truth left, right, both, either;
  };
  for (const Row& row : {Row{T, T, T, T},
                         {T, F, F, T},
                         {T, U, U, T},
                         {T, A, A, T},
                         {F, F, F, F},
                         {F, U, F, U},
                         {F, A, F, A},
                         {U, U, U, U},
                         {U, A, U, U},
                         {A, A, A, A}}) {
    EXPECT_EQ(result("has-clinic and partner", {boolean(row.left), boolean(row.right)}), row.both);
    EXPECT_EQ(result("has-clinic and partner", {boolean(row.right), boolean(row.left)}), row.both);
    EXPECT_EQ(result("has-clinic or partner", {boolean(row.left), boolean(row.right)}), row.either);
    EXPECT_EQ(result("has-clinic or partner", {boolean(row.right), boolean(row.left)}), row.either);
  }
}

TEST(CanBeTrue, AsksWhatIsUnknownEitherWay) {
  const auto can = [](std::string_view text, Truth clinic, Truth partner) {
    const Expression expression = parse_sample(text).value();
    const SampleValues values{boolean(clinic), boolean(partner)};
    return can_be_true(expression, [&](int handle) { return values[static_cast<std::size_t>(handle)]; });
  };
  for (const Truth truth : {T, F, U, A}) {
    EXPECT_EQ(can("has-clinic", truth, A), truth == T || truth == U);
    EXPECT_EQ(can("not has-clinic", truth, A), truth == F || truth == U);
    EXPECT_EQ(can("has-clinic and partner", truth, U), truth == T || truth == U);
    EXPECT_EQ(can("has-clinic or partner", truth, A), truth == T || truth == U);
    EXPECT_EQ(can("not (has-clinic or partner)", truth, U), truth == F || truth == U);
    EXPECT_EQ(can("not (has-clinic and partner)", truth, A), truth == F || truth == U);
  }
  EXPECT_FALSE(can("has-clinic and partner", U, A));  // though it is unknown
  EXPECT_TRUE(can("count of (has-clinic, partner) >= 1", U, F));
  EXPECT_FALSE(can("count of (has-clinic, partner) >= 2", U, F));
}

TEST(Evaluate, LongListsFollowTheSameTables) {
  EXPECT_EQ(result("partner and has-clinic and true and false", {boolean(A), boolean(U)}), F);
  EXPECT_EQ(result("partner and true and has-clinic and true", {boolean(A), boolean(U)}), U);
  EXPECT_EQ(result("has-clinic and true and has-clinic", {boolean(A)}), A);
  EXPECT_EQ(result("partner or has-clinic or false or true", {boolean(A), boolean(U)}), T);
  EXPECT_EQ(result("has-clinic or partner or false", {boolean(A), boolean(U)}), U);
}

SampleValues chosen(unsigned option, std::uint64_t set) {
  SampleValues values;
  values[programme] = Value::of_choice(option);
  values[tracks] = Value::of_set(set);
  return values;
}

TEST(Evaluate, YesAndNo) {
  EXPECT_EQ(result("partner == yes", {boolean(U), boolean(T)}), T);
  EXPECT_EQ(result("partner == no", {boolean(U), boolean(T)}), F);
  EXPECT_EQ(result("partner != no", {boolean(U), boolean(F)}), F);
  EXPECT_EQ(result("partner in (yes, no)", {boolean(U), boolean(F)}), T);
}

TEST(Evaluate, ChoicesAndSets) {
  EXPECT_EQ(result("programme == bsn", chosen(1, 0)), T);
  EXPECT_EQ(result("programme == bsn", chosen(0, 0)), F);
  EXPECT_EQ(result("programme != bsn", chosen(1, 0)), F);
  EXPECT_EQ(result("programme != bsn", chosen(3, 0)), T);
  EXPECT_EQ(result("programme in (adn, '3d')", chosen(3, 0)), T);
  EXPECT_EQ(result("programme in (adn, '3d')", chosen(2, 0)), F);
  EXPECT_EQ(result("tracks includes tribal", chosen(0, 0b110)), T);
  EXPECT_EQ(result("tracks includes tribal", chosen(0, 0b101)), F);
  EXPECT_EQ(result("count(tracks) == 2", chosen(0, 0b101)), T);
  EXPECT_EQ(result("count(tracks) == 0", chosen(0, 0)), T);
}

TEST(Evaluate, LeavesPassUnknownAndAbsentOn) {
  for (const char* text :
       {"partner", "partner == yes", "partner != yes", "programme == adn", "programme != adn",
        "programme in (adn)", "tracks includes rural", "count(tracks) < 3", "rotations > 0"}) {
    SampleValues values;
    values.fill(Value::unknown());
    EXPECT_EQ(result(text, values), U) << text;
    values.fill(Value::absent());
    EXPECT_EQ(result(text, values), A) << text;
  }
}

SampleValues numbers(Value left, Value right) {
  SampleValues values;
  values[rotations] = left;
  values[seats] = right;
  return values;
}

Truth of_numbers(std::string_view text, double left, double right) {
  return result(text, numbers(Value::of_number(left), Value::of_number(right)));
}

TEST(Evaluate, NumbersCompare) {
  struct Row {
    const char* sign;
    Truth below, same, above;
  };
  for (const Row& row : {Row{"==", F, T, F},
                         {"!=", T, F, T},
                         {"<", T, F, F},
                         {"<=", T, T, F},
                         {">", F, F, T},
                         {">=", F, T, T}}) {
    const std::string text = std::string("rotations ") + row.sign + " seats.total";
    EXPECT_EQ(of_numbers(text, 1, 2), row.below) << text;
    EXPECT_EQ(of_numbers(text, 2, 2), row.same) << text;
    EXPECT_EQ(of_numbers(text, 3, 2), row.above) << text;
  }
}

TEST(Evaluate, ArithmeticReadsFromTheLeft) {
  EXPECT_EQ(of_numbers("rotations - seats.total - 1 == 4", 8, 3), T);
  EXPECT_EQ(of_numbers("rotations - (seats.total - 1) == 6", 8, 3), T);
  EXPECT_EQ(of_numbers("rotations / seats.total / 2 == 2", 12, 3), T);
  EXPECT_EQ(of_numbers("rotations + seats.total * 2 == 14", 8, 3), T);
  EXPECT_EQ(of_numbers("(rotations + seats.total) * 2 == 22", 8, 3), T);
}

TEST(Evaluate, UnknownBeatsAbsentInArithmetic) {
  const Value seven = Value::of_number(7), unknown = Value::unknown(), absent = Value::absent();
  for (const char* text : {"rotations + seats.total > 1", "rotations < seats.total"}) {
    EXPECT_EQ(result(text, numbers(seven, absent)), A);
    EXPECT_EQ(result(text, numbers(absent, absent)), A);
    EXPECT_EQ(result(text, numbers(unknown, seven)), U);
    EXPECT_EQ(result(text, numbers(absent, unknown)), U);
    EXPECT_EQ(result(text, numbers(unknown, absent)), U);
  }
}

TEST(Evaluate, WhatIsNoFiniteNumberIsUnknown) {
  EXPECT_EQ(of_numbers("rotations / seats.total > 1", 5, 0), U);
  EXPECT_EQ(of_numbers("rotations / (0 * seats.total) == 0", 0, 5), U);
  EXPECT_EQ(of_numbers("rotations * seats.total > 1", 1e200, 1e200), U);
  EXPECT_EQ(of_numbers("rotations == rotations", std::nan(""), 0), U);
  EXPECT_EQ(of_numbers("rotations > 1", std::numeric_limits<double>::infinity(), 0), U);
  EXPECT_EQ(result("rotations / 0 > 1", numbers(Value::absent(), {})), A);
}

TEST(Evaluate, Answered) {
  for (const char* text : {"answered(partner)", "answered(tracks)", "answered(rotations)"}) {
    SampleValues values;
    values.fill(Value::unknown());
    EXPECT_EQ(result(text, values), F);
    values.fill(Value::absent());
    EXPECT_EQ(result(text, values), A);
    values.fill(Value{Value::State::known, 0, 0});
    EXPECT_EQ(result(text, values), T);
  }
}

// count of one true, one false, and partner and has-clinic as given, compared with the number after `sign`.
Truth counted(const std::string& comparison, Truth first, Truth second) {
  return result("count of (true, has-clinic, false, partner) " + comparison,
                {boolean(first), boolean(second)});
}

TEST(Evaluate, CountOfIsARange) {
  EXPECT_EQ(counted(">= 1", U, U), T);  // 1..3
  EXPECT_EQ(counted(">= 2", U, U), U);
  EXPECT_EQ(counted(">= 4", U, U), F);
  EXPECT_EQ(counted("< 4", U, U), T);
  EXPECT_EQ(counted("<= 3", U, U), T);
  EXPECT_EQ(counted("< 1", U, U), F);
  EXPECT_EQ(counted("> 2", U, U), U);
  EXPECT_EQ(counted("== 4", U, U), F);
  EXPECT_EQ(counted("!= 0", U, U), T);
  EXPECT_EQ(counted("== 2", U, U), U);
  EXPECT_EQ(counted("!= 2", U, U), U);
  EXPECT_EQ(counted("== 1.5", U, U), F);
  EXPECT_EQ(counted("!= 1.5", U, U), T);
  EXPECT_EQ(counted("> 1.5", U, U), U);
  EXPECT_EQ(counted("== 3", T, T), T);
  EXPECT_EQ(counted("== 2", T, A), T);  // absent ones are left out
  EXPECT_EQ(counted("== 1", A, A), T);
  EXPECT_EQ(counted("> 1", A, U), U);
  EXPECT_EQ(result("3 <= count of (true, has-clinic)", {boolean(U)}), F);
}

TEST(Evaluate, CountOfAbsentOnesIsAbsent) {
  EXPECT_EQ(result("count of (has-clinic, partner) >= 0", {boolean(A), boolean(A)}), A);
  EXPECT_EQ(result("count of (has-clinic, partner) >= 0", {boolean(A), boolean(U)}), T);
  EXPECT_EQ(result("count of (has-clinic) > rotations", {boolean(A)}), U);
}

TEST(Evaluate, CountOfAgainstCountOf) {
  EXPECT_EQ(result("count of (true, true) > count of (has-clinic, false)", {boolean(U)}), T);
  EXPECT_EQ(result("count of (true, false) > count of (has-clinic, false)", {boolean(U)}), U);
  EXPECT_EQ(result("count of (false) > count of (has-clinic)", {boolean(U)}), F);
}

TEST(Evaluate, CountOfInArithmeticMustBeOneNumber) {
  EXPECT_EQ(result("count of (true, has-clinic) + 1 == 3", {boolean(T)}), T);
  EXPECT_EQ(result("count of (true, has-clinic) + 1 > 0", {boolean(U)}), U);
}

}  // namespace
}  // namespace smm::expression
