// SPDX-License-Identifier: Apache-2.0
#include "adapters/smtp_dialog.hpp"

#include "exchange/utf8.hpp"

namespace smm::adapters {
namespace {

constexpr std::size_t longest_words = 500;
constexpr int authentication_required = 530;  // RFC 4954: sign in, or encrypt, first

bool is_digit_character(char c) {
  return c >= '0' && c <= '9';
}

// What a server says goes into our pages: one line of printable characters.
std::string printable(std::string_view text) {
  std::string out(text.substr(0, longest_words));
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 32 || c == 127) c = ' ';
  while (exchange::first_invalid_utf8(out)) out[*exchange::first_invalid_utf8(out)] = '?';
  out.erase(out.find_last_not_of(' ') + 1);
  return out;
}

}  // namespace

void SmtpDialog::command(std::string_view line) {
  const std::string_view verb = line.substr(0, 4);
  farewell_ = farewell_ || verb == "QUIT";
  if (message_given_ || farewell_) return;
  about_mail_ = verb == "MAIL" || verb == "RCPT" || verb == "DATA";
}

// "550-No such person" goes on, "550 here" ends.
void SmtpDialog::reply(std::string_view line) {
  if (answered_ || farewell_ || line.size() < 3) return;
  for (const char c : line.substr(0, 3))
    if (!is_digit_character(c)) return;
  if (unfinished_.size() < longest_words) unfinished_ += printable(line) + ' ';
  if (line.size() > 3 && line[3] == '-') return;
  code_ = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
  words_ = printable(unfinished_);
  unfinished_.clear();
  answered_ = message_given_;
}

app::SendOutcome SmtpDialog::outcome(const std::string& fault) const {
  if (!message_given_) return judged_by_reply(fault);
  if (!answered_) return {app::SendState::unknown, "no reply to the whole mail: " + printable(fault)};
  if (code_ / 100 == 2) return {app::SendState::sent, words_};
  return judged_by_reply(fault);
}

app::SendOutcome SmtpDialog::judged_by_reply(const std::string& fault) const {
  const bool for_good = about_mail_ && code_ / 100 == 5 && code_ != authentication_required;
  const bool spoke_of_it = code_ >= 400;
  return {for_good ? app::SendState::refused : app::SendState::try_again,
          spoke_of_it ? words_ : printable(fault)};
}

}  // namespace smm::adapters
