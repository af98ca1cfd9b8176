// SPDX-License-Identifier: Apache-2.0
#include "adapters/folder_mailer.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "adapters/mail_message.hpp"
#include "adapters/sample_mail_test.hpp"
#include "scratch_folder.hpp"

namespace smm::adapters {
namespace {

TEST(FolderMailer, WritesTheMailAsItWouldTravel) {
  const test::ScratchFolder scratch;
  const app::Mail mail = sample_mail();
  const auto outcome = FolderMailer(scratch.path("mail")).send(mail);
  EXPECT_EQ(outcome.state, app::SendState::sent);
  const std::string name = "mail/01795309471123456-b2xq7d.1@assessment.example.org.eml";
  EXPECT_EQ(outcome.words, scratch.path(name));
  EXPECT_EQ(scratch.text(name), mail_message(mail));
  const auto files = std::filesystem::directory_iterator(scratch.path("mail"));
  EXPECT_EQ(std::distance(begin(files), end(files)), 1);
}

TEST(FolderMailer, NamesNoFileThatLeadsElsewhere) {
  const test::ScratchFolder scratch;
  app::Mail mail = sample_mail();
  mail.message_id = "../../x@y";
  EXPECT_EQ(FolderMailer(scratch.path("mail")).send(mail).state, app::SendState::refused);
  EXPECT_FALSE(std::filesystem::exists(scratch.path("mail")));
}

TEST(FolderMailer, TriesAgainWhenThereIsNoFolder) {
  const test::ScratchFolder scratch;
  const std::string file = scratch.write("mail", "not a folder");
  EXPECT_EQ(FolderMailer(file).send(sample_mail()).state, app::SendState::try_again);
}

}  // namespace
}  // namespace smm::adapters
