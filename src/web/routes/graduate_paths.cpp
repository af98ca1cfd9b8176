// SPDX-License-Identifier: Apache-2.0
#include "web/routes/graduate_paths.hpp"

namespace smm::web {

const app::OutcomeSources& outcome_sources(const Call& call) {
  SMM_ASSERT(call.site.outcomes != nullptr);
  return *call.site.outcomes;
}

std::string graduates_path(const Call& call, const std::string& below) {
  return call.where->path() + "/graduates" + below;
}

Page graduates_page(const Call& call, const std::string& name, const Head& head) {
  Page page{name, {}, head.title};
  page.crumbs = {{call.where->round.title, call.where->path()},
                 {call.texts()("graduates.title"), graduates_path(call)}};
  if (head.title == call.texts()("graduates.title"))
    page.crumbs.back().path = "";
  else
    page.crumbs.push_back({head.title, ""});
  set_head(page.view, head);
  return page;
}

render::View told_notice(const std::string& title, const std::string& text) {
  render::View view;
  view.set("good", false).set("care", false).set("bad", false);
  view.set("title", title).set("text", text).set("link", false);
  return view;
}

}  // namespace smm::web
