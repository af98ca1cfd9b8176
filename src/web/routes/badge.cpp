// SPDX-License-Identifier: Apache-2.0
// The dean takes the school's badge, and says whether the school is to be named among the participants.
#include <algorithm>
#include <memory>

#include "app/badges/issue_badge.hpp"
#include "app/badges/list_school.hpp"
#include "app/badges/problems.hpp"
#include "app/installation/problems.hpp"
#include "web/http/attachment.hpp"
#include "web/routes/badge_pictures.hpp"
#include "web/routes/endpoints.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using app::BadgeFormat;
using app::KeptBadge;
using assessment::Right;
using render::View;

struct BadgeFileShown {
  const char* name;
  const char* media_type;
  BadgeFormat format;
};
constexpr BadgeFileShown badge_files[] = {{"badge.png", "image/png", BadgeFormat::png},
                                          {"badge.svg", "image/svg+xml", BadgeFormat::svg},
                                          {"badge.json", "application/vc", BadgeFormat::json}};

std::string badge_path(const Call& call) {
  return call.where->path() + "/badge";
}

View pair_view(const std::string& term, const std::string& value) {
  View view;
  view.set("term", term).set("value", value).set("action", false);
  return view;
}

std::string badge_state(const KeptBadge& badge, base::Instant now) {
  if (badge.revoked) return "revoked";
  return badge.holds(now) ? "holds" : "expired";
}

View badge_view(const Call& call, const KeptBadge& badge) {
  const auto& texts = call.texts();
  const std::string state = badge_state(badge, call.now);
  View::List pairs = {pair_view(texts("badge.issued"), utc_time(call, badge.issued)),
                      pair_view(texts("badge.expires"), utc_time(call, badge.expires))};
  if (badge.revoked) {
    pairs.push_back(pair_view(texts("badge.revoked"), utc_time(call, *badge.revoked)));
    pairs.push_back(pair_view(texts("badge.reason"), badge.reason));
  }
  View view;
  view.set("tag", tag_view({texts("badge.state." + state), state == "holds", state == "expired",
                            state == "revoked", false}));
  view.set("pairs", std::move(pairs)).set("holds", state == "holds");
  return view;
}

View::List file_views(const Call& call) {
  return render::views(badge_files, [&](const BadgeFileShown& file) {
    View view;
    std::string key(file.name);
    std::ranges::replace(key, '.', '_');
    view.set("name", file.name).set("href", badge_path(call) + "/" + file.name);
    view.set("about", call.texts()("badge.file." + key));
    return view;
  });
}

bool has_submitted(const Call& call) {
  return call.where->participation.state == assessment::ParticipationState::submitted;
}

base::Result<Reply> badge_page(const Call& call, const base::Problems& refused) {
  const auto badges = app::badges_of_part(call.installation(), call.where->key());
  if (!badges) return badges.problems();
  const auto listed = app::is_listed(call.installation(), call.where->key());
  if (!listed) return listed.problems();
  const auto& texts = call.texts();
  const std::string title = texts("badge.title");
  Page page{"page_badge", {}, title, {{call.where->round.title, call.where->path()}, {title, ""}}};
  page.status = refused.empty() ? 200 : 422;
  set_head(page.view, {title, texts("badge.lead"), call.where->school.name});
  std::vector<FormError> errors;
  for (const auto& problem : refused) errors.push_back({problem.sentence, ""});
  set_errors(page.view, errors);
  const bool holds =
      std::ranges::any_of(*badges, [&](const KeptBadge& each) { return each.holds(call.now); });
  page.view.set("picture", "/badges/rounds/" + call.where->round.code + "/picture.svg");
  page.view.set("picture_words", texts("badge.picture.title", {{"round", call.where->round.code}}));
  page.view.set("has_badges", !badges->empty());
  page.view.set("badges", render::views(*badges, [&](const auto& each) { return badge_view(call, each); }));
  page.view.set("files", file_views(call)).set("holds", holds);
  page.view.set("may_issue", has_submitted(call) && !holds).set("waits", !has_submitted(call) && !holds);
  page.view.set("issue_action", badge_path(call)).set("listing_action", badge_path(call) + "/listing");
  page.view.set("may_list", has_submitted(call) || *listed).set("listed", *listed);
  return Reply(std::move(page));
}

base::Result<Reply> show_badge(const Call& call) {
  return badge_page(call, {});
}

base::Result<Reply> take_badge(const Call& call) {
  const auto issued = app::issue_badge(call.installation(), call.texts(),
                                       {.round = call.where->round.code, .school = call.where->school.code},
                                       call.actor->name_in_log());
  if (issued) return Reply(Redirect{badge_path(call), "badge_issued"});
  return badge_page(call, issued.problems());
}

base::Result<Reply> take_listing(const Call& call) {
  const bool listed = call.form.fields.value("listed") == "yes";
  const auto set = app::set_listed(call.installation(), *call.actor, call.where->key(), listed);
  if (!set) return badge_page(call, set.problems());
  return Reply(Redirect{badge_path(call), *set ? "school_listed" : "school_not_listed"});
}

base::Result<Reply> download_badge(const Call& call, BadgePictures& pictures) {
  const std::string wanted = call.request.captures.text("file");
  const auto file = std::ranges::find_if(badge_files, [&](const auto& each) { return wanted == each.name; });
  const auto badges = app::badges_of_part(call.installation(), call.where->key());
  if (!badges) return badges.problems();
  const auto badge = std::ranges::find_if(*badges, [&](const auto& each) { return each.holds(call.now); });
  if (file == std::end(badge_files) || badge == badges->end())
    return base::Problem(app::installation_problem::not_there,
                         "There is no such file, or no badge that holds");
  const std::string& round = call.where->round.code;
  const std::string picture =
      file->format == BadgeFormat::json ? "" : pictures.picture(call.texts(), round, file->format);
  return Reply(Raw{http::attachment(app::badge_file(*badge, picture, file->format), file->media_type,
                                    "smm-" + round + "-" + wanted)});
}

}  // namespace

std::vector<Endpoint> badge_endpoints(const RouteParts& parts) {
  if (parts.content == nullptr) return {};
  const auto pictures = std::make_shared<BadgePictures>(*parts.content);
  const std::string path = "/rounds/{round}/schools/{school}/badge";
  return {get(path, "badge", for_school(Right::attest), show_badge),
          post(path, "take_badge", for_school(Right::attest), take_badge),
          post(path + "/listing", "list_school", for_school(Right::attest), take_listing),
          get(path + "/{file:word}", "badge_file", for_school(Right::attest),
              [pictures](const Call& call) { return download_badge(call, *pictures); })};
}

}  // namespace smm::web
