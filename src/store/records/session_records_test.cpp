// SPDX-License-Identifier: Apache-2.0
#include "store/records/on_each_engine_test.hpp"

namespace smm::store::records {
namespace {

SMM_RECORDS_ON_EACH_ENGINE(StoredSessions);

app::Session session_of_person(const assessment::PersonId& person, std::uint64_t seed) {
  return {.id = id_of<app::SessionId>(seed),
          .token = "hash" + std::to_string(seed),
          .person = person,
          .created = {static_cast<std::int64_t>(seed)},
          .seen = {100},
          .expires = {1000},
          .how = "password",
          .second_factor = false,
          .confirmed = {100},
          .address = "192.0.2.1",
          .browser = "Firefox on Linux",
          .csrf = "csrf",
          .ended = {}};
}

app::Link link_for(const Sample& sample, const std::string& token) {
  return {.token = token,
          .use = app::LinkUse::invitation,
          .person = sample.ann.id,
          .school = sample.school.id,
          .target = "/rounds/2026/lakeside",
          .email = {},
          .created = {100},
          .expires = {1000},
          .used = {}};
}

TEST_P(StoredSessions, AreFoundByTokenAndLiveUntilTheyEnd) {
  const app::Session one = session_of_person(sample.ann.id, 20);
  const app::Session two = session_of_person(sample.ann.id, 21);
  write([&](app::Records& records) {
    records.sessions.add(two);
    records.sessions.add(one);
    records.sessions.add(session_of_person(sample.bob.id, 22));
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.sessions.by_token(one.token), one);
    EXPECT_EQ(records.sessions.by_token("other"), std::nullopt);
    EXPECT_EQ(records.sessions.live_of(sample.ann.id, {999}), (std::vector{one, two}));
    EXPECT_TRUE(records.sessions.live_of(sample.ann.id, {1000}).empty());
  });
  write([&](app::Records& records) { records.sessions.end(one.id, {300}); });
  write([&](app::Records& records) { records.sessions.end(one.id, {400}); });
  read([&](app::Records& records) {
    EXPECT_EQ(records.sessions.by_token(one.token)->ended, base::Instant{300});
    EXPECT_EQ(records.sessions.live_of(sample.ann.id, {500}), std::vector{two});
  });
}

TEST_P(StoredSessions, ComeWithThePersonAndTheirOfficeRoles) {
  const app::Session of_ann = session_of_person(sample.ann.id, 20);
  const app::Session of_bob = session_of_person(sample.bob.id, 21);
  write([&](app::Records& records) {
    records.sessions.add(of_ann);
    records.sessions.add(of_bob);
    records.people.grant(sample.bob.id, assessment::OfficeRole::data_steward, {100});
    records.people.grant(sample.bob.id, assessment::OfficeRole::admin, {100});
  });
  read([&](app::Records& records) {
    const auto ann = records.sessions.visitor(of_ann.token);
    ASSERT_TRUE(ann);
    EXPECT_EQ(ann->session, of_ann);
    EXPECT_EQ(ann->person, sample.ann);
    EXPECT_TRUE(ann->office_roles.empty());
    const auto bob = records.sessions.visitor(of_bob.token);
    ASSERT_TRUE(bob);
    EXPECT_EQ(bob->session, of_bob);
    EXPECT_EQ(bob->person, sample.bob);
    EXPECT_EQ(bob->office_roles, records.people.office_roles(sample.bob.id));
    EXPECT_EQ(bob->office_roles.size(), 2U);
    EXPECT_FALSE(records.sessions.visitor("other"));
  });
}

// Whether the part was expected, or another one, or nothing: the answers are the same.
TEST_P(StoredSessions, MayBringAlongThePartThatTheyHeadFor) {
  const app::Session of_ann = session_of_person(sample.ann.id, 20);
  const app::Session of_bob = session_of_person(sample.bob.id, 21);
  write([&](app::Records& records) {
    records.sessions.add(of_ann);
    records.sessions.add(of_bob);
    records.rounds.add(app::Membership{
        sample.ann.id, sample.school.id, sample.round.id, assessment::SchoolRole::coordinator, {1}});
  });
  for (const char* expected : {"", "lakeside", "elsewhere"})
    for (const app::Session& session : {of_ann, of_bob})
      read([&](app::Records& records) {
        if (*expected != '\0') records.sessions.expect_visit(session.token, "2026", expected);
        EXPECT_EQ(records.sessions.visitor(session.token)->person.id, session.person);
        const auto part = records.rounds.part("2026", "lakeside");
        ASSERT_TRUE(part);
        EXPECT_EQ(part->school, sample.school);
        EXPECT_EQ(records.rounds.roles(sample.ann.id, sample.sheet).size(), 1U);
        EXPECT_TRUE(records.rounds.roles(sample.bob.id, sample.sheet).empty());
        EXPECT_FALSE(records.rounds.part("2026", "elsewhere"));
      });
  read([&](app::Records& records) {
    records.sessions.expect_visit("of nobody", "2026", "lakeside");
    EXPECT_FALSE(records.sessions.visitor("of nobody"));
    EXPECT_TRUE(records.rounds.part("2026", "lakeside"));
  });
}

TEST_P(StoredSessions, RememberWhenTheyWereSeenAndConfirmed) {
  const app::Session session = session_of_person(sample.ann.id, 20);
  write([&](app::Records& records) {
    records.sessions.add(session);
    records.sessions.seen(session.id, {300});
    records.sessions.seen(session.id, {200});
    records.sessions.confirmed(session.id, true, {250});
  });
  app::Session wanted = session;
  wanted.seen = {300};
  wanted.confirmed = {250};
  wanted.second_factor = true;
  read([&](app::Records& records) { EXPECT_EQ(records.sessions.by_token(session.token), wanted); });
}

TEST_P(StoredSessions, EndTogetherButForOne) {
  write([&](app::Records& records) {
    for (const std::uint64_t seed : {20U, 21U, 22U})
      records.sessions.add(session_of_person(sample.ann.id, seed));
    records.sessions.add(session_of_person(sample.bob.id, 23));
    records.sessions.end_all(sample.ann.id, id_of<app::SessionId>(21), {300});
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.sessions.live_of(sample.ann.id, {400}),
              std::vector{session_of_person(sample.ann.id, 21)});
    EXPECT_EQ(records.sessions.live_of(sample.bob.id, {400}).size(), 1U);
  });
  write([&](app::Records& records) { records.sessions.end_all(sample.ann.id, std::nullopt, {300}); });
  read([&](app::Records& records) { EXPECT_TRUE(records.sessions.live_of(sample.ann.id, {400}).empty()); });
}

