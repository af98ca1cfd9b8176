// SPDX-License-Identifier: Apache-2.0
#include "benchmark/audit.hpp"

#include "benchmark/audit_content.hpp"
#include "benchmark/norms.hpp"
#include "benchmark/problems.hpp"

namespace smm::benchmark {
namespace {

void audit_list_of_previous(const ReleaseContent& content, const std::vector<Release>& previous,
                            base::Problems& problems) {
  std::vector<std::string> given;
  for (const Release& release : previous) given.push_back(release->sha256);
  if (given == content.previous) return;
  problems.emplace_back(problem::audit_previous,
                        "the release names " + std::to_string(content.previous.size()) +
                            " earlier releases, oldest first; other ones, or in another order, were given",
                        base::Place{"release.json", 0, 0});
}

void audit_profession(const AuditedProfession& audited, const std::vector<const ReleaseContent*>& previous,
                      base::Problems& problems) {
  audit_blocks(audited, problems);
  audit_table(audited, problems);
  audit_norms(audited, problems);
  audit_spread(audited, problems);
  audit_items(audited, problems);
  audit_rounds(audited, previous, problems);
}

}  // namespace

base::Problems audit_content(const ReleaseContent& content, const std::vector<Release>& previous) {
  base::Problems problems;
  audit_list_of_previous(content, previous, problems);
  std::vector<const ReleaseContent*> earlier;
  for (const Release& release : previous) earlier.push_back(&*release);
  const auto rows = rows_of(content.frame);
  for (std::size_t p = 0; p < content.professions.size(); ++p)
    audit_profession({content, content.professions[p], p, rows, blocks_of(content, rows, p)}, earlier,
                     problems);
  if (content.all_participants != norms_of_all(content, rows))
    problems.emplace_back(problem::audit_norm, "figures of all participants are not what the tables give",
                          base::Place{"norms.csv", 0, 0});
  base::sort_problems(problems);
  return problems;
}

base::Problems audit(const Release& release, const std::vector<Release>& previous) {
  return audit_content(*release, previous);
}

}  // namespace smm::benchmark
