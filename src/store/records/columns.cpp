// SPDX-License-Identifier: Apache-2.0
#include "store/records/columns.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "store/store_error.hpp"

namespace smm::store::records {

std::string spaced(const std::vector<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) {
    SMM_ASSERT(!id.empty() && id.find(' ') == std::string::npos);
    if (!text.empty()) text += ' ';
    text += id;
  }
  return text;
}

std::vector<std::string> from_spaced(const std::string& text) {
  std::vector<std::string> ids;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    ids.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return ids;
}

void RowReader::throw_unreadable() {
  throw StoreError(Failure::other, "The database holds an id or a word that this program did not write.");
}

}  // namespace smm::store::records
