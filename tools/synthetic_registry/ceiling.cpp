// SPDX-License-Identifier: Apache-2.0
#include "ceiling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <sstream>
#include <unordered_map>
#include <vector>

#include "assumptions.hpp"
#include "invented_person.hpp"
#include "name_chances.hpp"
#include "registry_file.hpp"
#include "roster.hpp"

namespace synthetic {
namespace {

constexpr int first_year = 1975, year_count = 51, first_roster_year = 2001;
constexpr double hyphen_at_marriage = 0.2;  // as in invented_person.cpp
constexpr double licensed = 0.85;
constexpr double unseen_slip = 1e-6;  // of all surnames that slips give, one that nobody bears

struct GraduateRow {
  std::string id, last, former, suffix, credential, programme, school, licence;
  GivenNames given;
  int year = 0;
  bool female = false;
};

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, ',');) cells.push_back(cell);
  cells.resize(13);
  return cells;
}

std::vector<GraduateRow> rows_of(const std::string& csv) {
  std::vector<GraduateRow> rows;
  std::istringstream stream(csv);
  std::string line;
  std::getline(stream, line);
  while (std::getline(stream, line)) {
    const auto c = cells_of(line);
    rows.push_back(
        {c[0], c[1], c[5], c[4], c[6], c[7], c[9], c[10], {c[2], c[3]}, std::stoi(c[8]), c[11] == "F"});
  }
  return rows;
}

double year_share(int year) {
  const double k = year - first_year;
  return (2 * k + 1) / (year_count * year_count);
}

// That somebody of this year of graduation gets the number in that year.
double enumeration_chance(const Profession& profession, int graduated, int enumerated) {
  double chance = 0;
  for (int around = -1; around <= 1; ++around)
    chance += std::clamp(graduated + profession.years_to_number + around, 2005, 2026) == enumerated;
  return chance / 3;
}

// Names and numbers as they occur in the whole invented registry.
class InventedWorld {
 public:
  InventedWorld(std::uint64_t seed, std::uint64_t rows,
                const std::unordered_map<std::uint32_t, int>& wanted) {
    for (std::uint64_t row = 0; row < rows; ++row) {
      InventedPerson person = invent(seed, row);
      if (person.kind != RowKind::person) continue;
      count(person);
      if (wanted.contains(person.npi)) persons_.emplace(person.npi, std::move(person));
    }
  }

  const InventedPerson* find(std::uint32_t npi) const {
    const auto at = persons_.find(npi);
    return at == persons_.end() ? nullptr : &at->second;
  }
  double eligible() const { return eligible_; }

  // Of a surname as written, for somebody of whom nothing is known.
  double surname_share(const std::string& name) const {
    return (1 - assumed().typo) * birth_share(name) + assumed().typo * unseen_slip;
  }

  // Of given names as written, for anybody of this sex and year.
  double given_share(const GraduateRow& row) {
    const auto key = std::tuple(row.female, row.year, row.given.first, row.given.middle);
    const auto [at, is_new] = given_shares_.emplace(key, 0);
    if (!is_new) return at->second;
    const auto& firsts = firsts_[{row.female, row.year}];
    double all = 0;
    for (const auto& [name, count] : firsts) all += count;
    double share = 0;
    for (const auto& [first, count] : firsts) {
      share += count / all * (1 - assumed().middle_name) * given_chance(row.given, {first, ""});
      for (const auto& [middle, middle_count] : firsts) {
        const double both = count / all * assumed().middle_name * middle_count / all;
        share += both * assumed().middle_is_initial * given_chance(row.given, {first, middle.substr(0, 1)});
        share += both * (1 - assumed().middle_is_initial) * given_chance(row.given, {first, middle});
      }
    }
    return at->second = share;
  }

 private:
  void count(const InventedPerson& person) {
    ++all_;
    if (person.last.find('-') == std::string::npos) {
      ++surnames_[person.last];
      ++plain_;
    }
    if (person.graduation_year < first_roster_year) return;
    ++firsts_[{person.female, person.graduation_year}][std::string(person.first)];
    eligible_ += !person.profession->credential.empty();
  }

