// SPDX-License-Identifier: Apache-2.0
// Expected minutes of answering, gathering apart.
//
// minutes(item) = words / 200 + constant of its type
//
// `words` are those printed for the item: question, why, definitions, example, labels of options, what the
// numbers count, where it was reported, evidence. 200 words a minute is slow reading of plain prose. The
// constants are the time to choose or to write the answer down: see docs/methods/answering-time.md, which
// also says how they were chosen. A glossary term is read once for each office that meets
// it, once in all where one person answers everything.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "instrument/edition.hpp"
#include "instrument/questionnaire.hpp"

namespace smm::instrument {

std::size_t count_words(std::string_view text);
std::size_t printed_words(const Item& item);
double reading_minutes(std::string_view text);
double answering_minutes(const Item& item);

struct PacketTime {
  int items = 0;
  int numbers = 0;  // values to look up: two for two shares
  double answering = 0;
  int gathering = 0;
};

// By office id; offices without an item for the programme are absent.
std::map<std::string, PacketTime> packet_times(const Edition& edition, const Questionnaire& questionnaire);
PacketTime total_time(const std::map<std::string, PacketTime>& packets);

}  // namespace smm::instrument
