// SPDX-License-Identifier: Apache-2.0
#include "app/people/links.hpp"

#include "app/people/email_address.hpp"
#include "app/people/seen_link.hpp"
#include "crypto/token.hpp"

namespace smm::app {
namespace {

constexpr unsigned link_bits = 256;

// The address that the mail with this link went to.
std::string sent_to(Records& records, const Link& link) {
  if (!link.email.empty()) return link.email;
  const auto person = link.person ? records.people.by_id(*link.person) : std::nullopt;
  return person ? person->email : std::string();
}

}  // namespace

std::int64_t lifetime(LinkUse use) {
  switch (use) {
    case LinkUse::set_up:
      return 7 * base::one_day;
    case LinkUse::invitation:
      return 30 * base::one_day;
    case LinkUse::sign_in:
      return 15 * base::one_minute;
    case LinkUse::reset_password:
    case LinkUse::change_email:
      return base::one_hour;
  }
  return 0;
}

std::string link_at_rest(std::string_view token) {
  return crypto::token_at_rest("link", token);
}

std::string make_link(const Installation& installation, Records& records, const NewLink& link,
                      base::Instant now) {
  const std::string token = crypto::token_base64url(link_bits);
  records.sessions.add_link({.token = link_at_rest(token),
                             .use = link.use,
                             .person = link.person,
                             .school = link.school,
                             .target = link.target,
                             .email = link.email,
                             .created = now,
                             .expires = now + lifetime(link.use),
                             .used = std::nullopt});
  return installation.public_url + "/link/" + token;
}

SeenLink seen_link(Records& records, const Link& link, const Actor* actor, base::Instant now) {
  SeenLink seen;
  seen.state = link.used || now >= link.expires ? LinkState::spent : LinkState::live;
  seen.use = link.use;
  const std::string address = sent_to(records, link);
  seen.masked = address.empty() ? "" : masked(address);
  if (const auto school = link.school ? records.schools.by_id(*link.school) : std::nullopt)
    seen.school = school->name;
  seen.target = link.target.empty() ? "/" : link.target;
  seen.of_actor = actor != nullptr && link.person == actor->person.id;
  return seen;
}

base::Result<SeenLink> look_at_link(const Installation& installation, const std::string& token,
                                    const Actor* actor) {
  return look<SeenLink>(installation.database, [&](Records& records) -> base::Result<SeenLink> {
    const auto link = records.sessions.link(link_at_rest(token));
    if (!link) return SeenLink();
    return seen_link(records, *link, actor, installation.clock.now());
  });
}

}  // namespace smm::app
