// SPDX-License-Identifier: Apache-2.0
#include "outcomes/pathway/learner.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "exchange/csv.hpp"
#include "outcomes/pathway/problems.hpp"

namespace smm::outcomes::pathway {
namespace {

void take_exposure(Learner& learner, const Entry& entry) {
  const auto same = std::find_if(
      learner.exposures.begin(), learner.exposures.end(),
      [&](const Exposure& exposure) { return exposure.code == entry.code && exposure.from == entry.date; });
  if (same != learner.exposures.end())
    same->until = entry.until;  // the same again: its end is now known
  else
    learner.exposures.push_back({entry.code, entry.date, entry.until});
}

void take_back(Learner& learner, const std::string& what) {
  const std::size_t colon = what.find(':');
  const EntryKind kind = *entry_kind(what.substr(0, colon));
  if (kind == EntryKind::professional_id) learner.professional_id.clear();
  if (kind == EntryKind::exposure)
    std::erase_if(learner.exposures, [&](const Exposure& exposure) {
      return colon == std::string::npos || exposure.code == what.substr(colon + 1);
    });
  if (kind != EntryKind::enrolled) learner.stages.erase(kind);
}

void take_entry(Learner& learner, const Entry& entry) {
  switch (entry.kind) {
    case EntryKind::exposure:
      return take_exposure(learner, entry);
    case EntryKind::professional_id:
      learner.professional_id = entry.code;
      return;
    case EntryKind::withdrawn:
      return take_back(learner, entry.code);
    default:
      learner.stages[entry.kind] = {entry.date, entry.school_id, entry.programme};
      return;
  }
}

std::string date_of(const Learner& learner, EntryKind kind, bool complete) {
  const Stage* stage = learner.stage(kind);
  return stage != nullptr ? to_iso(stage->date) : complete ? "no" : "";
}

// Of the last stage that names one: where somebody studies or studied counts more than where they applied.
std::string last_named(const Learner& learner, std::string Stage::*name) {
  for (const EntryKind kind : {EntryKind::graduated, EntryKind::matriculated, EntryKind::left,
                               EntryKind::applied, EntryKind::pathway_completed, EntryKind::enrolled}) {
    const Stage* stage = learner.stage(kind);
    if (stage != nullptr && !(stage->*name).empty()) return stage->*name;
  }
  return "";
}

std::string exposure_words(const Learner& learner) {
  std::set<std::string> codes;
  for (const Exposure& exposure : learner.exposures) codes.insert(exposure.code);
  std::string words;
  for (const std::string& code : codes) words += (words.empty() ? "" : ";") + code;
  return words.empty() ? "none" : words;
}

void check_learner(const Learner& learner, base::Problems& problems, const base::Place& place) {
  const auto report = [&](const std::string& what) {
    problems.emplace_back(problem::pathway_contradiction, learner.id + " " + what, place);
  };
  const Stage* graduated = learner.stage(EntryKind::graduated);
  const Stage* left = learner.stage(EntryKind::left);
  const Stage* matriculated = learner.stage(EntryKind::matriculated);
  if (graduated != nullptr && left != nullptr && graduated->programme == left->programme)
    report("both left and graduated; withdraw one");
  if (matriculated != nullptr && graduated != nullptr && graduated->date < matriculated->date)
    report("graduated before matriculating");
  if (matriculated != nullptr && left != nullptr && left->date < matriculated->date)
    report("left before matriculating");
}

}  // namespace

const Stage* Learner::stage(EntryKind kind) const {
  const auto found = stages.find(kind);
  return found == stages.end() ? nullptr : &found->second;
}

std::vector<Learner> learners_of(const std::vector<Entry>& journal) {
  std::vector<Learner> learners;
  std::unordered_map<std::string, std::size_t> numbers;
  for (const Entry& entry : journal) {
    const auto [found, fresh] = numbers.emplace(entry.learner, learners.size());
    if (fresh) learners.push_back({entry.learner, {}, {}, ""});
    take_entry(learners[found->second], entry);
  }
  for (Learner& learner : learners)
    std::stable_sort(learner.exposures.begin(), learner.exposures.end(),
                     [](const Exposure& a, const Exposure& b) { return a.code < b.code; });
  return learners;
}

base::Problems contradictions(const std::vector<Entry>& journal, const std::vector<base::Place>& places) {
  base::Problems problems;
  std::unordered_map<std::string, std::size_t> enrolled;  // where the last entry of each stands
  for (std::size_t i = 0; i < journal.size(); ++i) {
    const Entry& entry = journal[i];
    const bool known = enrolled.contains(entry.learner);
    if (entry.kind == EntryKind::enrolled && known)
      problems.emplace_back(problem::pathway_contradiction, entry.learner + " is enrolled twice", places[i]);
    if (entry.kind != EntryKind::enrolled && !known)
      problems.emplace_back(problem::pathway_unknown_learner,
                            "nobody with the id " + entry.learner + " is enrolled", places[i]);
    if (known || entry.kind == EntryKind::enrolled) enrolled[entry.learner] = i;
  }
  std::unordered_map<std::string, std::string> bearers;
  for (const Learner& learner : learners_of(journal)) {
    const auto last = enrolled.find(learner.id);
    const base::Place place = last == enrolled.end() ? base::Place{} : places[last->second];
    check_learner(learner, problems, place);
    if (learner.professional_id.empty()) continue;
    const auto [bearer, fresh] = bearers.emplace(learner.professional_id, learner.id);
    if (!fresh)
      problems.emplace_back(problem::pathway_contradiction,
                            learner.id + " has the professional id of " + bearer->second, place);
  }
  return problems;
}

std::string learners_cohort_csv(const std::vector<Learner>& learners, bool complete) {
  std::string text;
  exchange::CsvWriter csv(text);
  csv.row({"graduate_id", "school_id", "programme", "role", "pathway_completed", "applied", "matriculated",
           "left", "graduated", "exposures"});
  for (const Learner& learner : learners) {
    csv.cell(learner.id).cell(last_named(learner, &Stage::school_id));
    csv.cell(last_named(learner, &Stage::programme)).cell("learner");
    for (const EntryKind kind : {EntryKind::pathway_completed, EntryKind::applied, EntryKind::matriculated,
                                 EntryKind::left, EntryKind::graduated})
      csv.cell(date_of(learner, kind, complete));
    csv.cell(exposure_words(learner)).end_row();
  }
  return text;
}

std::string learners_links_csv(const std::vector<Learner>& learners) {
  std::string text;
  exchange::CsvWriter csv(text);
  csv.row({"graduate_id", "state", "npi", "probability"});
  for (const Learner& learner : learners) {
    if (learner.professional_id.empty()) continue;
    const bool npi = learner.professional_id.find(':') == std::string::npos;
    csv.row(
        {learner.id, npi ? "linked" : "no_npi_expected", npi ? learner.professional_id : "", npi ? "1" : ""});
  }
  return text;
}

}  // namespace smm::outcomes::pathway
