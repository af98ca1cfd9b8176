// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "store/records/columns.hpp"
#include "store/records/round_records.hpp"

namespace smm::store::records {
namespace {

app::Membership membership_of(const Row& row) {
  RowReader read(row);
  return {.person = read.id<assessment::PersonId>(),
          .school = read.id<assessment::SchoolId>(),
          .round = read.id<assessment::RoundId>(),
          .role = read.word(assessment::school_role),
          .since = read.time()};
}

app::GrantedView granted_view_of(const Row& row) {
  RowReader read(row);
  return {.sheet = {.round = read.id<assessment::RoundId>(), .school = read.id<assessment::SchoolId>()},
          .stewardship = read.truth(),
          .person = read.id_or_null<assessment::PersonId>(),
          .granted_by = read.id_or_null<assessment::PersonId>(),
          .reason = read.text(),
          .from = read.time(),
          .until = read.time()};
}

}  // namespace

std::vector<app::Membership> RoundRecords::memberships(const app::SheetKey& sheet) {
  return each(queries_.rows("memberships_of_sheet", columns(sheet.round, sheet.school)), membership_of);
}

std::vector<app::Membership> RoundRecords::memberships(const assessment::PersonId& person) {
  return each(queries_.rows("memberships_of_person", columns(person)), membership_of);
}

std::vector<assessment::SchoolRole> RoundRecords::roles(const assessment::PersonId& person,
                                                        const app::SheetKey& sheet) {
  if (foreseen_ != nullptr && foreseen_->part && foreseen_->part->sheet == sheet &&
      foreseen_->visitor->person == person)
    return foreseen_->part->roles;
  auto roles = each(queries_.rows("school_roles", columns(sheet.round, sheet.school, person)),
                    [](const Row& row) { return RowReader(row).word(assessment::school_role); });
  std::ranges::sort(roles);
  return roles;
}

void RoundRecords::add(const app::Membership& membership) {
  queries_.run("add_membership", columns(membership.person, membership.school, membership.round,
                                         assessment::to_string(membership.role), membership.since));
}

void RoundRecords::end(const app::Membership& membership, base::Instant now) {
  queries_.run("end_membership", columns(now, membership.person, membership.school, membership.round,
                                         assessment::to_string(membership.role)));
}

void RoundRecords::add(const app::GrantedView& view) {
  queries_.run("add_granted_view", columns(view.sheet.round, view.sheet.school, view.stewardship, view.person,
                                           view.granted_by, view.reason, view.from, view.until));
}

std::vector<app::GrantedView> RoundRecords::granted_views(const app::SheetKey& sheet, base::Instant now) {
  return each(queries_.rows("granted_views", columns(sheet.round, sheet.school, now)), granted_view_of);
}

void RoundRecords::end_support(const app::SheetKey& sheet, base::Instant now) {
  queries_.run("end_support", columns(now, sheet.round, sheet.school, now));
}

}  // namespace smm::store::records
