// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/link_roster.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "outcomes/linkage/acceptance.hpp"
#include "outcomes/linkage/graduate_retrieval.hpp"
#include "outcomes/linkage/one_to_one.hpp"

namespace smm::outcomes::linkage {
namespace {

constexpr double graduate_competes_from =
    1e-4;                                 // probability from which a candidate takes part in one-to-one
constexpr double worth_counting = 0.001;  // and is counted
constexpr double given_npi_factor = 49;   // 0.98 / 0.02
constexpr double contradicted_below = 0.1;
constexpr double decided_odds = 1e12;

class RosterLinking {
 public:
  RosterLinking(const registry::Snapshot& snapshot, const std::vector<Graduate>& graduates,
                const LinkRosterOptions& options)
      : graduates_(graduates), options_(options), index_(snapshot, options.threads), layout_(&index_) {}

  RosterLinkage run(const Nicknames& nicknames) {
    find_given();
    retrieve(nicknames);
    train();
    list_odds();
    const JointProbabilities joint = joint_probabilities(lists_);
    result_.conflicts = joint.components;
    result_.conflicts_settled = joint.settled;
    result_.accepted_from =
        options_.accept_share ? accepted_from(best_of(joint), *options_.accept_share) : options_.accept;
    for (std::size_t i = 0; i < graduates_.size(); ++i) result_.links.push_back(link_of(i, joint));
    draw();
    return std::move(result_);
  }

 private:
  const registry::Snapshot& snapshot() const { return index_.snapshot(); }

  void find_given() {
    for (const Graduate& graduate : graduates_)
      given_.push_back(graduate.npi && !options_.hide_npis ? snapshot().find(*graduate.npi) : std::nullopt);
    std::unordered_map<std::string_view, std::size_t> by_id;
    for (std::size_t i = 0; i < graduates_.size(); ++i) by_id.emplace(graduates_[i].id, i);
    decided_.resize(graduates_.size());
    for (const Decision& decision : options_.decisions) {
      const auto at = by_id.find(decision.graduate_id);
      const auto row = snapshot().find(decision.npi);
      if (at == by_id.end() || !row) continue;
      decided_[at->second].emplace_back(*row, decision.same);
      if (decision.same) given_[at->second] = row;
    }
  }

  void retrieve(const Nicknames& nicknames) {
    model_ = options_.model
                 ? options_.model->values
                 : LinkageModel{layout_.evidence().starting_m(), std::vector<double>(share_classes, 0.7)};
    const GraduateNames names(index_, graduates_, nicknames, options_.threads);
    RetrievalOptions retrieval;
    retrieval.threads = options_.threads;
    candidates_ = retrieve_graduates(index_, layout_, graduates_, names, model_.m, given_, retrieval);
    result_.persons_looked_at = candidates_.persons_looked_at;
    result_.candidates = candidates_.set.size();
    for (const float odds : candidates_.left_out) {
      result_.most_left_out = std::max(result_.most_left_out, static_cast<double>(odds));
      result_.mean_left_out += static_cast<double>(odds) / static_cast<double>(graduates_.size());
    }
  }

  void train() {
    FitOptions fitting;
    fitting.rights = snapshot().persons();
    fitting.threads = options_.threads;
    if (options_.model) {
      result_.convergence.converged = true;
    } else {
      result_.convergence = fit(layout_.evidence(), candidates_.set, fitting, model_);
    }
    result_.model = {model_, true};
    posterior_ = posterior(candidates_.set, model_, fitting);
    log_m_ = logarithms(model_.m);
  }

  void list_odds() {
    lists_.resize(graduates_.size());
    listed_.resize(graduates_.size());
    for (std::size_t i = 0; i < graduates_.size(); ++i) {
      const double none = std::max(static_cast<double>(posterior_.none[i]), 1e-12);
      for (std::size_t c = candidates_.set.begin[i]; c < candidates_.set.begin[i + 1]; ++c) {
        const Row row = candidates_.set.right[c];
        double odds = static_cast<double>(posterior_.probability[c]) / none;
        const bool is_given = given_[i] == row;
        if (is_given) odds *= given_npi_factor;
        for (const auto& [decided_row, same] : decided_[i])
          if (decided_row == row) odds = same ? decided_odds : 0;
        if (odds == 0 || (odds * none < graduate_competes_from && !is_given)) continue;
        lists_[i].push_back({row, odds});
        listed_[i].push_back(c);
      }
    }
  }

  static std::vector<double> best_of(const JointProbabilities& joint) {
    std::vector<double> best;
    for (const std::vector<double>& links : joint.link)
      if (!links.empty()) best.push_back(*std::ranges::max_element(links));
    return best;
  }

