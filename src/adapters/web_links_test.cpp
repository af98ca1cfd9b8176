// SPDX-License-Identifier: Apache-2.0
#include "adapters/web_links.hpp"

#include <gtest/gtest.h>

#include "child_process.hpp"

namespace smm::adapters {
namespace {

using app::AddressState;

TEST(WebLinks, TellWhatAnAddressAnswers) {
  test::ChildProcess server({"/usr/bin/python3", "tests/oidc/odd_server.py"});
  const std::string at = "http://127.0.0.1:" + server.line();
  const WebLinks links;
  EXPECT_EQ(links.ask(at + "/echo").state, AddressState::answers);
  EXPECT_EQ(links.ask(at + "/none").state, AddressState::dead);
  EXPECT_EQ(links.ask(at + "/none").words, "404");
  const auto moved = links.ask(at + "/redirect");
  EXPECT_EQ(moved.state, AddressState::moved);
  EXPECT_TRUE(moved.words.starts_with("moved to http")) << moved.words;
}

TEST(WebLinks, APageOfAnyLengthAnswers) {
  test::ChildProcess server({"/usr/bin/python3", "tests/oidc/odd_server.py"});
  const std::string at = "http://127.0.0.1:" + server.line();
  EXPECT_EQ(WebLinks().ask(at + "/long").state, AddressState::answers);
}

TEST(WebLinks, NobodyThereIsUnreachable) {
  const auto answer = WebLinks().ask("http://127.0.0.1:1/");
  EXPECT_EQ(answer.state, AddressState::unreachable);
  EXPECT_FALSE(answer.words.empty());
  EXPECT_EQ(WebLinks().ask("ftp://127.0.0.1/").state, AddressState::unreachable);
}

}  // namespace
}  // namespace smm::adapters
