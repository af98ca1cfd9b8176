// SPDX-License-Identifier: Apache-2.0
// Ids of content (areas, items, options, ...): lower-case letters, digits, '_', '.', '-'.
#pragma once

#include <string_view>

namespace smm::base {

// True when `text` is 1 to 64 characters of [a-z0-9_.-].
bool is_content_id(std::string_view text);

}  // namespace smm::base
