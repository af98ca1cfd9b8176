// SPDX-License-Identifier: Apache-2.0
// What a school's sheet consists of: its answer places, gathered into the packets of the offices.
//
// A shared item has one place for the whole school (AnswerPlace::programme empty), any other item one place
// for each of the school's programmes that is asked it. A year grid always has one for each programme, since
// its columns are the programme's, as in answer files. Programmes, packets, sections and items come in the
// order of the edition.
//
// Made once for each edition and set of programmes, from these alone; whoever serves many schools keeps it
// and shares it. The edition must outlive it. Which places are open is routed_sheet.hpp's.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "assessment/sheet_answer.hpp"
#include "base/result.hpp"
#include "instrument/questionnaire.hpp"
#include "instrument/routing.hpp"

namespace smm::assessment {

// One place for an answer. `asked_of` holds the programmes whose questionnaires contain it, by position in
// SheetPlan::programmes, ascending; all of them for their own place have one.
struct PlannedAnswer {
  AnswerPlace place;
  std::size_t item = 0;  // position in Edition::items
  std::vector<std::size_t> asked_of;
  std::vector<std::size_t> hang_on_it;    // positions of places whose route may change with this answer
  std::vector<std::size_t> they_hang_on;  // positions of places that the routes of those depend on
};

// A number to look up: one line of a packet's numbers sheet. Two shares have two lines.
enum class NumberPart : std::uint8_t { whole, own, comparator };

struct PlannedNumber {
  std::size_t answer = 0;  // position in SheetPlan::answers
  NumberPart part = NumberPart::whole;
  std::string counts;  // what is counted
  std::string of;      // of what; empty for counts and amounts
  std::string definitions;
  std::string period;    // label
  std::string reported;  // where the number may stand already
  bool percent_will_do = false;
};

struct PacketSection {
  std::size_t section = 0;           // position in Edition::sections
  std::vector<std::size_t> answers;  // positions in SheetPlan::answers
};

struct PacketPlan {
  std::string office;  // id
  std::vector<PacketSection> sections;
  std::vector<PlannedNumber> numbers;
  std::size_t answers = 0;  // places
};

// One of the school's programmes: its questionnaire, and where each of its items is answered.
struct PlannedProgramme {
  instrument::Questionnaire questionnaire;
  instrument::RoutePlan routes;
  std::vector<std::size_t> places;  // by position in the questionnaire: position in SheetPlan::answers
};

struct SheetPlan {
  const instrument::Edition* edition = nullptr;
  std::vector<PlannedProgramme> programmes;  // in the edition's order
  std::vector<PlannedAnswer> answers;        // packet by packet, as they are shown
  std::vector<PacketPlan> packets;           // those that hold a place, in the edition's order of offices

  // Position in `answers`; nothing when the sheet has no such place.
  std::optional<std::size_t> find(const AnswerPlace& place) const;
  const PacketPlan* packet(std::string_view office) const;  // null: none

  // By place: position of the packet in `packets`.
  std::vector<std::size_t> packet_of;
  std::vector<std::size_t> by_place;  // positions in `answers`, sorted by place
};

// `programmes`: ids, in any order. With `with_modules`, optional modules are part of it.
// Problems: programme_not_in_edition, sheet_without_programme.
base::Result<SheetPlan> plan_sheet(const instrument::Edition& edition,
                                   std::span<const std::string> programmes, bool with_modules = false);

// The item as its place's first programme sees it, variants folded in: what is printed beside the place.
const instrument::Item& item_at(const SheetPlan& plan, std::size_t answer);

// Columns of the year grids of the place's first programme.
int years_at(const SheetPlan& plan, std::size_t answer);

// All places of one packet, in the order shown.
std::vector<std::size_t> places_of(const PacketPlan& packet);

// Places whose routing may change when the answer at `place` changes, in the order shown; empty for an item
// that nothing hangs on, and for a place that is not on the sheet. A save of such an answer needs no other
// answer opened.
std::span<const std::size_t> affected_places(const SheetPlan& plan, const AnswerPlace& place);

}  // namespace smm::assessment
