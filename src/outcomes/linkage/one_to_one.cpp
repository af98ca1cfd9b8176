// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/one_to_one.hpp"

#include <algorithm>
#include <cmath>

#include "outcomes/linkage/conflict_components.hpp"

namespace smm::outcomes::linkage {
namespace {

// Visits every linkage of a small component with its weight.
template <class Visit>
void enumerate(const LocalLists& local, std::size_t left, std::vector<bool>& taken, Linkage& chosen,
               double weight, const Visit& visit) {
  if (left == local.lists.size()) return visit(chosen, weight);
  chosen[left].reset();
  enumerate(local, left + 1, taken, chosen, weight, visit);
  for (std::size_t i = 0; i < local.lists[left].size(); ++i) {
    const Odds& odds = local.lists[left][i];
    if (taken[odds.right] || odds.odds <= 0) continue;
    taken[odds.right] = true;
    chosen[left] = i;
    enumerate(local, left + 1, taken, chosen, weight * odds.odds, visit);
    taken[odds.right] = false;
  }
  chosen[left].reset();
}

template <class Visit>
void every_linkage(const LocalLists& local, const Visit& visit) {
  std::vector<bool> taken(local.rights);
  Linkage chosen(local.lists.size());
  enumerate(local, 0, taken, chosen, 1, visit);
}

using Shares = std::vector<std::vector<double>>;

Shares zero_shares(const LocalLists& local) {
  Shares shares;
  for (const auto& list : local.lists) shares.emplace_back(list.size());
  return shares;
}

Shares exact_shares(const LocalLists& local) {
  Shares shares = zero_shares(local);
  double total = 0;
  every_linkage(local, [&](const Linkage& chosen, double weight) {
    total += weight;
    for (std::size_t left = 0; left < chosen.size(); ++left)
      if (chosen[left]) shares[left][*chosen[left]] += weight;
  });
  for (auto& list : shares)
    for (double& share : list) share /= total;
  return shares;
}

// Messages as odds: what a left record says to a right one (how much it would take it, the others
// permitting), and back (how free it is, the other left records permitting).
class Messages {
 public:
  explicit Messages(const LocalLists& local)
      : local_(local), wish_(zero_shares(local)), free_(zero_shares(local)) {
    for (auto& list : free_) std::fill(list.begin(), list.end(), 1.0);
  }

  bool settle(int rounds_at_most) {
    for (int round = 0; round < rounds_at_most; ++round) {
      say_wishes();
      if (answer() < 1e-9) return true;
    }
    return false;
  }

  Shares shares() const {
    Shares shares = zero_shares(local_);
    for (std::size_t left = 0; left < shares.size(); ++left) {
      double sum = 1;
      for (std::size_t i = 0; i < shares[left].size(); ++i)
        sum += shares[left][i] = local_.lists[left][i].odds * free_[left][i];
      for (double& share : shares[left]) share /= sum;
    }
    return shares;
  }

 private:
  void say_wishes() {
    for (std::size_t left = 0; left < wish_.size(); ++left) {
      const auto& list = local_.lists[left];
      double sum = 1;
      for (std::size_t i = 0; i < list.size(); ++i) sum += list[i].odds * free_[left][i];
      for (std::size_t i = 0; i < list.size(); ++i)
        wish_[left][i] = list[i].odds / std::max(sum - list[i].odds * free_[left][i], 1e-300);
    }
  }

  // Half of the old answer is kept, which stops messages from swinging in circles.
  double answer() {
    std::vector<double> sums(local_.rights, 1.0);
    for (std::size_t left = 0; left < wish_.size(); ++left)
      for (std::size_t i = 0; i < wish_[left].size(); ++i)
        sums[local_.lists[left][i].right] += wish_[left][i];
    double largest = 0;
    for (std::size_t left = 0; left < wish_.size(); ++left) {
      for (std::size_t i = 0; i < wish_[left].size(); ++i) {
        const double others = std::max(sums[local_.lists[left][i].right] - wish_[left][i], 1.0);
        const double next = 0.5 * free_[left][i] + 0.5 / others;
        largest = std::max(largest, std::abs(next - free_[left][i]));
        free_[left][i] = next;
      }
    }
    return largest;
  }

