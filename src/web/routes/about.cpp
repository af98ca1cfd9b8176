// SPDX-License-Identifier: Apache-2.0
// Pages about the service itself: how answers are kept, who can use the pages, and what they are made of.
#include "exchange/yaml.hpp"
#include "render/document_view.hpp"
#include "web/routes/endpoints.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

base::Result<Reply> show_privacy(const Call& call) {
  return Reply(message_page(call, "about.privacy.", {}));
}

// How the figures that a round tells are made, for readers; docs/methods is for whoever works them out again.
base::Result<Reply> show_methods(const Call& call) {
  const auto& texts = call.texts();
  return Reply(message_page(call, "about.methods.", {},
                            {{texts("report.sample.title"), "/sample-report"},
                             {texts("resources.title"), "/resources", false},
                             {texts("participants.title"), "/participants", false}}));
}

base::Result<Reply> show_accessibility(const Call& call) {
  return Reply(message_page(call, "about.accessibility.", {}));
}

// What content/styleguide.yaml says of the frame is for pages that are looked at without a service.
bool is_of_the_frame(std::string_view name) {
  return name == "page_title" || name == "has_crumbs" || name == "crumbs" || name == "notices";
}

render::View style_view(const base::Document& document) {
  render::View view;
  for (const base::MapEntry& entry : *document.map()) {
    if (!is_of_the_frame(entry.key)) view.set(entry.key, render::view_of(entry.value));
  }
  return view;
}

// Read when it is asked for: few look at it.
base::Result<Reply> show_style(const Call& call, const app::Content& content) {
  const std::string file = "styleguide.yaml";
  const auto document = exchange::parse_yaml(content.read(file).value_or(""), file);
  if (!document) return document.problems();
  return Reply(Page{"styleguide", style_view(*document), call.texts()("about.style")});
}

}  // namespace

std::vector<Endpoint> about_endpoints(const RouteParts& parts) {
  std::vector<Endpoint> list = {
      get("/about/privacy", "privacy", for_anyone(), show_privacy),
      get("/about/methods", "about_methods", for_anyone(), show_methods),
      get("/about/accessibility", "accessibility", for_anyone(), show_accessibility)};
  if (parts.content != nullptr)
    list.push_back(get("/styleguide", "styleguide", for_anyone(),
                       [content = parts.content](const Call& call) { return show_style(call, *content); }));
  return list;
}

}  // namespace smm::web
