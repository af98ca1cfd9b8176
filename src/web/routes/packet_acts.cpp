// SPDX-License-Identifier: Apache-2.0
// A packet's way: marked complete, affirmed or given back by name, taken into work again.
#include "app/answering/packet_acts.hpp"

#include "web/routes/answer_words.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/sheet_places.hpp"
#include "web/routes/shown_sheet.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using assessment::PacketState;
using assessment::Right;
using render::View;

bool in_work(const assessment::Packet& packet) {
  return packet.state == PacketState::in_work || packet.state == PacketState::returned;
}

std::vector<Crumb> crumbs_to(const Call& call, const std::string& office, const std::string& last) {
  return {{call.where->round.title, call.where->path()},
          {office_label(call, office), packet_path(call, office)},
          {last, ""}};
}

// Of one packet alone.
std::vector<assessment::Finding> findings_of(const Call& call, const SeenPacket& seen) {
  std::vector<assessment::Finding> found;
  const auto& plan = *call.where->plan;
  for (auto& finding : assessment::check_sheet(plan, seen.reading.routed, seen.reading.answers)) {
    const auto place = plan.find(finding.places.front());
    if (place && office_of(call, *place) == seen.plan.office) found.push_back(std::move(finding));
  }
  return found;
}

void set_to_look_at(View& view, const Call& call, const SeenPacket& seen) {
  set_open_and_checks(
      view, open_views(call, assessment::open_places(seen.plan, seen.reading.routed), seen.reading.visible),
      finding_views(call, findings_of(call, seen), seen.reading.visible));
}

// ---- Complete.

base::Result<Reply> complete_page(const Call& call, const base::Problems& refused, int status) {
  const auto seen = packet_in_path(call);
  if (!seen) return seen.problems();
  const std::string& office = seen->plan.office;
  const auto& affirmer = seen->kept().affirmer;
  const bool may = in_work(seen->kept()) && affirmer;
  const std::string title = call.texts()("packet_acts.complete.title");
  const std::string name = person_words(call, seen->reading, affirmer);
  Page page{"page_complete", {}, title, crumbs_to(call, office, title), status};
  set_head(page.view, {title, affirmer ? call.texts()("packet_acts.complete.lead", {{"name", name}}) : "",
                       office_label(call, office)});
  set_errors(page.view, form_errors(refused));
  set_to_look_at(page.view, call, *seen);
  page.view.set("action", may ? packet_path(call, office) + "/complete" : "");
  page.view.set("blocked", affirmer
                               ? call.texts()("packet.state." + std::string(to_string(seen->kept().state)))
                               : call.texts()("packet_acts.complete.nobody"));
  page.view.set("submit", call.texts()("packet_acts.complete.submit"));
  page.view.set("cancel_href", packet_path(call, office));
  return Reply(std::move(page));
}

base::Result<Reply> show_complete(const Call& call) {
  return complete_page(call, {}, 200);
}

base::Result<Reply> complete(const Call& call) {
  const std::string& office = call.request.captures.text("office");
  const auto done = app::complete_packet(call.installation(), call.site.pages, hand_of(call), office);
  if (!done) return done.problems();
  return Reply(Redirect{packet_path(call, office), "packet_completed"});
}

// ---- Affirm or give back.

struct AffirmTyped {
  base::Problems problems = {};
  std::string comment = {};
  int status = 200;
};

View answer_view(const Call& call, const SeenPacket& seen, std::size_t place) {
  const auto& item = assessment::item_at(*call.where->plan, place);
  const auto& standing = seen.reading.at[place];
  const assessment::GivenAnswer given = standing ? standing->given : assessment::GivenAnswer();
  const bool answered = given.state == instrument::AnswerState::answered;
  const std::string words = answer_words(item, given, call.texts());
  View view;
  view.set("number", std::to_string(place + 1)).set("question", item.wording.question);
  view.set("href", question_path(call, place)).set("reason", given.reason);
  view.set("answer", answered ? words : "").set("state", answered ? "" : words);
  return view;
}

// What is asked, and what was said though other answers close it.
View::List answer_views(const Call& call, const SeenPacket& seen) {
  View::List list;
  for (const std::size_t place : assessment::places_of(seen.plan)) {
    const auto& standing = seen.reading.at[place];
    const bool said = standing && standing->given.state != instrument::AnswerState::not_answered;
    const auto route = seen.reading.routed.routes[place];
    const bool asked = route == instrument::Route::asked || route == instrument::Route::undecided;
    if (seen.reading.visible[place] && (asked || said)) list.push_back(answer_view(call, seen, place));
  }
  return list;
}

bool is_affirmer_now(const Call& call, const SeenPacket& seen) {
  return seen.kept().state == PacketState::complete && seen.kept().affirmer == call.actor->person.id &&
         assessment::allows(call.standing, Right::affirm_packet);
}

std::string affirm_lead(const Call& call, const SeenPacket& seen, bool may) {
  const auto& packet = seen.kept();
  if (may) return call.texts()("packet_acts.affirm.lead");
  if (packet.affirmed_at)
    return call.texts()("packet_acts.affirm.affirmed",
                        {{"name", person_words(call, seen.reading, packet.affirmed_by)},
                         {"time", full_time(call, *packet.affirmed_at)}});
  return call.texts()("packet_acts.affirm.look");
}

