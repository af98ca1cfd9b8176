// SPDX-License-Identifier: Apache-2.0
#include "app/reporting/school_reports.hpp"

#include <algorithm>
#include <set>

#include "app/installation/change.hpp"
#include "app/installation/round_edition.hpp"
#include "app/releasing/attested_sheet.hpp"
#include "app/releasing/problems.hpp"
#include "app/reporting/planned_goals.hpp"
#include "app/reporting/report_resources.hpp"
#include "app/reporting/written_sheets.hpp"
#include "app/rounds/problems.hpp"
#include "app/rounds/school_stories.hpp"
#include "benchmark/problems.hpp"

namespace smm::app {
namespace {

base::Result<ReportedRound> reported(Records& records, EditionShelf& editions, const assessment::Round& round,
                                     const KeptRelease& kept) {
  auto edition = round_edition(records, editions, round);
  if (!edition) return std::move(edition).problems();
  return ReportedRound{round, std::move(*edition), kept.at};
}

base::Result<RoundReports> read_round(Installation& installation, Records& records, const std::string& code) {
  const auto round = records.rounds.by_code(code);
  if (!round) return base::Problem(rounds_problem::round_not_found, "There is no round " + code);
  const auto kept = records.releases.of(round->id);
  if (!kept)
    return base::Problem(releasing_problem::not_frozen,
                         "Reports are made when the program office has frozen round " + code);
  auto release = benchmark::read_release(kept->bytes, "release of " + code);
  if (!release) return std::move(release).problems();
  auto here = reported(records, installation.editions, *round, *kept);
  if (!here) return std::move(here).problems();
  auto shared = std::make_shared<const benchmark::Release>(std::move(*release));
  RoundReports reports{std::move(*here), std::make_shared<const benchmark::ReleaseIndex>(shared), {}};
  for (const KeptRelease& other : records.releases.all()) {
    const auto before = records.rounds.by_id(other.round);
    if (!before || other.at >= kept->at) continue;
    if (auto earlier = reported(records, installation.editions, *before, other))
      reports.earlier.insert(reports.earlier.begin(), std::move(*earlier));
  }
  return reports;
}

// What a school attested in one round before it was frozen.
struct ReadSheet {
  OpenSheet sheet;
  AttestedSheet attested;
};

base::Result<ReadSheet> read_sheet_of(Installation& installation, Records& records,
                                      const ReportedRound& round, const std::string& school) {
  auto sheet = open_sheet(records, installation.editions, round.round.code, school);
  if (!sheet) return std::move(sheet).problems();
  const auto seals = installation.keys.seals(records.schools, sheet->school.id.text());
  if (!seals) return seals.problems();
  auto attested =
      attested_sheet(records, *seals, *sheet, benchmark::outline_of(round.edition->edition), round.frozen_at);
  if (!attested)
    return base::Problem(releasing_problem::not_attested,
                         "School " + school + " attested nothing before the round was frozen");
  return ReadSheet{std::move(*sheet), std::move(*attested)};
}

struct ReadForReport {
  ReadSheet now;
  std::optional<ReadSheet> before;
  const ReportedRound* round_before = nullptr;
  std::vector<StandingGoal> goals = {};
  std::vector<ToldStory> stories = {};
};

base::Result<ReadForReport> read_for_report(Installation& installation, Records& records,
                                            const RoundReports& reports, const std::string& school) {
  auto now = read_sheet_of(installation, records, reports.round, school);
  if (!now) return std::move(now).problems();
  ReadForReport read{std::move(*now), std::nullopt, nullptr};
  for (const ReportedRound& earlier : reports.earlier) {
    auto before = read_sheet_of(installation, records, earlier, school);
    if (!before) continue;
    read.before = std::move(*before);
    read.round_before = &earlier;
    break;
  }
  const auto seals = installation.keys.seals(records.schools, read.now.sheet.school.id.text());
  if (!seals) return seals.problems();
  read.goals = goals_seen_from(records, *seals, read.now.sheet.key());
  read.stories = published_stories(records);
  return read;
}

// Of schools of the same profession.
std::vector<report::ReportStory> stories_for(const std::string& profession, const std::string& public_url,
                                             const std::vector<ToldStory>& told) {
  std::vector<report::ReportStory> stories;
  for (const auto& [story, school, of_profession, round] : told)
    if (of_profession == profession)
      stories.push_back({story.words.area, story.words.title, school, round.title,
                         public_url + "/stories/" + story.id.text()});
  return stories;
}

report::ReportRound round_of_report(const assessment::Round& round) {
  return {round.code, round.title, round.options.legacy_stars, round.options.leave_out_overall,
          round.options.score_composition};
}

// What no choice of peers can mend is told in the report. A school that is unknown is one of the peers where
// the own one is known.
bool is_of_peers(const base::Problem& problem, const RoundReports& reports, const ReadForReport& read) {
  if (problem.code == benchmark::problem::school_unknown.code)
    return benchmark::compare(*reports.release, {read.now.sheet.school.code, read.now.attested.scores, {}})
        .ok();
  return problem.code == benchmark::problem::too_few_peers.code ||
         problem.code == benchmark::problem::peer_filter_unreadable.code;
}

base::Result<bool> add_comparison(report::ReportInput& input, const RoundReports& reports,
                                  const ReadForReport& read,
                                  const std::optional<benchmark::PeerChoice>& peers) {
  const auto compared =
      benchmark::compare(*reports.release, {read.now.sheet.school.code, read.now.attested.scores, peers});
  if (compared) {
    input.comparison = compared->front();
    return true;
  }
  const base::Problem& problem = compared.problems().front();
  if (peers && is_of_peers(problem, reports, read)) return compared.problems();
  input.no_comparison = problem.code;
  return true;
}

}  // namespace

base::Result<RoundReports> open_reports(Installation& installation, const std::string& round) {
  return look<RoundReports>(installation.database,
                            [&](Records& records) { return read_round(installation, records, round); });
}

std::vector<std::string> reported_schools(const RoundReports& reports) {
  std::set<std::string> codes;
  for (const auto& row : reports.release->rows())
    if (row.responded) codes.insert(row.school_id);
  return {codes.begin(), codes.end()};
}

base::Result<report::SchoolReport> school_report(Installation& installation, ReportLibrary& library,
                                                 const render::Texts& texts, const RoundReports& reports,
                                                 const std::string& school,
                                                 const std::optional<benchmark::PeerChoice>& peers) {
  const auto read = look<ReadForReport>(installation.database, [&](Records& records) {
    return read_for_report(installation, records, reports, school);
  });
  if (!read) return read.problems();
  const instrument::Edition& edition = reports.round.edition->edition;
  const OpenSheet& sheet = read->now.sheet;
  report::ReportInput input{reports.round.edition->plan,
                            round_of_report(reports.round.round),
                            {sheet.school.code, sheet.school.name},
                            own_sheets(sheet, read->now.attested.answers),
                            reports.release->release()};
  if (const auto added = add_comparison(input, reports, *read, peers); !added) return added.problems();
  input.priorities = sheet.participation.priorities;
  const std::size_t profession = edition.programmes[input.sheets.front().programme].profession;
  input.goals = planned_goals({reports, sheet.school.programmes, input.sheets, read->goals}, library, texts);
  input.resources = report_resources(*library.resources(edition), edition, profession, texts);
  input.stories = stories_for(sheet.school.profession, installation.public_url, read->stories);
  const auto drafts = library.drafts(edition);
  input.drafts = drafts.get();
  report::EarlierRound earlier;
  std::shared_ptr<const instrument::Concordance> concordance;
  if (read->before) {
    const ReportedRound& before = *read->round_before;
    concordance = library.concordance(before.edition->edition, edition);
    earlier = {before.round.code, before.round.title, &before.edition->edition,
               own_sheets(read->before->sheet, read->before->attested.answers), concordance.get()};
    if (concordance) input.earlier = &earlier;
  }
  return report::make_report(input, texts);
}

}  // namespace smm::app
