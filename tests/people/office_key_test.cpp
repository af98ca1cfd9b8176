// SPDX-License-Identifier: Apache-2.0
#include <thread>

#include "app/installation/problems.hpp"
#include "sign_in_steps.hpp"

namespace smm::app {
namespace {

SMM_ON_EACH_DATABASE(OfficeKey);

base::Result<bool> post_notice_now(InstallationUnderTest& house, bool take_back) {
  return change<bool>(house.installation().database, house.clock,
                      [&](Records& records, base::Instant now) -> base::Result<Change<bool>> {
                        Letter mail{"test", {"", "ben@lakeside.example"}, "Hi", {"one"}};
                        for (int i = 0; i < 2; ++i) {
                          if (const auto posted = post_mail(*house, house.pages(), records, mail, now);
                              !posted)
                            return posted.problems();
                        }
                        if (take_back) return base::Problem(installation_problem::busy, "taken back");
                        return Change<bool>::bookkeeping(true);
                      });
}

// Whoever makes the key first has made it: what others seal meanwhile opens as well.
TEST_P(OfficeKey, IsOneWhenManyMakeItAtOneMoment) {
  std::vector<std::thread> writers;
  for (int i = 0; i < 8; ++i) writers.emplace_back([&] { EXPECT_TRUE(post_notice_now(house(), false)); });
  for (auto& writer : writers) writer.join();
  EXPECT_EQ(house().mails("test").size(), 16u);
}

TEST_P(OfficeKey, IsForgottenWithTheWriteThatMadeIt) {
  EXPECT_FALSE(post_notice_now(house(), true));
  EXPECT_TRUE(post_notice_now(house(), false));
  EXPECT_EQ(house().mails("test").size(), 2u);
  // Another program with the same key file finds the same.
  EXPECT_TRUE(seals_of(house().installation(), "office"));
  EXPECT_TRUE(post_notice_now(house(), false));
  EXPECT_EQ(house().mails("test").size(), 4u);
}

}  // namespace
}  // namespace smm::app
