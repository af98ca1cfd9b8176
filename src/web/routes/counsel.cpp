// SPDX-License-Identifier: Apache-2.0
// The questions that are marked for counsel, with answers and citations as they stand, to be printed.
#include "app/answering/evidence.hpp"
#include "app/answering/read_sheet.hpp"
#include "web/routes/answer_words.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/shown_sheet.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using render::View;

View::List evidence_lines(const std::vector<app::Evidence>& pieces, std::size_t place) {
  View::List lines;
  for (const app::Evidence& piece : pieces) {
    if (piece.place != place || piece.removed) continue;
    View line;
    line.set("text", piece.name);
    lines.push_back(std::move(line));
  }
  return lines;
}

View flagged_view(const Call& call, const app::SheetWords& words, const app::SheetReading& reading,
                  const std::vector<app::Evidence>& pieces, std::size_t place) {
  const report::Question& question = words.questions[place];
  const auto& standing = reading.at[place];
  const assessment::GivenAnswer given = standing ? standing->given : assessment::GivenAnswer();
  const bool answered = given.state == instrument::AnswerState::answered;
  const std::string answer = answer_words(question.item, given, call.texts());
  View::List evidence = evidence_lines(pieces, place);
  View view;
  view.set("number", std::to_string(place + 1)).set("question", question.item.wording.question);
  view.set("legal", question.item.legal).set("route", question.route).set("reason", given.reason);
  view.set("answer", answered ? answer : "").set("state", answered ? "" : answer);
  view.set("has_evidence", !evidence.empty()).set("evidence", std::move(evidence));
  return view;
}

View nothing_flagged(const Call& call) {
  View view;
  view.set("title", call.texts()("counsel.none_title")).set("text", call.texts()("counsel.none"));
  view.set("action", false);
  return view;
}

base::Result<Reply> show_counsel(const Call& call) {
  const auto reading = app::read_sheet(call.installation(), hand_of(call), call.now);
  if (!reading) return reading.problems();
  const auto pieces = app::evidence_seen(call.installation(), hand_of(call));
  if (!pieces) return pieces.problems();
  const auto words = app::sheet_words(call.where->plan, call.texts());
  View::List questions;
  for (std::size_t place = 0; place < call.where->plan->answers.size(); ++place)
    if (reading->visible[place] && !words->questions[place].item.legal.empty())
      questions.push_back(flagged_view(call, *words, *reading, *pieces, place));
  const std::string title = call.texts()("counsel.title");
  Page page{"page_counsel", {}, title, {{call.where->round.title, call.where->path()}, {title, ""}}};
  set_head(page.view, {title, call.texts()("counsel.lead", {{"school", call.where->school.name},
                                                            {"round", call.where->round.title},
                                                            {"time", full_time(call, call.now)}})});
  page.view.set("has_questions", !questions.empty()).set("questions", std::move(questions));
  page.view.set("nothing", nothing_flagged(call)).set("warning", call.texts()("counsel.warning"));
  return Reply(std::move(page));
}

}  // namespace

std::vector<Endpoint> counsel_endpoints() {
  return {get("/rounds/{round}/schools/{school}/counsel", "counsel",
              for_school(assessment::Right::print_flagged), show_counsel)};
}

}  // namespace smm::web
