// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/graduate_levels.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace smm::outcomes::linkage {
namespace {

constexpr const char* surname_rarities[] = {"not in the registry", "rare", "common"};
constexpr const char* surname_circumstances[] = {", surname differs", ", surname resembles",
                                                 ", surname agrees"};

const std::vector<std::string> licence_answers = {"licensed there", "practices there", "neither",
                                                  "none given"};
const std::vector<std::string> school_answers = {"practices in the school's state",
                                                 "known in the school's state", "elsewhere", "none given"};

std::vector<std::string> place_level_names() {
  std::vector<std::string> names;
  for (const std::string& licence : licence_answers)
    for (const std::string& school : school_answers) names.push_back(licence + "; " + school);
  return names;
}

// Contexts: bit 0 licences given, bit 1 school's state given.
std::vector<double> place_start(unsigned context) {
  const double licence[2][4] = {{1e-9, 1e-9, 1e-9, 1}, {0.75, 0.08, 0.17, 1e-9}};
  const double school[2][4] = {{1e-9, 1e-9, 1e-9, 1}, {0.45, 0.1, 0.45, 1e-9}};
  std::vector<double> start;
  for (unsigned a = 0; a < 4; ++a)
    for (unsigned b = 0; b < 4; ++b)
      start.push_back(licence[context & 1][a] * school[context >> 1][b] + 1e-6);
  return start;
}

std::vector<std::string> profession_level_names() {
  std::vector<std::string> names;
  for (unsigned group = 0; group < taxonomy_groups; ++group)
    for (const char* says : {"credential agrees", "no credential", "credential differs"})
      names.push_back(std::string(name_of(static_cast<TaxonomyGroup>(group))) + "; " + says);
  return names;
}

// Two thirds where the profession belongs, a little among students, the rest as the registry has it.
std::vector<double> profession_start(Profession profession, const RegistryIndex* index) {
  std::vector<double> start(profession_levels, 0.02 / profession_levels);
  const double says[3] = {0.7, 0.2, 0.1};
  for (unsigned i = 0; i < 3; ++i) {
    start[static_cast<unsigned>(usual_group(profession)) * 3 + i] += 0.7 * says[i];
    start[static_cast<unsigned>(TaxonomyGroup::student) * 3 + i] += 0.13 * says[i];
  }
  if (index == nullptr) return start;
  for (unsigned group = 0; group < taxonomy_groups; ++group)
    for (unsigned i = 0; i < 3; ++i)
      start[group * 3 + i] +=
          (profession == Profession::other ? 5 : 0.15) *
          index->with_group_and_credential(static_cast<TaxonomyGroup>(group), profession, i) /
          index->persons();
  return start;
}

std::vector<std::string> year_level_names() {
  return {"6 or more years before",
          "3-5 years before",
          "2 years before",
          "1 year before",
          "same year",
          "1 year after",
          "2 years after",
          "3 years after",
          "4 years after",
          "5 years after",
          "6-7 years after",
          "8-10 years after",
          "11-15 years after",
          "16 or more years after",
          "not given"};
}

std::vector<double> year_start(bool early) {
  if (early)
    return {0.005, 0.005, 0.02, 0.4, 0.25, 0.2, 0.03, 0.02, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01};
  return {0.015, 0.03, 0.06, 0.12, 0.3, 0.18, 0.08, 0.06, 0.04, 0.03, 0.03, 0.02, 0.015, 0.01, 0.01};
}

}  // namespace

std::string_view name_of(GraduateField field) {
  constexpr std::string_view names[graduate_fields] = {"surname", "first_name", "middle_name", "suffix",
                                                       "sex",     "profession", "year",        "place"};
  return names[static_cast<unsigned>(field)];
}

unsigned year_bin(int difference) {
  constexpr int upper_ends[] = {-6, -3, -2, -1, 0, 1, 2, 3, 4, 5, 7, 10, 15};
  unsigned bin = 0;
  while (bin < std::size(upper_ends) && difference > upper_ends[bin]) ++bin;
  return bin;
}

unsigned place_context(const Graduate& graduate) {
  return (graduate.licence_states != 0 ? 1u : 0u) + (graduate.school_state != 0 ? 2u : 0u);
}

