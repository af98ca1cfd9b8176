// SPDX-License-Identifier: Apache-2.0
#include "app/people/ask_for_link.hpp"

#include <array>

#include "app/people/email_address.hpp"
#include "app/people/known_browser.hpp"
#include "app/people/person_log.hpp"
#include "app/people/post_mail.hpp"
#include "app/people/seen_link.hpp"

namespace smm::app {
namespace {

std::optional<Throttled> counted_wish(const Installation& installation, const LinkWish& wish) {
  using Wait = std::optional<Throttled>;
  return *change<Wait>(installation.database, installation.clock, [&](Records& records, base::Instant now) {
    const std::array counters = {links_to(wish.email), links_asked_from(wish.browser.address)};
    return base::Result<Change<Wait>>(Change<Wait>::bookkeeping(count_tries(records, counters, now)));
  });
}

// `about` finds the person and what the link is for; nothing when there is nobody.
struct Wanted {
  Person person;
  NewLink link;
};
using About = std::function<std::optional<Wanted>(Records&)>;

// Nobody waits for it. What goes wrong here the person sees as a mail that does not come, and asks again.
void mail_later(const Installation& installation, const Pages& pages, About about) {
  change_later<bool>(
      installation.database, installation.clock,
      [&installation, &pages, about = std::move(about)](Records& records,
                                                        base::Instant now) -> base::Result<Change<bool>> {
        const auto wanted = about(records);
        if (!wanted || wanted->person.deactivated) return Change<bool>::nothing(false);
        const auto mail = post_link(installation, pages, records, wanted->person, wanted->link, now);
        if (!mail) return mail.problems();
        return Change<bool>(true,
                            told_of(records, wanted->person,
                                    {"unknown", "link.asked", std::string(to_string(wanted->link.use))}));
      },
      [](const ChangeEnd<bool>&) {});
}

}  // namespace

base::Result<MailId> post_link(const Installation& installation, const Pages& pages, Records& records,
                               const Person& person, const NewLink& link, base::Instant now) {
  const std::string kind(to_string(link.use));
  Letter mail = letter(pages.texts, kind, {person.name, person.email},
                       {{"name", person.name}, {"office", installation.mail_from}});
  mail.url = make_link(installation, records, link, now);
  mail.school = link.school;
  return post_mail(installation, pages, records, mail, now);
}

base::Result<std::optional<Throttled>> ask_for_link(const Installation& installation, const Pages& pages,
                                                    const LinkWish& wish) {
  SMM_ASSERT(wish.use == LinkUse::sign_in || wish.use == LinkUse::reset_password);
  const auto email = email_address(wish.email);
  if (!email) return email.problems();
  if (auto wait = counted_wish(installation, wish)) return wait;
  mail_later(
      installation, pages,
      [email = *email, use = wish.use, target = wish.target](Records& records) -> std::optional<Wanted> {
        auto person = records.people.by_email(email);
        if (!person) return std::nullopt;
        NewLink link{use, person->id, std::nullopt, target};
        return Wanted{std::move(*person), std::move(link)};
      });
  return std::optional<Throttled>();
}

std::optional<Throttled> ask_for_another_link(const Installation& installation, const Pages& pages,
                                              const std::string& token, const Browser& browser) {
  return mail_another(installation, pages, link_at_rest(token), browser);
}

std::optional<Throttled> mail_another(const Installation& installation, const Pages& pages,
                                      const std::string& hash, const Browser& browser) {
  const LinkWish wish{LinkUse::sign_in, hash, {}, browser};
  if (auto wait = counted_wish(installation, wish)) return wait;
  mail_later(installation, pages, [hash](Records& records) -> std::optional<Wanted> {
    const auto spent = records.sessions.link(hash);
    auto person = spent && spent->person ? records.people.by_id(*spent->person) : std::nullopt;
    if (!person) return std::nullopt;
    NewLink link{LinkUse::sign_in, person->id, spent->school, spent->target};
    return Wanted{std::move(*person), std::move(link)};
  });
  return std::nullopt;
}

}  // namespace smm::app
