// SPDX-License-Identifier: Apache-2.0
#include "app/people/person_log.hpp"

#include <set>

#include "app/installation/seals.hpp"

namespace smm::app {
namespace {

std::set<std::string> chains_of(Records& records, const Person& person) {
  std::set<std::string> chains;
  for (const Membership& membership : records.rounds.memberships(person.id))
    chains.insert(membership.school.text());
  if (chains.empty() || !records.people.office_roles(person.id).empty()) chains.emplace(office_owner);
  return chains;
}

}  // namespace

std::vector<AuditEntry> told_of(Records& records, const Person& person, const AccountEvent& event) {
  std::vector<AuditEntry> entries;
  for (const std::string& chain : chains_of(records, person))
    entries.push_back({chain, event.actor, event.action, person.id.text(), event.detail});
  return entries;
}

std::vector<AuditEntry> told_of_own(Records& records, const Person& person, std::string action,
                                    std::string detail) {
  return told_of(records, person, {person.id.text(), std::move(action), std::move(detail)});
}

AuditEntry told_in_office(std::string actor, std::string action, std::string subject, std::string detail) {
  return {std::string(office_owner), std::move(actor), std::move(action), std::move(subject),
          std::move(detail)};
}

}  // namespace smm::app
