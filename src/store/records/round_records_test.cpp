// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "store/records/on_each_engine_test.hpp"

namespace smm::store::records {
namespace {

using assessment::ParticipationState;
using assessment::SchoolRole;

SMM_RECORDS_ON_EACH_ENGINE(StoredRounds);

TEST_P(StoredRounds, StandWithTheNewestFirst) {
  const assessment::Round older = round_of_year("2024", 40);
  const assessment::Round newer = round_of_year("2028", 41);
  write([&](app::Records& records) {
    records.rounds.add(newer);
    records.rounds.add(older);
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.rounds.all(), (std::vector{newer, sample.round, older}));
    EXPECT_EQ(records.rounds.by_id(older.id), older);
    EXPECT_EQ(records.rounds.by_code("2028"), newer);
    EXPECT_EQ(records.rounds.by_code("2027"), std::nullopt);
  });
  EXPECT_EQ(refusal([&](app::Records& records) { records.rounds.add(round_of_year("2028", 42)); }),
            app::Refusal::taken);
}

TEST_P(StoredRounds, Change) {
  assessment::Round changed = sample.round;
  changed.code = "2026b";
  changed.title = "t";
  changed.edition = "e";
  changed.zone = "z";
  changed.last_day = "2026-07-01";
  changed.closes = {6000};
  changed.state = assessment::RoundState::closed;
  changed.version = 2;
  changed.options = {
      .legacy_stars = true, .leave_out_overall = true, .score_composition = true, .with_module = true};
  changed.professions = {"dentistry", "nursing"};
  changed.practice = true;
  write([&](app::Records& records) { records.rounds.change(changed); });
  read([&](app::Records& records) { EXPECT_EQ(records.rounds.all(), std::vector{changed}); });
  changed.id = id_of<assessment::RoundId>(43);
  EXPECT_EQ(refusal([&](app::Records& records) { records.rounds.change(changed); }), app::Refusal::missing);
}

TEST_P(StoredRounds, KeepEachSchoolsPart) {
  assessment::Participation part = part_of(sample.sheet);
  part.solo = true;
  part.priorities = {"pipeline", "community", "admissions"};
  part.notes = assessment::NotesFate::legal_hold;
  part.authors_see_all = true;
  part.attestations = 2;
  part.submitted_at = base::Instant{4000};
  part.version = 7;
  const assessment::School second = school_named("second", 44);
  const assessment::Participation other = part_of({sample.round.id, second.id});
  for (const auto state : {ParticipationState::declined, ParticipationState::submitted}) {
    part.state = state;
    write([&](app::Records& records) { records.rounds.change(part); });
    read([&](app::Records& records) { EXPECT_EQ(records.rounds.participation(sample.sheet, false), part); });
  }
  write([&](app::Records& records) {
    EXPECT_EQ(records.rounds.participation({sample.round.id, second.id}, true), std::nullopt);
    records.schools.add(second);
    records.rounds.add(other);
    EXPECT_EQ(records.rounds.participation(sample.sheet, true), part);
  });
  std::vector wanted = {part, other};
  std::ranges::sort(wanted, {}, &assessment::Participation::school);
  read([&](app::Records& records) { EXPECT_EQ(records.rounds.participations(sample.round.id), wanted); });
  EXPECT_EQ(refusal([&](app::Records& records) { records.rounds.add(other); }), app::Refusal::taken);
}

TEST_P(StoredRounds, FindAPartByTheCodesOfRoundAndSchool) {
  const assessment::School bystander = school_named("bystander", 44);
  write([&](app::Records& records) { records.schools.add(bystander); });
  read([&](app::Records& records) {
    const auto part = records.rounds.part(sample.round.code, sample.school.code);
    ASSERT_TRUE(part);
    EXPECT_EQ(part->round, sample.round);
    EXPECT_EQ(part->school, sample.school);
    EXPECT_EQ(std::optional(part->participation), records.rounds.participation(sample.sheet, false));
    EXPECT_FALSE(records.rounds.part(sample.round.code, bystander.code));
    EXPECT_FALSE(records.rounds.part("1999", sample.school.code));
    EXPECT_FALSE(records.rounds.part(sample.school.code, sample.round.code));
  });
}

app::Membership role_of(const app::Person& person, const app::SheetKey& sheet, SchoolRole role) {
  return {.person = person.id, .school = sheet.school, .round = sheet.round, .role = role, .since = {10}};
}

TEST_P(StoredRounds, MembersHaveAnyRoleThereIs) {
  write([&](app::Records& records) {
    for (const SchoolRole role : assessment::school_roles)
      records.rounds.add(role_of(sample.bob, sample.sheet, role));
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.rounds.roles(sample.bob.id, sample.sheet),
              std::vector(assessment::school_roles.begin(), assessment::school_roles.end()));
  });
}

