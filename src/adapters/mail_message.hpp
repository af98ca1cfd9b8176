// SPDX-License-Identifier: Apache-2.0
// A mail as the bytes that travel (RFC 5322): headers, then the text, or the text and an HTML page as two
// forms of the same thing (multipart/alternative). The same mail gives the same bytes.
//
// Addresses are the plain kind that people have: letters, digits and !#$%&'*+-/=?^_`{|}~ with single dots
// before the @, a domain name after it. Quoted local parts, literal IP addresses and letters beyond ASCII are
// refused (a domain with other letters can be written in its xn-- form).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/mailer.hpp"

namespace smm::adapters {

bool is_mail_address(std::string_view text);

// Why this mail must not be sent; nothing when it may. A line break in a header is somebody's attempt to
// write headers of their own. The words repeat nothing of the mail.
std::optional<std::string> fault_of(const app::Mail& mail);

// Only for a mail without a fault.
std::string mail_message(const app::Mail& mail);

}  // namespace smm::adapters
