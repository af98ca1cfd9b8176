// SPDX-License-Identifier: Apache-2.0
#include "web/routes/note_views.hpp"

#include "web/routes/sheet_places.hpp"
#include "web/routes/shown_sheet.hpp"

namespace smm::web {

void set_notes(render::View& view, const Call& call, const NotesShown& shown) {
  view.set("has_notes", !shown.notes.empty());
  view.set("notes", render::views(shown.notes, [&](const app::Note& note) {
             render::View each;
             each.set("who", person_words(call, shown.reading, note.by));
             each.set("when", full_time(call, note.at)).set("text", note.text);
             return each;
           }));
  view.set("note_action", shown.action).set("note", shown.typed).set("note_error", shown.error);
}

}  // namespace smm::web
