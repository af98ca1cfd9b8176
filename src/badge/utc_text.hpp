// SPDX-License-Identifier: Apache-2.0
// A moment as credentials write it: "2026-11-22T09:00:00Z", whole seconds, always UTC.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/instant.hpp"

namespace smm::badge {

std::string utc_text(base::Instant when);

// Nothing when `text` is not exactly what utc_text() writes of some moment.
std::optional<base::Instant> from_utc_text(std::string_view text);

// The same day and time so many years later; of February 29 in a year without one, February 28.
base::Instant years_later(base::Instant when, int years);

}  // namespace smm::badge
