// SPDX-License-Identifier: Apache-2.0
// The worksheet: one program's questionnaire as it is handed out, sorted into the packets of its offices.
// A view model without any format; worksheet_html, _markdown, _json and _xlsx print it.
//
// Questions are numbered through the whole worksheet, packet after packet in the edition's order of offices,
// so that a number means the same question when a packet travels alone. Within a packet they stand in the
// order of the edition, by area. Every packet opens with its numbers sheet: what has to be looked up.
// Minutes are those of instrument/answering_time.hpp; gathering is kept apart.
//
// A worksheet is a program's, as make_worksheet makes it; or a school's own for a round, with the questions
// of its sheet, the numbers that they have on its pages, and, where it is filled, the answers as they stood.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "instrument/answer.hpp"
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

// An answer in the notation of the answer file (docs/reference/files.md).
struct EnteredAnswer {
  instrument::AnswerState state = instrument::AnswerState::not_answered;
  std::string value;
  std::string reason;

  friend bool operator==(const EnteredAnswer&, const EnteredAnswer&) = default;
};

struct Question {
  int number = 0;
  std::string key;        // its place on a sheet: the item, or item@programme
  std::string programme;  // label, where it is asked of one of several programs
  int years = 0;          // columns of a grid
  instrument::Item item;  // as this program sees it
  std::string period;     // label of the reference period
  std::string route;      // when to answer, as a sentence; empty: always
  double answering = 0;   // minutes
  std::vector<NumberLine> numbers;
  EnteredAnswer entered = {};  // printed into the boxes
  std::int64_t version = 0;    // of the answer that stood when the worksheet was made
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

// Whose worksheet it is, where it was made for one school.
struct WorksheetOwner {
  std::string school;  // code
  std::string school_name;
  std::string round;  // code
  std::string round_title;
  std::string last_day;  // YYYY-MM-DD
  std::string made;      // in words
  bool filled = false;   // with the answers as they stood
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
  std::optional<WorksheetOwner> owner = std::nullopt;
  bool whole = true;  // false: packets were left out by a filter
  std::vector<Packet> packets;
  instrument::PacketTime total;  // of the packets here
};

// With `office`, that packet alone (none when the office has no question). `questionnaire` comes from
// `edition`.
Worksheet make_worksheet(const instrument::Edition& edition, const instrument::Questionnaire& questionnaire,
                         const render::Texts& texts, std::optional<std::string_view> office = std::nullopt);

// A school's own, without packets yet: `programmes` by position in the edition, at least one.
Worksheet school_worksheet(const instrument::Edition& edition, const std::vector<std::size_t>& programmes,
                           const WorksheetOwner& owner);

// A number has one line, two shares have two, any other question none.
std::vector<NumberLine> number_lines(const instrument::Item& item, int number);

// A packet of these questions, which stand in the order of the edition's sections: with their lines of the
// numbers sheet, the terms they use, and the time they take.
Packet packet_of(const instrument::Edition& edition, const instrument::Office& office,
                 std::vector<Question> questions);

// The questions of a packet in order, across its areas.
std::vector<const Question*> questions_of(const Packet& packet);

// Can the answer be none of the options? Printed as a choice of its own where no option says so.
bool offers_none(const instrument::Item& item);

}  // namespace smm::report
