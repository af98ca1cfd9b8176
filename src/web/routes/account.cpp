// SPDX-License-Identifier: Apache-2.0
// Oneself: name, address, password, second factor, and where one is signed in.
#include "app/people/change_email.hpp"
#include "app/people/change_password.hpp"
#include "app/people/own_sessions.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/signing_in.hpp"
#include "web/session/admission.hpp"

namespace smm::web {
namespace {

using render::View;

View pair_view(const Call& call, const char* term, const std::string& value, const char* action,
               const char* path) {
  View link;
  link.set("label", call.texts()(action)).set("href", path);
  View view;
  view.set("term", call.texts()(term)).set("value", value).set("action", std::move(link));
  return view;
}

View::List pairs_of(const Call& call) {
  const app::Person& person = call.actor->person;
  const auto& texts = call.texts();
  const char* password = person.password.empty() ? "page.account.none" : "page.account.set";
  const char* factor = person.totp_confirmed ? "page.account.factor_on" : "page.account.none";
  return {
      pair_view(call, "page.person.name", person.name, "page.account.change", "/account/name"),
      pair_view(call, "ui.sign_in.email", person.email, "page.account.change", "/account/address"),
      pair_view(call, "ui.sign_in.password", texts(password), "page.account.change", "/account/password"),
      pair_view(call, "page.account.factor", texts(factor), "page.account.change", "/account/second-factor")};
}

View session_view(const Call& call, const app::Session& session) {
  View view;
  view.set("id", session.id.text()).set("what", session.browser + " · " + session.address);
  view.set("since", utc_time(call, session.created)).set("seen", utc_time(call, session.seen));
  return view.set("this_one", session.id == call.actor->session.id);
}

base::Result<Reply> show_account(const Call& call) {
  const auto sessions = app::own_sessions(call.installation(), *call.actor);
  if (!sessions) return sessions.problems();
  View view;
  const std::string title = call.texts()("page.account.title");
  set_head(view, {title});
  view.set("pairs", pairs_of(call)).set("revoke_action", "/account/sessions");
  view.set("sessions", render::views(*sessions, [&](const auto& each) { return session_view(call, each); }));
  view.set("other_sessions", sessions->size() > 1).set("preferences_action", "");
  set_fields(view, {});
  return Reply(Page{"page_account", std::move(view), title});
}

base::Result<Reply> end_sessions(const Call& call) {
  const std::string which(call.form.fields.value("session"));
  const auto ended = which == "others" ? app::end_other_sessions(call.installation(), *call.actor)
                                       : app::end_own_session(call.installation(), *call.actor, which);
  if (!ended) return ended.problems();
  return Reply(Redirect{"/account", "session_ended"});
}

// ---- Name

Page name_page(const Call& call, const std::string& name, const std::string& error) {
  const auto& texts = call.texts();
  FormPage form{{texts("page.account.name_title")}, "/account/name", texts("page.account.save")};
  form.fields.push_back(line_field({"name", texts("page.person.name"), name, "", error, "text", "name"}));
  if (!error.empty()) form.errors.push_back({error, "name"});
  form.cancel_href = "/account";
  form.status = error.empty() ? 200 : 422;
  return form_page(std::move(form));
}

base::Result<Reply> show_name(const Call& call) {
  return Reply(name_page(call, call.actor->person.name, ""));
}

base::Result<Reply> take_name(const Call& call) {
  const std::string name(call.form.fields.value("name"));
  const auto changed = app::change_name(call.installation(), *call.actor, name);
  if (!changed) return Reply(name_page(call, name, changed.problems().front().sentence));
  return Reply(Redirect{"/account", "name_changed"});
}

// ---- Address

Page address_page(const Call& call, const std::string& email, const std::string& error) {
  const auto& texts = call.texts();
  FormPage form{{texts("page.account.address_title"), texts("page.account.address_lead")},
                "/account/address",
                texts("page.account.address_submit")};
  form.fields.push_back(
      line_field({"email", texts("page.account.new_address"), email, "", error, "email", "email"}));
  if (!error.empty()) form.errors.push_back({error, "email"});
  form.cancel_href = "/account";
  form.status = error.empty() ? 200 : 422;
  return form_page(std::move(form));
}

base::Result<Reply> show_address(const Call& call) {
  return Reply(address_page(call, "", ""));
}

base::Result<Reply> take_address(const Call& call) {
  const std::string email(call.form.fields.value("email"));
  const auto wait = app::ask_to_change_email(call.installation(), call.site.pages, *call.actor, email);
  if (!wait) return Reply(address_page(call, email, wait.problems().front().sentence));
  if (*wait) return reply_to(call, **wait);
  return Reply(message_page(call, "page.account.address_sent.", {},
                            {{call.texts()("page.account.title"), "/account"}}));
}

// ---- Password

Page password_page(const Call& call, const std::vector<FormError>& errors) {
  const auto& texts = call.texts();
  FormPage form{{texts("page.account.password_title"), texts("page.account.password_lead")},
                "/account/password",
                texts("page.account.password_submit")};
  form.fields.push_back(
      password_field({"password", texts("page.account.new_password"), "", texts("page.person.password_hint"),
                      errors.empty() ? "" : errors.front().text, "", "new-password"}));
  form.errors = errors;
  for (FormError& error : form.errors) error.field = "password";
  form.cancel_href = "/account";
  form.status = errors.empty() ? 200 : 422;
  return form_page(std::move(form));
}

base::Result<Reply> show_password(const Call& call) {
  return Reply(password_page(call, {}));
}

base::Result<Reply> take_password(const Call& call) {
  const auto session = app::change_password(call.installation(), call.site.pages, *call.actor,
                                            std::string(call.form.fields.value("password")));
  if (!session) return Reply(password_page(call, form_errors(session.problems())));
  return with_session(Redirect{"/account", "password_set"}, *session);
}

}  // namespace

std::vector<Endpoint> account_endpoints() {
  const Access own = for_signed_in();
  return {get("/account", "account", own, show_account),
          post("/account/sessions", "end_sessions", own, end_sessions),
          get("/account/name", "name", own, show_name),
          post("/account/name", "change_name", own, take_name),
          get("/account/address", "address", confirmed(own), show_address),
          post("/account/address", "change_address", confirmed(own), take_address),
          get("/account/password", "password", confirmed(own), show_password),
          post("/account/password", "change_password", confirmed(own), take_password)};
}

}  // namespace smm::web
