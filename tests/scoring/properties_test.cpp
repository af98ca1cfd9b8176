// SPDX-License-Identifier: Apache-2.0
// What holds of any sheet of answers, on smm-2026 and on random small editions:
//  1. lower <= score <= upper
//  2. the best answers score 100 and the weakest 0, at every level, for every program
//  3. no answer with more points lowers the indicator's, area's, domain's or overall score, or a bound;
//     permitted options and the states of other answers held. Above the area this is claimed where the area
//     states stay the same: an area that loses its score (because what a better answer opened was left
//     unanswered) leaves the mean of the others, which may be lower
//     Nor, on random editions, where a better answer decides a route that hung on another answer still
//     missing ("either of two"), so that what was missing counts or leaves, or opens an item whose own answer
//     takes it out. On smm-2026 nothing is left out
//  4. so the weakest answer to a scored gate never beats a stronger one
//  5. the order of rows changes nothing in the file of scores, with bad rows left out or without any
//  6. weights times a constant within each parent change nothing
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>

#include "app/score_answers.hpp"
#include "files_in_memory.hpp"
#include "oracle_answers.hpp"
#include "oracle_routes.hpp"
#include "random_sheets.hpp"
#include "report/score_file.hpp"
#include "scored_sheet.hpp"
#include "scoring/weight_set.hpp"