  GraduateLink link_of(std::size_t i, const JointProbabilities& joint) const {
    GraduateLink link;
    link.none = joint.none[i];
    std::vector<std::size_t> order(lists_[i].size());
    for (std::size_t k = 0; k < order.size(); ++k) {
      order[k] = k;
      link.candidates_in_all += joint.link[i][k] >= worth_counting;
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return joint.link[i][a] > joint.link[i][b]; });
    for (const std::size_t k : order)
      if (link.candidates.size() < candidates_told)
        link.candidates.push_back(candidate(listed_[i][k], joint.link[i][k]));
    tell_further(i, joint, order, link);
    link.state = state_of(i, link, joint);
    return link;
  }

  // Whoever is not in the list of odds had too little probability to take part in it.
  void tell_further(std::size_t i, const JointProbabilities& joint, const std::vector<std::size_t>& order,
                    GraduateLink& link) const {
    for (std::size_t c = candidates_.set.begin[i]; c < candidates_.set.begin[i + 1]; ++c) {
      const auto at = std::find(listed_[i].begin(), listed_[i].end(), c);
      const auto k = static_cast<std::size_t>(at - listed_[i].begin());
      const bool listed = at != listed_[i].end();
      const auto told = order.begin() + static_cast<std::ptrdiff_t>(link.candidates.size());
      if (listed && std::find(order.begin(), told, k) != told) continue;
      const double probability =
          listed ? joint.link[i][k] : std::min(static_cast<double>(posterior_.probability[c]), 1e-4);
      link.further.push_back({snapshot().npi(candidates_.set.right[c]), probability});
    }
  }

  GraduateCandidate candidate(std::size_t c, double probability) const {
    GraduateCandidate told;
    told.npi = snapshot().npi(candidates_.set.right[c]);
    told.probability = probability;
    told.weight = weight_of(candidates_.set, log_m_, c);
    const auto parameters = candidates_.set.of(c);
    for (unsigned f = 0; f < graduate_fields; ++f) {
      if (parameters[f] == no_evidence) continue;
      const auto log_u = static_cast<double>(candidates_.log_u[c][f]);
      told.evidence.push_back({static_cast<GraduateField>(f), layout_.level_name(parameters[f]),
                               log_m_[parameters[f]] - log_u, std::exp(log_u)});
    }
    return told;
  }

  LinkState state_of(std::size_t i, const GraduateLink& link, const JointProbabilities& joint) const {
    if (graduates_[i].npi && !options_.hide_npis) {
      double given = 0;
      for (std::size_t k = 0; k < lists_[i].size(); ++k)
        if (given_[i] == lists_[i][k].right) given = joint.link[i][k];
      if (given < contradicted_below) return LinkState::contradicted;
    }
    if (!link.candidates.empty() && link.candidates.front().probability >= result_.accepted_from)
      return LinkState::linked;
    if (link.none < 0.5) return LinkState::ambiguous;
    return npi_is_expected(graduates_[i].profession) ? LinkState::not_in_registry
                                                     : LinkState::no_npi_expected;
  }

  void draw() {
    if (options_.draws == 0) return;
    base::Random random(options_.seed);
    const auto drawn = draw_linkages(lists_, options_.draws, random);
    for (std::uint32_t number = 0; number < drawn.size(); ++number)
      for (std::uint32_t i = 0; i < graduates_.size(); ++i)
        if (drawn[number][i])
          result_.draws.push_back({number + 1, i, snapshot().npi(lists_[i][*drawn[number][i]].right)});
  }

  const std::vector<Graduate>& graduates_;
  const LinkRosterOptions& options_;
  RegistryIndex index_;
  GraduateLayout layout_;
  std::vector<std::optional<Row>> given_;
  std::vector<std::vector<std::pair<Row, bool>>> decided_;
  GraduateCandidates candidates_;
  LinkageModel model_;
  Posterior posterior_;
  std::vector<double> log_m_;
  OddsLists lists_;
  std::vector<std::vector<std::size_t>> listed_;  // candidate behind each entry of lists_
  RosterLinkage result_;
};

}  // namespace

std::string_view name_of(LinkState state) {
  constexpr std::string_view names[] = {"linked", "ambiguous", "not_in_registry", "no_npi_expected",
                                        "contradicted"};
  return names[static_cast<unsigned>(state)];
}

RosterLinkage link_roster(const registry::Snapshot& snapshot, const std::vector<Graduate>& graduates,
                          const Nicknames& nicknames, const LinkRosterOptions& options) {
  return RosterLinking(snapshot, graduates, options).run(nicknames);
}

}  // namespace smm::outcomes::linkage
