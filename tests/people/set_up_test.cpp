// SPDX-License-Identifier: Apache-2.0
#include "app/people/set_up.hpp"

#include "sign_in_steps.hpp"

namespace smm::app {
namespace {

SMM_ON_EACH_DATABASE(SetUp);

std::string token_of(const std::optional<std::string>& url) {
  return url ? url->substr(url->rfind('/') + 1) : "";
}

const FirstAdmin ana{"Ana  Ruiz ", "ana@office.example", good_password};

TEST_P(SetUp, MakesTheFirstAdminAndClosesItself) {
  const auto url = set_up_link(*house()).value();
  ASSERT_TRUE(url && url->starts_with("https://metrics.example.org/set-up/"));
  const auto session = set_up(*house(), token_of(url), ana, browser_at("192.0.2.1"));
  ASSERT_TRUE(session);
  const auto actor = actor_by(house(), session->token);
  ASSERT_TRUE(actor);
  EXPECT_EQ(actor->person.name, "Ana Ruiz");
  EXPECT_EQ(actor->office_roles, std::vector{assessment::OfficeRole::admin});
  EXPECT_FALSE(actor->session.second_factor);
  EXPECT_EQ(set_up_link(*house()).value(), std::nullopt);
  EXPECT_EQ(first_code(set_up(*house(), token_of(url), ana, {})), "link_not_live");
}

TEST_P(SetUp, TakesOnlyTheLinkThatWasPrintedLast) {
  const std::string first = token_of(set_up_link(*house()).value());
  const std::string second = token_of(set_up_link(*house()).value());
  EXPECT_NE(first, second);
  EXPECT_EQ(set_up_is_open(*house(), first).value(), false);
  EXPECT_EQ(set_up_is_open(*house(), second).value(), true);
  EXPECT_EQ(first_code(set_up(*house(), first, ana, {})), "link_not_live");
  EXPECT_EQ(first_code(set_up(*house(), "nonsense", ana, {})), "link_not_live");
  house().clock.pass(lifetime(LinkUse::set_up));
  EXPECT_EQ(set_up_is_open(*house(), second).value(), false);
}

TEST_P(SetUp, TellsAllThatIsWrongAndKeepsTheLink) {
  const std::string token = token_of(set_up_link(*house()).value());
  const auto refused = set_up(*house(), token, {" ", "ana", "short"}, {});
  ASSERT_FALSE(refused);
  std::vector<std::string> fields;
  for (const auto& problem : refused.problems()) fields.push_back(problem.place.source);
  EXPECT_EQ(fields, (std::vector<std::string>{"name", "email", "password"}));
  EXPECT_EQ(set_up_is_open(*house(), token).value(), true);
}

TEST_P(SetUp, StaysOpenWhenSchoolsWereInvitedBefore) {
  const std::string token = token_of(set_up_link(*house()).value());
  house().add_person("Dora Vance", "dora@school.example");
  EXPECT_EQ(set_up_is_open(*house(), token).value(), true);
  EXPECT_NE(set_up_link(*house()).value(), std::nullopt);
}

TEST_P(SetUp, CannotBeUsedAsASignIn) {
  const std::string token = token_of(set_up_link(*house()).value());
  EXPECT_TRUE(std::holds_alternative<Spent>(follow(house(), token).value()));
  EXPECT_EQ(set_up_is_open(*house(), token).value(), true);
}

}  // namespace
}  // namespace smm::app
