// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/link_records.hpp"

#include <algorithm>
#include <cmath>

#include "base/random.hpp"
#include "outcomes/linkage/field_pool.hpp"
#include "outcomes/linkage/one_to_one.hpp"
#include "outcomes/linkage/parallel.hpp"
#include "outcomes/linkage/record_retrieval.hpp"

namespace smm::outcomes::linkage {
namespace {

constexpr std::size_t pairs_sampled = 400'000;
constexpr int refinements = 12;            // of chances that were sampled, each followed by a fit
constexpr double enough_sampled = 40;      // of one level, to believe the sample rather than the candidates
constexpr double worth_competing = 0.001;  // probability from which a candidate takes part in one-to-one

class RecordLinking {
 public:
  RecordLinking(FieldPool pool, bool one_file, const LinkConfig& config, const RecordLinkOptions& options)
      : pool_(std::move(pool)), one_file_(one_file), config_(config), options_(options) {}

  RecordLinkage run() {
    sample_chances();
    collect_candidates();
    guess_matches();
    refine_chances();
    fit_model();
    for (int round = 0; round < refinements && refine_chances(); ++round) {
      fit_model();
      if (result_.convergence.iterations == 1) break;  // nothing moves any more
    }
    result_.layout = pool_.layout();
    result_.model = model_;
    collect_pairs();
    return std::move(result_);
  }

 private:
  bool one_at_most() const { return config_.one_to_one && !one_file_; }
  std::size_t lefts() const { return pool_.field(0).values().left.size(); }
  std::size_t rights() const { return pool_.field(0).values().right.size(); }
  double all_pairs() const {
    const auto n = static_cast<double>(lefts());
    return one_file_ ? n * (n - 1) / 2 : n * static_cast<double>(rights());
  }

  void sample_chances() {
    base::Random random(options_.seed);
    for (std::size_t f = 0; f < pool_.size(); ++f) {
      ComparedField& field = pool_.field(f);
      if (!field.wants_sampled_chances()) continue;
      std::vector<double> counts(field.levels().size(), 0.5);
      for (std::size_t i = 0; i < pairs_sampled; ++i) {
        const auto left = static_cast<std::uint32_t>(random.below(lefts()));
        const auto right = static_cast<std::uint32_t>(random.below(rights()));
        if ((one_file_ && left == right) || !field.comparable(left, right)) continue;
        counts[field.level(left, right)] += 1;
      }
      sampled_.push_back(counts);
      set_chances(field, counts);
    }
  }

  static void set_chances(ComparedField& field, const std::vector<double>& counts) {
    double sum = 0;
    for (const double count : counts) sum += count;
    std::vector<double> chances;
    for (const double count : counts) chances.push_back(count / sum);
    field.set_sampled_chances(chances);
  }

  void collect_candidates() {
    auto retrieved = retrieve_records(pool_, one_file_, config_.candidates, options_.threads);
    result_.cut_off = retrieved.cut_off;
    result_.largest_cut = retrieved.largest_cut;
    if (one_file_) keep_each_pair_once(retrieved.rights);
    candidates_.comparisons = pool_.size();
    candidates_.share_class.assign(lefts(), 0);
    for (const auto& list : retrieved.rights) {
      candidates_.right.insert(candidates_.right.end(), list.begin(), list.end());
      candidates_.begin.push_back(candidates_.right.size());
    }
    candidates_.parameters.resize(candidates_.size() * pool_.size());
    candidates_.log_u.resize(candidates_.size());
    compare_candidates();
    result_.candidates = candidates_.size();
  }

