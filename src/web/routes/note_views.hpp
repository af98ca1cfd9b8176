// SPDX-License-Identifier: Apache-2.0
// The part of a page that shows working notes: templates/ui_notes.mustache and what it takes.
#pragma once

#include "app/answering/notes.hpp"
#include "app/answering/read_sheet.hpp"
#include "web/session/endpoint.hpp"

namespace smm::web {

struct NotesShown {
  const app::SheetReading& reading;  // for names
  const std::vector<app::Note>& notes;
  std::string action;  // where a new one is sent
  std::string typed = {};
  std::string error = {};
};

void set_notes(render::View& view, const Call& call, const NotesShown& shown);

}  // namespace smm::web
