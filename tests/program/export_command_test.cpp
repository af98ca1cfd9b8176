// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "program.hpp"

namespace smm::program {
namespace {

TEST(ExportCommand, EveryFormatIsWrittenWholeAndTheSameEachTime) {
  const Folder folder;
  for (const char* format : {"json", "markdown", "html", "xlsx"}) {
    const std::string run = std::string("instrument export smm-2026 --programme nursing_adn --to ") + format;
    const Outcome outcome = folder.smm(run);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_GT(outcome.out.size(), 20000u) << format;
    EXPECT_EQ(folder.smm(run).out.size(), outcome.out.size()) << format;
    EXPECT_EQ(folder.smm(run + " --out " + folder.path("w")).out, "");
    EXPECT_EQ(folder.read("w").size(), outcome.out.size()) << format;
  }
}

TEST(ExportCommand, ThePacketOfAnOfficeHoldsItsQuestionsAlone) {
  const Folder folder;
  const std::string run = "instrument export smm-2026 --programme medicine_md --to markdown --packet ";
  const std::string finance = folder.smm(run + "finance").out;
  EXPECT_NE(finance.find("pay community partners"), std::string::npos) << finance.substr(0, 3000);
  EXPECT_EQ(finance.find("climate survey"), std::string::npos);
  const Outcome unknown = folder.smm(run + "astronomy");
  EXPECT_EQ(unknown.code, 1);
  EXPECT_NE(unknown.err.find("office_not_found: "), std::string::npos);
}

TEST(ExportCommand, PagesAreAFolderWhoseLinksResolve) {
  const Folder folder;
  EXPECT_EQ(folder.smm("instrument export smm-2026 --to pages").code, 2);
  ASSERT_EQ(folder.smm("instrument export smm-2026 --to pages --out " + folder.path("pages")).code, 0);
  const std::string index = folder.read("pages/index.html");
  std::size_t links = 0;
  for (std::size_t at = index.find("href=\""); at != std::string::npos;
       at = index.find("href=\"", at + 1), ++links) {
    const std::size_t begin = at + 6;
    const std::string target = index.substr(begin, index.find_first_of("\"#", begin) - begin);
    EXPECT_TRUE(target.empty() || folder.has("pages/" + target)) << target;
  }
  EXPECT_GE(links, 16u);
}

TEST(DiffCommand, SaysNothingOfTheSameAndNamesWhatChanged) {
  const Folder folder;
  EXPECT_EQ(folder.smm("instrument diff smm-2026 content/instruments/smm-2026").out, "No differences.\n");
  std::filesystem::copy("content/instruments/smm-2026", folder.path("ed"),
                        std::filesystem::copy_options::recursive);
  std::filesystem::remove(folder.path("ed/edition.lock"));
  const std::string published = "status: published";
  std::string frame = folder.read("ed/edition.yaml");
  frame.replace(frame.find(published), published.size(), "status: draft");
  folder.write("ed/edition.yaml", frame);
  std::string area = folder.read("ed/areas/student-activism.yaml");
  const std::size_t at = area.find("question: ");
  area.insert(at + std::string("question: ").size(), ">-\n      Really: ");
  folder.write("ed/areas/student-activism.yaml", area);
  const Outcome outcome = folder.smm("instrument diff smm-2026 " + folder.path("ed"));
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("changed  student-votes\n  wording: question\n"), std::string::npos)
      << outcome.out;
  EXPECT_NE(
      folder.smm("instrument diff --json smm-2026 " + folder.path("ed")).out.find("\"aspect\": \"wording\""),
      std::string::npos);
}

}  // namespace
}  // namespace smm::program