unsigned place_level(const Graduate& graduate, const Places& places) {
  const StateSet addresses = places.practice | places.mailing;
  unsigned licence = 3, school = 3;
  if (graduate.licence_states != 0) {
    licence = (graduate.licence_states & places.licences) != 0 ? 0
              : (graduate.licence_states & addresses) != 0     ? 1
                                                               : 2;
  }
  if (graduate.school_state != 0) {
    school = (graduate.school_state & places.practice) != 0                      ? 0
             : (graduate.school_state & (places.licences | places.mailing)) != 0 ? 1
                                                                                 : 2;
  }
  return licence * 4 + school;
}

unsigned share_class_of(const Graduate& graduate) {
  return static_cast<unsigned>(graduate.profession) * 3 + static_cast<unsigned>(graduate.sex);
}

std::string share_class_name(unsigned share_class) {
  constexpr const char* sexes[] = {"sex not given", "female", "male"};
  return std::string(name_of(static_cast<Profession>(share_class / 3))) + ", " + sexes[share_class % 3];
}

SurnameCircumstance circumstance_of(SurnameLevel level) {
  if (level <= SurnameLevel::changed) return SurnameCircumstance::agrees;
  return level <= SurnameLevel::remote ? SurnameCircumstance::resembles : SurnameCircumstance::differs;
}

void GraduateLayout::add_surnames() {
  const std::vector<std::string> levels = {"same",   "changed", "part",    "near",     "alike",
                                           "remote", "middle",  "swapped", "different"};
  const std::vector<double> start[3] = {{1e-6, 0.1, 0.15, 0.5, 0.1, 0.1, 0.01, 0.01, 0.05},
                                        {0.8, 0.05, 0.03, 0.05, 0.02, 0.02, 0.005, 0.003, 0.03},
                                        {0.88, 0.05, 0.02, 0.01, 0.005, 0.005, 0.005, 0.003, 0.03}};
  constexpr const char* sexes[] = {"", ", female", ", male"};
  for (unsigned rarity = 0; rarity < 3; ++rarity)
    for (unsigned sex = 0; sex < 3; ++sex)
      surname_[rarity][sex] = evidence_.add(
          {std::string("surname, ") + surname_rarities[rarity] + sexes[sex], levels, start[rarity], 5});
}

GraduateLayout::GraduateLayout(const RegistryIndex* index) {
  add_surnames();
  const std::vector<std::string> firsts = {"same",  "nickname", "initial",  "near",
                                           "alike", "middle",   "different"};
  for (unsigned surname = 0; surname < 3; ++surname)
    for (unsigned known = 0; known < 2; ++known)
      first_[surname][known] =
          evidence_.add({std::string("first name, ") + (known != 0 ? "known" : "not in the registry") +
                             surname_circumstances[surname],
                         firsts,
                         known != 0 ? std::vector<double>{0.85, 0.06, 0.02, 0.02, 0.01, 0.02, 0.02}
                                    : std::vector<double>{1e-6, 0.05, 0.05, 0.6, 0.1, 0.1, 0.1}});
  middle_ = evidence_.add({"middle name",
                           {"same", "initial", "same letter", "missing", "different"},
                           {0.45, 0.25, 0.02, 0.25, 0.03}});
  generation_ = evidence_.add({"suffix, given", {"same", "missing", "different"}, {0.6, 0.39, 0.01}});
  evidence_.add({"suffix, not given", {"unexpected", "neither"}, {0.02, 0.98}});
  sex_ = evidence_.add({"sex", {"same", "different"}, {0.985, 0.015}});
  for (unsigned p = 0; p < professions; ++p) {
    const auto profession = static_cast<Profession>(p);
    const std::string name(name_of(profession));
    profession_[p] = evidence_.add(
        {"profession, " + name, profession_level_names(), profession_start(profession, index), 4});
    for (unsigned early = 0; early < 2; ++early)
      year_[p][early] =
          evidence_.add({"enumeration year, " + name + (early != 0 ? ", graduated before 2005" : ""),
                         year_level_names(), year_start(early != 0), 2});
  }
  for (unsigned context = 0; context < 4; ++context)
    place_[context] = evidence_.add(
        {"place, context " + std::to_string(context), place_level_names(), place_start(context)});
}

std::string GraduateLayout::level_name(Parameter parameter) const {
  if (parameter == no_evidence) return "nothing to compare";
  std::size_t group = evidence_.groups().size() - 1;
  while (evidence_.first(group) > parameter) --group;
  return evidence_.groups()[group].levels[parameter - evidence_.first(group)];
}

}  // namespace smm::outcomes::linkage
