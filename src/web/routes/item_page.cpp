// SPDX-License-Identifier: Apache-2.0
#include "web/routes/item_page.hpp"

#include "app/graduates/own_figures.hpp"

#include "app/answering/comments.hpp"
#include "app/answering/item_history.hpp"
#include "app/answering/notes.hpp"
#include "web/routes/answer_words.hpp"
#include "web/routes/comment_parts.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/evidence_view.hpp"
#include "web/routes/note_views.hpp"
#include "web/routes/sheet_places.hpp"
#include "web/routes/shown_sheet.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using app::SheetReading;
using assessment::Right;
using render::View;

// All that the page is made from.
struct Showing {
  const Call& call;
  const ItemTyped& typed;
  std::size_t place;
  SheetReading reading;
  app::Talk talk;
  std::vector<app::Note> notes;
  std::vector<app::Evidence> evidence;
  std::vector<app::HistoryEntry> history;
};

base::Result<Showing> loaded(const Call& call, const ItemTyped& typed, std::size_t place) {
  const app::Hand hand = hand_of(call);
  auto reading = app::read_sheet(call.installation(), hand, call.now);
  if (!reading) return std::move(reading).problems();
  if (!reading->visible[place]) return no_such_question_page();
  auto talk = app::talk_at(call.installation(), hand, place);
  if (!talk) return std::move(talk).problems();
  auto history = app::item_history(call.installation(), hand, place);
  if (!history) return std::move(history).problems();
  auto evidence = app::evidence_seen(call.installation(), hand);
  if (!evidence) return std::move(evidence).problems();
  std::erase_if(*evidence, [&](const app::Evidence& piece) { return piece.place != place || piece.removed; });
  Showing showing{call,
                  typed,
                  place,
                  std::move(*reading),
                  std::move(*talk),
                  {},
                  std::move(*evidence),
                  std::move(*history)};
  if (!assessment::allows(call.standing, Right::read_notes)) return showing;
  auto notes = app::question_notes(call.installation(), hand, place);
  if (!notes) return std::move(notes).problems();
  showing.notes = std::move(*notes);
  return showing;
}

View comment_view(const Showing& showing, const app::Comment& comment) {
  const Call& call = showing.call;
  View view;
  view.set("id", comment.id.text()).set("who", person_words(call, showing.reading, comment.by));
  view.set("when", full_time(call, comment.at)).set("mine", comment.by == call.actor->person.id);
  view.set("parts", render::views(comment_parts(comment, showing.talk.people), [](const CommentPart& part) {
             View each;
             each.set("text", part.text).set("mention", part.mention);
             return each;
           }));
  return view;
}

void set_comments(View& view, const Showing& showing) {
  std::string people;
  for (const auto& person : showing.talk.people) people += (people.empty() ? "" : ", ") + person.name;
  const bool may = assessment::allows(showing.call.standing, Right::comment);
  view.set("has_comments", !showing.talk.comments.empty());
  view.set("comments", render::views(showing.talk.comments, [&](const app::Comment& comment) {
             return comment_view(showing, comment);
           }));
  view.set("comment_href", may ? question_path(showing.call, showing.place) + "/comments" : "");
  view.set("comment_people", may ? people : "").set("anchor", anchor_of(showing.place));
  view.set("comment_accepted", showing.call.request.query.value("done") == "comment_added");
}

std::string history_title(const Call& call, const app::HistoryEntry& entry) {
  using app::HistoryKind;
  const std::string number = std::to_string(entry.version);
  switch (entry.kind) {
    case HistoryKind::answered:
      return call.texts()(entry.given.state == instrument::AnswerState::not_answered
                              ? "item.history.cleared"
                              : "item.history.answered",
                          {{"n", number}});
    case HistoryKind::not_kept:
      return call.texts()("item.history.not_kept", {{"n", number}});
    case HistoryKind::evidence_added:
      return call.texts()("item.history.evidence_added");
    case HistoryKind::evidence_removed:
      return call.texts()("item.history.evidence_removed");
    case HistoryKind::affirmed:
      return call.texts()("item.history.affirmed");
    case HistoryKind::attested:
      return call.texts()("item.history.attested");
  }
  return "";
}

const char* source_text(const std::string& source) {
  if (source == "measure") return "item.history.from_measure";
  if (source == "paper") return "item.history.from_paper";
  return source == "workbook" ? "item.history.from_workbook" : "item.history.imported";
}

View history_view(const Showing& showing, const app::HistoryEntry& entry) {
  using app::HistoryKind;
  const Call& call = showing.call;
  const bool answer = entry.kind == HistoryKind::answered || entry.kind == HistoryKind::not_kept;
  const bool signature = entry.kind == HistoryKind::affirmed || entry.kind == HistoryKind::attested;
  const auto& item = assessment::item_at(*call.where->plan, showing.place);
  std::string remark = entry.given.reason;
  if (signature) remark = call.texts()("item.history.digest", {{"digest", entry.what}});
  if (answer && entry.source != "page")
    remark += (remark.empty() ? "" : " · ") + call.texts()(source_text(entry.source));
  View view;
  view.set("title", history_title(call, entry)).set("when", full_time(call, entry.at));
  view.set("who",
           entry.kind == HistoryKind::evidence_removed ? "" : person_words(call, showing.reading, entry.by));
  view.set("value", answer ? answer_words(item, entry.given, call.texts()) : signature ? "" : entry.what);
  view.set("remark", remark).set("weighty", signature);
  return view;
}

