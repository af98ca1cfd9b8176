// SPDX-License-Identifier: Apache-2.0
// What a database refused, told apart by what a caller can do about it. Thrown by Database::read and told to
// Done; within a work nobody catches it, since after it the work's transaction can only go back.
#pragma once

#include <cstdint>
#include <string>

#include "base/environment_error.hpp"

namespace smm::app {

enum class Refusal : std::uint8_t {
  taken,    // a row like this is there already: an address, a code, this version of an answer
  missing,  // a row that it names is not there
  busy,     // too much waits, or others were in the way: the same work may succeed later
  full,     // the disk is full; nothing that was acknowledged is touched
  unknown,  // disk or connection failed: whether the work is kept, nobody knows; read again before writing
  mistake,  // the work is wrong: ours to mend
};

struct DatabaseRefusal : base::EnvironmentError {
  DatabaseRefusal(Refusal refused, const std::string& what_happened)
      : base::EnvironmentError(what_happened), refusal(refused) {}

  Refusal refusal;
};

}  // namespace smm::app
