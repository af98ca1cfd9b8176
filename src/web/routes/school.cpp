// SPDX-License-Identifier: Apache-2.0
// One school in one round: where it stands, its log, and letting the office look.
#include <algorithm>

#include "app/paper/keyed_form.hpp"
#include "app/rounds/outside_views.hpp"
#include "web/routes/area_label.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/packet_page.hpp"
#include "web/session/answering.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using app::SheetReading;
using assessment::ParticipationState;
using assessment::Right;
using render::View;

const std::string base_pattern = "/rounds/{round}/schools/{school}";

bool may(const Call& call, Right right) {
  return assessment::allows(call.standing, right);
}

std::string lead_key(const Call& call) {
  const auto& part = call.where->participation;
  const bool alone = part.solo && part.state == ParticipationState::accepted;
  return "school.lead." + (alone ? "accepted_solo" : std::string(to_string(part.state)));
}

bool sheet_in_work(const Call& call) {
  const auto state = call.where->participation.state;
  return state == ParticipationState::accepted || state == ParticipationState::reopened;
}

// ---- The steps of the whole: accept, answer, affirm, attest.

std::size_t affirmed_packets(const SheetReading& reading) {
  return static_cast<std::size_t>(
      std::ranges::count(reading.packets, assessment::PacketState::affirmed, &assessment::Packet::state));
}

std::size_t current_step(const Call& call, const SheetReading& reading) {
  if (call.where->participation.state == ParticipationState::submitted) return 4;
  if (!sheet_in_work(call)) return 0;
  if (affirmed_packets(reading) == reading.packets.size()) return 3;
  return affirmed_packets(reading) > 0 ? 2 : 1;
}

void set_steps(View& view, const Call& call, const SheetReading& reading) {
  const std::size_t now = current_step(call, reading);
  View::List steps;
  std::size_t number = 0;
  for (const char* key :
       {"school.steps.accept", "school.steps.answer", "school.steps.affirm", "school.steps.attest"}) {
    View step;
    step.set("no", std::to_string(number + 1)).set("label", call.texts()(key));
    step.set("done", number < now).set("current", number == now);
    steps.push_back(std::move(step));
    ++number;
  }
  view.set("steps_label", call.texts()("school.steps.label")).set("steps", std::move(steps));
}

assessment::PacketProgress whole_progress(const Call& call, const SheetReading& reading) {
  assessment::PacketProgress whole;
  for (const auto& packet : call.where->plan->packets) {
    const auto one = assessment::progress_of(packet, reading.routed);
    whole.asked += one.asked;
    whole.said += one.said;
    whole.waiting += one.waiting;
  }
  return whole;
}

// ---- Packets.

std::string names_of(const Call& call, const SheetReading& reading, const assessment::PacketPlan& packet) {
  std::string names;
  for (const auto& assignment : reading.assignments) {
    const bool here = std::ranges::any_of(assessment::places_of(packet), [&](std::size_t place) {
      const auto& edition = call.where->edition->edition;
      return assessment::covers(assignment, edition, edition.items[call.where->plan->answers[place].item]);
    });
    const std::string name = reading.name_of(assignment.person);
    if (here && names.find(name) == std::string::npos) names += (names.empty() ? "" : ", ") + name;
  }
  return names.empty() ? call.texts()("school.nobody") : names;
}

std::string packet_words(const Call& call, const SheetReading& reading, std::size_t at) {
  const auto& kept = reading.packets[at];
  const std::string affirmer = reading.name_of(kept.affirmer);
  const auto& texts = call.texts();
  std::string words =
      texts("school.packet", {{"authors", names_of(call, reading, call.where->plan->packets[at])},
                              {"affirmer", affirmer.empty() ? texts("school.nobody") : affirmer}});
  if (kept.due) words += " " + texts("school.due", {{"day", *kept.due}});
  return words;
}

