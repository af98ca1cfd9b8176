// SPDX-License-Identifier: Apache-2.0
// A snapshot as linkage walks it: what is compared of each person, packed into 24 bytes, and persons of one
// surname next to each other; folded names; and how often everything occurs. Made once per run from a
// snapshot (a few tenths of a second for the whole country), which must outlive it.
//
// A surname code may be reached under several spellings: the folded whole, and each part of a double surname.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "outcomes/linkage/profession.hpp"
#include "outcomes/linkage/roster.hpp"
#include "outcomes/registry/snapshot.hpp"

namespace smm::outcomes::linkage {

using registry::Code;
using registry::Row;

inline constexpr int first_enumeration_year = 1990;

struct PersonTraits {
  Row row = 0;
  Code first = 0;
  Code middle = 0;
  std::uint32_t places = 0;       // index into RegistryIndex::places
  std::uint16_t professions = 0;  // bits that the credential names
  TaxonomyGroup group = TaxonomyGroup::none;
  std::uint8_t year = 0;  // of enumeration, from first_enumeration_year on; 0: not given
  std::uint8_t sex = 0;   // GraduateSex
  Generation generation = Generation::none;
};

// States of one person, and how many persons have just these.
struct Places {
  StateSet licences = 0;
  StateSet practice = 0;
  StateSet mailing = 0;
  double persons = 0;
};

// Distinct folded names and where they stand.
struct NameKeys {
  std::vector<std::string> names;                            // by key; 0 is the empty name
  std::unordered_map<std::string_view, std::uint32_t> keys;  // views into names
  std::uint32_t find(std::string_view name) const;           // 0 when it is not there
};

class RegistryIndex {
 public:
  RegistryIndex(const registry::Snapshot& snapshot, unsigned threads);
  RegistryIndex(const RegistryIndex&) = delete;

  const registry::Snapshot& snapshot() const { return snapshot_; }
  double persons() const { return static_cast<double>(snapshot_.persons()); }

  // Persons with this surname code, by row.
  std::span<const PersonTraits> with_last(Code code) const {
    return {&traits_[block_[code]], block_[code + 1] - block_[code]};
  }
  // All persons, those of one surname next to each other.
  std::span<const PersonTraits> traits() const { return traits_; }
  const PersonTraits& of_row(Row row) const { return traits_[position_[row]]; }
  Code last_of(Row row) const { return snapshot_.last(row); }

  const NameKeys& surname_keys() const { return surnames_; }
  const NameKeys& given_keys() const { return given_; }
  // Surname codes whose whole name, or one of whose parts, is this key.
  const std::vector<Code>& wholes(std::uint32_t key) const { return whole_codes_[key]; }
  const std::vector<Code>& parts(std::uint32_t key) const { return part_codes_[key]; }
  // By given name code: key of the first word, and of the whole without spaces.
  std::uint32_t given_first(Code code) const { return given_first_[code]; }
  std::uint32_t given_whole(Code code) const { return given_whole_[code]; }
  // Codes whose whole is this key; whose first word it is, and the whole another.
  const std::vector<Code>& codes_of_first(std::uint32_t key) const { return codes_of_first_[key]; }
  const std::vector<Code>& codes_of_whole(std::uint32_t key) const { return codes_of_whole_[key]; }
  // First letter of the name, by code, and whether it is nothing but a letter.
  char initial(Code code) const { return initial_[code]; }
  bool is_initial(Code code) const { return is_initial_[code] != 0; }

  const std::vector<Places>& places() const { return places_; }

  // Shares of all persons.
  double middle_share(std::uint32_t key) const { return middle_with_key_[key] / persons(); }
  double middle_initial_share(char initial) const {
    return middle_with_initial_[static_cast<unsigned char>(initial)] / persons();
  }
  double middle_missing_share() const { return middle_missing_ / persons(); }
  double sex_share(GraduateSex sex) const { return sex_[static_cast<std::size_t>(sex)] / persons(); }
  // Of persons with this first name: how many of each sex.
  const std::array<float, 3>& sexes_of_first(std::uint32_t given_key) const {
    return sex_by_first_[given_key];
  }
  double first_share(std::uint32_t given_key) const { return first_with_key_[given_key] / persons(); }
  double generation_share() const { return with_generation_ / persons(); }
  // Persons of a taxonomy group by year of enumeration, and by whether the credential names a profession
  // (0 names it, 1 names none that is known, 2 names others).
  double with_group_and_year(TaxonomyGroup group, std::uint8_t year) const {
    return group_year_[static_cast<std::size_t>(group)][year];
  }
  double with_group(TaxonomyGroup group) const { return group_[static_cast<std::size_t>(group)]; }
  double with_group_and_credential(TaxonomyGroup group, Profession profession, unsigned says) const {
    double sum = 0;
    for (unsigned sex = 0; sex < 3; ++sex)
      sum += with_group_and_credential(group, profession, says, static_cast<GraduateSex>(sex));
    return sum;
  }
  double with_group_and_credential(TaxonomyGroup group, Profession profession, unsigned says,
                                   GraduateSex sex) const {
    return group_credential_[static_cast<std::size_t>(sex)][static_cast<std::size_t>(profession)]
                            [static_cast<std::size_t>(group)][says];
  }
  double with_sex(GraduateSex sex) const { return sex_[static_cast<std::size_t>(sex)]; }

 private:
  void fold_surnames();
  void fold_given_names();
  void pack_persons();
  void count_persons();

  const registry::Snapshot& snapshot_;
  std::vector<std::uint32_t> block_;  // by surname code: first of its traits
  std::vector<PersonTraits> traits_;
  std::vector<std::uint32_t> position_;  // by row
  NameKeys surnames_, given_;
  std::vector<std::vector<Code>> whole_codes_, part_codes_;
  std::vector<std::uint32_t> given_first_, given_whole_;
  std::vector<std::vector<Code>> codes_of_first_, codes_of_whole_;
  std::vector<char> initial_;
  std::vector<std::uint8_t> is_initial_;
  std::vector<Places> places_;
  std::vector<double> middle_with_key_, first_with_key_;
  std::array<double, 256> middle_with_initial_{};
  double middle_missing_ = 0, with_generation_ = 0;
  std::array<double, 3> sex_{};
  std::vector<std::array<float, 3>> sex_by_first_;
  std::array<std::array<double, 256>, taxonomy_groups> group_year_{};
  std::array<double, taxonomy_groups> group_{};
  std::array<std::array<std::array<std::array<double, 3>, taxonomy_groups>, professions>, 3>
      group_credential_{};  // by sex
};

// What a credential says of a profession: 0 names it, 1 names none that is known, 2 names others.
inline unsigned credential_says(std::uint16_t named, Profession profession) {
  if (named == 0) return 1;
  return (static_cast<unsigned>(named) >> static_cast<unsigned>(profession) & 1U) != 0 ? 0 : 2;
}

}  // namespace smm::outcomes::linkage
