// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/stratum.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

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

std::vector<std::string> values_in(const Cohort& cohort, const Person& person, Fact fact) {
  const auto unless_unknown = [](bool known, std::string text) {
    return std::vector<std::string>{known ? std::move(text) : "unknown"};
  };
  switch (fact) {
    case Fact::sex:
      return unless_unknown(
          person.sex.has_value(),
          std::string(sex_words()[static_cast<std::size_t>(person.sex.value_or(Sex::other))]));
    case Fact::role:
      return {std::string(role_words()[static_cast<std::size_t>(person.role)])};
    case Fact::graduation_year:
      return unless_unknown(person.graduation_year != 0, std::to_string(person.graduation_year));
    case Fact::exposures:
      if (person.exposures == none_known) return {"unknown"};
      if (cohort.exposure_lists[person.exposures].empty()) return {"none"};
      return cohort.exposure_lists[person.exposures];
    default: {
      const auto answer = person.answers.get(fact);
      return unless_unknown(answer.has_value(), answer.value_or(false) ? "yes" : "no");
    }
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
    members.push_back(number_of(person.school, programme, 0, ""));
    for (std::uint32_t i = 0; i < columns_.size(); ++i)
      for (const std::string& value : values_in(cohort_, person, columns_[i].second))
        members.push_back(number_of(person.school, programme, i + 1, columns_[i].first + "=" + value));
  }

  std::uint32_t number_of(std::uint32_t school, std::uint32_t programme, std::uint32_t column,
                          std::string stratum) {
    GroupKey key{school, programme == none_known ? "" : cohort_.programmes[programme].text, column,
                 std::move(stratum)};
    return numbers_.emplace(std::move(key), static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

  const Cohort& cohort_;
  bool by_programme_ = false;
  std::vector<std::pair<std::string, Fact>> columns_;
  std::map<GroupKey, std::uint32_t> numbers_;
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
