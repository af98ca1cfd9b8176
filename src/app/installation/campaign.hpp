// SPDX-License-Identifier: Apache-2.0
// Repository: what an office says and does around a round: its own words, the days of its reminders, and what
// was said with schools.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/installation/rounds.hpp"
#include "base/id.hpp"

namespace smm::app {

// Words of the office, by the name of the place where they stand ("invitation", "area.curriculum").
struct RoundText {
  assessment::RoundId round;
  std::string name;
  std::string text;

  friend bool operator==(const RoundText&, const RoundText&) = default;
};

struct Reminder {
  assessment::RoundId round;
  std::int64_t number = 1;
  std::string day;                    // YYYY-MM-DD in the round's zone
  std::string audience;               // a word of app/rounds/
  std::optional<base::Instant> done;  // set before any of its mails is written

  friend bool operator==(const Reminder&, const Reminder&) = default;
};

using CallNoteId = base::Id<struct CallNoteTag>;

// What was said with a school, and how. Notes are only added.
struct CallNote {
  CallNoteId id;
  SheetKey sheet;
  assessment::PersonId by;
  base::Instant at;
  std::string way;  // a word of app/rounds/
  std::string said;

  friend bool operator==(const CallNote&, const CallNote&) = default;
};

class Campaign {
 public:
  virtual ~Campaign() = default;

  virtual std::vector<RoundText> texts(const assessment::RoundId& round) = 0;  // by name
  virtual std::optional<std::string> text(const assessment::RoundId& round, std::string_view name) = 0;
  virtual void keep(const RoundText& text) = 0;  // adds or replaces; an empty one removes what was there

  virtual std::vector<Reminder> reminders(const assessment::RoundId& round) = 0;  // by number
  virtual void keep(const Reminder& reminder) = 0;                                // adds or replaces
  virtual void remove_reminder(const assessment::RoundId& round, std::int64_t number) = 0;
  // True for who comes first: of several that see the same reminder due, one sends it.
  virtual bool take(const Reminder& reminder, base::Instant now) = 0;

  virtual std::vector<CallNote> calls(const SheetKey& sheet) = 0;                // the latest first
  virtual std::vector<CallNote> calls_of(const assessment::RoundId& round) = 0;  // the latest first
  virtual void add(const CallNote& call) = 0;
};

}  // namespace smm::app
