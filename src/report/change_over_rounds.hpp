// SPDX-License-Identifier: Apache-2.0
// What a school changed since an earlier round, in two kinds that are never mixed:
//
//   what it changed   every answer that moved, as a fact, on items that the concordance calls comparable
//   area trends       raw points on linked items, by docs/reference/concordance.md. Whether a trend is more
//                     than measuring again is not known before a pilot has measured that error
//
// A school is compared with itself alone; nothing that depends on others is in here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "instrument/tracking.hpp"
#include "render/texts.hpp"
#include "report/own_sheet.hpp"

namespace smm::report {

struct EarlierRound {
  std::string code;
  std::string title;
  const instrument::Edition* edition = nullptr;
  std::vector<OwnSheet> sheets;
  const instrument::Concordance* concordance = nullptr;  // from its edition to the newer one
};

// For two rounds of one edition: everything is the same.
instrument::Concordance same_edition(const instrument::Edition& edition);

enum class Moved { up, down, sideways };  // in points; sideways also where nothing is scored

struct AnswerChange {
  std::string area;       // id of the newer section
  std::string item;       // of the newer edition
  std::string programme;  // id; empty for a shared item
  std::string question;
  std::string before;
  std::string after;
  Moved moved = Moved::sideways;
  std::string note;  // of the concordance; empty where the item stayed the same
};

struct AreaTrend {
  std::vector<std::string> areas;  // ids of the newer side
  std::string programme;           // id
  std::size_t items = 0;           // rows that count for this school
  double before = 0;               // 0-100
  double after = 0;
};

struct ChangeOverRounds {
  std::vector<AnswerChange> answers;
  std::vector<AreaTrend> trends;
  std::size_t not_tracked = 0;  // linked areas, by program, of which too little is comparable
};

// Sheets are paired by program; a program that one side does not have is passed over.
ChangeOverRounds change_over_rounds(const EarlierRound& earlier, const instrument::Edition& edition,
                                    const std::vector<OwnSheet>& sheets, const render::Texts& texts);

}  // namespace smm::report
