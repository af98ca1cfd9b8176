// SPDX-License-Identifier: Apache-2.0
// Every route of one office, tried with what belongs to another: sessions, form tokens, ids, links, badges.
// The other office answers exactly as it answers a stranger, and nothing of the first appears.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "two_offices.hpp"

namespace smm::web {
namespace {

class AcrossOffices : public testing::TestWithParam<test::TestedEngine> {
 protected:
  void SetUp() override {
    const bool sqlite = GetParam() == test::TestedEngine::sqlite;
    if (!sqlite && test::PrivatePostgres::get() == nullptr)
      GTEST_SKIP() << "NOT TESTED: there is no PostgreSQL here that this user can start.";
    both_ = std::make_unique<TwoOffices>(sqlite ? &test::InstallationUnderTest::on_sqlite
                                                : &test::InstallationUnderTest::on_postgres);
  }

  TwoOffices& both() { return *both_; }

 private:
  std::unique_ptr<TwoOffices> both_;
};

INSTANTIATE_TEST_SUITE_P(Engines, AcrossOffices,
                         testing::Values(test::TestedEngine::sqlite, test::TestedEngine::postgres),
                         [](const auto& tested) {
                           return tested.param == test::TestedEngine::sqlite ? "sqlite" : "postgres";
                         });

void expect_nothing_of_rivers(const Seen& seen, const std::string& what) {
  for (const char* word : {TwoOffices::canary, "rivers.example.org"}) {
    EXPECT_EQ(seen.body.find(word), std::string::npos) << what << ": " << seen;
    EXPECT_EQ(seen.location.find(word), std::string::npos) << what << ": " << seen.location;
  }
}

std::string named(const Endpoint& endpoint, const std::string& who) {
  return std::string(name_of(endpoint.method)) + " " + endpoint.pattern + " as " + who;
}

// A page that is for anyone looks at no session, so that a few try it.
bool is_tried_everywhere(const Member& member) {
  return member.column == "dean" || member.column == "admin";
}
bool is_worth_a_try(const Endpoint& endpoint, const Member& member) {
  return endpoint.access.door != Door::anyone || is_tried_everywhere(member);
}

TEST_P(AcrossOffices, ASessionOfOneIsAStrangersInTheOther) {
  std::size_t tried = 0;
  std::map<const Endpoint*, Seen> strangers;
  const bool all = GetParam() == test::TestedEngine::sqlite;  // some do for the other
  for (const Member& member : both().rivers.cast.members) {
    if (!member.person || !(all || is_tried_everywhere(member))) continue;
    const std::string session = both().rivers.cast.session_token(member);
    const std::string token = app::form_token(session);
    both().hills.house->clock.pass(base::one_day);  // attempts are counted, whoever makes them
    for (const Endpoint& endpoint : both().hills.service.endpoints) {
      if (!is_worth_a_try(endpoint, member)) continue;
      const std::string path = path_for(endpoint.pattern);
      const bool has_changed = endpoint.access.door == Door::anyone;
      if (has_changed || !strangers.contains(&endpoint))
        strangers[&endpoint] = visit(both().hills, {&endpoint, path, "", token});
      const Seen seen = visit(both().hills, {&endpoint, path, session, token});
      EXPECT_EQ(seen, strangers[&endpoint]) << named(endpoint, member.column);
      expect_nothing_of_rivers(seen, named(endpoint, member.column));
      ++tried;
    }
  }
  EXPECT_GT(tried, all ? 2000U : 400U);
}

// Otherwise the test above would say nothing.
TEST_P(AcrossOffices, TheSameSessionOpensItsOwnOffice) {
  const Member& admin = both().rivers.cast.member("admin");
  const std::string session = both().rivers.cast.session_token(admin);
  std::size_t let_in = 0, canaries = 0;
  for (const Endpoint& endpoint : both().rivers.service.endpoints) {
    if (endpoint.method != http::Method::get || endpoint.access.door != Door::office) continue;
    const Visit what{&endpoint, path_for(endpoint.pattern), session};
    const Seen seen = visit(both().rivers, what);
    let_in += seen.status == 200 ? 1U : 0U;
    canaries += seen.body.find(TwoOffices::canary) != std::string::npos ? 1U : 0U;
    EXPECT_NE(visit(both().hills, what).status, 200) << endpoint.pattern;
  }
  EXPECT_GT(let_in, 10U);
  EXPECT_GT(canaries, 2U);
}

// ---- Ids of one office, in the hands of the other's own people

std::string with_id(const std::string& pattern, const std::string& id) {
  return path_for(std::regex_replace(pattern, std::regex("\\{[a-z]+:id\\}"), id));
}

Seen without_id(Seen seen, const std::string& id) {
  for (std::string* text : {&seen.body, &seen.location})
    *text = std::regex_replace(*text, std::regex(id), "ID");
  return seen;
}

TEST_P(AcrossOffices, AnIdOfOneIsUnknownInTheOther) {
  const std::string unknown = "b2xqaaaaaaaaaaaaaaaaaaaaaa";
  const auto ids = both().ids_of_rivers();
  Office& hills = both().hills;
  std::size_t tried = 0;
  for (const char* column : {"nobody", "admin", "dean"}) {
    const Member& member = hills.cast.member(column);
    const std::string session = member.person ? hills.cast.session_token(member) : "";
    const std::string token = session.empty() ? "" : app::form_token(session);
    for (const Endpoint& endpoint : hills.service.endpoints) {
      if (endpoint.pattern.find(":id}") == std::string::npos) continue;
      const auto seen_with = [&](const std::string& id) {
        return without_id(visit(hills, {&endpoint, with_id(endpoint.pattern, id), session, token}), id);
      };
      const Seen expected = seen_with(unknown);
      for (const std::string& id : ids) {
        const Seen seen = seen_with(id);
        EXPECT_EQ(seen, expected) << named(endpoint, column) << " with " << id;
        expect_nothing_of_rivers(seen, named(endpoint, column));
        ++tried;
      }
    }
  }
  EXPECT_GT(tried, 200U);
}

TEST_P(AcrossOffices, ABadgeIsFoundWhereItWasTaken) {
  const auto seen_by_admin = [&](Office& office, const std::string& pattern) -> Seen {
    const std::string session = office.cast.session_token(office.cast.member("admin"));
    for (const Endpoint& endpoint : office.service.endpoints)
      if (endpoint.method == http::Method::get && endpoint.pattern == pattern)
        return visit(office, {&endpoint, with_id(pattern, both().badge), session});
    ADD_FAILURE() << "there is no " << pattern;
    return {};
  };
  const std::string page = "/office/rounds/{round:word}/badges/{badge:id}";
  EXPECT_EQ(seen_by_admin(both().rivers, page).status, 200);
  EXPECT_EQ(seen_by_admin(both().hills, page).status, 404);
  // Who checks a badge is told of the keys of the office that issued it, and of no other.
  const std::string issuer = seen_by_admin(both().rivers, "/badges/issuer").body;
  EXPECT_NE(issuer.find("rivers.example.org"), std::string::npos) << issuer;
  expect_nothing_of_rivers(seen_by_admin(both().hills, "/badges/issuer"), "the issuer of hills");
}

// ---- Mails and their links

std::vector<app::Mail> all_mails(Office& office) {
  std::set<std::string> kinds;
  office.house->read<bool>([&](app::Records& records) {
    for (const app::WaitingMail& waiting : records.outbox.latest(1000)) kinds.insert(waiting.kind);
    return true;
  });
  std::vector<app::Mail> mails;
  for (const std::string& kind : kinds)
    for (const auto& posted : office.house->mails(kind)) mails.push_back(posted.mail);
  return mails;
}

std::string link_token(const Office& office, const app::Mail& mail) {
  const std::string begin = office.url + "/link/";
  const std::size_t at = mail.text.find(begin);
  if (at == std::string::npos) return "";
  const std::size_t from = at + begin.size();
  return mail.text.substr(from, mail.text.find_first_of(" \r\n", from) - from);
}

TEST_P(AcrossOffices, MailsNameTheirOwnSenderAndAddress) {
  for (Office* office : {&both().rivers, &both().hills}) {
    const Office& other = office == &both().rivers ? both().hills : both().rivers;
    const auto mails = all_mails(*office);
    EXPECT_GT(mails.size(), 1U);
    for (const app::Mail& mail : mails) {
      EXPECT_EQ(mail.from.address, office->sender);
      EXPECT_NE(mail.text.find(office->url), std::string::npos) << mail.text;
      for (const std::string& part : {mail.text, mail.html, mail.message_id, mail.from.name}) {
        EXPECT_EQ(part.find(other.url), std::string::npos) << part;
        EXPECT_EQ(part.find(other.sender), std::string::npos) << part;
      }
    }
  }
}

TEST_P(AcrossOffices, ALinkOfOneLeadsNowhereInTheOther) {
  const auto link = [&](const Office& office) -> const Endpoint* {
    for (const Endpoint& endpoint : office.service.endpoints)
      if (endpoint.method == http::Method::get && endpoint.pattern.starts_with("/link/{")) return &endpoint;
    return nullptr;
  };
  ASSERT_NE(link(both().hills), nullptr);
  std::size_t tried = 0, opened = 0;
  for (const app::Mail& mail : all_mails(both().rivers)) {
    const std::string token = link_token(both().rivers, mail);
    if (token.empty()) continue;
    const std::string unknown(token.size(), 'a');
    const auto at_hills = [&](const std::string& which) {
      return without_id(visit(both().hills, {link(both().hills), "/link/" + which}), which);
    };
    EXPECT_EQ(at_hills(token), at_hills(unknown));
    opened += visit(both().rivers, {link(both().rivers), "/link/" + token}).status == 200 ? 1U : 0U;
    ++tried;
  }
  EXPECT_GT(tried, 2U);
  EXPECT_GT(opened, 0U);
}

// ---- Keys

TEST_P(AcrossOffices, WhatOneSealedDoesNotOpenInTheOther) {
  app::Installation& rivers = both().rivers.house->installation();
  app::Installation& hills = both().hills.house->installation();
  const std::string office(app::office_owner);
  const auto ours = app::seals_of(rivers, office);
  const auto theirs = app::seals_of(hills, office);
  ASSERT_TRUE(ours && theirs);
  const app::Row row = {"test", "row"};
  const std::string sealed = ours->seal(row, "said in confidence");
  EXPECT_EQ(ours->open(row, sealed), "said in confidence");
  EXPECT_THROW(theirs->open(row, sealed), base::EnvironmentError);
  // Nor when the data key itself is carried over.
  const auto wrapped = both().rivers.house->read<std::optional<crypto::WrappedKey>>(
      [&](app::Records& records) { return records.schools.key(office); });
  ASSERT_TRUE(wrapped);
  EXPECT_NE(wrapped->key_id, hills.keys.key_id());
}

}  // namespace
}  // namespace smm::web
