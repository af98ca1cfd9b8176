// SPDX-License-Identifier: Apache-2.0
#include "store/records/badge_records.hpp"

#include "store/records/columns.hpp"

namespace smm::store::records {
namespace {

app::BadgeKey badge_key_of(const Row& row) {
  RowReader read(row);
  return {
      .public_key = read.text(), .sealed = read.blob(), .made = read.time(), .retired = read.time_or_null()};
}

app::KeptBadge badge_of(const Row& row) {
  RowReader read(row);
  return {.id = read.id<app::BadgeId>(),
          .sheet = {.round = read.id<assessment::RoundId>(), .school = read.id<assessment::SchoolId>()},
          .place = {.list = read.integer(), .index = static_cast<std::uint32_t>(read.integer())},
          .issued = read.time(),
          .expires = read.time(),
          .issued_by = read.text(),
          .credential = read.text(),
          .revoked = read.time_or_null(),
          .revoked_by = read.text(),
          .reason = read.text()};
}

app::Listing listing_of(const Row& row) {
  RowReader read(row);
  return {.sheet = {.round = read.id<assessment::RoundId>(), .school = read.id<assessment::SchoolId>()},
          .since = read.time(),
          .by = read.id<assessment::PersonId>()};
}

std::uint32_t index_of(const Row& row) {
  return static_cast<std::uint32_t>(row.integer(0));
}

}  // namespace

std::vector<app::BadgeKey> BadgeRecords::keys() {
  return each(queries_.rows("badge_keys"), badge_key_of);
}

void BadgeRecords::add(const app::BadgeKey& key) {
  queries_.run("add_badge_key", columns(key.public_key, Blob{key.sealed}, key.made, key.retired));
}

void BadgeRecords::retire(const std::string& public_key, base::Instant now) {
  queries_.change("retire_badge_key", columns(now, public_key));
}

std::optional<app::KeptBadge> BadgeRecords::by_id(const app::BadgeId& id) {
  return one(queries_.row("badge", columns(id)), badge_of);
}

std::vector<app::KeptBadge> BadgeRecords::of(const app::SheetKey& sheet) {
  return each(queries_.rows("badges_of_part", columns(sheet.round, sheet.school)), badge_of);
}

std::vector<app::KeptBadge> BadgeRecords::of(const assessment::RoundId& round) {
  return each(queries_.rows("badges_of_round", columns(round)), badge_of);
}

std::vector<std::uint32_t> BadgeRecords::places(std::int64_t list) {
  return each(queries_.rows("badge_places", columns(list)), index_of);
}

std::vector<std::uint32_t> BadgeRecords::revoked(std::int64_t list) {
  return each(queries_.rows("revoked_badge_places", columns(list)), index_of);
}

void BadgeRecords::add(const app::KeptBadge& badge) {
  queries_.run("add_badge",
               columns(badge.id, badge.sheet.round, badge.sheet.school, badge.place.list,
                       std::int64_t{badge.place.index}, badge.issued, badge.expires, badge.issued_by,
                       badge.credential, badge.revoked, badge.revoked_by, badge.reason));
}

void BadgeRecords::revoke(const app::KeptBadge& badge) {
  queries_.change("revoke_badge", columns(badge.revoked, badge.revoked_by, badge.reason, badge.id));
}

std::optional<app::Listing> BadgeRecords::listing(const app::SheetKey& sheet) {
  return one(queries_.row("listing", columns(sheet.round, sheet.school)), listing_of);
}

std::vector<app::Listing> BadgeRecords::listed(const assessment::RoundId& round) {
  return each(queries_.rows("listed_schools", columns(round)), listing_of);
}

void BadgeRecords::add(const app::Listing& listing) {
  queries_.run("add_listing", columns(listing.sheet.round, listing.sheet.school, listing.since, listing.by));
}

void BadgeRecords::remove_listing(const app::SheetKey& sheet) {
  queries_.run("remove_listing", columns(sheet.round, sheet.school));
}

}  // namespace smm::store::records
