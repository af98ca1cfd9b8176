// SPDX-License-Identifier: Apache-2.0
// attack [WORLDS [FIRST_SEED]]: the attack bench in full, over seeded populations; prints its tables.
// attack --world SEED: one world, each finding by itself. Exits 1 when an attack found something.
#include <fmt/core.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <mutex>
#include <string_view>
#include <thread>

#include "attack_run.hpp"
#include "clause_trials.hpp"

namespace {

using namespace smm::attacks;

void print_row(const Finding& finding) {
  fmt::print("| {} | {} | {} | {} | {} | {} | {} |\n", finding.attack, finding.what, finding.looked,
             finding.found, finding.determined, finding.excused,
             finding.narrowest < 100 ? fmt::format("{:.1f}", finding.narrowest) : "");
}

bool print_findings(const Findings& findings) {
  fmt::print("| attack | tries | looked at | found | of these determined | excused | narrowest, points |\n");
  fmt::print("|---|---|---|---|---|---|---|\n");
  bool clean = true;
  for (const Finding& finding : findings) {
    print_row(finding);
    clean = clean && finding.found == 0;
  }
  return clean;
}

bool print_trials(const std::vector<ClauseTrial>& trials) {
  bool proven = true;
  for (const ClauseTrial& trial : trials) {
    const Finding with = trial.with();
    const Finding without = trial.without();
    fmt::print("| {} | {} | {} | {} | {} |\n", trial.clause, trial.attack, trial.leak, with.found,
               without.found);
    proven = proven && with.found == 0 && without.found > 0;
  }
  return proven;
}

// Worlds are shared out among the processor's cores; sums do not depend on how.
Findings attack_worlds(std::uint64_t first, std::uint64_t worlds) {
  Findings sum;
  std::mutex adding;
  std::atomic<std::uint64_t> next{first};
  const auto work = [&] {
    for (std::uint64_t seed = next++; seed < first + worlds; seed = next++) {
      const Findings found = attack_world(make_world(spec_of(seed)), {}, full_effort);
      const std::lock_guard lock(adding);
      add_up(sum, found);
      for (const Finding& finding : found)
        if (finding.found > 0) fmt::print(stderr, "world {}: {} {}\n", seed, finding.attack, finding.what);
    }
  };
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) threads.emplace_back(work);
  threads.clear();
  return sum;
}

int one_world(std::uint64_t seed) {
  const WorldSpec spec = spec_of(seed);
  fmt::print("World {}: {}, {} units, {} rounds.\n", seed, spec.profession, spec.answering, spec.rounds);
  return print_findings(attack_world(make_world(spec), {}, full_effort)) ? 0 : 1;
}

int everything(std::uint64_t worlds, std::uint64_t first) {
  const auto start = std::chrono::steady_clock::now();
  fmt::print("{} worlds from seed {}.\n\n", worlds, first);
  const bool clean = print_findings(attack_worlds(first, worlds));
  fmt::print(
      "\n| without the clause | attack | leak | found with it | found without |\n|---|---|---|---|---|\n");
  const bool switches = print_trials(clause_trials());
  const bool careless = print_trials(careless_trials());
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  fmt::print("\n{} in {:.0f} s.\n", clean ? "Nothing was found" : "SOMETHING WAS FOUND", took.count());
  return clean && switches && careless ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  const auto number = [&](int at, std::uint64_t otherwise) {
    return count > at ? std::strtoull(arguments[at], nullptr, 10) : otherwise;
  };
  if (count > 2 && std::string_view(arguments[1]) == "--world") return one_world(number(2, 1));
  return everything(number(1, 200), number(2, 1));
}
