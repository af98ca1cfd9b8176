// SPDX-License-Identifier: Apache-2.0
#include "web/http/head_scan.hpp"

namespace smm::web::http {

std::size_t HeadScan::feed(std::string_view bytes) {
  std::size_t taken = 0;
  while (taken < bytes.size() && !done_ && !refusal_) take(bytes[taken++]);
  return taken;
}

void HeadScan::take(char letter) {
  ++head_size_;
  if (head_size_ > limits_->head && lines_ > 0) {
    refusal_ = Refusal{431, "header fields too large"};
  } else if (after_return_) {
    if (letter == '\n')
      take_line_feed();
    else
      refusal_ = Refusal{400, "CR without LF"};
  } else if (letter == '\r') {
    after_return_ = true;
  } else {
    take_letter(letter);
  }
}

void HeadScan::take_line_feed() {
  after_return_ = false;
  if (line_size_ == 0 && lines_ == 0)
    refusal_ = Refusal{400, "empty request line"};
  else if (line_size_ == 0)
    done_ = true;
  else if (++lines_ > limits_->fields + 1)
    refusal_ = Refusal{431, "too many header fields"};
  line_size_ = 0;
}

void HeadScan::take_letter(char letter) {
  const auto code = static_cast<unsigned char>(letter);
  ++line_size_;
  if (letter == '\n')
    refusal_ = Refusal{400, "LF without CR"};
  else if ((code < 0x20 && letter != '\t') || code == 0x7F)
    refusal_ = Refusal{400, "control character in the head"};
  else if (line_size_ == 1 && (letter == ' ' || letter == '\t'))
    refusal_ = Refusal{400, "folded or indented header line"};
  else if (lines_ == 0 && line_size_ > limits_->request_line)
    refusal_ = Refusal{414, "request line too long"};
}

}  // namespace smm::web::http
