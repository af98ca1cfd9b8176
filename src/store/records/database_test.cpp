// SPDX-License-Identifier: Apache-2.0
#include "store/records/database.hpp"

#include <thread>

#include "crypto/hash_chain.hpp"
#include "store/records/on_each_engine_test.hpp"

namespace smm::store::records {
namespace {

SMM_RECORDS_ON_EACH_ENGINE(AStoredDatabase);

TEST_P(AStoredDatabase, ReadsOneStateFromBeginningToEnd) {
  read([&](app::Records& records) {
    EXPECT_EQ(records.people.count(), 2);
    write([&](app::Records& others) { others.people.add(person_named("Cleo", 10)); });
    EXPECT_EQ(records.people.count(), 2);
  });
  read([&](app::Records& records) { EXPECT_EQ(records.people.count(), 3); });
}

TEST_P(AStoredDatabase, TakesBackWhatAWorkWroteThatThrows) {
  struct ChangedMyMind {};
  EXPECT_THROW(write([&](app::Records& records) {
                 records.people.add(person_named("Cleo", 10));
                 records.audit.append({"office", "system", "person.add", "", ""}, {5});
                 throw ChangedMyMind();
               }),
               ChangedMyMind);
  read([&](app::Records& records) {
    EXPECT_EQ(records.people.count(), 2);
    EXPECT_TRUE(records.audit.heads().empty());
  });
}

TEST_P(AStoredDatabase, LetsAReaderThrowAndGoesOn) {
  struct NotFound {};
  EXPECT_THROW(read([](app::Records&) { throw NotFound(); }), NotFound);
  read([](app::Records& records) { EXPECT_EQ(records.people.count(), 2); });
}

TEST_P(AStoredDatabase, RefusesToWriteWhenItReads) {
  EXPECT_THROW(read([](app::Records& records) { records.people.add(person_named("Cleo", 10)); }),
               app::DatabaseRefusal);
  read([](app::Records& records) { EXPECT_EQ(records.people.count(), 2); });
}

TEST_P(AStoredDatabase, LetsMoreReadThanItHasConnections) {
  const auto narrow = opened(database(), {.readers = 2});
  std::atomic<int> read = 0;
  std::vector<std::thread> readers;
  for (int reader = 0; reader < 6; ++reader)
    readers.emplace_back([&] {
      for (int i = 0; i < 20; ++i)
        narrow->read([&](app::Records& records) { read += static_cast<int>(records.people.count()); });
    });
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(read, 6 * 20 * 2);
}

// Both saw the same version and save at once, without the lock that a use case would take: one of them is
// told, and history holds one.
TEST_P(AStoredDatabase, KeepsOneOfTwoWhoSaveTheSameVersion) {
  for (std::int64_t version = 1; version <= 20; ++version) {
    std::vector<std::optional<app::Refusal>> refused(2);
    std::vector<std::thread> people;
    for (std::size_t person = 0; person < 2; ++person)
      people.emplace_back([&, person] {
        refused[person] = refusal([&, person](app::Records& records) {
          auto answer = sealed_answer("a", version, person == 0 ? sample.ann.id : sample.bob.id);
          answer.sealed = std::to_string(person);
          records.sheets.keep(sample.sheet, answer);
        });
      });
    for (std::thread& person : people) person.join();
    ASSERT_NE(refused[0].has_value(), refused[1].has_value()) << version;
    EXPECT_EQ(refused[0].value_or(app::Refusal::taken), app::Refusal::taken);
    EXPECT_EQ(refused[1].value_or(app::Refusal::taken), app::Refusal::taken);
    read([&](app::Records& records) {
      const auto history = records.sheets.history(sample.sheet, {"", "a"});
      ASSERT_EQ(history.size(), static_cast<std::size_t>(version));
      EXPECT_EQ(history.back().sealed, refused[0] ? "1" : "0");
    });
  }
}

// Works that tell of two chains in either order, and change rows in the one order: none waits in a ring.
TEST_P(AStoredDatabase, ChainsWhatManyTellAtOnce) {
  std::vector<std::thread> people;
  for (int person = 0; person < 6; ++person)
    people.emplace_back([&, person] {
      for (std::int64_t i = 0; i < 20; ++i)
        write([&, person](app::Records& records) {
          const bool other_way = (person + i) % 2 != 0;
          records.audit.append({other_way ? "office" : "aaa", "system", "act", "", ""}, {i});
          records.audit.append({other_way ? "aaa" : "office", "system", "act", "", ""}, {i});
        });
    });
  for (std::thread& person : people) person.join();
  read([&](app::Records& records) {
    for (const app::ChainHead& head : records.audit.heads()) {
      EXPECT_EQ(head.number, 120);
      std::string link = crypto::first_link(head.chain);
      for (const app::KeptEntry& kept : records.audit.entries(head.chain, 1, 1000))
        EXPECT_EQ(link = app::link_after(link, kept), kept.link);
      EXPECT_EQ(link, head.link);
    }
    EXPECT_EQ(records.audit.chains(), (std::vector<std::string>{"aaa", "office"}));
  });
}

TEST_P(AStoredDatabase, LocksASchoolsPartAgainstOtherWriters) {
  std::vector<std::thread> people;
  for (int person = 0; person < 4; ++person)
    people.emplace_back([&] {
      for (int i = 0; i < 25; ++i)
        write([&](app::Records& records) {
          auto part = *records.rounds.participation(sample.sheet, true);
          ++part.attestations;
          records.rounds.change(part);
        });
    });
  for (std::thread& person : people) person.join();
  read([&](app::Records& records) {
    EXPECT_EQ(records.rounds.participation(sample.sheet, false)->attestations, 100);
  });
}

SMM_RECORDS_ON_POSTGRES(ASharedDatabase);

// A server may be gone, or stand still, with a part in its hands.
TEST_P(ASharedDatabase, TakesAPartFromAServerThatFellSilent) {
  const auto silent = opened(database(), {.silence = std::chrono::milliseconds(300)});
  std::atomic<int> runs = 0;
  std::promise<void> has_it;
  std::thread first([&] {
    records::write(*silent, [&](app::Records& records) {
      auto part = *records.rounds.participation(sample.sheet, true);
      if (++runs == 1) {
        has_it.set_value();
        std::this_thread::sleep_for(std::chrono::seconds(2));
      }
      ++part.attestations;
      records.rounds.change(part);
    });
  });
  has_it.get_future().wait();
  const auto begun = std::chrono::steady_clock::now();
  write([&](app::Records& records) {
    auto part = *records.rounds.participation(sample.sheet, true);
    ++part.attestations;
    records.rounds.change(part);
  });
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::milliseconds(1500));
  first.join();
  EXPECT_EQ(runs, 2) << "what it wrote is lost with its connection, and done again on a new one";
  read([&](app::Records& records) {
    EXPECT_EQ(records.rounds.participation(sample.sheet, false)->attestations, 2);
  });
}

}  // namespace
}  // namespace smm::store::records
