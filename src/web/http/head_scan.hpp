// SPDX-License-Identifier: Apache-2.0
// Looks at every byte of a request's head before any parser does: finds its end, holds it to the limits, and
// refuses what parsers are lenient about (RFC 9112, sections 2.2, 5.2 and 11.2): CR or LF alone, folded
// header lines, control characters. It goes on where it stopped, so its verdict does not depend on how the
// bytes were cut into packets, and a bad byte is refused when it comes, not when the head is whole.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "web/http/limits.hpp"
#include "web/http/refusal.hpp"

namespace smm::web::http {

class HeadScan {
 public:
  explicit HeadScan(const Limits& limits) : limits_(&limits) {}

  // Takes bytes up to the end of the head; returns how many.
  std::size_t feed(std::string_view bytes);

  bool done() const { return done_; }
  const std::optional<Refusal>& refusal() const { return refusal_; }

 private:
  void take(char letter);
  void take_line_feed();
  void take_letter(char letter);

  const Limits* limits_;
  std::size_t head_size_ = 0;
  std::size_t line_size_ = 0;  // without its line ending
  std::size_t lines_ = 0;      // whole ones
  bool after_return_ = false;
  bool done_ = false;
  std::optional<Refusal> refusal_;
};

}  // namespace smm::web::http
