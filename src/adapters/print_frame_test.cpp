// SPDX-License-Identifier: Apache-2.0
#include "adapters/print_frame.hpp"

#include <gtest/gtest.h>

namespace smm::adapters {
namespace {

using State = FrameReader::State;

TEST(PrintFrame, ComesBackAsItWasHoweverItIsCut) {
  const std::string page = std::string("<p>\0ü</p>", 10) + std::string(1000, 'x');
  const std::string frame = frame_of(FrameKind::page, page);
  EXPECT_EQ(frame.substr(0, 9), std::string("SMP1H\0\0\3\xF2", 9));
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{9}, frame.size()}) {
    FrameReader reader = FrameReader::of_questions();
    State state = State::more;
    for (std::size_t at = 0; at < frame.size(); at += piece) {
      ASSERT_EQ(state, State::more);
      state = reader.take(std::string_view(frame).substr(at, piece));
    }
    EXPECT_EQ(state, State::whole);
    EXPECT_EQ(reader.kind(), FrameKind::page);
    EXPECT_EQ(reader.bytes(), page);
  }
}

TEST(PrintFrame, MayBeEmpty) {
  FrameReader reader = FrameReader::of_answers();
  EXPECT_EQ(reader.take(frame_of(FrameKind::refusal, "")), State::whole);
  EXPECT_EQ(reader.kind(), FrameKind::refusal);
  EXPECT_EQ(reader.bytes(), "");
}

struct Bad {
  std::string bytes;
  const char* words;
};

TEST(PrintFrame, WhatIsNoneIsRefusedAsSoonAsItIsSeen) {
  const Bad bads[] = {{"G", "begin as a frame"},
                      {"SMP2", "begin as a frame"},
                      {"SMP1P", "of this kind"},
                      {std::string("SMP1X\0\0\0\0", 9), "of this kind"},
                      {std::string("SMP1H\2\0\0\1", 9), "longer than"},
                      {std::string("SMP1H\xFF\xFF\xFF\xFF", 9), "longer than"},
                      {frame_of(FrameKind::page, "x") + "y", "after its end"}};
  for (const Bad& bad : bads) {
    FrameReader reader = FrameReader::of_questions();
    EXPECT_EQ(reader.take(bad.bytes), State::refused) << bad.words;
    EXPECT_NE(reader.fault().find(bad.words), std::string_view::npos) << reader.fault();
    EXPECT_EQ(reader.take(frame_of(FrameKind::page, "x")), State::refused);  // it stays so
  }
}

TEST(PrintFrame, OneThatIsAsLongAsItMayBeIsTaken) {
  FrameReader reader = FrameReader::of_questions();
  EXPECT_EQ(reader.take(std::string("SMP1H\2\0\0\0", 9)), State::more);
  EXPECT_EQ(reader.take(std::string(longest_page, 'x')), State::whole);
  FrameReader answers = FrameReader::of_answers();
  EXPECT_EQ(answers.take(frame_of(FrameKind::page, "x")), State::refused);
}

}  // namespace
}  // namespace smm::adapters
