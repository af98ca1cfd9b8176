// SPDX-License-Identifier: Apache-2.0
// Evidence between one graduate and persons of the registry: level parameters and log u by field. Internal to
// linkage.
//
// u of each level is the share of the whole registry at that level for this graduate's own values. Surname
// and first name have a joint u: of the persons at a level of the surname, the share at a level of the first
// name, counted, without the candidate itself, and drawn to independence by as much as twenty persons.
#pragma once

#include <array>
#include <vector>

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

class GraduateScorer {
 public:
  GraduateScorer(const RegistryIndex& index, const GraduateLayout& layout, const PlaceChances& places,
                 const Graduate& graduate, const std::vector<GraduateNames::FirstKey>& first_keys);

  // Once all persons were counted.
  void set_name_counts(const NameCounts& counts) { counts_ = counts; }

  GraduateEvidence evidence(const PersonTraits& person, SurnameLevel surname, FirstLevel first) const;

  // Weighs under these m from now on.
  void prepare(const std::vector<double>& log_m);
  // The weight of all fields but surname and first name, by tables made in prepare().
  double weight_beyond_names(const PersonTraits& person, FirstLevel first) const;
  // The highest that can be.
  double most_beyond_names() const { return most_beyond_names_; }
  double name_log_u(SurnameLevel surname, FirstLevel first) const;
  Parameter surname_parameter(SurnameLevel level) const { return layout_.surname(rarity_, level); }
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
  static void put(GraduateEvidence& evidence, GraduateField field, Parameter parameter, double chance);
  void put_middle(GraduateEvidence& evidence, const PersonTraits& person, FirstLevel first) const;
  void put_generation(GraduateEvidence& evidence, const PersonTraits& person) const;
  void put_sex(GraduateEvidence& evidence, const PersonTraits& person, FirstLevel first) const;
  void put_profession(GraduateEvidence& evidence, const PersonTraits& person) const;
  void put_place(GraduateEvidence& evidence, const PersonTraits& person) const;

  const RegistryIndex& index_;
  const GraduateLayout& layout_;
  const Graduate& graduate_;
  unsigned rarity_ = 0;
  bool first_known_ = false;
  bool early_ = false;
  std::uint32_t middle_key_ = 0;
  NameCounts counts_{};
  std::array<double, first_levels> first_chance_{};
  std::array<double, 5> middle_chance_{};
  double sex_chance_named_ = 0.5;  // of this sex among persons of the first name
  std::array<std::array<double, year_bins>, taxonomy_groups> year_chance_{};
  const std::array<double, place_levels>& place_chance_;
  std::array<std::uint8_t, 256> bin_of_year_{};
  // Weights by level.
  std::array<float, 5> middle_weight_{};
  std::array<float, 5> generation_weight_{};
  std::array<std::array<float, 2>, 2> sex_weight_{};  // same or not, the first name agrees or not
  std::array<std::array<float, 3>, taxonomy_groups> profession_weight_{};
  std::array<std::array<float, year_bins>, taxonomy_groups> year_weight_{};
  std::array<float, place_levels> place_weight_{};
  double most_beyond_names_ = 0;
};

}  // namespace smm::outcomes::linkage
