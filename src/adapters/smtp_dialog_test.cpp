// SPDX-License-Identifier: Apache-2.0
#include "adapters/smtp_dialog.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace smm::adapters {
namespace {

using app::SendState;

// "C: " a command of ours, "S: " a line of the server's, "." the whole message.
app::SendOutcome after(const std::vector<std::string>& lines, const std::string& fault) {
  SmtpDialog dialog;
  for (const std::string& line : lines) {
    if (line == ".")
      dialog.message_given();
    else if (line.starts_with("C: "))
      dialog.command(line.substr(3));
    else
      dialog.reply(line.substr(3) + "\r\n");
  }
  return dialog.outcome(fault);
}

struct Dialog {
  const char* why;
  std::vector<std::string> lines;
  SendState state;
  const char* words;
};

const Dialog dialogs[] = {
    {"nobody there", {}, SendState::try_again, "broken"},
    {"taken",
     {"S: 220 hi", "C: EHLO x", "S: 250 hi", "C: MAIL FROM:<a@b>", "S: 250 ok", "C: RCPT TO:<c@d>",
      "S: 250 ok", "C: DATA", "S: 354 go on", ".", "S: 250 queued as 7"},
     SendState::sent,
     "250 queued as 7"},
    {"taken, and the farewell fails",
     {"C: DATA", "S: 354 go on", ".", "S: 250 queued", "C: QUIT", "S: 421 oops"},
     SendState::sent,
     "250 queued"},
    {"greeted with a no", {"S: 554 no service"}, SendState::try_again, "554 no service"},
    {"password refused",
     {"S: 220 hi", "C: EHLO x", "S: 250 AUTH PLAIN", "C: AUTH PLAIN c2VjcmV0", "S: 535 5.7.8 bad password"},
     SendState::try_again,
     "535 5.7.8 bad password"},
    {"password wanted",
     {"C: MAIL FROM:<a@b>", "S: 530 5.7.0 sign in"},
     SendState::try_again,
     "530 5.7.0 sign in"},
    {"sender refused", {"C: MAIL FROM:<a@b>", "S: 550 not you"}, SendState::refused, "550 not you"},
    {"recipient refused, in two lines",
     {"C: RCPT TO:<c@d>", "S: 550-5.1.1 nobody", "S: 550 5.1.1 of that name"},
     SendState::refused,
     "550-5.1.1 nobody 550 5.1.1 of that name"},
    {"refused, with a farewell",
     {"C: RCPT TO:<c@d>", "S: 550 nobody", "C: QUIT", "S: 221 bye"},
     SendState::refused,
     "550 nobody"},
    {"too slow, with a farewell",
     {"C: DATA", "S: 354 go on", ".", "C: QUIT", "S: 250 queued after all"},
     SendState::unknown,
     "no reply to the whole mail: broken"},
    {"greylisted", {"C: RCPT TO:<c@d>", "S: 451 come back"}, SendState::try_again, "451 come back"},
    {"cut before the data", {"C: RCPT TO:<c@d>", "S: 250 ok"}, SendState::try_again, "broken"},
    {"cut within a reply", {"C: RCPT TO:<c@d>", "S: 550-nobody"}, SendState::try_again, "broken"},
    {"cut within the message", {"C: DATA", "S: 354 go on"}, SendState::try_again, "broken"},
    {"cut after the message",
     {"C: DATA", "S: 354 go on", "."},
     SendState::unknown,
     "no reply to the whole mail: broken"},
    {"cut within the reply to the message",
     {"C: DATA", "S: 354 go on", ".", "S: 250-queued"},
     SendState::unknown,
     "no reply to the whole mail: broken"},
    {"message refused", {"C: DATA", "S: 354 go on", ".", "S: 554 spam"}, SendState::refused, "554 spam"},
    {"message put off", {"C: DATA", "S: 354 go on", ".", "S: 452 full"}, SendState::try_again, "452 full"},
    {"not a reply", {"C: RCPT TO:<c@d>", "S: 55", "S: hello", "S: 5x0 no"}, SendState::try_again, "broken"},
    {"bad bytes in a reply", {"C: RCPT TO:<c@d>", "S: 550 a\x01\xFF<b>"}, SendState::refused, "550 a ?<b>"},
};

TEST(SmtpDialog, TellsWhatBecameOfTheMail) {
  for (const Dialog& dialog : dialogs) {
    const app::SendOutcome outcome = after(dialog.lines, "broken");
    EXPECT_EQ(outcome.state, dialog.state) << dialog.why;
    EXPECT_EQ(outcome.words, dialog.words) << dialog.why;
  }
}

TEST(SmtpDialog, WordsOfAServerAreCutSomewhere) {
  std::vector<std::string> lines = {"C: RCPT TO:<c@d>"};
  for (int i = 0; i < 1000; ++i) lines.push_back("S: 550-" + std::string(100, 'x'));
  lines.push_back("S: 550 end");
  EXPECT_LE(after(lines, "").words.size(), 500U);
}

}  // namespace
}  // namespace smm::adapters
