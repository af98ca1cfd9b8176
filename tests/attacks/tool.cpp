// SPDX-License-Identifier: Apache-2.0
#include "tool.hpp"

#include <algorithm>
#include <set>

namespace smm::attacks {
namespace {

const std::vector<std::string> variables{"programme", "control", "division", "size", "carnegie"};

const std::string& value_of(const Site& site, const std::string& variable) {
  if (variable == "programme") return site.programme;
  if (variable == "control") return site.control;
  if (variable == "division") return site.division;
  return variable == "size" ? site.size : site.carnegie;
}

bool passes(const Site& site, const Question& question) {
  if (!question.peers.empty()) return std::ranges::find(question.peers, site.school) != question.peers.end();
  return std::ranges::all_of(question.filter, [&](const auto& wanted) {
    return std::ranges::find(wanted.second, value_of(site, wanted.first)) != wanted.second.end();
  });
}

const Site& site_of(const Round& round, int index) {
  return round.frame[static_cast<std::size_t>(index)];
}

using Values = std::vector<std::string>;

Values values_in(const Round& round, const std::string& profession, const std::string& variable) {
  std::set<std::string> values;
  for (const Site& site : round.frame)
    if (profession_of(site.programme) == profession) values.insert(value_of(site, variable));
  return {values.begin(), values.end()};
}

std::vector<Values> choices_of(const Values& values) {
  std::vector<Values> choices;
  for (std::size_t i = 0; i < values.size(); ++i) {
    choices.push_back({values[i]});
    for (std::size_t j = i + 1; values.size() == 3 && j < 3; ++j) choices.push_back({values[i], values[j]});
  }
  return choices;
}

}  // namespace

std::vector<int> matching(const Round& round, const std::string& profession, const Question& question) {
  std::vector<int> found;
  for (std::size_t i = 0; i < round.units.size(); ++i) {
    const Unit& unit = round.units[i];
    if (unit.profession == profession &&
        std::ranges::any_of(unit.sites, [&](int site) { return passes(site_of(round, site), question); }))
      found.push_back(static_cast<int>(i));
  }
  return found;
}

std::vector<Question> all_filters(const Round& round, const std::string& profession) {
  std::vector<Question> questions{{}};
  for (const std::string& variable : variables) {
    const std::vector<Values> choices = choices_of(values_in(round, profession, variable));
    const std::size_t shorter = questions.size();
    for (std::size_t i = 0; i < shorter; ++i)
      for (const Values& values : choices) {
        Question longer = questions[i];
        longer.filter[variable] = values;
        questions.push_back(std::move(longer));
      }
  }
  return questions;
}

}  // namespace smm::attacks
