// SPDX-License-Identifier: Apache-2.0
// What anybody may ask about badges: what one is, whose signature stands on it, whether it was revoked,
// whether a file is one, and which schools want to be named.
#include <algorithm>
#include <memory>

#include "app/badges/addresses.hpp"
#include "app/badges/badge_keys.hpp"
#include "app/badges/list_school.hpp"
#include "app/badges/verify_badge.hpp"
#include "app/installation/change.hpp"
#include "app/installation/problems.hpp"
#include "badge/problems.hpp"
#include "web/routes/badge_pictures.hpp"
#include "web/routes/endpoints.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using app::BadgeFormat;
using badge::Finding;
using render::View;

// A baked picture of ours takes about 150 KB.
constexpr std::uint64_t badge_limit = 1u << 20;

base::Problem nothing_here() {
  return {app::installation_problem::not_there, "There is no such page"};
}

http::Response public_file(std::string bytes, const std::string& media_type) {
  http::Response response = http::text_response(200, std::move(bytes));
  response.headers.set("Content-Type", media_type);
  // For verifiers in a browser elsewhere; there is nothing here that is not for everybody.
  response.headers.set("Access-Control-Allow-Origin", "*");
  return response;
}

base::Result<Reply> show_about(const Call& call) {
  return Reply(message_page(call, "about.badge.", {},
                            {{call.texts()("verify.title"), "/verify"},
                             {call.texts()("participants.title"), "/participants", false}}));
}

base::Result<Reply> show_issuer(const Call& call) {
  const auto controller = app::look<badge::Controller>(
      call.installation().database, [&](app::Records& records) -> base::Result<badge::Controller> {
        return app::badge_controller(records, call.installation().public_url);
      });
  if (!controller) return controller.problems();
  return Reply(Raw{public_file(controller_json(*controller), "application/json")});
}

base::Result<Reply> show_status(const Call& call) {
  const auto list = static_cast<std::int64_t>(call.request.captures.number("list"));
  if (list < 1) return nothing_here();
  const auto status = app::badge_status(call.installation(), list);
  if (!status) return nothing_here();
  return Reply(Raw{public_file(status_json(*status), "application/vc")});
}

base::Result<std::string> round_in_path(const Call& call) {
  return app::look<std::string>(
      call.installation().database, [&](app::Records& records) -> base::Result<std::string> {
        const auto round = records.rounds.by_code(call.request.captures.text("round"));
        if (!round || round->practice) return nothing_here();
        return round->code;
      });
}

base::Result<Reply> show_achievement(const Call& call) {
  const auto round = round_in_path(call);
  if (!round) return round.problems();
  return show_about(call);
}

base::Result<Reply> show_picture(const Call& call, BadgePictures& pictures, BadgeFormat format) {
  const auto round = round_in_path(call);
  if (!round) return round.problems();
  const bool png = format == BadgeFormat::png;
  return Reply(
      Raw{public_file(pictures.picture(call.texts(), *round, format), png ? "image/png" : "image/svg+xml")});
}

// ---- Verifying

View::List verified_pairs(const Call& call, const badge::Credential& credential) {
  const auto& texts = call.texts();
  View::List pairs;
  const auto add = [&](const char* key, const std::string& value) {
    View view;
    view.set("term", texts(key)).set("value", value).set("action", false);
    pairs.push_back(std::move(view));
  };
  add("verify.school", credential.school);
  add("verify.achievement", credential.achievement.name);
  add("verify.edition", credential.achievement.edition);
  add("badge.issued", utc_time(call, credential.valid_from));
  add("badge.expires", utc_time(call, credential.valid_until));
  add("verify.issuer", credential.issuer.name + ", " + credential.issuer.id);
  return pairs;
}

View finding_view(const Call& call, const std::string& finding) {
  const bool good = finding == "holds";
  const bool care = finding == "expired" || finding == "not_yet_valid" || finding == "other_issuer";
  View view;
  view.set("good", good).set("care", care).set("bad", !good && !care);
  view.set("title", call.texts()("verify.finding." + finding + ".title"));
  view.set("text", call.texts()("verify.finding." + finding + ".text")).set("link", false);
  return view;
}

