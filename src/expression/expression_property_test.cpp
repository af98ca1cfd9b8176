// SPDX-License-Identifier: Apache-2.0
// Generated conditions: what is printed reads back the same; evaluation agrees with a slow judge that works
// on lists of possible values; and what is decided stays decided however the unknown answers turn out.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <functional>
#include <optional>

#include "expression/sample_names_test.hpp"

namespace smm::expression {
namespace {

// Every decision of a generator takes one number; when they run out the answer is 0, the simplest choice.
class Decisions {
 public:
  explicit Decisions(std::vector<std::uint8_t> bytes) : bytes_(std::move(bytes)) {}
  unsigned below(unsigned count) { return at_ < bytes_.size() ? bytes_[at_++] % count : 0; }

 private:
  std::vector<std::uint8_t> bytes_;
  std::size_t at_ = 0;
};

// What the judge knows of a number: undecided (unknown or absent), or every value it may have.
struct Possible {
  Truth undecided = Truth::unknown;
  std::vector<double> values;
};

// A condition or number as its text and its meaning, put together by the generator.
using ConditionJudge = std::function<Truth(const SampleValues&)>;
using NumberJudge = std::function<Possible(const SampleValues&)>;
template <class Judge>
struct Sketch {
  std::string text;
  Judge judge;
};
using Condition = Sketch<ConditionJudge>;
using Number = Sketch<NumberJudge>;

bool has(const std::vector<Truth>& found, Truth wanted) {
  return std::find(found.begin(), found.end(), wanted) != found.end();
}

Truth first_of(const std::vector<Truth>& found, std::initializer_list<Truth> by_rank) {
  for (const Truth rank : by_rank) {
    if (has(found, rank)) return rank;
  }
  return Truth::unknown;
}

Truth undecided_of(const Value& value) {
  return value.state == Value::State::absent ? Truth::absent : Truth::unknown;
}

bool known(const Value& value) {
  return value.state == Value::State::known;
}

Truth judged(bool holds) {
  return holds ? Truth::is_true : Truth::is_false;
}

// Which operators a generated condition may hold beside all others.
struct Features {
  bool answered = true;
  bool count_of = true;
};

class Generator {
 public:
  Generator(std::vector<std::uint8_t> bytes, Features features)
      : decisions_(std::move(bytes)), features_(features) {}

  Condition condition(int depth) {
    switch (decisions_.below(depth > 0 ? 8 : 4)) {
      case 0:
        return leaf(static_cast<std::size_t>(decisions_.below(2)), " == ", 2);
      case 1:
        return leaf(programme, " == ", 4);
      case 2:
        return leaf(tracks, " includes ", 3);
      case 3:
        return simple();
      case 4:
        return negation(depth);
      case 5:
        return list(" and ", depth, {Truth::is_false, Truth::unknown, Truth::absent, Truth::is_true});
      case 6:
        return list(" or ", depth, {Truth::is_true, Truth::unknown, Truth::absent, Truth::is_false});
      default:
        return comparison(depth);
    }
  }

 private:
  Condition leaf(std::size_t handle, std::string sign, unsigned count) {
    static const std::vector<std::string> yes_no{"yes", "no"};
    const auto& options = sample[handle].type == Type::boolean ? yes_no : sample[handle].options;
    const unsigned option = decisions_.below(count);
    const bool same = sample[handle].type == Type::set || decisions_.below(2) == 0;
    return {sample[handle].name + (same ? sign : " != ") + "'" + options[option] + "'",
            [=](const SampleValues& values) {
              const Value& value = values[handle];
              return known(value) ? judged(((value.options >> option) % 2 == 1) == same)
                                  : undecided_of(value);
            }};
  }

  Condition simple() {
    const std::size_t handle = decisions_.below(6);
    if (!features_.answered || decisions_.below(2) == 0) {
      const bool yes = handle % 2 == 0;
      return {yes ? "true" : "false", [=](const SampleValues&) { return judged(yes); }};
    }
    return {"answered(" + sample[handle].name + ")", [=](const SampleValues& values) {
              return values[handle].state == Value::State::absent ? Truth::absent
                                                                  : judged(known(values[handle]));
            }};
  }

  Condition negation(int depth) {
    const Condition inner = condition(depth - 1);
    return {"not (" + inner.text + ")", [inner](const SampleValues& values) {
              const Truth found = inner.judge(values);
              if (found == Truth::is_true) return Truth::is_false;
              return found == Truth::is_false ? Truth::is_true : found;
            }};
  }

  std::vector<Condition> conditions(unsigned count, int depth) {
    std::vector<Condition> made;
    for (unsigned i = 0; i < count; ++i) made.push_back(condition(depth - 1));
    return made;
  }

  static std::string joined(const std::vector<Condition>& parts, const std::string& between) {
    std::string text;
    for (const Condition& part : parts) text += (text.empty() ? "(" : between + "(") + part.text + ")";
    return text;
  }