View action_view(const std::string& label, const std::string& href) {
  View view;
  view.set("label", label).set("href", href);
  return view;
}

// After the office opened the sheet, packets stay closed until somebody takes them back.
bool waits_to_be_taken_back(const Call& call, const assessment::Packet& packet) {
  using assessment::PacketState;
  const bool closed = packet.state == PacketState::complete || packet.state == PacketState::affirmed;
  return closed && call.where->participation.state == ParticipationState::reopened &&
         may(call, Right::reopen_packet);
}

View packet_view(const Call& call, const SheetReading& reading, std::size_t at) {
  const auto& planned = call.where->plan->packets[at];
  const std::string path = call.where->path() + "/packets/" + planned.office;
  const std::string label = call.where->edition->edition.office(planned.office).label;
  View::List actions;
  if (waits_to_be_taken_back(call, reading.packets[at]))
    actions.push_back(action_view(call.texts()("packet_acts.steps.reopen"), path + "/reopen"));
  if (may(call, Right::assign))
    actions.push_back(action_view(call.texts()("school.hand_out"), path + "/hand-out"));
  View view;
  view.set("title", label).set("href", path).set("text", packet_words(call, reading, at));
  view.set("tag", packet_tag(call.texts(), reading.packets[at].state));
  view.set("progress", progress_view(call.texts(), label, assessment::progress_of(planned, reading.routed)));
  view.set("late", reading.packets[at].state == assessment::PacketState::returned);
  view.set("actions", std::move(actions));
  return view;
}

void set_packets(View& view, const Call& call, const SheetReading& reading) {
  const auto seen = assessment::visible_packets(*call.where->plan, reading.visible);
  const bool progress_only = may(call, Right::see_progress);
  View::List packets;
  for (std::size_t at = 0; at < call.where->plan->packets.size(); ++at) {
    const bool visible = std::ranges::find(seen, call.where->plan->packets[at].office) != seen.end();
    if (visible || progress_only) packets.push_back(packet_view(call, reading, at));
  }
  const bool shown = sheet_in_work(call) || call.where->participation.state == ParticipationState::submitted;
  view.set("has_packets", shown && !packets.empty()).set("packets", std::move(packets));
  view.set("no_packets",
           empty_view(call.texts()("school.no_packets"), call.texts()("school.no_packets_text")));
}

// ---- What is next, facts, links.

View next_view(const std::string& title, const std::string& text, const std::string& label,
               const std::string& href) {
  View action = false;
  if (!href.empty()) action = action_view(label, href);
  View view;
  view.set("title", title).set("text", text).set("action", std::move(action));
  return view;
}

View next_step(const Call& call, const SheetReading& reading) {
  const auto& texts = call.texts();
  const std::string path = call.where->path();
  const auto state = call.where->participation.state;
  const auto said = [&](const std::string& key, const std::string& href) {
    const std::string label = href.empty() ? "" : texts(key + ".label");
    return next_view(texts(key + ".title"), texts(key + ".text"), label, href);
  };
  const bool invited = state == ParticipationState::invited || state == ParticipationState::declined;
  if (invited && may(call, Right::accept)) return said("school.next.accept", path + "/accept");
  if (!sheet_in_work(call)) return false;
  const bool all = affirmed_packets(reading) == reading.packets.size();
  const bool taken_back = std::ranges::any_of(
      reading.packets, [&](const auto& packet) { return waits_to_be_taken_back(call, packet); });
  if (taken_back && all)
    return said("school.next.take_back", may(call, Right::attest) ? path + "/submit" : "");
  if ((all || call.where->participation.solo) && may(call, Right::attest))
    return said("school.next.submit", path + "/submit");
  if (reading.assignments.empty() && may(call, Right::assign) && !call.where->participation.solo)
    return said("school.next.hand_out", path + "/people");
  return false;
}

View fact_view(const std::string& term, const std::string& value) {
  View view;
  view.set("term", term).set("value", value).set("action", false);
  return view;
}