TEST_P(StoredRounds, KnowWhoHasWhichRole) {
  const app::Membership coordinator = role_of(sample.ann, sample.sheet, SchoolRole::coordinator);
  const app::Membership dean = role_of(sample.ann, sample.sheet, SchoolRole::dean);
  const app::Membership author = role_of(sample.bob, sample.sheet, SchoolRole::author);
  app::Membership later = author;
  later.since = {99};
  write([&](app::Records& records) {
    for (const auto& membership : {dean, coordinator, author, later}) records.rounds.add(membership);
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.rounds.memberships(sample.sheet), (std::vector{author, coordinator, dean}));
    EXPECT_EQ(records.rounds.memberships(sample.ann.id), (std::vector{coordinator, dean}));
    EXPECT_EQ(records.rounds.roles(sample.ann.id, sample.sheet),
              (std::vector{SchoolRole::dean, SchoolRole::coordinator}));
  });
  write([&](app::Records& records) { records.rounds.end(author, {50}); });
  read([&](app::Records& records) {
    EXPECT_TRUE(records.rounds.memberships(sample.bob.id).empty());
    EXPECT_TRUE(records.rounds.roles(sample.bob.id, sample.sheet).empty());
  });
  write([&](app::Records& records) { records.rounds.add(later); });
  read([&](app::Records& records) {
    EXPECT_EQ(records.rounds.memberships(sample.bob.id), std::vector{later});
  });
}

TEST_P(StoredRounds, KeepPackets) {
  assessment::Packet packet = packet_of(sample.sheet, "students");
  const assessment::Packet other = packet_of(sample.sheet, "dean");
  write([&](app::Records& records) {
    EXPECT_EQ(records.rounds.packet(sample.sheet, "students", true), std::nullopt);
    records.rounds.keep(packet);
    records.rounds.keep(other);
    EXPECT_EQ(records.rounds.packet(sample.sheet, "students", true), packet);
  });
  packet.state = assessment::PacketState::affirmed;
  packet.affirmer = sample.ann.id;
  packet.due = "2026-05-01";
  packet.completed_by = sample.bob.id;
  packet.completed_at = base::Instant{5};
  packet.affirmed_by = sample.ann.id;
  packet.affirmed_at = base::Instant{6};
  packet.version = 3;
  write([&](app::Records& records) { records.rounds.keep(packet); });
  read([&](app::Records& records) {
    EXPECT_EQ(records.rounds.packet(sample.sheet, "students", false), packet);
    EXPECT_EQ(records.rounds.packets(sample.sheet), (std::vector{other, packet}));
  });
}

TEST_P(StoredRounds, KnowWhatWasHandedOut) {
  assessment::Assignment first{.id = id_of<assessment::AssignmentId>(50),
                               .round = sample.round.id,
                               .school = sample.school.id,
                               .person = sample.bob.id,
                               .scope = assessment::Scope::area,
                               .target = "pipeline",
                               .due = "2026-05-01",
                               .since = {10},
                               .ended = {}};
  assessment::Assignment second = first;
  second.id = id_of<assessment::AssignmentId>(51);
  second.person = sample.ann.id;
  second.scope = assessment::Scope::item;
  second.due.reset();
  second.since = {9};
  write([&](app::Records& records) {
    records.rounds.add(first);
    records.rounds.add(second);
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.rounds.assignments(sample.sheet), (std::vector{second, first}));
    EXPECT_EQ(records.rounds.assignments(sample.sheet, sample.bob.id), std::vector{first});
  });
  write([&](app::Records& records) { records.rounds.end(first.id, {20}); });
  read([&](app::Records& records) {
    EXPECT_EQ(records.rounds.assignments(sample.sheet), std::vector{second});
    EXPECT_TRUE(records.rounds.assignments(sample.sheet, sample.bob.id).empty());
  });
}

TEST_P(StoredRounds, GrantViewsUntilTheyRunOutOrAreTakenBack) {
  app::GrantedView support{.sheet = sample.sheet,
                           .stewardship = false,
                           .person = {},
                           .granted_by = sample.ann.id,
                           .reason = "",
                           .from = {10},
                           .until = {100}};
  app::GrantedView steward = support;
  steward.stewardship = true;
  steward.person = sample.bob.id;
  steward.granted_by.reset();
  steward.reason = "a question about item 3";
  steward.from = {20};
  write([&](app::Records& records) {
    records.rounds.add(steward);
    records.rounds.add(support);
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.rounds.granted_views(sample.sheet, {99}), (std::vector{support, steward}));
    EXPECT_TRUE(records.rounds.granted_views(sample.sheet, {100}).empty());
  });
  write([&](app::Records& records) { records.rounds.end_support(sample.sheet, {50}); });
  read([&](app::Records& records) {
    EXPECT_EQ(records.rounds.granted_views(sample.sheet, {50}), std::vector{steward});
    EXPECT_EQ(records.rounds.granted_views(sample.sheet, {49}).size(), 2U);
  });
}

TEST_P(StoredRounds, RefuseWhoAndWhatIsNotThere) {
  app::Person nobody = person_named("Nobody", 60);
  EXPECT_EQ(refusal([&](app::Records& records) {
              records.rounds.add(role_of(nobody, sample.sheet, SchoolRole::author));
            }),
            app::Refusal::missing);
  const app::SheetKey absent{sample.round.id, id_of<assessment::SchoolId>(61)};
  EXPECT_EQ(refusal([&](app::Records& records) { records.rounds.add(part_of(absent)); }),
            app::Refusal::missing);
  EXPECT_EQ(refusal([&](app::Records& records) { records.rounds.keep(packet_of(absent, "dean")); }),
            app::Refusal::missing);
}

}  // namespace
}  // namespace smm::store::records
