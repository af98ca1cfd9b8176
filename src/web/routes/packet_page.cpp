// SPDX-License-Identifier: Apache-2.0
#include "web/routes/packet_page.hpp"

#include <algorithm>

#include "app/installation/problems.hpp"
#include "assessment/soft_checks.hpp"
#include "report/points_words.hpp"
#include "web/routes/answer_form.hpp"
#include "web/routes/answer_words.hpp"
#include "web/routes/check_words.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/refusal_words.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using app::SheetReading;
using assessment::PacketPlan;
using instrument::Route;
using render::View;

// What a packet's page is made from.
struct Making {
  const Call& call;
  const PacketPage& wanted;
  const PacketPlan& packet;
  const assessment::Packet& kept;
  const SheetReading& reading;
  const app::SheetWords& words;
  const std::vector<assessment::Finding>& findings;  // soft checks, of questions that this person sees
  bool as_rows;
};

// A finding about two questions tells of both: it is for those who see both.
std::vector<assessment::Finding> seen_findings(const Call& call, const SheetReading& reading) {
  const auto& plan = *call.where->plan;
  auto findings = assessment::check_sheet(plan, reading.routed, reading.answers);
  std::erase_if(findings, [&](const assessment::Finding& finding) {
    return std::ranges::any_of(finding.places, [&](const auto& at) {
      const auto place = plan.find(at);
      return !place || !reading.visible[*place];
    });
  });
  return findings;
}

std::vector<std::string> checks_at(const Making& making, std::size_t place) {
  const auto& plan = *making.call.where->plan;
  std::vector<std::string> words;
  for (const auto& finding : making.findings) {
    const bool here = std::ranges::find(finding.places, plan.answers[place].place) != finding.places.end();
    if (here) words.push_back(check_words(plan, finding, making.call.texts()));
  }
  return words;
}

// Is the question on the page? What is not asked stays away, unless somebody answered it before it closed.
bool is_shown(const SheetReading& reading, std::size_t place) {
  if (!reading.visible[place]) return false;
  const Route route = reading.routed.routes[place];
  const auto& standing = reading.at[place];
  const bool said = standing && standing->given.state != instrument::AnswerState::not_answered;
  return route == Route::asked || route == Route::undecided || said;
}

QuestionShown shown_at(const Making& making, std::size_t place) {
  QuestionShown shown = shown_question(making.call, making.words, making.reading, place);
  shown.as_rows = making.as_rows;
  const auto instead = std::ranges::find(making.wanted.instead, place, &ShownInstead::place);
  if (instead == making.wanted.instead.end()) {
    shown.outcome.checks = checks_at(making, place);
    return shown;
  }
  shown.given = instead->given;
  shown.outcome = instead->outcome;
  return shown;
}

// A question that routing has closed keeps its place on the page, hidden, so that it can come back.
View hidden_question(std::size_t place) {
  View view;
  view.set("hidden_anchor", anchor_of(place)).set("swap", false);
  return view;
}

View place_view(const Making& making, std::size_t place) {
  View view;
  const bool shown = is_shown(making.reading, place);
  view.set("shown", shown);
  view.set("questions",
           shown ? View::List{question_view(shown_at(making, place), making.call.texts())} : View::List{});
  view.set("hidden", shown ? View(false) : hidden_question(place));
  return view;
}

View area_view(const Making& making, const assessment::PacketSection& planned) {
  const auto& edition = making.call.where->edition->edition;
  const instrument::Section& section = edition.sections[planned.section];
  View::List places;
  for (const std::size_t place : planned.answers)
    if (making.reading.visible[place]) places.push_back(place_view(making, place));
  View view;
  view.set("anchor", "area-" + section.id).set("label", section.label).set("intro", section.intro);
  view.set("domain",
           section.kind == instrument::SectionKind::area ? edition.domains[section.domain].label : "");
  view.set("places", std::move(places));
  return view;
}

bool any_visible(const Making& making, const std::vector<std::size_t>& places) {
  return std::ranges::any_of(places, [&](std::size_t place) { return making.reading.visible[place]; });
}