  const LocalLists& local_;
  Shares wish_, free_;
};

// Shortest augmenting paths (Jonker and Volgenant) on the local lists; every left record has an end of its
// own, "no record" at odds 1, so that it can always be placed. Costs are -log odds.
class BestPlaces {
 public:
  explicit BestPlaces(const LocalLists& local)
      : local_(local),
        lefts_(local.lists.size()),
        ends_(local.rights + lefts_),
        holder_(ends_, lefts_),
        price_left_(lefts_),
        price_end_(ends_) {}

  Linkage solve() {
    for (std::size_t left = 0; left < lefts_; ++left) place(left);
    Linkage linkage(lefts_);
    for (std::size_t left = 0; left < lefts_; ++left)
      for (std::size_t i = 0; i < local_.lists[left].size(); ++i)
        if (holder_[local_.lists[left][i].right] == left) linkage[left] = i;
    return linkage;
  }

 private:
  template <class Visit>
  void each_end(std::size_t left, const Visit& visit) const {
    for (const Odds& odds : local_.lists[left])
      if (odds.odds > 0) visit(std::size_t{odds.right}, -std::log(odds.odds));
    visit(local_.rights + left, 0.0);
  }

  void place(std::size_t first) {
    constexpr double far = 1e300;
    std::vector<double> distance(ends_, far);
    std::vector<std::size_t> from(ends_, lefts_);
    std::vector<bool> done(ends_);
    std::vector<std::size_t> reached;  // left records on the way, with the end that led to them
    std::size_t left = first;
    double so_far = 0;
    std::size_t end = ends_;
    for (;;) {
      each_end(left, [&](std::size_t to, double cost) {
        const double length = so_far + cost - price_left_[left] - price_end_[to];
        if (!done[to] && length < distance[to]) {
          distance[to] = length;
          from[to] = left;
        }
      });
      end = ends_;
      for (std::size_t to = 0; to < ends_; ++to)
        if (!done[to] && distance[to] < far && (end == ends_ || distance[to] < distance[end])) end = to;
      so_far = distance[end];
      done[end] = true;
      if (holder_[end] == lefts_) break;
      left = holder_[end];
    }
    raise_prices(first, distance, done, so_far);
    give(first, end, from);
  }

  void raise_prices(std::size_t first, const std::vector<double>& distance, const std::vector<bool>& done,
                    double so_far) {
    price_left_[first] += so_far;
    for (std::size_t to = 0; to < ends_; ++to) {
      if (!done[to]) continue;
      price_end_[to] -= so_far - distance[to];
      if (holder_[to] != lefts_) price_left_[holder_[to]] += so_far - distance[to];
    }
  }

  void give(std::size_t first, std::size_t end, const std::vector<std::size_t>& from) {
    for (;;) {
      const std::size_t left = from[end];
      const auto before = std::find(holder_.begin(), holder_.end(), left);
      const auto old_end = static_cast<std::size_t>(before - holder_.begin());
      holder_[end] = left;
      if (left == first) return;
      end = old_end;
    }
  }

