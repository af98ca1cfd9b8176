// SPDX-License-Identifier: Apache-2.0
#include "benchmark/freeze.hpp"

#include "benchmark/audit_content.hpp"
#include "benchmark/gate.hpp"
#include "benchmark/norms.hpp"
#include "benchmark/profession_freeze.hpp"
#include "benchmark/release_json.hpp"
#include "benchmark/stack_fallback.hpp"
#include "benchmark/unguarded_norms.hpp"

namespace smm::benchmark {
namespace {

class Freezing {
 public:
  Freezing(const FreezeInput& input, const FreezeRows& rows, const Clauses& clauses)
      : input_(input), rows_(rows), clauses_(clauses) {}

  ReleaseContent run() {
    start();
    std::vector<FrozenProfession> frozen;
    for (std::size_t p = 0; p < input_.outline.professions.size(); ++p) {
      frozen.push_back(freeze_profession(input_, rows_, p, clauses_));
      take(frozen.back());
      if (clauses_.stack_check) check_stack(frozen.back());
    }
    for (std::size_t p = 0; p < frozen.size(); ++p) add_norms(p, frozen[p]);
    content_.all_participants = norms_of_all(content_, rows_.frame.rows, clauses_);
    content_.sha256 = content_hash(content_);
    return std::move(content_);
  }

 private:
  void start() {
    content_.outline = input_.outline;
    for (const FrameRow& row : rows_.frame.rows) content_.frame.push_back({row, ""});
    for (const Release& earlier : input_.previous) content_.previous.push_back(earlier->sha256);
    for (const std::string& id : input_.outline.professions) content_.professions.emplace_back().id = id;
  }

  void take(const FrozenProfession& frozen) {
    for (std::size_t unit = 0; unit < frozen.units.size(); ++unit)
      for (const std::size_t row : frozen.units[unit].rows) content_.frame[row].block = frozen.block[unit];
    for (ProfessionRelease& release : content_.professions)
      if (release.id == frozen.release.id) release = frozen.release;
  }

  void check_stack(FrozenProfession& frozen) {
    if (rows_.previous.empty() || frozen.release.table.empty()) return;
    auto rounds = rows_.previous;
    rounds.push_back({&content_, rows_.scores});
    fall_back(frozen, rounds, input_.outline, clauses_, [&] { take(frozen); });
  }

  void add_norms(std::size_t profession, const FrozenProfession& frozen) {
    const auto blocks = blocks_of(content_, rows_.frame.rows, profession, clauses_);
    ProfessionRelease& release = content_.professions[profession];
    release.norms = norms_of(release, blocks, input_.outline, clauses_);
    add_unguarded_norms(release, frozen, rows_.frame.rows, input_.outline, clauses_);
  }

  const FreezeInput& input_;
  const FreezeRows& rows_;
  const Clauses& clauses_;
  ReleaseContent content_;
};

}  // namespace

base::Result<Release> freeze(const FreezeInput& input, const Clauses& clauses) {
  const auto rows = freeze_rows(input);
  if (!rows) return rows.problems();
  if (clauses == Clauses{}) {
    const auto problems = tables_that_differ(rows->previous);
    if (!problems.empty()) return problems;
  }
  ReleaseContent content = Freezing(input, *rows, clauses).run();
  if (clauses == Clauses{}) {
    const auto problems = audit_content(content, input.previous);
    if (!problems.empty()) return problems;
  }
  return Gate::pass(std::move(content));
}

}  // namespace smm::benchmark