  double plain_share(const std::string& name) const {
    const auto at = surnames_.find(name);
    return at == surnames_.end() ? 0 : at->second / plain_;
  }
  double birth_share(const std::string& name) const {
    const std::size_t hyphen = name.find('-');
    if (hyphen == std::string::npos) return (1 - assumed().hyphenated) * plain_share(name);
    return assumed().hyphenated * plain_share(name.substr(0, hyphen)) * plain_share(name.substr(hyphen + 1));
  }

  std::unordered_map<std::string, double> surnames_;
  std::map<std::pair<bool, int>, std::map<std::string, double>> firsts_;
  std::map<std::tuple<bool, int, std::string, std::string>, double> given_shares_;
  std::unordered_map<std::uint32_t, InventedPerson> persons_;
  double all_ = 0, plain_ = 0, eligible_ = 0;
};

// Surnames at birth that a row of the registry may stand for, and the chance that it is an unrelated one.
struct BirthNames {
  std::vector<std::pair<std::string, double>> names;
  double unrelated = 0;
};

double married(bool female) {
  return female ? assumed().married_name_women : assumed().married_name_men;
}

BirthNames birth_names(const InventedPerson& person) {
  if (!person.other_last.empty())
    return {{{person.other_last == person.birth_last ? person.other_last : person.last, 1.0}}, 0};
  if (is_told_elsewhere(person.npi)) return {{{person.birth_last, 1.0}}, 0};
  const double untold = married(person.female) * (1 - assumed().former_name_in_registry);
  const double single = (1 - married(person.female)) * (1 - assumed().other_name);
  const std::size_t hyphen = person.last.find('-');
  const double shape = hyphen == std::string::npos ? 1 - assumed().hyphenated : assumed().hyphenated;
  const double kept = single * shape, unrelated = untold * (1 - hyphen_at_marriage) * shape;
  const double joined = hyphen == std::string::npos ? 0 : untold * hyphen_at_marriage;
  const double all = kept + unrelated + joined;
  BirthNames births{{{person.last, kept / all}}, unrelated / all};
  if (joined > 0) births.names.emplace_back(person.last.substr(0, hyphen), joined / all);
  return births;
}

class Weighing {
 public:
  explicit Weighing(InventedWorld& world) : world_(world) {}

  // Of the roster's row, for the person in this row of the registry.
  double chance(const GraduateRow& row, const InventedPerson& person) const {
    if (row.female != person.female || row.suffix != person.suffix || row.credential.empty() ||
        row.credential != person.profession->credential || row.programme != person.profession->programme)
      return 0;
    double all_years = 0;
    for (int year = first_year; year < first_year + year_count; ++year)
      all_years += year_share(year) * enumeration_chance(*person.profession, year, person.enumeration_year);
    const double years = year_share(row.year) *
                         enumeration_chance(*person.profession, row.year, person.enumeration_year) /
                         all_years;
    return years * place_chance(row, person) * name_chance(row, person);
  }

  // Of the roster's row, for somebody of whom nothing is known.
  double chance_of_nobody(const GraduateRow& row) const {
    double eligible_years = 0, profession = 0;
    for (int year = first_roster_year; year < first_year + year_count; ++year)
      eligible_years += year_share(year);
    profession = profession_share(row.credential);
    const double sex = row.female ? assumed().female : 1 - assumed().female;
    const double suffixes = row.female ? 1 : row.suffix.empty() ? 1 - assumed().suffix : assumed().suffix / 4;
    const double former = married(row.female) * assumed().former_name_in_roster;
    const double surname = row.former.empty()
                               ? (1 - former) * world_.surname_share(row.last)
                               : former * world_.surname_share(row.former) * world_.surname_share(row.last);
    return profession * sex * suffixes * year_share(row.year) / eligible_years * state_share(row.school) *
           licence_chance_of_nobody(row) * surname * world_.given_share(row);
  }

 private:
  static double moved(std::string_view from, std::string_view to) {
    return (from == to ? 1 - assumed().moved_state : 0) + assumed().moved_state * state_share(to);
  }