  const LocalLists& local_;
  std::size_t lefts_;
  std::size_t ends_;
  std::vector<std::size_t> holder_;
  std::vector<double> price_left_, price_end_;
};

// One left record after the other chooses anew, given what the others hold.
void gibbs_round(const LocalLists& local, std::vector<bool>& taken, Linkage& chosen, base::Random& random) {
  for (std::size_t left = 0; left < chosen.size(); ++left) {
    const auto& list = local.lists[left];
    if (chosen[left]) taken[list[*chosen[left]].right] = false;
    double sum = 1;
    for (const Odds& odds : list) sum += taken[odds.right] ? 0 : odds.odds;
    double at = random.uniform() * sum - 1;
    chosen[left].reset();
    for (std::size_t i = 0; i < list.size() && at >= 0; ++i) {
      if (taken[list[i].right]) continue;
      chosen[left] = i;
      at -= list[i].odds;
    }
    if (chosen[left]) taken[list[*chosen[left]].right] = true;
  }
}

std::vector<Linkage> draw_exactly(const LocalLists& local, std::size_t draws, base::Random& random) {
  std::vector<Linkage> all;
  std::vector<double> up_to;
  every_linkage(local, [&](const Linkage& chosen, double weight) {
    all.push_back(chosen);
    up_to.push_back((up_to.empty() ? 0 : up_to.back()) + weight);
  });
  std::vector<Linkage> drawn;
  for (std::size_t draw = 0; draw < draws; ++draw) {
    const auto at = std::upper_bound(up_to.begin(), up_to.end(), random.uniform() * up_to.back());
    drawn.push_back(all[std::min(static_cast<std::size_t>(at - up_to.begin()), all.size() - 1)]);
  }
  return drawn;
}

std::vector<Linkage> draw_by_steps(const LocalLists& local, std::size_t draws, base::Random& random) {
  constexpr int rounds_first = 200, rounds_between = 20;
  std::vector<bool> taken(local.rights);
  Linkage chosen = BestPlaces(local).solve();
  for (std::size_t left = 0; left < chosen.size(); ++left)
    if (chosen[left]) taken[local.lists[left][*chosen[left]].right] = true;
  for (int round = 0; round < rounds_first; ++round) gibbs_round(local, taken, chosen, random);
  std::vector<Linkage> drawn;
  for (std::size_t draw = 0; draw < draws; ++draw) {
    for (int round = 0; round < rounds_between; ++round) gibbs_round(local, taken, chosen, random);
    drawn.push_back(chosen);
  }
  return drawn;
}

}  // namespace

JointProbabilities joint_probabilities(const OddsLists& lists, const OneToOneOptions& options) {
  JointProbabilities joint;
  joint.link.resize(lists.size());
  joint.none.resize(lists.size(), 1);
  for (const auto& component : conflict_components(lists)) {
    const LocalLists local = local_lists(lists, component);
    const bool exact = ways_at_most(lists, component) <= options.enumerate_up_to;
    joint.components += component.size() > 1;
    joint.enumerated += component.size() > 1 && exact;
    Messages messages(local);
    if (component.size() > 1 && !exact)
      joint.settled = messages.settle(options.rounds_at_most) && joint.settled;
    // Without competitors the messages say all there is before any round.
    const Shares shares = component.size() > 1 && exact ? exact_shares(local) : messages.shares();
    for (std::size_t i = 0; i < component.size(); ++i) {
      for (const double share : shares[i]) joint.none[component[i]] -= share;
      joint.none[component[i]] = std::max(joint.none[component[i]], 0.0);
      joint.link[component[i]] = shares[i];
    }
  }
  return joint;
}

Linkage best_linkage(const OddsLists& lists) {
  Linkage best(lists.size());
  for (const auto& component : conflict_components(lists)) {
    const LocalLists local = local_lists(lists, component);
    const Linkage places = BestPlaces(local).solve();
    for (std::size_t i = 0; i < component.size(); ++i) best[component[i]] = places[i];
  }
  return best;
}

std::vector<Linkage> draw_linkages(const OddsLists& lists, std::size_t draws, base::Random& random,
                                   const OneToOneOptions& options) {
  std::vector<Linkage> drawn(draws, Linkage(lists.size()));
  for (const auto& component : conflict_components(lists)) {
    const LocalLists local = local_lists(lists, component);
    const auto places = ways_at_most(lists, component) <= options.enumerate_up_to
                            ? draw_exactly(local, draws, random)
                            : draw_by_steps(local, draws, random);
    for (std::size_t draw = 0; draw < draws; ++draw)
      for (std::size_t i = 0; i < component.size(); ++i) drawn[draw][component[i]] = places[draw][i];
  }
  return drawn;
}

}  // namespace smm::outcomes::linkage
