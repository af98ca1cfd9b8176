// SPDX-License-Identifier: Apache-2.0
// Exit codes: 0 done, 1 a problem with the input, 2 wrong usage, 3 a broken environment.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "program.hpp"

namespace smm::program {
namespace {

TEST(CommandLine, ExitCodesTellWhoMustAct) {
  const Folder folder;
  EXPECT_EQ(folder.smm("--version").code, 0);
  EXPECT_EQ(folder.smm("score --help").code, 0);
  EXPECT_EQ(folder.smm("score --edition smm-2026 --answers " + folder.path("absent.csv")).code, 1);
  EXPECT_EQ(folder.smm("instrument show smm-1999").code, 1);
  EXPECT_EQ(folder.smm("").code, 2);
  EXPECT_EQ(folder.smm("frobnicate").code, 2);
  EXPECT_EQ(folder.smm("score --edition smm-2026").code, 2);
  EXPECT_EQ(folder.smm("score --edition smm-2026 --answers - --levels galaxy </dev/null").code, 2);
  EXPECT_EQ(folder.smm("demo --out /proc/no-such-folder").code, 3);
  EXPECT_EQ(folder.smm("--content " + folder.path("absent") + " instrument list").code, 3);
}

TEST(CommandLine, EveryHelpShowsAnExample) {
  const Folder folder;
  for (const char* command : {"instrument list", "instrument show", "instrument check", "instrument diff",
                              "instrument export", "score", "weights", "demo"}) {
    const Outcome outcome = folder.smm(std::string(command) + " --help");
    EXPECT_EQ(outcome.code, 0) << command;
    EXPECT_NE(outcome.out.find("Example:\n  smm " + std::string(command)), std::string::npos) << outcome.out;
  }
}

// Whoever runs on PostgreSQL begins with a key of their own.
TEST(CommandLine, AKeyIsMadeOnceAndForItsOwnerAlone) {
  const Folder folder;
  const std::string key = folder.path("installation.key");
  const Outcome made = folder.smm("keys make " + key);
  EXPECT_EQ(made.code, 0) << made.err;
  EXPECT_NE(made.out.find("Made installation key "), std::string::npos);
  EXPECT_EQ(std::filesystem::status(key).permissions(), std::filesystem::perms(0600));
  const std::string line = folder.read("installation.key");
  EXPECT_EQ(made.out.find(line.substr(0, line.find('\n'))), std::string::npos);
  const Outcome again = folder.smm("keys make " + key);
  EXPECT_EQ(again.code, 1);
  EXPECT_NE(again.err.find("key_exists"), std::string::npos);
  EXPECT_EQ(folder.read("installation.key"), line);
}

TEST(CommandLine, GroupsSayWhatIsInThem) {
  const Folder folder;
  const std::string help = folder.smm("--help").out;
  EXPECT_NE(help.find("create, open, close"), std::string::npos) << help;
  EXPECT_NE(help.find("status, rotate"), std::string::npos) << help;
}

TEST(CommandLine, AFullDiskIsABrokenEnvironment) {
  const Folder folder;
  const int status = std::system(
      (std::string(SMM_PROGRAM) + " instrument show smm-2026 >/dev/full 2>" + folder.path("err")).c_str());
  EXPECT_EQ(WEXITSTATUS(status), 3);
  EXPECT_NE(folder.read("err").find("cannot write to standard output"), std::string::npos);
}

TEST(CommandLine, OutReplacesFilesButNeitherLinksNorInputs) {
  const Folder folder;
  const std::string answers = folder.write(
      "a.csv", "school_id,programme,item_id,state,value\nx,nursing_adn,speech-protected,answered,yes\n");
  const std::string score = "score --edition smm-2026 --answers " + answers + " --out ";
  folder.write("target.csv", "old\n");
  std::filesystem::permissions(folder.path("target.csv"), std::filesystem::perms(0600));
  std::filesystem::create_symlink("target.csv", folder.path("link.csv"));
  EXPECT_EQ(folder.smm(score + folder.path("link.csv")).code, 0);
  EXPECT_TRUE(std::filesystem::is_symlink(folder.path("link.csv")));
  EXPECT_NE(folder.read("target.csv").find("student-activism"), std::string::npos);
  EXPECT_EQ(std::filesystem::status(folder.path("target.csv")).permissions(), std::filesystem::perms(0600));
  const std::string before = folder.read("a.csv");
  EXPECT_EQ(folder.smm(score + answers).code, 2);
  EXPECT_EQ(folder.read("a.csv"), before);
  ASSERT_EQ(::mkfifo(folder.path("pipe").c_str(), 0600), 0);
  const int status = std::system((std::string(SMM_PROGRAM) + " " + score + folder.path("pipe") + " & cat " +
                                  folder.path("pipe") + " >" + folder.path("through"))
                                     .c_str());
  EXPECT_EQ(status, 0);
  EXPECT_NE(folder.read("through").find("student-activism"), std::string::npos);
  EXPECT_TRUE(std::filesystem::is_fifo(folder.path("pipe")));
}

TEST(CommandLine, AContentFolderMustBeOne) {
  const Folder folder;
  const Outcome outcome = folder.smm("--content /etc instrument list");
  EXPECT_EQ(outcome.code, 3);
  EXPECT_NE(outcome.err.find("is no content folder"), std::string::npos) << outcome.err;
  EXPECT_EQ(folder.smm("--content content instrument list").code, 0);
}

TEST(CommandLine, WhatIsQuotedFromInputCannotSteerATerminal) {
  const Folder folder;
  const std::string file = folder.write(
      "a.csv",
      "school_id,programme,item_id,state,value\nx,nursing_adn,speech-protected,answered,\x1b[31mred\n");
  const Outcome outcome = folder.smm("score --edition smm-2026 --answers " + file);
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(outcome.err.find('\x1b'), std::string::npos);
}

TEST(CommandLine, ProblemsNameCodeSentenceAndPlace) {
  const Folder folder;
  const Outcome outcome = folder.smm("instrument show smm-1999");
  EXPECT_EQ(outcome.err.rfind("edition_not_found: no edition \"smm-1999\"", 0), 0u) << outcome.err;
}

TEST(CommandLine, PublishingSealsAnEditionAndAChangeBreaksTheSeal) {
  const Folder folder;
  std::filesystem::copy("content/instruments/smm-2026", folder.path("ed"),
                        std::filesystem::copy_options::recursive);
  std::filesystem::remove(folder.path("ed/edition.lock"));
  std::string frame = folder.read("ed/edition.yaml");
  const std::string status = "status: ";
  const std::size_t at = frame.find(status) + status.size();
  frame.replace(at, frame.find('\n', at) - at, "draft");
  folder.write("ed/edition.yaml", frame);
  EXPECT_EQ(folder.smm("instrument check --publish " + folder.path("ed")).code, 1);  // still a draft
  frame.replace(at, std::string("draft").size(), "published");
  folder.write("ed/edition.yaml", frame);
  EXPECT_EQ(folder.smm("instrument check " + folder.path("ed")).code, 1);  // not sealed yet
  EXPECT_EQ(folder.smm("instrument check --publish " + folder.path("ed")).code, 0);
  EXPECT_EQ(folder.smm("instrument check " + folder.path("ed")).code, 0);
  EXPECT_EQ(folder.smm("instrument check --publish " + folder.path("ed")).code, 1);  // only once
  folder.write("ed/glossary.yaml", folder.read("ed/glossary.yaml") + "# one more line\n");
  const Outcome changed = folder.smm("instrument check " + folder.path("ed"));
  EXPECT_EQ(changed.code, 1);
  EXPECT_EQ(changed.err.rfind("edition_changed: ", 0), 0u) << changed.err;
}

}  // namespace
}  // namespace smm::program
