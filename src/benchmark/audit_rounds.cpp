// SPDX-License-Identifier: Apache-2.0
#include "benchmark/audit_content.hpp"
#include "benchmark/problems.hpp"
#include "benchmark/renewal.hpp"
#include "benchmark/stack_check.hpp"

namespace smm::benchmark {
namespace {

// Does the release carry the issue that has to stand?
template <class Row>
bool carries(const ReleaseContent* standing, const std::string& id, const std::string& named,
             const std::vector<Row>& rows, std::vector<Row> ProfessionRelease::*member) {
  if (standing == nullptr) return named.empty();
  return named == standing->sha256 && rows == standing->profession(id)->*member;
}

void audit_renewals(const AuditedProfession& audited, const std::vector<const ReleaseContent*>& previous,
                    base::Problems& problems) {
  const ProfessionRelease& release = audited.release;
  const auto answered = answering_units(audited.content, release.id);
  const auto* spread = standing_issue(previous, release.id, answered, release.k, Issued::spread);
  if (!carries(spread, release.id, release.spread_of, release.spread, &ProfessionRelease::spread))
    problems.emplace_back(problem::audit_renewal,
                          release.id + ": spread has to be that of an earlier release, or to be issued here",
                          base::Place{"spread.csv", 0, 0});
  const auto* items = standing_issue(previous, release.id, answered, release.k, Issued::items);
  const bool none = release.items.empty() && release.items_of.empty();  // no answers were given
  if (!none && !carries(items, release.id, release.items_of, release.items, &ProfessionRelease::items))
    problems.emplace_back(
        problem::audit_renewal,
        release.id + ": item results have to be those of an earlier release, or issued here",
        base::Place{"items.csv", 0, 0});
}

void audit_stack(const AuditedProfession& audited, const std::vector<const ReleaseContent*>& previous,
                 base::Problems& problems) {
  if (previous.empty()) return;  // one release keeps the promise by construction
  std::vector<StackedRound> rounds;
  for (const ReleaseContent* earlier : previous) rounds.push_back({earlier, {}});
  rounds.push_back({&audited.content, {}});
  const ProfessionStack stack = stack_of(rounds, audited.release.id);
  for (std::size_t area = 0; area < stack.bins.size(); ++area) {
    const auto breach = breach_by_releases(stack, area);
    if (!breach) continue;
    problems.emplace_back(problem::audit_stack,
                          audited.release.id + ": all releases leave institution " + breach->institution +
                              " less than 20 points in " + audited.content.outline.areas[area],
                          base::Place{"table.csv", 0, 0});
  }
}

}  // namespace

void audit_rounds(const AuditedProfession& audited, const std::vector<const ReleaseContent*>& previous,
                  base::Problems& problems) {
  if (audited.release.table.empty()) return;
  audit_renewals(audited, previous, problems);
  audit_stack(audited, previous, problems);
}

}  // namespace smm::benchmark