std::string people_with(const SheetReading& reading, assessment::SchoolRole role) {
  std::string names;
  for (const auto& member : reading.memberships)
    if (member.role == role) names += (names.empty() ? "" : ", ") + reading.name_of(member.person);
  return names;
}

std::string area_labels(const Call& call) {
  std::string labels;
  for (const std::string& id : call.where->participation.priorities)
    labels += (labels.empty() ? "" : ", ") + area_label(call.where->edition->edition, id);
  return labels;
}

View facts_view(const Call& call, const SheetReading& reading) {
  const auto& texts = call.texts();
  const auto& part = call.where->participation;
  View::List pairs;
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) pairs.push_back(fact_view(texts(key), value));
  };
  add("school.facts.dean", people_with(reading, assessment::SchoolRole::dean));
  add("school.facts.coordinator", people_with(reading, assessment::SchoolRole::coordinator));
  add("school.facts.last_day", call.where->round.last_day + ", " + call.where->round.zone);
  add("school.facts.mode", texts(part.solo ? "school.mode.solo" : "school.mode.together"));
  add("school.facts.priorities", area_labels(call));
  if (part.submitted_at) add("school.facts.submitted", full_time(call, *part.submitted_at));
  return pairs;
}

bool was_in_an_earlier_round(const Call& call) {
  bool was = false;
  call.installation().database.read([&](app::Records& records) {
    was = std::ranges::any_of(records.rounds.all(), [&](const assessment::Round& round) {
      if (round.practice || round.closes >= call.where->round.closes) return false;
      const auto part = records.rounds.participation({round.id, call.where->school.id}, false);
      return part && part->state == ParticipationState::submitted;
    });
  });
  return was;
}

View links_view(const Call& call) {
  const std::string path = call.where->path();
  View::List links;
  const auto add = [&](Right right, const char* key, const char* below) {
    if (may(call, right)) links.push_back(action_view(call.texts()(key), path + below));
  };
  add(Right::assign, "school.links.people", "/people");
  if (sheet_in_work(call) && was_in_an_earlier_round(call))
    add(may(call, Right::write_all_answers) ? Right::write_all_answers : Right::write_own_answers,
        "carried.title", "/earlier");
  add(Right::attest, "school.links.submit", "/submit");
  const auto round = call.where->round.state;
  if (round == assessment::RoundState::frozen) {
    add(Right::read_report, "school.links.report", "/report");
    add(Right::read_plan, "plan.title", "/plan");
    add(Right::compare, "school.links.compare", "/compare");
  }
  if (round == assessment::RoundState::checking)
    add(may(call, Right::ask_check) ? Right::ask_check : Right::settle_check, "school.links.checks",
        "/checks");
  add(Right::tend_graduates, "graduates.title", "/graduates");
  if (call.where->participation.state == ParticipationState::submitted)
    add(Right::attest, "badge.title", "/badge");
  add(may(call, Right::read_all_answers) ? Right::read_all_answers : Right::read_own_answers,
      "school.links.worksheets", "/worksheets");
  if (app::may_key(call.standing)) links.push_back(action_view(call.texts()("keyed.title"), path + "/keyed"));
  add(Right::download, "school.links.downloads", "/downloads");
  add(Right::print_flagged, "school.links.counsel", "/counsel");
  add(Right::manage_notes, "notes.fate.title", "/notes");
  if (call.where->participation.accepted_at) {
    add(Right::accept, "school.links.agreement", "/agreement");
    add(Right::offer_story, "stories.title", "/stories");
  }
  add(Right::grant_support, "school.links.support", "/support");
  add(Right::read_school_log, "school.links.log", "/log");
  return links;
}

