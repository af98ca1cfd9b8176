// SPDX-License-Identifier: Apache-2.0
// Use case: a school takes its questions along to fill them in elsewhere: an office's packet, or the whole
// sheet; blank, or filled with the answers as they stand. The questions are those that the person sees on the
// pages, under the same numbers.
//
// A filled worksheet is a copy of answers: each is told in the school's log before it is made. It is for
// those who work on the sheet. Who only looks in reads the answers on the pages; the whole sheet filled is
// for those who may take a copy of everything.
#pragma once

#include <string>
#include <vector>

#include "app/answering/read_sheet.hpp"
#include "app/paper/worksheet_file.hpp"

namespace smm::app {

// Instead of an office: all packets.
inline constexpr std::string_view whole_sheet = "whole";

struct TakenWorksheet {
  std::string file_name;  // "lakeside-2026-financial-aid.xlsx"
  std::string media_type;
  std::string bytes;
};

// May this standing take worksheets with answers in them?
bool may_take_filled(const assessment::Standing& standing, std::string_view of);

// `wanted.of`: an office, or whole_sheet. Problems: not_there, key_unavailable, and those of worksheet_bytes.
base::Result<TakenWorksheet> take_worksheet(Installation& installation, const Pages& pages,
                                            PdfPrinter* printer, const Hand& hand,
                                            const WorksheetName& wanted, bool filled);

// Positions of a packet's questions, or of all, that this person sees.
std::vector<std::size_t> worksheet_places(const Hand& hand, const SheetReading& reading, std::string_view of);

// Of these questions; filled where its owner says so. `of` as in take_worksheet.
report::Worksheet worksheet_of(const Hand& hand, const SheetReading& reading, const render::Texts& texts,
                               const report::WorksheetOwner& owner, std::string_view of);

}  // namespace smm::app
