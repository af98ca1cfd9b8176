// SPDX-License-Identifier: Apache-2.0
// An office that leaves: a legal hold keeps it, its keys go first, its records after them, a certificate
// stays, and the other office notices nothing.
#include "offices_under_test.hpp"

namespace smm::offices {
namespace {

SMM_OFFICES_ON_EACH_DATABASE(LeavingOffice);

const std::string ordered = " --by 'Ada Admin' --remains 'backups until 2026-12-31'";

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::filesystem::path only_certificate(const std::string& folder, const std::string& ending) {
  std::filesystem::path found;
  for (const auto& entry : std::filesystem::directory_iterator(folder + "/certificates"))
    if (entry.path().extension() == ending) found = entry.path();
  return found;
}

TEST_P(LeavingOffice, IsDeletedKeyFirstAndCertified) {
  smm("office add rivers");
  smm("office add hills");
  const std::string key_id = smm("keys status --office rivers");
  smm("backup " + path("rivers.backup") + " --office rivers");
  smm("keys rotate --office rivers");  // leaves the old key beside the new one
  EXPECT_TRUE(has(smm("office delete rivers --confirm river" + ordered, 1), "not_confirmed"));
  EXPECT_TRUE(std::filesystem::exists(path("offices/rivers.key")));
  const std::string said = smm("office delete rivers --confirm rivers" + ordered);
  EXPECT_TRUE(has(said, "Deleted the office rivers")) << said;
  for (const auto& entry : std::filesystem::directory_iterator(path("offices")))
    EXPECT_FALSE(entry.path().filename().string().starts_with("rivers")) << entry.path();
  EXPECT_TRUE(has(smm("office list"), "rivers\thttps://rivers.example.org\tnot there yet"));
  EXPECT_TRUE(has(smm("office list"), "hills\thttps://hills.example.org\tthere"));
  // A backup from before is worth nothing any more.
  EXPECT_TRUE(has(smm("restore " + path("rivers.backup") + " --office rivers", 1), "key_missing"));
  smm("audit verify --office hills");
}

TEST_P(LeavingOffice, HasACertificateThatHoldsUnlessItIsAltered) {
  smm("office add rivers");
  smm("office delete rivers --confirm rivers" + ordered);
  const std::filesystem::path json = only_certificate(path("offices"), ".json");
  const std::string text = text_of(json);
  const std::string verdict = smm("office verify-certificate " + json.string());
  for (const char* part : {"The certificate holds", "https://rivers.example.org", "Ada Admin",
                           "backups until 2026-12-31", "answer_history", "audit_head"})
    EXPECT_TRUE(has(verdict, part)) << part << " in " << verdict;
  EXPECT_TRUE(has(text_of(only_certificate(path("offices"), ".txt")), "CERTIFICATE OF DELETION"));
  const std::pair<const char*, const char*> changes[] = {{"rivers.example", "rivals.example"},
                                                         {"Ada Admin", "Eve Admin"},
                                                         {"\"rows\": 0", "\"rows\": 1"},
                                                         {"2026-12-31", "2026-12-01"},
                                                         {"{\n", "{ \n"},
                                                         {"\"kind\"", "\"kinds\""}};
  for (const auto& [from, to] : changes) {
    std::string altered = text;
    const std::size_t at = altered.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    altered.replace(at, std::string(from).size(), to);
    std::ofstream(path("altered.json"), std::ios::binary) << altered;
    EXPECT_TRUE(has(smm("office verify-certificate " + path("altered.json"), 1), "bad_certificate")) << to;
  }
}

TEST_P(LeavingOffice, IsKeptByALegalHold) {
  smm("office add rivers");
  smm("office hold rivers --reason 'Doe v. Rivers'");
  const std::string refused = smm("office delete rivers --confirm rivers" + ordered, 1);
  EXPECT_TRUE(has(refused, "legal_hold_stands")) << refused;
  EXPECT_TRUE(has(refused, "Doe v. Rivers")) << refused;
  EXPECT_TRUE(std::filesystem::exists(path("offices/rivers.key")));
  EXPECT_TRUE(has(smm("office list"), "rivers\thttps://rivers.example.org\tthere"));
  EXPECT_TRUE(has(smm("office hold rivers --lift"), "Lifted"));
  EXPECT_TRUE(has(smm("office hold rivers --lift", 1), "no_legal_hold"));
  smm("office hold rivers --reason ' '", 1);
  smm("office hold rivers", 2);
  smm("office delete rivers --confirm rivers" + ordered);
}

TEST_P(LeavingOffice, IsNotDeletedWhileItIsServed) {
  smm("office add rivers");
  serve();
  ASSERT_TRUE(eventually([&] { return status("rivers.example.org", "/sign-in") == 200; }));
  EXPECT_TRUE(has(smm("office delete rivers --confirm rivers" + ordered, 1), "installation_in_use"));
  EXPECT_EQ(status("rivers.example.org", "/sign-in"), 200);
}

TEST_P(LeavingOffice, MayComeBackAsANewOne) {
  smm("office add rivers");
  smm("roster import " + roster() + " --office rivers");
  smm("office delete rivers --confirm rivers" + ordered);
  EXPECT_TRUE(has(smm("office add rivers"), "Nobody can sign in yet"));
  const std::string none = smm("roster export --out " + path("after.csv") + " --office rivers");
  EXPECT_FALSE(has(text_of(path("after.csv")), "lake")) << none;
}

TEST_P(LeavingOffice, TakesItsRecordsAlong) {
  smm("office add rivers");
  smm("roster import " + roster() + " --office rivers");
  smm("round create 2026 --title Round --last-day 2099-10-31 --office rivers");
  const std::string said = smm("office export rivers --out " + path("export"));
  EXPECT_TRUE(has(text_of(path("export/schools.csv")), "lake")) << said;
  EXPECT_TRUE(has(text_of(path("export/rounds.csv")), "2026,Round,smm-2026,draft"));
  EXPECT_TRUE(has(text_of(path("export/log.csv")), "export.office"));
  const std::string manifest = text_of(path("export/manifest.json"));
  for (const char* file : {"answers.csv", "house.smm", "log.csv", "people.csv", "rounds.csv", "schools.csv"})
    EXPECT_TRUE(has(manifest, file)) << manifest;
  EXPECT_TRUE(has(smm("office export rivers --out " + path("export"), 1), "folder_in_use"));
  using std::filesystem::perms;
  EXPECT_EQ(std::filesystem::status(path("export/answers.csv")).permissions() &
                (perms::group_all | perms::others_all),
            perms::none);
  // The sealed file is a backup as any other.
  smm("office delete rivers --confirm rivers" + ordered);
}

}  // namespace
}  // namespace smm::offices
