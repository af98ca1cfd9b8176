// SPDX-License-Identifier: Apache-2.0
// Repository: mails that are to be sent. A mail is written in the transaction of what it tells of, and sent
// afterwards by whoever empties the outbox. SMTP cannot promise exactly once: `sending` is committed before
// the data goes out, and what is found in that state after a crash becomes `unknown`, is shown, and is never
// sent again by itself.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "assessment/ids.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"

namespace smm::app {

using MailId = base::Id<struct MailTag>;

enum class MailState : std::uint8_t { waiting, sending, sent, refused, unknown };

std::string_view to_string(MailState state);
std::optional<MailState> mail_state(std::string_view name);

struct WaitingMail {
  MailId id;  // also its Message-ID
  std::string to;
  std::string kind;    // "invitation", "sign_in"
  std::string sealed;  // the mail itself, under the office's key; emptied when it is sent
  std::optional<assessment::RoundId> round;
  std::optional<assessment::SchoolId> school;
  MailState state = MailState::waiting;
  std::int64_t attempts = 0;
  base::Instant created;
  base::Instant next_try;
  std::string said;                                     // what the server said last
  std::optional<base::Instant> bounced = std::nullopt;  // when somebody noted that it came back

  friend bool operator==(const WaitingMail&, const WaitingMail&) = default;
};

class Outbox {
 public:
  virtual ~Outbox() = default;

  virtual void add(const WaitingMail& mail) = 0;
  // Takes mails whose time has come, at most `most`, marks them `sending` and counts the attempt. Two who ask
  // at once get different ones.
  virtual std::vector<WaitingMail> take(base::Instant now, std::int64_t most) = 0;
  virtual void change(const WaitingMail& mail) = 0;
  // How many were taken after a moment, up to now. Within a write, whoever asks has the outbox to itself from
  // here to the end: so several who keep to one pace never take too many together.
  virtual std::int64_t taken_since(base::Instant since, base::Instant now) = 0;
  // Those that were taken before, and of which nobody told since: `sending` becomes `unknown`.
  virtual std::int64_t give_up_unfinished(base::Instant taken_before) = 0;
  // How many mails there are in each state that any is in.
  virtual std::vector<std::pair<MailState, std::int64_t>> sizes() = 0;
  virtual std::optional<WaitingMail> by_id(const MailId& id) = 0;
  virtual std::vector<WaitingMail> latest(std::int64_t most) = 0;
  // Those that somebody has to look at: `unknown` and `refused`, the latest first.
  virtual std::vector<WaitingMail> troubled(std::int64_t most) = 0;
  virtual std::vector<WaitingMail> about(const assessment::RoundId& round,
                                         const assessment::SchoolId& school) = 0;
};

}  // namespace smm::app
