// SPDX-License-Identifier: Apache-2.0
// What check_routes promises of an edition that passes: no answer with more points to a scored gate ever
// closes a scored follow-up, directly or through other items, and every item can be asked.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "instrument/checks.hpp"
#include "instrument/points.hpp"
#include "instrument/sample_edition_test.hpp"

namespace smm::instrument {
namespace {

rc::Gen<std::string> on_set() {
  return rc::gen::element<std::string>("count(first) >= 1", "count(first) >= 3", "first includes a",
                                       "not (first includes b)", "count(first) < 2");
}
rc::Gen<std::string> on_choice() {
  return rc::gen::element<std::string>("second == all", "second in (some, all)", "second == nothing",
                                       "second != nothing", "second != some");
}
rc::Gen<std::string> on_context() {
  return rc::gen::element<std::string>("clinic == yes", "clinic == no");
}

rc::Gen<std::string> joined(rc::Gen<std::string> left, rc::Gen<std::string> right) {
  return rc::gen::map(
      rc::gen::tuple(std::move(left), rc::gen::element<std::string>(" and ", " or "), std::move(right)),
      [](const auto& p) { return std::get<0>(p) + std::get<1>(p) + std::get<2>(p); });
}

rc::Gen<std::string> any_route() {
  return rc::gen::oneOf(on_choice(), joined(on_choice(), on_set()), joined(on_choice(), on_context()),
                        joined(on_context(), joined(on_choice(), on_set())));
}

// first, clinic (context, at times asked by first), second (asked by first), next (asked by all of them).
Edition chain() {
  Item clinic = sample::unscored(sample::yes_no("clinic"));
  if (*rc::gen::arbitrary<bool>()) clinic = sample::asked_if(clinic, *on_set());
  return sample::edition(
      {sample::any_of("first"), clinic,
       sample::asked_if(sample::one_of("second"), *rc::gen::oneOf(on_set(), joined(on_set(), on_context()))),
       sample::asked_if(sample::phase("next"), *any_route())});
}

std::string set_answer(unsigned bits) {
  std::string text;
  for (unsigned i = 0; i < 4; ++i) {
    if ((bits >> i & 1u) != 0) text += std::string(text.empty() ? "" : ";") + static_cast<char>('a' + i);
  }
  return text.empty() ? "none" : text;
}

bool asked(const Edition& edition, const std::string& first, const std::string& second,
           const std::string& clinic) {
  return sample::sheet(edition, {{"first", first}, {"second", second}, {"clinic", clinic}}).route("next") ==
         Route::asked;
}

double points_of_first(const Edition& edition, const std::string& value) {
  return points_for(edition.items[0], 2, *sample::read(edition.items[0], value)).earned;
}

RC_GTEST_PROP(CheckRoutesProperty, MorePointsOnAGateNeverCloseAFollowUp, ()) {
  Edition edition = chain();
  base::Problems problems;
  check_routes(edition, problems);
  RC_TAG(problems.empty() ? "passes" : "refused");
  if (!problems.empty()) return;
  const auto second = *rc::gen::element<std::string>("nothing", "some", "all");
  const auto clinic = *rc::gen::element<std::string>("yes", "no");
  for (unsigned one = 0; one < 16; ++one) {
    for (unsigned other = 0; other < 16; ++other) {
      const std::string few = set_answer(one);
      const std::string many = set_answer(other);
      if (points_of_first(edition, few) >= points_of_first(edition, many)) continue;
      RC_ASSERT(!asked(edition, few, second, clinic) || asked(edition, many, second, clinic));
    }
  }
}

RC_GTEST_PROP(CheckRoutesProperty, PassingItemsCanBeAsked, ()) {
  Edition edition = chain();
  base::Problems problems;
  check_routes(edition, problems);
  bool reached = false;
  for (unsigned bits = 0; bits < 16; ++bits) {
    for (const std::string second : {"nothing", "some", "all", "not-needed"}) {
      for (const std::string clinic : {"yes", "no"})
        reached = reached || asked(edition, set_answer(bits), second, clinic);
    }
  }
  for (const std::string alone : {"nothing-else", "no-schools"}) {
    for (const std::string second : {"nothing", "some", "all", "not-needed"}) {
      for (const std::string clinic : {"yes", "no"})
        reached = reached || asked(edition, alone, second, clinic);
    }
  }
  bool refused = false;
  for (const base::Problem& problem : problems) {
    refused = refused || (problem.code == "unreachable_item" && problem.sentence.starts_with("next "));
  }
  RC_ASSERT(reached == !refused);
}

}  // namespace
}  // namespace smm::instrument
