// SPDX-License-Identifier: Apache-2.0
// Answers of the school's last round, to be confirmed one by one: ticked, and only then on the sheet.
#include "app/reporting/carried_answers.hpp"

#include <memory>

#include "web/routes/answer_form.hpp"
#include "web/routes/answer_words.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/shown_sheet.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using app::CarriedAnswer;
using assessment::Right;
using render::View;

std::string carried_path(const Call& call) {
  return call.where->path() + "/earlier";
}

View carried_view(const Call& call, const CarriedAnswer& answer) {
  const auto& planned = call.where->plan->answers[answer.place];
  const auto& item = assessment::item_at(*call.where->plan, answer.place);
  const bool same = answer.change == instrument::Change::same;
  View view;
  view.set("key", key_of(planned.place)).set("anchor", "c" + std::to_string(answer.place + 1));
  view.set("number", std::to_string(answer.place + 1)).set("question", item.wording.question);
  view.set("answer", answer_words(item, answer.given, call.texts())).set("reason", answer.given.reason);
  view.set("old_question", same ? "" : answer.old_question).set("note", same ? "" : answer.note);
  return view;
}

std::string office_name(const Call& call, const std::string& id) {
  for (const auto& office : call.where->edition->edition.offices)
    if (office.id == id) return office.label;
  return id;
}

// By the offices' packets, in the sheet's order.
View::List packet_views(const Call& call, const std::vector<CarriedAnswer>& answers) {
  View::List views;
  for (const auto& packet : call.where->plan->packets) {
    View::List own;
    for (const std::size_t place : assessment::places_of(packet))
      for (const auto& answer : answers)
        if (answer.place == place) own.push_back(carried_view(call, answer));
    if (!own.empty())
      views.push_back(View().set("office", office_name(call, packet.office)).set("answers", own));
  }
  return views;
}

base::Result<Reply> show_carried(const Call& call, app::ReportLibrary& library) {
  const auto carried = app::carried_answers(call.installation(), library, hand_of(call), call.now);
  if (!carried) return carried.problems();
  const auto& texts = call.texts();
  const std::string title = texts("carried.title");
  Page page{"page_carried", {}, title, {{call.where->round.title, call.where->path()}, {title, ""}}};
  set_head(page.view, {title, texts("carried.lead"), call.where->school.name});
  page.view.set("has_answers", !carried->answers.empty());
  page.view.set("told", texts("carried.told", {{"round", carried->title}}));
  page.view.set("packets", packet_views(call, carried->answers));
  page.view.set("action", carried_path(call)).set("cancel_href", call.where->path());
  page.view.set("nothing", empty_view(texts("carried.nothing"), texts("carried.nothing_text")));
  return Reply(std::move(page));
}

base::Result<Reply> take_carried(const Call& call, app::ReportLibrary& library) {
  std::vector<assessment::AnswerPlace> places;
  for (const std::string_view key : call.form.fields.values("keep")) places.push_back(place_of(key));
  const auto kept = app::confirm_carried(call.installation(), library, hand_of(call), places, call.now);
  if (!kept) return kept.problems();
  return Reply(Redirect{carried_path(call), *kept == 0 ? "carried_none" : "carried_kept"});
}

}  // namespace

std::vector<Endpoint> carried_endpoints(const RouteParts& parts) {
  if (parts.content == nullptr) return {};
  const auto library = std::make_shared<app::ReportLibrary>(*parts.content);
  const std::string path = "/rounds/{round}/schools/{school}/earlier";
  const Access writers = for_school({Right::write_all_answers, Right::write_own_answers});
  return {get(path, "carried", writers, [library](const Call& call) { return show_carried(call, *library); }),
          post(path, "confirm_carried", writers,
               [library](const Call& call) { return take_carried(call, *library); })};
}

}  // namespace smm::web
