// SPDX-License-Identifier: Apache-2.0
#include "answer_search.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/random.hpp"
#include "group_means.hpp"
#include "table_reader.hpp"

namespace smm::attacks {
namespace {

using base::Random;

// The first unit of the world's own profession that has enough scores to ask.
const Site* some_asker(const World& world, const Round& round) {
  for (const Unit& unit : round.units) {
    const Site& face = round.frame[static_cast<std::size_t>(unit.sites.front())];
    const auto scored =
        std::ranges::count_if(face.scores, [](const auto& score) { return score.has_value(); });
    if (unit.profession == world.spec.profession && scored >= areas / 2) return &face;
  }
  return nullptr;
}

std::vector<std::string> drawn_set(Random& random, const Round& round, const Site& asker) {
  std::vector<std::string> schools;
  const std::uint64_t size = 1 + random.below(16);
  while (schools.size() < size) {
    const Site& drawn = round.frame[random.below(round.frame.size())];
    if (drawn.programme.substr(0, 4) == asker.programme.substr(0, 4)) schools.push_back(drawn.school);
    if (random.chance(.1)) schools.push_back(asker.school);
    if (random.chance(.2) && !schools.empty()) schools.push_back(schools[random.below(schools.size())]);
  }
  return schools;
}

// How many schools stand behind the thinnest answer; 0 as soon as one breaks the rule.
std::size_t thinnest(const benchmark::Comparison& answer, const TableReader& reader,
                     const std::set<int>& picks, Finding& finding) {
  std::size_t least = 1000;
  for (const benchmark::ComparedRow& row : answer.rows) {
    if (row.level != benchmark::NormLevel::area || !row.peers) continue;
    ++finding.looked;
    const Expected expected = reader.expected(answer.profession, row.id, picks);
    const bool holds = picks.size() >= 10 && expected.blocks >= 2 &&
                       std::abs(expected.mean - row.peers->mean) <= .005 + 1e-9;
    if (!holds) ++finding.found;
    least = std::min(least, holds ? expected.picks + expected.blocks : 0);
  }
  return least;
}

std::string figures_of_others(const benchmark::Comparison& answer) {
  std::string text;
  for (const benchmark::ComparedRow& row : answer.rows)
    for (const auto& figure : {row.mean, row.low, row.high, row.all_participants,
                               row.peers ? std::optional<double>(row.peers->mean) : std::nullopt})
      text += figure ? std::to_string(*figure) + "," : "-,";
  return text;
}

std::set<std::string> printed_percentiles(const benchmark::Release& release, const std::string& id) {
  std::set<std::string> printed;
  for (const auto& profession : release->professions)
    for (const benchmark::NormRow& norm : profession.norms)
      if (norm.id == id && norm.group == "all" && norm.percentiles) {
        std::string text;
        for (const auto& shown : *norm.percentiles) text += benchmark::to_string(shown) + ",";
        printed.insert(text);
      }
  return printed;
}

}  // namespace

Finding solved_from_answers(Tool& tool, const World& world, int filters, int sets) {
  Finding finding{
      "T1, T2",
      "filters, random peer sets and trackers, solved for single schools (excused: right by luck, "
      "most claims of that world being wrong)",
      0,
      0,
      0,
      100};
  const Round& round = world.rounds.front();
  const Site* asker = some_asker(world, round);
  if (asker == nullptr) return finding;
  Random random(world.spec.seed);
  std::vector<Question> questions = random_peer_sets(round, world.spec.profession, sets, 10, world.spec.seed);
  const std::vector<Question> forms = all_filters(round, world.spec.profession);
  for (int i = 0; i < filters; ++i) questions.push_back(forms[random.below(forms.size())]);
  const std::vector<GroupAnswers> answers = ask(tool, world, 0, *asker, questions);
  int claimed = 0;
  int right = 0;
  for (std::size_t area = 0; area < areas; ++area) {
    finding.looked += std::ssize(answers[area].means);
    const Recovered recovered = recover_exactly(round, area, answers[area]);
    claimed += recovered.claimed;
    right += recovered.determined;
  }
  // Who claims cannot tell the right claims from the wrong ones: only a method that is mostly right
  // discloses.
  if (2 * right > claimed)
    finding.found = finding.determined = right;
  else
    finding.excused = right;
  return finding;
}

Finding searched_answers(const ReleaseTool& tool, const Evidence& evidence, int asks, std::uint64_t seed) {
  Finding finding{"T14", "a search for answers that the table does not give", 0, 0, 0, 100};
  const std::size_t last = evidence.rounds.size() - 1;
  const Round& round = evidence.world->rounds[last];
  const Site* asker = some_asker(*evidence.world, round);
  if (asker == nullptr) return finding;
  const TableReader reader(evidence.rounds[last], round);
  Random random(seed);
  std::vector<std::string> best;
  std::size_t least = 1000;
  for (int i = 0; i < asks; ++i) {
    std::vector<std::string> schools = drawn_set(random, round, *asker);
    if (random.chance(.5) && !best.empty()) {
      schools = best;
      schools[random.below(schools.size())] = round.frame[random.below(round.frame.size())].school;
      if (random.chance(.5) && schools.size() > 1) schools.pop_back();
    }
    const auto answer = tool.answer(static_cast<int>(last), *asker, Question{schools, {}});
    if (!answer.ok() || answer->empty()) continue;
    const std::size_t behind =
        thinnest(*answer->front(), reader, reader.units_of(schools, asker->school), finding);
    if (behind > least) continue;
    least = behind;
    best = schools;
  }
  return finding;
}

Finding drafts(const ReleaseTool& tool, const World& world) {
  Finding finding{"T4", "drafts of one's own scores", 0, 0, 0, 100};
  const Round& round = world.rounds.front();
  const Site* asker = some_asker(world, round);
  if (asker == nullptr) return finding;
  const Question peers{random_peer_sets(round, world.spec.profession, 1, 12, 3).front().peers, {}};
  Site draft = *asker;
  std::string first;
  std::map<std::string, std::set<std::pair<int, int>>> bands;
  for (int edit = 0; edit < 96; ++edit) {
    for (auto& score : draft.scores) score = edit * 100.0 / 95;
    const auto answer = tool.answer(0, draft, peers);
    if (!answer.ok() || answer->empty()) continue;
    ++finding.looked;
    const std::string others = figures_of_others(*answer->front());
    if (first.empty()) first = others;
    if (others != first) ++finding.found;
    for (const benchmark::ComparedRow& row : answer->front()->rows)
      if (row.percentile) bands[row.id].insert({row.percentile->above, row.percentile->below});
  }
  // Six bands between five printed numbers, fewer where some are alike; more would be a finer scale than
  // printed.
  for (const auto& [id, seen] : bands)
    if (seen.size() > 6 || printed_percentiles(tool.releases().front(), id).empty()) ++finding.found;
  return finding;
}

Finding asks_without_giving(const ReleaseTool& tool, const World& world, int asks) {
  Finding finding{"T14", "comparisons asked for by schools that gave nothing", 0, 0, 0, 100};
  const Round& round = world.rounds.front();
  for (const Site& site : round.frame) {
    if (finding.looked >= asks) break;
    Site empty = site;
    empty.scores.assign(areas, std::nullopt);
    ++finding.looked;
    if (tool.answer(0, empty, {}).ok()) ++finding.found;
  }
  return finding;
}

}  // namespace smm::attacks
