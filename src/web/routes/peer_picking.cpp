// SPDX-License-Identifier: Apache-2.0
#include "web/routes/peer_picking.hpp"

#include <algorithm>
#include <set>

#include "benchmark/problems.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using render::View;

// What may be filtered by, as the frame names it.
struct FrameFilter {
  const char* name;
  std::string benchmark::FrameRow::*value;
};
constexpr FrameFilter frame_filters[] = {{"control", &benchmark::FrameRow::control},
                                         {"division", &benchmark::FrameRow::division},
                                         {"size", &benchmark::FrameRow::size},
                                         {"carnegie", &benchmark::FrameRow::carnegie},
                                         {"locale", &benchmark::FrameRow::locale}};

bool chooses_peers(const http::Parameter& parameter) {
  return !parameter.value.empty() &&
         (parameter.name == "peer" || std::ranges::any_of(frame_filters, [&](const FrameFilter& filter) {
            return parameter.name == filter.name;
          }));
}

std::vector<Box> filter_boxes(const Call& call, const FrameFilter& filter,
                              const std::vector<benchmark::FrameRow>& frame) {
  std::set<std::string> values;
  for (const auto& row : frame) values.insert(row.*filter.value);
  const std::string chosen(call.request.query.value(filter.name));
  std::vector<Box> boxes = {{"", call.texts()("comparison.any")}};
  for (const std::string& value : values) boxes.push_back({value, value, "", value == chosen});
  return boxes;
}

View::List peer_fields(const Call& call, const app::PeersToPick& peers) {
  View::List fields;
  for (const FrameFilter& filter : frame_filters)
    fields.push_back(select_field({.name = filter.name,
                                   .label = call.texts()("comparison.filter." + std::string(filter.name)),
                                   .optional = true},
                                  filter_boxes(call, filter, peers.frame)));
  return fields;
}

View::List list_fields(const Call& call, const app::PeersToPick& peers) {
  std::set<std::string> chosen;
  for (const auto& parameter : call.request.query)
    if (parameter.name == "peer") chosen.insert(parameter.value);
  std::vector<Box> boxes;
  for (const auto& each : peers.participants)
    boxes.push_back({each.code, each.name, "", chosen.contains(each.code)});
  return {boxes_field({.name = "peer",
                       .label = call.texts()("comparison.list"),
                       .hint = call.texts()("comparison.list_hint")},
                      boxes)};
}

}  // namespace

std::optional<benchmark::PeerChoice> chosen_peers(const http::Parameters& given) {
  benchmark::PeerChoice choice;
  for (const auto& parameter : given)
    if (parameter.name == "peer" && !parameter.value.empty()) choice.school_ids.push_back(parameter.value);
  for (const FrameFilter& filter : frame_filters) {
    const std::string value(given.value(filter.name));
    if (!value.empty()) choice.conditions.emplace_back(filter.name, value);
  }
  if (choice.school_ids.empty() && choice.conditions.empty()) return std::nullopt;
  return choice;
}

std::vector<http::Parameter> peer_parameters(const http::Parameters& given) {
  std::vector<http::Parameter> chosen;
  for (const auto& parameter : given)
    if (chooses_peers(parameter)) chosen.push_back(parameter);
  return chosen;
}

bool is_about_peers(const base::Problems& problems) {
  return std::ranges::all_of(problems, [](const base::Problem& problem) {
    return problem.code == benchmark::problem::too_few_peers.code ||
           problem.code == benchmark::problem::school_unknown.code;
  });
}

void set_picking(View& view, const Call& call, const app::PeersToPick& peers, const std::string& action) {
  set_fields(view, peer_fields(call, peers));
  View list;
  set_fields(list, list_fields(call, peers));
  const bool any =
      std::ranges::any_of(call.request.query, [](const auto& each) { return each.name == "peer"; });
  view.set("listing", std::move(list)).set("list_open", any).set("pick_action", action);
}

}  // namespace smm::web
