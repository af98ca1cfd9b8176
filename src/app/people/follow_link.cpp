// SPDX-License-Identifier: Apache-2.0
#include "app/people/change_email.hpp"
#include "app/people/person_log.hpp"
#include "app/people/problems.hpp"
#include "app/people/seen_link.hpp"

namespace smm::app {
namespace {

Change<Followed> spent(Records& records, const Link& link, const Actor* actor, base::Instant now) {
  Spent nothing_left{seen_link(records, link, actor, now)};
  nothing_left.link.state = LinkState::spent;
  return Change<Followed>::nothing(std::move(nothing_left));
}

base::Result<Change<Followed>> sign_in_by(const Installation& installation, Records& records,
                                          const Link& link, const Browser& browser, base::Instant now) {
  const auto person = records.people.by_id(*link.person);
  SMM_ASSERT(person.has_value());
  auto entered = enter(installation, records, *person, {{"link", false}, link.target, browser}, now);
  if (!entered) return std::move(entered).problems();
  Followed followed =
      std::visit([](auto&& value) { return Followed(std::move(value)); }, std::move(entered->value));
  return Change<Followed>(std::move(followed), std::move(entered->entries));
}

base::Result<Change<Followed>> change_address_by(const Installation& installation, const Pages& pages,
                                                 Records& records, const Link& link, base::Instant now) {
  auto told = set_email(installation, pages, records, *link.person, link.email, now);
  if (!told) return std::move(told).problems();
  return Change<Followed>(EmailChanged{}, std::move(*told));
}

}  // namespace

base::Result<Change<Followed>> follow_kept(const Installation& installation, const Pages& pages,
                                           Records& records, const std::string& hash, const Actor* actor,
                                           const Browser& browser, base::Instant now) {
  const auto link = records.sessions.link(hash);
  if (!link) return Change<Followed>::nothing(Spent{});
  const bool ours = link->person.has_value() && link->use != LinkUse::set_up;
  if (!ours || now >= link->expires || !records.sessions.use_link(hash, now))
    return spent(records, *link, actor, now);
  if (link->use == LinkUse::change_email) return change_address_by(installation, pages, records, *link, now);
  return sign_in_by(installation, records, *link, browser, now);
}

base::Result<Followed> follow_link(const Installation& installation, const Pages& pages,
                                   const std::string& token, const Actor* actor, const Browser& browser) {
  return change<Followed>(
      installation.database, installation.clock, [&](Records& records, base::Instant now) {
        return follow_kept(installation, pages, records, link_at_rest(token), actor, browser, now);
      });
}

}  // namespace smm::app
