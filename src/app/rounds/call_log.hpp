// SPDX-License-Identifier: Apache-2.0
// Use cases: the office notes what was said with a school, outside this service. Notes are only added; the
// office's log tells that one was, and never what it says.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "app/installation/actor.hpp"
#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"

namespace smm::app {

inline constexpr std::array<std::string_view, 4> call_ways = {"phone", "email", "letter", "visit"};
inline constexpr std::size_t most_call_letters = 2000;

struct CallShown {
  CallNote note;
  std::string by;  // name
};

// The latest first.
base::Result<std::vector<CallShown>> calls_with(Installation& installation, const SheetKey& sheet);

// Problems: call_note, placed at "way" or "said"; not_there.
base::Result<CallNote> note_call(Installation& installation, const Actor& actor, const SheetKey& sheet,
                                 const std::string& way, const std::string& said);

}  // namespace smm::app
