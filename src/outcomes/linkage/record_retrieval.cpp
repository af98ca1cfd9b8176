// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/record_retrieval.hpp"

#include <algorithm>

#include "outcomes/linkage/parallel.hpp"

namespace smm::outcomes::linkage {
namespace {

// Sums per right record, of which only those that were touched are looked at and cleared.
class LeadSums {
 public:
  explicit LeadSums(std::size_t rights) : sum_(rights) {}

  void add(const Lead& lead) {
    for (const std::uint32_t right : lead.rights) {
      if (sum_[right] == 0) touched_.push_back(right);
      sum_[right] += static_cast<float>(lead.weight);
    }
  }

  void drop(std::uint32_t right) {
    std::erase(touched_, right);
    sum_[right] = 0;
  }

  // The highest `at_most`, ascending by record; returns the highest sum that was left out, 0 when none was.
  double take(std::size_t at_most, std::vector<std::uint32_t>& best) {
    const auto higher = [&](std::uint32_t a, std::uint32_t b) {
      return sum_[a] != sum_[b] ? sum_[a] > sum_[b] : a < b;
    };
    double cut = 0;
    if (touched_.size() > at_most) {
      std::nth_element(touched_.begin(), touched_.begin() + static_cast<std::ptrdiff_t>(at_most),
                       touched_.end(), higher);
      cut = static_cast<double>(sum_[touched_[at_most]]);
    }
    best.assign(touched_.begin(),
                touched_.begin() + static_cast<std::ptrdiff_t>(std::min(at_most, touched_.size())));
    std::sort(best.begin(), best.end());
    for (const std::uint32_t right : touched_) sum_[right] = 0;
    touched_.clear();
    return cut;
  }

 private:
  std::vector<float> sum_;
  std::vector<std::uint32_t> touched_;
};

constexpr std::size_t retrieval_pieces = 64;

}  // namespace

Retrieved retrieve_records(const FieldPool& pool, bool one_file, std::size_t at_most, unsigned threads) {
  const std::size_t lefts = pool.field(0).values().left.size();
  Retrieved retrieved;
  retrieved.rights.resize(lefts);
  std::vector<double> cuts(lefts);
  in_parallel(threads, retrieval_pieces, [&](std::size_t piece) {
    LeadSums sums(pool.field(0).values().right.size());
    std::vector<Lead> leads;
    const auto [begin, end] = stretch(lefts, retrieval_pieces, piece);
    for (std::size_t left = begin; left < end; ++left) {
      leads.clear();
      for (std::size_t f = 0; f < pool.size(); ++f)
        pool.field(f).leads(static_cast<std::uint32_t>(left), leads);
      for (const Lead& lead : leads) sums.add(lead);
      if (one_file) sums.drop(static_cast<std::uint32_t>(left));
      cuts[left] = sums.take(at_most, retrieved.rights[left]);
    }
  });
  for (const double cut : cuts) {
    retrieved.cut_off += cut > 0;
    retrieved.largest_cut = std::max(retrieved.largest_cut, cut);
  }
  return retrieved;
}

}  // namespace smm::outcomes::linkage
