// SPDX-License-Identifier: Apache-2.0
// Addresses of people who were invented for a practice round, below ".invalid", which is nobody's for good
// (RFC 2606): "dean-medicine_md-a@practice-k3xw7q.practice.invalid".
//
// Two rules stand on them. Nobody with such an address gets a part in a real round or in the office, and in a
// practice round nobody else has one (person_at.hpp). So mails to them, with their links, may go to whoever
// made the round (post_mail.hpp): a link never opens the account of somebody real.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace smm::app {

bool is_practice_address(std::string_view email);

// `local` is what stands before the sign.
std::string practice_address(std::string_view local, std::string_view round_code);

// Of the round whose code the address names; nothing for another address.
std::optional<std::string> round_of_practice_address(std::string_view email);

// The name of a round's text (app/installation/campaign.hpp) that holds where its mails go.
inline constexpr std::string_view practice_mail_text = "practice-mail";

}  // namespace smm::app
