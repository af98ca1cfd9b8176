// SPDX-License-Identifier: Apache-2.0
#include "web/routes/evidence_view.hpp"

#include "assessment/evidence_kind.hpp"
#include "web/routes/sheet_places.hpp"
#include "web/routes/shown_sheet.hpp"

namespace smm::web {
namespace {

using render::View;

std::string size_words(const Call& call, const app::Evidence& piece) {
  if (!piece.file) return "";
  constexpr std::int64_t megabyte = 1'000'000;
  if (piece.bytes >= megabyte)
    return call.texts()("item.evidence.size_mb",
                        {{"n", std::to_string((piece.bytes + megabyte / 2) / megabyte)}});
  return call.texts()("item.evidence.size_kb", {{"n", std::to_string((piece.bytes + 999) / 1000)}});
}

View piece_view(const Call& call, const EvidenceShown& shown, const app::Evidence& piece) {
  const bool may = shown.reading.writable[shown.place];
  const std::string path = call.where->path() + "/evidence/" + piece.id.text();
  View view;
  view.set("name", piece.name).set("href", evidence_href(call, piece)).set("link", !piece.file);
  view.set("size", size_words(call, piece)).set("remove_href", may ? path + "/remove" : "");
  view.set("by", call.texts()("item.evidence.by", {{"who", person_words(call, shown.reading, piece.by)},
                                                   {"when", full_time(call, piece.at)}}));
  return view;
}

std::string accepted() {
  std::string text;
  for (const auto kind : assessment::evidence_kinds())
    text += (text.empty() ? "" : ",") + std::string(assessment::extension(kind));
  return text;
}

}  // namespace

std::string evidence_href(const Call& call, const app::Evidence& piece) {
  return piece.file ? call.where->path() + "/evidence/" + piece.id.text() : piece.name;
}

void set_evidence(View& view, const Call& call, const EvidenceShown& shown) {
  view.set("has_files", !shown.pieces.empty());
  view.set("files",
           render::views(shown.pieces, [&](const auto& piece) { return piece_view(call, shown, piece); }));
  const bool may = shown.reading.writable[shown.place];
  view.set("upload_action", may ? question_path(call, shown.place) + "/evidence" : "");
  view.set("upload_error", error_of(shown.errors, "upload")).set("upload_accept", accepted());
  view.set("upload_hint", call.texts()("item.evidence.hint"));
  view.set("link_error", error_of(shown.errors, "link")).set("link_typed", shown.link_typed);
}

}  // namespace smm::web
