// SPDX-License-Identifier: Apache-2.0
#include "web/session/answering.hpp"

#include "app/installation/problems.hpp"
#include "web/session/frame.hpp"
#include "web/session/wishes.hpp"

namespace smm::web {
namespace {

using render::View;

http::Response json_response(int status, std::string json) {
  http::Response response{status, {}, std::move(json)};
  response.headers.add("Content-Type", "application/json; charset=utf-8");
  return response;
}

// A page holds the form token and texts that people typed; compressed together they would tell of each other.
http::Response uncompressed(http::Response response) {
  response.compress = false;
  return response;
}

struct ToResponse {
  const Call& call;

  http::Response operator()(Page page) const {
    const int status = page.status;
    if (wants_json(call.request)) {
      page.view.set("csrf", call.csrf());
      return json_response(status, json_of(page.view));
    }
    const std::string name = page.name;
    return uncompressed(
        http::html_response(status, call.site.pages.templates.render(name, framed(call, std::move(page)))));
  }

  http::Response operator()(Fragment fragment) const {
    if (wants_json(call.request)) return json_response(fragment.status, json_of(fragment.view));
    return uncompressed(
        http::html_response(fragment.status, call.site.pages.templates.render(fragment.name, fragment.view)));
  }

  http::Response operator()(const Redirect& redirect) const {
    std::string path = redirect.path;
    if (!redirect.notice.empty())
      path += (path.find('?') == std::string::npos ? "?done=" : "&done=") + redirect.notice;
    return http::see_other(std::move(path));
  }

  http::Response operator()(Raw raw) const { return std::move(raw.response); }
};

View problem_view(const base::Problem& problem) {
  View view;
  view.set("code", problem.code).set("sentence", problem.sentence);
  return view;
}

// Where a browser goes instead of seeing an error; empty: nowhere.
std::string way_out(const http::Request& request, const base::Problems& problems) {
  const bool page = request.method == http::Method::get && !wants_json(request) && !wants_fragment(request);
  const std::string_view code = problems.front().code;
  if (page && code == app::installation_problem::not_signed_in.code)
    return "/sign-in?to=" + escaped(request.target);
  if (page && code == app::installation_problem::second_factor_needed.code) return "/account/second-factor";
  if (page && code == app::installation_problem::confirm_first.code)
    return "/confirm?to=" + escaped(request.target);
  return "";
}

std::string sentences(const base::Problems& problems) {
  std::string text;
  for (const base::Problem& problem : problems) text += (text.empty() ? "" : " ") + problem.sentence + ".";
  return text;
}

Page error_page(const Call& call, const base::Problems& problems, int status) {
  Page page{"page_error", {}};
  page.status = status;
  page.title = call.texts()("refused.title." + std::to_string(status));
  View home;
  home.set("href", "/").set("label", call.texts()("refused.home"));
  page.view.set("status", std::to_string(status)).set("title", page.title).set("lead", sentences(problems));
  page.view.set("way_out", View::List{std::move(home)}).set("reference", "");
  return page;
}

http::Response problem_response(const Call& call, const base::Problems& problems) {
  const int status = status_of(problems);
  if (wants_json(call.request)) {
    View view;
    view.set("status", std::to_string(status)).set("problems", render::views(problems, problem_view));
    return json_response(status, json_of(view));
  }
  const std::string way = way_out(call.request, problems);
  if (!way.empty()) return http::see_other(way);
  return ToResponse{call}(error_page(call, problems, status));
}

void set_cookies(http::Response& response, const Reply& reply) {
  for (const http::Cookie& cookie : reply.cookies) http::set_cookie(response.headers, cookie);
  for (const std::string& name : reply.dropped) http::delete_cookie(response.headers, name);
}

}  // namespace

http::Response response_to(const Call& call, base::Result<Reply> reply) {
  if (!reply) {
    auto response = problem_response(call, reply.problems());
    if (response.status == 503) response.headers.set("Retry-After", "2");
    return response;
  }
  http::Response response = std::visit(ToResponse{call}, std::move(reply->what));
  set_cookies(response, *reply);
  return response;
}

http::Response refusal_response(const Site& site, const http::Request& request,
                                const base::Problems& problems) {
  const Call stranger{site, request, site.installation.clock.now()};
  return response_to(stranger, problems);
}

}  // namespace smm::web
