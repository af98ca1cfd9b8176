// SPDX-License-Identifier: Apache-2.0
// The truth of an expression, given the answers so far.
//
// Four values. `unknown`: may still turn out either way (no answer yet). `absent`: does not arise (the
// question is not asked here). Tables (the order of operands never matters):
//
//   not      true -> false, false -> true, unknown -> unknown, absent -> absent
//   and      false if any is false; else unknown if any is unknown; else absent if any is absent; else true
//   or       true if any is true; else unknown if any is unknown; else absent if any is absent; else false
//   compare, + - * /, in, includes, count(x)
//            unknown if any operand is unknown; else absent if any is absent; else the plain result.
//            A result that is no finite number (division by zero, overflow) is unknown
//   answered(x)
//            true; false for unknown; absent for absent
//   count of (a, b, ...)
//            a range: from the number that are true to the number that are true or unknown; absent ones
//            are left out; absent when all are. A comparison is unknown only where the range leaves it
//            open. In + - * / a range that is not one number is unknown
//
// A result of true or false stays so however the unknown answers are given later, with two exceptions:
// answered() asks about now, and a `count of` whose conditions all turn out absent becomes absent. The
// reverse does not hold: `x or not x` of an unknown x is unknown. No allocation; depth is bounded by
// max_depth.
#pragma once

#include <cstdint>

#include "expression/expression.hpp"

namespace smm::expression {

enum class Truth : std::uint8_t { is_false, is_true, unknown, absent };

// What the host knows of a name. A number that is not finite counts as unknown.
struct Value {
  enum class State : std::uint8_t { unknown, absent, known };

  State state = State::unknown;
  double number = 0;          // of a number
  std::uint64_t options = 0;  // chosen options as bits: of a set, of a choice (one bit), of a boolean

  static Value unknown() { return {}; }
  static Value absent() { return {State::absent}; }
  static Value of_number(double number) { return {State::known, number}; }
  static Value of_set(std::uint64_t bits) { return {State::known, 0, bits}; }
  static Value of_choice(unsigned option) { return of_set(std::uint64_t{1} << option); }  // option < 64
  static Value of_boolean(bool yes) { return of_choice(yes ? 0 : 1); }                    // yes, no
};

// A reference to anything callable as Value(int handle); it must outlive the call of evaluate().
class Values {
 public:
  template <class Reader>
  Values(const Reader& reader)
      : reader_(&reader), call_([](const void* object, int handle) -> Value {
          return (*static_cast<const Reader*>(object))(handle);
        }) {}

  Value operator()(int handle) const { return call_(reader_, handle); }

 private:
  const void* reader_;
  Value (*call_)(const void*, int);
};

// The value given for a handle must fit the type that Names gave for it.
Truth evaluate(const Expression& expression, const Values& values);

// Whether answers to what is unknown could still make it true. Finer than `unknown`: an `and` with an absent
// part is unknown while another part is, but never becomes true. Each comparison counts for itself, so
// that `x and not x` of an unknown x passes for possible.
bool can_be_true(const Expression& expression, const Values& values);

}  // namespace smm::expression
