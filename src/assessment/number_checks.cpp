// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "assessment/folded_case.hpp"
#include "assessment/soft_checks.hpp"
#include "assessment/typed_number.hpp"

namespace smm::assessment {
namespace {

using instrument::Item;
using instrument::ItemType;
using instrument::Quantity;

// Two numbers that agree by chance agree less often the larger they are.
constexpr std::uint64_t smallest_twin = 10;

// A part of a number answer: what it counts, of what, and what was typed.
struct TypedPart {
  std::size_t answer = 0;
  const Item* item = nullptr;
  std::string counts;  // folded
  std::string of;      // folded; empty for counts and amounts
  bool comparator = false;
  TypedNumber number;
  std::string text;
};

// One quantity that stands somewhere in an answer.
struct NamedNumber {
  std::size_t answer = 0;
  const Item* item = nullptr;
  std::string name;  // folded
  std::uint64_t value = 0;
};

void add_part(std::vector<TypedPart>& parts, std::size_t answer, const Item& item, const Quantity& quantity,
              std::string_view text) {
  const bool comparator = &quantity == &item.comparator;
  const auto number = typed_number(text);
  if (!number) return;
  parts.push_back({answer, &item, folded_case(quantity.numerator), folded_case(quantity.denominator),
                   comparator, *number, std::string(text)});
}

std::vector<TypedPart> parts_of(const SheetPlan& plan, std::span<const SheetAnswer> answers) {
  std::vector<TypedPart> parts;
  for (const SheetAnswer& answer : answers) {
    const auto position = plan.find(answer.place);
    if (!position || answer.given.state != instrument::AnswerState::answered) continue;
    const Item& item = item_at(plan, *position);
    if (!is_number(item.type)) continue;
    const std::string_view value = answer.given.value;
    const std::size_t bar = std::min(value.find('|'), value.size());
    add_part(parts, *position, item, item.own, value.substr(0, bar));
    if (item.type == ItemType::two_shares && bar < value.size())
      add_part(parts, *position, item, item.comparator, value.substr(bar + 1));
  }
  std::ranges::stable_sort(parts, {}, &TypedPart::answer);
  return parts;
}

std::vector<NamedNumber> named_numbers(const std::vector<TypedPart>& parts) {
  std::vector<NamedNumber> named;
  for (const TypedPart& part : parts) {
    const bool count = part.item->type == ItemType::count;
    if (part.number.fraction || count)
      named.push_back({part.answer, part.item, part.counts, part.number.numerator});
    if (part.number.fraction) named.push_back({part.answer, part.item, part.of, part.number.denominator});
  }
  return named;
}

// Numbers are compared within one program (or the whole school) and one reference period.
bool of_one_time(const SheetPlan& plan, std::size_t one, std::size_t other) {
  return plan.answers[one].place.programme == plan.answers[other].place.programme &&
         item_at(plan, one).period == item_at(plan, other).period;
}

// Three classes were added up for one question, but perhaps not for the other.
bool may_be_pooled(const NamedNumber& one, const NamedNumber& other) {
  const std::uint64_t smaller = std::min(one.value, other.value);
  const auto pools = [&](const Item& item) {
    return item.pool_below && smaller < static_cast<std::uint64_t>(*item.pool_below);
  };
  return pools(*one.item) || pools(*other.item);
}

class NumberChecks {
 public:
  NumberChecks(const SheetPlan& plan, std::vector<TypedPart> parts)
      : plan_(plan), parts_(std::move(parts)), named_(named_numbers(parts_)) {}

  std::vector<Finding> run() {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      for (std::size_t j = i + 1; j < parts_.size(); ++j) compare_parts(parts_[i], parts_[j]);
      compare_with_wholes(parts_[i]);
    }
    for (std::size_t i = 0; i < named_.size(); ++i) {
      for (std::size_t j = i + 1; j < named_.size(); ++j) compare_numbers(named_[i], named_[j]);
    }
    return std::move(findings_);
  }

 private:
  void add(SoftCheck check, std::size_t one, std::size_t other, std::string first, std::string second) {
    Finding finding{
        check, {plan_.answers[one].place, plan_.answers[other].place}, {std::move(first), std::move(second)}};
    if (std::ranges::find(findings_, finding) == findings_.end()) findings_.push_back(std::move(finding));
  }

  void compare_parts(const TypedPart& one, const TypedPart& other) {
    if (one.answer == other.answer || !one.number.fraction || one.number != other.number) return;
    const bool telling =
        one.number.numerator >= smallest_twin && one.number.numerator != one.number.denominator;
    // The people of the service area are the same for every program; those of a program are its own.
    const bool residents = one.comparator || other.comparator;
    const bool programmes_differ =
        plan_.answers[one.answer].place.programme != plan_.answers[other.answer].place.programme;
    const bool different = one.counts != other.counts || (programmes_differ && !residents);
    if (telling && different) add(SoftCheck::typed_twice, one.answer, other.answer, one.text, other.text);
  }

  // A percent beside the number of people it must be a percent of.
  void compare_with_wholes(const TypedPart& part) {
    if (part.number.fraction || part.of.empty()) return;
    for (const NamedNumber& whole : named_) {
      if (whole.name != part.of || whole.answer == part.answer || whole.value == 0) continue;
      if (!of_one_time(plan_, whole.answer, part.answer)) continue;
      const NamedNumber itself{part.answer, part.item, part.of, whole.value};
      if (may_be_pooled(whole, itself) || percent_possible(part.number, whole.value)) continue;
      add(SoftCheck::percent_not_of_whole, part.answer, whole.answer, part.text, std::to_string(whole.value));
    }
  }

  void compare_numbers(const NamedNumber& one, const NamedNumber& other) {
    if (one.answer == other.answer || one.value == other.value) return;
    if (!of_one_time(plan_, one.answer, other.answer) || may_be_pooled(one, other)) return;
    const bool same_name = one.name == other.name;
    const bool beside_count = one.item->type == ItemType::count || other.item->type == ItemType::count;
    const bool transposed = (same_name || beside_count) && digits_transposed(one.value, other.value);
    if (!same_name && !transposed) return;
    add(transposed ? SoftCheck::digits_transposed : SoftCheck::quantity_differs, one.answer, other.answer,
        std::to_string(one.value), std::to_string(other.value));
  }

  const SheetPlan& plan_;
  std::vector<TypedPart> parts_;
  std::vector<NamedNumber> named_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> check_numbers(const SheetPlan& plan, std::span<const SheetAnswer> answers) {
  return NumberChecks(plan, parts_of(plan, answers)).run();
}

std::vector<std::size_t> compared_places(const SheetPlan& plan, std::size_t answer) {
  std::vector<std::size_t> places;
  if (!is_number(item_at(plan, answer).type)) return places;
  for (std::size_t i = 0; i < plan.answers.size(); ++i) {
    if (i != answer && is_number(item_at(plan, i).type)) places.push_back(i);
  }
  return places;
}

}  // namespace smm::assessment
