// SPDX-License-Identifier: Apache-2.0
#include "web/http/chunked_body.hpp"

#include <algorithm>

namespace smm::web::http {
namespace {

std::optional<unsigned> chunk_digit(char letter) {
  if (letter >= '0' && letter <= '9') return static_cast<unsigned>(letter - '0');
  if (letter >= 'a' && letter <= 'f') return static_cast<unsigned>(letter - 'a') + 10;
  if (letter >= 'A' && letter <= 'F') return static_cast<unsigned>(letter - 'A') + 10;
  return std::nullopt;
}

}  // namespace

std::size_t ChunkedBody::feed(std::string_view bytes, std::string& body) {
  std::size_t at = 0;
  while (at < bytes.size() && !done() && !refusal_) {
    if (part_ != Part::content) {
      take(bytes[at++]);
      continue;
    }
    const std::size_t count = static_cast<std::size_t>(std::min<std::uint64_t>(left_, bytes.size() - at));
    body.append(bytes.substr(at, count));
    at += count;
    left_ -= count;
    if (left_ == 0) part_ = Part::content_cr;
  }
  return at;
}

void ChunkedBody::take(char letter) {
  const auto step = [this, letter](char wanted, Part next) {
    if (letter == wanted)
      part_ = next;
    else
      refusal_ = Refusal{400, "bad chunk"};
  };
  if (part_ == Part::size)
    take_size(letter);
  else if (part_ == Part::size_lf && letter == '\n')
    begin_content();
  else if (part_ == Part::content_cr)
    step('\r', Part::content_lf);
  else if (part_ == Part::content_lf)
    step('\n', Part::size);
  else if (part_ == Part::last_cr)
    step('\r', Part::last_lf);
  else if (part_ == Part::last_lf)
    step('\n', Part::end);
  else
    refusal_ = Refusal{400, "bad chunk"};
}

void ChunkedBody::take_size(char letter) {
  const auto digit = chunk_digit(letter);
  if (letter == '\r' && digits_ > 0) {
    part_ = Part::size_lf;
  } else if (!digit || ++digits_ > 15) {
    refusal_ = Refusal{400, "bad chunk size"};
  } else {
    left_ = left_ * 16 + *digit;
  }
}

void ChunkedBody::begin_content() {
  digits_ = 0;
  total_ += left_;  // cannot overflow: the first size above the limit ends it, and sizes are below 2^60
  if (total_ > limit_) refusal_ = Refusal{413, "body too large"};
  part_ = left_ == 0 ? Part::last_cr : Part::content;
}

}  // namespace smm::web::http
