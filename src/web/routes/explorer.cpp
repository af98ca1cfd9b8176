// SPDX-License-Identifier: Apache-2.0
// Public measures of outcomes with their bands, and where schools lie by weights of one's own. Never an order
// but the alphabet, never a score of the self-assessment.
#include "app/measuring/explore.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/graduate_paths.hpp"

namespace smm::web {
namespace {

using app::measuring::ExploredParts;
using render::View;

constexpr std::string_view measure_prefix = "SM-";

// What the form sent: one weight for each measure, empty for those that do not count.
std::vector<std::string> weights_in(const Call& call) {
  std::vector<std::string> weights;
  for (const auto& parameter : call.request.query)
    if (parameter.name.starts_with(measure_prefix) && !parameter.value.empty())
      weights.push_back(parameter.name + "=" + parameter.value);
  return weights;
}

View weight_view(const Call& call, const ExploredParts::Measure& measure) {
  View view;
  view.set("id", measure.id).set("measure", measure.id).set("label", measure.id + " " + measure.title);
  view.set("value", std::string(call.request.query.value(measure.id)));
  return view;
}

Page explorer_page(const Call& call, View view) {
  const auto& texts = call.texts();
  Page page{"page_explore", std::move(view), texts("explore.title")};
  set_head(page.view, {texts("explore.title"), texts("explorer.lead"), texts("explore.kicker")});
  page.view.set("action", "/explore");
  return page;
}

base::Result<Reply> nothing_to_explore(const Call& call) {
  const auto& texts = call.texts();
  Page page = explorer_page(call, View());
  set_errors(page.view, {});
  page.view.set("nothing", empty_view(texts("explorer.nothing"), texts("explorer.nothing_text")));
  page.view.set("weights", View::List());
  page.view.set("weighing", View::List()).set("measures", View::List());
  return Reply(std::move(page));
}

base::Result<Reply> show_explorer(const Call& call) {
  const auto& sources = outcome_sources(call);
  if (sources.public_results.empty()) return nothing_to_explore(call);
  auto parts = app::measuring::explored_parts(sources.files, sources.content, call.texts(),
                                              {sources.public_results, weights_in(call), std::nullopt});
  if (!parts) return parts.problems();
  Page page = explorer_page(call, std::move(parts->view));
  std::vector<FormError> errors;
  for (const auto& problem : parts->refused) errors.push_back({problem.sentence, ""});
  set_errors(page.view, errors);
  page.status = errors.empty() ? 200 : 422;
  page.view.set("nothing", false);
  page.view.set("weights",
                render::views(parts->to_weigh, [&](const auto& each) { return weight_view(call, each); }));
  return Reply(std::move(page));
}

}  // namespace

std::vector<Endpoint> explorer_endpoints() {
  return {get("/explore", "explorer", for_anyone(), show_explorer)};
}

}  // namespace smm::web
