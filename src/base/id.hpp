// SPDX-License-Identifier: Apache-2.0
// Id<Tag>: which row is meant. 128 random bits, written as 26 lower-case base32 characters.
//
// Each kind of thing has a type of its own (`using SchoolId = Id<struct SchoolTag>`), so that a round's id
// cannot stand where a school's is asked. Ids carry no meaning, no order in time and no secret.
#pragma once

#include <array>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "base/base32.hpp"
#include "base/random_bytes.hpp"

namespace smm::base {

template <class Tag>
class Id {
 public:
  static constexpr std::size_t text_length = 26;

  static Id make(RandomBytes& random) {
    std::array<unsigned char, 16> bytes;
    random.fill(bytes);
    return Id(base32({reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
  }

  // Nothing when `text` is not exactly what text() of some id is.
  static std::optional<Id> parse(std::string_view text) {
    if (text.size() != text_length || !from_base32(text)) return std::nullopt;
    return Id(std::string(text));
  }

  const std::string& text() const { return text_; }

  friend bool operator==(const Id&, const Id&) = default;
  friend auto operator<=>(const Id&, const Id&) = default;

 private:
  explicit Id(std::string text) : text_(std::move(text)) {}

  std::string text_;
};

}  // namespace smm::base
