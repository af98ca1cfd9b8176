// SPDX-License-Identifier: Apache-2.0
// SIGTERM and SIGINT end the service in order. They are blocked in all threads, so that one may wait for
// them.
#pragma once

#include <chrono>

namespace smm::wiring {

// To be called before any thread is made.
void block_ending_signals();

// Returns when the first one comes.
void wait_for_ending_signal();

// False when none came in that time.
bool ending_signal_within(std::chrono::seconds time);

// As if one had come, to whoever waits. They stay blocked: it ends nobody else.
void give_ending_signal();

}  // namespace smm::wiring
