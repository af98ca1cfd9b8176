// SPDX-License-Identifier: Apache-2.0
#include "base/place.hpp"

namespace smm::base {

std::string to_string(const Place& place) {
  std::string text = place.source;
  if (place.line > 0) text += ':' + std::to_string(place.line);
  if (place.line > 0 && place.column > 0) text += ':' + std::to_string(place.column);
  return text;
}

}  // namespace smm::base
