// SPDX-License-Identifier: Apache-2.0
// An answer as a load generator reads it: as little as it can. Only what our server sends: a Content-Length
// with whatever has a body.
#pragma once

#include <cstddef>
#include <string_view>

namespace smm::load {

struct Answer {
  int status = 0;
  std::string_view head;  // status line and fields
  std::string_view body;

  // Of the first field of this name, in any case; empty when there is none.
  std::string_view field(std::string_view name) const;
};

// Reads the answer that begins here; returns its length, or 0 when it is not whole yet. The views are into
// `bytes`. Throws std::runtime_error when it is no such answer.
std::size_t read_answer(std::string_view bytes, Answer& answer);

}  // namespace smm::load