void set_forms(View& view, const Call& call, const SeenPacket& seen, const AffirmTyped& typed) {
  const std::vector<FormError> errors = form_errors(typed.problems);
  const auto& person = call.actor->person;
  const std::string path = packet_path(call, seen.plan.office);
  const auto facts = assessment::affirmation_facts(*call.where->plan, seen.plan, seen.reading.routed,
                                                   call.where->school, person.name, "");
  const bool may = is_affirmer_now(call, seen);
  set_errors(view, errors);
  view.set("statement", may ? app::affirmation_words(call.texts(), facts) : "");
  view.set("seen",
           may ? app::seen_packet(*call.where->plan, seen.plan, seen.reading.answers, person.id) : "");
  view.set("affirm_action", path + "/affirm").set("may_affirm", may);
  view.set("name_hint", call.texts()("signing.name_hint", {{"name", person.name}}));
  view.set("name_error", error_of(errors, "full-name"));
  view.set("return_action", path + "/return").set("may_return", may);
  view.set("return_error", error_of(errors, "return-comment")).set("return_comment", typed.comment);
}

base::Result<Reply> affirm_page(const Call& call, const AffirmTyped& typed) {
  const auto seen = packet_in_path(call);
  if (!seen) return seen.problems();
  const std::string title = call.texts()("packet_acts.affirm.title");
  Page page{"page_affirm", {}, title, crumbs_to(call, seen->plan.office, title), typed.status};
  set_head(page.view, {title, affirm_lead(call, *seen, is_affirmer_now(call, *seen)),
                       office_label(call, seen->plan.office)});
  set_to_look_at(page.view, call, *seen);
  page.view.set("answers", answer_views(call, *seen));
  set_forms(page.view, call, *seen, typed);
  return Reply(std::move(page));
}

base::Result<Reply> show_affirm(const Call& call) {
  return affirm_page(call, {});
}

// Only what is about a field is shown on the page again.
bool about_fields(const base::Problems& problems) {
  return !problems.front().place.source.empty() || problems.front().code == "answers_changed";
}

base::Result<Reply> affirm(const Call& call) {
  const std::string& office = call.request.captures.text("office");
  const auto& fields = call.form.fields;
  const app::SigningForm form{std::string(fields.value("full_name")), std::string(fields.value("seen"))};
  const auto done = app::affirm_packet(call.installation(), call.site.pages, hand_of(call), office, form);
  if (done) return Reply(Redirect{packet_path(call, office), "packet_affirmed"});
  if (!about_fields(done.problems())) return done.problems();
  return affirm_page(call, {done.problems(), "", 422});
}

base::Result<Reply> give_back(const Call& call) {
  const std::string& office = call.request.captures.text("office");
  const std::string comment(call.form.fields.value("comment"));
  const auto done = app::return_packet(call.installation(), call.site.pages, hand_of(call), office, comment);
  if (done) return Reply(Redirect{packet_path(call, office), "packet_returned"});
  if (!about_fields(done.problems())) return done.problems();
  return affirm_page(call, {done.problems(), comment, 422});
}

// ---- Take back into work.

base::Result<Reply> show_reopen(const Call& call) {
  const auto seen = packet_in_path(call);
  if (!seen) return seen.problems();
  const std::string& office = seen->plan.office;
  const std::string title = call.texts()("packet_acts.reopen.title");
  View::List consequences;
  for (const char* key : {"packet_acts.reopen.lead", "packet_acts.reopen.again"}) {
    View each;
    each.set("text", call.texts()(key));
    consequences.push_back(std::move(each));
  }
  Page page{"page_confirm", {}, title, crumbs_to(call, office, title)};
  set_head(page.view, {title, "", office_label(call, office)});
  set_errors(page.view, {});
  set_fields(page.view, {});
  page.view.set("consequences", std::move(consequences)).set("hidden", View::List{}).set("grave", false);
  page.view.set("action", packet_path(call, office) + "/reopen")
      .set("cancel_href", packet_path(call, office));
  page.view.set("submit", call.texts()("packet_acts.reopen.submit"));
  return Reply(std::move(page));
}

base::Result<Reply> reopen(const Call& call) {
  const std::string& office = call.request.captures.text("office");
  const auto done = app::reopen_packet(call.installation(), hand_of(call), office);
  if (!done) return done.problems();
  return Reply(Redirect{packet_path(call, office), "packet_reopened"});
}

}  // namespace

std::vector<Endpoint> packet_act_endpoints() {
  const std::string packet = "/rounds/{round}/schools/{school}/packets/{office:word}";
  const Access readers = for_school({Right::read_all_answers, Right::read_own_answers});
  const Access completers = for_school(Right::complete_packet);
  const Access affirmers = for_school(Right::affirm_packet);
  const Access leaders = for_school(Right::reopen_packet);
  return {get(packet + "/complete", "packet_to_complete", completers, show_complete),
          post(packet + "/complete", "complete_packet", completers, complete),
          get(packet + "/affirm", "packet_to_affirm", readers, show_affirm),
          post(packet + "/affirm", "affirm_packet", affirmers, affirm),
          post(packet + "/return", "return_packet", affirmers, give_back),
          get(packet + "/reopen", "packet_to_reopen", leaders, show_reopen),
          post(packet + "/reopen", "reopen_packet", leaders, reopen)};
}

}  // namespace smm::web