View side_link(const Making& making, const assessment::PacketSection& planned) {
  const auto& section = making.call.where->edition->edition.sections[planned.section];
  std::size_t asked = 0;
  std::size_t said = 0;
  for (const std::size_t place : planned.answers) {
    if (!is_shown(making.reading, place)) continue;
    ++asked;
    if (assessment::openness(making.reading.routed, place) == assessment::Openness::settled) ++said;
  }
  View view;
  view.set("label", section.label).set("href", "#area-" + section.id).set("current", false);
  view.set("count", making.call.texts()("packet.count",
                                        {{"said", std::to_string(said)}, {"asked", std::to_string(asked)}}));
  return view;
}

void set_areas(View& view, const Making& making) {
  View::List areas;
  View::List links;
  for (const auto& planned : making.packet.sections) {
    if (!any_visible(making, planned.answers)) continue;
    areas.push_back(area_view(making, planned));
    links.push_back(side_link(making, planned));
  }
  view.set("areas", std::move(areas)).set("side_links", std::move(links));
  view.set("side_label", making.call.texts()("packet.areas"));
}

// A line of the numbers sheet, "12" or "12a" and "12b".
View number_view(const Making& making, const assessment::PlannedNumber& number) {
  const std::string part = number.part == assessment::NumberPart::own          ? "a"
                           : number.part == assessment::NumberPart::comparator ? "b"
                                                                               : "";
  const auto& standing = making.reading.at[number.answer];
  const bool said = standing && standing->given.state != instrument::AnswerState::not_answered;
  View view;
  view.set("line", std::to_string(number.answer + 1) + part).set("href", "#" + anchor_of(number.answer));
  view.set("numerator", number.counts).set("denominator", number.of).set("period", number.period);
  view.set("reported", number.reported).set("done", said);
  view.set("value", said ? answer_words(making.words.questions[number.answer].item, standing->given,
                                        making.call.texts())
                         : "");
  return view;
}

void set_numbers(View& view, const Making& making) {
  View::List lines;
  for (const auto& number : making.packet.numbers)
    if (is_shown(making.reading, number.answer)) lines.push_back(number_view(making, number));
  view.set("has_numbers", !lines.empty()).set("number_lines", std::move(lines));
}

View bar_view(const Making& making) {
  const std::string label = making.call.where->edition->edition.office(making.wanted.office).label;
  View view;
  view.set("title", label).set("saved", "").set("swap", false);
  view.set("progress", progress_view(making.call.texts(), label,
                                     assessment::progress_of(making.packet, making.reading.routed)));
  return view;
}

// What comes next for the packet, for whoever may do it.
View next_step(const Making& making) {
  using assessment::PacketState;
  const bool work = making.kept.state == PacketState::in_work || making.kept.state == PacketState::returned;
  const assessment::Right right =
      work ? assessment::Right::complete_packet : assessment::Right::affirm_packet;
  const bool waits = work || making.kept.state == PacketState::complete;
  if (!waits || !assessment::allows(making.call.standing, right)) return false;
  const std::string key = work ? "packet.to_complete" : "packet.to_affirm";
  View view;
  view.set("about", making.call.texts()(key + ".about")).set("label", making.call.texts()(key + ".label"));
  view.set("href",
           making.call.where->path() + "/packets/" + making.wanted.office + (work ? "/complete" : "/affirm"));
  return view;
}

std::vector<FormError> errors_of(const Making& making) {
  std::vector<FormError> errors;
  for (const ShownInstead& each : making.wanted.instead) {
    const std::string number = std::to_string(each.place + 1);
    const render::Texts& texts = making.call.texts();
    const auto& item = assessment::item_at(*making.call.where->plan, each.place);
    const std::string what =
        each.outcome.conflict
            ? texts("packet.conflict_at", {{"n", number}})
            : texts("packet.problem_at",
                    {{"n", number},
                     {"problem", refusal_words(each.outcome.problems.front(), item, each.given, texts)}});
    errors.push_back({what, anchor_of(each.place)});
  }
  return errors;
}

bool editable(const Making& making) {
  const auto places = assessment::places_of(making.packet);
  return std::ranges::any_of(places, [&](std::size_t place) { return making.reading.writable[place]; });
}

