// SPDX-License-Identifier: Apache-2.0
// Reads a body in the chunked coding (RFC 9112, section 7.1), strictly: sizes of at most 15 hexadecimal
// digits, CRLF and nothing else around chunks, no extensions, no trailers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "web/http/refusal.hpp"

namespace smm::web::http {

class ChunkedBody {
 public:
  void limit(std::uint64_t bytes) { limit_ = bytes; }

  // Takes bytes up to the end of the body, appends the content to `body`, and returns how many were taken.
  std::size_t feed(std::string_view bytes, std::string& body);

  bool done() const { return part_ == Part::end; }
  const std::optional<Refusal>& refusal() const { return refusal_; }

 private:
  enum class Part { size, size_lf, content, content_cr, content_lf, last_cr, last_lf, end };

  void take(char letter);
  void take_size(char letter);
  void begin_content();

  Part part_ = Part::size;
  int digits_ = 0;
  std::uint64_t left_ = 0;  // of the size being read, then of the content
  std::uint64_t total_ = 0;
  std::uint64_t limit_ = 0;
  std::optional<Refusal> refusal_;
};

}  // namespace smm::web::http