TEST_P(StoredSessions, BelongToSomebodyAndHaveTokensOfTheirOwn) {
  app::Session session = session_of_person(id_of<assessment::PersonId>(99), 20);
  EXPECT_EQ(refusal([&](app::Records& records) { records.sessions.add(session); }), app::Refusal::missing);
  session = session_of_person(sample.ann.id, 20);
  write([&](app::Records& records) { records.sessions.add(session); });
  session.id = id_of<app::SessionId>(24);
  EXPECT_EQ(refusal([&](app::Records& records) { records.sessions.add(session); }), app::Refusal::taken);
}

TEST_P(StoredSessions, LetALinkBeUsedOnceBeforeItRunsOut) {
  const app::Link link = link_for(sample, "a");
  app::Link set_up = link_for(sample, "b");
  set_up.use = app::LinkUse::set_up;
  set_up.person.reset();
  set_up.school.reset();
  write([&](app::Records& records) {
    records.sessions.add_link(link);
    records.sessions.add_link(set_up);
    EXPECT_FALSE(records.sessions.use_link("a", {1000}));
    EXPECT_TRUE(records.sessions.use_link("a", {999}));
    EXPECT_FALSE(records.sessions.use_link("a", {999}));
    EXPECT_FALSE(records.sessions.use_link("c", {999}));
  });
  app::Link used = link;
  used.used = base::Instant{999};
  read([&](app::Records& records) {
    EXPECT_EQ(records.sessions.link("a"), used);
    EXPECT_EQ(records.sessions.link("b"), set_up);
    EXPECT_EQ(records.sessions.link("c"), std::nullopt);
  });
}