  static double licence_chance_of_nobody(const GraduateRow& row) {
    if (row.licence.empty()) return 1 - assumed().licence_in_roster * licensed;
    return assumed().licence_in_roster * licensed * moved(row.school, row.licence);
  }

  static double place_chance(const GraduateRow& row, const InventedPerson& person) {
    const std::string_view licence = person.taxonomies.front().state;
    const double shown = assumed().licence_in_roster;
    const double licences =
        row.licence.empty() ? 1 - (licence.empty() ? 0 : shown) : (row.licence == licence ? shown : 0);
    return licences * moved(person.practice.state, row.school);
  }

  double name_chance(const GraduateRow& row, const InventedPerson& person) const {
    const GivenNames own{std::string(person.first), person.middle};
    const double straight = surnames_chance(row, row.last, person) * given_chance(row.given, own);
    const double turned =
        surnames_chance(row, row.given.first, person) * given_chance({row.last, row.given.middle}, own);
    return (1 - assumed().swapped_names) * straight + assumed().swapped_names * turned;
  }

  double surnames_chance(const GraduateRow& row, const std::string& written,
                         const InventedPerson& person) const {
    const BirthNames births = birth_names(person);
    const double both = assumed().former_name_in_roster;
    double chance = 0;
    for (const auto& [birth, weight] : births.names) {
      const bool changed = birth != person.last;
      if (row.former.empty()) chance += weight * (changed ? 1 - both : 1) * surname_chance(written, birth);
      if (changed && row.former == birth) chance += weight * both * surname_chance(written, person.last);
    }
    const double unrelated =
        row.former.empty() ? (1 - both) * world_.surname_share(written)
                           : both * world_.surname_share(row.former) * surname_chance(written, person.last);
    return chance + births.unrelated * unrelated;
  }

  InventedWorld& world_;
};

std::vector<std::uint32_t> npis_in(const std::string& line) {
  std::vector<std::uint32_t> npis;
  const std::string key = "\"npi\":\"";
  for (std::size_t at = line.find(key); at != std::string::npos; at = line.find(key, at + 1))
    npis.push_back(static_cast<std::uint32_t>(std::stoul(line.substr(at + key.size(), 10))));
  return npis;
}

std::string best_link(const GraduateRow& row, const std::vector<std::uint32_t>& npis,
                      const InventedWorld& world, const Weighing& weighing) {
  // Half of the former names stand in the file of other names, and are retrieved.
  const double nobody = weighing.chance_of_nobody(row);
  const double unrelated = married(row.female) * (1 - assumed().former_name_in_registry) *
                           (1 - hyphen_at_marriage) * (1 - assumed().former_name_in_roster) / 2;
  double all = nobody * (assumed().absent + (1 - assumed().absent) * unrelated), best = 0;
  std::uint32_t best_npi = 0;
  for (const std::uint32_t npi : npis) {
    const InventedPerson* person = world.find(npi);
    if (person == nullptr) continue;
    const double chance = (1 - assumed().absent) * weighing.chance(row, *person) / world.eligible();
    all += chance;
    if (chance > best) best = chance, best_npi = npi;
  }
  if (best == 0) return row.id + ",,\n";
  return fmt::format("{},{},{:.6f}\n", row.id, best_npi, best / all);
}

}  // namespace

std::string best_possible_links(std::uint64_t seed, std::uint64_t rows, std::uint64_t graduates,
                                const std::string& explanations) {
  const std::vector<GraduateRow> roster = rows_of(invent_roster(seed, rows, graduates).roster);
  std::vector<std::vector<std::uint32_t>> candidates;
  std::unordered_map<std::uint32_t, int> wanted;
  std::istringstream lines(explanations);
  for (std::string line; std::getline(lines, line);) {
    candidates.push_back(npis_in(line));
    for (const std::uint32_t npi : candidates.back()) wanted[npi] = 1;
  }
  InventedWorld world(seed, rows, wanted);
  const Weighing weighing(world);
  std::string csv = "graduate_id,npi,probability\n";
  for (std::size_t i = 0; i < roster.size() && i < candidates.size(); ++i)
    csv += best_link(roster[i], candidates[i], world, weighing);
  return csv;
}

}  // namespace synthetic
