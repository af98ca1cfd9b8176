// SPDX-License-Identifier: Apache-2.0
// The comparisons between a graduate and a person of the registry, their levels and where each begins in the
// model. What every level means is in docs/methods/linkage.md.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "outcomes/linkage/evidence.hpp"
#include "outcomes/linkage/profession.hpp"
#include "outcomes/linkage/registry_index.hpp"

namespace smm::outcomes::linkage {

enum class GraduateField : std::uint8_t { surname, first, middle, generation, sex, profession, year, place };
inline constexpr unsigned graduate_fields = 8;
std::string_view name_of(GraduateField field);

// middle: stands in the middle name's place, as a maiden name may; swapped: first name and surname change
// places.
enum class SurnameLevel : std::uint8_t {
  same,
  changed,
  part,
  near,
  alike,
  remote,
  middle,
  swapped,
  different
};
inline constexpr unsigned surname_levels = 9;
// What first names are compared under: the surname is another one, resembles, agrees.
enum class SurnameCircumstance : std::uint8_t { differs, resembles, agrees };
SurnameCircumstance circumstance_of(SurnameLevel level);

enum class FirstLevel : std::uint8_t { same, nickname, initial, near, alike, middle, different };
inline constexpr unsigned first_levels = 7;

enum class MiddleLevel : std::uint8_t { same, initial, same_letter, missing, different };
// The first three when the roster gives one.
enum class GenerationLevel : std::uint8_t { same, missing, different, unexpected, neither };
enum class SexLevel : std::uint8_t { same, different };

// Enumeration year against graduation year, or against 2006 for earlier graduates: NPIs began in 2005.
inline constexpr unsigned year_bins = 15;
unsigned year_bin(int difference);
inline constexpr unsigned year_missing = year_bins - 1;
inline constexpr int npi_era = 2006;

// Four answers about licences times four about the school's state.
inline constexpr unsigned place_levels = 16;
unsigned place_level(const Graduate& graduate, const Places& places);
unsigned place_context(const Graduate& graduate);  // which answers can be had at all

// Levels of profession: taxonomy group times what the credential says.
inline constexpr unsigned profession_levels = taxonomy_groups * 3;

// Graduates whose share with a record is estimated together: of one profession and sex. Whoever changed the
// surname without trace is as good as absent, and that hits women more.
inline constexpr unsigned share_classes = professions * 3;
unsigned share_class_of(const Graduate& graduate);
std::string share_class_name(unsigned share_class);

// Parameters by field and circumstance.
class GraduateLayout {
 public:
  explicit GraduateLayout(const RegistryIndex* index);  // the registry's shares start the profession tables

  Parameter surname(unsigned rarity, GraduateSex sex, SurnameLevel level) const {
    return at(surname_[rarity][static_cast<std::size_t>(sex)], level);
  }
  Parameter first(SurnameCircumstance surname, bool known, FirstLevel level) const {
    return at(first_[static_cast<std::size_t>(surname)][known ? 1 : 0], level);
  }
  Parameter middle(MiddleLevel level) const { return at(middle_, level); }
  // Its two groups follow each other.
  Parameter generation(GenerationLevel level) const { return at(generation_, level); }
  Parameter sex(SexLevel level) const { return at(sex_, level); }
  Parameter profession(Profession profession, TaxonomyGroup group, unsigned says) const {
    return static_cast<Parameter>(profession_[static_cast<unsigned>(profession)] +
                                  static_cast<unsigned>(group) * 3 + says);
  }
  Parameter year(Profession profession, bool early, unsigned bin) const {
    return static_cast<Parameter>(year_[static_cast<unsigned>(profession)][early ? 1 : 0] + bin);
  }
  Parameter place(unsigned context, unsigned level) const {
    return static_cast<Parameter>(place_[context] + level);
  }

  const EvidenceLayout& evidence() const { return evidence_; }
  // The level's name, of any parameter.
  std::string level_name(Parameter parameter) const;

 private:
  void add_surnames();
  template <class Level>
  static Parameter at(Parameter first, Level level) {
    return static_cast<Parameter>(first + static_cast<unsigned>(level));
  }

  EvidenceLayout evidence_;
  std::array<std::array<Parameter, 3>, 3> surname_{};  // by rarity and sex
  std::array<std::array<Parameter, 2>, 3> first_{};
  Parameter middle_ = 0, generation_ = 0, sex_ = 0;
  std::array<Parameter, professions> profession_{};
  std::array<std::array<Parameter, 2>, professions> year_{};
  std::array<Parameter, 4> place_{};
};

}  // namespace smm::outcomes::linkage
