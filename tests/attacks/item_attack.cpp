// SPDX-License-Identifier: Apache-2.0
#include "item_attack.hpp"

#include <cmath>
#include <map>
#include <set>

namespace smm::attacks {
namespace {

using Shares = std::vector<std::optional<double>>;  // by option
using Answers = std::map<std::string, int>;         // by institution
using ByItem = std::map<std::pair<std::string, std::string>, Shares>;

ByItem shares_by_item(const Published& published) {
  ByItem found;
  for (const PublishedShare& share : published.shares)
    found[{share.profession, share.item}].push_back(share.share);
  return found;
}

std::size_t number_of(const std::string& item) {
  return static_cast<std::size_t>(item.back() - 'a');
}

// What a unit answered: what its first program that answered did; -1 where none did.
int answer_of(const Round& round, const Unit& unit, std::size_t item) {
  for (const int site : unit.sites)
    if (const int answer = round.frame[static_cast<std::size_t>(site)].answers[item]; answer >= 0)
      return answer;
  return -1;
}

Answers answers_to(const Round& round, const std::string& profession, std::size_t item) {
  Answers answers;
  for (const Unit& unit : round.units)
    if (const int answer = answer_of(round, unit, item); unit.profession == profession && answer >= 0)
      answers[unit.institution] = answer;
  return answers;
}

struct Counts {
  int least = 0, most = 0;
};

// Shares are printed in whole percent, or all of them in steps of five.
double step_of(const ByItem& printed) {
  for (const auto& [item, shares] : printed)
    for (const auto& share : shares)
      if (share && std::fmod(*share, 5) != 0) return 1;
  return 5;
}

Counts counts_of(double share, double step, int of) {
  const auto least = static_cast<int>(std::ceil((share - step / 2) * of / 100 - 1e-9));
  const auto most = static_cast<int>(std::floor((share + step / 2) * of / 100 + 1e-9));
  return {std::max(0, least), std::min(of, most)};
}

// How many chose each option, of how many who answered the item.
struct Chosen {
  std::vector<int> counts;
  int of = 0;
};

Chosen chosen_in(const Answers& answers, std::size_t options_of_item) {
  Chosen chosen{std::vector<int>(options_of_item), static_cast<int>(answers.size())};
  for (const auto& [institution, answer] : answers) ++chosen.counts[static_cast<std::size_t>(answer)];
  return chosen;
}

// A claim that few chose an option counts when it is true: who reads shares of other schools than the reader
// believes proves nothing.
bool tells_of_few(const Counts& claimed, const Chosen& truth, std::size_t option) {
  const bool claims = claimed.most < 3 || claimed.least > truth.of - 3;
  const int count = truth.counts[option];
  return claims && claimed.least <= count && count <= claimed.most;
}

long few_among(const Shares& shares, double step, const Chosen& truth) {
  long found = 0;
  std::vector<std::size_t> suppressed;
  Counts rest{truth.of, truth.of};
  for (std::size_t option = 0; option < shares.size(); ++option) {
    if (!shares[option]) {
      suppressed.push_back(option);
      continue;
    }
    const Counts counts = counts_of(*shares[option], step, truth.of);
    if (tells_of_few(counts, truth, option)) ++found;
    rest = {rest.least - counts.most, rest.most - counts.least};
  }
  if (suppressed.size() == 1 && tells_of_few({std::max(0, rest.least), rest.most}, truth, suppressed.front()))
    ++found;
  return found;
}

// What the rule would print for such counts, written down once more: under 3 or over n - 3 is suppressed, and
// then the least of the others too, with all that tie.
bool prints(const std::vector<int>& counts, int of, const Shares& shares) {
  std::vector<bool> hidden;
  bool any = false;
  for (const int count : counts) {
    hidden.push_back(count < 3 || count > of - 3);
    any = any || hidden.back();
  }
  int least = of + 1;
  for (std::size_t i = 0; any && i < counts.size(); ++i)
    if (!hidden[i]) least = std::min(least, counts[i]);
  for (std::size_t i = 0; any && i < counts.size(); ++i)
    if (counts[i] == least) hidden[i] = true;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (hidden[i] == shares[i].has_value()) return false;
    if (shares[i] && 5 * std::floor(20.0 * counts[i] / of + .5) != *shares[i]) return false;
  }
  return true;
}

// All ways in which `of` schools can choose among the options, those that print the same kept.
class Ways {
 public:
  Ways(const Shares& shares, int of) : shares_(shares), of_(of), found_(shares.size(), Counts{of, 0}) {
    counts_.assign(shares.size(), 0);
    fill(0, of);
  }

