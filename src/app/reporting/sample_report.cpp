// SPDX-License-Identifier: Apache-2.0
#include "app/reporting/sample_report.hpp"

#include <algorithm>
#include <map>

#include "app/reporting/report_resources.hpp"
#include "app/sample_answers.hpp"
#include "app/sample_release.hpp"
#include "exchange/csv.hpp"

namespace smm::app {
namespace {

// Programs come in turn, so that enough of them are of one profession for spread and shares.
constexpr int invented_schools = 126;

struct InventedSchool {
  std::string id;
  std::vector<std::string> programmes;  // in the order in which the sample names them
  std::map<std::pair<std::string, std::string>, report::WrittenAnswer> answers;  // by program and item
};

std::vector<InventedSchool> invent(const instrument::Edition& edition) {
  const auto table = exchange::read_table(
      sample_answers(edition, {.schools = invented_schools, .missing = 0.04}), "sample.csv");
  std::vector<InventedSchool> schools;
  for (const auto& row : table->rows) {  // school_id, programme, item_id, state, value, reason
    if (schools.empty() || schools.back().id != row.cells[0]) schools.push_back({row.cells[0], {}, {}});
    InventedSchool& school = schools.back();
    if (!row.cells[1].empty() &&
        std::ranges::find(school.programmes, row.cells[1]) == school.programmes.end())
      school.programmes.push_back(row.cells[1]);
    school.answers[{row.cells[1], row.cells[2]}] = {*instrument::answer_state(row.cells[3]), row.cells[4],
                                                    row.cells[5]};
  }
  return schools;
}

std::vector<report::OwnSheet> sheets_of(const InventedSchool& school, const ShelvedEdition& shelved) {
  std::vector<report::OwnSheet> sheets;
  for (const std::string& id : school.programmes) {
    const std::size_t programme = *shelved.edition.programme(id);
    report::WrittenSheet written{programme, {}};
    for (const auto& asked : shelved.plan.programmes[programme].questionnaire.items) {
      auto found = school.answers.find({id, asked.item.id});
      if (found == school.answers.end()) found = school.answers.find({"", asked.item.id});
      written.answers.push_back(found == school.answers.end() ? report::WrittenAnswer{} : found->second);
    }
    sheets.push_back(report::own_sheet(shelved.plan, std::move(written)));
  }
  return sheets;
}

base::Result<benchmark::Release> release_of(const std::vector<InventedSchool>& invented,
                                            const ShelvedEdition& shelved) {
  std::vector<SampleSchool> schools;
  for (const InventedSchool& each : invented)
    schools.push_back({each.id, each.programmes, sheets_of(each, shelved)});
  return sample_release(schools, shelved.edition);
}

// A dozen schools of its kind, as a dean might pick them.
benchmark::PeerChoice peers_among(const std::vector<InventedSchool>& schools, const InventedSchool& own) {
  benchmark::PeerChoice peers;
  for (const InventedSchool& each : schools)
    if (each.id != own.id && each.programmes.front() == own.programmes.front() &&
        peers.school_ids.size() < 12)
      peers.school_ids.push_back(each.id);
  return peers;
}

}  // namespace

base::Result<report::SchoolReport> sample_report(const ShelvedEdition& shelved, ReportLibrary& library,
                                                 const render::Texts& texts) {
  const auto schools = invent(shelved.edition);
  const auto release = release_of(schools, shelved);
  if (!release) return release.problems();
  const InventedSchool& own = schools.front();
  const auto scores = sample_scores(own.id, sheets_of(own, shelved), shelved.edition);
  const auto compared = benchmark::compare(*release, {own.id, scores, peers_among(schools, own)});
  if (!compared) return compared.problems();
  report::ReportInput input{shelved.plan,
                            {"sample", texts("report.sample.round")},
                            {own.id, texts("report.sample.school")},
                            sheets_of(own, shelved),
                            *release};
  input.comparison = compared->front();
  const std::size_t profession = shelved.edition.programmes[input.sheets.front().programme].profession;
  input.resources = report_resources(*library.resources(shelved.edition), shelved.edition, profession, texts);
  const auto drafts = library.drafts(shelved.edition);
  input.drafts = drafts.get();
  return report::make_report(input, texts);
}

}  // namespace smm::app
