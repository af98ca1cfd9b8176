// SPDX-License-Identifier: Apache-2.0
// Evidence comes with a question and goes out as a download, whatever it is.
#include "app/answering/evidence.hpp"

#include <algorithm>

#include "app/answering/problems.hpp"
#include "app/installation/problems.hpp"
#include "assessment/evidence_kind.hpp"
#include "web/http/attachment.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/item_page.hpp"
#include "web/routes/sheet_places.hpp"
#include "web/routes/shown_sheet.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using assessment::Right;
using render::View;

// The file and what a form adds around it.
constexpr std::uint64_t upload_limit = assessment::most_evidence_bytes + std::uint64_t{64} * 1024;

base::Result<app::Evidence> taken(const Call& call, std::size_t place) {
  const auto file = std::ranges::find(call.form.files, "file", &Upload::field);
  const app::Hand hand = hand_of(call);
  if (file != call.form.files.end())
    return app::add_file(call.installation(), hand, place, file->file_name, file->bytes);
  if (call.form.fields.find("link") != nullptr)
    return app::add_link(call.installation(), hand, place, std::string(call.form.fields.value("link")));
  return base::Problem(app::answering_problem::words_missing, "Choose a file first", {"upload", 0, 0});
}

base::Result<Reply> add_evidence(const Call& call) {
  const auto place = place_in_path(call);
  if (!place) return place.problems();
  const auto added = taken(call, *place);
  if (added) return Reply(Redirect{question_path(call, *place), "evidence_added"});
  if (added.problems().front().place.source.empty()) return added.problems();
  return item_page(call, {added.problems(), "", std::string(call.form.fields.value("link")), 422});
}

base::Problem no_such_piece() {
  return {app::installation_problem::not_there, "There is no such file or link, or it is not yours"};
}

base::Result<assessment::EvidenceId> id_in_path(const Call& call) {
  const auto id = assessment::EvidenceId::parse(call.request.captures.text("evidence"));
  if (!id) return no_such_piece();
  return *id;
}

base::Result<Reply> download_evidence(const Call& call) {
  const auto id = id_in_path(call);
  if (!id) return id.problems();
  auto file = app::open_evidence(call.installation(), hand_of(call), *id);
  if (!file) return std::move(file).problems();
  http::Streamed body{std::move(file->bytes), static_cast<std::uint64_t>(file->evidence.bytes)};
  return Reply(Raw{http::attachment(std::move(body), file->evidence.media_type, file->evidence.name)});
}

base::Result<app::Evidence> piece_in_path(const Call& call) {
  const auto id = id_in_path(call);
  if (!id) return id.problems();
  const auto all = app::evidence_seen(call.installation(), hand_of(call));
  if (!all) return all.problems();
  const auto piece = std::ranges::find(*all, *id, &app::Evidence::id);
  if (piece == all->end() || piece->removed) return no_such_piece();
  return *piece;
}

base::Result<Reply> show_remove(const Call& call) {
  const auto piece = piece_in_path(call);
  if (!piece) return piece.problems();
  const std::string title = call.texts()("item.evidence.remove_title");
  View means;
  means.set("text", call.texts()("item.evidence.remove_means"));
  Page page{"page_confirm", {}, title};
  set_head(page.view, {title, call.texts()("item.evidence.remove_lead", {{"name", piece->name}})});
  set_errors(page.view, {});
  set_fields(page.view, {});
  page.view.set("consequences", View::List{std::move(means)}).set("hidden", View::List{}).set("grave", true);
  page.view.set("action", call.where->path() + "/evidence/" + piece->id.text() + "/remove");
  page.view.set("submit", call.texts()("item.evidence.remove"));
  page.view.set("cancel_href", question_path(call, piece->place));
  return Reply(std::move(page));
}

base::Result<Reply> remove_piece(const Call& call) {
  const auto piece = piece_in_path(call);
  if (!piece) return piece.problems();
  const auto removed = app::remove_evidence(call.installation(), hand_of(call), piece->id);
  if (!removed) return removed.problems();
  return Reply(Redirect{question_path(call, piece->place), "evidence_removed"});
}

}  // namespace

std::vector<Endpoint> evidence_endpoints() {
  const std::string sheet = "/rounds/{round}/schools/{school}";
  const std::string piece = sheet + "/evidence/{evidence:id}";
  const Access writers = for_school({Right::write_all_answers, Right::write_own_answers});
  const Access readers = for_school({Right::read_all_answers, Right::read_own_answers});
  Endpoint upload =
      post(sheet + "/questions/{number:number}/evidence", "add_evidence", writers, add_evidence);
  upload.body_limit = upload_limit;
  return {upload, get(piece, "evidence", readers, download_evidence),
          get(piece + "/remove", "evidence_to_remove", writers, show_remove),
          post(piece + "/remove", "remove_evidence", writers, remove_piece)};
}

}  // namespace smm::web
