// SPDX-License-Identifier: Apache-2.0
#include "store/records/people_records.hpp"

#include <algorithm>

#include "store/records/record_rows.hpp"

namespace smm::store::records {
namespace {

// Of an address in another script the letters stay as they are.
std::string folded_email(std::string_view email) {
  std::string folded(email);
  for (char& letter : folded) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return folded;
}

app::Person person_of(const Row& row) {
  RowReader read(row);
  return next_person(read);
}

}  // namespace

app::Person next_person(RowReader& read) {
  return {.id = read.id<assessment::PersonId>(),
          .email = read.text(),
          .name = read.text(),
          .created = read.time(),
          .password = read.text(),
          .password_set = read.time_or_null(),
          .totp_secret = read.blob(),
          .totp_confirmed = read.truth(),
          .totp_step = read.integer(),
          .deactivated = read.time_or_null()};
}

std::optional<app::Person> PeopleRecords::by_id(const assessment::PersonId& id) {
  return one(queries_.row("person_by_id", columns(id)), person_of);
}

std::optional<app::Person> PeopleRecords::by_email(std::string_view email) {
  return one(queries_.row("person_by_email", columns(folded_email(email))), person_of);
}

std::optional<app::Person> PeopleRecords::by_identity(const app::Identity& identity) {
  return one(queries_.row("person_by_identity", columns(identity.issuer, identity.subject)), person_of);
}

std::int64_t PeopleRecords::count() {
  return queries_.row("count_people")->integer(0);
}

void PeopleRecords::add(const app::Person& person) {
  queries_.run("add_person",
               columns(person.id, person.email, folded_email(person.email), person.name, person.created,
                       person.password, person.password_set, Blob{person.totp_secret}, person.totp_confirmed,
                       person.totp_step, person.deactivated));
}

void PeopleRecords::change(const app::Person& person) {
  queries_.change("change_person",
                  columns(person.email, folded_email(person.email), person.name, person.password,
                          person.password_set, Blob{person.totp_secret}, person.totp_confirmed,
                          person.totp_step, person.deactivated, person.id));
}

void PeopleRecords::add_identity(const assessment::PersonId& person, const app::Identity& identity) {
  queries_.run("add_identity", columns(person, identity.issuer, identity.subject));
}

std::vector<assessment::OfficeRole> PeopleRecords::office_roles(const assessment::PersonId& person) {
  auto roles = each(queries_.rows("office_roles", columns(person)),
                    [](const Row& row) { return RowReader(row).word(assessment::office_role); });
  std::ranges::sort(roles);
  return roles;
}

void PeopleRecords::grant(const assessment::PersonId& person, assessment::OfficeRole role,
                          base::Instant now) {
  queries_.run("grant_office_role", columns(person, assessment::to_string(role), now));
}

void PeopleRecords::revoke(const assessment::PersonId& person, assessment::OfficeRole role) {
  queries_.run("revoke_office_role", columns(person, assessment::to_string(role)));
}

std::vector<app::Person> PeopleRecords::office_people() {
  return each(queries_.rows("office_people"), person_of);
}

void PeopleRecords::set_recovery_codes(const assessment::PersonId& person,
                                       const std::vector<std::string>& hashes) {
  queries_.run("remove_recovery_codes", columns(person));
  for (const std::string& hash : hashes) queries_.run("add_recovery_code", columns(person, hash));
}

bool PeopleRecords::use_recovery_code(const assessment::PersonId& person, std::string_view hash,
                                      base::Instant now) {
  return queries_.run("use_recovery_code", columns(now, person, hash)) == 1;
}

std::int64_t PeopleRecords::recovery_codes_left(const assessment::PersonId& person) {
  return queries_.row("recovery_codes_left", columns(person))->integer(0);
}

}  // namespace smm::store::records