  Condition list(const std::string& word, int depth, std::vector<Truth> rank) {
    const auto parts = conditions(2 + decisions_.below(3), depth);
    return {joined(parts, word), [parts, rank](const SampleValues& values) {
              std::vector<Truth> found;
              for (const Condition& part : parts) found.push_back(part.judge(values));
              return first_of(found, {rank[0], rank[1], rank[2], rank[3]});
            }};
  }

  Condition comparison(int depth) {
    static const char* signs[] = {"==", "!=", "<", "<=", ">", ">="};
    const unsigned sign = decisions_.below(6);
    const Number left = number(depth - 1), right = number(depth - 1);
    return {"(" + left.text + ") " + signs[sign] + " (" + right.text + ")", [=](const SampleValues& values) {
              return compared(sign, left.judge(values), right.judge(values));
            }};
  }

  static bool holds(unsigned sign, double left, double right) {
    const bool results[] = {left == right, left != right, left<right, left <= right, left> right,
                            left >= right};
    return results[sign];
  }

  static Truth compared(unsigned sign, const Possible& left, const Possible& right) {
    if (left.values.empty() || right.values.empty()) return either_undecided(left, right);
    std::vector<Truth> found;
    for (const double a : left.values) {
      for (const double b : right.values) found.push_back(judged(holds(sign, a, b)));
    }
    return has(found, Truth::is_true) && has(found, Truth::is_false) ? Truth::unknown : found.front();
  }

  static Truth either_undecided(const Possible& left, const Possible& right) {
    std::vector<Truth> found;
    if (left.values.empty()) found.push_back(left.undecided);
    if (right.values.empty()) found.push_back(right.undecided);
    return first_of(found, {Truth::unknown, Truth::absent});
  }

  Number number(int depth) {
    switch (decisions_.below(depth > 0 ? 5 : 3)) {
      case 0:
        return constant();
      case 1:
        return named(decisions_.below(2) == 0 ? rotations : seats);
      case 2:
        return count_options();
      case 3:
        return features_.count_of ? count_of(depth) : constant();
      default:
        return arithmetic(depth);
    }
  }

  Number constant() {
    const int value = static_cast<int>(decisions_.below(6)) - 1;
    return {std::to_string(value), [=](const SampleValues&) {
              return Possible{{}, {static_cast<double>(value)}};
            }};
  }

  Number named(std::size_t handle) {
    return {sample[handle].name, [=](const SampleValues& values) {
              if (!known(values[handle])) return Possible{undecided_of(values[handle]), {}};
              return Possible{{}, {values[handle].number}};
            }};
  }

  Number count_options() {
    return {"count(tracks)", [](const SampleValues& values) {
              if (!known(values[tracks])) return Possible{undecided_of(values[tracks]), {}};
              double count = 0;
              for (unsigned bit = 0; bit < 64; ++bit)
                count += static_cast<double>((values[tracks].options >> bit) & 1U);
              return Possible{{}, {count}};
            }};
  }

  Number count_of(int depth) {
    const auto parts = conditions(1 + decisions_.below(3), depth);
    return {"count of (" + joined(parts, ", ") + ")", [parts](const SampleValues& values) {
              std::optional<std::vector<double>> counts;  // grows one element at a time
              for (const Condition& part : parts) {
                const Truth found = part.judge(values);
                if (found == Truth::absent) continue;
                std::vector<double> grown;
                for (const double count : counts.value_or(std::vector<double>{0})) {
                  if (found != Truth::is_true) grown.push_back(count);
                  if (found != Truth::is_false) grown.push_back(count + 1);
                }
                counts = grown;
              }
              return counts ? Possible{{}, *counts} : Possible{Truth::absent, {}};
            }};
  }

  Number arithmetic(int depth) {
    static const char* signs[] = {" + ", " - ", " * ", " / "};
    const unsigned sign = decisions_.below(4);
    const Number left = number(depth - 1), right = number(depth - 1);
    return {"(" + left.text + ")" + signs[sign] + "(" + right.text + ")", [=](const SampleValues& values) {
              return calculated(sign, left.judge(values), right.judge(values));
            }};
  }

  static Possible calculated(unsigned sign, const Possible& left, const Possible& right) {
    if (left.values.empty() || right.values.empty()) return {either_undecided(left, right), {}};
    const auto several = [](const Possible& p) {
      return std::any_of(p.values.begin(), p.values.end(), [&](double v) { return v != p.values.front(); });
    };
    const double a = left.values.front(), b = right.values.front();
    if (several(left) || several(right) || (sign == 3 && b == 0)) return {};
    const double results[] = {a + b, a - b, a * b, b == 0 ? 0 : a / b};
    return {{}, {results[sign]}};
  }

