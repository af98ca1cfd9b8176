// SPDX-License-Identifier: Apache-2.0
// What an examination of an installation found, for whoever looks after it: one finding for each thing that
// was looked at.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace smm::app::operating {

enum class Health : std::uint8_t {
  ok,
  advice,  // it works, and could be better or was not done yet
  problem  // something is wrong: it does not work, or something can be lost
};

std::string_view to_string(Health health);

struct Finding {
  std::string check;  // "settings", "clock", …: docs/reference/doctor.md
  Health health = Health::ok;
  std::string sentence;
  std::string advice = {};  // what to do; empty when nothing is to be done
};

using Findings = std::vector<Finding>;

// The worst of them; ok when there are none.
Health worst_of(const Findings& findings);

}  // namespace smm::app::operating
