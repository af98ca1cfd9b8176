// SPDX-License-Identifier: Apache-2.0
// A link of an audit chain as people note it: 64 hexadecimal digits.
#pragma once

#include <string>
#include <string_view>

namespace smm::app {

std::string link_digits(std::string_view link);

}  // namespace smm::app
