// SPDX-License-Identifier: Apache-2.0
// A school's answers, read, and what they open: routes worked out for each programme on its own
// (instrument/routing.hpp), then for each place as the school sees it.
//
// A shared place is asked when any of its programmes is asked it; else undecided when any is undecided; else
// closed at zero when any is; else it leaves. Answers that are not given count as not answered, and so do
// those that cannot be read in this edition, which are listed.
#pragma once

#include <span>
#include <vector>

#include "assessment/sheet_plan.hpp"
#include "base/problem.hpp"

namespace smm::assessment {

// One programme's answers and routes, by position in its questionnaire: what scoring takes.
struct RoutedProgramme {
  std::vector<instrument::Answer> answers;
  std::vector<instrument::Route> routes;
};

struct UnreadAnswer {
  std::size_t answer = 0;  // position in SheetPlan::answers
  base::Problem problem;
};

struct RoutedSheet {
  std::vector<instrument::Answer> answers;  // by position in SheetPlan::answers
  std::vector<instrument::Route> routes;    // likewise
  std::vector<RoutedProgramme> programmes;  // as SheetPlan::programmes
  std::vector<UnreadAnswer> unread;         // in the order of the plan
};

// At most one answer for each place. Those at places that the sheet does not have are passed over.
RoutedSheet route_sheet(const SheetPlan& plan, std::span<const SheetAnswer> answers);

// The answer in the edition's terms, or why it cannot be read. `answer`: position in SheetPlan::answers.
base::Result<instrument::Answer> read_answer(const SheetPlan& plan, std::size_t answer,
                                             const GivenAnswer& given);

// Does anybody still have to say something here? Only where nothing was said: "not known" and "declined" are
// answers that a person gave.
enum class Openness : std::uint8_t {
  open,     // asked, and nothing was said
  waiting,  // whether it is asked hangs on another answer, and nothing was said
  settled   // something was said, or nothing is asked
};

Openness openness(const RoutedSheet& sheet, std::size_t answer);

// Positions of places in the order shown that are not settled; of one packet, or of the whole sheet.
std::vector<std::size_t> open_places(const SheetPlan& plan, const RoutedSheet& sheet);
std::vector<std::size_t> open_places(const PacketPlan& packet, const RoutedSheet& sheet);

// How far a packet is: places that are asked or may be, those with something said, and those in between.
struct PacketProgress {
  std::size_t asked = 0;
  std::size_t said = 0;
  std::size_t waiting = 0;
};

PacketProgress progress_of(const PacketPlan& packet, const RoutedSheet& sheet);

// Routes of what hangs on the answer at `changed`, from no more than the answers they depend on:
// SheetPlan::answers[changed].they_hang_on says which these are. By position in hang_on_it.
std::vector<instrument::Route> affected_routes(const SheetPlan& plan, std::size_t changed,
                                               std::span<const SheetAnswer> answers);

}  // namespace smm::assessment
