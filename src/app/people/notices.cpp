// SPDX-License-Identifier: Apache-2.0
#include "app/people/notices.hpp"

namespace smm::app {

base::Result<MailId> post_notice(const Installation& installation, const Pages& pages, Records& records,
                                 const Person& person, std::string_view kind, base::Instant now) {
  return post_notice_to(installation, pages, records, {person.name, person.email}, kind, now);
}

base::Result<MailId> post_notice_to(const Installation& installation, const Pages& pages, Records& records,
                                    const Mailbox& to, std::string_view kind, base::Instant now) {
  const Letter notice =
      letter(pages.texts, kind, to, {{"name", to.name}, {"office", installation.mail_from}});
  return post_mail(installation, pages, records, notice, now);
}

}  // namespace smm::app
