// SPDX-License-Identifier: Apache-2.0
// Which given names stand for each other: Bill and William, in both directions, and Bill and Will, which are
// short for one name. Made from a table of (name, nickname) that ships in content/names; see its README for
// origin and license. Names are folded.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace smm::outcomes::linkage {

class Nicknames {
 public:
  Nicknames() = default;
  explicit Nicknames(const std::vector<std::pair<std::string, std::string>>& formal_and_short);

  bool related(std::string_view one, std::string_view other) const;
  // Names related to `name`, sorted, without itself.
  const std::vector<std::string>& of(std::string_view name) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::vector<std::string>, Hash, std::equal_to<>> related_;
};

}  // namespace smm::outcomes::linkage
