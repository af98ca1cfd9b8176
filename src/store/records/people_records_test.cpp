// SPDX-License-Identifier: Apache-2.0
#include "store/records/on_each_engine_test.hpp"

namespace smm::store::records {
namespace {

using assessment::OfficeRole;

SMM_RECORDS_ON_EACH_ENGINE(StoredPeople);

app::Person whole_person() {
  app::Person person = person_named("Cleo", 10);
  person.password = "$argon2id$...";
  person.password_set = base::Instant{7};
  person.totp_secret = std::string("\0\xff sealed", 9);
  person.totp_confirmed = true;
  person.totp_step = 58000000;
  person.deactivated = base::Instant{9};
  return person;
}

TEST_P(StoredPeople, KeepEveryFieldOfAPerson) {
  const app::Person cleo = whole_person();
  write([&](app::Records& records) { records.people.add(cleo); });
  read([&](app::Records& records) {
    EXPECT_EQ(records.people.by_id(cleo.id), cleo);
    EXPECT_EQ(records.people.by_id(sample.ann.id), sample.ann);
    EXPECT_EQ(records.people.by_id(id_of<assessment::PersonId>(11)), std::nullopt);
    EXPECT_EQ(records.people.count(), 3);
  });
}

TEST_P(StoredPeople, ChangeEveryFieldButIdAndCreated) {
  app::Person changed = whole_person();
  changed.id = sample.ann.id;
  write([&](app::Records& records) { records.people.change(changed); });
  changed.created = sample.ann.created;
  read([&](app::Records& records) {
    EXPECT_EQ(records.people.by_id(sample.ann.id), changed);
    EXPECT_EQ(records.people.by_id(sample.bob.id), sample.bob);
  });
  changed.id = id_of<assessment::PersonId>(11);
  changed.email = "nobody@lakeside.example";
  EXPECT_EQ(refusal([&](app::Records& records) { records.people.change(changed); }), app::Refusal::missing);
}

TEST_P(StoredPeople, FindAnAddressWithoutRegardToCase) {
  read([&](app::Records& records) {
    EXPECT_EQ(records.people.by_email("aNN@LakeSide.example"), sample.ann);
    EXPECT_EQ(records.people.by_email("ann@lakeside.example "), std::nullopt);
  });
  app::Person other = person_named("Cleo", 10);
  other.email = "ANN@LAKESIDE.EXAMPLE";
  EXPECT_EQ(refusal([&](app::Records& records) { records.people.add(other); }), app::Refusal::taken);
  app::Person bob = sample.bob;
  bob.email = other.email;
  EXPECT_EQ(refusal([&](app::Records& records) { records.people.change(bob); }), app::Refusal::taken);
}

TEST_P(StoredPeople, KnowAPersonByASignInElsewhere) {
  const app::Identity identity{"https://id.example", "4711"};
  write([&](app::Records& records) { records.people.add_identity(sample.bob.id, identity); });
  read([&](app::Records& records) {
    EXPECT_EQ(records.people.by_identity(identity), sample.bob);
    EXPECT_EQ(records.people.by_identity({"https://id.example", "4712"}), std::nullopt);
    EXPECT_EQ(records.people.by_identity({"https://other.example", "4711"}), std::nullopt);
  });
  EXPECT_EQ(refusal([&](app::Records& records) { records.people.add_identity(sample.ann.id, identity); }),
            app::Refusal::taken);
}

TEST_P(StoredPeople, GrantAndRevokeOfficeRoles) {
  write([&](app::Records& records) {
    for (const OfficeRole role : {OfficeRole::data_steward, OfficeRole::admin, OfficeRole::admin})
      records.people.grant(sample.bob.id, role, {5});
    records.people.grant(sample.ann.id, OfficeRole::analyst, {5});
    records.people.revoke(sample.ann.id, OfficeRole::admin);
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.people.office_roles(sample.bob.id),
              (std::vector{OfficeRole::admin, OfficeRole::data_steward}));
    EXPECT_EQ(records.people.office_people(), (std::vector{sample.ann, sample.bob}));
  });
  write([&](app::Records& records) { records.people.revoke(sample.ann.id, OfficeRole::analyst); });
  read([&](app::Records& records) {
    EXPECT_TRUE(records.people.office_roles(sample.ann.id).empty());
    EXPECT_EQ(records.people.office_people(), std::vector{sample.bob});
  });
}

TEST_P(StoredPeople, TakeEachRecoveryCodeOnce) {
  write([&](app::Records& records) {
    records.people.set_recovery_codes(sample.ann.id, {"old"});
    records.people.set_recovery_codes(sample.ann.id, {"one", "two"});
    EXPECT_FALSE(records.people.use_recovery_code(sample.ann.id, "old", {5}));
    EXPECT_FALSE(records.people.use_recovery_code(sample.bob.id, "one", {5}));
    EXPECT_TRUE(records.people.use_recovery_code(sample.ann.id, "one", {5}));
    EXPECT_FALSE(records.people.use_recovery_code(sample.ann.id, "one", {6}));
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.people.recovery_codes_left(sample.ann.id), 1);
    EXPECT_EQ(records.people.recovery_codes_left(sample.bob.id), 0);
  });
}

}  // namespace
}  // namespace smm::store::records
