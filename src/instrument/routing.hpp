// SPDX-License-Identifier: Apache-2.0
// Which items a sheet of answers opens, and what becomes of those it does not.
//
// An item is asked when its ask_if is true. What becomes of its points otherwise depends on what keeps it
// shut:
// - the programme, context items, or items that left: it `leaves` the denominator. Follow-ups of a
//   not-applicable or not-permitted item leave with it, and so do those of an answer that takes its own item
//   out ("none required", or every way to a point is not permitted);
// - a scored item answered below the value that opens it: the item is `closed_at_zero`, so that having no
//   program never beats having a weak one.
// To tell, ask_if is looked at with every scored item open to any better permitted answer: does any open it?
// An ask_if that hangs on an unanswered or unknown item, so that it may still become true, is `undecided`:
// its item counts as not answered. In further routes a scored item that is closed at zero acts as its weakest
// answer; an unscored one, and whatever left, acts as not applicable, but what hangs on an unscored item
// closed at zero closes with it.
#pragma once

#include <span>
#include <vector>

#include "instrument/answer.hpp"
#include "instrument/questionnaire.hpp"

namespace smm::instrument {

enum class Route : std::uint8_t { asked, closed_at_zero, leaves, undecided };

// Routes of one programme's questionnaire, prepared once: items in an order in which every route only
// hangs on items before it.
struct RoutePlan {
  std::vector<std::size_t> order;  // positions in Questionnaire::items
  std::vector<int> at;             // position in Edition::items → position in Questionnaire::items, or -1
  std::size_t programme = 0;
  std::size_t profession = 0;
};

RoutePlan plan_routes(const Edition& edition, const Questionnaire& questionnaire);

// `answers` and `routes` have one entry per item of the questionnaire, in its order.
void route_answers(const RoutePlan& plan, const Questionnaire& questionnaire, std::span<const Answer> answers,
                   std::span<Route> routes);

}  // namespace smm::instrument
