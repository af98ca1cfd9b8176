// SPDX-License-Identifier: Apache-2.0
// Is a host this very machine, without asking any name server? Only there may things travel unencrypted.
#pragma once

#include <string_view>

namespace smm::adapters {

// "localhost", 127.x.y.z written out in full, "::1" and "[::1]"; nothing else, however it may resolve.
bool is_loopback_host(std::string_view host);

}  // namespace smm::adapters
