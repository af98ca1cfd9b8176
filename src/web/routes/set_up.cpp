// SPDX-License-Identifier: Apache-2.0
// The first page of a new installation: whoever has the printed link becomes its first admin, and goes on to
// set up one-time codes.
#include "app/people/set_up.hpp"

#include "web/routes/endpoints.hpp"
#include "web/routes/signing_in.hpp"

namespace smm::web {
namespace {

render::View step_view(const Call& call, int number) {
  const std::string no = std::to_string(number);
  render::View view;
  view.set("no", no).set("label", call.texts()("page.set_up.step." + no));
  return view.set("done", false).set("current", number == 1);
}

void set_steps(const Call& call, render::View& view) {
  view.set("steps_label", call.texts()("page.set_up.steps"));
  view.set("steps", render::View::List{step_view(call, 1), step_view(call, 2)});
}

Page set_up_page(const Call& call, const std::vector<FormError>& errors) {
  const auto& texts = call.texts();
  const auto value = [&](const char* name) { return std::string(call.form.fields.value(name)); };
  render::View view;
  set_head(view, {texts("page.set_up.title"), texts("page.set_up.lead")});
  set_errors(view, errors);
  set_steps(call, view);
  set_fields(
      view, {line_field({"name", texts("page.person.name"), value("name"), "", error_of(errors, "name"),
                         "text", "name"}),
             line_field({"email", texts("ui.sign_in.email"), value("email"), "", error_of(errors, "email"),
                         "email", "username"}),
             password_field({"password", texts("ui.sign_in.password"), "", texts("page.person.password_hint"),
                             error_of(errors, "password"), "", "new-password"})});
  view.set("action", "/set-up/" + std::string(call.request.captures.text("token")));
  view.set("submit", texts("page.set_up.submit"));
  Page page{"page_setup", std::move(view), texts("page.set_up.title")};
  page.status = errors.empty() ? 200 : 422;
  return page;
}

Page closed_page(const Call& call) {
  Page page = message_page(call, "page.set_up.closed.", {}, {{call.texts()("ui.sign_in.title"), "/sign-in"}});
  page.status = 404;
  return page;
}

base::Result<Reply> show_set_up(const Call& call) {
  const auto open = app::set_up_is_open(call.installation(), call.request.captures.text("token"));
  if (!open) return open.problems();
  return Reply(*open ? set_up_page(call, {}) : closed_page(call));
}

base::Result<Reply> take_set_up(const Call& call) {
  const auto& fields = call.form.fields;
  const app::FirstAdmin admin{std::string(fields.value("name")), std::string(fields.value("email")),
                              std::string(fields.value("password"))};
  const auto session =
      app::set_up(call.installation(), call.request.captures.text("token"), admin, browser_of(call));
  if (session) return with_session(Redirect{"/account/second-factor"}, *session);
  const auto errors = form_errors(session.problems());
  if (errors.front().field.empty()) return Reply(closed_page(call));
  return Reply(set_up_page(call, errors));
}

}  // namespace

std::vector<Endpoint> set_up_endpoints() {
  return {get("/set-up/{token}", "set_up", for_anyone(), show_set_up),
          post("/set-up/{token}", "take_set_up", for_anyone(), take_set_up)};
}

}  // namespace smm::web
