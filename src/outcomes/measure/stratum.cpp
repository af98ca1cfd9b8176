// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/stratum.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "base/assert.hpp"
#include "outcomes/measure/cohort.hpp"

namespace smm::outcomes::measure {
namespace {

constexpr std::array stratum_facts{Fact::programme,    Fact::sex,
                                   Fact::urm,          Fact::first_generation,
                                   Fact::rural_origin, Fact::disadvantaged,
                                   Fact::disability,   Fact::state_resident,
                                   Fact::role,         Fact::pathway_completed,
                                   Fact::low_income,   Fact::graduation_year,
                                   Fact::exposures};

// Values of a column as small numbers: yes, no and unknown; a choice; a year; a list of exposures.
constexpr std::uint32_t not_known = 0;

std::uint32_t code_in(const Person& person, Fact fact) {
  switch (fact) {
    case Fact::sex:
      return person.sex ? 1 + static_cast<std::uint32_t>(*person.sex) : not_known;
    case Fact::role:
      return 1 + static_cast<std::uint32_t>(person.role);
    case Fact::graduation_year:
      return person.graduation_year;
    case Fact::exposures:
      return person.exposures == none_known ? not_known : 1 + person.exposures;
    default: {
      const auto answer = person.answers.get(fact);
      return answer ? 1 + static_cast<std::uint32_t>(*answer) : not_known;
    }
  }
}

std::vector<std::string> words_of_code(const Cohort& cohort, Fact fact, std::uint32_t code) {
  if (code == not_known) return {"unknown"};
  switch (fact) {
    case Fact::sex:
      return {std::string(sex_words()[code - 1])};
    case Fact::role:
      return {std::string(role_words()[code - 1])};
    case Fact::graduation_year:
      return {std::to_string(code)};
    case Fact::exposures:
      if (cohort.exposure_lists[code - 1].empty()) return {"none"};
      return cohort.exposure_lists[code - 1];
    default:
      return {code == 2 ? "yes" : "no"};
  }
}

// Where a group stands in results: whole school first, then programs, each with its strata by column.
struct GroupKey {
  std::uint32_t school = 0;
  std::string programme;  // empty first
  std::uint32_t column = 0;
  std::string stratum;

  auto operator<=>(const GroupKey&) const = default;
};

class Groups {
 public:
  Groups(const Cohort& cohort, const std::vector<std::string>& columns) : cohort_(cohort) {
    for (const std::string& column : columns) {
      const auto fact = stratum_fact(column);
      SMM_ASSERT(fact.has_value());
      if (*fact == Fact::programme)
        by_programme_ = true;
      else
        columns_.push_back({column, *fact});
    }
  }

  // The groups of a person, numbered as they come.
  void add(const Person& person, std::vector<std::uint32_t>& members) {
    add_in_programme(person, none_known, members);
    if (by_programme_ && person.programme != none_known) add_in_programme(person, person.programme, members);
  }

  // Renumbers to the order of results.
  Grouping finish(std::vector<std::uint32_t> begin, std::vector<std::uint32_t> members) {
    Grouping grouping;
    std::vector<std::uint32_t> renumbered(numbers_.size());
    for (const auto& [key, number] : numbers_) {
      renumbered[number] = static_cast<std::uint32_t>(grouping.groups.size());
      Group group{key.school, std::nullopt, key.stratum};
      for (std::size_t i = 0; i < cohort_.programmes.size() && !key.programme.empty(); ++i)
        if (cohort_.programmes[i].text == key.programme) group.programme = i;
      grouping.groups.push_back(std::move(group));
    }
    for (std::uint32_t& member : members) member = renumbered[member];
    grouping.begin = std::move(begin);
    grouping.members = std::move(members);
    return grouping;
  }

 private:
  void add_in_programme(const Person& person, std::uint32_t programme, std::vector<std::uint32_t>& members) {
    add_numbers(person.school, programme, 0, 0, members);
    for (std::uint32_t i = 0; i < columns_.size(); ++i)
      add_numbers(person.school, programme, i + 1, code_in(person, columns_[i].second), members);
  }

  // Words are made once for each combination; persons then cost a look-up of a number.
  void add_numbers(std::uint32_t school, std::uint32_t programme, std::uint32_t column, std::uint32_t code,
                   std::vector<std::uint32_t>& members) {
    const Combination combination{school, programme, column, code};
    auto found = known_.find(combination);
    if (found == known_.end()) found = known_.emplace(combination, numbers_of(combination)).first;
    members.insert(members.end(), found->second.begin(), found->second.end());
  }

  struct Combination {
    std::uint32_t school = 0, programme = 0, column = 0, code = 0;
    bool operator==(const Combination&) const = default;
  };
  struct CombinationHash {
    std::size_t operator()(const Combination& c) const {
      std::uint64_t mixed = (std::uint64_t{c.school} << 32 | c.code) * 0x9e3779b97f4a7c15U;
      mixed ^= (std::uint64_t{c.programme} << 8 | c.column) * 0xc2b2ae3d27d4eb4fU;
      return static_cast<std::size_t>(mixed ^ mixed >> 29);
    }
  };

  std::vector<std::uint32_t> numbers_of(const Combination& combination) {
    std::vector<std::string> strata{""};
    if (combination.column > 0) {
      const auto& [name, fact] = columns_[combination.column - 1];
      strata = words_of_code(cohort_, fact, combination.code);
      for (std::string& stratum : strata) stratum = name + "=" + stratum;
    }
    std::vector<std::uint32_t> numbers;
    const bool whole = combination.programme == none_known;
    for (std::string& stratum : strata) {
      GroupKey key{combination.school, whole ? "" : cohort_.programmes[combination.programme].text,
                   combination.column, std::move(stratum)};
      numbers.push_back(
          numbers_.emplace(std::move(key), static_cast<std::uint32_t>(numbers_.size())).first->second);
    }
    return numbers;
  }

  const Cohort& cohort_;
  bool by_programme_ = false;
  std::vector<std::pair<std::string, Fact>> columns_;
  std::map<GroupKey, std::uint32_t> numbers_;
  std::unordered_map<Combination, std::vector<std::uint32_t>, CombinationHash> known_;
};

}  // namespace

std::optional<Fact> stratum_fact(std::string_view column) {
  for (const Fact fact : stratum_facts)
    if (name_of(fact).name == column) return fact;
  return std::nullopt;
}

std::vector<std::string_view> stratum_columns() {
  std::vector<std::string_view> columns;
  for (const Fact fact : stratum_facts) columns.push_back(name_of(fact).name);
  return columns;
}

Grouping group_cohort(const Cohort& cohort, const std::vector<std::string>& columns) {
  Groups groups(cohort, columns);
  std::vector<std::uint32_t> begin{0};
  std::vector<std::uint32_t> members;
  begin.reserve(cohort.persons.size() + 1);
  for (const Person& person : cohort.persons) {
    groups.add(person, members);
    begin.push_back(static_cast<std::uint32_t>(members.size()));
  }
  return groups.finish(std::move(begin), std::move(members));
}

}  // namespace smm::outcomes::measure
