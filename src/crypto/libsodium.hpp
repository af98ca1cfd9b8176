// SPDX-License-Identifier: Apache-2.0
// Starts libsodium, once: it looks at the processor and opens the system's source of randomness. Called by
// whatever in this room makes keys or nonces. Throws EnvironmentError when there is no randomness.
#pragma once

namespace smm::crypto {

void start_libsodium();

}  // namespace smm::crypto
