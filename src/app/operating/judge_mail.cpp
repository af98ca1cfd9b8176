// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "app/operating/judge.hpp"

namespace smm::app::operating {
namespace {

constexpr const char* outbox_check = "outbox";
constexpr std::int64_t late_mail = base::one_hour;
constexpr std::int64_t lost_mail = base::one_day;

}  // namespace

Findings judge_mail(const MailSeen& seen) {
  if (seen.way.empty())
    return {{"mail", Health::advice, "No way to send mail is set: mails wait in the outbox.",
             "Set mail_host and what goes with it (docs/howto/mail.md)."}};
  if (!seen.fault.empty())
    return {{"mail", Health::problem, "No mail can be handed to " + seen.way + ": " + seen.fault + ".",
             "Mails wait until it can. docs/howto/mail.md says what servers answer and why."}};
  return {{"mail", Health::ok, "Mail can be handed to " + seen.way + "."}};
}

Findings judge_outbox(const OutboxSeen& seen, base::Instant now) {
  Findings found;
  const std::int64_t age = seen.oldest ? now - *seen.oldest : 0;
  if (seen.waiting > 0 && age > late_mail)
    found.push_back(
        {outbox_check, age > lost_mail ? Health::problem : Health::advice,
         fmt::format("{} mails wait, the oldest for {} hours.", seen.waiting, age / base::one_hour),
         "See what the server said last on the page of the outbox; is smm serve running?"});
  if (seen.unknown > 0)
    found.push_back({outbox_check, Health::advice,
                     fmt::format("Of {} mails nobody knows whether they were taken.", seen.unknown),
                     "Ask those people, and send again what did not come, on the page of the outbox."});
  if (seen.refused > 0)
    found.push_back({outbox_check, Health::advice, fmt::format("{} mails were refused.", seen.refused),
                     "Mend the addresses and send again, on the page of the outbox."});
  if (found.empty())
    found.push_back({outbox_check, Health::ok, fmt::format("{} mails wait, none for long.", seen.waiting)});
  return found;
}

}  // namespace smm::app::operating
