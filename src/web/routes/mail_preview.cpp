// SPDX-License-Identifier: Apache-2.0
#include "web/routes/mail_preview.hpp"

#include "web/http/shown_document.hpp"

namespace smm::web {

Page mail_page(const Call& call, const app::Mail& mail, MailPreview preview) {
  const auto& texts = call.texts();
  Page page{"page_mail", {}, preview.head.title};
  set_head(page.view, preview.head);
  page.view.set("picks", !preview.schools.empty()).set("pick_action", call.request.path);
  page.view.set("pick_submit", texts("office.preview.pick_submit"));
  set_fields(page.view, {select_field({"school", texts("office.preview.pick")}, preview.schools)});
  page.view.set("to", mail.to.name.empty() ? mail.to.address : mail.to.name + " <" + mail.to.address + ">");
  page.view.set("subject", mail.subject).set("mail", mail.text);
  page.view.set("looks", render::views(preview.looks, [](const NextStep& look) {
                  return render::View().set("label", look.label).set("href", look.href);
                }));
  return page;
}

Reply mail_document(const app::Mail& mail) {
  return Raw{http::shown_document(mail.html)};
}

}  // namespace smm::web
