// SPDX-License-Identifier: Apache-2.0
// Repository: how far a round's schools are, in counts that need no key. Read only; one query each, whatever
// the number of schools.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/installation/outbox.hpp"
#include "assessment/packet.hpp"

namespace smm::app {

struct MailTally {
  assessment::SchoolId school;
  std::string kind;
  MailState state = MailState::waiting;
  bool bounced = false;
  std::int64_t mails = 0;
};

struct SheetTally {
  assessment::SchoolId school;
  std::int64_t answered = 0;  // places with an answer or a state that says why there is none
};

struct PacketTally {
  assessment::SchoolId school;
  std::string office;
  assessment::PacketState state = assessment::PacketState::in_work;
  std::string due;  // YYYY-MM-DD, or empty
  std::optional<base::Instant> completed;
};

// In how many schools a question stands in a state, whatever the program.
struct ItemTally {
  std::string item;
  std::string state;  // word of assessment::AnswerState
  std::int64_t schools = 0;
};

class Progress {
 public:
  virtual ~Progress() = default;

  virtual std::vector<MailTally> mails(const assessment::RoundId& round) = 0;
  // Schools whose invitation was followed.
  virtual std::vector<assessment::SchoolId> opened(const assessment::RoundId& round) = 0;
  virtual std::vector<SheetTally> sheets(const assessment::RoundId& round) = 0;
  virtual std::vector<PacketTally> packets(const assessment::RoundId& round) = 0;
  virtual std::vector<ItemTally> items(const assessment::RoundId& round) = 0;  // by item, then state
};

}  // namespace smm::app
