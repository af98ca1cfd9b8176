// SPDX-License-Identifier: Apache-2.0
#include "web/session/frame.hpp"

#include "crypto/token.hpp"

namespace smm::web {
namespace {

using render::View;

View assets_view(const Assets& assets) {
  View view;
  view.set("styles", assets.styles).set("htmx", assets.htmx).set("app", assets.app).set("icon", assets.icon);
  return view;
}

// The highest of what somebody is here, in words.
std::string role_words(const Call& call) {
  if (!call.standing.school_roles.empty())
    return call.texts()("role.school." + std::string(to_string(call.standing.school_roles.front())));
  if (!call.actor->office_roles.empty())
    return call.texts()("role.office." + std::string(to_string(call.actor->office_roles.front())));
  return call.actor->person.email;
}

View account_view(const Call& call) {
  if (!call.actor) return false;
  View view;
  view.set("name", call.actor->person.name).set("role", role_words(call));
  view.set("href", "/account").set("sign_out_href", "/sign-out");
  return view;
}

View link_view(const std::string& label, const std::string& path) {
  View view;
  view.set("label", label).set("href", path);
  return view;
}

View crumbs_view(const std::vector<Crumb>& crumbs) {
  return render::views(crumbs, [](const Crumb& crumb) { return link_view(crumb.label, crumb.path); });
}

struct Place {
  const char* text;
  std::string path;
};

std::vector<Place> places_of(const Call& call) {
  std::vector<Place> places;
  if (!call.actor) return places;
  places.push_back({"navigation.home", "/"});
  if (!call.actor->office_roles.empty()) places.push_back({"navigation.office", "/office"});
  if (call.where && assessment::allows(call.standing, assessment::Right::see_school))
    places.push_back({"navigation.school", call.where->path()});
  return places;
}

View navigation_view(const Call& call) {
  return render::views(places_of(call), [&](const Place& place) {
    View view = link_view(call.texts()(place.text), place.path);
    view.set("current", call.request.path == place.path);
    return view;
  });
}

// The round that an office page is about, which the office's door does not look up.
bool is_of_practice_round(const Call& call) {
  constexpr std::string_view rounds = "/office/rounds/";
  if (call.where) return call.where->round.practice;
  if (!call.actor || !call.request.path.starts_with(rounds)) return false;
  const std::string below = call.request.path.substr(rounds.size());
  bool practice = false;
  call.installation().database.read([&](app::Records& records) {
    const auto round = records.rounds.by_code(below.substr(0, below.find('/')));
    practice = round && round->practice;
  });
  return practice;
}

View notice_view(const std::string& text, bool good) {
  View notice;
  notice.set("good", good).set("care", !good).set("bad", false);
  notice.set("title", "").set("text", text).set("link", false);
  return notice;
}

// ?done=key of a redirect: only keys that are texts are said.
View notices_view(const Call& call) {
  View::List notices;
  if (is_of_practice_round(call)) notices.push_back(notice_view(call.texts()("practice.banner"), false));
  const std::string key = "notice." + std::string(call.request.query.value("done"));
  if (call.texts().has(key)) notices.push_back(notice_view(call.texts()(key), true));
  return notices;
}

View footer_view(const Call& call) {
  View::List links;
  links.push_back(link_view(call.texts()("footer.toolkit"), "/toolkit"));
  links.push_back(link_view(call.texts()("footer.questions"), "/questions"));
  links.push_back(link_view(call.texts()("footer.methods"), "/about/methods"));
  links.push_back(link_view(call.texts()("footer.resources"), "/resources"));
  links.push_back(link_view(call.texts()("footer.privacy"), "/about/privacy"));
  links.push_back(link_view(call.texts()("footer.accessibility"), "/about/accessibility"));
  return links;
}

}  // namespace

View framed(const Call& call, Page page) {
  const std::string title = page.title.empty() ? call.texts()(page.name + ".title") : page.title;
  View view = std::move(page.view);
  const std::string person =
      call.actor ? crypto::token_at_rest("browser draft", call.actor->person.id.text()) : "";
  view.set("person", person.substr(0, 16)).set("sign_in_href", "/sign-in");
  view.set("language", "en").set("page_title", title + " · " + call.texts()("ui.page.brand"));
  view.set("assets", assets_view(call.site.assets)).set("csrf", call.csrf()).set("home_href", "/");
  view.set("school", call.where ? call.where->school.name : "")
      .set("round", call.where ? call.where->round.title : "");
  view.set("account", account_view(call)).set("muted_saves", false);
  view.set("has_navigation", call.actor.has_value()).set("navigation", navigation_view(call));
  view.set("has_crumbs", !page.crumbs.empty()).set("crumbs", crumbs_view(page.crumbs));
  view.set("notices", notices_view(call)).set("footer_links", footer_view(call));
  return view;
}

}  // namespace smm::web
