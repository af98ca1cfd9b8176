// SPDX-License-Identifier: Apache-2.0
// Signing in by a mailed link or a password, the one-time code after it, and signing out.
#include "app/people/ask_for_link.hpp"
#include "app/people/own_sessions.hpp"
#include "app/people/sign_in_with_password.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/signing_in.hpp"
#include "web/session/admission.hpp"
#include "web/session/wishes.hpp"

namespace smm::web {
namespace {

using render::View;

struct SignInPage {
  std::string to = "/";
  std::string email = {};
  std::vector<FormError> errors = {};
  int status = 200;
};

View provider_view(const std::string& label, const char* path, const std::string& to) {
  View view;
  view.set("label", label).set("href", path + ("?to=" + escaped(to)));
  return view;
}

View::List providers_of(const Call& call, const RouteParts& parts, const std::string& to) {
  View::List providers;
  if (parts.provider != nullptr)
    providers.push_back(provider_view(call.site.provider, "/sign-in/provider", to));
  if (!parts.sign_in.trusted_header.empty() && call.request.through_proxy)
    providers.push_back(provider_view(call.texts()("page.sign_in.by_proxy"), "/sign-in/proxy", to));
  return providers;
}

Page sign_in_page(const Call& call, const RouteParts& parts, const SignInPage& shown) {
  View view;
  auto providers = providers_of(call, parts, shown.to);
  set_errors(view, shown.errors);
  view.set("return_to", shown.to).set("email", shown.email);
  view.set("email_error", error_of(shown.errors, "link-email"));
  view.set("link_action", "/sign-in/link").set("password_action", "/sign-in/password");
  view.set("forgotten_href", "/sign-in/forgotten").set("letter_href", "/letter");
  view.set("has_providers", !providers.empty()).set("providers", std::move(providers));
  Page page{"page_sign_in", std::move(view), call.texts()("ui.sign_in.title")};
  page.status = shown.status;
  return page;
}

base::Result<Reply> show_sign_in(const Call& call, const RouteParts& parts) {
  const std::string to = way_on(call.request.query);
  if (call.actor) return Reply(Redirect{to});
  return Reply(sign_in_page(call, parts, {to}));
}

base::Result<Reply> send_link(const Call& call, const RouteParts& parts) {
  const auto& fields = call.form.fields;
  const std::string email(fields.value("email"));
  const app::LinkWish wish{app::LinkUse::sign_in, email, way_on(fields), browser_of(call)};
  const auto wait = app::ask_for_link(call.installation(), call.site.pages, wish);
  if (!wait) {
    const std::string sentence = wait.problems().front().sentence;
    return Reply(sign_in_page(call, parts, {wish.target, email, {{sentence, "link-email"}}, 422}));
  }
  if (*wait) return reply_to(call, **wait);
  return Reply(message_page(call, "page.sign_in.sent.", {}));
}

base::Result<Reply> by_password(const Call& call, const RouteParts& parts) {
  const auto& fields = call.form.fields;
  const app::PasswordEntry entry{std::string(fields.value("email")), std::string(fields.value("password")),
                                 way_on(fields), browser_of(call)};
  auto step = app::sign_in_with_password(call.installation(), entry);
  if (!step) return std::move(step).problems();
  if (const auto* wait = std::get_if<app::Throttled>(&*step)) return reply_to(call, *wait);
  if (auto* needed = std::get_if<app::CodeNeeded>(&*step)) return reply_to(std::move(*needed));
  if (auto* signed_in = std::get_if<app::SignedIn>(&*step)) return reply_to(std::move(*signed_in));
  const FormError error{call.texts()("page.sign_in.password_wrong"), "email"};
  return Reply(sign_in_page(call, parts, {entry.target, entry.email, {error}, 422}));
}

// ---- Forgotten password

Page forgotten_page(const Call& call, const std::string& email, const std::vector<FormError>& errors) {
  const auto& texts = call.texts();
  FormPage form{{texts("page.sign_in.forgotten.title"), texts("page.sign_in.forgotten.lead")},
                "/sign-in/forgotten",
                texts("ui.sign_in.send_link")};
  form.fields.push_back(line_field(
      {"email", texts("ui.sign_in.email"), email, "", error_of(errors, "email"), "email", "username"}));
  form.errors = errors;
  form.cancel_href = "/sign-in";
  form.status = errors.empty() ? 200 : 422;
  return form_page(std::move(form));
}

base::Result<Reply> show_forgotten(const Call& call) {
  return Reply(forgotten_page(call, "", {}));
}

base::Result<Reply> send_reset(const Call& call) {
  const std::string email(call.form.fields.value("email"));
  const app::LinkWish wish{app::LinkUse::reset_password, email, "/account/password", browser_of(call)};
  const auto wait = app::ask_for_link(call.installation(), call.site.pages, wish);
  if (!wait) return Reply(forgotten_page(call, email, {{wait.problems().front().sentence, "email"}}));
  if (*wait) return reply_to(call, **wait);
  return Reply(message_page(call, "page.sign_in.sent.", {}));
}

// ---- The one-time code

Page code_page(const Call& call, const std::string& error) {
  const auto& texts = call.texts();
  FormPage form{{texts("page.sign_in.code.title"), texts("page.sign_in.code.lead")},
                "/sign-in/code",
                texts("ui.sign_in.sign_in")};
  form.fields.push_back(
      code_field({"code", texts("page.sign_in.code.label"), "", texts("page.sign_in.code.hint"), error}, 24));
  if (!error.empty()) form.errors.push_back({error, "code"});
  form.cancel_href = "/sign-in";
  form.status = error.empty() ? 200 : 422;
  return form_page(std::move(form));
}

base::Result<Reply> show_code(const Call& call) {
  if (cookie_of(call, code_step_cookie).empty()) return Reply(Redirect{"/sign-in"});
  return Reply(code_page(call, ""));
}

base::Result<Reply> by_code(const Call& call) {
  auto step = app::enter_with_code(call.installation(), call.site.pages, cookie_of(call, code_step_cookie),
                                   std::string(call.form.fields.value("code")), browser_of(call));
  if (!step) return std::move(step).problems();
  if (const auto* wait = std::get_if<app::Throttled>(&*step)) return reply_to(call, *wait);
  if (auto* signed_in = std::get_if<app::SignedIn>(&*step)) return reply_to(std::move(*signed_in));
  return Reply(code_page(call, call.texts()("page.sign_in.code.wrong")));
}

// ---- Signing out

Reply signed_out() {
  Reply reply = Redirect{"/sign-in", "signed_out"};
  reply.dropped = {session_cookie, code_step_cookie, enrolment_cookie};
  return reply;
}

base::Result<Reply> leave(const Call& call) {
  const auto ended = app::sign_out(call.installation(), *call.actor);
  return ended ? base::Result<Reply>(signed_out()) : ended.problems();
}

base::Result<Reply> leave_everywhere(const Call& call) {
  const auto ended = app::sign_out_everywhere(call.installation(), *call.actor);
  return ended ? base::Result<Reply>(signed_out()) : ended.problems();
}

}  // namespace

std::vector<Endpoint> sign_in_endpoints(const RouteParts& parts) {
  const auto with = [parts](auto act) { return [parts, act](const Call& call) { return act(call, parts); }; };
  return {get("/sign-in", "sign_in", for_anyone(), with(show_sign_in)),
          post("/sign-in/link", "ask_for_link", for_anyone(), with(send_link)),
          post("/sign-in/password", "sign_in_with_password", for_anyone(), with(by_password)),
          get("/sign-in/forgotten", "forgotten_password", for_anyone(), show_forgotten),
          post("/sign-in/forgotten", "ask_for_reset", for_anyone(), send_reset),
          get("/sign-in/code", "sign_in_code", for_anyone(), show_code),
          post("/sign-in/code", "sign_in_with_code", for_anyone(), by_code),
          post("/sign-out", "sign_out", for_signed_in(), leave),
          post("/sign-out/everywhere", "sign_out_everywhere", for_signed_in(), leave_everywhere)};
}

}  // namespace smm::web
