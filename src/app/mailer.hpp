// SPDX-License-Identifier: Apache-2.0
// Port: sends one mail to one person, once.
//
// Mail cannot be sent exactly once: when the connection breaks after the last byte, nobody here knows whether
// the server took the mail. That is an outcome of its own, `unknown`. It is shown and never sent again by
// itself; the intent to send has to be on disk before send() is called.
//
// send() blocks, for as long as the time-outs of what stands behind it. It does not throw for what a mail
// server or a network does.
#pragma once

#include <string>
#include <vector>

#include "base/instant.hpp"

namespace smm::app {

struct Mailbox {
  std::string name = {};  // may be empty, and may be in any script
  std::string address;    // "dean@school.edu"; ASCII only
};

struct MailHeader {
  std::string name;   // such as "List-Unsubscribe" or "Auto-Submitted"
  std::string value;  // one line
};

// All texts are UTF-8. A line break or another control character in anything but `text` and `html` makes the
// whole mail refused: it would be somebody's attempt to write headers.
struct Mail {
  Mailbox from;
  Mailbox to;
  std::string subject;
  std::string text;        // always there
  std::string html = {};   // empty: the text alone
  std::string message_id;  // without angle brackets: "b2xq...@assessment.example.org"
  base::Instant written;   // becomes the Date
  std::vector<MailHeader> headers = {};
};

enum class SendState {
  sent,       // the server has taken it on
  refused,    // this mail will never be taken: do not try again
  try_again,  // not taken, and for sure; later, or with other settings, it may be
  unknown     // may have been taken: do not send again without asking somebody
};

struct SendOutcome {
  SendState state;
  std::string words;  // what the server said, or what kept us from asking it; one line, for the office
};

class Mailer {
 public:
  virtual ~Mailer() = default;
  virtual SendOutcome send(const Mail& mail) = 0;
};

}  // namespace smm::app
