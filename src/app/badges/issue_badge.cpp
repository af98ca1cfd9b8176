// SPDX-License-Identifier: Apache-2.0
#include "app/badges/issue_badge.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "app/badges/addresses.hpp"
#include "app/badges/badge_keys.hpp"
#include "app/badges/problems.hpp"
#include "app/installation/change.hpp"
#include "app/rounds/problems.hpp"
#include "badge/credential.hpp"
#include "badge/status_list.hpp"
#include "badge/utc_text.hpp"

namespace smm::app {
namespace {

namespace why = badges_problem;
using BadgeChange = base::Result<Change<KeptBadge>>;

// A random UUID (RFC 9562, version 4).
std::string new_uuid_name(base::RandomBytes& random) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::array<unsigned char, 16> bytes{};
  random.fill(bytes);
  bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0f) | 0x40);
  bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3f) | 0x80);
  std::string name = "urn:uuid:";
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) name += '-';
    name += digits[bytes[i] >> 4];
    name += digits[bytes[i] & 15];
  }
  return name;
}

std::uint32_t random_index(base::RandomBytes& random) {
  static_assert((badge::status_list_entries & (badge::status_list_entries - 1)) == 0);
  std::array<unsigned char, 4> bytes{};
  random.fill(bytes);
  std::uint32_t number = 0;
  for (const unsigned char byte : bytes) number = number << 8 | byte;
  return number & (badge::status_list_entries - 1);
}

// Lists are at most half full: a free place is found soon, and which ones are taken stays hard to guess.
StatusPlace free_place(Records& records, base::RandomBytes& random) {
  for (std::int64_t list = 1;; ++list) {
    const auto places = records.badges.places(list);
    if (places.size() >= badge::status_list_entries / 2) continue;
    const std::set<std::uint32_t> taken(places.begin(), places.end());
    std::uint32_t index = random_index(random);
    while (taken.contains(index)) index = random_index(random);
    return {list, index};
  }
}

// JSON-LD processors differ in how they write control characters; names have none.
std::string plain_name(std::string name) {
  for (char& c : name)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  return name;
}

badge::Achievement achievement_of(const Installation& installation, const render::Texts& texts,
                                  const assessment::Round& round) {
  const std::string& url = installation.public_url;
  const std::string title = plain_name(round.title);
  return {.id = badge_round_address(url, round.code),
          .name = texts("badge.name", {{"round", title}}),
          .description = texts("badge.description", {{"round", title}, {"edition", round.edition}}),
          .edition = round.edition,
          .criteria = badge_criteria_address(url),
          .narrative = texts("badge.narrative"),
          .image = badge_picture_address(url, round.code)};
}

base::Instant whole_second(base::Instant when) {
  return {when.seconds() * base::one_second};
}

badge::Credential credential_of(Installation& installation, const render::Texts& texts, const Part& part,
                                const KeptBadge& kept) {
  const std::string& url = installation.public_url;
  const auto achievement = achievement_of(installation, texts, part.round);
  return {.id = new_uuid_name(installation.random),
          .name = achievement.name,
          .issuer = {issuer_address(url), texts("badge.issuer"), url + "/"},
          .valid_from = kept.issued,
          .valid_until = kept.expires,
          .subject = new_uuid_name(installation.random),
          .school = plain_name(part.school.name),
          .achievement = achievement,
          .status = {status_address(url, kept.place.list), kept.place.index}};
}

base::Result<KeptBadge> made_badge(Installation& installation, Records& records, const render::Texts& texts,
                                   const Part& part, int years, const std::string& actor, base::Instant now) {
  const auto office = installation.keys.seals_or_new(records.schools, std::string(office_owner));
  if (!office) return office.problems();
  const auto key = signing_badge_key(records, *office, installation.public_url);
  if (!key) return key.problems();
  const auto issued = whole_second(now);
  KeptBadge kept{.id = BadgeId::make(installation.random),
                 .sheet = {part.round.id, part.school.id},
                 .place = free_place(records, installation.random),
                 .issued = issued,
                 .expires = badge::years_later(issued, years),
                 .issued_by = actor,
                 .credential = {}};
  kept.credential = badge::credential_json(badge::signed_credential(
      credential_of(installation, texts, part, kept), {badge::utc_text(issued), key->name, ""}, key->key));
  return kept;
}

std::optional<base::Problem> refusal_of(const BadgeWish& wish, const std::optional<Part>& part) {
  if (wish.years < 1 || wish.years > 10)
    return base::Problem(why::badge_years,
                         "A badge holds for 1 to 10 years, not " + std::to_string(wish.years));
  if (!part)
    return base::Problem(rounds_problem::round_not_found,
                         "School " + wish.school + " has no part in a round " + wish.round);
  if (part->round.practice)
    return base::Problem(rounds_problem::practice_round, "There are no badges of a practice round");
  if (part->participation.state != assessment::ParticipationState::submitted)
    return base::Problem(why::badge_not_submitted,
                         "A badge is for a sheet that was attested and submitted; this one is " +
                             std::string(to_string(part->participation.state)));
  return std::nullopt;
}

}  // namespace

base::Result<KeptBadge> issue_badge(Installation& installation, const render::Texts& texts,
                                    const BadgeWish& wish, const std::string& actor) {
  return change<KeptBadge>(
      installation.database, installation.clock, [&](Records& records, base::Instant now) -> BadgeChange {
        auto part = records.rounds.part(wish.round, wish.school);
        // Locked, so that two who ask at once get one badge.
        if (part)
          part->participation = *records.rounds.participation({part->round.id, part->school.id}, true);
        if (const auto refused = refusal_of(wish, part)) return *refused;
        for (const KeptBadge& earlier : records.badges.of(SheetKey{part->round.id, part->school.id}))
          if (earlier.holds(now)) return Change<KeptBadge>::nothing(earlier);
        auto kept = made_badge(installation, records, texts, *part, wish.years, actor, now);
        if (!kept) return kept.problems();
        records.badges.add(*kept);
        return Change<KeptBadge>(*kept, AuditEntry{part->school.id.text(), actor, "badge.issue",
                                                   part->round.code, kept->id.text()});
      });
}

base::Result<KeptBadge> revoke_badge(Installation& installation, const BadgeId& id, const std::string& reason,
                                     const std::string& actor) {
  if (reason.find_first_not_of(" \t\r\n") == std::string::npos)
    return base::Problem(rounds_problem::reason_needed, "Say why the badge is revoked; the school reads it",
                         {"reason", 0, 0});
  return change<KeptBadge>(
      installation.database, installation.clock, [&](Records& records, base::Instant now) -> BadgeChange {
        auto kept = records.badges.by_id(id);
        if (!kept) return base::Problem(why::no_such_badge, "There is no badge " + id.text());
        if (kept->revoked) return base::Problem(why::badge_revoked, "This badge was revoked before");
        kept->revoked = now;
        kept->revoked_by = actor;
        kept->reason = reason;
        records.badges.revoke(*kept);
        return Change<KeptBadge>(
            *kept, AuditEntry{kept->sheet.school.text(), actor, "badge.revoke", id.text(), reason});
      });
}

base::Result<std::vector<KeptBadge>> badges_of_part(Installation& installation, const SheetKey& sheet) {
  return look<std::vector<KeptBadge>>(
      installation.database,
      [&](Records& records) -> base::Result<std::vector<KeptBadge>> { return records.badges.of(sheet); });
}

}  // namespace smm::app