View::List verify_fields(const Call& call) {
  const auto& texts = call.texts();
  View file;
  file.set("is_file", true).set("id", "file").set("name", "file").set("label", texts("verify.file"));
  file.set("hint", texts("verify.file_hint")).set("error", "").set("optional", true);
  file.set("accept", ".json,.svg,.png");
  const Line text{.name = "text",
                  .label = texts("verify.text"),
                  .value = {},
                  .hint = texts("verify.text_hint"),
                  .optional = true};
  return {file, area_field(text, 6)};
}

// `finding` is empty before anything was sent; `pairs` are what a genuine badge says.
Page verify_page(const Call& call, const std::string& finding, View::List pairs) {
  const auto& texts = call.texts();
  Page page{"page_verify", {}, texts("verify.title")};
  set_head(page.view, {texts("verify.title"), texts("verify.lead")});
  set_errors(page.view, {});
  set_fields(page.view, verify_fields(call));
  page.view.set("action", "/verify").set("has_finding", !finding.empty());
  page.view.set("finding", finding.empty() ? View(false) : finding_view(call, finding));
  page.view.set("genuine", !pairs.empty()).set("pairs", std::move(pairs));
  return page;
}

base::Result<Reply> show_verify(const Call& call) {
  return Reply(verify_page(call, "", {}));
}

std::string sent_badge(const Call& call) {
  const auto file = std::ranges::find(call.form.files, "file", &Upload::field);
  if (file != call.form.files.end() && !file->bytes.empty()) return file->bytes;
  return std::string(call.form.fields.value("text"));
}

// What it says is shown only where its signature holds: a forger's words are not spread under our name.
bool is_genuine(Finding finding) {
  return finding == Finding::holds || finding == Finding::revoked || finding == Finding::expired ||
         finding == Finding::not_yet_valid;
}

base::Result<Reply> take_verify(const Call& call) {
  const auto verified = app::verify_badge(call.installation(), sent_badge(call));
  if (!verified) return Reply(verify_page(call, "no_badge", {}));
  const Finding finding = verified->verdict.finding;
  auto pairs = is_genuine(finding) ? verified_pairs(call, verified->badge.credential) : View::List();
  return Reply(verify_page(call, std::string(to_string(finding)), std::move(pairs)));
}

// ---- Participants

base::Result<Reply> show_participants(const Call& call) {
  const auto rounds = app::listed_schools(call.installation());
  if (!rounds) return rounds.problems();
  std::vector<TableRowShown> rows;
  for (const auto& round : *rounds)
    for (const std::string& school : round.schools) rows.push_back({school, "", {{round.title}}});
  const auto& texts = call.texts();
  return Reply(list_page(
      {texts("participants.title"), texts("participants.lead")}, texts("participants.title"),
      {texts("participants.school"), texts("participants.round")}, rows, texts("participants.nothing")));
}

}  // namespace

std::vector<Endpoint> badge_public_endpoints(const RouteParts& parts) {
  std::vector<Endpoint> list = {
      get("/about/badge", "about_badge", for_anyone(), show_about),
      get("/badges/issuer", "badge_issuer", for_anyone(), show_issuer),
      get("/badges/status/{list:number}", "badge_status", for_anyone(), show_status),
      get("/badges/rounds/{round:word}", "badge_round", for_anyone(), show_achievement),
      get("/verify", "verify_form", for_anyone(), show_verify),
      post("/verify", "verify", for_anyone(), take_verify),
      get("/participants", "participants", for_anyone(), show_participants)};
  std::ranges::find(list, "verify", &Endpoint::name)->body_limit = badge_limit;
  if (parts.content == nullptr) return list;
  const auto pictures = std::make_shared<BadgePictures>(*parts.content);
  const auto add_picture = [&](const char* name, const char* file, BadgeFormat format) {
    list.push_back(
        get(std::string("/badges/rounds/{round:word}/") + file, name, for_anyone(),
            [pictures, format](const Call& call) { return show_picture(call, *pictures, format); }));
  };
  add_picture("badge_picture_svg", "picture.svg", BadgeFormat::svg);
  add_picture("badge_picture_png", "picture.png", BadgeFormat::png);
  return list;
}

}  // namespace smm::web
