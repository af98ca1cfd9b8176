// SPDX-License-Identifier: Apache-2.0
#include "web/http/captures.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "web/http/ascii.hpp"

namespace smm::web::http {

const std::string& Captures::text(std::string_view name) const {
  const auto found = std::ranges::find(captures_, name, &Capture::name);
  SMM_ASSERT(found != captures_.end());
  return found->text;
}

std::uint64_t Captures::number(std::string_view name) const {
  const auto value = whole_number(text(name));
  SMM_ASSERT(value.has_value());
  return *value;
}

}  // namespace smm::web::http
