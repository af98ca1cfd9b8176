// SPDX-License-Identifier: Apache-2.0
#include "web/session/paragraphs.hpp"

#include <algorithm>
#include <string>

namespace smm::web {

render::View::List paragraph_views(std::string_view text) {
  std::string plain(text);
  std::erase(plain, '\r');
  render::View::List all;
  for (std::string_view left = plain; !left.empty();) {
    const std::size_t end = std::min(left.find("\n\n"), left.size());
    if (end > 0) all.push_back(render::View().set("text", std::string(left.substr(0, end))));
    left.remove_prefix(std::min(end + 2, left.size()));
  }
  return all;
}

}  // namespace smm::web