  // A pair that either record retrieved stands with the smaller one.
  static void keep_each_pair_once(std::vector<std::vector<std::uint32_t>>& rights) {
    std::vector<std::vector<std::uint32_t>> kept(rights.size());
    for (std::uint32_t left = 0; left < rights.size(); ++left)
      for (const std::uint32_t right : rights[left])
        kept[std::min(left, right)].push_back(std::max(left, right));
    for (auto& list : kept) {
      std::sort(list.begin(), list.end());
      list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    rights = std::move(kept);
  }

  void compare_candidates() {
    constexpr std::size_t pieces = 64;
    in_parallel(options_.threads, pieces, [&](std::size_t piece) {
      const auto [begin, end] = stretch(lefts(), pieces, piece);
      std::vector<Parameter> parameters;
      for (std::size_t left = begin; left < end; ++left) {
        for (std::size_t c = candidates_.begin[left]; c < candidates_.begin[left + 1]; ++c) {
          parameters.clear();
          pool_.compare(static_cast<std::uint32_t>(left), candidates_.right[c], parameters,
                        candidates_.log_u[c]);
          std::copy(parameters.begin(), parameters.end(), &candidates_.parameters[c * pool_.size()]);
        }
      }
    });
  }

  FitOptions fit_options() const {
    FitOptions options;
    options.competition = one_at_most() ? Competition::one_at_most : Competition::any_number;
    options.rights = one_at_most() ? rights() : static_cast<std::size_t>(all_pairs());
    options.threads = options_.threads;
    return options;
  }

  // To begin with, the best candidate of each record is a match as likely as not; without it, a sample in
  // which every copy stands for a stranger would explain the files without any match.
  void guess_matches() {
    model_.m = pool_.layout().starting_m();
    model_.share = {one_at_most() ? 0.5 : static_cast<double>(lefts()) / all_pairs() / 2};
    const std::vector<double> log_m = logarithms(model_.m);
    posterior_.probability.assign(candidates_.size(), 0);
    for (std::size_t left = 0; left < lefts(); ++left) {
      const std::size_t begin = candidates_.begin[left], end = candidates_.begin[left + 1];
      std::size_t best = begin;
      for (std::size_t c = begin; c < end; ++c)
        if (weight_of(candidates_, log_m, c) > weight_of(candidates_, log_m, best)) best = c;
      if (begin < end) posterior_.probability[best] = 0.5F;
    }
  }

  void fit_model() {
    const FitOptions options = fit_options();
    result_.convergence = fit(pool_.layout(), candidates_, options, model_);
    posterior_ = posterior(candidates_, model_, options);
  }

  // The sample holds matches too, a good part of it where files are small: they are taken out by the
  // probabilities of the candidates. Levels too rare for the sample are counted among candidates, each by its
  // probability of being no match.
  bool refine_chances() {
    std::size_t which = 0;
    for (std::size_t f = 0; f < pool_.size(); ++f) {
      ComparedField& field = pool_.field(f);
      if (!field.wants_sampled_chances()) continue;
      std::vector<double> counts = sampled_[which++];
      double sum = 0;
      for (const double count : counts) sum += count;
      const LevelCounts candidates = candidates_by_level(f);
      for (std::size_t level = 0; level < counts.size(); ++level) {
        counts[level] -= candidates.matches[level] / all_pairs() * sum;
        if (counts[level] < enough_sampled)
          counts[level] = (candidates.strangers[level] + 0.5) / all_pairs() * sum;
      }
      set_chances(field, counts);
    }
    if (which == 0) return false;
    compare_candidates();
    return true;
  }

  struct LevelCounts {
    std::vector<double> matches, strangers;  // by level, as probabilities add up
  };

  LevelCounts candidates_by_level(std::size_t f) const {
    const ComparedField& field = pool_.field(f);
    const std::vector<double> none(field.levels().size());
    LevelCounts counts{none, none};
    for (std::uint32_t left = 0; left < lefts(); ++left) {
      for (std::size_t c = candidates_.begin[left]; c < candidates_.begin[left + 1]; ++c) {
        const std::uint32_t right = candidates_.right[c];
        if (!field.comparable(left, right)) continue;
        const unsigned level = field.level(left, right);
        const auto probability = static_cast<double>(posterior_.probability[c]);
        counts.matches[level] += probability;
        counts.strangers[level] += 1 - probability;
      }
    }
    return counts;
  }

  void collect_pairs() {
    if (one_at_most()) return collect_one_to_one();
    for (std::uint32_t left = 0; left < lefts(); ++left)
      for (std::size_t c = candidates_.begin[left]; c < candidates_.begin[left + 1]; ++c)
        keep(left, candidates_.right[c], static_cast<double>(posterior_.probability[c]));
  }

  void collect_one_to_one() {
    OddsLists lists(lefts());
    for (std::uint32_t left = 0; left < lefts(); ++left) {
      const double none = std::max(static_cast<double>(posterior_.none[left]), 1e-9);
      for (std::size_t c = candidates_.begin[left]; c < candidates_.begin[left + 1]; ++c) {
        const auto p = static_cast<double>(posterior_.probability[c]);
        if (p >= worth_competing) lists[left].push_back({candidates_.right[c], p / none});
      }
    }
    const JointProbabilities joint = joint_probabilities(lists);
    for (std::uint32_t left = 0; left < lefts(); ++left)
      for (std::size_t i = 0; i < lists[left].size(); ++i)
        keep(left, lists[left][i].right, joint.link[left][i]);
  }

  void keep(std::uint32_t left, std::uint32_t right, double probability) {
    if (probability >= config_.keep) result_.pairs.push_back({left, right, probability});
  }

  FieldPool pool_;
  bool one_file_;
  const LinkConfig& config_;
  const RecordLinkOptions& options_;
  CandidateSet candidates_;
  LinkageModel model_;
  Posterior posterior_;
  std::vector<std::vector<double>> sampled_;  // of the fields that want it, in their order
  RecordLinkage result_;
};

base::Result<RecordLinkage> link(const RecordFile& left, const RecordFile& right, bool one_file,
                                 const LinkConfig& config, const Nicknames& nicknames,
                                 const RecordLinkOptions& options) {
  auto pool = FieldPool::make(left, right, one_file, config, nicknames, options.threads);
  if (!pool) return std::move(pool).problems();
  return RecordLinking(std::move(pool).value(), one_file, config, options).run();
}

}  // namespace

base::Result<RecordLinkage> link_records(const RecordFile& left, const RecordFile& right,
                                         const LinkConfig& config, const Nicknames& nicknames,
                                         const RecordLinkOptions& options) {
  return link(left, right, false, config, nicknames, options);
}

base::Result<RecordLinkage> link_within(const RecordFile& file, const LinkConfig& config,
                                        const Nicknames& nicknames, const RecordLinkOptions& options) {
  return link(file, file, true, config, nicknames, options);
}

}  // namespace smm::outcomes::linkage
