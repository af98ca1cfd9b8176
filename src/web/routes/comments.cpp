// SPDX-License-Identifier: Apache-2.0
// A comment on a question.
#include "app/answering/comments.hpp"

#include "web/routes/endpoints.hpp"
#include "web/routes/item_page.hpp"
#include "web/routes/sheet_places.hpp"
#include "web/routes/shown_sheet.hpp"

namespace smm::web {
namespace {

base::Result<Reply> comment_on(const Call& call) {
  const auto place = place_in_path(call);
  if (!place) return place.problems();
  const std::string text(call.form.fields.value("comment"));
  const auto added = app::add_comment(call.installation(), call.site.pages, hand_of(call), *place, text);
  if (added) return Reply(Redirect{question_path(call, *place), "comment_added"});
  if (added.problems().front().place.source.empty()) return added.problems();
  return item_page(call, {added.problems(), "", "", 422});
}

}  // namespace

std::vector<Endpoint> comment_endpoints() {
  return {post("/rounds/{round}/schools/{school}/questions/{number:number}/comments", "add_comment",
               for_school(assessment::Right::comment), comment_on)};
}

}  // namespace smm::web
