// SPDX-License-Identifier: Apache-2.0
// Worlds for T5 and T6: the same schools again, with some who come late, are corrected, or join one by one.
#pragma once

#include "world.hpp"

namespace smm::attacks {

// The world's first round, as it would be released again and again while its last `late` units come in.
World with_late_units(const World& world, int late);

// The world's first round three times: as it is; while its last `reopened` units correct their sheets, so
// without them; and with them again, every score of theirs moved.
World with_reopened_units(const World& world, int reopened);

// Two rounds: `moving` units leave, as many join, and of all these only the last one that joined answers
// items and completes areas. All others answer as before.
World with_one_who_answers(const World& world, int moving);

// The same round `times` over, nothing changed.
World repeated(const World& world, int times);

// One area that only the first `scored` units of the world's profession complete.
World with_rare_area(World world, std::size_t area, int scored);

// Every score of an area the same.
World with_equal_scores(World world, std::size_t area, double score);

// Only the first `count` units answer.
World with_few_units(World world, int count);

}  // namespace smm::attacks
