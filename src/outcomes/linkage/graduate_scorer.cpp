// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/graduate_scorer.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "outcomes/linkage/parallel.hpp"

namespace smm::outcomes::linkage {
namespace {

constexpr double toward_independence = 20;
constexpr double unseen_person = 0.5;  // persons that a name not met is worth

template <class Chances>
double highest(const Chances& chances, Parameter first, const std::vector<double>& log_m) {
  double best = 0;
  for (std::size_t level = 0; level < chances.size(); ++level)
    if (chances[level] > 0) best = std::max(best, log_m[first + level] - std::log(chances[level]));
  return best;
}

}  // namespace

PlaceChances::PlaceChances(const RegistryIndex& index, const std::vector<Graduate>& graduates,
                           unsigned threads) {
  std::vector<const Graduate*> distinct;
  for (const Graduate& graduate : graduates)
    if (chances_
            .emplace(std::pair(graduate.licence_states, graduate.school_state),
                     std::array<double, place_levels>{})
            .second)
      distinct.push_back(&graduate);
  in_parallel(threads, distinct.size(), [&](std::size_t i) {
    std::array<double, place_levels> counts{};
    for (const Places& places : index.places()) counts[place_level(*distinct[i], places)] += places.persons;
    for (double& count : counts)
      count = (count + unseen_person) / (index.persons() + place_levels * unseen_person);
    chances_.find({distinct[i]->licence_states, distinct[i]->school_state})->second = counts;
  });
}

const std::array<double, place_levels>& PlaceChances::of(const Graduate& graduate) const {
  return chances_.find({graduate.licence_states, graduate.school_state})->second;
}

GraduateScorer::GraduateScorer(const RegistryIndex& index, const GraduateLayout& layout,
                               const PlaceChances& places, const Graduate& graduate,
                               const std::vector<GraduateNames::FirstKey>& first_keys)
    : index_(index), layout_(layout), graduate_(graduate), place_chance_(places.of(graduate)) {
  double bearers = 0;
  if (const std::uint32_t key = index.surname_keys().find(graduate.last.whole); key != 0)
    for (const Code code : index.wholes(key)) bearers += static_cast<double>(index.with_last(code).size());
  rarity_ = bearers == 0 ? 0 : bearers * 20000 <= index.persons() ? 1 : 2;
  early_ = graduate.graduation_year && *graduate.graduation_year < npi_era - 1;
  chances_of_first_names(first_keys);
  chances_of_middle();
  chances_of_groups();
}

void GraduateScorer::chances_of_first_names(const std::vector<GraduateNames::FirstKey>& first_keys) {
  std::array<double, 3> sexes{};
  for (const auto& [key, level] : first_keys) {
    first_chance_[static_cast<unsigned>(level)] += index_.first_share(key);
    if (level != FirstLevel::same) continue;
    for (std::size_t sex = 0; sex < 3; ++sex)
      sexes[sex] += static_cast<double>(index_.sexes_of_first(key)[sex]);
  }
  first_known_ = first_chance_[0] > 0;
  // A first name in the middle's place, either way round.
  const std::uint32_t first = index_.given_keys().find(graduate_.first.first);
  const std::uint32_t middle = index_.given_keys().find(graduate_.middle);
  first_chance_[static_cast<unsigned>(FirstLevel::middle)] =
      (first != 0 ? index_.middle_share(first) : 0) +
      (middle != 0 && graduate_.middle.size() > 1 ? index_.first_share(middle) : 0);
  const double any = std::accumulate(first_chance_.begin(), first_chance_.end(), 0.0);
  first_chance_.back() = std::max(1 - any, 0.05);
  const auto sex = static_cast<std::size_t>(graduate_.sex);
  const double known = sexes[1] + sexes[2];
  const double overall =
      index_.sex_share(graduate_.sex) /
      std::max(index_.sex_share(GraduateSex::female) + index_.sex_share(GraduateSex::male), 1e-9);
  sex_chance_named_ = std::clamp((sexes[sex] + 2 * overall) / (known + 2), 0.002, 0.998);
}

void GraduateScorer::chances_of_middle() {
  if (graduate_.middle.empty()) return;
  middle_key_ = index_.given_keys().find(graduate_.middle);
  const double letter = index_.middle_initial_share(graduate_.middle.front());
  const std::uint32_t alone = index_.given_keys().find(graduate_.middle.substr(0, 1));
  const double initial_only = alone != 0 ? index_.middle_share(alone) : 0;
  const bool is_initial = graduate_.middle.size() == 1;
  const double same = middle_key_ != 0 ? index_.middle_share(middle_key_) : 0;
  middle_chance_[0] = same;
  middle_chance_[1] = is_initial ? letter - same : initial_only;
  middle_chance_[2] = is_initial ? 0 : letter - same - initial_only;
  middle_chance_[3] = index_.middle_missing_share();
  middle_chance_[4] = 1 - letter - middle_chance_[3];
  for (double& chance : middle_chance_) chance = std::max(chance, 0.0) + unseen_person / index_.persons();
}

void GraduateScorer::chances_of_groups() {
  if (!graduate_.graduation_year) return;
  const int base = std::max(*graduate_.graduation_year, npi_era);
  for (unsigned group = 0; group < taxonomy_groups; ++group) {
    const auto g = static_cast<TaxonomyGroup>(group);
    auto& chances = year_chance_[group];
    chances[year_missing] = index_.with_group_and_year(g, 0);
    for (int year = 1; year < 256; ++year)
      chances[year_bin(first_enumeration_year + year - base)] +=
          index_.with_group_and_year(g, static_cast<std::uint8_t>(year));
    for (double& chance : chances)
      chance = (chance + unseen_person) / (index_.with_group(g) + year_bins * unseen_person);
  }
}

Parameter GraduateScorer::first_parameter(SurnameLevel surname, FirstLevel level) const {
  return layout_.first(surname <= SurnameLevel::changed, first_known_, level);
}

double GraduateScorer::name_log_u(SurnameLevel surname, FirstLevel first) const {
  const auto& counts = counts_[static_cast<unsigned>(surname)];
  const double bearers = std::accumulate(counts.begin(), counts.end(), 0.0);
  const double others = std::max(bearers - 1, 0.0);
  const double with_first = std::max(counts[static_cast<unsigned>(first)] - 1, 0.0);
  const double of_surname = (others + unseen_person) / index_.persons();
  const double of_first =
      (with_first + toward_independence * first_chance_[static_cast<unsigned>(first)] + 1e-4) /
      (others + toward_independence);
  return std::log(of_surname) + std::log(of_first);
}

MiddleLevel GraduateScorer::middle_level(const PersonTraits& person) const {
  const std::uint32_t theirs = index_.given_whole(person.middle);
  if (theirs == 0) return MiddleLevel::missing;
  if (theirs == middle_key_) return MiddleLevel::same;
  const std::string& name = index_.given_keys().names[theirs];
  if (name.front() != graduate_.middle.front()) return MiddleLevel::different;
  return name.size() == 1 || graduate_.middle.size() == 1 ? MiddleLevel::initial : MiddleLevel::same_letter;
}

void GraduateScorer::put(GraduateEvidence& evidence, GraduateField field, Parameter parameter,
                         double chance) const {
  evidence.parameters[static_cast<unsigned>(field)] = parameter;
  evidence.log_u[static_cast<unsigned>(field)] = static_cast<float>(std::log(chance));
}

void GraduateScorer::put_middle(GraduateEvidence& evidence, const PersonTraits& person,
                                FirstLevel first) const {
  if (graduate_.middle.empty() || first == FirstLevel::middle) return;
  const MiddleLevel level = middle_level(person);
  put(evidence, GraduateField::middle, layout_.middle(level), middle_chance_[static_cast<unsigned>(level)]);
}

void GraduateScorer::put_generation(GraduateEvidence& evidence, const PersonTraits& person) const {
  const bool mine = graduate_.generation != Generation::none, theirs = person.generation != Generation::none;
  if (!mine && !theirs) return;
  const double share = std::clamp(index_.generation_share(), 1e-6, 0.5);
  GenerationLevel level = GenerationLevel::one_missing;
  double chance = mine ? 1 - share : share;
  if (mine && theirs) {
    level = mine && graduate_.generation == person.generation ? GenerationLevel::same
                                                              : GenerationLevel::different;
    chance = share / 2;
  } else if (!mine) {
    chance = 0.6;  // as among true pairs of which one side has none: says next to nothing
  }
  put(evidence, GraduateField::generation, layout_.generation(level), chance);
}

void GraduateScorer::put_sex(GraduateEvidence& evidence, const PersonTraits& person, FirstLevel first) const {
  if (graduate_.sex == GraduateSex::not_given || person.sex == 0) return;
  const bool same = person.sex == static_cast<std::uint8_t>(graduate_.sex);
  const bool named = first <= FirstLevel::initial && first != FirstLevel::initial;
  const double overall =
      index_.sex_share(graduate_.sex) /
      std::max(index_.sex_share(GraduateSex::female) + index_.sex_share(GraduateSex::male), 1e-9);
  const double chance = named ? sex_chance_named_ : std::clamp(overall, 0.01, 0.99);
  put(evidence, GraduateField::sex, layout_.sex(same ? SexLevel::same : SexLevel::different),
      same ? chance : 1 - chance);
}

void GraduateScorer::put_profession(GraduateEvidence& evidence, const PersonTraits& person) const {
  const unsigned says = credential_says(person.professions, graduate_.profession);
  const double chance =
      (index_.with_group_and_credential(person.group, graduate_.profession, says) + unseen_person) /
      index_.persons();
  put(evidence, GraduateField::profession, layout_.profession(graduate_.profession, person.group, says),
      chance);
  if (!graduate_.graduation_year) return;
  const int base = std::max(*graduate_.graduation_year, npi_era);
  const unsigned bin =
      person.year == 0 ? year_missing : year_bin(first_enumeration_year + person.year - base);
  put(evidence, GraduateField::year, layout_.year(graduate_.profession, early_, bin),
      year_chance_[static_cast<unsigned>(person.group)][bin]);
}

void GraduateScorer::put_place(GraduateEvidence& evidence, const PersonTraits& person) const {
  const unsigned context = place_context(graduate_);
  if (context == 0) return;
  const unsigned level = place_level(graduate_, index_.places()[person.places]);
  put(evidence, GraduateField::place, layout_.place(context, level), place_chance_[level]);
}

GraduateEvidence GraduateScorer::evidence(const PersonTraits& person, SurnameLevel surname,
                                          FirstLevel first) const {
  GraduateEvidence evidence;
  evidence.parameters[0] = surname_parameter(surname);
  evidence.parameters[1] = first_parameter(surname, first);
  // The joint chance stands with the first name; the surname's own part is shown with the surname.
  const double joint = name_log_u(surname, first);
  const auto& counts = counts_[static_cast<unsigned>(surname)];
  const double bearers = std::accumulate(counts.begin(), counts.end(), 0.0);
  const double of_surname = std::log((std::max(bearers - 1, 0.0) + unseen_person) / index_.persons());
  evidence.log_u[0] = static_cast<float>(of_surname);
  evidence.log_u[1] = static_cast<float>(joint - of_surname);
  put_middle(evidence, person, first);
  put_generation(evidence, person);
  put_sex(evidence, person, first);
  put_profession(evidence, person);
  put_place(evidence, person);
  return evidence;
}

double GraduateScorer::most_beyond_names(const std::vector<double>& log_m) const {
  double most = 1;  // sex and suffix
  if (!graduate_.middle.empty()) most += highest(middle_chance_, layout_.middle(MiddleLevel::same), log_m);
  double profession = 0;
  for (unsigned group = 0; group < taxonomy_groups; ++group) {
    const auto g = static_cast<TaxonomyGroup>(group);
    double year = 0;
    if (graduate_.graduation_year)
      year = highest(year_chance_[group], layout_.year(graduate_.profession, early_, 0), log_m);
    for (unsigned says = 0; says < 3; ++says) {
      const double persons = index_.with_group_and_credential(g, graduate_.profession, says);
      if (persons == 0) continue;
      profession = std::max(profession, log_m[layout_.profession(graduate_.profession, g, says)] -
                                            std::log(persons / index_.persons()) + year);
    }
  }
  const unsigned context = place_context(graduate_);
  if (context != 0) most += highest(place_chance_, layout_.place(context, 0), log_m);
  return most + profession;
}

}  // namespace smm::outcomes::linkage
