// SPDX-License-Identifier: Apache-2.0
// Setting up one-time codes, recovery codes, and doing without.
#include "app/people/second_factor.hpp"

#include "render/qr_code.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/signing_in.hpp"

namespace smm::web {
namespace {

using render::View;

// Easier to type: "abcd efgh".
std::string grouped(const std::string& secret) {
  std::string text;
  for (std::size_t i = 0; i < secret.size(); ++i) {
    if (i > 0 && i % 4 == 0) text += ' ';
    text += secret[i];
  }
  return text;
}

View secret_view(const Call& call, const app::Enrolment& enrolment) {
  View view;
  view.set("text", grouped(enrolment.secret)).set("link", enrolment.uri);
  view.set("picture", render::qr_code_svg(enrolment.uri, call.texts()("page.factor.picture")));
  view.set("action", "/account/second-factor");
  return view;
}

View codes_view(const std::vector<std::string>& codes) {
  return render::views(codes, [](const std::string& code) {
    View view;
    view.set("code", code);
    return view;
  });
}

// With a secret to enter, or with codes to keep.
Page factor_page(const Call& call, const std::optional<app::Enrolment>& enrolment,
                 const std::vector<std::string>& codes, const std::string& error) {
  const std::string title = call.texts()("page.factor.title");
  const bool office = !call.actor->office_roles.empty();
  View view;
  set_head(view, {title, codes.empty() && office ? call.texts()("page.factor.office") : std::string()});
  set_errors(view, error.empty() ? std::vector<FormError>() : std::vector<FormError>{{error, "code"}});
  view.set("secret", enrolment ? secret_view(call, *enrolment) : View(false)).set("code_error", error);
  view.set("has_codes", !codes.empty()).set("codes", codes_view(codes)).set("done_href", "/");
  Page page{"page_second_factor", std::move(view), title};
  page.status = error.empty() ? 200 : 422;
  return page;
}

// Who has it already sees what can be done with it.
Page kept_page(const Call& call) {
  const auto& texts = call.texts();
  FormPage form{{texts("page.factor.title"), texts("page.factor.on")},
                "/account/recovery-codes",
                texts("page.factor.new_codes")};
  form.head.next.push_back({texts("page.factor.replace"), "/account/second-factor?replace=yes", false});
  if (call.actor->office_roles.empty())
    form.head.next.push_back({texts("page.factor.off"), "/account/second-factor/off", false});
  form.cancel_href = "/account";
  return form_page(std::move(form));
}

base::Result<Reply> enrolment_page(const Call& call, const app::Enrolment& enrolment,
                                   const std::string& error) {
  Reply reply = factor_page(call, enrolment, {}, error);
  reply.cookies.push_back(short_cookie(enrolment_cookie, enrolment.ticket));
  return reply;
}

base::Result<Reply> show_factor(const Call& call) {
  const bool replace = call.request.query.value("replace") == "yes";
  if (call.actor->person.totp_confirmed && !replace) return Reply(kept_page(call));
  const auto enrolment = app::begin_enrolment(call.installation(), call.site.pages, *call.actor);
  if (!enrolment) return enrolment.problems();
  return enrolment_page(call, *enrolment, "");
}

base::Result<Reply> wrong_code(const Call& call) {
  const auto enrolment =
      app::enrolment_of(call.installation(), call.site.pages, *call.actor, cookie_of(call, enrolment_cookie));
  if (!enrolment) return enrolment.problems();
  return enrolment_page(call, *enrolment, call.texts()("page.factor.wrong"));
}

base::Result<Reply> take_factor(const Call& call) {
  const auto end =
      app::confirm_enrolment(call.installation(), call.site.pages, *call.actor,
                             cookie_of(call, enrolment_cookie), std::string(call.form.fields.value("code")));
  if (!end) return end.problems();
  if (const auto* wait = std::get_if<app::Throttled>(&*end)) return reply_to(call, *wait);
  const auto* enrolled = std::get_if<app::Enrolled>(&*end);
  if (enrolled == nullptr) return wrong_code(call);
  Reply reply = page_with_session(call, factor_page(call, std::nullopt, enrolled->recovery_codes, ""),
                                  enrolled->session);
  reply.dropped = {enrolment_cookie};
  return reply;
}

base::Result<Reply> make_codes(const Call& call) {
  const auto codes = app::new_recovery_codes(call.installation(), call.site.pages, *call.actor);
  if (!codes) return codes.problems();
  return Reply(factor_page(call, std::nullopt, *codes, ""));
}

base::Result<Reply> show_without(const Call& call) {
  const auto& texts = call.texts();
  FormPage form{{texts("page.factor.off_title"), texts("page.factor.off_lead")},
                "/account/second-factor/off",
                texts("page.factor.off")};
  form.grave = true;
  form.cancel_href = "/account";
  return Reply(form_page(std::move(form)));
}

base::Result<Reply> do_without(const Call& call) {
  const auto done = app::give_up_second_factor(call.installation(), call.site.pages, *call.actor);
  if (!done) return done.problems();
  return Reply(Redirect{"/account", "second_factor_off"});
}

}  // namespace

std::vector<Endpoint> second_factor_endpoints() {
  const Access own = confirmed(for_signed_in());
  return {get("/account/second-factor", "second_factor", own, show_factor),
          post("/account/second-factor", "add_second_factor", own, take_factor),
          post("/account/recovery-codes", "make_recovery_codes", own, make_codes),
          get("/account/second-factor/off", "without_second_factor", own, show_without),
          post("/account/second-factor/off", "drop_second_factor", own, do_without)};
}

}  // namespace smm::web
