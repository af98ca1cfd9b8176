// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/graduate_scorer.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "outcomes/linkage/parallel.hpp"

namespace smm::outcomes::linkage {
namespace {

constexpr double years_alike = 30;
constexpr double unseen_person = 0.5;  // persons that a name not met is worth

// The first name is borne, not merely hinted at: it tells the sex.
bool is_named(FirstLevel first) {
  return first == FirstLevel::same || first == FirstLevel::nickname;
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

GraduateScorer::GraduateScorer(const ScoringGround& ground, const Graduate& graduate,
                               const std::vector<GraduateNames::FirstKey>& first_keys)
    : ground_(ground),
      index_(ground.index),
      layout_(ground.layout),
      graduate_(graduate),
      surname_as_given_(index_.given_keys().find(graduate.last.whole)),
      former_as_given_(index_.given_keys().find(graduate.former.whole)),
      place_chance_(ground.places.of(graduate)) {
  const auto bearers_of = [&](const std::string& surname) {
    double bearers = 0;
    if (const std::uint32_t key = index_.surname_keys().find(surname); key != 0)
      for (const Code code : index_.wholes(key))
        bearers += static_cast<double>(index_.with_last(code).size());
    return bearers;
  };
  const double bearers = bearers_of(graduate.last.whole);
  rarity_ = bearers == 0 ? 0 : bearers * 20000 <= index_.persons() ? 1 : 2;
  if (surname_as_given_ != 0)
    swapped_chance_ =
        bearers_of(graduate.first.whole) / index_.persons() * index_.first_share(surname_as_given_);
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
    same_first_keys_.push_back(key);
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
  bin_of_year_[0] = year_missing;
  for (int year = 1; year < 256; ++year)
    bin_of_year_[static_cast<std::size_t>(year)] =
        static_cast<std::uint8_t>(year_bin(first_enumeration_year + year - base));
  for (unsigned group = 0; group < taxonomy_groups; ++group) {
    const auto g = static_cast<TaxonomyGroup>(group);
    for (const std::uint32_t key : same_first_keys_)
      for (unsigned year = 0; year < FirstNamePostings::years; ++year) {
        const auto named = static_cast<double>(ground_.first_names.with(key, group, year).size());
        named_in_year_[group][bin_of_year_[year]] += named;
        named_in_group_[group] += named;
      }
    auto& chances = year_chance_[group];
    for (unsigned year = 0; year < bin_of_year_.size(); ++year)
      chances[bin_of_year_[year]] += index_.with_group_and_year(g, static_cast<std::uint8_t>(year));
    for (double& chance : chances)
      chance = (chance + unseen_person) / (index_.with_group(g) + year_bins * unseen_person);
  }
}

double GraduateScorer::year_chance(unsigned group, unsigned bin, bool named) const {
  const double chance = year_chance_[group][bin];
  if (!named) return chance;
  return (std::max(named_in_year_[group][bin] - 1, 0.0) + years_alike * chance) /
         (std::max(named_in_group_[group] - 1, 0.0) + years_alike);
}

// The sex that a person's profession is taken to go with; 0 where one side does not tell it.
unsigned GraduateScorer::told_sex(const PersonTraits& person) const {
  return graduate_.sex == GraduateSex::not_given ? 0 : person.sex;
}

double GraduateScorer::profession_chance(unsigned sex, TaxonomyGroup group, unsigned says) const {
  if (sex == 0)
    return (index_.with_group_and_credential(group, graduate_.profession, says) + unseen_person) /
           index_.persons();
  const auto of = static_cast<GraduateSex>(sex);
  return (index_.with_group_and_credential(group, graduate_.profession, says, of) + unseen_person) /
         (index_.with_sex(of) + unseen_person);
}

bool GraduateScorer::surname_is_middle(const PersonTraits& person) const {
  const std::uint32_t middle = index_.given_whole(person.middle);
  return middle != 0 && (middle == surname_as_given_ || middle == former_as_given_) &&
         !index_.is_initial(person.middle);
}

bool GraduateScorer::has_own_middle(SurnameLevel surname, FirstLevel first) {
  return first != FirstLevel::middle && surname != SurnameLevel::middle;
}

Parameter GraduateScorer::first_parameter(SurnameLevel surname, FirstLevel level) const {
  if (surname == SurnameLevel::swapped) return no_evidence;
  return layout_.first(circumstance_of(surname), first_known_, level);
}

double GraduateScorer::surname_log_u(SurnameLevel level) const {
  const double unseen = unseen_person / index_.persons();
  if (level == SurnameLevel::different) return 0;
  if (level == SurnameLevel::middle)
    return std::log(index_.middle_share(surname_as_given_) + index_.middle_share(former_as_given_) + unseen);
  const auto& counts = counts_[static_cast<unsigned>(level)];
  const double others = std::max(std::accumulate(counts.begin(), counts.end(), 0.0) - 1, 0.0);
  if (level == SurnameLevel::swapped) return std::log(others / index_.persons() + swapped_chance_ + unseen);
  return std::log((others + unseen_person) / index_.persons());
}

double GraduateScorer::name_weight(const std::vector<double>& log_m, SurnameLevel surname,
                                   FirstLevel first) const {
  return log_m[surname_parameter(surname)] + log_m[first_parameter(surname, first)] -
         name_log_u(surname, first);
}

double GraduateScorer::name_log_u(SurnameLevel surname, FirstLevel first) const {
  const double of_surname = surname_log_u(surname);
  if (surname == SurnameLevel::swapped) return of_surname;
  const double alone = first_chance_[static_cast<unsigned>(first)] + 1e-5;
  if (circumstance_of(surname) == SurnameCircumstance::differs) return of_surname + std::log(alone);
  const auto& counts = counts_[static_cast<unsigned>(surname)];
  const double others = std::max(std::accumulate(counts.begin(), counts.end(), 0.0) - 1, 0.0);
  const double with_first = std::max(counts[static_cast<unsigned>(first)] - 1, 0.0);
  const double worth = ground_.worth_of_independence;
  return of_surname + std::log((with_first + worth * alone) / (others + worth));
}

MiddleLevel GraduateScorer::middle_level(const PersonTraits& person) const {
  const char letter = index_.initial(person.middle);
  if (letter == '\0') return MiddleLevel::missing;
  if (letter != graduate_.middle.front()) return MiddleLevel::different;
  if (index_.given_whole(person.middle) == middle_key_) return MiddleLevel::same;
  return index_.is_initial(person.middle) || graduate_.middle.size() == 1 ? MiddleLevel::initial
                                                                          : MiddleLevel::same_letter;
}

GenerationLevel GraduateScorer::generation_level(const PersonTraits& person) const {
  const bool theirs = person.generation != Generation::none;
  if (graduate_.generation == Generation::none)
    return theirs ? GenerationLevel::unexpected : GenerationLevel::neither;
  if (!theirs) return GenerationLevel::missing;
  return person.generation == graduate_.generation ? GenerationLevel::same : GenerationLevel::different;
}

double GraduateScorer::generation_chance(GenerationLevel level) const {
  const double share = std::clamp(index_.generation_share(), 1e-6, 0.5);
  if (level == GenerationLevel::missing || level == GenerationLevel::neither) return 1 - share;
  return level == GenerationLevel::unexpected ? share : share / 2;
}

double GraduateScorer::sex_chance(bool same, FirstLevel first) const {
  const double known = index_.sex_share(GraduateSex::female) + index_.sex_share(GraduateSex::male);
  const double overall = std::clamp(index_.sex_share(graduate_.sex) / std::max(known, 1e-9), 0.01, 0.99);
  const double chance = is_named(first) ? sex_chance_named_ : overall;
  return same ? chance : 1 - chance;
}

void GraduateScorer::put(GraduateEvidence& evidence, GraduateField field, Parameter parameter,
                         double chance) {
  evidence.parameters[static_cast<unsigned>(field)] = parameter;
  evidence.log_u[static_cast<unsigned>(field)] = static_cast<float>(std::log(chance));
}

void GraduateScorer::put_middle(GraduateEvidence& evidence, const PersonTraits& person) const {
  if (graduate_.middle.empty()) return;
  const MiddleLevel level = middle_level(person);
  put(evidence, GraduateField::middle, layout_.middle(level), middle_chance_[static_cast<unsigned>(level)]);
}

void GraduateScorer::put_generation(GraduateEvidence& evidence, const PersonTraits& person) const {
  const GenerationLevel level = generation_level(person);
  put(evidence, GraduateField::generation, layout_.generation(level), generation_chance(level));
}

void GraduateScorer::put_sex(GraduateEvidence& evidence, const PersonTraits& person, FirstLevel first) const {
  if (graduate_.sex == GraduateSex::not_given || person.sex == 0) return;
  const bool same = person.sex == static_cast<std::uint8_t>(graduate_.sex);
  put(evidence, GraduateField::sex, layout_.sex(same ? SexLevel::same : SexLevel::different),
      sex_chance(same, first));
}

void GraduateScorer::put_profession(GraduateEvidence& evidence, const PersonTraits& person,
                                    FirstLevel first) const {
  const unsigned says = credential_says(person.professions, graduate_.profession);
  put(evidence, GraduateField::profession, layout_.profession(graduate_.profession, person.group, says),
      profession_chance(told_sex(person), person.group, says));
  if (!graduate_.graduation_year) return;
  const int base = std::max(*graduate_.graduation_year, npi_era);
  const unsigned bin =
      person.year == 0 ? year_missing : year_bin(first_enumeration_year + person.year - base);
  put(evidence, GraduateField::year, layout_.year(graduate_.profession, early_, bin),
      year_chance(static_cast<unsigned>(person.group), bin, is_named(first)));
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
  const double of_surname = surname_log_u(surname);
  evidence.log_u[0] = static_cast<float>(of_surname);
  evidence.log_u[1] = static_cast<float>(joint - of_surname);
  if (has_own_middle(surname, first)) put_middle(evidence, person);
  put_generation(evidence, person);
  put_sex(evidence, person, first);
  put_profession(evidence, person, first);
  put_place(evidence, person);
  return evidence;
}

void GraduateScorer::prepare_groups(const std::vector<double>& log_m) {
  double most = 0;
  for (unsigned group = 0; group < taxonomy_groups; ++group) {
    const auto g = static_cast<TaxonomyGroup>(group);
    if (index_.with_group(g) == 0) continue;
    double best_year = graduate_.graduation_year ? -100 : 0;
    for (unsigned bin = 0; bin < year_bins && graduate_.graduation_year; ++bin)
      for (unsigned named = 0; named < 2; ++named) {
        const double weight = log_m[layout_.year(graduate_.profession, early_, bin)] -
                              std::log(year_chance(group, bin, named != 0));
        year_weight_[named][group][bin] = static_cast<float>(weight);
        best_year = std::max(best_year, weight);
      }
    best_profession_[group] = -100;
    for (unsigned says = 0; says < 3; ++says)
      for (unsigned sex = 0; sex < 3; ++sex) {
        const double weight = log_m[layout_.profession(graduate_.profession, g, says)] -
                              std::log(profession_chance(sex, g, says));
        profession_weight_[sex][group][says] = static_cast<float>(weight);
        if (index_.with_group_and_credential(g, graduate_.profession, says) > 0)
          best_profession_[group] = std::max(best_profession_[group], weight);
      }
    most = std::max(most, best_profession_[group] + best_year);
  }
  most_beyond_groups_ = most_beyond_names_;
  most_beyond_names_ += most;
}

void GraduateScorer::prepare(const std::vector<double>& log_m) {
  most_beyond_names_ = 0;
  const auto fill = [&](auto& weights, Parameter first, const auto& chance_of) {
    double best = 0;
    for (unsigned level = 0; level < weights.size(); ++level) {
      const double chance = chance_of(level);
      if (chance <= 0) continue;
      weights[level] = static_cast<float>(log_m[first + level] - std::log(chance));
      best = std::max(best, static_cast<double>(weights[level]));
    }
    most_beyond_names_ += best;
  };
  if (!graduate_.middle.empty())
    fill(middle_weight_, layout_.middle(MiddleLevel::same),
         [&](unsigned level) { return middle_chance_[level]; });
  fill(generation_weight_, layout_.generation(GenerationLevel::same),
       [&](unsigned level) { return generation_chance(static_cast<GenerationLevel>(level)); });
  if (const unsigned context = place_context(graduate_); context != 0)
    fill(place_weight_, layout_.place(context, 0), [&](unsigned level) { return place_chance_[level]; });
  if (graduate_.sex != GraduateSex::not_given) {
    for (unsigned named = 0; named < 2; ++named)
      for (unsigned differs = 0; differs < 2; ++differs)
        sex_weight_[differs][named] = static_cast<float>(
            log_m[layout_.sex(static_cast<SexLevel>(differs))] -
            std::log(sex_chance(differs == 0, named != 0 ? FirstLevel::same : FirstLevel::different)));
    most_beyond_names_ += std::max(static_cast<double>(std::max(sex_weight_[0][0], sex_weight_[0][1])), 0.0);
  }
  prepare_groups(log_m);
}

double GraduateScorer::most_beyond_names(unsigned group, unsigned year) const {
  return most_beyond_groups_ + best_profession_[group] +
         static_cast<double>(year_weight_[1][group][bin_of_year_[year]]);
}

double GraduateScorer::weight_beyond_names(const PersonTraits& person, SurnameLevel surname,
                                           FirstLevel first) const {
  const auto group = static_cast<std::size_t>(person.group);
  float weight =
      profession_weight_[told_sex(person)][group][credential_says(person.professions, graduate_.profession)] +
      year_weight_[is_named(first) ? 1 : 0][group][bin_of_year_[person.year]] +
      generation_weight_[static_cast<std::size_t>(generation_level(person))];
  if (!graduate_.middle.empty() && has_own_middle(surname, first))
    weight += middle_weight_[static_cast<std::size_t>(middle_level(person))];
  if (graduate_.sex != GraduateSex::not_given && person.sex != 0)
    weight +=
        sex_weight_[person.sex != static_cast<std::uint8_t>(graduate_.sex) ? 1 : 0][is_named(first) ? 1 : 0];
  if (place_context(graduate_) != 0)
    weight += place_weight_[place_level(graduate_, index_.places()[person.places])];
  return static_cast<double>(weight);
}

}  // namespace smm::outcomes::linkage
