// SPDX-License-Identifier: Apache-2.0
// The parts of a mail message that people's texts go into: header lines (RFC 5322, RFC 2047) and bodies
// (quoted-printable, RFC 2045). What is written has only ASCII, lines of at most 76 characters where the text
// allows it, and lines that end in CR LF.
//
// Texts are valid UTF-8 without control characters (line breaks in bodies apart): mail_message.hpp sees to
// it.
#pragma once

#include <string>
#include <string_view>

#include "app/mailer.hpp"

namespace smm::adapters {

// "Subject: Gr=?UTF-8?B?...": plain ASCII is folded at its spaces, anything else becomes encoded words.
std::string text_header(std::string_view name, std::string_view text);

// "To: \"Ana, Dean\" <ana@school.edu>"
std::string mailbox_header(std::string_view name, const app::Mailbox& mailbox);

// Line ends of any kind become CR LF. No line begins with a dot or with "From ", which some servers change.
std::string quoted_printable(std::string_view text);

}  // namespace smm::adapters
