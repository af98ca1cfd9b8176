// SPDX-License-Identifier: Apache-2.0
#include "expression/evaluate.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "base/assert.hpp"

namespace smm::expression {
namespace {

using State = Value::State;

// A number as far as it is known: somewhere from low to high.
struct Range {
  State state = State::unknown;
  double low = 0;
  double high = 0;
};

Truth truth(bool holds) {
  return holds ? Truth::is_true : Truth::is_false;
}
Truth undecided(State state) {
  return state == State::absent ? Truth::absent : Truth::unknown;
}

Range exactly(double number) {
  if (!std::isfinite(number)) return {};
  return {State::known, number, number};
}

State both(State left, State right) {
  if (left == State::unknown || right == State::unknown) return State::unknown;
  return left == State::absent ? left : right;
}

// left < right (or <=), for every or for no way in which the ranges may close, else unknown.
Truth below(const Range& left, const Range& right, bool or_equal) {
  const bool surely = or_equal ? left.high <= right.low : left.high < right.low;
  const bool possibly = or_equal ? left.low <= right.high : left.low < right.high;
  if (surely) return Truth::is_true;
  return possibly ? Truth::unknown : Truth::is_false;
}

// A range that is no point comes from counting, so it holds whole numbers only.
Truth same(const Range& left, const Range& right) {
  const double low = std::max(left.low, right.low);
  const double high = std::min(left.high, right.high);
  const bool points = left.low == left.high && right.low == right.high;
  if (points) return truth(low == high);
  return std::ceil(low) <= high ? Truth::unknown : Truth::is_false;
}

Truth opposite(Truth value) {
  if (value == Truth::is_true) return Truth::is_false;
  return value == Truth::is_false ? Truth::is_true : value;
}

Truth compare(Operation operation, const Range& left, const Range& right) {
  const State state = both(left.state, right.state);
  if (state != State::known) return undecided(state);
  switch (operation) {
    case Operation::equal:
      return same(left, right);
    case Operation::not_equal:
      return opposite(same(left, right));
    case Operation::less:
      return below(left, right, false);
    case Operation::less_equal:
      return below(left, right, true);
    case Operation::greater:
      return below(right, left, false);
    default:
      break;
  }
  SMM_ASSERT(operation == Operation::greater_equal);
  return below(right, left, true);
}

Range calculate(Operation operation, const Range& left, const Range& right) {
  const State state = both(left.state, right.state);
  if (state != State::known) return {state};
  if (left.low != left.high || right.low != right.high) return {};
  switch (operation) {
    case Operation::add:
      return exactly(left.low + right.low);
    case Operation::subtract:
      return exactly(left.low - right.low);
    case Operation::multiply:
      return exactly(left.low * right.low);
    default:
      break;
  }
  SMM_ASSERT(operation == Operation::divide);
  return right.low == 0 ? Range{} : exactly(left.low / right.low);
}

class Evaluation {
 public:
  explicit Evaluation(const Values& values) : values_(values) {}

  bool can_be(Truth wanted, const Node* node) const {
    switch (node->operation) {
      case Operation::negation:
        return can_be(opposite(wanted), node + 1);
      case Operation::conjunction:
        return children_can_be(wanted, node, wanted == Truth::is_true);
      case Operation::disjunction:
        return children_can_be(wanted, node, wanted == Truth::is_false);
      default: {
        const Truth found = condition(node);
        return found == wanted || found == Truth::unknown;
      }
    }
  }

  Truth condition(const Node* node) const {
    switch (node->operation) {
      case Operation::constant_truth:
        return truth(node->number != 0);
      case Operation::named_truth:
        return meets(node, 1, true);  // bit 0 is yes
      case Operation::is:
      case Operation::in:
      case Operation::includes:
        return meets(node, node->options, true);
      case Operation::is_not:
        return meets(node, node->options, false);
      case Operation::answered:
        return answered(values_(node->handle).state);
      case Operation::negation:
        return opposite(condition(node + 1));
      case Operation::conjunction:
        return list(node, Truth::is_true, Truth::is_false);
      case Operation::disjunction:
        return list(node, Truth::is_false, Truth::is_true);
      default:
        return compare(node->operation, number(node + 1), number(node + 1 + node[1].size));
    }
  }

 private:
  Truth meets(const Node* node, std::uint64_t options, bool wanted) const {
    const Value value = values_(node->handle);
    if (value.state != State::known) return undecided(value.state);
    return truth(((value.options & options) != 0) == wanted);
  }

  static Truth answered(State state) {
    return state == State::absent ? Truth::absent : truth(state == State::known);
  }

  // Whether all, or any, of a list's conditions can be `wanted`.
  bool children_can_be(Truth wanted, const Node* node, bool all) const {
    const Node* end = node + node->size;
    for (const Node* child = node + 1; child < end; child += child->size) {
      if (can_be(wanted, child) != all) return !all;
    }
    return all;
  }

  Truth list(const Node* node, Truth neutral, Truth dominant) const {
    Truth result = neutral;
    const Node* end = node + node->size;
    for (const Node* child = node + 1; child < end; child += child->size) {
      const Truth found = condition(child);
      if (found == dominant) return dominant;
      if (found == Truth::unknown || (found == Truth::absent && result == neutral)) result = found;
    }
    return result;
  }

  Range number(const Node* node) const {
    switch (node->operation) {
      case Operation::constant_number:
        return {State::known, node->number, node->number};
      case Operation::named_number: {
        const Value value = values_(node->handle);
        return value.state == State::known ? exactly(value.number) : Range{value.state};
      }
      case Operation::count_options: {
        const Value value = values_(node->handle);
        return value.state == State::known ? exactly(std::popcount(value.options)) : Range{value.state};
      }
      case Operation::count_of:
        return count_of(node);
      default:
        return calculate(node->operation, number(node + 1), number(node + 1 + node[1].size));
    }
  }

  Range count_of(const Node* node) const {
    Range range{State::absent};
    const Node* end = node + node->size;
    for (const Node* child = node + 1; child < end; child += child->size) {
      const Truth found = condition(child);
      if (found == Truth::absent) continue;
      range.state = State::known;
      range.low += found == Truth::is_true ? 1 : 0;
      range.high += found == Truth::is_false ? 0 : 1;
    }
    return range;
  }

  const Values& values_;
};

}  // namespace

Truth evaluate(const Expression& expression, const Values& values) {
  SMM_ASSERT(!expression.nodes.empty());
  return Evaluation(values).condition(expression.nodes.data());
}

bool can_be_true(const Expression& expression, const Values& values) {
  SMM_ASSERT(!expression.nodes.empty());
  return Evaluation(values).can_be(Truth::is_true, expression.nodes.data());
}

}  // namespace smm::expression
