// SPDX-License-Identifier: Apache-2.0
// Use cases: a worksheet that was filled in as a workbook comes back. It is read whole or refused whole, and
// waits, sealed, until whoever sent it has looked through the list of changes; nothing is saved before.
//
//   untouched   as it was printed into the worksheet: left alone, whatever became of the answer since
//   unchanged   says what stands now anyhow
//   change      another answer than stands, made from that answer
//   conflict    another answer than stands, and what stands changed after the worksheet was made: to be
//   chosen
//               one by one; the one that is not chosen stays in the history
//   unread      no answer to its question; named by cell
//
// Only questions that the sender may write are kept. Applying saves through save_answer: with the version
// that the person looked at, so that what changed in between is shown again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/answering/save_answer.hpp"
#include "app/installation/returned_forms.hpp"
#include "render/texts.hpp"

namespace smm::app {

inline constexpr std::size_t most_worksheet_bytes = std::size_t{4} << 20;
inline constexpr std::size_t most_waiting_worksheets = 10;  // of one person at one sheet

// Problems: worksheet_missing, xlsx_damaged, xlsx_too_large, those of report/returned_worksheet.hpp,
// worksheet_of_another_{school,round,edition}, worksheet_unchanged, worksheets_waiting, round_not_open,
// not_accepted, sheet_locked, key_unavailable.
base::Result<ReturnedFormId> receive_workbook(Installation& installation, const render::Texts& texts,
                                              const Hand& hand, std::string_view bytes);

struct WorkbookChange {
  std::size_t place = 0;  // position in SheetPlan::answers
  std::string cell;       // "Financial aid!D14"
  std::optional<assessment::SheetAnswer> standing;
  assessment::GivenAnswer given;
  bool conflict = false;
  std::optional<base::Problem> closed;  // why it cannot be saved now

  std::int64_t base() const { return standing ? standing->version : 0; }
};

struct UnreadCell {
  std::size_t place = 0;
  std::string cell;
  assessment::GivenAnswer given;
  base::Problem problem;
};

struct ReviewedWorkbook {
  ReturnedFormId id;
  base::Instant at;
  std::vector<WorkbookChange> changes;  // in the order of the sheet
  std::vector<UnreadCell> unread;
  std::size_t unchanged = 0;  // also untouched ones
  std::size_t others = 0;     // not the sender's to write
  bool paper = false;         // keyed by the program office (keyed_form.hpp)
};

// For whoever sent it alone; a paper form that the office keyed, for whoever writes the whole sheet.
// Problems: not_there, also once it has waited too long; key_unavailable.
base::Result<ReviewedWorkbook> review_workbook(Installation& installation, const Hand& hand,
                                               const ReturnedFormId& id);

enum class WorkbookChoice : std::uint8_t { none, mine, theirs };

struct SettledChange {
  std::size_t place = 0;
  std::int64_t base = 0;  // the version that the person looked at
  WorkbookChoice choice = WorkbookChoice::none;
};

struct AppliedWorkbook {
  std::vector<std::size_t> unchosen;  // conflicts without a choice: nothing was done
  std::size_t saved = 0;
  std::size_t set_aside = 0;
  bool over = false;   // nothing is left of it
  bool moved = false;  // something changed in between: to be looked through again
};

// Problems: as review_workbook.
base::Result<AppliedWorkbook> apply_workbook(Installation& installation, const Hand& hand,
                                             const ReturnedFormId& id,
                                             const std::vector<SettledChange>& settled);

base::Result<bool> discard_workbook(Installation& installation, const Hand& hand, const ReturnedFormId& id);

struct WaitingWorkbook {
  ReturnedFormId id;
  base::Instant at;
  bool paper = false;
};

// Those that this person may look through, the oldest first. Problem: key_unavailable.
base::Result<std::vector<WaitingWorkbook>> waiting_workbooks(Installation& installation, const Hand& hand);

}  // namespace smm::app
