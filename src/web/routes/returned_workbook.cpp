// SPDX-License-Identifier: Apache-2.0
// A workbook that came back is looked through by whoever sent it: what would change, what cannot be read,
// what changed meanwhile on the pages and has to be chosen. Only then is it saved.
#include "app/paper/returned_workbook.hpp"

#include <algorithm>

#include "base/document_reader.hpp"
#include "web/routes/answer_words.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/refusal_words.hpp"
#include "web/routes/sheet_places.hpp"
#include "web/routes/shown_sheet.hpp"
#include "web/routes/worksheet_pages.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using app::ReviewedWorkbook;
using app::WorkbookChange;
using app::WorkbookChoice;
using assessment::Right;
using render::View;

struct ShownWorkbook {
  std::vector<std::size_t> unchosen = {};  // conflicts that wait for a choice
  bool moved = false;                      // something changed while the person looked
  bool paper = false;                      // keyed by the program office
};

base::Result<app::ReturnedFormId> form_in_path(const Call& call) {
  const auto id = app::ReturnedFormId::parse(call.request.captures.text("form"));
  if (!id) return no_such_question_page();
  return *id;
}

std::string standing_words(const Call& call, const WorkbookChange& change) {
  const auto given = change.standing ? change.standing->given : assessment::GivenAnswer();
  return given_words(call, change.place, given);
}

// number, question, href.
View place_view(const Call& call, std::size_t place) {
  View view;
  view.set("number", std::to_string(place + 1)).set("href", question_path(call, place));
  return view.set("question", assessment::item_at(*call.where->plan, place).wording.question);
}

View::List unread_views(const Call& call, const ReviewedWorkbook& review) {
  return render::views(review.unread, [&](const app::UnreadCell& unread) {
    const auto& item = assessment::item_at(*call.where->plan, unread.place);
    const std::string& written = unread.given.value.empty() ? unread.given.reason : unread.given.value;
    View view = place_view(call, unread.place);
    view.set("cell", unread.cell).set("file", written);
    return view.set("why", refusal_words(unread.problem, item, unread.given, call.texts()));
  });
}

// Those that can be saved now: conflicts, or the others.
std::vector<WorkbookChange> open_changes(const ReviewedWorkbook& review, bool conflicts) {
  std::vector<WorkbookChange> open;
  for (const WorkbookChange& change : review.changes)
    if (!change.closed && change.conflict == conflicts) open.push_back(change);
  return open;
}

View::List closed_views(const Call& call, const ReviewedWorkbook& review) {
  View::List views;
  for (const WorkbookChange& change : review.changes) {
    if (!change.closed) continue;
    View view = place_view(call, change.place);
    view.set("file", given_words(call, change.place, change.given));
    views.push_back(view.set("why", change.closed->sentence));
  }
  return views;
}

View::List change_views(const Call& call, const ReviewedWorkbook& review) {
  return render::views(open_changes(review, false), [&](const WorkbookChange& change) {
    View view = place_view(call, change.place);
    view.set("now", standing_words(call, change)).set("base", std::to_string(change.base()));
    return view.set("file", given_words(call, change.place, change.given));
  });
}

View::List conflict_bases(const ReviewedWorkbook& review) {
  return render::views(open_changes(review, true), [](const WorkbookChange& change) {
    return View().set("number", std::to_string(change.place + 1)).set("base", std::to_string(change.base()));
  });
}

std::string field_of(std::size_t place) {
  return "choose" + std::to_string(place + 1);
}

std::string written_by_words(const Call& call, const WorkbookChange& change) {
  std::string name = call.texts()("item.history.somebody");
  call.installation().database.read([&](app::Records& records) {
    const auto person =
        change.standing && change.standing->by ? records.people.by_id(*change.standing->by) : std::nullopt;
    if (person) name = person->name;
  });
  if (!change.standing) return "";
  const std::string when = full_time(call, change.standing->at);
  return call.texts()("returned.theirs_by", {{"name", name}, {"when", when}});
}

// Nothing is chosen for anybody; what somebody chose is kept while another choice is missing.
View choice_field(const Call& call, const WorkbookChange& change, const ShownWorkbook& shown) {
  const auto& texts = call.texts();
  const std::string number = std::to_string(change.place + 1);
  const std::string& question = assessment::item_at(*call.where->plan, change.place).wording.question;
  const bool missing = std::ranges::find(shown.unchosen, change.place) != shown.unchosen.end();
  const std::string theirs = standing_words(call, change);
  const std::string mine = given_words(call, change.place, change.given);
  const bool same = call.form.fields.value("base" + number) == std::to_string(change.base());
  const std::string_view chosen = same ? call.form.fields.value(field_of(change.place)) : "";
  return radios_field(
      {.name = field_of(change.place),
       .label = texts("returned.conflict", {{"number", number}, {"question", question}}),
       .error = missing ? texts("returned.choose", {{"number", number}}) : std::string()},
      {{"theirs", texts("returned.theirs", {{"answer", theirs}}), written_by_words(call, change),
        chosen == "theirs"},
       {"mine", texts(shown.paper ? "returned.mine_paper" : "returned.mine", {{"answer", mine}}), change.cell,
        chosen == "mine"}});
}

