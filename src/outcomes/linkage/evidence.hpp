// SPDX-License-Identifier: Apache-2.0
// What linkage knows about pairs of records, in numbers: which level each comparison reached, and how often
// that level is reached by chance.
//
// A level group is one comparison in one circumstance ("surname, rare"); its levels exclude each other and
// their probabilities among true pairs, m, sum to 1. A parameter is a level of a group; parameter 0 stands
// for "nothing can be said" (a value is missing) and weighs nothing. Chance probabilities, u, belong to the
// pair: they come from the frequencies of the very values compared, as the sum of their logarithms per
// candidate. The weight of a candidate is  sum of log m(parameter) - log u  (natural logarithms).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace smm::outcomes::linkage {

using Parameter = std::uint16_t;
inline constexpr Parameter no_evidence = 0;

struct LevelGroup {
  std::string name;
  std::vector<std::string> levels;
  std::vector<double> start;  // m before anything is learned, as shares
  double strength = 1;        // how many true pairs that start is worth
};

class EvidenceLayout {
 public:
  // The parameter of the group's first level; the others follow it.
  Parameter add(LevelGroup group);

  const std::vector<LevelGroup>& groups() const { return groups_; }
  Parameter first(std::size_t group) const { return first_[group]; }
  std::size_t parameters() const { return next_; }
  std::vector<double> starting_m() const;  // by parameter; 1 for no_evidence

 private:
  std::vector<LevelGroup> groups_;
  std::vector<Parameter> first_;
  Parameter next_ = 1;
};

// Candidates of every left record, one behind the other.
struct CandidateSet {
  std::size_t comparisons = 0;           // parameters per candidate
  std::vector<std::size_t> begin = {0};  // of each left record's candidates, and the end of the last one's
  std::vector<std::uint32_t> right;
  std::vector<Parameter> parameters;       // `comparisons` per candidate
  std::vector<float> log_u;                // per candidate
  std::vector<std::uint16_t> share_class;  // per left record

  std::size_t lefts() const { return begin.size() - 1; }
  std::size_t size() const { return right.size(); }
  std::span<const Parameter> of(std::size_t candidate) const {
    return {&parameters[candidate * comparisons], comparisons};
  }
};

}  // namespace smm::outcomes::linkage
