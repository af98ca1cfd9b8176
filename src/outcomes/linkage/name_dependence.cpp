// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/name_dependence.hpp"

#include <algorithm>
#include <cmath>

namespace smm::outcomes::linkage {
namespace {

constexpr std::size_t persons_sampled = 3000;
constexpr double possible_worths[] = {5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120, 10240};

struct Namesakes {
  double of_surname = 0;  // others
  double of_both = 0;
  double share = 0;  // of the first name, among all
};

std::vector<Namesakes> sampled_namesakes(const RegistryIndex& index) {
  std::vector<Namesakes> sample;
  const auto persons = index.traits();
  const std::size_t step = std::max<std::size_t>(persons.size() / persons_sampled, 1);
  for (std::size_t at = step / 2; at < persons.size(); at += step) {
    const std::uint32_t key = index.given_first(persons[at].first);
    const auto bearers = index.with_last(index.last_of(persons[at].row));
    if (key == 0 || bearers.size() < 2) continue;
    const auto both = std::count_if(bearers.begin(), bearers.end(), [&](const PersonTraits& person) {
      return index.given_first(person.first) == key;
    });
    sample.push_back(
        {static_cast<double>(bearers.size() - 1), static_cast<double>(both - 1), index.first_share(key)});
  }
  return sample;
}

}  // namespace

double worth_of_independence(const RegistryIndex& index) {
  const std::vector<Namesakes> sample = sampled_namesakes(index);
  double best = possible_worths[0], best_fit = 0;
  for (const double worth : possible_worths) {
    double fit = 0;
    for (const Namesakes& one : sample)
      fit += std::log((one.of_both + worth * one.share) / (one.of_surname + worth));
    if (worth == possible_worths[0] || fit > best_fit) {
      best = worth;
      best_fit = fit;
    }
  }
  return best;
}

}  // namespace smm::outcomes::linkage
