// SPDX-License-Identifier: Apache-2.0
// Prepared statements by their text. Texts are named queries, a hundred or two; if ever there are more (SQL
// that is put together, which nobody should), all are dropped and it begins anew.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace smm::store {

template <class Statement>
class StatementCache {
 public:
  static constexpr std::size_t most = 500;

  // The statement of this text; `make()` makes it the first time. Valid until the next call.
  template <class Make>
  Statement& of(std::string_view sql, Make make) {
    const auto found = statements_.find(sql);
    if (found != statements_.end()) return found->second;
    if (statements_.size() >= most) statements_.clear();
    return statements_.emplace(std::string(sql), make()).first->second;
  }

 private:
  // Hashed, because ordering compares the long beginnings that texts share.
  struct HashOfText {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  std::unordered_map<std::string, Statement, HashOfText, std::equal_to<>> statements_;
};

}  // namespace smm::store
