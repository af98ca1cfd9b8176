// SPDX-License-Identifier: Apache-2.0
#include "app/badges/verify_badge.hpp"

#include "app/badges/addresses.hpp"
#include "app/badges/badge_keys.hpp"
#include "app/installation/change.hpp"
#include "badge/baked.hpp"
#include "badge/read_credential.hpp"
#include "badge/utc_text.hpp"
#include "exchange/json.hpp"

namespace smm::app {
namespace {

using badge::SignedCredential;
using badge::StatusCredential;

// A list holds from the beginning of its day, so that whoever asks on one day gets the same bytes, for a
// week, so that it can be kept for that long.
constexpr std::int64_t status_lasts = 7 * base::one_day;

base::Instant begin_of_day(base::Instant now) {
  return {now.microseconds - now.microseconds % base::one_day};
}

base::Result<StatusCredential> signed_list(Installation& installation, Records& records, const Seals& office,
                                           std::int64_t number) {
  const auto key = signing_badge_key(records, office, installation.public_url);
  if (!key) return key.problems();
  badge::StatusList list;
  for (const std::uint32_t index : records.badges.revoked(number)) list.revoke(index);
  const auto from = begin_of_day(installation.clock.now());
  StatusCredential status{.id = status_address(installation.public_url, number),
                          .issuer = issuer_address(installation.public_url),
                          .valid_from = from,
                          .valid_until = from + status_lasts,
                          .encoded_list = list.encoded()};
  return signed_status(std::move(status), {badge::utc_text(from), key->name, ""}, key->key);
}

base::Result<base::Document> json_of(std::string_view file, const std::string& name) {
  const auto json = badge::unbaked(file);
  if (!json) return json.problems();
  return exchange::parse_json(*json, name);
}

base::Result<SignedCredential> badge_in(std::string_view file, const std::string& name) {
  const auto document = json_of(file, name);
  if (!document) return document.problems();
  return badge::read_credential(*document);
}

base::Result<base::Document> document_at(const Files& files, const std::string& path) {
  const auto bytes = files.read(path);
  if (!bytes) return bytes.problems();
  return exchange::parse_json(*bytes, path);
}

}  // namespace

base::Result<StatusCredential> badge_status(Installation& installation, std::int64_t list) {
  const auto office = seals_of(installation, std::string(office_owner));
  if (!office) return office.problems();
  return look<StatusCredential>(installation.database, [&](Records& records) {
    return signed_list(installation, records, *office, list);
  });
}

base::Result<VerifiedBadge> verify_badge(Installation& installation, std::string_view file) {
  auto badge = badge_in(file, "badge");
  if (!badge) return std::move(badge).problems();
  const auto list = status_list_of(installation.public_url, badge->credential.status.list);
  std::optional<StatusCredential> status;
  if (list) {
    // Without a key nothing was ever signed here; the verdict below says so.
    auto made = badge_status(installation, *list);
    if (made) status = std::move(*made);
  }
  return look<VerifiedBadge>(installation.database, [&](Records& records) -> base::Result<VerifiedBadge> {
    const auto controller = badge_controller(records, installation.public_url);
    const auto verdict = verify(*badge, controller, status, installation.clock.now());
    return VerifiedBadge{std::move(*badge), verdict};
  });
}

base::Result<VerifiedBadge> verify_badge_files(const Files& files, const BadgeEvidence& paths,
                                               base::Instant now) {
  const auto bytes = files.read(paths.badge);
  if (!bytes) return bytes.problems();
  auto badge = badge_in(*bytes, paths.badge);
  if (!badge) return std::move(badge).problems();
  const auto controller_file = document_at(files, paths.controller);
  if (!controller_file) return controller_file.problems();
  const auto controller = badge::read_controller(*controller_file);
  if (!controller) return controller.problems();
  std::optional<StatusCredential> status;
  if (paths.status) {
    const auto status_file = document_at(files, *paths.status);
    if (!status_file) return status_file.problems();
    auto read = badge::read_status_credential(*status_file);
    if (!read) return std::move(read).problems();
    status = std::move(*read);
  }
  const auto verdict = verify(*badge, *controller, status, now);
  return VerifiedBadge{std::move(*badge), verdict};
}

}  // namespace smm::app
