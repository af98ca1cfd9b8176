// SPDX-License-Identifier: Apache-2.0
// What was said between us and a mail server, and what follows from it for the mail: the one place that tells
// "not taken, for sure" from "may have been taken".
//
// A mail may have been taken from the moment its last byte was handed to the connection until the server's
// reply to it is here. A refusal (5xx) is about the mail only when it answers MAIL, RCPT, DATA or the mail
// itself; one of the greeting, of the encryption or of our password is about the settings, and can pass.
#pragma once

#include <string>
#include <string_view>

#include "app/mailer.hpp"

namespace smm::adapters {

class SmtpDialog {
 public:
  void command(std::string_view line);  // one that we sent
  void reply(std::string_view line);    // one line of the server's
  void message_given() { message_given_ = true; }

  // `fault` says what broke the connection, in words; empty when nothing did.
  app::SendOutcome outcome(const std::string& fault) const;

 private:
  app::SendOutcome judged_by_reply(const std::string& fault) const;

  int code_ = 0;             // of the last reply that is complete; 0 when none is
  std::string words_;        // of the same
  std::string unfinished_;   // words of a reply of several lines, so far
  bool about_mail_ = false;  // the last command was MAIL, RCPT or DATA
  bool message_given_ = false;
  bool answered_ = false;  // the reply to the message is here
  bool farewell_ = false;  // nothing that is said from now on is about this mail
};

}  // namespace smm::adapters
