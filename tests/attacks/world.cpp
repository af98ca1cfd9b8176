// SPDX-License-Identifier: Apache-2.0
#include "world.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "base/random.hpp"

namespace smm::attacks {
namespace {

using base::Random;

// Shares of the nine census divisions, of sizes and of Carnegie classes as in the design's own simulation.
constexpr std::array division_names{"New England",        "Middle Atlantic", "East North Central",
                                    "West North Central", "South Atlantic",  "East South Central",
                                    "West South Central", "Mountain",        "Pacific"};
constexpr std::array division_shares{.06, .15, .17, .09, .20, .05, .12, .06, .10};
constexpr std::array size_names{"small", "medium", "large"};
constexpr std::array carnegie_names{"R1", "R2", "special"};
constexpr std::array carnegie_shares{.55, .15, .30};
constexpr std::array locale_names{"city", "suburb", "town", "rural"};

template <std::size_t N>
std::size_t drawn(Random& random, const std::array<double, N>& shares) {
  double left = random.uniform();
  for (std::size_t i = 0; i + 1 < N; ++i)
    if ((left -= shares[i]) < 0) return i;
  return N - 1;
}

std::string numbered(const std::string& prefix, int number) {
  const std::string digits = std::to_string(number);
  return prefix + std::string(4 - std::min<std::size_t>(4, digits.size()), '0') + digits;
}

std::vector<std::string> programmes_of(Random& random, const std::string& profession) {
  if (profession == "medicine") return {random.chance(.78) ? "medicine_md" : "medicine_do"};
  if (profession == "dentistry") return {"dentistry"};
  if (random.chance(.4)) return {"nursing_bsn", "nursing_msn"};
  return {random.chance(.8) ? "nursing_bsn" : "nursing_msn"};
}

double on_half_points(double score) {
  return std::round(2 * std::clamp(score, 0.0, 100.0)) / 2;
}

std::optional<double> drawn_score(Random& random, const WorldSpec& spec, const Site& site) {
  if (random.chance(spec.incomplete)) return std::nullopt;
  if (random.chance(spec.at_zero)) return 0;
  const double centre = 50 + (site.control == "public" ? 8 : 0) + (site.programme == "medicine_do" ? 6 : 0);
  return on_half_points(centre + 16 * random.roughly_normal());
}

Scores drawn_scores(Random& random, const WorldSpec& spec, const Site& site) {
  Scores scores;
  for (int area = 0; area < areas; ++area) scores.push_back(drawn_score(random, spec, site));
  return scores;
}

// Some options are chosen by many, some by nearly nobody.
std::vector<int> drawn_answers(Random& random) {
  std::vector<int> answers;
  for (int item = 0; item < items; ++item) {
    const double drawn_at = random.uniform();
    answers.push_back(static_cast<int>(drawn_at * drawn_at * (item % 2 == 0 ? options : options - 1)));
  }
  return answers;
}

Site drawn_institution(Random& random, const WorldSpec& spec, int number) {
  Site site;
  site.institution = numbered("i", number);
  if (random.chance(spec.in_systems)) site.system = numbered("y", number / (5 * spec.system_size));
  site.control = random.chance(.58) ? "public" : "private";
  site.division = division_names[drawn(random, division_shares)];
  site.size = size_names[random.below(3)];
  site.carnegie = carnegie_names[drawn(random, carnegie_shares)];
  site.locale = locale_names[random.below(4)];
  return site;
}

std::vector<Site> drawn_frame(Random& random, const WorldSpec& spec) {
  std::vector<Site> frame;
  const int institutions = std::max(spec.answering, static_cast<int>(spec.answering / spec.response));
  for (int number = 0; number < institutions; ++number) {
    Site site = drawn_institution(random, spec, number);
    for (const std::string& programme : programmes_of(random, spec.profession)) {
      site.programme = programme;
      site.school = numbered("s", number) + "-" + programme.substr(programme.size() - 2);
      frame.push_back(site);
    }
  }
  return frame;
}

using Answering = std::map<std::string, bool>;  // by institution

Answering first_to_answer(Random& random, const WorldSpec& spec, const std::vector<Site>& frame) {
  std::vector<std::string> institutions;
  for (const Site& site : frame)
    if (institutions.empty() || institutions.back() != site.institution)
      institutions.push_back(site.institution);
  for (std::size_t i = institutions.size(); i > 1; --i)
    std::swap(institutions[i - 1], institutions[random.below(i)]);
  Answering answering;
  for (std::size_t i = 0; i < institutions.size(); ++i)
    answering[institutions[i]] = i < static_cast<std::size_t>(spec.answering);
  return answering;
}

// As many join as leave, drawn from those who did not answer, so that rounds stay about as large.
void answer_again(Random& random, const WorldSpec& spec, Answering& answering) {
  std::vector<std::string> left, outside;
  for (auto& [institution, answers] : answering) {
    if (!answers) outside.push_back(institution);
    if (answers && !random.chance(spec.stays)) left.push_back(institution);
  }
  const std::size_t moves = std::min(left.size(), outside.size());
  for (std::size_t i = 0; i < moves; ++i) {
    std::swap(outside[i], outside[i + random.below(outside.size() - i)]);
    answering[left[i]] = false;
    answering[outside[i]] = true;
  }
}

void score_site(Random& random, const WorldSpec& spec, const Answering& answering, const Site* before,
                Site& site) {
  site.responded = answering.at(site.institution);
  site.scores.clear();
  site.answers.clear();
  if (!site.responded) return;
  site.scores = drawn_scores(random, spec, site);
  site.answers = drawn_answers(random);
  if (before == nullptr || !before->responded) return;
  for (std::size_t area = 0; area < areas; ++area)
    if (random.chance(spec.keeps)) site.scores[area] = before->scores[area];
  for (std::size_t item = 0; item < items; ++item)
    if (random.chance(spec.keeps)) site.answers[item] = before->answers[item];
}

// Drawn apart, so that scores are the same whoever leaves items out.
void leave_items_out(Random& random, const WorldSpec& spec, Round& round) {
  for (Site& site : round.frame)
    for (int& answer : site.answers)
      if (random.chance(spec.unanswered)) answer = -1;
}

std::optional<double> mean_of_scored(const Round& round, const std::vector<int>& sites, std::size_t area) {
  double sum = 0;
  int scored = 0;
  for (const int site : sites)
    if (const auto& score = round.frame[static_cast<std::size_t>(site)].scores[area]) {
      sum += *score;
      ++scored;
    }
  if (scored == 0) return std::nullopt;
  return sum / scored;
}

}  // namespace

const std::vector<std::string>& area_names() {
  static const std::vector<std::string> names{"curriculum",       "community-training",
                                              "service-learning", "community-collaborations",
                                              "pathway-programs", "mission",
                                              "leadership",       "accountability",
                                              "admissions",       "student-diversity",
                                              "student-support",  "faculty-diversity",
                                              "climate",          "student-activism",
                                              "faculty-activism", "research"};
  return names;
}

std::string profession_of(const std::string& programme) {
  if (programme == "nursing_adn") return programme;
  return programme.substr(0, programme.find('_'));
}

void gather_units(Round& round) {
  std::map<std::pair<std::string, std::string>, Unit> units;
  for (std::size_t i = 0; i < round.frame.size(); ++i) {
    const Site& site = round.frame[i];
    if (!site.responded) continue;
    Unit& unit = units[{profession_of(site.programme), site.institution}];
    unit.institution = site.institution;
    unit.profession = profession_of(site.programme);
    unit.dean = site.system.empty() ? site.institution : site.system;
    unit.sites.push_back(static_cast<int>(i));
  }
  round.units.clear();
  for (auto& [key, unit] : units) {
    for (std::size_t area = 0; area < areas; ++area)
      unit.values.push_back(mean_of_scored(round, unit.sites, area));
    round.units.push_back(std::move(unit));
  }
}

WorldSpec spec_of(std::uint64_t seed) {
  Random random(seed * 7919 + 11);
  WorldSpec spec;
  spec.seed = seed;
  spec.profession = std::array{"medicine", "nursing", "dentistry"}[random.below(3)];
  // Small rounds are where attacks succeed, so half of the worlds have fewer than a hundred units.
  spec.answering = static_cast<int>(random.chance(.5) ? 26 + random.below(74) : 100 + random.below(301));
  spec.rounds = 1 + static_cast<int>(seed % 4);
  spec.response = .35 + .6 * random.uniform();
  spec.incomplete = .12 * random.uniform();
  spec.unanswered = spec.incomplete;
  spec.at_zero = random.chance(.3) ? .5 : 0;
  spec.in_systems = random.chance(.3) ? .5 : .15;
  spec.system_size = 2 + static_cast<int>(random.below(6));
  const bool calm = random.chance(.4);
  spec.stays = calm ? .97 + .03 * random.uniform() : .7 + .25 * random.uniform();
  spec.keeps = calm ? 1 : .5 + .5 * random.uniform();
  return spec;
}

World make_world(const WorldSpec& spec) {
  Random random(spec.seed);
  Random blanks(spec.seed + 1'000'003);
  World world{spec, {}};
  const std::vector<Site> frame = drawn_frame(random, spec);
  Answering answering = first_to_answer(random, spec, frame);
  for (int number = 0; number < spec.rounds; ++number) {
    if (number > 0) answer_again(random, spec, answering);
    Round round{frame, {}};
    for (std::size_t i = 0; i < frame.size(); ++i) {
      const Site* before = number == 0 ? nullptr : &world.rounds.back().frame[i];
      score_site(random, spec, answering, before, round.frame[i]);
    }
    leave_items_out(blanks, spec, round);
    gather_units(round);
    world.rounds.push_back(std::move(round));
  }
  return world;
}

}  // namespace smm::attacks
