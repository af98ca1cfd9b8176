// SPDX-License-Identifier: Apache-2.0
// Result<T>: a value, or every problem that kept it from being made.
//
// For what a caller is expected to handle (bad input). A broken environment throws EnvironmentError;
// a broken belief of ours is SMM_ASSERT. A Result without a value holds at least one problem.
#pragma once

#include <utility>
#include <variant>

#include "base/assert.hpp"
#include "base/problem.hpp"

namespace smm::base {

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Problem problem) : state_(std::in_place_index<1>, Problems{std::move(problem)}) {}
  Result(Problems problems) : state_(std::in_place_index<1>, std::move(problems)) {
    SMM_ASSERT(!this->problems().empty());
  }

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  const T& value() const& { return checked(std::get_if<0>(&state_)); }
  T& value() & { return checked(std::get_if<0>(&state_)); }
  T&& value() && { return std::move(checked(std::get_if<0>(&state_))); }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  // Only when not ok().
  const Problems& problems() const& { return checked(std::get_if<1>(&state_)); }
  Problems&& problems() && { return std::move(checked(std::get_if<1>(&state_))); }

 private:
  template <class P>
  static P& checked(P* pointer) {
    SMM_ASSERT(pointer != nullptr);
    return *pointer;
  }

  std::variant<T, Problems> state_;
};

}  // namespace smm::base
