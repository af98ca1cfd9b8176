// SPDX-License-Identifier: Apache-2.0
#include "web/routes/sheet_places.hpp"

#include <algorithm>

#include "app/installation/problems.hpp"
#include "web/routes/check_words.hpp"
#include "web/routes/shown_sheet.hpp"

namespace smm::web {
namespace {

using render::View;

View linked(const std::string& text, const std::string& href) {
  View view;
  view.set("text", text).set("href", href);
  return view;
}

}  // namespace

base::Problem no_such_question_page() {
  return {app::installation_problem::not_there, "There is no such question, or it is not yours"};
}

base::Problem no_such_packet_page() {
  return {app::installation_problem::not_there, "There is no such packet, or it is not yours"};
}

base::Result<std::size_t> place_in_path(const Call& call) {
  const std::uint64_t number = call.request.captures.number("number");
  if (number == 0 || number > call.where->plan->answers.size()) return no_such_question_page();
  return static_cast<std::size_t>(number - 1);
}

std::string question_path(const Call& call, std::size_t place) {
  return call.where->path() + "/questions/" + std::to_string(place + 1);
}

std::string packet_path(const Call& call, const std::string& office) {
  return call.where->path() + "/packets/" + office;
}

const std::string& office_of(const Call& call, std::size_t place) {
  const auto& plan = *call.where->plan;
  return plan.packets[plan.packet_of[place]].office;
}

const std::string& office_label(const Call& call, const std::string& office) {
  return call.where->edition->edition.office(office).label;
}

const assessment::Packet& SeenPacket::kept() const {
  return *std::ranges::find(reading.packets, plan.office, &assessment::Packet::office);
}

base::Result<SeenPacket> packet_in_path(const Call& call) {
  const auto* packet = call.where->plan->packet(call.request.captures.text("office"));
  if (packet == nullptr) return no_such_packet_page();
  auto reading = app::read_sheet(call.installation(), hand_of(call), call.now);
  if (!reading) return std::move(reading).problems();
  const bool sees = std::ranges::any_of(assessment::places_of(*packet),
                                        [&](std::size_t place) { return reading->visible[place]; });
  if (!sees) return no_such_packet_page();
  return SeenPacket{*packet, std::move(*reading)};
}

View::List open_views(const Call& call, const std::vector<std::size_t>& places,
                      const std::vector<bool>& visible) {
  View::List list;
  for (const std::size_t place : places) {
    if (!visible[place]) continue;
    const auto& question = assessment::item_at(*call.where->plan, place).wording.question;
    const std::string text =
        call.texts()("packet_acts.question", {{"n", std::to_string(place + 1)}, {"question", question}});
    list.push_back(linked(text, question_path(call, place)));
  }
  return list;
}

View::List finding_views(const Call& call, const std::vector<assessment::Finding>& findings,
                         const std::vector<bool>& visible) {
  View::List list;
  const auto& plan = *call.where->plan;
  for (const auto& finding : findings) {
    const bool sees_all = std::ranges::all_of(finding.places, [&](const auto& at) {
      const auto place = plan.find(at);
      return place && visible[*place];
    });
    if (sees_all)
      list.push_back(linked(check_words(plan, finding, call.texts()),
                            question_path(call, *plan.find(finding.places.front()))));
  }
  return list;
}

void set_open_and_checks(View& view, View::List open, View::List checks) {
  view.set("has_open", !open.empty()).set("open_items", std::move(open));
  view.set("has_checks", !checks.empty()).set("soft_checks", std::move(checks));
}

std::string person_words(const Call& call, const app::SheetReading& reading,
                         const std::optional<assessment::PersonId>& person) {
  const std::string name = reading.name_of(person);
  return name.empty() ? call.texts()("item.history.somebody") : name;
}

}  // namespace smm::web
