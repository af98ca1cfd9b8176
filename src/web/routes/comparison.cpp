// SPDX-License-Identifier: Apache-2.0
// A school beside its profession, beside peers it picks, and beside all participants, once its round is
// frozen. Everything here about others comes out of the release; the own scores are those that were attested.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/installation/problems.hpp"
#include "app/releasing/compare_school.hpp"
#include "benchmark/problems.hpp"
#include "benchmark/release_files.hpp"
#include "web/http/attachment.hpp"
#include "web/routes/comparison_words.hpp"
#include "web/routes/endpoints.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using assessment::Right;
using benchmark::ComparedRow;
using benchmark::Comparison;
using benchmark::NormLevel;
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

std::optional<benchmark::PeerChoice> chosen_peers(const Call& call) {
  benchmark::PeerChoice choice;
  for (const auto& parameter : call.request.query)
    if (parameter.name == "peer" && !parameter.value.empty()) choice.school_ids.push_back(parameter.value);
  for (const FrameFilter& filter : frame_filters) {
    const std::string value(call.request.query.value(filter.name));
    if (!value.empty()) choice.conditions.emplace_back(filter.name, value);
  }
  if (choice.school_ids.empty() && choice.conditions.empty()) return std::nullopt;
  return choice;
}

// ---- Rows.

std::string label_of(const Call& call, const ComparedRow& row) {
  const auto& edition = call.where->edition->edition;
  for (const auto& section : edition.sections)
    if (row.level == NormLevel::area && section.id == row.id) return section.label;
  for (const auto& domain : edition.domains)
    if (row.level == NormLevel::domain && domain.id == row.id) return domain.label;
  return call.texts()("comparison.overall");
}

View compared_view(const Call& call, const ComparedRow& row) {
  const render::Texts& texts = call.texts();
  View view;
  view.set("label", label_of(call, row)).set("domain", row.level != NormLevel::area);
  view.set("own", row.own ? shown_points(*row.own) : texts("comparison.no_score"));
  view.set("mean", mean_words(texts, row)).set("band", band_words(texts, row));
  view.set("peers", row.peers ? shown_points(row.peers->mean) : std::string());
  view.set("all", row.all_participants ? shown_points(*row.all_participants) : std::string());
  view.set("standing", standing_words(texts, row)).set("reasons", reason_words(texts, row));
  return view;
}

View profession_view(const Call& call, const Comparison& compared) {
  const auto& professions = call.where->edition->edition.professions;
  const auto named = std::ranges::find(professions, compared.profession, &instrument::Profession::id);
  const std::string label = named == professions.end() ? compared.profession : named->label;
  View view;
  view.set("profession", label).set("release", compared.release);
  view.set("state", call.texts()("comparison.state." + compared.state, {{"profession", label}}));
  view.set("caption", call.texts()("comparison.caption", {{"profession", label}}));
  const auto with_peers =
      std::ranges::find_if(compared.rows, [](const auto& row) { return row.peers.has_value(); });
  view.set("behind", with_peers == compared.rows.end() ? "" : peers_words(call.texts(), *with_peers->peers));
  view.set("promise", promise_words(call.texts(), compared));
  view.set("has_rows", !compared.rows.empty());
  view.set("rows", render::views(compared.rows, [&](const auto& row) { return compared_view(call, row); }));
  return view;
}

// ---- Picking peers.

std::vector<Box> filter_boxes(const Call& call, const FrameFilter& filter,
                              const std::vector<benchmark::FrameRow>& frame) {
  std::set<std::string> values;
  for (const auto& row : frame) values.insert(row.*filter.value);
  const std::string chosen(call.request.query.value(filter.name));
  std::vector<Box> boxes = {{"", call.texts()("comparison.any")}};
  for (const std::string& value : values) boxes.push_back({value, value, "", value == chosen});
  return boxes;
}

