// SPDX-License-Identifier: Apache-2.0
// Somebody changes the audit log behind the program's back, and is found.
#include "app/installation/verify_audit.hpp"

#include "store/query_set.hpp"
#include "store/records/on_each_engine_test.hpp"

namespace smm::store::records {
namespace {

using app::AuditBreak;
using app::BrokenChain;

class AnAuditLog : public RecordsOnEachEngine {
 protected:
  static constexpr std::int64_t length = 1200;  // more than are read at once

  void SetUp() override {
    RecordsOnEachEngine::SetUp();
    if (IsSkipped()) return;
    write([](app::Records& records) {
      for (std::int64_t n = 1; n <= length; ++n)
        records.audit.append({"office", "ann", "act", std::to_string(n), ""}, {n});
      records.audit.append({"school", "bob", "act", "", ""}, {1});
    });
  }

  void tamper(const std::string& sql) { database().open()->run_script(sql); }

  app::AuditVerdict verdict(const std::vector<app::ChainHead>& noted = {}) {
    app::AuditVerdict made;
    read([&](app::Records& records) { made = app::verify_audit(records.audit, noted); });
    return made;
  }

  std::vector<BrokenChain> broken_by(const std::string& sql) {
    tamper(sql);
    return verdict().broken;
  }
};

INSTANTIATE_TEST_SUITE_P(Engines, AnAuditLog, testing::Values(Engine::sqlite, Engine::postgres),
                         name_of_engine);

// What is only added to: no statement of the program changes or removes it. A practice round goes whole; its
// statements find nothing but rounds for practice and schools that were invented for one.
TEST(ShippedQueries, OnlyAddToTheLogAndToTheHistory) {
  for (const auto& [name, sql] : shipped_queries(Engine::sqlite).all()) {
    if (name.starts_with("erase_practice_")) {
      EXPECT_TRUE(sql.find("practice = 1") != std::string::npos ||
                  sql.find("practice_of = ?") != std::string::npos)
          << name;
      continue;
    }
    for (const char* table : {"audit", "answer_history"})
      for (const char* change : {"UPDATE ", "DELETE FROM ", "REPLACE INTO ", "INSERT OR REPLACE INTO "})
        EXPECT_EQ((sql + " ").find(std::string(change) + table + " "), std::string::npos) << name;
  }
}

using Broken = std::vector<BrokenChain>;

TEST_P(AnAuditLog, HoldsAsItWasWritten) {
  const app::AuditVerdict found = verdict();
  EXPECT_TRUE(found.broken.empty());
  EXPECT_EQ(found.entries, length + 1);
  ASSERT_EQ(found.heads.size(), 2U);
  EXPECT_EQ(found.heads[0].chain, "office");
  EXPECT_EQ(found.heads[0].number, length);
  EXPECT_EQ(found.heads[1].number, 1);
}

TEST_P(AnAuditLog, ShowsWhatWasAltered) {
  for (const char* change :
       {"actor = 'bob'", "action = 'other'", "subject = 'x'", "detail = 'x'", "written = written + 1"}) {
    tamper("CREATE TABLE kept AS SELECT * FROM audit");
    EXPECT_EQ(broken_by("UPDATE audit SET " + std::string(change) + " WHERE chain = 'office' AND number = 7"),
              (Broken{{"office", 7, AuditBreak::link_differs}}))
        << change;
    tamper("DELETE FROM audit; INSERT INTO audit SELECT * FROM kept; DROP TABLE kept");
  }
  EXPECT_TRUE(verdict().broken.empty());
}

TEST_P(AnAuditLog, ShowsWhatWasDropped) {
  EXPECT_EQ(broken_by("DELETE FROM audit WHERE chain = 'office' AND number = 1100"),
            (Broken{{"office", 1100, AuditBreak::entry_missing}}));
}

TEST_P(AnAuditLog, ShowsTheFirstThatWasDropped) {
  EXPECT_EQ(broken_by("DELETE FROM audit WHERE chain = 'office' AND number = 1"),
            (Broken{{"office", 1, AuditBreak::entry_missing}}));
}

TEST_P(AnAuditLog, ShowsWhatWasAddedAtItsEnd) {
  EXPECT_EQ(broken_by("INSERT INTO audit SELECT 'school', 2, written, actor, action, subject, detail, link "
                      "FROM audit WHERE chain = 'school'"),
            (Broken{{"school", 2, AuditBreak::link_differs}}));
}

TEST_P(AnAuditLog, ShowsAChainWithoutAHead) {
  EXPECT_EQ(broken_by("DELETE FROM audit_head WHERE chain = 'school'"),
            (Broken{{"school", 1, AuditBreak::head_differs}}));
}

TEST_P(AnAuditLog, ShowsWhatWasMoved) {
  EXPECT_EQ(broken_by("UPDATE audit SET number = 9001 WHERE chain = 'office' AND number = 5;"
                      "UPDATE audit SET number = 5 WHERE chain = 'office' AND number = 6;"
                      "UPDATE audit SET number = 6 WHERE chain = 'office' AND number = 9001"),
            (Broken{{"office", 5, AuditBreak::link_differs}}));
}

TEST_P(AnAuditLog, ShowsWhatWasMovedToAnotherChain) {
  EXPECT_EQ(broken_by("UPDATE audit SET chain = 'school', number = 2 WHERE chain = 'office' AND number = 2"),
            (Broken{{"office", 2, AuditBreak::entry_missing}, {"school", 2, AuditBreak::link_differs}}));
}

TEST_P(AnAuditLog, ShowsAnEndThatWasCutOff) {
  EXPECT_EQ(broken_by("DELETE FROM audit WHERE chain = 'office' AND number > 1000"),
            (Broken{{"office", 1001, AuditBreak::end_missing}}));
}

TEST_P(AnAuditLog, ShowsAChainThatIsGoneButForItsHead) {
  EXPECT_EQ(broken_by("DELETE FROM audit WHERE chain = 'school'"),
            (Broken{{"school", 1, AuditBreak::end_missing}}));
}

TEST_P(AnAuditLog, ShowsAHeadThatWasPutBack) {
  EXPECT_EQ(broken_by("UPDATE audit_head SET number = 1000, link = (SELECT link FROM audit WHERE chain = "
                      "'office' AND number = 1000) WHERE chain = 'office'"),
            (Broken{{"office", length, AuditBreak::head_differs}}));
}

// Cut off with its head, the chain holds by itself; a head that was noted tells.
TEST_P(AnAuditLog, ShowsWithANoteWhatItCannotShowAlone) {
  const auto noted = verdict().heads;
  EXPECT_TRUE(verdict(noted).broken.empty());
  tamper(
      "DELETE FROM audit WHERE chain = 'office' AND number > 1000;"
      "UPDATE audit_head SET number = 1000, link = (SELECT link FROM audit WHERE chain = 'office' AND "
      "number = 1000) WHERE chain = 'office';"
      "DELETE FROM audit WHERE chain = 'school'; DELETE FROM audit_head WHERE chain = 'school'");
  EXPECT_TRUE(verdict().broken.empty());
  EXPECT_EQ(verdict(noted).broken,
            (Broken{{"office", 1001, AuditBreak::end_missing}, {"school", 0, AuditBreak::head_differs}}));
}

TEST_P(AnAuditLog, ShowsWithANoteWhatWasChainedAnew) {
  auto noted = verdict().heads;
  noted[0].number = 600;
  noted[0].link = std::string(32, 'x');
  EXPECT_EQ(verdict(noted).broken, (Broken{{"office", 600, AuditBreak::note_differs}}));
}

}  // namespace
}  // namespace smm::store::records