TEST_P(StoredSessions, EndLinksWithAPartOrAltogether) {
  app::Link elsewhere = link_for(sample, "b");
  elsewhere.school.reset();
  app::Link of_bob = link_for(sample, "c");
  of_bob.person = sample.bob.id;
  write([&](app::Records& records) {
    records.sessions.add_link(link_for(sample, "a"));
    records.sessions.add_link(elsewhere);
    records.sessions.add_link(of_bob);
    records.sessions.end_links(sample.ann.id, sample.school.id, {300});
    EXPECT_FALSE(records.sessions.use_link("a", {300}));
    EXPECT_TRUE(records.sessions.use_link("c", {300}));
    EXPECT_EQ(records.sessions.link("b"), elsewhere);
    records.sessions.end_links(sample.ann.id, std::nullopt, {300});
    EXPECT_FALSE(records.sessions.use_link("b", {300}));
  });
}

TEST_P(StoredSessions, CountAttemptsWithinAWindow) {
  write([&](app::Records& records) {
    app::Sessions& sessions = records.sessions;
    EXPECT_EQ(sessions.attempts("ann", {1000}, 100), 0);
    EXPECT_EQ(sessions.count_attempt("ann", {1000}, 100), 1);
    EXPECT_EQ(sessions.count_attempt("ann", {1000}, 100), 2);
    EXPECT_EQ(sessions.count_attempt("bob", {1000}, 100), 1);
    EXPECT_EQ(sessions.count_attempt("ann", {1099}, 100), 3);
    EXPECT_EQ(sessions.attempts("ann", {1099}, 100), 3);
    EXPECT_EQ(sessions.attempts("ann", {1100}, 100), 0);
    EXPECT_EQ(sessions.count_attempt("ann", {1100}, 100), 1);
    EXPECT_EQ(sessions.attempts("ann", {1150}, 100), 1);
    sessions.forget_attempts("ann");
    EXPECT_EQ(sessions.attempts("ann", {1150}, 100), 0);
    EXPECT_EQ(sessions.attempts("bob", {1050}, 100), 1);
  });
}

TEST_P(StoredSessions, AreSweptWhenTheyAreLongOver) {
  app::Session ended = session_of_person(sample.ann.id, 21);
  ended.expires = {9000};
  ended.ended = base::Instant{1999};
  app::Session live = session_of_person(sample.ann.id, 22);
  live.expires = {9000};
  app::Link later = link_for(sample, "b");
  later.expires = {2000};
  write([&](app::Records& records) {
    records.sessions.add(session_of_person(sample.ann.id, 20));
    records.sessions.add(ended);
    records.sessions.add(live);
    records.sessions.add_link(link_for(sample, "a"));
    records.sessions.add_link(later);
    records.sessions.count_attempt("ann", {1999}, 100);
    records.sessions.count_attempt("bob", {2000}, 100);
    records.sessions.sweep({2000});
  });
  read([&](app::Records& records) {
    EXPECT_FALSE(records.sessions.by_token("hash20"));
    EXPECT_FALSE(records.sessions.by_token("hash21"));
    EXPECT_EQ(records.sessions.by_token("hash22"), live);
    EXPECT_FALSE(records.sessions.link("a"));
    EXPECT_EQ(records.sessions.link("b"), later);
    EXPECT_EQ(records.sessions.attempts("ann", {2010}, 100), 0);
    EXPECT_EQ(records.sessions.attempts("bob", {2010}, 100), 1);
  });
}

}  // namespace
}  // namespace smm::store::records
