// SPDX-License-Identifier: Apache-2.0
#include "app/demo/unsent_mail.hpp"

#include <atomic>

#include "app/demo/many_at_once.hpp"
#include "app/mailer.hpp"
#include "app/people/empty_outbox.hpp"

namespace smm::app {
namespace {

class UnsentMail final : public Mailer {
 public:
  SendOutcome send(const Mail&) override { return {SendState::sent, "made by the demo, and sent to nobody"}; }
};

constexpr std::size_t passes_at_once = 6;
constexpr std::int64_t mails_of_a_pass = 50;

}  // namespace

std::size_t keep_mail_unsent(const Installation& installation) {
  std::atomic<std::size_t> kept = 0;
  const auto passes =
      do_many_at_once(passes_at_once,
                      [&](std::size_t) {
                        UnsentMail mailer;
                        while (const int taken = empty_outbox(installation, mailer, mails_of_a_pass).taken())
                          kept += static_cast<std::size_t>(taken);
                        return base::Result<bool>(true);
                      },
                      {});
  SMM_ASSERT(passes);
  return kept;
}

}  // namespace smm::app
