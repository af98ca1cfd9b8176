// SPDX-License-Identifier: Apache-2.0
#include "web/session/confirm_page.hpp"

#include "web/session/answering.hpp"
#include "web/session/wishes.hpp"

namespace smm::web {
namespace {

constexpr std::string_view kept_prefix = "kept.";

bool is_secret(std::string_view field) {
  return field.find("password") != std::string_view::npos || field == "code" || field == "csrf";
}

render::View::List confirm_fields(const Call& call, const std::string& error) {
  const auto& texts = call.texts();
  const app::Person& person = call.actor->person;
  render::View::List fields;
  if (!person.password.empty())
    fields.push_back(password_field({"password", texts("ui.sign_in.password"), "", "", error, "",
                                     "current-password", person.totp_confirmed}));
  if (person.totp_confirmed)
    fields.push_back(
        code_field({"code", texts("page.sign_in.code.label"), "", texts("page.sign_in.code.hint"),
                    person.password.empty() ? error : "", "", "", !person.password.empty()},
                   24));
  return fields;
}

// Who came by the identity provider may go there again; it is told to ask.
bool offers_provider(const Call& call) {
  return !call.site.provider.empty() && call.actor->session.how == "oidc";
}

NextStep to_provider(const Call& call, const std::string& to) {
  return {call.texts()("page.confirm.by_provider", {{"provider", call.site.provider}}),
          "/sign-in/provider?to=" + escaped(to), false};
}

std::vector<http::Parameter> hidden_fields(const ConfirmPage& wanted) {
  std::vector<http::Parameter> hidden = {{"to", wanted.to}};
  for (const http::Parameter& field : wanted.kept)
    hidden.push_back({std::string(kept_prefix) + field.name, field.value});
  return hidden;
}

}  // namespace

Page confirm_page(const Call& call, const ConfirmPage& wanted) {
  const auto& texts = call.texts();
  FormPage form{
      {texts("page.confirm.title"), texts("page.confirm.lead")}, "/confirm", texts("page.confirm.submit")};
  form.fields = confirm_fields(call, wanted.error);
  form.hidden = hidden_fields(wanted);
  form.cancel_href = "/";
  if (!wanted.error.empty()) form.errors.push_back({wanted.error, "main"});
  if (!wanted.kept.empty()) form.below.push_back(texts("page.confirm.kept"));
  if (offers_provider(call)) form.head.next.push_back(to_provider(call, wanted.to));
  // Nothing to type: a mailed link is what is left.
  if (form.fields.empty()) {
    form.head.lead = texts("page.confirm.by_link", {{"email", call.actor->person.email}});
    form.action = "/confirm/link";
    form.submit = texts("ui.sign_in.send_link");
    form.below.clear();
  }
  form.status = wanted.error.empty() ? 200 : 422;
  return form_page(std::move(form));
}

std::vector<http::Parameter> stopped_fields(const http::Parameters& form) {
  std::vector<http::Parameter> fields;
  for (const http::Parameter& field : form) {
    if (!is_secret(field.name)) fields.push_back(field);
  }
  return fields;
}

std::vector<http::Parameter> kept_fields(const http::Parameters& confirm_form) {
  std::vector<http::Parameter> fields;
  for (const http::Parameter& field : confirm_form) {
    if (field.name.starts_with(kept_prefix))
      fields.push_back({field.name.substr(kept_prefix.size()), field.value});
  }
  return fields;
}

Page resend_page(const Call& call, const std::string& to, const std::vector<http::Parameter>& fields) {
  const auto& texts = call.texts();
  FormPage form{{texts("page.confirm.done.title"), texts("page.confirm.done.lead")},
                to,
                texts("page.confirm.done.submit")};
  form.hidden = fields;
  form.cancel_href = "/";
  return form_page(std::move(form));
}

std::optional<http::Response> stopped(const Call& call, const Access& access) {
  const auto problem = access.confirmed ? app::refusal_unless_confirmed(*call.actor, call.now) : std::nullopt;
  if (!problem) return std::nullopt;
  const bool form = call.request.method == http::Method::post;
  if (!form || wants_json(call.request) || wants_fragment(call.request))
    return response_to(call, base::Problems{*problem});
  auto kept = stopped_fields(call.form.fields);
  // A form without fields was stopped all the same.
  if (kept.empty()) kept.push_back({"again", "yes"});
  Page page = confirm_page(call, {local_path(call.request.target), std::move(kept)});
  page.status = 403;
  return response_to(call, Reply(std::move(page)));
}

}  // namespace smm::web