View::List peer_fields(const Call& call, const app::SchoolComparison& compared) {
  View::List fields;
  for (const FrameFilter& filter : frame_filters)
    fields.push_back(select_field({.name = filter.name,
                                   .label = call.texts()("comparison.filter." + std::string(filter.name)),
                                   .optional = true},
                                  filter_boxes(call, filter, compared.frame)));
  return fields;
}

View::List list_fields(const Call& call, const app::SchoolComparison& compared) {
  std::set<std::string> chosen;
  for (const auto& parameter : call.request.query)
    if (parameter.name == "peer") chosen.insert(parameter.value);
  std::vector<Box> boxes;
  for (const auto& each : compared.participants)
    boxes.push_back({each.code, each.name, "", chosen.contains(each.code)});
  return {boxes_field({.name = "peer",
                       .label = call.texts()("comparison.list"),
                       .hint = call.texts()("comparison.list_hint")},
                      boxes)};
}

void set_picking(View& view, const Call& call, const app::SchoolComparison& compared) {
  set_fields(view, peer_fields(call, compared));
  View list;
  set_fields(list, list_fields(call, compared));
  const bool any =
      std::ranges::any_of(call.request.query, [](const auto& each) { return each.name == "peer"; });
  view.set("listing", std::move(list))
      .set("list_open", any)
      .set("pick_action", call.where->path() + "/compare");
}

// ---- The page.

// What a person can mend by picking otherwise.
bool is_about_peers(const base::Problems& problems) {
  return std::ranges::all_of(problems, [](const base::Problem& problem) {
    return problem.code == benchmark::problem::too_few_peers.code ||
           problem.code == benchmark::problem::school_unknown.code;
  });
}

base::Result<Reply> show_comparison(const Call& call) {
  auto compared = app::compare_school(call.installation(), *call.where, chosen_peers(call));
  base::Problems refused;
  if (!compared && is_about_peers(compared.problems())) {
    refused = compared.problems();
    compared = app::compare_school(call.installation(), *call.where, std::nullopt);
  }
  if (!compared) return std::move(compared).problems();
  const std::string title = call.texts()("comparison.title");
  Page page{"page_comparison", {}, title, {{call.where->round.title, call.where->path()}, {title, ""}}};
  page.status = refused.empty() ? 200 : 422;
  set_head(page.view, {title, call.texts()("comparison.lead"), call.where->school.name});
  std::vector<FormError> errors;
  for (const auto& problem : refused) errors.push_back({problem.sentence, "control"});
  set_errors(page.view, errors);
  page.view.set("professions", render::views(compared->professions,
                                             [&](const auto& each) { return profession_view(call, *each); }));
  set_picking(page.view, call, *compared);
  View::List files;
  for (const char* name :
       {"release.json", "blocks.csv", "table.csv", "norms.csv", "spread.csv", "items.csv"}) {
    View file;
    file.set("label", name).set("href", call.where->path() + "/release/" + name);
    files.push_back(std::move(file));
  }
  page.view.set("files", std::move(files));
  return Reply(std::move(page));
}

base::Result<Reply> release_file(const Call& call) {
  const auto release = app::release_of_round(call.installation(), call.where->round);
  if (!release) return release.problems();
  const std::string wanted = call.request.captures.text("file");
  for (auto& file : benchmark::files_of(*release))
    if (file.name == wanted)
      return Reply(Raw{http::attachment(std::move(file.bytes),
                                        wanted.ends_with(".json") ? "application/json" : "text/csv",
                                        call.where->round.code + "-" + wanted)});
  return base::Problem(app::installation_problem::not_there, "The release has no file of this name");
}

}  // namespace

std::vector<Endpoint> comparison_endpoints() {
  const std::string path = "/rounds/{round}/schools/{school}";
  return {get(path + "/compare", "comparison", for_school(Right::compare), show_comparison),
          get(path + "/release/{file:word}", "release_file", for_school(Right::compare), release_file)};
}

}  // namespace smm::web
