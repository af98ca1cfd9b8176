// SPDX-License-Identifier: Apache-2.0
#include "app/graduates/following.hpp"

#include <algorithm>

#include "app/graduates/graduate_files.hpp"
#include "app/graduates/problems.hpp"
#include "app/graduates/review.hpp"
#include "app/installation/run_jobs.hpp"

namespace smm::app {
namespace {

namespace why = graduates_problem;

base::Problem elsewhere() {
  return {why::graduates_elsewhere, "This is done in the school's newest round"};
}

// Rows below the header, where no cell has a line end in it.
std::size_t rows_of(const std::string& csv) {
  const auto ends = static_cast<std::size_t>(std::ranges::count(csv, '\n'));
  const std::size_t lines = ends + (csv.empty() || csv.back() == '\n' ? 0 : 1);
  return lines > 0 ? lines - 1 : 0;
}

std::optional<KeptFile> told_of_file(Records& records, const Seals& seals, const Hand& hand,
                                     std::string_view kind) {
  const auto opened = open_file(records, seals, hand.sheet.school.id, kind);
  if (!opened) return std::nullopt;
  const auto person = opened->by ? records.people.by_id(*opened->by) : std::nullopt;
  return KeptFile{rows_of(opened->text), person ? person->name : "", opened->at};
}

void add_files(Records& records, const Seals& seals, const Hand& hand, GraduatesOverview& all) {
  all.roster = told_of_file(records, seals, hand, roster_file);
  all.cohort = told_of_file(records, seals, hand, cohort_file);
  all.linkage = told_of_file(records, seals, hand, links_file);
  all.decisions = records.graduates.decisions(hand.sheet.school.id).size();
  all.classes = records.graduates.classes(hand.sheet.school.id).size();
  all.job = records.jobs.latest(hand.sheet.school.id.text(), linking_job);
  if (all.job) all.job_tells = told_by_job(seals, *all.job);
}

}  // namespace

base::Result<bool> follow_graduates(Installation& installation, const Hand& hand) {
  return change<bool>(installation.database, installation.clock,
                      [&](Records& records, base::Instant now) -> base::Result<Change<bool>> {
                        const auto& school = hand.sheet.school.id;
                        if (!is_newest_round(records, hand.sheet.key())) return elsewhere();
                        if (records.graduates.following(school)) return Change<bool>::nothing(true);
                        const auto seals = installation.keys.seals_or_new(records.schools, school.text());
                        if (!seals) return seals.problems();
                        records.graduates.follow({school, hand.actor.person.id, now});
                        return Change<bool>(true, told_by(hand, "graduates.on", ""));
                      });
}

base::Result<bool> stop_following(Installation& installation, const Hand& hand) {
  return change<bool>(installation.database, installation.clock,
                      [&](Records& records, base::Instant) -> base::Result<Change<bool>> {
                        const auto& school = hand.sheet.school.id;
                        if (!is_newest_round(records, hand.sheet.key())) return elsewhere();
                        if (!records.graduates.following(school)) return Change<bool>::nothing(true);
                        records.graduates.unfollow(school);
                        records.jobs.forget(school.text(), linking_job);
                        return Change<bool>(true, told_by(hand, "graduates.off", ""));
                      });
}

base::Result<GraduatesOverview> graduates_overview(Installation& installation, const OutcomeSources& sources,
                                                   const Hand& hand) {
  auto all = look<GraduatesOverview>(
      installation.database, [&](Records& records) -> base::Result<GraduatesOverview> {
        GraduatesOverview overview;
        overview.here = is_newest_round(records, hand.sheet.key());
        overview.on = records.graduates.following(hand.sheet.school.id).has_value();
        if (!overview.here || !overview.on) return overview;
        const auto seals = graduate_seals(installation, records, hand.sheet);
        if (!seals) return seals.problems();
        add_files(records, *seals, hand, overview);
        return overview;
      });
  if (!all || !all->linkage) return all;
  const auto open = open_pairs(installation, sources, hand);
  if (!open) return open.problems();
  all->open_pairs = *open;
  return all;
}

}  // namespace smm::app
