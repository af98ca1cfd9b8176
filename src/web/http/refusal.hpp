// SPDX-License-Identifier: Apache-2.0
// Why a request is not taken to a handler: a status, and a few words which are always a literal of ours, so
// that they can be sent back and logged without repeating anything a client wrote.
#pragma once

#include <string_view>

namespace smm::web::http {

struct Refusal {
  int status = 400;
  std::string_view reason;

  bool operator==(const Refusal&) const = default;
};

}  // namespace smm::web::http
