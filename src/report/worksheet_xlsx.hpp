// SPDX-License-Identifier: Apache-2.0
// The worksheet as a workbook to fill in, made so that the program can read the answers back.
//
// A read-me sheet, then one sheet for each packet: numbers first, then the other questions by area. Sheets
// are protected without a password; only cells for answers are unlocked. Lists to choose from stand on the
// hidden sheet "lists" (first row: what the list is of; then ids and labels side by side).
//
// What a reader goes by, all of it hidden:
// - sheet "edition": rows of key and value: format, edition, version, hash, programme, office (when there is
//   only one packet), whole, years, and the columns id_column, answer_column, state_column, reason_column
//   (counted from 0; the years of a grid stand from answer_column on); of a school's own worksheet also
//   school, round, made, and filled ("yes": with the answers as they stood);
// - sheet "versions", of a school's own: for each item the version of the answer that stood;
// - in id_column of every row with a cell for an answer, a stable id:
//     item           the item: its state and reason; its answer where the type has a single one
//     item#option    one option of any_of: yes, "not permitted", or empty
//     item#topic     one topic of a grid, a cell for each year, filled alike
//     item#none      yes: no option or cell applies
//     item#n, item#d, item#percent                   share and ratio
//     item#own.n ... item#comparator.percent         two shares
//   An item that each of a school's programs answers is item@programme. Item ids have neither "#" nor "@", so
//   ids cannot be mistaken for each other.
#pragma once

#include <string>

#include "report/worksheet.hpp"

namespace smm::report {

inline constexpr int worksheet_workbook_format = 1;

std::string worksheet_xlsx(const Worksheet& sheet, const render::Texts& texts);

}  // namespace smm::report
