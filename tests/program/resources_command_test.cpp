// SPDX-License-Identifier: Apache-2.0
// The resource library as a person lists and checks it.
#include <gtest/gtest.h>

#include "program.hpp"

namespace smm::program {
namespace {

TEST(ResourcesList, GivesWhatIsAskedFor) {
  const Folder folder;
  const Outcome dental = folder.smm("resources list --area faculty-diversity --profession dentistry");
  EXPECT_EQ(dental.code, 0) << dental.err;
  EXPECT_NE(dental.out.find("R33  ADEA Faculty Diversity Toolkit\n"), std::string::npos) << dental.out;
  EXPECT_EQ(dental.out.find("R67"), std::string::npos) << "for medicine alone";
  const Outcome words =
      folder.smm("resources list --words 'BYSTANDER training' --kind guide --domain culture");
  EXPECT_NE(words.out.find("R25"), std::string::npos) << words.out;
  EXPECT_NE(words.out.find("\n1 resource\n"), std::string::npos) << words.out;
}

TEST(ResourcesList, WritesJson) {
  const Folder folder;
  const Outcome json = folder.smm("resources list --words 'bystander training' --json");
  EXPECT_EQ(json.code, 0) << json.err;
  EXPECT_TRUE(json.out.starts_with("[\n")) << json.out;
  EXPECT_NE(json.out.find("\"id\": \"R25\""), std::string::npos) << json.out;
  EXPECT_NE(json.out.find("\"basis\": \"seen\""), std::string::npos) << json.out;
}

TEST(ResourcesList, NamesEveryChoiceThatIsNone) {
  const Folder folder;
  const Outcome wrong = folder.smm("resources list --area weather --profession farming --kind rumor");
  EXPECT_EQ(wrong.code, 1);
  for (const char* option : {"--area", "--profession", "--kind"})
    EXPECT_NE(wrong.err.find(option), std::string::npos) << wrong.err;
  EXPECT_NE(wrong.err.find("no_such_choice"), std::string::npos) << wrong.err;
}

TEST(ResourcesCheck, CountsAndAsksNobodyUnlessTold) {
  const Folder folder;
  const Outcome check = folder.smm("resources check");
  EXPECT_EQ(check.code, 0) << check.err;
  EXPECT_NE(check.out.find("no problems found"), std::string::npos) << check.out;
  EXPECT_NE(check.out.find("\nShortfall"), std::string::npos) << check.out;
  EXPECT_NE(check.out.find("\nLinks: not asked"), std::string::npos) << check.out;
}

TEST(ResourcesCheck, NamesTheLineOfASlip) {
  const Folder folder;
  std::filesystem::copy("content", folder.path("content"), std::filesystem::copy_options::recursive);
  const std::string file = "content/resources/climate.yaml";
  std::string text = folder.read(file);
  text.replace(text.find("kind: guide"), 11, "kind: rumor");
  folder.write(file, text);
  const Outcome check = folder.smm("--content " + folder.path("content") + " resources check");
  EXPECT_EQ(check.code, 1) << check.out;
  EXPECT_NE(check.err.find("unknown_word"), std::string::npos) << check.err;
  EXPECT_NE(check.err.find("resources/climate.yaml:"), std::string::npos) << check.err;
}

}  // namespace
}  // namespace smm::program
