// SPDX-License-Identifier: Apache-2.0
// The worksheet: one program's questionnaire as it is handed out, sorted into the packets of its offices.
// A view model without any format; worksheet_html, _markdown, _json and _xlsx print it.
//
// Questions are numbered through the whole worksheet, packet after packet in the edition's order of offices,
// so that a number means the same question when a packet travels alone. Within a packet they stand in the
// order of the edition, by area. Every packet opens with its numbers sheet: what has to be looked up.
// Minutes are those of instrument/answering_time.hpp; gathering is kept apart.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "instrument/answering_time.hpp"
#include "instrument/edition.hpp"
#include "instrument/questionnaire.hpp"
#include "render/texts.hpp"

namespace smm::report {

// A number or a pair of numbers to look up: one line of the numbers sheet.
struct NumberLine {
  std::string label;        // the question's number; "12a" and "12b" for two shares
  std::string part;         // "own" and "comparator" for two shares, else empty
  std::string numerator;    // what is counted
  std::string denominator;  // of what; empty for counts and amounts
  bool percent_will_do = false;
};

struct Question {
  int number = 0;
  instrument::Item item;  // as this program sees it
  std::string period;     // label of the reference period
  std::string route;      // when to answer, as a sentence; empty: always
  double answering = 0;   // minutes
  std::vector<NumberLine> numbers;
};

struct WorksheetArea {
  std::string id;
  std::string label;
  std::string intro;
  std::string domain;  // label; empty for the context section and modules
  std::vector<Question> questions;
};

struct Packet {
  std::string office;  // id
  std::string label;
  instrument::PacketTime time;
  std::vector<instrument::Term> terms;  // those its questions use, in the edition's order
  std::vector<WorksheetArea> areas;
};

struct Worksheet {
  std::string edition;  // id
  std::string title;
  std::string version;
  std::string language;
  std::string hash;  // of the edition's content
  std::string license;
  std::string about;
  bool draft = false;
  instrument::Programme programme;
  std::string profession;  // label
  bool whole = true;       // false: packets were left out by a filter
  std::vector<Packet> packets;
  instrument::PacketTime total;  // of the packets here
};

// With `office`, that packet alone (none when the office has no question). `questionnaire` comes from
// `edition`.
Worksheet make_worksheet(const instrument::Edition& edition, const instrument::Questionnaire& questionnaire,
                         const render::Texts& texts, std::optional<std::string_view> office = std::nullopt);

// The questions of a packet in order, across its areas.
std::vector<const Question*> questions_of(const Packet& packet);

// Can the answer be none of the options? Printed as a choice of its own where no option says so.
bool offers_none(const instrument::Item& item);

}  // namespace smm::report
