// SPDX-License-Identifier: Apache-2.0
// A workbook that somebody sent, read for one sheet. Internal to app/paper.
#pragma once

#include <string_view>
#include <vector>

#include "app/installation/open_sheet.hpp"
#include "render/texts.hpp"
#include "report/returned_worksheet.hpp"

namespace smm::app {

struct SentWorksheet {
  bool filled = false;                          // answers were printed into it
  std::vector<report::Question> questions;      // of the whole sheet, by place
  std::vector<report::ReturnedAnswer> answers;  // what the workbook holds of them
};

// Problems, all about the file (place "file"): worksheet_missing, xlsx_damaged, xlsx_too_large, those of
// report/returned_worksheet.hpp, worksheet_of_another_{school,round,edition}.
base::Result<SentWorksheet> read_worksheet(const render::Texts& texts, const OpenSheet& sheet,
                                           std::string_view bytes);

}  // namespace smm::app
