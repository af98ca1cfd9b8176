// SPDX-License-Identifier: Apache-2.0
#include "report/worksheet.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "report/sample_worksheet_test.hpp"
#include "report/worksheet_words.hpp"

namespace smm::report {
namespace {

Question question(const Worksheet& sheet, std::string_view id) {
  for (const Packet& packet : sheet.packets) {
    for (const Question* candidate : questions_of(packet)) {
      if (candidate->item.id == id) return *candidate;
    }
  }
  throw std::runtime_error("no such question");
}

TEST(Worksheet, PacketsStandInTheOrderOfOfficesAndNumbersRunThrough) {
  const Worksheet sheet = small_worksheet("md");
  ASSERT_EQ(sheet.packets.size(), 3U);
  EXPECT_EQ(sheet.packets[0].label, "Dean's office");
  EXPECT_EQ(sheet.packets[2].label, "Finance");
  int expected = 1;
  for (const Packet& packet : sheet.packets) {
    for (const Question* asked : questions_of(packet)) EXPECT_EQ(asked->number, expected++);
  }
  EXPECT_EQ(expected, 15);
}

TEST(Worksheet, AQuestionStandsOnceAndWithItsArea) {
  const Worksheet sheet = small_worksheet("md");
  const Packet& dean = sheet.packets[0];
  ASSERT_EQ(dean.areas.size(), 3U);
  EXPECT_EQ(dean.areas[0].label, "About your school");
  EXPECT_EQ(dean.areas[0].domain, "");
  EXPECT_EQ(dean.areas[0].questions.size(), 2U);
  EXPECT_EQ(dean.areas[1].domain, "Teaching");
}

TEST(Worksheet, APacketAloneKeepsItsNumbersAndMinutes) {
  const instrument::Edition edition = edition_in("tests/editions/small");
  const auto questionnaire = instrument::questionnaire_for(edition, 0);
  const Worksheet whole = make_worksheet(edition, questionnaire, interface_texts());
  const Worksheet alone = make_worksheet(edition, questionnaire, interface_texts(), "finance");
  ASSERT_EQ(alone.packets.size(), 1U);
  EXPECT_FALSE(alone.whole);
  EXPECT_TRUE(whole.whole);
  EXPECT_EQ(questions_of(alone.packets[0])[0]->number, 14);
  EXPECT_EQ(alone.total.items, 1);
  EXPECT_EQ(alone.total.gathering, 10);
  EXPECT_DOUBLE_EQ(alone.total.answering, whole.packets[2].time.answering);
  EXPECT_TRUE(make_worksheet(edition, questionnaire, interface_texts(), "library").packets.empty());
}

TEST(Worksheet, TotalsAreThoseOfThePackets) {
  const Worksheet sheet = small_worksheet("md");
  int items = 0;
  int gathering = 0;
  double answering = 0;
  for (const Packet& packet : sheet.packets) {
    items += packet.time.items;
    gathering += packet.time.gathering;
    answering += packet.time.answering;
  }
  EXPECT_EQ(sheet.total.items, items);
  EXPECT_EQ(sheet.total.gathering, gathering);
  EXPECT_DOUBLE_EQ(sheet.total.answering, answering);
  EXPECT_EQ(sheet.total.numbers, 6);
}

TEST(Worksheet, TheNumbersSheetListsEveryNumberOnce) {
  const Question own = question(small_worksheet("md"), "rural-compared");
  ASSERT_EQ(own.numbers.size(), 2U);
  EXPECT_EQ(own.numbers[0].label, std::to_string(own.number) + "a");
  EXPECT_EQ(own.numbers[0].denominator, "entrants whose home is known");
  EXPECT_EQ(own.numbers[1].part, "comparator");
  EXPECT_EQ(own.numbers[1].numerator, "rural residents of the state");
  const Question ratio = question(small_worksheet("md"), "pathway-reach");
  EXPECT_FALSE(ratio.numbers[0].percent_will_do);
  EXPECT_TRUE(question(small_worksheet("md"), "first-generation").numbers[0].percent_will_do);
  EXPECT_TRUE(question(small_worksheet("md"), "runs-clinics").numbers.empty());
}

TEST(Worksheet, TermsAreExplainedOncePerPacketWhereTheyAreUsed) {
  const Worksheet sheet = small_worksheet("md");
  EXPECT_TRUE(sheet.packets[0].terms.empty());
  ASSERT_EQ(sheet.packets[1].terms.size(), 2U);
  EXPECT_EQ(sheet.packets[1].terms[1].id, "rural");
  EXPECT_EQ(defined_terms(question(sheet, "patient-groups"), sheet.packets[1], interface_texts()),
            "Explained at the beginning of this packet: “Required”, “Rural”.");
}

TEST(Worksheet, RoutesAreSentences) {
  const Worksheet sheet = small_worksheet("md");
  EXPECT_EQ(
      question(sheet, "partner-role").route,
      "Answer only if the answer to question 1 is “Yes” and (at least one choice is ticked in question 10 "
      "(Academic affairs) or the percentage of boxes ticked in question 9 (Academic affairs) is more than "
      "0).");
  EXPECT_EQ(question(sheet, "pathway-reach").route,
            "Answer only if the answer to question 5 (Dean's office) is anything but “There is none”.");
  EXPECT_EQ(question(sheet, "students").route, "");
}

TEST(Worksheet, AProgramSeesItsOwnWording) {
  const Worksheet sheet = small_worksheet("adn");
  EXPECT_EQ(question(sheet, "topics-each-year").item.wording.example,
            "Both topics in each of two years tick 4 of 4 cells.");
  EXPECT_EQ(sheet.programme.years, 2);
  EXPECT_TRUE(sheet.programme.solo);
  EXPECT_EQ(sheet.total.items, 12);
  EXPECT_THROW(question(sheet, "rural-compared"), std::runtime_error);
}

TEST(Worksheet, NoneIsOfferedWhereNoOptionSaysIt) {
  const Worksheet sheet = small_worksheet("md");
  EXPECT_TRUE(offers_none(question(sheet, "patient-groups").item));
  EXPECT_FALSE(offers_none(question(sheet, "service-stages").item));
  EXPECT_TRUE(offers_none(question(sheet, "topics-each-year").item));
  EXPECT_FALSE(offers_none(question(sheet, "holistic-review").item));
}

TEST(WorksheetWords, MinutesAreNeverNone) {
  const render::Texts texts = interface_texts();
  EXPECT_EQ(minutes_words(0.2, texts), "1 min");
  EXPECT_EQ(minutes_words(59.6, texts), "1 h");
  EXPECT_EQ(minutes_words(140, texts), "2 h 20 min");
}

TEST(WorksheetWords, StatesComeWithTheirNeeds) {
  const auto states = answer_states(interface_texts());
  ASSERT_EQ(states.size(), 5U);
  EXPECT_EQ(states[1].id, "not_collected");
  EXPECT_FALSE(states[2].needs_reason);
  EXPECT_TRUE(states[3].needs_reason);
  EXPECT_EQ(states[4].label, "not permitted");
}

TEST(WorksheetWords, PacketsSayWhatMayBeSkippedAndWhatCounselMayRead) {
  const Worksheet sheet = small_worksheet("md");
  const render::Texts texts = interface_texts();
  EXPECT_EQ(skip_words(sheet.packets[0], texts), "May be skipped, depending on other answers: 4.");
  EXPECT_EQ(skip_words(sheet.packets[2], texts), "Every question in this packet is asked.");
  EXPECT_EQ(legal_words(sheet.packets[1], texts), "Marked for counsel: 10.");
  EXPECT_EQ(legal_words(sheet.packets[0], texts), "");
}

}  // namespace
}  // namespace smm::report
