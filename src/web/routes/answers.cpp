// SPDX-License-Identifier: Apache-2.0
// Saving answers. One question at a time, as a browser with script does it while somebody types, is answered
// when it is on disk and holds no thread meanwhile. A form of many questions, as sent without script, saves
// those that differ from what stands.
#include <algorithm>

#include "app/answering/item_history.hpp"
#include "app/answering/read_sheet.hpp"
#include "app/answering/set_answer_aside.hpp"
#include "assessment/problems.hpp"
#include "assessment/soft_checks.hpp"
#include "web/routes/answer_form.hpp"
#include "web/routes/check_words.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/packet_page.hpp"
#include "web/routes/shown_sheet.hpp"
#include "web/session/wishes.hpp"

namespace smm::web {
namespace {

using app::SavedAnswer;
using assessment::SaveOutcome;
using render::View;

// One question of a form.
struct Sent {
  std::string key;
  std::size_t place = 0;
  app::SaveRequest request;
};

base::Problem no_such_question() {
  return {assessment::problem::not_yours, "This question was not handed to you, or is not on the sheet"};
}

base::Result<Sent> sent_question(const Call& call, std::string_view key) {
  const auto place = call.where->plan->find(place_of(key));
  if (!place) return no_such_question();
  const auto& item = assessment::item_at(*call.where->plan, *place);
  const auto& form = call.form.fields;
  Sent sent{std::string(key), *place, {place_of(key), given_in(form, key, item), base_in(form, key)}};
  return sent;
}

bool keeps_theirs(const Call& call, const std::string& key) {
  return call.form.fields.value(key + ".choose") == "theirs";
}

// The fields of one question as they were sent, to be sent again after a choice.
std::vector<http::Parameter> fields_of(const Call& call, const std::string& key) {
  std::vector<http::Parameter> fields;
  for (const http::Parameter& field : call.form.fields) {
    const bool ours = field.name.starts_with(key + ".");
    if (ours && field.name != key + ".base" && field.name != key + ".choose") fields.push_back(field);
  }
  return fields;
}

std::vector<std::string> checks_of(const Call& call, const Sent& sent) {
  std::vector<std::string> words;
  for (const auto& finding : assessment::check_answer(*call.where->plan, sent.place, sent.request.given))
    words.push_back(check_words(*call.where->plan, finding, call.texts()));
  return words;
}

std::string name_of(const Call& call, const std::optional<assessment::PersonId>& id) {
  std::string name;
  if (!id) return name;
  call.installation().database.read([&](app::Records& records) {
    const auto person = records.people.by_id(*id);
    name = person ? person->name : "";
  });
  return name;
}

ConflictShown conflict_of(const Call& call, const Sent& sent, const SavedAnswer& saved) {
  return {saved.standing, sent.request.given, name_of(call, saved.standing.by),
          clock_time(call, saved.standing.at), fields_of(call, sent.key)};
}

// The line below the question after a save.
OutcomeShown outcome_of(const Call& call, const Sent& sent, const SavedAnswer& saved) {
  OutcomeShown outcome;
  outcome.base = saved.outcome == SaveOutcome::conflict ? sent.request.base : saved.standing.version;
  if (saved.outcome == SaveOutcome::conflict) {
    outcome.conflict = conflict_of(call, sent, saved);
    return outcome;
  }
  outcome.saved = call.texts()("question.saved_at", {{"time", clock_time(call, saved.standing.at)}});
  outcome.checks = checks_of(call, sent);
  return outcome;
}

QuestionShown after_save(const Call& call, const app::SheetWords& words, const Sent& sent,
                         OutcomeShown outcome) {
  QuestionShown shown{*call.where, sent.place, words.questions[sent.place], sent.request.given,
                      std::move(outcome)};
  shown.editable = true;
  shown.csrf = call.csrf();
  shown.save_href = call.where->path() + "/answers";
  shown.item_href = call.where->path() + "/questions/" + std::to_string(sent.place + 1);
  shown.comments_words = call.texts()("question.comments.none");
  shown.history_words = call.texts()("question.versions.none");
  return shown;
}

// For programs: version and moment, or what stands instead.
View saved_view(const Call& call, const Sent& sent, const SavedAnswer& saved) {
  const bool conflict = saved.outcome == SaveOutcome::conflict;
  View view;
  view.set("item", sent.key).set("outcome", conflict ? "conflict" : "saved");
  view.set("version", std::to_string(saved.standing.version));
  view.set("at", std::to_string(saved.standing.at.microseconds));
  if (!conflict) return view;
  view.set("standing_state", instrument::to_string(saved.standing.given.state));
  view.set("standing_value", saved.standing.given.value).set("standing_reason", saved.standing.given.reason);
  view.set("standing_by", name_of(call, saved.standing.by));
  return view;
}

// Questions whose routing hangs on this one are shown anew beside the outcome.
std::string swapped_questions(const Call& call, const app::SheetWords& words, const Sent& sent) {
  const auto affected = assessment::affected_places(*call.where->plan, sent.request.place);
  if (affected.empty()) return "";
  const auto reading = app::read_sheet(call.installation(), hand_of(call), call.now);
  if (!reading) return "";
  std::string html;
  for (const std::size_t place : affected) {
    if (!reading->visible[place]) continue;
    html += swapped_question(call, words, *reading, place);
  }
  return html;
}

base::Result<Reply> answer_one(const Call& call, const Sent& sent, const base::Result<SavedAnswer>& saved) {
  const bool conflict = saved && saved->outcome == SaveOutcome::conflict;
  const int status = !saved ? 422 : conflict ? 409 : 200;
  if (!saved && saved.problems().front().code != "answer_unreadable" && !is_about_answer(saved.problems()))
    return saved.problems();
  if (wants_json(call.request)) {
    if (!saved) return saved.problems();
    return Reply(Fragment{"", saved_view(call, sent, *saved), status});
  }
  const auto words = app::sheet_words(call.where->plan, call.texts());
  OutcomeShown outcome =
      saved ? outcome_of(call, sent, *saved) : OutcomeShown{sent.request.base, "", saved.problems()};
  if (!saved) outcome.checks = checks_of(call, sent);
  const QuestionShown shown = after_save(call, *words, sent, std::move(outcome));
  const bool chosen = call.form.fields.find(sent.key + ".choose") != nullptr;
  const auto& templates = call.site.pages.templates;
  std::string html = chosen && !conflict
                         ? templates.render("ui_question", question_view(shown, call.texts()))
                         : templates.render("ui_answer_outcome", outcome_view(shown, call.texts()));
  if (status == 200) html += swapped_questions(call, *words, sent);
  http::Response response = http::html_response(status, std::move(html));
  response.compress = false;
  return Reply(Raw{std::move(response)});
}

// Somebody chose the other's answer: their own is kept in the history alone, the question is shown as it
// stands.
base::Result<Reply> show_standing(const Call& call, const Sent& sent) {
  const auto aside = app::set_answer_aside(call.installation(), hand_of(call), sent.request);
  if (!aside) return aside.problems();
  const auto reading = app::read_sheet(call.installation(), hand_of(call), call.now);
  if (!reading) return reading.problems();
  if (!reading->visible[sent.place]) return no_such_question();
  const auto words = app::sheet_words(call.where->plan, call.texts());
  const QuestionShown shown = shown_question(call, *words, *reading, sent.place);
  return Reply(Fragment{"ui_question", question_view(shown, call.texts())});
}

void finish_with_problems(Finish& finish, base::Problems problems) {
  finish.with([problems = std::move(problems)](const Call&) -> base::Result<Reply> { return problems; });
}

void save_one(const Call& call, std::string_view key, const std::shared_ptr<Finish>& finish) {
  auto sent = sent_question(call, key);
  if (!sent) return finish_with_problems(*finish, sent.problems());
  if (keeps_theirs(call, sent->key))
    return finish->with([sent = *sent](const Call& later) { return show_standing(later, sent); });
  app::save_answer_later(call.installation(), hand_of(call), sent->request,
                         [finish, sent = *sent](app::ChangeEnd<SavedAnswer> end) {
                           if (end.error) return finish->fail(end.error);
                           finish->with([sent, result = std::move(*end.result)](const Call& later) {
                             return answer_one(later, sent, result);
                           });
                         });
}

// ---- A form of many questions, without script.

struct NotSaved {
  Sent sent;
  OutcomeShown outcome;
};

bool differs(const app::SheetReading& reading, const Sent& sent) {
  const auto& standing = reading.at[sent.place];
  return !(sent.request.given == (standing ? standing->given : assessment::GivenAnswer()));
}

// The form holds every question of the page. Is this one as it was when the page was made, though somebody
// has changed it since? Then there is nothing to save, and nothing to choose.
bool untouched(const Call& call, const app::SheetReading& reading, const Sent& sent) {
  const auto& standing = reading.at[sent.place];
  if (sent.request.base == (standing ? standing->version : 0)) return false;
  if (sent.request.base == 0) return sent.request.given == assessment::GivenAnswer();
  const auto history = app::item_history(call.installation(), hand_of(call), sent.place);
  return history && std::ranges::any_of(*history, [&](const app::HistoryEntry& entry) {
           return entry.kind == app::HistoryKind::answered && entry.version == sent.request.base &&
                  entry.given == sent.request.given;
         });
}

// What could not be saved; the rest is on disk.
base::Result<std::vector<NotSaved>> save_many(const Call& call, const app::SheetReading& reading) {
  std::vector<NotSaved> left;
  for (const std::string_view key : call.form.fields.values("item")) {
    auto sent = sent_question(call, key);
    if (!sent) return std::move(sent).problems();
    if (keeps_theirs(call, sent->key)) {
      const auto aside = app::set_answer_aside(call.installation(), hand_of(call), sent->request);
      if (!aside) return aside.problems();
      continue;
    }
    if (!reading.writable[sent->place] || !differs(reading, *sent)) continue;
    if (untouched(call, reading, *sent)) continue;
    const auto saved = app::save_answer(call.installation(), hand_of(call), sent->request);
    if (!saved) {
      left.push_back({*sent, {sent->request.base, "", saved.problems()}});
    } else if (saved->outcome == SaveOutcome::conflict) {
      left.push_back({*sent, outcome_of(call, *sent, *saved)});
    }
  }
  return left;
}

base::Result<Reply> save_form(const Call& call) {
  const auto reading = app::read_sheet(call.installation(), hand_of(call), call.now);
  if (!reading) return reading.problems();
  const auto left = save_many(call, *reading);
  if (!left) return left.problems();
  const auto keys = call.form.fields.values("item");
  if (keys.empty()) return no_such_question();
  const auto first = call.where->plan->find(place_of(keys.front()));
  const std::string office = call.where->plan->packets[call.where->plan->packet_of[*first]].office;
  if (left->empty()) return Reply(Redirect{call.where->path() + "/packets/" + office, "answers_saved"});
  PacketPage page{office, {}};
  for (const NotSaved& each : *left)
    page.instead.push_back({each.sent.place, each.sent.request.given, each.outcome});
  page.status = std::ranges::any_of(*left, [](const auto& each) { return each.outcome.conflict.has_value(); })
                    ? 409
                    : 422;
  return packet_page(call, page);
}

void save_answers(const Call& call, std::shared_ptr<Finish> finish) {
  const auto keys = call.form.fields.values("item");
  const bool single = keys.size() == 1 && (wants_fragment(call.request) || wants_json(call.request));
  if (single) return save_one(call, keys.front(), finish);
  finish->with(save_form);
}

}  // namespace

std::vector<Endpoint> answer_endpoints() {
  using assessment::Right;
  return {post_later("/rounds/{round}/schools/{school}/answers", "save_answers",
                     for_school({Right::write_all_answers, Right::write_own_answers}), save_answers)};
}

}  // namespace smm::web
