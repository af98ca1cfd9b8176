// SPDX-License-Identifier: Apache-2.0
// A school beside its profession, beside peers it picks, and beside all participants, once its round is
// frozen. Everything here about others comes out of the release; the own scores are those that were attested.
#include <fmt/format.h>

#include <algorithm>

#include "app/installation/problems.hpp"
#include "app/releasing/compare_school.hpp"
#include "benchmark/release_files.hpp"
#include "web/http/attachment.hpp"
#include "web/routes/comparison_words.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/peer_picking.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using assessment::Right;
using benchmark::ComparedRow;
using benchmark::Comparison;
using benchmark::NormLevel;
using render::View;

// ---- Rows.

View compared_view(const Call& call, const ComparedRow& row) {
  const render::Texts& texts = call.texts();
  View view;
  view.set("label", label_of_level(call.texts(), call.where->edition->edition, row.level, row.id))
      .set("domain", row.level != NormLevel::area);
  view.set("own", row.own ? shown_points(*row.own) : texts("comparison.no_score"));
  view.set("mean", mean_words(texts, row)).set("band", band_words(texts, row));
  view.set("peers", row.peers ? shown_points(row.peers->mean) : std::string());
  view.set("all", row.all_participants ? shown_points(*row.all_participants) : std::string());
  view.set("standing", standing_words(texts, row)).set("reasons", reason_words(texts, row));
  return view;
}

View profession_view(const Call& call, const Comparison& compared) {
  const std::string label = label_of_profession(call.where->edition->edition, compared.profession);
  View view;
  view.set("profession", label).set("release", compared.release);
  view.set("state", call.texts()("comparison.state." + compared.state, {{"profession", label}}));
  view.set("caption", call.texts()("comparison.caption", {{"profession", label}}));
  const auto with_peers =
      std::ranges::find_if(compared.rows, [](const auto& row) { return row.peers.has_value(); });
  view.set("behind", with_peers == compared.rows.end() ? "" : peers_words(call.texts(), *with_peers->peers));
  view.set("promise", promise_words(call.texts(), compared));
  view.set("has_rows", !compared.rows.empty());
  View::List rows;
  for (const ComparedRow& row : compared.rows)
    if (row.level != NormLevel::overall || !call.where->round.options.leave_out_overall)
      rows.push_back(compared_view(call, row));
  view.set("rows", std::move(rows));
  return view;
}

// ---- The page.

base::Result<Reply> show_comparison(const Call& call) {
  auto compared = app::compare_school(call.installation(), *call.where, chosen_peers(call.request.query));
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
  set_picking(page.view, call, compared->peers, call.where->path() + "/compare");
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
