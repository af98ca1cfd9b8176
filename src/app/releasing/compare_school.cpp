// SPDX-License-Identifier: Apache-2.0
#include "app/releasing/compare_school.hpp"

#include <algorithm>
#include <set>

#include "app/installation/change.hpp"
#include "app/releasing/attested_sheet.hpp"
#include "app/releasing/problems.hpp"

namespace smm::app {
namespace {

namespace why = releasing_problem;

// What a comparison reads of the database.
struct ReadForComparison {
  benchmark::Release release;
  benchmark::Scores own;
  std::vector<Participant> participants;
};

std::vector<Participant> participants_of(Records& records, const benchmark::Release& release,
                                         const std::string& but) {
  std::set<std::string> codes;
  for (const auto& placed : release->frame)
    if (placed.row.responded && placed.row.school_id != but) codes.insert(placed.row.school_id);
  std::vector<Participant> all;
  for (const std::string& code : codes)
    if (const auto school = records.schools.by_code(code))
      all.push_back({school->code, school->name, school->profession});
  std::ranges::sort(all, {}, [](const Participant& each) { return std::pair(each.name, each.code); });
  return all;
}

base::Result<ReadForComparison> read_for_comparison(Installation& installation, Records& records,
                                                    const OpenSheet& sheet) {
  auto release = release_of_round(records, sheet.round);
  if (!release) return std::move(release).problems();
  const auto seals = installation.keys.seals(records.schools, sheet.school.id.text());
  if (!seals) return seals.problems();
  const auto kept = records.releases.of(sheet.round.id);
  const auto attested =
      attested_sheet(records, *seals, sheet, benchmark::outline_of(sheet.edition->edition), kept->at);
  if (!attested)
    return base::Problem(
        why::not_attested,
        "Comparison is for schools that attested their own sheet before the round was frozen");
  return ReadForComparison{*release, attested->scores, participants_of(records, *release, sheet.school.code)};
}

}  // namespace

base::Result<benchmark::Release> release_of_round(Records& records, const assessment::Round& round) {
  const auto kept = records.releases.of(round.id);
  if (!kept)
    return base::Problem(why::not_frozen, "Comparison opens when the program office has frozen the round");
  return benchmark::read_release(kept->bytes, "release of " + round.code);
}

base::Result<benchmark::Release> release_of_round(Installation& installation,
                                                  const assessment::Round& round) {
  return look<benchmark::Release>(installation.database,
                                  [&](Records& records) { return release_of_round(records, round); });
}

base::Result<SchoolComparison> compare_school(Installation& installation, const OpenSheet& sheet,
                                              const std::optional<benchmark::PeerChoice>& peers) {
  auto read = look<ReadForComparison>(installation.database, [&](Records& records) {
    return read_for_comparison(installation, records, sheet);
  });
  if (!read) return std::move(read).problems();
  auto compared = benchmark::compare(read->release, {sheet.school.code, std::move(read->own), peers});
  if (!compared) return std::move(compared).problems();
  SchoolComparison made{std::move(*compared), std::move(read->participants), {}};
  for (const auto& placed : read->release->frame)
    if (placed.row.responded) made.frame.push_back(placed.row);
  return made;
}

}  // namespace smm::app
