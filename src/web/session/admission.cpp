// SPDX-License-Identifier: Apache-2.0
#include "web/session/admission.hpp"

#include "app/installation/problems.hpp"
#include "crypto/token.hpp"
#include "web/http/cookies.hpp"
#include "web/session/problems.hpp"

namespace smm::web {
namespace {

namespace why = app::installation_problem;

base::Problem not_there() {
  return {why::not_there, "There is no such page, or it is not for you"};
}

// Browsers say where a form comes from; a form of another site is refused whatever it carries.
std::optional<base::Problem> refusal_of_origin(const Site& site, const http::Request& request) {
  const base::Problem refused(problem::cross_site, "This form was sent from another site, and was not taken");
  const std::string* from = request.headers.find("Sec-Fetch-Site");
  if (from != nullptr && *from != "same-origin" && *from != "none") return refused;
  const std::string* origin = request.headers.find("Origin");
  if (origin == nullptr) return std::nullopt;  // the form's token decides
  const bool ours =
      *origin == site.installation.public_url || *origin == request.scheme + "://" + request.host;
  return ours ? std::nullopt : std::optional(refused);
}

// Without a session there is no token to ask for: then the browser has to say that the form is ours.
std::optional<base::Problem> refusal_of_token(const Call& call) {
  const std::string expected = call.csrf();
  const std::string* header = call.request.headers.find("X-CSRF-Token");
  const std::string given = header != nullptr ? *header : std::string(call.form.fields.value("csrf"));
  if (expected.empty()) {
    const bool told = call.request.headers.find("Origin") != nullptr ||
                      call.request.headers.find("Sec-Fetch-Site") != nullptr;
    if (told) return std::nullopt;
    return base::Problem(problem::cross_site, "Nothing tells that this form is one of ours");
  }
  if (crypto::equal_in_constant_time(given, expected)) return std::nullopt;
  return base::Problem(problem::form_expired,
                       "You were signed out or signed in anew since this page was opened; open it again");
}

std::optional<base::Problem> refusal_of_form(const Site& site, Call& call) {
  if (call.request.method == http::Method::get || call.request.method == http::Method::head)
    return std::nullopt;
  if (auto refused = refusal_of_origin(site, call.request)) return refused;
  auto form = read_form_body(call.request);
  if (!form) return form.problems().front();
  call.form = std::move(*form);
  return refusal_of_token(call);
}

void recognize(app::Records& records, Call& call, Door door) {
  const auto token = http::cookie(call.request.headers, session_cookie);
  if (!token) return;
  const std::string hash = session_hash(*token);
  const auto& codes = call.request.captures;
  if (door == Door::school) records.sessions.expect_visit(hash, codes.text("round"), codes.text("school"));
  call.actor = app::actor_of(records, hash, call.now);
  if (call.actor) call.session_token = *token;
}

// Any of the rights opens; when none does, the refusal of the first tells why.
std::optional<base::Problem> refusal_of_rights(const Call& call, const Access& access) {
  std::optional<base::Problem> first;
  for (const assessment::Right right : access.rights) {
    const auto refused = app::refusal(*call.actor, call.standing, right);
    if (!refused) return std::nullopt;
    if (!first) first = refused;
  }
  return first;
}

bool has_to_do_with_it(const Call& call) {
  const auto& standing = call.standing;
  return !standing.school_roles.empty() || assessment::allows(standing, assessment::Right::see_progress);
}

std::optional<base::Problems> refusal_at_school(app::Records& records, Call& call, const Access& access) {
  const auto& codes = call.request.captures;
  auto sheet =
      app::open_sheet(records, call.installation().editions, codes.text("round"), codes.text("school"));
  if (!sheet) return std::move(sheet).problems();
  call.where = Where{std::move(*sheet)};
  call.standing = app::standing_of(records, *call.actor, call.where->participation, call.now);
  const auto refused = refusal_of_rights(call, access);
  if (!refused) return std::nullopt;
  return base::Problems{has_to_do_with_it(call) ? *refused : not_there()};
}

std::optional<base::Problems> refusal_in_office(Call& call, const Access& access) {
  call.standing = app::office_standing(*call.actor);
  const auto refused = refusal_of_rights(call, access);
  if (!refused) return std::nullopt;
  return base::Problems{call.standing.office_roles.empty() ? not_there() : *refused};
}

std::optional<base::Problems> refusal_at_door(app::Records& records, Call& call, const Access& access) {
  if (access.door == Door::anyone) return std::nullopt;
  if (!call.actor) return base::Problems{{why::not_signed_in, "Please sign in first"}};
  if (access.door == Door::office) return refusal_in_office(call, access);
  if (access.door == Door::school) return refusal_at_school(records, call, access);
  return std::nullopt;
}

}  // namespace

http::Cookie session_cookie_of(const std::string& token) {
  return {session_cookie, token, std::nullopt};
}

std::string session_hash(std::string_view token) {
  return crypto::token_at_rest("session", token);
}
std::string csrf_token(std::string_view token) {
  return crypto::token_at_rest("form", token);
}

base::Result<Call> admitted(const Site& site, const http::Request& request, const Endpoint& endpoint) {
  Call call{site, request, site.installation.clock.now()};
  std::optional<base::Problems> refused;
  site.installation.database.read([&](app::Records& records) {
    recognize(records, call, endpoint.access.door);
    refused = refusal_at_door(records, call, endpoint.access);
  });
  if (refused) return std::move(*refused);
  if (const auto problem = refusal_of_form(site, call)) return *problem;
  return call;
}

}  // namespace smm::web