View::List count_views(const Call& call, const ReviewedWorkbook& review) {
  View::List views;
  const auto add = [&](const std::string& key, std::size_t count) {
    if (count > 0) views.push_back(View().set("text", call.texts().counted(key, static_cast<long>(count))));
  };
  add("returned.counts.changes", open_changes(review, false).size());
  add("returned.counts.conflicts", open_changes(review, true).size());
  add("returned.counts.unchanged", review.unchanged);
  add("returned.counts.others", review.others);
  return views;
}

std::vector<FormError> errors_of(const Call& call, const ShownWorkbook& shown) {
  std::vector<FormError> errors;
  if (shown.moved) errors.push_back({call.texts()("returned.moved"), ""});
  for (const std::size_t place : shown.unchosen)
    errors.push_back(
        {call.texts()("returned.choose", {{"number", std::to_string(place + 1)}}), field_of(place)});
  return errors;
}

void set_lists(View& view, const Call& call, const ReviewedWorkbook& review, const ShownWorkbook& shown) {
  View::List unread = unread_views(call, review), closed = closed_views(call, review);
  View::List changes = change_views(call, review), conflicts = conflict_bases(review);
  view.set("has_work", !changes.empty() || !conflicts.empty());
  view.set("has_unread", !unread.empty()).set("unread", std::move(unread));
  view.set("has_closed", !closed.empty()).set("closed", std::move(closed));
  view.set("has_changes", !changes.empty()).set("changes", std::move(changes));
  view.set("has_conflicts", !conflicts.empty()).set("conflicts", std::move(conflicts));
  set_fields(view, render::views(open_changes(review, true), [&](const WorkbookChange& change) {
               return choice_field(call, change, shown);
             }));
}

base::Result<Reply> review_page(const Call& call, const app::ReturnedFormId& id, ShownWorkbook shown) {
  const auto review = app::review_workbook(call.installation(), hand_of(call), id);
  if (!review) return review.problems();
  const auto& texts = call.texts();
  shown.paper = review->paper;
  const std::string title = texts(review->paper ? "returned.title_paper" : "returned.title");
  Page page{"page_returned", {}, title};
  page.crumbs = {{call.where->round.title, call.where->path()},
                 {texts("worksheets.title"), worksheets_path(call)},
                 {title, ""}};
  page.status = shown.moved ? 409 : shown.unchosen.empty() ? 200 : 422;
  const std::string when = full_time(call, review->at);
  set_head(page.view, {title, texts("returned.lead", {{"when", when}}), call.where->school.name});
  set_errors(page.view, errors_of(call, shown));
  page.view.set("counts", count_views(call, *review));
  set_lists(page.view, call, *review, shown);
  const std::string path = worksheets_path(call, "/returned/" + id.text());
  page.view.set("action", path).set("discard_action", path + "/discard");
  return Reply(std::move(page));
}

base::Result<Reply> show_review(const Call& call) {
  const auto id = form_in_path(call);
  if (!id) return id.problems();
  return review_page(call, *id, {});
}

WorkbookChoice choice_in(std::string_view word) {
  if (word == "mine") return WorkbookChoice::mine;
  return word == "theirs" ? WorkbookChoice::theirs : WorkbookChoice::none;
}

std::vector<app::SettledChange> settled_in(const Call& call) {
  std::vector<app::SettledChange> settled;
  const auto& fields = call.form.fields;
  for (const std::string_view sent : fields.values("change")) {
    const std::string number(sent);
    const auto at = base::parse_integer(number);
    const auto base = base::parse_integer(fields.value("base" + number));
    if (!at || !base || *at < 1) continue;
    const auto place = static_cast<std::size_t>(*at - 1);
    settled.push_back({place, *base, choice_in(fields.value(field_of(place)))});
  }
  return settled;
}

base::Result<Reply> take_review(const Call& call) {
  const auto id = form_in_path(call);
  if (!id) return id.problems();
  const auto applied = app::apply_workbook(call.installation(), hand_of(call), *id, settled_in(call));
  if (!applied) return applied.problems();
  if (!applied->unchosen.empty()) return review_page(call, *id, {applied->unchosen, false});
  if (applied->moved) return review_page(call, *id, {{}, true});
  return Reply(Redirect{worksheets_path(call), "worksheet_applied"});
}

base::Result<Reply> take_discard(const Call& call) {
  const auto id = form_in_path(call);
  if (!id) return id.problems();
  const auto discarded = app::discard_workbook(call.installation(), hand_of(call), *id);
  if (!discarded) return discarded.problems();
  return Reply(Redirect{worksheets_path(call), "worksheet_discarded"});
}

}  // namespace

std::string given_words(const Call& call, std::size_t place, const assessment::GivenAnswer& given) {
  const auto& item = assessment::item_at(*call.where->plan, place);
  const std::string words = answer_words(item, given, call.texts());
  if (given.reason.empty()) return words;
  return call.texts()("returned.with_reason", {{"answer", words}, {"reason", given.reason}});
}

std::vector<Endpoint> returned_workbook_endpoints() {
  const std::string path = worksheets_pattern + "/returned/{form:id}";
  const Access writers = for_school({Right::write_all_answers, Right::write_own_answers});
  std::vector<Endpoint> all = {get(path, "returned_worksheet", writers, show_review),
                               post(path, "apply_worksheet", writers, take_review),
                               post(path + "/discard", "discard_worksheet", writers, take_discard)};
  for (Endpoint& endpoint : keyed_endpoints()) all.push_back(std::move(endpoint));
  return all;
}

}  // namespace smm::web
