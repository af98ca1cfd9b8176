// SPDX-License-Identifier: Apache-2.0
#include "app/installation/change.hpp"
#include "app/people/notices.hpp"
#include "app/people/person_log.hpp"
#include "app/people/problems.hpp"
#include "app/people/recovery_codes.hpp"
#include "app/people/sealed_note.hpp"
#include "app/people/second_factor.hpp"
#include "base/base32.hpp"
#include "crypto/totp.hpp"

namespace smm::app {
namespace {

constexpr std::string_view enrolment_use = "enrolment";
constexpr std::int64_t enrolment_lasts = 30 * base::one_minute;

std::string uri_escaped(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '.' || c == '-' || c == '_';
    const auto byte = static_cast<unsigned char>(c);
    if (plain)
      out += c;
    else
      out += {'%', digits[byte >> 4], digits[byte & 15]};
  }
  return out;
}

// Key URI format of authenticator apps: label "issuer:account", and the issuer again.
std::string otpauth_uri(std::string_view issuer, std::string_view account, const std::string& secret) {
  return "otpauth://totp/" + uri_escaped(issuer) + ":" + uri_escaped(account) + "?secret=" + secret +
         "&issuer=" + uri_escaped(issuer) + "&algorithm=SHA1&digits=6&period=30";
}

Enrolment enrolment_with(const Pages& pages, const Actor& actor, const std::string& secret,
                         std::string ticket) {
  const std::string text = crypto::totp_secret_text(secret);
  return {text, otpauth_uri(pages.texts("ui.page.brand"), actor.person.email, text), std::move(ticket)};
}

// The secret that a ticket holds for this person.
base::Result<std::string> secret_in(const Seals& seals, const Actor& actor, const std::string& ticket,
                                    base::Instant now) {
  const auto texts = opened_note(seals, enrolment_use, ticket, now);
  const bool ours = texts && texts->size() == 2 && texts->front() == actor.person.id.text();
  const auto secret = ours ? base::from_base32(texts->back()) : std::nullopt;
  if (!secret)
    return base::Problem(people_problem::sign_in_run_out, "This page is too old; please begin again");
  return *secret;
}

base::Result<Change<EnrolmentEnd>> enrolled(const Installation& installation, const Pages& pages,
                                            Records& records, const Actor& actor, Person person,
                                            base::Instant now) {
  person.totp_confirmed = true;
  records.people.change(person);
  Enrolled end{give_recovery_codes(records.people, person.id),
               renewed_session(installation, records, actor.session, true, now)};
  records.sessions.end_all(person.id, end.session.session.id, now);
  const auto told = post_notice(installation, pages, records, person, "second_factor_on", now);
  if (!told) return told.problems();
  return Change<EnrolmentEnd>(std::move(end), told_of_own(records, person, "second_factor.on"));
}

base::Result<Change<EnrolmentEnd>> enrol(const Installation& installation, const Pages& pages,
                                         Records& records, const Actor& actor, const std::string& ticket,
                                         const std::string& code, base::Instant now) {
  const auto seals = installation.keys.seals_or_new(records.schools, std::string(office_owner));
  if (!seals) return seals.problems();
  const auto secret = secret_in(*seals, actor, ticket, now);
  if (!secret) return secret.problems();
  if (const auto wait = count_try(records, code_tries_of(actor.person), now))
    return Change<EnrolmentEnd>::bookkeeping(*wait);
  auto person = records.people.by_id(actor.person.id);
  const auto step = crypto::matched_totp_step(*secret, code, static_cast<std::uint64_t>(now.seconds()));
  if (!person || !step) return Change<EnrolmentEnd>::bookkeeping(WrongCode{});
  person->totp_secret = seals->seal({"totp", person->id.text()}, *secret);
  person->totp_step = static_cast<std::int64_t>(*step);
  return enrolled(installation, pages, records, actor, std::move(*person), now);
}

std::string digits_of(std::string_view typed) {
  std::string digits;
  for (const char c : typed) {
    if (c != ' ') digits += c;
  }
  return digits;
}

}  // namespace

base::Result<Enrolment> begin_enrolment(const Installation& installation, const Pages& pages,
                                        const Actor& actor) {
  // The office's key may have to be made first.
  return change<Enrolment>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<Enrolment>> {
        const auto seals = installation.keys.seals_or_new(records.schools, std::string(office_owner));
        if (!seals) return seals.problems();
        const std::string secret = crypto::new_totp_secret();
        std::string ticket = sealed_note(
            *seals, enrolment_use, {actor.person.id.text(), base::base32(secret)}, now + enrolment_lasts);
        return Change<Enrolment>::bookkeeping(enrolment_with(pages, actor, secret, std::move(ticket)));
      });
}

base::Result<Enrolment> enrolment_of(const Installation& installation, const Pages& pages, const Actor& actor,
                                     const std::string& ticket) {
  return look<Enrolment>(installation.database, [&](Records& records) -> base::Result<Enrolment> {
    const auto seals = installation.keys.seals(records.schools, std::string(office_owner));
    if (!seals) return seals.problems();
    const auto secret = secret_in(*seals, actor, ticket, installation.clock.now());
    if (!secret) return secret.problems();
    return enrolment_with(pages, actor, *secret, ticket);
  });
}

base::Result<EnrolmentEnd> confirm_enrolment(const Installation& installation, const Pages& pages,
                                             const Actor& actor, const std::string& ticket,
                                             const std::string& code) {
  return change<EnrolmentEnd>(
      installation.database, installation.clock, [&](Records& records, base::Instant now) {
        return enrol(installation, pages, records, actor, ticket, digits_of(code), now);
      });
}

}  // namespace smm::app
