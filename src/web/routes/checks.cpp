// SPDX-License-Identifier: Apache-2.0
// Questions of the data steward about answers, while a round is checked: asked on one page, settled on the
// same by the school.
#include <algorithm>

#include "app/installation/problems.hpp"
#include "app/releasing/check_questions.hpp"
#include "app/releasing/problems.hpp"
#include "assessment/problems.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/sheet_places.hpp"
#include "web/routes/shown_sheet.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using assessment::CheckState;
using assessment::Right;
using render::View;

std::string checks_path(const Call& call) {
  return call.where->path() + "/checks";
}

std::string question_words(const Call& call, std::size_t place) {
  return std::to_string(place + 1) + ". " + assessment::item_at(*call.where->plan, place).wording.question;
}

bool may_settle(const Call& call, const app::OpenedQuestion& question) {
  return question.kept.state == CheckState::open && assessment::allows(call.standing, Right::settle_check);
}

View asked_view(const Call& call, const app::OpenedQuestion& question) {
  const auto place = call.where->plan->find(question.kept.place);
  const std::string state(to_string(question.kept.state));
  View view;
  view.set("about", place ? question_words(call, *place) : question.kept.place.item);
  view.set("text", question.text).set("reply", question.reply);
  view.set("told", call.texts()("checks.asked",
                                {{"name", question.asked_by}, {"time", full_time(call, question.kept.at)}}));
  view.set("tag", tag_view({call.texts()("checks.state." + state), question.kept.state != CheckState::open,
                            question.kept.state == CheckState::open}));
  view.set("may_settle", may_settle(call, question));
  view.set("id", question.kept.id.text()).set("action", checks_path(call) + "/" + question.kept.id.text());
  return view;
}

View::List asking_fields(const Call& call, const std::string& error) {
  std::vector<Box> boxes;
  const std::string chosen(call.form.fields.value("place"));
  for (std::size_t place = 0; place < call.where->plan->answers.size(); ++place)
    boxes.push_back(
        {std::to_string(place), question_words(call, place), "", chosen == std::to_string(place)});
  return {select_field({.name = "place", .label = call.texts()("checks.place")}, boxes),
          area_field({.name = "text",
                      .label = call.texts()("checks.text"),
                      .value = std::string(call.form.fields.value("text")),
                      .hint = call.texts()("checks.text_hint"),
                      .error = error},
                     4)};
}

base::Result<Reply> checks_page(const Call& call, const std::string& error) {
  const auto questions = app::opened_questions(call.installation(), *call.where);
  if (!questions) return questions.problems();
  const std::string title = call.texts()("checks.title");
  Page page{"page_checks", {}, title, {{call.where->round.title, call.where->path()}, {title, ""}}};
  page.status = error.empty() ? 200 : 422;
  const bool asking = assessment::allows(call.standing, Right::ask_check);
  set_head(page.view,
           {title, call.texts()(asking ? "checks.lead_steward" : "checks.lead"), call.where->school.name});
  std::vector<FormError> errors;
  if (!error.empty()) errors.push_back({error, asking ? "text" : "main"});
  set_errors(page.view, errors);
  page.view.set("has_questions", !questions->empty());
  page.view.set("questions",
                render::views(*questions, [&](const auto& each) { return asked_view(call, each); }));
  page.view.set("nothing", empty_view(call.texts()("checks.none"), call.texts()("checks.none_text")));
  page.view.set("asking", asking).set("ask_action", checks_path(call));
  set_fields(page.view, asking ? asking_fields(call, error) : View::List{});
  return Reply(std::move(page));
}

base::Result<Reply> show_checks(const Call& call) {
  return checks_page(call, "");
}

bool is_of_words(const base::Problems& problems) {
  return problems.front().code == app::releasing_problem::question_text.code;
}

std::optional<assessment::AnswerPlace> place_of_form(const Call& call) {
  const std::string given(call.form.fields.value("place"));
  const auto& answers = call.where->plan->answers;
  for (std::size_t place = 0; place < answers.size(); ++place)
    if (std::to_string(place) == given) return answers[place].place;
  return std::nullopt;
}

base::Result<Reply> ask(const Call& call) {
  const auto place = place_of_form(call);
  if (!place) return base::Problem(assessment::problem::not_yours, "There is no such question on this sheet");
  const auto asked = app::ask_school(call.installation(), call.site.pages, hand_of(call), *place,
                                     std::string(call.form.fields.value("text")));
  if (asked) return Reply(Redirect{checks_path(call), "check_asked"});
  if (!is_of_words(asked.problems())) return asked.problems();
  return checks_page(call, asked.problems().front().sentence);
}

base::Result<Reply> settle(const Call& call) {
  const auto id = assessment::CheckQuestionId::parse(call.request.captures.text("question"));
  if (!id) return base::Problem(app::releasing_problem::question_settled, "There is no such question");
  const std::string reply(call.form.fields.value("reply"));
  const bool corrects = call.form.fields.value("act") == "correct";
  const auto done = corrects ? app::correct_answer(call.installation(), hand_of(call), *id, reply)
                             : app::answer_stands(call.installation(), hand_of(call), *id, reply);
  if (done)
    return Reply(Redirect{corrects ? call.where->path() : checks_path(call),
                          corrects ? "check_correct" : "check_stands"});
  if (!is_of_words(done.problems())) return done.problems();
  return checks_page(call, done.problems().front().sentence);
}

// ---- For the office: which question of which sheet, and how it stands.

base::Result<Reply> show_round_checks(const Call& call) {
  std::vector<TableRowShown> rows;
  const auto title_of_round = app::look<std::string>(
      call.installation().database, [&](app::Records& records) -> base::Result<std::string> {
        const auto round = records.rounds.by_code(call.request.captures.text("round"));
        if (!round) return base::Problem(app::installation_problem::not_there, "There is no such round");
        rows.clear();
        for (const auto& question : records.releases.questions(round->id)) {
          const auto school = records.schools.by_id(question.sheet.school);
          const std::string state(to_string(question.state));
          rows.push_back({school ? school->name : "",
                          "",
                          {{question.place.item},
                           {call.texts()("checks.state." + state)},
                           {utc_time(call, question.at)}}});
        }
        return round->title;
      });
  if (!title_of_round) return title_of_round.problems();
  const auto& texts = call.texts();
  const Head head{texts("checks.title"), texts("checks.lead_office"), *title_of_round};
  return Reply(
      list_page(head, texts("checks.title"),
                {texts("office.school"), texts("checks.item"), texts("office.state"), texts("checks.when")},
                rows, texts("checks.none")));
}

}  // namespace

std::vector<Endpoint> check_endpoints() {
  const std::string path = "/rounds/{round}/schools/{school}/checks";
  return {get(path, "checks", for_school(std::vector{Right::settle_check, Right::ask_check}), show_checks),
          post(path, "ask_check", for_school(Right::ask_check), ask),
          post(path + "/{question:word}", "settle_check", for_school(Right::settle_check), settle),
          get("/office/rounds/{round:word}/checks", "round_checks", for_office(Right::see_progress),
              show_round_checks)};
}

}  // namespace smm::web
