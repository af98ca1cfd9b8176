// SPDX-License-Identifier: Apache-2.0
// Worksheets on the web: where their pages are, and how a printed one is answered.
#pragma once

#include <string>

#include "app/paper/school_worksheet.hpp"
#include "web/session/endpoint.hpp"

namespace smm::web {

inline const std::string worksheets_pattern = "/rounds/{round}/schools/{school}/worksheets";

inline std::string worksheets_path(const Call& call, const std::string& below = "") {
  return call.where->path() + "/worksheets" + below;
}

// The page of all worksheets; with what is wrong with a workbook that was sent to it.
base::Result<Reply> worksheets_page(const Call& call, bool prints_pdf, const base::Problems& problems = {});

// An answer in words, with its reason.
std::string given_words(const Call& call, std::size_t place, const assessment::GivenAnswer& given);

// Paper forms that the program office keys in: part of returned_workbook_endpoints().
std::vector<Endpoint> keyed_endpoints();

// A page to print is shown, with the one style sheet it carries and nothing else; the others are downloads.
Reply worksheet_reply(app::WorksheetForm form, std::string bytes, const std::string& file_name);

}  // namespace smm::web
