// SPDX-License-Identifier: Apache-2.0
#include "assessment/sheet_answer.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <vector>

namespace smm::assessment {
namespace {

using instrument::AnswerState;

GivenAnswer answered(std::string value) {
  return {AnswerState::answered, std::move(value), ""};
}

TEST(JudgeSave, ReplacesOnlyTheVersionItWasMadeFrom) {
  EXPECT_EQ(judge_save({}, 0, answered("yes"), 0), SaveOutcome::saved);
  EXPECT_EQ(judge_save(answered("yes"), 1, answered("no"), 1), SaveOutcome::saved);
  EXPECT_EQ(judge_save(answered("yes"), 2, answered("no"), 1), SaveOutcome::conflict);
  EXPECT_EQ(judge_save(answered("yes"), 1, answered("no"), 0), SaveOutcome::conflict);
  EXPECT_EQ(judge_save(answered("yes"), 1, answered("no"), 2), SaveOutcome::conflict) << "from the future";
}

TEST(JudgeSave, TheSameAgainIsNoConflict) {
  EXPECT_EQ(judge_save(answered("yes"), 7, answered("yes"), 0), SaveOutcome::unchanged);
  EXPECT_EQ(judge_save({}, 0, {}, 0), SaveOutcome::unchanged);
  EXPECT_EQ(judge_save({AnswerState::not_applicable, "", "no clinic"}, 1,
                       {AnswerState::not_applicable, "", "no clinics"}, 1),
            SaveOutcome::saved)
      << "another reason is another answer";
}

// Two people write at once, each from what they last saw. Whatever they do, every text that was ever sent is
// in the history, or its sender was told of the conflict and still holds it.
struct Writer {
  std::int64_t seen = 0;
  std::vector<std::string> held;  // sent, and not accepted
};

RC_GTEST_PROP(JudgeSave, NeverLosesWhatWasWritten, ()) {
  std::vector<GivenAnswer> history{{}};
  std::vector<Writer> writers(2);
  std::vector<std::string> sent;
  const auto moves = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 12));
  for (const int move : moves) {
    Writer& writer = writers[static_cast<std::size_t>(move % 2)];
    const auto version = static_cast<std::int64_t>(history.size()) - 1;
    if (move < 4) {
      writer.seen = version;  // the page was read again
      continue;
    }
    const std::string text = std::to_string(move / 2);
    sent.push_back(text);
    switch (judge_save(history.back(), version, answered(text), writer.seen)) {
      case SaveOutcome::saved:
        RC_ASSERT(writer.seen == version);
        history.push_back(answered(text));
        writer.seen = version + 1;
        break;
      case SaveOutcome::unchanged:
        RC_ASSERT(history.back() == answered(text));
        break;
      case SaveOutcome::conflict:
        RC_ASSERT(writer.seen != version);
        writer.held.push_back(text);
        break;
    }
  }
  for (const std::string& text : sent) {
    const bool kept = std::find(history.begin(), history.end(), answered(text)) != history.end();
    const bool held = std::any_of(writers.begin(), writers.end(), [&](const Writer& w) {
      return std::find(w.held.begin(), w.held.end(), text) != w.held.end();
    });
    RC_ASSERT(kept || held);
  }
}

}  // namespace
}  // namespace smm::assessment
