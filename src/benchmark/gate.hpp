// SPDX-License-Identifier: Apache-2.0
// The gate: where this room makes a Publishable. Included by .cpp files of benchmark only.
//
// Its friends are all who may pass: freezing, reading back what was frozen, comparing, and other quantities
// on frozen blocks.
#pragma once

#include "benchmark/comparison.hpp"
#include "benchmark/freeze.hpp"
#include "benchmark/quantity.hpp"

namespace smm::benchmark {

class Gate {
  friend base::Result<Release> freeze(const FreezeInput&, const Clauses&);
  friend base::Result<Release> read_release(const std::string&, const std::string&);
  friend base::Result<std::vector<Publishable<Comparison>>> compare(const ReleaseIndex&, const CompareInput&,
                                                                    const Clauses&);
  friend base::Result<Publishable<QuantityTable>> publish_quantity(const Release&, const Quantity&,
                                                                   const std::vector<QuantityValue>&);

  template <class T>
  static Publishable<T> pass(T value) {
    return Publishable<T>(std::move(value));
  }
};

}  // namespace smm::benchmark