base::Result<Reply> show_school(const Call& call) {
  const auto reading = app::read_sheet(call.installation(), hand_of(call), call.now);
  if (!reading) return reading.problems();
  const auto& texts = call.texts();
  Page page{"page_school", {}, call.where->school.name};
  set_head(page.view, {call.where->school.name, texts(lead_key(call)), call.where->round.title});
  set_steps(page.view, call, *reading);
  page.view.set("overall", sheet_in_work(call)
                               ? progress_view(texts, texts("school.overall"), whole_progress(call, *reading))
                               : View(false));
  page.view.set("next", next_step(call, *reading));
  set_packets(page.view, call, *reading);
  page.view.set("facts_title", texts("school.facts.title")).set("pairs", facts_view(call, *reading));
  page.view.set("side_links_title", texts("school.links.title")).set("links", links_view(call));
  return Reply(std::move(page));
}

// ---- Letting the office look.

base::Result<Reply> show_support(const Call& call) {
  const auto& texts = call.texts();
  bool open = false;
  call.installation().database.read([&](app::Records& records) {
    const auto views = records.rounds.granted_views(call.where->key(), call.now);
    open = std::ranges::any_of(views, [](const auto& view) { return !view.stewardship; });
  });
  FormPage form{
      {texts("support.title"), texts(open ? "support.open" : "support.lead"), call.where->school.name},
      call.where->path() + (open ? "/support/end" : "/support"),
      texts(open ? "support.end" : "support.grant")};
  form.cancel_href = call.where->path();
  return Reply(form_page(std::move(form)));
}

base::Result<Reply> take_support(const Call& call) {
  const auto granted = app::grant_support(call.installation(), *call.actor, *call.where);
  if (!granted) return granted.problems();
  return Reply(Redirect{call.where->path() + "/support", "support_granted"});
}

base::Result<Reply> take_support_end(const Call& call) {
  const auto ended = app::end_support(call.installation(), *call.actor, *call.where);
  if (!ended) return ended.problems();
  return Reply(Redirect{call.where->path() + "/support", "support_ended"});
}

// ---- The school's log.

std::string actor_name(app::Records& records, const std::string& actor) {
  const auto id = assessment::PersonId::parse(actor);
  const auto person = id ? records.people.by_id(*id) : std::nullopt;
  return person ? person->name : actor;
}

base::Result<Reply> show_log(const Call& call) {
  const auto& texts = call.texts();
  constexpr std::int64_t most = 500;
  std::vector<TableRowShown> rows;
  call.installation().database.read([&](app::Records& records) {
    rows.clear();
    const std::string chain = call.where->school.id.text();
    std::int64_t last = 0;
    for (const auto& head : records.audit.heads())
      if (head.chain == chain) last = head.number;
    for (const auto& kept : records.audit.entries(chain, std::max<std::int64_t>(1, last - most + 1), most))
      rows.push_back({full_time(call, kept.at),
                      "",
                      {{actor_name(records, kept.entry.actor)},
                       {kept.entry.action},
                       {kept.entry.subject},
                       {kept.entry.detail}}});
  });
  std::ranges::reverse(rows);
  Page page = list_page(
      {texts("log.title"), texts("log.lead"), call.where->school.name}, texts("log.title"),
      {texts("log.at"), texts("log.who"), texts("log.what"), texts("log.subject"), texts("log.detail")}, rows,
      texts("log.nothing"));
  page.crumbs = {{call.where->round.title, call.where->path()}, {texts("log.title"), ""}};
  return Reply(std::move(page));
}

}  // namespace

std::vector<Endpoint> school_endpoints() {
  return {
      get(base_pattern, "school", for_school(Right::see_school), show_school),
      get(base_pattern + "/support", "support_form", for_school(Right::grant_support), show_support),
      post(base_pattern + "/support", "grant_support", for_school(Right::grant_support), take_support),
      post(base_pattern + "/support/end", "end_support", for_school(Right::grant_support), take_support_end),
      get(base_pattern + "/log", "school_log", for_school(Right::read_school_log), show_log),
  };
}

}  // namespace smm::web
