// SPDX-License-Identifier: Apache-2.0
// Badges on the command line: keys of an installation, and files that are none.
#include <gtest/gtest.h>

#include "program.hpp"

namespace smm::program {
namespace {

std::string on_data(const Folder& folder) {
  return " --data " + folder.path("data") + " --public-url http://127.0.0.1:8080";
}

TEST(BadgeKeysCommand, MakesOneAndRotatesIt) {
  const Folder folder;
  EXPECT_EQ(folder.smm("badge keys rotate" + on_data(folder)).code, 1) << "nothing to rotate";
  const Outcome made = folder.smm("badge keys new" + on_data(folder));
  EXPECT_EQ(made.code, 0) << made.err;
  EXPECT_NE(made.out.find("z6Mk"), std::string::npos) << made.out;
  const Outcome again = folder.smm("badge keys new" + on_data(folder));
  EXPECT_EQ(again.code, 1);
  EXPECT_NE(again.err.find("badge_key_exists"), std::string::npos) << again.err;
  EXPECT_EQ(folder.smm("badge keys rotate" + on_data(folder)).code, 0);
  const Outcome list = folder.smm("badge keys list" + on_data(folder));
  EXPECT_EQ(list.code, 0) << list.err;
  const std::string first = made.out.substr(made.out.find("z6Mk"), 48);
  EXPECT_NE(list.out.find(first), std::string::npos) << "the retired key stays: " << list.out;
  EXPECT_NE(list.out.find("signs"), std::string::npos) << list.out;
}

TEST(BadgeIssueCommand, SaysWhyThereIsNone) {
  const Folder folder;
  const Outcome unknown = folder.smm("badge issue --round 2026 --school river" + on_data(folder));
  EXPECT_EQ(unknown.code, 1);
  EXPECT_NE(unknown.err.find("round_not_found"), std::string::npos) << unknown.err;
  EXPECT_EQ(folder.smm("badge issue --round 2026 --school river --format gif" + on_data(folder)).code, 2);
  EXPECT_EQ(folder.smm("badge revoke nonsense --reason x" + on_data(folder)).code, 2);
}

TEST(BadgeVerifyCommand, SaysWhatIsNoBadge) {
  const Folder folder;
  const std::string note = folder.write("note.json", "{\"@context\": []}\n");
  const Outcome wrong = folder.smm("badge verify " + note + on_data(folder));
  EXPECT_EQ(wrong.code, 1);
  EXPECT_NE(wrong.err.find("badge_shape"), std::string::npos) << wrong.err;
  const Outcome picture = folder.smm("badge verify content/static/favicon.svg" + on_data(folder));
  EXPECT_EQ(picture.code, 1);
  EXPECT_NE(picture.err.find("badge_not_found"), std::string::npos) << picture.err;
  EXPECT_EQ(folder.smm("badge verify " + note + " --status " + note).code, 2) << "whose list is it?";
}

}  // namespace
}  // namespace smm::program