  long few(const Chosen& truth) const {
    long few = 0;
    for (std::size_t option = 0; option < found_.size(); ++option)
      few += tells_of_few(found_[option], truth, option) ? 1 : 0;
    return few;
  }

 private:
  void fill(std::size_t option, int left) {
    if (option + 1 == counts_.size()) {
      counts_[option] = left;
      keep();
      return;
    }
    for (int count = 0; count <= left; ++count) {
      counts_[option] = count;
      if (shares_[option] && std::abs(100.0 * count / of_ - *shares_[option]) > 2.5 + 1e-9) continue;
      fill(option + 1, left - count);
    }
  }

  void keep() {
    if (!prints(counts_, of_, shares_)) return;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      found_[i].least = std::min(found_[i].least, counts_[i]);
      found_[i].most = std::max(found_[i].most, counts_[i]);
    }
  }

  const Shares& shares_;
  int of_;
  std::vector<int> counts_;
  std::vector<Counts> found_;
};

bool anything_shown(const Shares& shares) {
  for (const auto& share : shares)
    if (share) return true;
  return false;
}

// The answer of the only institution that answers now and did not before, when all others answer as they did.
std::optional<int> only_new_answer(const Answers& before, const Answers& after) {
  std::optional<int> found;
  std::size_t stayed = 0;
  for (const auto& [institution, answer] : after) {
    const auto earlier = before.find(institution);
    if (earlier != before.end()) {
      if (earlier->second != answer) return std::nullopt;
      ++stayed;
      continue;
    }
    if (found) return std::nullopt;
    found = answer;
  }
  if (stayed < before.size()) return std::nullopt;
  return found;
}

void compare_issues(const Shares& before, const Shares& after, int answer, Finding& finding) {
  for (std::size_t option = 0; option < after.size(); ++option) {
    ++finding.looked;
    if (!after[option] || !before[option] || *after[option] == *before[option]) continue;
    const bool claimed = *after[option] > *before[option];
    if (claimed == (answer == static_cast<int>(option))) ++finding.found;
  }
}

// Shares that may not be issued anew stand as they were: the first round that printed these.
std::size_t first_issue(const Evidence& evidence, std::size_t round, const std::string& profession) {
  const auto shares_of = [&](std::size_t at) {
    std::vector<std::pair<std::string, std::optional<double>>> shares;
    for (const PublishedShare& share : evidence.rounds[at].shares)
      if (share.profession == profession) shares.emplace_back(share.item + share.option, share.share);
    return shares;
  };
  std::size_t first = round;
  while (first > 0 && shares_of(first - 1) == shares_of(round)) --first;
  return first;
}

}  // namespace

Finding few_who_chose(const Evidence& evidence) {
  Finding finding{"T13", "options that fewer than three, or all but fewer, chose", 0, 0, 0, 100};
  for (std::size_t i = 0; i < evidence.rounds.size(); ++i) {
    const ByItem printed = shares_by_item(evidence.rounds[i]);
    const double step = step_of(printed);
    for (const auto& [key, shares] : printed) {
      const Round& issued = evidence.world->rounds[first_issue(evidence, i, key.first)];
      const Chosen truth = chosen_in(answers_to(issued, key.first, number_of(key.second)), shares.size());
      finding.looked += std::ssize(shares);
      finding.found += few_among(shares, step, truth);
      if (step == 5 && truth.of <= 45 && anything_shown(shares))
        finding.found += Ways(shares, truth.of).few(truth);
    }
  }
  return finding;
}

Finding answers_of_who_joined(const Evidence& evidence) {
  Finding finding{
      "T6", "answers of the only school that answers an item for the first time, from shares that moved",
      0,    0,
      0,    100};
  for (std::size_t i = 1; i < evidence.rounds.size(); ++i) {
    const ByItem before = shares_by_item(evidence.rounds[i - 1]);
    for (const auto& [key, shares] : shares_by_item(evidence.rounds[i])) {
      const std::size_t item = number_of(key.second);
      const auto earlier = before.find(key);
      const auto answer = only_new_answer(answers_to(evidence.world->rounds[i - 1], key.first, item),
                                          answers_to(evidence.world->rounds[i], key.first, item));
      if (earlier != before.end() && answer) compare_issues(earlier->second, shares, *answer, finding);
    }
  }
  return finding;
}

}  // namespace smm::attacks
