// SPDX-License-Identifier: Apache-2.0
// Each query of many answers what the query of one answers to each.
#include "store/records/grouped_queries.hpp"

#include "store/records/columns.hpp"
#include "store/records/on_each_engine_test.hpp"
#include "store/transaction.hpp"

namespace smm::store::records {
namespace {

SMM_RECORDS_ON_POSTGRES(GroupedQuestions);

std::vector<Values> values_of(const Rows& rows) {
  std::vector<Values> all;
  for (Row row : rows) all.push_back(std::move(row).values());
  return all;
}

// Some of these are there, some are not, one has several rows.
std::vector<GroupedQueries::Asked> questions(const Sample& sample) {
  const std::string here = sample.school.id.text();
  const std::string round = sample.round.id.text();
  const std::string nowhere = id_of<assessment::SchoolId>(77).text();
  const std::string ann = sample.ann.id.text();
  const std::string bob = sample.bob.id.text();
  return {{"participation_locked", {columns(round, nowhere), columns(round, here), columns(nowhere, here)}},
          {"packet",
           {columns(round, here, "none"), columns(round, here, "students"), columns(round, here, "deans"),
            columns(round, nowhere, "students")}},
          {"assignments_of_person",
           {columns(round, here, bob), columns(round, here, ann), columns(round, nowhere, ann)}},
          {"answer",
           {columns(round, here, "", "a"), columns(round, here, "md", "a"), columns(round, here, "", "b"),
            columns(round, here, "", "c")}},
          {"audit_head", {columns("office"), columns("absent"), columns(here)}}};
}

void fill(app::Records& records, const Sample& sample) {
  for (const char* office : {"deans", "students"}) records.rounds.keep(packet_of(sample.sheet, office));
  for (std::uint64_t seed = 20; seed < 24; ++seed)
    records.rounds.add(assessment::Assignment{.id = id_of<assessment::AssignmentId>(seed),
                                              .round = sample.sheet.round,
                                              .school = sample.sheet.school,
                                              .person = seed == 23 ? sample.bob.id : sample.ann.id,
                                              .scope = assessment::Scope::item,
                                              .target = "a",
                                              .due = {},
                                              .since = {static_cast<std::int64_t>(40 - seed)},
                                              .ended = {}});
  records.sheets.keep(sample.sheet, sealed_answer("a", 1, sample.ann.id));
  records.sheets.keep(sample.sheet, sealed_answer("b", 1, sample.bob.id));
  records.sheets.keep(sample.sheet, sealed_answer("b", 2, sample.ann.id));
  records.audit.append({"office", "system", "act", "", ""}, {1});
  records.audit.append({sample.school.id.text(), "system", "act", "", ""}, {1});
}

TEST_P(GroupedQuestions, AreAnsweredAsEachAlone) {
  write([this](app::Records& records) { fill(records, sample); });
  const auto connection = database().open();
  const QuerySet& queries = shipped_queries(GetParam());
  const Transaction transaction(*connection);
  GroupedQueries group(*connection);
  const auto asked = questions(sample);
  group.ask(asked);
  std::size_t found = 0;
  for (const auto& [name, by] : asked)
    for (const Values& values : by) {
      const auto answer = group.answer(name, values);
      ASSERT_TRUE(answer) << name;
      EXPECT_EQ(values_of(*answer), values_of(connection->query(queries[name], values))) << name;
      EXPECT_FALSE(group.answer(name, values)) << "taken once: " << name;
      found += answer->size();
    }
  EXPECT_EQ(found, 1U + 2 + 4 + 2 + 2);
}

TEST_P(GroupedQuestions, OfFewComeEarlyByTheConnection) {
  const auto connection = database().open();
  const Transaction transaction(*connection);
  GroupedQueries group(*connection);
  const Values part = columns(sample.round.id, sample.school.id);
  group.ask({{"participation_locked", {part}}, {"packet", {}}});
  EXPECT_FALSE(group.answer("participation_locked", part));
  EXPECT_EQ(connection->query(shipped_queries(GetParam())["participation_locked"], part).size(), 1U);
}

TEST(GroupedQuestionsDeathTest, WriteOnlyWhatASaveWrites) {
  const auto* server = test::PrivatePostgres::get();
  if (server == nullptr) GTEST_SKIP() << "NOT TESTED: there is no PostgreSQL here.";
  const TestPostgres place(*server);
  const auto connection = place.open();
  GroupedQueries group(*connection);
  EXPECT_DEATH(group.write("append_comment", {}), "place");
}

}  // namespace
}  // namespace smm::store::records