// Beside the one that comes next: notes, and the way back.
std::vector<NextStep> side_steps(const Making& making) {
  using assessment::PacketState;
  const Call& call = making.call;
  const std::string path = call.where->path() + "/packets/" + making.wanted.office;
  const bool closed =
      making.kept.state == PacketState::complete || making.kept.state == PacketState::affirmed;
  std::vector<NextStep> steps;
  if (assessment::allows(call.standing, assessment::Right::read_notes))
    steps.push_back({call.texts()("packet_acts.steps.notes"), path + "/notes", false});
  if (closed && assessment::allows(call.standing, assessment::Right::reopen_packet))
    steps.push_back({call.texts()("packet_acts.steps.reopen"), path + "/reopen", false});
  return steps;
}

Page made(const Making& making) {
  const Call& call = making.call;
  const std::string label = call.where->edition->edition.office(making.wanted.office).label;
  Page page{"page_packet", {}};
  page.title = label;
  page.status = making.wanted.status;
  page.crumbs = {{call.where->round.title, call.where->path()}, {label, ""}};
  set_head(page.view, {label, call.texts()("packet.lead"), call.where->school.name, side_steps(making)});
  set_errors(page.view, errors_of(making));
  page.view.set("bar", bar_view(making))
      .set("form", "sheet")
      .set("save_href", call.where->path() + "/answers");
  set_numbers(page.view, making);
  set_areas(page.view, making);
  page.view.set("editable", editable(making)).set("complete", next_step(making));
  page.view.set("print_href", call.where->path() + "/worksheets");
  return page;
}

base::Result<Reply> show_packet(const Call& call) {
  return packet_page(call, {call.request.captures.text("office"), {}});
}

}  // namespace

View progress_view(const render::Texts& texts, const std::string& label,
                   const assessment::PacketProgress& progress) {
  const std::string said = std::to_string(progress.said);
  const std::string asked = std::to_string(progress.asked);
  View view;
  view.set("label", label)
      .set("value", said)
      .set("maximum", std::to_string(std::max<std::size_t>(progress.asked, 1)));
  view.set("words", texts("packet.progress", {{"said", said}, {"asked", asked}}));
  view.set("done", progress.asked > 0 && progress.said == progress.asked);
  return view;
}

View packet_tag(const render::Texts& texts, assessment::PacketState state) {
  using assessment::PacketState;
  View view;
  view.set("words", texts("packet.state." + std::string(to_string(state))));
  view.set("good", state == PacketState::affirmed).set("active", state == PacketState::complete);
  view.set("care", state == PacketState::returned).set("bad", false);
  return view;
}

std::string swapped_question(const Call& call, const app::SheetWords& words, const SheetReading& reading,
                             std::size_t place) {
  const auto& templates = call.site.pages.templates;
  if (!is_shown(reading, place)) {
    View view;
    view.set("hidden_anchor", anchor_of(place)).set("swap", true);
    return templates.render("ui_question_hidden", view);
  }
  QuestionShown shown = shown_question(call, words, reading, place);
  return templates.render("ui_question", question_view(shown, call.texts(), true));
}

base::Result<Reply> packet_page(const Call& call, const PacketPage& wanted) {
  const auto* packet = call.where->plan->packet(wanted.office);
  const auto reading = app::read_sheet(call.installation(), hand_of(call), call.now);
  if (!reading) return reading.problems();
  const bool sees =
      packet != nullptr && std::ranges::any_of(assessment::places_of(*packet),
                                               [&](std::size_t place) { return reading->visible[place]; });
  if (!sees)
    return base::Problem(app::installation_problem::not_there, "There is no such packet, or it is not yours");
  const auto kept = std::ranges::find(reading->packets, wanted.office, &assessment::Packet::office);
  const auto words = app::sheet_words(call.where->plan, call.texts());
  const auto findings = seen_findings(call, *reading);
  const Making making{call,     wanted, *packet,  *kept,
                      *reading, *words, findings, !call.request.query.value("rows").empty()};
  return Reply(made(making));
}

std::vector<Endpoint> packet_endpoints() {
  using assessment::Right;
  return {get("/rounds/{round}/schools/{school}/packets/{office:word}", "packet",
              for_school({Right::read_all_answers, Right::read_own_answers}), show_packet)};
}

}  // namespace smm::web
