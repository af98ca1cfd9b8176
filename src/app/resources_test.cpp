// SPDX-License-Identifier: Apache-2.0
#include "app/resources.hpp"

#include <gtest/gtest.h>

#include <map>

namespace smm::app {
namespace {

// Answers as it was told, and counts how often it is asked.
class ToldLinks final : public Links {
 public:
  explicit ToldLinks(std::map<std::string, AddressState> told) : told_(std::move(told)) {}
  LinkAnswer ask(const std::string& address) const override {
    ++asked;
    const auto found = told_.find(address);
    return {found == told_.end() ? AddressState::unreachable : found->second, "told"};
  }

  mutable std::size_t asked = 0;

 private:
  std::map<std::string, AddressState> told_;
};

catalog::Catalog catalog_of(std::size_t count) {
  catalog::Catalog catalog;
  for (std::size_t i = 0; i < count; ++i) {
    catalog.resources.emplace_back();
    catalog.resources.back().address = "https://example.org/" + std::to_string(i);
  }
  return catalog;
}

TEST(AskLinks, StopsOnAMachineThatIsOffline) {
  const ToldLinks none({});
  const auto catalog = catalog_of(20);
  const auto asked = ask_links(catalog, none, [](std::size_t) {});
  EXPECT_TRUE(asked.offline);
  EXPECT_EQ(none.asked, links_of_an_offline_machine);
}

TEST(AskLinks, OneAnswerShowsThatTheMachineIsOnline) {
  const ToldLinks last_of_the_first({{"https://example.org/5", AddressState::dead}});
  const auto catalog = catalog_of(20);
  std::size_t heard = 0;
  const auto asked = ask_links(catalog, last_of_the_first, [&](std::size_t count) { heard = count; });
  EXPECT_FALSE(asked.offline);
  EXPECT_EQ(last_of_the_first.asked, 20u);
  EXPECT_EQ(heard, 20u);
  EXPECT_EQ(asked.count(AddressState::dead), 1u);
  EXPECT_EQ(asked.count(AddressState::unreachable), 19u);
}

TEST(AskLinks, AShortLibraryIsNotTakenForAnOfflineMachine) {
  const auto asked = ask_links(catalog_of(2), ToldLinks({}), [](std::size_t) {});
  EXPECT_FALSE(asked.offline);
  EXPECT_EQ(asked.count(AddressState::unreachable), 2u);
}

}  // namespace
}  // namespace smm::app