  Decisions decisions_;
  Features features_;
};

// Every value a name may have here; sets and numbers are small so that all completions can be tried.
std::vector<Value> domain(std::size_t handle) {
  std::vector<Value> values;
  switch (sample[handle].type) {
    case Type::boolean:
      return {Value::of_boolean(true), Value::of_boolean(false)};
    case Type::choice:
      for (unsigned option = 0; option < 4; ++option) values.push_back(Value::of_choice(option));
      return values;
    case Type::set:
      for (std::uint64_t bits = 0; bits < 8; ++bits) values.push_back(Value::of_set(bits));
      return values;
    case Type::number:
      for (const double number : {0.0, 1.0, 3.0}) values.push_back(Value::of_number(number));
      return values;
  }
  return values;
}

SampleValues some_values(std::vector<std::uint8_t> bytes) {
  Decisions decisions(std::move(bytes));
  SampleValues values;
  for (std::size_t handle = 0; handle < values.size(); ++handle) {
    const auto possible = domain(handle);
    const unsigned state = decisions.below(4);
    const Value value = possible[decisions.below(static_cast<unsigned>(possible.size()))];
    values[handle] = state == 0 ? Value::unknown() : state == 1 ? Value::absent() : value;
  }
  return values;
}

void complete(SampleValues values, std::size_t from, const std::function<void(const SampleValues&)>& each) {
  while (from < values.size() && values[from].state != Value::State::unknown) ++from;
  if (from == values.size()) return each(values);
  for (const Value& value : domain(from)) {
    values[from] = value;
    complete(values, from + 1, each);
  }
}

std::vector<std::uint8_t> some_bytes() {
  return *rc::gen::scale(3.0, rc::gen::arbitrary<std::vector<std::uint8_t>>());
}

RC_GTEST_PROP(ExpressionProperties, PrintedTextReadsBackTheSame, ()) {
  const Condition condition = Generator(some_bytes(), {}).condition(4);
  RC_PRE(condition.text.size() <= max_characters);
  const auto expression = parse_sample(condition.text);
  RC_ASSERT(expression.ok());
  const std::string text = print(*expression);
  RC_LOG() << text;
  const auto again = parse_sample(text);
  RC_ASSERT(again.ok());
  RC_ASSERT(*again == *expression);
  RC_ASSERT(print(*again) == text);
  RC_ASSERT(text.size() <= condition.text.size());
}

RC_GTEST_PROP(ExpressionProperties, EvaluationAgreesWithTheSlowJudge, ()) {
  const Condition condition = Generator(some_bytes(), {}).condition(4);
  RC_PRE(condition.text.size() <= max_characters);
  const SampleValues values = some_values(some_bytes());
  const Truth found = evaluate_sample(*parse_sample(condition.text), values);
  RC_LOG() << condition.text << "\n";
  RC_CLASSIFY(found == Truth::unknown, "unknown");
  RC_CLASSIFY(found == Truth::absent, "absent");
  RC_ASSERT(found == condition.judge(values));
}

void check_completions(const std::string& text, const SampleValues& values) {
  RC_PRE(text.size() <= max_characters);
  const auto expression = parse_sample(text);
  const Truth decided = evaluate_sample(*expression, values);
  RC_LOG() << text << "\n";
  RC_PRE(decided == Truth::is_true || decided == Truth::is_false);
  complete(values, 0, [&](const SampleValues& completed) {
    RC_ASSERT(evaluate_sample(*expression, completed) == decided);
  });
}

RC_GTEST_PROP(ExpressionProperties, WhatIsDecidedHoldsForEveryCompletion, ()) {
  const Features features{.answered = false, .count_of = false};
  check_completions(Generator(some_bytes(), features).condition(3).text, some_values(some_bytes()));
}

RC_GTEST_PROP(ExpressionProperties, CountsThatAreDecidedHoldForEveryCompletion, ()) {
  SampleValues values = some_values(some_bytes());
  for (Value& value : values) {
    if (value.state == Value::State::absent) value = Value::unknown();
  }
  check_completions(Generator(some_bytes(), {.answered = false}).condition(3).text, values);
}

// Only what an expression refers to can change its result.
RC_GTEST_PROP(ExpressionProperties, ReferencesAreAllThatMatters, ()) {
  const Condition condition = Generator(some_bytes(), {}).condition(3);
  RC_PRE(condition.text.size() <= max_characters);
  const auto expression = parse_sample(condition.text);
  const std::vector<int> needed = references(*expression);
  const SampleValues values = some_values(some_bytes());
  SampleValues others = some_values(some_bytes());
  for (const int handle : needed)
    others[static_cast<std::size_t>(handle)] = values[static_cast<std::size_t>(handle)];
  RC_ASSERT(evaluate_sample(*expression, others) == evaluate_sample(*expression, values));
}

}  // namespace
}  // namespace smm::expression
