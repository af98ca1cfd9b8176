// SPDX-License-Identifier: Apache-2.0
// Places: the lists in force on a day, made ready for placing many addresses. What a ZIP code alone tells is
// worked out once for every ZIP code; an address then costs a look-up.
//
// place() is pure: the same lists and address give the same answer. docs/methods/placing.md is its method.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "outcomes/place/placed.hpp"
#include "outcomes/reference/reference_at.hpp"

namespace smm::outcomes::place {

class Places {
 public:
  explicit Places(const reference::ReferenceAt& reference);
  ~Places();
  Places(Places&&) noexcept;

  Placed place(const AddressText& address) const;

 private:
  struct Tables;
  std::unique_ptr<const Tables> tables_;
};

}  // namespace smm::outcomes::place
