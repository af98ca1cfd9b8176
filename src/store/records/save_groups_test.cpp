// SPDX-License-Identifier: Apache-2.0
// Saves of many schools at once, by the port: on PostgreSQL they share transactions.
#include "store/records/save_groups.hpp"

#include <atomic>
#include <random>
#include <set>

#include "app/installation/verify_audit.hpp"
#include "store/records/on_each_engine_test.hpp"
#include "store/transaction.hpp"

namespace smm::store::records {
namespace {

constexpr std::size_t schools = 30;
constexpr std::size_t items = 4;

struct ChangedMyMind {};

// What a save shall become, and what became of it.
struct Wish {
  std::size_t school = 0;
  std::string item = "a";
  std::optional<assessment::PersonId> assigned_to = {};
  std::function<void(app::Records&)> first = [](app::Records&) {};  // before it reads
  std::int64_t skipped = 0;                                         // versions
};

std::string item_named(std::size_t number) {
  return "item" + std::to_string(number);
}

class SavesOfMany : public RecordsOnEachEngine {
 protected:
  void SetUp() override {
    RecordsOnEachEngine::SetUp();
    if (IsSkipped()) return;
    write([this](app::Records& records) {
      for (std::size_t at = 0; at < schools; ++at) {
        const auto school = school_named("school-" + std::to_string(at), 100 + at);
        sheets_.push_back({sample.round.id, school.id});
        records.schools.add(school);
        records.rounds.add(part_of(sheets_.back()));
        if (at % 3 != 0) records.rounds.keep(packet_of(sheets_.back(), "students"));
        if (at % 2 != 0) records.audit.append({school.id.text(), "system", "school.add", "", ""}, {1});
      }
    });
  }

  const app::SheetKey& sheet(std::size_t school) const { return sheets_[school]; }

  app::ExpectedSave expected(const Wish& wish) const {
    return {sheet(wish.school), {"", wish.item}, "students", wish.assigned_to};
  }

  // As the use case does it.
  void carry_out(app::Records& records, const Wish& wish) const {
    wish.first(records);
    const app::SheetKey& key = sheet(wish.school);
    EXPECT_TRUE(records.rounds.participation(key, true));
    EXPECT_EQ(records.rounds.packet(key, "students", false).has_value(), wish.school % 3 != 0);
    if (wish.assigned_to) {
      EXPECT_EQ(records.rounds.assignments(key, *wish.assigned_to).size(), 1U);
    }
    const auto standing = records.sheets.answer(key, {"", wish.item});
    const std::int64_t version = (standing ? standing->version : 0) + 1 + wish.skipped;
    records.sheets.keep(key, sealed_answer(wish.item, version, sample.ann.id));
    records.audit.append({key.school.text(), sample.ann.id.text(), "answer.save", wish.item, ""}, {version});
  }

  // Waits for all; what each was told, in order.
  std::vector<std::exception_ptr> saved(
      app::Database& database, const std::vector<Wish>& wishes,
      const std::function<void()>& once_all_are_asked_for = [] {}) const {
    std::vector<std::promise<std::exception_ptr>> told(wishes.size());
    for (std::size_t at = 0; at < wishes.size(); ++at)
      database.save(
          expected(wishes[at]),
          [this, wish = wishes[at]](app::Records& records) { carry_out(records, wish); },
          [&told, at](std::exception_ptr failure) { told[at].set_value(std::move(failure)); });
    once_all_are_asked_for();
    std::vector<std::exception_ptr> failures;
    for (auto& each : told) failures.push_back(each.get_future().get());
    return failures;
  }

  void expect_a_single_chain_each() {
    read([this](app::Records& records) {
      for (const app::SheetKey& key : sheets_)
        for (const app::SealedAnswer& answer : records.sheets.answers(key)) {
          const auto history = records.sheets.history(key, answer.place);
          ASSERT_EQ(static_cast<std::int64_t>(history.size()), answer.version);
          for (std::size_t at = 0; at < history.size(); ++at)
            EXPECT_EQ(history[at],
                      sealed_answer(answer.place.item, static_cast<std::int64_t>(at) + 1, sample.ann.id));
        }
      EXPECT_TRUE(app::verify_audit(records.audit).broken.empty());
    });
  }

  std::int64_t versions(std::size_t school, const std::string& item) {
    std::int64_t version = 0;
    read([&](app::Records& records) {
      const auto answer = records.sheets.answer(sheet(school), {"", item});
      version = answer ? answer->version : 0;
    });
    return version;
  }

  std::int64_t told_of(std::size_t school) {
    std::int64_t entries = 0;
    read([&](app::Records& records) {
      for (const auto& kept : records.audit.entries(sheet(school).school.text(), 1, 1000))
        entries += kept.entry.action == "answer.save" ? 1 : 0;
    });
    return entries;
  }

