// SPDX-License-Identifier: Apache-2.0
#include "app/installation/outbox.hpp"

#include <array>

namespace smm::app {
namespace {

constexpr std::array mail_states = {MailState::waiting, MailState::sending, MailState::sent,
                                    MailState::refused, MailState::unknown};

}  // namespace

std::string_view to_string(MailState state) {
  switch (state) {
    case MailState::waiting:
      return "waiting";
    case MailState::sending:
      return "sending";
    case MailState::sent:
      return "sent";
    case MailState::refused:
      return "refused";
    case MailState::unknown:
      return "unknown";
  }
  return "";
}

std::optional<MailState> mail_state(std::string_view name) {
  for (const MailState state : mail_states) {
    if (to_string(state) == name) return state;
  }
  return std::nullopt;
}

}  // namespace smm::app
