// SPDX-License-Identifier: Apache-2.0
// Publishable<T>: a figure about schools that may leave the house. Only `benchmark` makes one.
//
// Reports, exports, pages and mail take figures of other schools in no other form, so that a raw mean cannot
// reach them by mistake: there is no way to make one outside this room (tests/must_not_compile holds that).
// What is inside has passed the gate: the bins of frozen blocks, or figures computed from these alone.
#pragma once

#include <utility>

namespace smm::benchmark {

class Gate;

template <class T>
class Publishable {
 public:
  const T& value() const { return value_; }
  const T& operator*() const { return value_; }
  const T* operator->() const { return &value_; }

 private:
  friend class Gate;
  explicit Publishable(T value) : value_(std::move(value)) {}

  T value_;
};

}  // namespace smm::benchmark
