// SPDX-License-Identifier: Apache-2.0
// The program office keys a paper form in for a school that lets it look: twice, each time as a workbook, the
// second time without sight of the first. What comes of it waits for the school.
#include "app/paper/keyed_form.hpp"

#include <algorithm>

#include "app/installation/problems.hpp"
#include "app/paper/returned_workbook.hpp"
#include "base/document_reader.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/shown_sheet.hpp"
#include "web/routes/worksheet_pages.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using app::KeyedDifference;
using assessment::Right;
using render::View;

constexpr std::uint64_t form_around_a_keyed_form = std::uint64_t{64} * 1024;

struct ShownKeying {
  base::Problems problems = {};            // of the file that was sent
  std::vector<std::size_t> unchosen = {};  // differences that wait for a choice
};

std::string keyed_path(const Call& call, const std::string& below = "") {
  return call.where->path() + "/keyed" + below;
}

std::string keyed_field(std::size_t place) {
  return "pass" + std::to_string(place + 1);
}

View difference_field(const Call& call, const KeyedDifference& difference, const ShownKeying& shown) {
  const auto& texts = call.texts();
  const std::string number = std::to_string(difference.place + 1);
  const std::string& question = assessment::item_at(*call.where->plan, difference.place).wording.question;
  const bool missing = std::ranges::find(shown.unchosen, difference.place) != shown.unchosen.end();
  const std::string name = keyed_field(difference.place);
  const std::string_view chosen = call.form.fields.value(name);
  const std::string first = given_words(call, difference.place, difference.first);
  const std::string second = given_words(call, difference.place, difference.second);
  return radios_field({.name = name,
                       .label = texts("returned.conflict", {{"number", number}, {"question", question}}),
                       .error = missing ? texts("keyed.choose", {{"number", number}}) : std::string()},
                      {{"1", texts("keyed.first", {{"answer", first}}), "", chosen == "1"},
                       {"2", texts("keyed.second", {{"answer", second}}), "", chosen == "2"}});
}

View::List step_views(const Call& call, const app::KeyedForms& forms) {
  View::List steps;
  const auto add = [&](const char* key) { steps.push_back(View().set("text", call.texts()(key))); };
  add(forms.passes > 0 ? "keyed.step.first_done" : "keyed.step.first");
  if (forms.passes < 2)
    add(forms.passes == 1 && forms.by_reader ? "keyed.step.second_by_same" : "keyed.step.second");
  else
    add(forms.same_person ? "keyed.step.second_was_same" : "keyed.step.second_done");
  add("keyed.step.settle");
  add("keyed.step.school");
  return steps;
}

std::vector<FormError> errors_shown(const Call& call, const ShownKeying& shown) {
  constexpr std::size_t most_told = 20;
  std::vector<FormError> errors;
  for (const auto& problem : shown.problems)
    if (errors.size() < most_told) errors.push_back({problem.sentence, "file"});
  for (const std::size_t place : shown.unchosen)
    errors.push_back(
        {call.texts()("keyed.choose", {{"number", std::to_string(place + 1)}}), keyed_field(place)});
  return errors;
}

void set_upload(View& view, const Call& call, const app::KeyedForms& forms) {
  const auto& texts = call.texts();
  view.set("may_upload", forms.passes < 2).set("action", keyed_path(call));
  view.set("upload_title", texts(forms.passes == 0 ? "keyed.first_title" : "keyed.second_title"));
  view.set("upload_about", texts("keyed.upload_about")).set("file_hint", texts("worksheets.file_hint"));
  view.set("blank_href", worksheets_path(call));
}

void set_differences(View& view, const Call& call, const app::KeyedForms& forms, const ShownKeying& shown) {
  const auto agreed = static_cast<long>(forms.agreed);
  view.set("may_settle", forms.passes == 2).set("settle_action", keyed_path(call, "/settle"));
  view.set("key", forms.key).set("agreed", call.texts().counted("keyed.agreed", agreed));
  view.set("differences", render::views(forms.differences, [](const KeyedDifference& difference) {
             return View().set("number", std::to_string(difference.place + 1));
           }));
  set_fields(view, render::views(forms.differences, [&](const KeyedDifference& difference) {
               return difference_field(call, difference, shown);
             }));
  view.set("may_discard", forms.passes > 0).set("discard_action", keyed_path(call, "/discard"));
}

base::Result<Reply> keyed_page(const Call& call, const ShownKeying& shown) {
  const auto forms = app::keyed_forms(call.installation(), hand_of(call));
  if (!forms) return forms.problems();
  const auto& texts = call.texts();
  const std::string title = texts("keyed.title");
  Page page{"page_keyed", {}, title, {{call.where->round.title, call.where->path()}, {title, ""}}};
  const bool bad = !shown.problems.empty() || !shown.unchosen.empty();
  page.status = bad ? 422 : 200;
  set_head(page.view, {title, texts("keyed.lead"), call.where->school.name});
  set_errors(page.view, errors_shown(call, shown));
  page.view.set("steps", step_views(call, *forms));
  set_upload(page.view, call, *forms);
  set_differences(page.view, call, *forms, shown);
  return Reply(std::move(page));
}

base::Result<Reply> show_keyed(const Call& call) {
  return keyed_page(call, {});
}

base::Result<Reply> take_keyed(const Call& call) {
  const std::string bytes = call.form.files.empty() ? std::string() : call.form.files.front().bytes;
  const auto pass = app::key_form(call.installation(), call.texts(), hand_of(call), bytes);
  if (pass) return Reply(Redirect{keyed_path(call), *pass == 1 ? "form_keyed_once" : "form_keyed_twice"});
  if (pass.problems().front().place.source != "file") return pass.problems();
  return keyed_page(call, {pass.problems(), {}});
}

base::Result<Reply> take_settle(const Call& call) {
  std::vector<app::KeyedChoice> choices;
  for (const std::string_view sent : call.form.fields.values("place")) {
    const auto number = base::parse_integer(sent);
    if (!number || *number < 1) continue;
    const auto place = static_cast<std::size_t>(*number - 1);
    const std::string_view pass = call.form.fields.value(keyed_field(place));
    choices.push_back({place, pass == "1" ? 1 : pass == "2" ? 2 : 0});
  }
  const std::string key(call.form.fields.value("key"));
  auto unchosen = app::settle_keyed(call.installation(), hand_of(call), key, choices);
  if (!unchosen) return unchosen.problems();
  if (!unchosen->empty()) return keyed_page(call, {{}, std::move(*unchosen)});
  return Reply(Redirect{keyed_path(call), "form_handed_over"});
}

base::Result<Reply> take_discard_keyed(const Call& call) {
  const auto discarded = app::discard_keyed(call.installation(), hand_of(call));
  if (!discarded) return discarded.problems();
  return Reply(Redirect{keyed_path(call), "form_discarded"});
}

}  // namespace

std::vector<Endpoint> keyed_endpoints() {
  const std::string path = "/rounds/{round}/schools/{school}/keyed";
  // Readers of the school come through this door as well; the use case lets in whoever looks in from outside.
  const Access visitors = for_school(Right::read_all_answers);
  Endpoint upload = post(path, "key_form", visitors, take_keyed);
  upload.body_limit = app::most_worksheet_bytes + form_around_a_keyed_form;
  return {get(path, "keyed_form", visitors, show_keyed), upload,
          post(path + "/settle", "settle_keyed_form", visitors, take_settle),
          post(path + "/discard", "discard_keyed_form", visitors, take_discard_keyed)};
}

}  // namespace smm::web
