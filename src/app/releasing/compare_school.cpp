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

using Shelved = std::shared_ptr<const benchmark::ReleaseIndex>;

base::Result<Shelved> shelved(Installation& installation, const std::optional<KeptRelease>& kept) {
  if (kept) return installation.releases->release(*kept);
  return base::Problem(why::not_frozen, "Comparison opens when the program office has frozen the round");
}

// What a comparison reads of the database.
struct ReadForComparison {
  Shelved release;
  benchmark::Scores own;
  PeersToPick peers;
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

PeersToPick peers_of(Records& records, const benchmark::Release& release, const std::string& but) {
  PeersToPick peers{participants_of(records, release, but), {}};
  for (const auto& placed : release->frame)
    if (placed.row.responded) peers.frame.push_back(placed.row);
  return peers;
}

base::Result<ReadForComparison> read_for_comparison(Installation& installation, Records& records,
                                                    const OpenSheet& sheet) {
  const auto kept = records.releases.of(sheet.round.id);
  const auto release = shelved(installation, kept);
  if (!release) return release.problems();
  const auto seals = installation.keys.seals(records.schools, sheet.school.id.text());
  if (!seals) return seals.problems();
  const auto attested =
      attested_sheet(records, *seals, sheet, benchmark::outline_of(sheet.edition->edition), kept->at);
  if (!attested)
    return base::Problem(
        why::not_attested,
        "Comparison is for schools that attested their own sheet before the round was frozen");
  return ReadForComparison{*release, attested->scores,
                           peers_of(records, (*release)->release(), sheet.school.code)};
}

}  // namespace

base::Result<benchmark::Release> release_of_round(Installation& installation,
                                                  const assessment::Round& round) {
  return look<benchmark::Release>(installation.database, [&](Records& records) {
    const auto release = shelved(installation, records.releases.of(round.id));
    if (!release) return base::Result<benchmark::Release>(release.problems());
    return base::Result<benchmark::Release>((*release)->release());
  });
}

base::Result<SchoolComparison> compare_school(Installation& installation, const OpenSheet& sheet,
                                              const std::optional<benchmark::PeerChoice>& peers) {
  auto read = look<ReadForComparison>(installation.database, [&](Records& records) {
    return read_for_comparison(installation, records, sheet);
  });
  if (!read) return std::move(read).problems();
  auto compared = benchmark::compare(*read->release, {sheet.school.code, std::move(read->own), peers});
  if (!compared) return std::move(compared).problems();
  return SchoolComparison{std::move(*compared), std::move(read->peers)};
}

base::Result<PeersToPick> peers_to_pick(Installation& installation, const OpenSheet& sheet) {
  return look<PeersToPick>(installation.database, [&](Records& records) -> base::Result<PeersToPick> {
    const auto release = shelved(installation, records.releases.of(sheet.round.id));
    if (!release) return release.problems();
    return peers_of(records, (*release)->release(), sheet.school.code);
  });
}

}  // namespace smm::app