// The nearest question of the same packet, in one direction, that this person sees.
View neighbor(const Showing& showing, int step) {
  const auto& visible = showing.reading.visible;
  const auto& plan = *showing.call.where->plan;
  const auto count = static_cast<std::ptrdiff_t>(visible.size());
  for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(showing.place) + step; at >= 0 && at < count;
       at += step) {
    const auto place = static_cast<std::size_t>(at);
    if (plan.packet_of[place] != plan.packet_of[showing.place]) break;
    if (!visible[place]) continue;
    View view;
    view.set("label", showing.call.texts()("item.previous", {{"n", std::to_string(place + 1)}}));
    view.set("href", question_path(showing.call, place));
    return view;
  }
  return false;
}

void set_question(View& view, const Showing& showing, const app::SheetWords& words) {
  QuestionShown shown = shown_question(showing.call, words, showing.reading, showing.place);
  shown.item_href = "";
  view.set("form", shown.form).set("save_href", shown.save_href).set("editable", shown.editable);
  view.set("item", View::List{question_view(shown, showing.call.texts())});
  view.set("previous", neighbor(showing, -1)).set("next", neighbor(showing, 1));
}

// What the school's own measure says, where the question asks for the same and this person may answer it.
View suggestion_view(const Showing& showing) {
  const Call& call = showing.call;
  if (call.site.outcomes == nullptr || !showing.reading.writable[showing.place]) return false;
  const auto suggestion =
      app::suggestion_for(call.installation(), *call.site.outcomes, hand_of(call), showing.place);
  if (!suggestion) return false;
  const auto& standing = showing.reading.at[showing.place];
  View view;
  view.set("text", call.texts()("item.figure.text", {{"measure", suggestion->measure},
                                                     {"numerator", suggestion->numerator},
                                                     {"denominator", suggestion->denominator},
                                                     {"when", full_time(call, suggestion->at)}}));
  view.set("action", question_path(call, showing.place) + "/figure");
  view.set("base", std::to_string(standing ? standing->version : 0));
  return view;
}

std::string title_of(const Showing& showing, const app::SheetWords& words) {
  const std::string number = std::to_string(showing.place + 1);
  const std::string& programme = words.programmes[showing.place];
  if (programme.empty()) return showing.call.texts()("item.title", {{"n", number}});
  return showing.call.texts()("item.programme", {{"n", number}, {"programme", programme}});
}

Page made_item_page(const Showing& showing) {
  const Call& call = showing.call;
  const auto words = app::sheet_words(call.where->plan, call.texts());
  const auto& edition = call.where->edition->edition;
  const std::string& office = office_of(call, showing.place);
  const auto& item = edition.items[call.where->plan->answers[showing.place].item];
  const std::string title = title_of(showing, *words);
  Page page{"page_item",
            {},
            title,
            {{call.where->round.title, call.where->path()},
             {office_label(call, office), packet_path(call, office)},
             {title, ""}},
            showing.typed.status};
  const std::string kicker = call.texts()("item.kicker", {{"office", office_label(call, office)},
                                                          {"area", edition.sections[item.section].label}});
  set_head(page.view, {title, "", kicker});
  const auto errors = form_errors(showing.typed.problems);
  set_errors(page.view, errors);
  set_question(page.view, showing, *words);
  page.view.set("own_figure", suggestion_view(showing));
  set_evidence(page.view, call,
               {showing.reading, showing.place, showing.evidence, errors, showing.typed.link});
  const bool reads_notes = assessment::allows(call.standing, Right::read_notes);
  page.view.set("may_note", reads_notes);
  set_notes(page.view, call,
            {showing.reading, showing.notes, question_path(call, showing.place) + "/notes",
             showing.typed.note, error_of(errors, "note")});
  set_comments(page.view, showing);
  page.view.set("has_history", !showing.history.empty());
  page.view.set("history_title", call.texts()("item.history.title"));
  page.view.set("history", render::views(showing.history, [&](const app::HistoryEntry& entry) {
                  return history_view(showing, entry);
                }));
  return page;
}

}  // namespace

base::Result<Reply> item_page(const Call& call, const ItemTyped& typed) {
  const auto place = place_in_path(call);
  if (!place) return place.problems();
  const auto showing = loaded(call, typed, *place);
  if (!showing) return showing.problems();
  return Reply(made_item_page(*showing));
}

std::vector<Endpoint> item_endpoints() {
  return {get("/rounds/{round}/schools/{school}/questions/{number:number}", "question",
              for_school({Right::read_all_answers, Right::read_own_answers}),
              [](const Call& call) { return item_page(call, {}); })};
}

}  // namespace smm::web
