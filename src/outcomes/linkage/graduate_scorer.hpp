// SPDX-License-Identifier: Apache-2.0
// Evidence between one graduate and persons of the registry: level parameters and log u by field. Internal to
// linkage.
//
// u of each level is the share of the whole registry at that level for this graduate's own values. What goes
// together in life has a joint u, counted without the candidate itself:
//   first name given surname        drawn to independence as far as this registry says (name_dependence.hpp)
//   year of enumeration given group of taxonomy, and given first name where that agrees (names have their
//                                   decades), drawn to the group's own by as much as `years_alike` persons
//   profession given sex            where both sexes are told
#pragma once

#include <array>
#include <vector>

#include "outcomes/linkage/first_name_postings.hpp"
#include "outcomes/linkage/graduate_levels.hpp"
#include "outcomes/linkage/graduate_names.hpp"

namespace smm::outcomes::linkage {

struct GraduateEvidence {
  std::array<Parameter, graduate_fields> parameters{};
  std::array<float, graduate_fields> log_u{};
};

// Shares of all persons by place level, for each distinct pair of licence states and school's state; made
// once.
class PlaceChances {
 public:
  PlaceChances(const RegistryIndex& index, const std::vector<Graduate>& graduates, unsigned threads);
  const std::array<double, place_levels>& of(const Graduate& graduate) const;

 private:
  struct Hash {
    std::size_t operator()(const std::pair<StateSet, StateSet>& key) const {
      return (key.first * 0x9E3779B97F4A7C15u) ^ (key.second * 0xD6E8FEB86659FD93u);
    }
  };
  std::unordered_map<std::pair<StateSet, StateSet>, std::array<double, place_levels>, Hash> chances_;
};

// How many of the persons that the graduate's surname leads to stand at each level of both names.
using NameCounts = std::array<std::array<double, first_levels>, surname_levels>;

// What all graduates are scored by; made once.
struct ScoringGround {
  const RegistryIndex& index;
  const GraduateLayout& layout;
  const PlaceChances& places;
  const FirstNamePostings& first_names;
  double worth_of_independence = 20;
};

class GraduateScorer {
 public:
  GraduateScorer(const ScoringGround& ground, const Graduate& graduate,
                 const std::vector<GraduateNames::FirstKey>& first_keys);

  // Once all persons were counted.
  void set_name_counts(const NameCounts& counts) { counts_ = counts; }

  GraduateEvidence evidence(const PersonTraits& person, SurnameLevel surname, FirstLevel first) const;

  // Weighs under these m from now on.
  void prepare(const std::vector<double>& log_m);
  // The weight of all fields but surname and first name, by tables made in prepare().
  double weight_beyond_names(const PersonTraits& person, SurnameLevel surname, FirstLevel first) const;
  // The highest that can be; likewise for persons of this first name, taxonomy group and year.
  double most_beyond_names() const { return most_beyond_names_; }
  double most_beyond_names(unsigned group, unsigned year) const;
  double name_log_u(SurnameLevel surname, FirstLevel first) const;
  double name_weight(const std::vector<double>& log_m, SurnameLevel surname, FirstLevel first) const;
  Parameter surname_parameter(SurnameLevel level) const {
    return layout_.surname(rarity_, graduate_.sex, level);
  }
  // Keys of given names that are this graduate's first name, and the person's surname is in the middle.
  const std::vector<std::uint32_t>& same_first_keys() const { return same_first_keys_; }
  bool surname_is_middle(const PersonTraits& person) const;
  Parameter first_parameter(SurnameLevel surname, FirstLevel level) const;

 private:
  void chances_of_first_names(const std::vector<GraduateNames::FirstKey>& first_keys);
  void chances_of_middle();
  void chances_of_groups();
  MiddleLevel middle_level(const PersonTraits& person) const;
  GenerationLevel generation_level(const PersonTraits& person) const;
  double generation_chance(GenerationLevel level) const;
  double sex_chance(bool same, FirstLevel first) const;
  void prepare_groups(const std::vector<double>& log_m);
  double surname_log_u(SurnameLevel level) const;
  double year_chance(unsigned group, unsigned bin, bool named) const;
  double profession_chance(unsigned sex, TaxonomyGroup group, unsigned says) const;
  unsigned told_sex(const PersonTraits& person) const;
  static bool has_own_middle(SurnameLevel surname, FirstLevel first);
  static void put(GraduateEvidence& evidence, GraduateField field, Parameter parameter, double chance);
  void put_middle(GraduateEvidence& evidence, const PersonTraits& person) const;
  void put_generation(GraduateEvidence& evidence, const PersonTraits& person) const;
  void put_sex(GraduateEvidence& evidence, const PersonTraits& person, FirstLevel first) const;
  void put_profession(GraduateEvidence& evidence, const PersonTraits& person, FirstLevel first) const;
  void put_place(GraduateEvidence& evidence, const PersonTraits& person) const;

  const ScoringGround& ground_;
  const RegistryIndex& index_;
  const GraduateLayout& layout_;
  const Graduate& graduate_;
  std::vector<std::uint32_t> same_first_keys_;
  std::uint32_t surname_as_given_ = 0, former_as_given_ = 0;  // keys of given names
  double swapped_chance_ = 0;
  unsigned rarity_ = 0;
  bool first_known_ = false;
  bool early_ = false;
  std::uint32_t middle_key_ = 0;
  NameCounts counts_{};
  std::array<double, first_levels> first_chance_{};
  std::array<double, 5> middle_chance_{};
  double sex_chance_named_ = 0.5;  // of this sex among persons of the first name
  // Of the group; and how many of this first name.
  std::array<std::array<double, year_bins>, taxonomy_groups> year_chance_{}, named_in_year_{};
  std::array<double, taxonomy_groups> named_in_group_{};
  const std::array<double, place_levels>& place_chance_;
  std::array<std::uint8_t, 256> bin_of_year_{};
  // Weights by level.
  std::array<float, 5> middle_weight_{};
  std::array<float, 5> generation_weight_{};
  std::array<std::array<float, 2>, 2> sex_weight_{};  // same or not, the first name agrees or not
  std::array<std::array<std::array<float, 3>, taxonomy_groups>, 3> profession_weight_{};    // by sex
  std::array<std::array<std::array<float, year_bins>, taxonomy_groups>, 2> year_weight_{};  // by is_named
  std::array<double, taxonomy_groups> best_profession_{};
  double most_beyond_groups_ = 0;
  std::array<float, place_levels> place_weight_{};
  double most_beyond_names_ = 0;
};

}  // namespace smm::outcomes::linkage
