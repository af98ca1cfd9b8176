// SPDX-License-Identifier: Apache-2.0
// A school takes a copy of its own sheet along. The page says first what such a copy may be.
#include <algorithm>

#include "app/answering/school_copy.hpp"
#include "web/http/attachment.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/shown_sheet.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using assessment::Right;
using render::View;

View file_view(const Call& call, const app::CopyFile& file) {
  std::string key(file.name);
  std::ranges::replace(key, '.', '_');
  View view;
  view.set("name", file.name).set("about", call.texts()("downloads.about." + key));
  view.set("action", call.where->path() + "/downloads/" + std::string(file.name));
  return view;
}

base::Result<Reply> show_downloads(const Call& call) {
  const std::string title = call.texts()("downloads.title");
  Page page{"page_downloads", {}, title, {{call.where->round.title, call.where->path()}, {title, ""}}};
  set_head(page.view, {title, call.texts()("downloads.lead"), call.where->school.name});
  page.view.set("warning", call.texts()("downloads.warning"));
  page.view.set("files", render::views(app::copy_files(call.standing),
                                       [&](const auto& file) { return file_view(call, file); }));
  return Reply(std::move(page));
}

base::Result<Reply> download(const Call& call) {
  auto copy = app::take_copy(call.installation(), hand_of(call), call.request.captures.text("file"));
  if (!copy) return std::move(copy).problems();
  return Reply(Raw{http::attachment(std::move(copy->bytes), copy->media_type, copy->file_name)});
}

}  // namespace

std::vector<Endpoint> download_endpoints() {
  const std::string path = "/rounds/{round}/schools/{school}/downloads";
  return {get(path, "downloads", for_school(Right::download), show_downloads),
          post(path + "/{file:word}", "download", for_school(Right::download), download)};
}

}  // namespace smm::web