 private:
  std::vector<app::SheetKey> sheets_;
};
INSTANTIATE_TEST_SUITE_P(Engines, SavesOfMany, testing::Values(Engine::sqlite, Engine::postgres),
                         name_of_engine);

// Where they share transactions, and there may be several servers.
class GroupsOfSaves : public SavesOfMany {};
INSTANTIATE_TEST_SUITE_P(Engines, GroupsOfSaves, testing::Values(Engine::postgres), name_of_engine);

template <class T>
bool is_a(const std::exception_ptr& failure) {
  if (!failure) return false;
  try {
    std::rethrow_exception(failure);
  } catch (const T&) {
    return true;
  } catch (...) {
    return false;
  }
}

// Each version of each answer once, and nothing else: whoever saved what, in groups of any size.
TEST_P(SavesOfMany, AreEachKeptOnce) {
  std::mt19937_64 random(7);
  std::map<std::pair<std::size_t, std::string>, std::int64_t> count;
  std::vector<Wish> wishes;
  for (int save = 0; save < 1500; ++save) {
    Wish wish;
    wish.school = static_cast<std::size_t>(random()) % schools;
    wish.item = item_named(random() % items);
    ++count[{wish.school, wish.item}];
    wishes.push_back(wish);
  }
  for (const auto& failure : saved(stored(), wishes)) EXPECT_FALSE(failure);
  for (const auto& [place, saves] : count) EXPECT_EQ(versions(place.first, place.second), saves);
  expect_a_single_chain_each();
}

TEST_P(SavesOfMany, AreKeptByOneConnectionAsByEight) {
  for (const std::size_t at_once : {1U, 2U, 8U}) {
    const auto database = opened(this->database(), {.groups = {.group = 5, .at_once = at_once}});
    std::vector<Wish> wishes(300);
    for (std::size_t at = 0; at < wishes.size(); ++at) wishes[at].school = at % 7;
    for (const auto& failure : saved(*database, wishes)) EXPECT_FALSE(failure);
  }
  EXPECT_EQ(versions(0, "a"), 3 * 43);
  expect_a_single_chain_each();
}

// Those who came while the first was at work are one transaction: all that they wrote is of one.
TEST_P(GroupsOfSaves, ShareATransaction) {
  std::promise<void> go;
  std::vector<Wish> wishes(schools);
  for (std::size_t at = 0; at < schools; ++at) wishes[at].school = at;
  wishes[0].first = [gone = go.get_future().share()](app::Records&) { gone.wait(); };
  for (const auto& failure : saved(stored(), wishes, [&] { go.set_value(); })) EXPECT_FALSE(failure);
  const auto connection = database().open();
  for (const char* table : {"answer", "answer_history", "audit", "audit_head"}) {
    const auto shared =
        connection->query("SELECT CAST(COUNT(*) AS bigint) FROM " + std::string(table) +
                          " WHERE xmin <> (SELECT xmin FROM answer WHERE school = '" +
                          sheet(0).school.text() + "') GROUP BY CAST(xmin AS text) ORDER BY 1 DESC");
    ASSERT_FALSE(shared.empty()) << table;
    EXPECT_EQ(shared.front().integer(0), static_cast<std::int64_t>(schools - 1)) << table;
  }
}

// Three servers, each with groups of its own, that save for the same schools.
TEST_P(GroupsOfSaves, DoNotWaitInARingForThoseOfAnotherServer) {
  std::vector<std::thread> servers;
  for (int server = 0; server < 3; ++server)
    servers.emplace_back([this, server] {
      const auto database = opened(this->database(), {.groups = {.at_once = 3}});
      std::vector<Wish> wishes(600);
      for (std::size_t at = 0; at < wishes.size(); ++at)
        wishes[at].school = (server == 1 ? wishes.size() - at : at * 11) % schools;
      for (const auto& failure : saved(*database, wishes)) EXPECT_FALSE(failure);
    });
  for (std::thread& server : servers) server.join();
  std::int64_t all = 0;
  for (std::size_t school = 0; school < schools; ++school) all += versions(school, "a");
  EXPECT_EQ(all, 1800);
  expect_a_single_chain_each();
}

// A rule said no, a version that does not follow, a work that wrote more before it threw: only these.
TEST_P(SavesOfMany, AreNotFailedByOneAmongThem) {
  const std::vector<std::function<void(app::Records&)>> mistakes = {
      [](app::Records&) { throw ChangedMyMind(); },
      [](app::Records& records) {
        records.people.add(person_named("Cleo", 10));
        throw ChangedMyMind();
      },
      [this](app::Records& records) {
        records.audit.append({"office", "system", "act", "", ""}, {1});
        records.sheets.keep(sheet(5), sealed_answer("b", 1, sample.ann.id));
        throw ChangedMyMind();
      }};
  for (const auto& mistake : mistakes) {
    std::vector<Wish> wishes(schools);
    for (std::size_t at = 0; at < schools; ++at) wishes[at].school = at;
    wishes[5].first = mistake;
    wishes[9].skipped = 3;
    const auto told = saved(stored(), wishes);
    for (std::size_t at = 0; at < schools; ++at) EXPECT_EQ(told[at] != nullptr, at == 5 || at == 9) << at;
    EXPECT_TRUE(is_a<ChangedMyMind>(told[5]));
    EXPECT_TRUE(is_a<app::DatabaseRefusal>(told[9]));
  }
  EXPECT_EQ(versions(5, "a") + versions(5, "b") + versions(9, "a") + told_of(5) + told_of(9), 0);
  EXPECT_EQ(versions(4, "a"), 3);
  EXPECT_EQ(told_of(4), 3);
  read([](app::Records& records) {
    EXPECT_EQ(records.people.count(), 2);
    EXPECT_TRUE(records.audit.entries("office", 1, 10).empty());
  });
  expect_a_single_chain_each();
}

TEST_P(SavesOfMany, ReadWhatIsHandedOutToThem) {
  write([this](app::Records& records) {
    for (std::size_t at = 0; at < schools; ++at)
      for (const auto& person : {sample.ann.id, sample.bob.id})
        if (person == sample.ann.id || at % 2 == 0)
          records.rounds.add(assessment::Assignment{
              .id = id_of<assessment::AssignmentId>(2000 + 2 * at + (person == sample.ann.id ? 0 : 1)),
              .round = sheet(at).round,
              .school = sheet(at).school,
              .person = person,
              .scope = assessment::Scope::item,
              .target = "a",
              .due = {},
              .since = {1},
              .ended = {}});
  });
  std::vector<Wish> wishes(schools);
  for (std::size_t at = 0; at < schools; ++at) {
    wishes[at].school = at;
    if (at % 4 != 3) wishes[at].assigned_to = at % 2 == 0 ? sample.bob.id : sample.ann.id;
  }
  for (const auto& failure : saved(stored(), wishes)) EXPECT_FALSE(failure);
}

TEST_P(GroupsOfSaves, AreRefusedWhenTooManyWait) {
  const auto database = opened(this->database(), {.groups = {.waiting = 10, .at_once = 1}});
  std::promise<void> go;
  std::atomic<int> kept = 0;
  std::atomic<int> refused = 0;
  for (std::size_t at = 0; at < 15; ++at) {
    Wish wish{.school = at};
    if (at == 0) wish.first = [gone = go.get_future().share()](app::Records&) { gone.wait(); };
    database->save(
        expected(wish), [this, wish](app::Records& records) { carry_out(records, wish); },
        [&](const std::exception_ptr& failure) { ++(is_a<app::DatabaseRefusal>(failure) ? refused : kept); });
  }
  EXPECT_EQ(kept, 0);
  EXPECT_EQ(refused, 4) << "one is at work, ten wait";
  go.set_value();
  while (kept + refused < 15) std::this_thread::yield();
  EXPECT_EQ(kept, 11);
  expect_a_single_chain_each();
}

// Those who came with it go on without it, and so do all who come later.
TEST_P(GroupsOfSaves, AreNotHeldUpByAPartThatSomebodyHolds) {
  const auto other = database().open();
  Transaction holding(*other);
  other->query("SELECT state FROM participation WHERE school = ? FOR UPDATE", {sheet(3).school.text()});
  std::promise<std::exception_ptr> held;
  const Wish wish{.school = 3};
  stored().save(
      expected(wish), [this, wish](app::Records& records) { carry_out(records, wish); },
      [&](std::exception_ptr failure) { held.set_value(std::move(failure)); });
  std::vector<Wish> wishes;
  for (std::size_t at = 0; at < 100; ++at)
    if (at % schools != 3) wishes.push_back({.school = at % schools});
  for (const auto& failure : saved(stored(), wishes)) EXPECT_FALSE(failure);
  auto told = held.get_future();
  EXPECT_EQ(told.wait_for(std::chrono::seconds(0)), std::future_status::timeout);
  EXPECT_EQ(versions(3, "a"), 0);
  holding.commit();
  EXPECT_FALSE(told.get());
  EXPECT_EQ(versions(3, "a"), 1);
}

// Whoever ends the database has what waited kept.
TEST_P(SavesOfMany, AreKeptBeforeTheDatabaseGoes) {
  std::atomic<int> kept = 0;
  {
    const auto database = opened(this->database());
    for (std::size_t at = 0; at < 200; ++at) {
      const Wish wish{.school = at % 3};
      database->save(
          expected(wish), [this, wish](app::Records& records) { carry_out(records, wish); },
          [&](const std::exception_ptr& failure) { kept += failure ? 0 : 1; });
    }
  }
  EXPECT_EQ(kept, 200);
  EXPECT_EQ(versions(0, "a") + versions(1, "a") + versions(2, "a"), 200);
}

}  // namespace
}  // namespace smm::store::records
