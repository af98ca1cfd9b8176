// SPDX-License-Identifier: Apache-2.0
// Working notes: on a question, on a packet, and what becomes of them.
#include "app/answering/notes.hpp"

#include "web/routes/endpoints.hpp"
#include "web/routes/item_page.hpp"
#include "web/routes/note_views.hpp"
#include "web/routes/sheet_places.hpp"
#include "web/routes/shown_sheet.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using assessment::NotesFate;
using assessment::Right;
using render::View;

std::string typed_note(const Call& call) {
  return std::string(call.form.fields.value("note"));
}

base::Result<Reply> note_on_question(const Call& call) {
  const auto place = place_in_path(call);
  if (!place) return place.problems();
  const auto added = app::add_question_note(call.installation(), hand_of(call), *place, typed_note(call));
  if (added) return Reply(Redirect{question_path(call, *place), "note_added"});
  if (added.problems().front().place.source.empty()) return added.problems();
  return item_page(call, {added.problems(), typed_note(call), "", 422});
}

// ---- Of a packet.

base::Result<Reply> packet_notes_page(const Call& call, const base::Problems& problems, int status) {
  const auto seen = packet_in_path(call);
  if (!seen) return seen.problems();
  const std::string& office = seen->plan.office;
  const auto notes = app::packet_notes(call.installation(), hand_of(call), office);
  if (!notes) return notes.problems();
  const auto errors = form_errors(problems);
  const std::string label = office_label(call, office);
  const std::string title = call.texts()("notes.title", {{"office", label}});
  Page page{"page_notes",
            {},
            title,
            {{call.where->round.title, call.where->path()}, {label, packet_path(call, office)}, {title, ""}},
            status};
  set_head(page.view, {title, call.texts()("notes.lead"), call.where->school.name});
  set_errors(page.view, errors);
  set_notes(page.view, call,
            {seen->reading, *notes, packet_path(call, office) + "/notes", typed_note(call),
             error_of(errors, "note")});
  return Reply(std::move(page));
}

base::Result<Reply> show_packet_notes(const Call& call) {
  return packet_notes_page(call, {}, 200);
}

base::Result<Reply> note_on_packet(const Call& call) {
  const std::string& office = call.request.captures.text("office");
  const auto added = app::add_packet_note(call.installation(), hand_of(call), office, typed_note(call));
  if (added) return Reply(Redirect{packet_path(call, office) + "/notes", "note_added"});
  if (added.problems().front().place.source.empty()) return added.problems();
  return packet_notes_page(call, added.problems(), 422);
}

// ---- Their fate.

View fate_view(const Call& call, NotesFate fate) {
  const std::string name(to_string(fate));
  View view;
  view.set("value", name).set("text", call.texts()("notes.fate." + name)).set("remark", "");
  view.set("chosen", call.where->participation.notes == fate);
  return view;
}

View fate_field(const Call& call) {
  View view;
  view.set("is_radios", true).set("id", "fate").set("name", "fate").set("hint", "").set("error", "");
  view.set("label", call.texts()("notes.fate.label")).set("optional", false);
  view.set("options",
           View::List{fate_view(call, NotesFate::keep_until_close), fate_view(call, NotesFate::keep),
                      fate_view(call, NotesFate::legal_hold), fate_view(call, NotesFate::remove)});
  return view;
}

base::Result<Reply> show_fate(const Call& call) {
  FormPage form{{call.texts()("notes.fate.title"), call.texts()("notes.fate.lead"), call.where->school.name},
                call.where->path() + "/notes",
                call.texts()("notes.fate.submit")};
  form.fields.push_back(fate_field(call));
  form.cancel_href = call.where->path();
  Page page = form_page(std::move(form));
  page.crumbs = {{call.where->round.title, call.where->path()}, {page.title, ""}};
  return Reply(std::move(page));
}

base::Result<Reply> choose_fate(const Call& call) {
  const auto fate = assessment::notes_fate(call.form.fields.value("fate"));
  if (!fate) return show_fate(call);
  const auto chosen = app::choose_notes_fate(call.installation(), hand_of(call), *fate);
  if (!chosen) return chosen.problems();
  return Reply(Redirect{call.where->path() + "/notes", "notes_fate_saved"});
}

}  // namespace

std::vector<Endpoint> note_endpoints() {
  const std::string sheet = "/rounds/{round}/schools/{school}";
  const std::string packet = sheet + "/packets/{office:word}/notes";
  const Access readers = for_school(Right::read_notes);
  return {post(sheet + "/questions/{number:number}/notes", "add_question_note", readers, note_on_question),
          get(packet, "packet_notes", readers, show_packet_notes),
          post(packet, "add_packet_note", readers, note_on_packet),
          get(sheet + "/notes", "notes_fate", for_school(Right::manage_notes), show_fate),
          post(sheet + "/notes", "choose_notes_fate", for_school(Right::manage_notes), choose_fate)};
}

}  // namespace smm::web
