// SPDX-License-Identifier: Apache-2.0
#include "instrument/answering_time.hpp"

#include <gtest/gtest.h>

#include "instrument/sample_edition_test.hpp"

namespace smm::instrument {
namespace {

TEST(CountWords, CountsRunsOfWhatIsNotSpace) {
  EXPECT_EQ(count_words(""), 0u);
  EXPECT_EQ(count_words("  \n "), 0u);
  EXPECT_EQ(count_words("one"), 1u);
  EXPECT_EQ(count_words(" two\nwords "), 2u);
}

Item wordy_share(std::string id) {
  Item item = sample::share();
  item.id = std::move(id);
  item.office = "finance";
  item.gathering_minutes = 20;
  item.wording = {"one two", "three", "four five six", "seven", "eight", "nine"};
  item.own = {"ten", "eleven twelve"};
  item.terms = {"site"};
  return item;
}

TEST(AnsweringTime, IsWordsOver200AndAConstantByType) {
  EXPECT_EQ(printed_words(wordy_share("a")), 12u);
  EXPECT_DOUBLE_EQ(answering_minutes(wordy_share("a")), 12 / 200.0 + 0.5);
  EXPECT_EQ(printed_words(sample::yes_no()), 6u);  // "Label of yes", "Label of no"
  EXPECT_DOUBLE_EQ(answering_minutes(sample::yes_no()), 6 / 200.0 + 0.2);
}

Edition timed_edition() {
  Item other = wordy_share("b");
  Item gap = sample::two_shares(Compare::difference, sample::steps({{0, 10}}));
  gap.office = "registrar";
  gap.terms = {"site"};
  Edition edition = sample::edition({wordy_share("a"), other, gap});
  for (Item& item : edition.items) item.programmes = 3;
  edition.terms = {{"site", "Site", "forty words would be too many here"}};  // seven
  return edition;
}

TEST(PacketTimes, ReadsATermOncePerOffice) {
  const Edition edition = timed_edition();
  const auto packets = packet_times(edition, questionnaire_for(edition, 0));
  ASSERT_EQ(packets.size(), 2u);
  EXPECT_EQ(packets.at("finance").items, 2);
  EXPECT_EQ(packets.at("finance").numbers, 2);
  EXPECT_EQ(packets.at("finance").gathering, 40);
  EXPECT_DOUBLE_EQ(packets.at("finance").answering, 2 * (12 / 200.0 + 0.5) + 7 / 200.0);
  EXPECT_EQ(packets.at("registrar").numbers, 2);  // two shares are two values
  EXPECT_DOUBLE_EQ(packets.at("registrar").answering, 1.0 + 7 / 200.0);
}

TEST(PacketTimes, ReadsATermOnceInAllWhereOnePersonAnswers) {
  const Edition edition = timed_edition();
  const auto packets = packet_times(edition, questionnaire_for(edition, 1));
  EXPECT_DOUBLE_EQ(packets.at("registrar").answering, 1.0);
  const PacketTime total = total_time(packets);
  EXPECT_EQ(total.items, 3);
  EXPECT_EQ(total.numbers, 4);
  EXPECT_DOUBLE_EQ(total.answering, 2 * (12 / 200.0 + 0.5) + 1.0 + 7 / 200.0);
}

}  // namespace
}  // namespace smm::instrument
