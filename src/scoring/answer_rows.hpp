// SPDX-License-Identifier: Apache-2.0
// Collects the rows of an answer file, in any order, and hands them back as one sheet per school and
// programme. docs/reference/files.md describes the file; a row takes 36 bytes of memory.
//
// What makes a row bad, beside a value that cannot be read: an unknown item or programme; no programme where
// the item is answered per programme or its columns are the programme's (a year grid); the same item twice
// on one sheet (then every one of these rows is bad); a value for an item that every sheet it is for skips,
// by programme or by other answers; a school none of whose rows names its programme (then all its rows are
// bad). Bad rows are reported with their line and never become part of a sheet, so that what is left does not
// depend on the order of rows.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/problem.hpp"
#include "instrument/answer.hpp"
#include "scoring/row_blocks.hpp"
#include "scoring/score_sheet.hpp"

namespace smm::scoring {

struct AnswerRow {
  std::string_view school_id;
  std::string_view programme;  // empty: for all programmes of the school, where the item is shared
  std::string_view item_id;
  std::string_view state;
  std::string_view value;
  std::string_view reason;
};

struct AnswerSheet {
  std::string_view school_id;
  std::size_t programme = 0;                // position in Edition::programmes
  std::vector<instrument::Answer> answers;  // by the programme's questionnaire
  std::vector<instrument::Route> routes;    // likewise
};

class AnswerRows {
 public:
  // `plan` must outlive this; `source` names the file in places.
  AnswerRows(const ScoringPlan& plan, std::string source);

  void add(const AnswerRow& row, int line);

  // Calls `use` once for each sheet, by school id, then programme id. Sheets are valid
  // during the call only. Run once, after the last add().
  template <class Use>
  void for_each_sheet(Use use) {
    group();
    for (const std::uint32_t school : school_order_) {
      const std::vector<std::size_t> programmes = programmes_of(school);
      find_duplicates(school, programmes);
      for (const std::size_t programme : programmes) {
        fill_sheet(school, programme);
        use(static_cast<const AnswerSheet&>(sheet_));
      }
      if (!programmes.empty()) report_skipped(school);
    }
  }

  // Sorted by line; complete after for_each_sheet.
  base::Problems take_problems();
  std::size_t bad_rows() const { return bad_rows_; }

 private:
  // An answer holds a choice or numbers, never both: 16 bytes serve for either, and a row takes 32.
  struct Row {
    std::uint64_t first = 0;   // options chosen, or the bits of the value
    std::uint64_t second = 0;  // options that are not permitted, or the bits of the comparator
    std::uint32_t school = 0;
    std::uint32_t line = 0;
    std::uint16_t item = 0;
    std::int16_t programme = 0;  // -1: all of the school's
    instrument::AnswerState state = instrument::AnswerState::not_answered;
    bool bad = false;
    bool asked = false;  // on some sheet of the school
  };
  static void keep(const instrument::Answer& answer, bool is_number, Row& row);
  static instrument::Answer kept(const Row& row, bool is_number);

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  template <class Value>
  using ByName = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

  std::uint32_t school_number(std::string_view school_id);
  bool resolve(const AnswerRow& text, Row& row);
  void read(const AnswerRow& text, Row& row);
  void report(Row& row, const base::ProblemKind& kind, std::string sentence);
  void group();
  std::span<const std::uint32_t> rows_of(std::uint32_t school) const;
  std::vector<std::size_t> programmes_of(std::uint32_t school);
  int position_on_sheet(const Row& row, const ProgrammePlan& plan) const;  // -1: not on it
  void find_duplicates(std::uint32_t school, std::span<const std::size_t> programmes);
  void fill_sheet(std::uint32_t school, std::size_t programme);
  void report_skipped(std::uint32_t school);
  const std::string& item_id(const Row& row) const;

  const ScoringPlan& plan_;
  std::string source_;
  ByName<std::uint16_t> items_;
  ByName<std::int16_t> programmes_;
  ByName<std::uint32_t> schools_;
  std::vector<std::string_view> school_ids_;  // keys of schools_, by number
  RowBlocks<Row> rows_;
  std::vector<std::uint32_t> by_school_;     // positions in rows_, school by school
  std::vector<std::uint32_t> school_begin_;  // in by_school_, one more than there are schools
  std::vector<std::uint32_t> school_order_;  // school numbers by id
  std::vector<Row*> row_at_;                 // of the sheet in hand, by questionnaire position
  AnswerSheet sheet_;
  base::Problems problems_;
  std::size_t bad_rows_ = 0;
};

}  // namespace smm::scoring
