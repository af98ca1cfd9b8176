// SPDX-License-Identifier: Apache-2.0
// Repository: what was released of each round, once and for good, and the questions that were asked while a
// round was checked. A release is public to those who take part: its bytes stand in clear. What is asked
// about an answer, and what the school says to it, arrives sealed and leaves sealed (seals.hpp).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/installation/rounds.hpp"
#include "assessment/check_question.hpp"
#include "assessment/sheet_answer.hpp"

namespace smm::app {

struct KeptRelease {
  assessment::RoundId round;
  std::string sha256;
  std::string bytes;  // release.json (docs/reference/benchmark-files.md)
  base::Instant at;

  friend bool operator==(const KeptRelease&, const KeptRelease&) = default;
};

struct CheckQuestion {
  assessment::CheckQuestionId id;
  SheetKey sheet;
  assessment::AnswerPlace place;
  assessment::PersonId by;
  base::Instant at;
  std::string sealed;  // what is asked
  assessment::CheckState state = assessment::CheckState::open;
  std::optional<assessment::PersonId> settled_by;
  std::optional<base::Instant> settled_at;
  std::string sealed_reply;  // empty: none

  friend bool operator==(const CheckQuestion&, const CheckQuestion&) = default;
};

class Releases {
 public:
  virtual ~Releases() = default;

  virtual std::optional<KeptRelease> of(const assessment::RoundId& round) = 0;
  virtual std::vector<KeptRelease> all() = 0;        // oldest first
  virtual void add(const KeptRelease& release) = 0;  // a second one of a round is refused (Refusal::taken)

  virtual std::vector<CheckQuestion> questions(const SheetKey& sheet) = 0;             // oldest first
  virtual std::vector<CheckQuestion> questions(const assessment::RoundId& round) = 0;  // oldest first
  virtual void add(const CheckQuestion& question) = 0;
  virtual void settle(const CheckQuestion& question) = 0;  // state, who, when, reply
};

}  // namespace smm::app