namespace smm::test {
namespace {

using instrument::Edition;
using instrument::Item;
using instrument::Scored;
using scoring::Score;
using scoring::ScoreState;

constexpr double slack = 1e-9;

const Edition& smm_2026() {
  static const Edition edition = real_edition();
  return edition;
}

const scoring::ScoringPlan& plan_2026() {
  static const scoring::ScoringPlan plan = plan_scoring(smm_2026(), scoring::equal_weights(smm_2026()));
  return plan;
}

std::uint64_t any_seed() {
  return *rc::gen::arbitrary<std::uint64_t>();
}

std::size_t any_programme(const Edition& edition, base::Random& random) {
  return random.below(edition.programmes.size());
}

// 1

void check_bounds(const ScoresByName& scores) {
  for (const auto& [name, score] : scores) {
    if (score.state == ScoreState::not_applicable) continue;
    const double most = name.starts_with("indicator ") ? 1 : 100;
    if (score.lower < 0 || score.lower > score.upper + slack || score.upper > most + slack)
      RC_FAIL(name + ": bounds out of order");
    const bool outside = score.score < score.lower - slack || score.score > score.upper + slack;
    if (score.state == ScoreState::scored && outside) RC_FAIL(name + ": score outside its bounds");
  }
}

TEST(ScoreProperties, ScoresLieWithinTheirBounds) {
  EXPECT_TRUE(rc::check("smm-2026", [] {
    base::Random random(any_seed());
    const std::size_t programme = any_programme(smm_2026(), random);
    check_bounds(scores_of(plan_2026(), programme, random_sheet(smm_2026(), programme, random)));
  }));
}

// 2

void expect_extreme(const Edition& edition, std::size_t programme, bool best) {
  SaidSheet sheet;
  for (const Item& item : edition.items) {
    if ((item.programmes >> programme & 1u) == 0) continue;
    // Facts open what they can: having a clinic is neither good nor bad.
    const bool fact = item.scored == Scored::no && item.type == instrument::ItemType::yes_no;
    sheet[item.id] = fact ? SaidAnswer{"answered", "yes"}
                          : extreme_answer(item, edition.programmes[programme].years, best);
  }
  const auto plan = plan_scoring(edition, scoring::equal_weights(edition));
  for (const auto& [name, score] : scores_of(plan, programme, sheet)) {
    const double wanted = !best ? 0 : name.starts_with("indicator ") ? 1 : 100;
    EXPECT_EQ(to_string(score.state), "scored") << name;
    EXPECT_DOUBLE_EQ(score.score, wanted) << edition.programmes[programme].id << " " << name;
    EXPECT_DOUBLE_EQ(score.lower, wanted) << name;
    EXPECT_DOUBLE_EQ(score.upper, wanted) << name;
  }
}

TEST(ScoreProperties, BestAnswersScoreFullAndWeakestNothing) {
  for (std::size_t programme = 0; programme < smm_2026().programmes.size(); ++programme) {
    expect_extreme(smm_2026(), programme, true);
    expect_extreme(smm_2026(), programme, false);
  }
}

// 3 and 4

struct Change {
  std::string item;
  SaidAnswer before;
  SaidAnswer after;
};

// What a person needs who reads of a failure: the change, routes, and all other answers.
std::string told(const Change& change, const Edition& edition, const SaidSheet& sheet) {
  std::string text =
      " falls with " + change.item + ": " + change.before.value + " -> " + change.after.value + "\n";
  for (const Item& item : edition.items) {
    const auto said = sheet.find(item.id);
    if (said == sheet.end()) continue;
    text += item.id + "  " + said->second.state + "  " + said->second.value;
    text += (item.ask_if_text.empty() ? "" : "  asked if " + item.ask_if_text) + "\n";
  }
  return text;
}

// The program's view of an item, for its points.
OracleItem seen_by(const Item& item, const Edition& edition, std::size_t programme) {
  OracleItem seen{&item, item.steps, edition.programmes[programme].years, item.scored == Scored::yes};
  for (const auto& variant : item.variants) {
    if ((variant.programmes >> programme & 1u) != 0 && !variant.steps.empty()) seen.steps = variant.steps;
  }
  return seen;
}

bool has_more_points(const OracleItem& item, const std::string& before, const std::string& after) {
  const OraclePoints old_points = points_said(item, before);
  const OraclePoints new_points = points_said(item, after);
  return old_points.attainable > 0 && new_points.attainable > 0 && new_points.earned > old_points.earned;
}

// Two answers to the same item with the same bars, the second with more points; nothing when none was found.
std::optional<Change> better_answer(const OracleItem& item, base::Random& random) {
  Habits habits;
  habits.barring = random.chance(0.5) ? 0.2 : 0;
  const SaidAnswer first = random_answer(*item.item, item.years, habits, random);
  const auto bars = read_said(item, first.value).barred;
  habits.barring = 0;
  for (int attempt = 0; attempt < 10; ++attempt) {
    std::string value = random_answer(*item.item, item.years, habits, random).value;
    const auto chosen = read_said(item, value).chosen;
    if (std::any_of(bars.begin(), bars.end(), [&](const auto& bar) { return chosen.contains(bar); }))
      continue;
    for (const std::string& bar : bars) value += ";!" + bar;
    if (has_more_points(item, first.value, value)) return Change{item.item->id, first, {"answered", value}};
    if (has_more_points(item, value, first.value)) return Change{item.item->id, {"answered", value}, first};
  }
  return std::nullopt;
}

bool same_area_states(const ScoresByName& before, const ScoresByName& after) {
  return std::all_of(before.begin(), before.end(), [&](const auto& entry) {
    return !entry.first.starts_with("area ") || entry.second.state == after.at(entry.first).state;
  });
}

// What falls, or nothing.
std::string fall(const Score& before, const Score& after) {
  const bool bounded =
      before.state != ScoreState::not_applicable && after.state != ScoreState::not_applicable;
  if (bounded && after.lower < before.lower - slack) return "lower bound";
  if (bounded && after.upper < before.upper - slack) return "upper bound";
  const bool scored = before.state == ScoreState::scored && after.state == ScoreState::scored;
  return scored && after.score < before.score - slack ? "score" : "";
}

// Whether an indicator came into the denominator, left it, or was missing and now counts.
bool decides_a_route(const ScoresByName& before, const ScoresByName& after) {
  return std::any_of(before.begin(), before.end(), [&](const auto& entry) {
    const ScoreState from = entry.second.state;
    const ScoreState to = after.at(entry.first).state;
    return entry.first.starts_with("indicator ") && from != to &&
           !(from == ScoreState::scored && to == ScoreState::too_few);
  });
}

void check_change(const scoring::ScoringPlan& plan, std::size_t programme, SaidSheet sheet,
                  const Change& change) {
  sheet[change.item] = change.before;
  const ScoresByName before = scores_of(plan, programme, sheet);
  sheet[change.item] = change.after;
  const ScoresByName after = scores_of(plan, programme, sheet);
  if (plan.edition != &smm_2026() && decides_a_route(before, after)) return;
  const bool same = same_area_states(before, after);
  for (const auto& [name, score] : before) {
    const bool above_area = name.starts_with("domain ") || name.starts_with("overall ");
    const std::string falling = above_area && !same ? "" : fall(score, after.at(name));
    if (!falling.empty()) RC_FAIL(name + ": " + falling + told(change, *plan.edition, sheet));
  }
}

// Indicators of the program; with `gates`, only those that routes hang on.
std::vector<const Item*> indicators(const Edition& edition, std::size_t programme, bool gates) {
  std::set<std::string> named;
  const auto is_item = [&](const std::string& word) { return edition.item(word).has_value(); };
  for (const Item& item : edition.items) named.merge(names_in(item.ask_if_text, is_item));
  std::vector<const Item*> found;
  for (const Item& item : edition.items) {
    const bool mine = (item.programmes >> programme & 1u) != 0 && item.scored == Scored::yes;
    if (mine && (!gates || named.contains(item.id))) found.push_back(&item);
  }
  return found;
}

void check_some_change(const Edition& edition, const scoring::ScoringPlan& plan, base::Random& random,
                       bool gates) {
  const std::size_t programme = any_programme(edition, random);
  const auto items = indicators(edition, programme, gates);
  if (items.empty()) return;
  const OracleItem item = seen_by(*items[random.below(items.size())], edition, programme);
  const auto change = better_answer(item, random);
  if (change) check_change(plan, programme, random_sheet(edition, programme, random), *change);
}

TEST(ScoreProperties, NoAnswerWithMorePointsLowersAScore) {
  EXPECT_TRUE(rc::check("smm-2026", [] {
    base::Random random(any_seed());
    for (int i = 0; i < 5; ++i) check_some_change(smm_2026(), plan_2026(), random, false);
  }));
}

TEST(ScoreProperties, NoWeakerAnswerToAGateBeatsAStrongerOne) {
  EXPECT_TRUE(rc::check("smm-2026", [] {
    base::Random random(any_seed());
    for (int i = 0; i < 5; ++i) check_some_change(smm_2026(), plan_2026(), random, true);
  }));
}

TEST(ScoreProperties, HoldOnRandomEditions) {
  base::Random drawing(11);
  for (int made = 0; made < 40;) {
    const auto edition = random_edition(drawing);
    if (!edition) continue;
    ++made;
    const auto plan = plan_scoring(*edition, scoring::equal_weights(*edition));
    ASSERT_TRUE(rc::check([&] {
      base::Random random(any_seed());
      check_some_change(*edition, plan, random, random.chance(0.5));
      const std::size_t programme = any_programme(*edition, random);
      check_bounds(scores_of(plan, programme, random_sheet(*edition, programme, random)));
    }));
  }
}

// 5

std::string score_csv(const std::vector<std::string>& lines) {
  std::string answers = "school_id,programme,item_id,state,value,reason\n";
  for (const std::string& line : lines) answers += line;
  app::ScoreRequest request;
  request.answers = "answers.csv";
  request.levels = every_level;
  std::string text;
  report::ScoreCsv csv(text);
  const auto outcome = app::score_answers(smm_2026(), FilesInMemory({{"answers.csv", answers}}), request,
                                          [&](const auto& row) { csv.add(row); });
  RC_ASSERT(outcome.ok());
  return text;
}

std::vector<std::string> school_lines(base::Random& random) {
  std::vector<std::string> lines;
  for (int school = 0; school < 3; ++school) {
    for (int sheets = 0; sheets < 2; ++sheets) {
      const std::size_t programme = any_programme(smm_2026(), random);
      const auto more = answer_lines("s" + std::to_string(school), smm_2026().programmes[programme].id,
                                     random_sheet(smm_2026(), programme, random));
      lines.insert(lines.end(), more.begin(), more.end());
    }
  }
  return lines;
}

// Repeats rows, empties and misspells fields, names no program.
void spoil(std::vector<std::string>& lines, base::Random& random) {
  for (int i = 0; i < 25; ++i) {
    std::string& line = lines[random.below(lines.size())];
    const std::size_t comma = line.find(',');
    switch (random.below(4)) {
      case 0:
        lines.push_back(line);
        break;
      case 1:
        line.insert(comma + 1, "no-such-");
        break;
      case 2:
        line = line.substr(0, comma + 1) + line.substr(line.find(',', comma + 1));
        break;
      default:
        line.insert(line.rfind(','), "x");
    }
  }
}

void shuffle(std::vector<std::string>& lines, base::Random& random) {
  for (std::size_t i = lines.size(); i > 1; --i) std::swap(lines[i - 1], lines[random.below(i)]);
}

TEST(ScoreProperties, OrderOfRowsDoesNotMatter) {
  EXPECT_TRUE(rc::check("shuffled answer files, half of them with bad rows", [] {
    base::Random random(any_seed());
    std::vector<std::string> lines = school_lines(random);
    if (random.chance(0.5)) spoil(lines, random);
    const std::string first = score_csv(lines);
    shuffle(lines, random);
    RC_ASSERT(score_csv(lines) == first);
  }));
}

// 6

base::Table weight_table(const std::map<std::string, int>& weights,
                         const std::map<std::string, int>& factors) {
  base::Table table{"weights.csv", {"level", "id", "weight"}, {}};
  for (const auto& [child, weight] : weights) {
    const std::size_t space = child.find(' ');
    const std::string number = std::to_string(weight * (factors.empty() ? 1 : factors.at(child)));
    table.rows.push_back(
        {static_cast<int>(table.rows.size()) + 2, {child.substr(0, space), child.substr(space + 1), number}});
  }
  return table;
}

TEST(ScoreProperties, WeightsTimesAConstantChangeNothing) {
  EXPECT_TRUE(rc::check("a factor for each parent", [] {
    base::Random random(any_seed());
    std::map<std::string, int> weights, factors;
    for (const auto& section : smm_2026().sections) {
      const int factor = 1 + static_cast<int>(random.below(99));
      for (const std::size_t position : section.items) {
        if (smm_2026().items[position].scored == Scored::no) continue;
        const std::string child = "indicator " + smm_2026().items[position].id;
        weights[child] = 1 + static_cast<int>(random.below(9));
        factors[child] = factor;
      }
    }
    for (const auto& domain : smm_2026().domains) {
      const int factor = 1 + static_cast<int>(random.below(99));
      for (const std::size_t position : domain.areas) {
        weights["area " + smm_2026().sections[position].id] = 1 + static_cast<int>(random.below(9));
        factors["area " + smm_2026().sections[position].id] = factor;
      }
    }
    const auto given = scoring::weight_set_from(weight_table(weights, {}), smm_2026());
    const auto scaled = scoring::weight_set_from(weight_table(weights, factors), smm_2026());
    const std::size_t programme = any_programme(smm_2026(), random);
    const SaidSheet sheet = random_sheet(smm_2026(), programme, random);
    const ScoresByName before = scores_of(plan_scoring(smm_2026(), *given), programme, sheet);
    const ScoresByName after = scores_of(plan_scoring(smm_2026(), *scaled), programme, sheet);
    for (const auto& [name, score] : before) {
      const Score& other = after.at(name);
      RC_ASSERT(score.state == other.state);
      RC_ASSERT(std::abs(score.score - other.score) < slack);
      RC_ASSERT(std::abs(score.lower - other.lower) < slack && std::abs(score.upper - other.upper) < slack);
      RC_ASSERT(std::abs(score.attainable_points - other.attainable_points) < slack);
    }
  }));
}

}  // namespace
}  // namespace smm::test
