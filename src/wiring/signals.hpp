// SPDX-License-Identifier: Apache-2.0
// SIGTERM and SIGINT end the service in order. They are blocked in all threads, so that one may wait for
// them.
#pragma once

namespace smm::wiring {

// To be called before any thread is made.
void block_ending_signals();

// Returns when the first one comes.
void wait_for_ending_signal();

}  // namespace smm::wiring
