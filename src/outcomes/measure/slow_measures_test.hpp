// SPDX-License-Identifier: Apache-2.0
// The oracle: every proportion of the catalogue written out by hand over the cells of a cohort, one person at
// a time, with yes, no and nothing as the only values. Slow, and without the measure language.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "outcomes/measure/practice.hpp"

namespace smm::outcomes::measure {

using Maybe = std::optional<bool>;

inline Maybe both(Maybe a, Maybe b) {
  if (a == false || b == false) return false;
  if (!a || !b) return std::nullopt;
  return true;
}
inline Maybe either(Maybe a, Maybe b) {
  if (a == true || b == true) return true;
  if (!a || !b) return std::nullopt;
  return false;
}
inline Maybe opposite(Maybe a) {
  return a ? Maybe(!*a) : std::nullopt;
}

// A person as text, with what is known of the practice.
struct SlowPerson {
  std::map<std::string, std::string> cells;
  std::string link_state = "not_in_registry";
  double link_probability = 0;
  std::map<std::string, Maybe> practice;          // decided
  std::map<std::string, Maybe> certain_practice;  // without doubt
  std::string practice_state;
  std::string school_state;

  std::string cell(const std::string& column) const {
    const auto found = cells.find(column);
    return found == cells.end() ? "" : found->second;
  }
  Maybe answer(const std::string& column) const {
    const std::string text = cell(column);
    if (text.empty()) return std::nullopt;
    return text != "no";
  }
  Maybe fact(const std::string& name, bool certain) const {
    const auto& facts = certain ? certain_practice : practice;
    const auto found = facts.find(name);
    return found == facts.end() ? std::nullopt : found->second;
  }
  bool learner() const { return cell("role") != "faculty"; }
  // Dates of these tests lie on 1 July, so that differences of years are exact.
  std::optional<int> year_of(const std::string& column) const {
    const std::string text = cell(column);
    return text.size() == 10 ? std::optional(std::stoi(text.substr(0, 4))) : std::nullopt;
  }
};

struct SlowRule {
  std::function<bool(const SlowPerson&)> population;
  std::function<Maybe(const SlowPerson&, bool certain)> denominator;
  std::function<Maybe(const SlowPerson&, bool certain)> numerator;
  bool needs_link = false;
};

using SlowRules = std::map<std::string, SlowRule>;
using SlowTest = std::function<Maybe(const SlowPerson&, bool certain)>;

inline Maybe everybody(const SlowPerson&, bool) {
  return true;
}
inline std::function<bool(const SlowPerson&)> learner_who(const std::string& column) {
  return [column](const SlowPerson& p) { return p.learner() && p.answer(column) == true; };
}
inline SlowTest answer_to(const std::string& column) {
  return [column](const SlowPerson& p, bool) { return p.answer(column); };
}
inline SlowTest fact_of(const std::string& name) {
  return [name](const SlowPerson& p, bool certain) { return p.fact(name, certain); };
}

// Who entered, who stayed, and what they said.
inline SlowRules rules_of_learners() {
  SlowRules rules;
  rules["SM-001"] = {learner_who("applied"), everybody, answer_to("urm")};
  rules["SM-002"] = {learner_who("matriculated"), everybody, answer_to("urm")};
  rules["SM-003"] = {learner_who("graduated"), everybody, answer_to("urm")};
  rules["SM-005"] = {learner_who("matriculated"), everybody, answer_to("disadvantaged")};
  rules["SM-006"] = {learner_who("matriculated"), everybody, answer_to("rural_origin")};
  rules["SM-007"] = {learner_who("matriculated"), everybody, answer_to("first_generation")};
  rules["SM-013"] = {learner_who("graduated"), everybody, [](const SlowPerson& p, bool) -> Maybe {
                       if (p.cell("exposures").empty()) return std::nullopt;
                       return p.cell("exposures") != "none";
                     }};
  rules["SM-014"] = {learner_who("graduated"), everybody, answer_to("licensure_first_attempt")};
  rules["SM-015"] = {learner_who("graduated"), everybody, answer_to("intends_underserved")};
  rules["SM-016"] = {learner_who("graduated"), everybody, answer_to("first_post_primary_care")};
  rules["SM-025"] = {[](const SlowPerson& p) { return !p.learner(); }, everybody, answer_to("urm")};
  return rules;
}

// From a pathway program on, within six years: who had so long, or did it sooner.
inline SlowRule rule_within_six_years(const std::string& event, int as_of_year) {
  const SlowTest had_time = [=](const SlowPerson& p, bool) -> Maybe {
    const auto begin = p.year_of("pathway_completed"), end = p.year_of(event);
    const Maybe long_ago = begin ? Maybe(as_of_year - *begin >= 6) : std::nullopt;
    return either(long_ago, begin && end ? Maybe(*end - *begin <= 6) : Maybe(false));
  };
  const SlowTest did = [=](const SlowPerson& p, bool) -> Maybe {
    const auto begin = p.year_of("pathway_completed"), end = p.year_of(event);
    return both(p.answer(event), begin && end ? Maybe(*end - *begin <= 6) : std::nullopt);
  };
  return {learner_who("pathway_completed"), had_time, did};
}

// Long enough after graduation to practice.
inline std::function<bool(const SlowPerson&)> practicing_by(int as_of_year) {
  return [as_of_year](const SlowPerson& p) {
    const std::map<std::string, int> years = {{"MD", 8},  {"DO", 8},  {"DDS", 2},
                                              {"MSN", 3}, {"BSN", 2}, {"ADN", 2}};
    if (!p.learner() || p.answer("graduated") != true || !years.contains(p.cell("programme"))) return false;
    if (p.cell("graduation_year").empty()) return false;
    return as_of_year - std::stoi(p.cell("graduation_year")) >= years.at(p.cell("programme"));
  };
}

inline SlowRule rule_of_practice(int as_of_year, SlowTest numerator) {
  const SlowTest active = [](const SlowPerson& p, bool certain) {
    return both(p.fact("active", certain), opposite(p.fact("in_training", certain)));
  };
  return {practicing_by(as_of_year), active, std::move(numerator), true};
}

inline SlowRules rules_of_practice(int as_of_year) {
  SlowRules rules;
  rules["SM-017"] = rule_of_practice(as_of_year, fact_of("primary_care"));
  rules["SM-018"] = rule_of_practice(as_of_year, [](const SlowPerson& p, bool certain) {
    return either(p.fact("hpsa_geo", certain), p.fact("hpsa_pop", certain));
  });
  rules["SM-019"] = rule_of_practice(as_of_year, fact_of("mua"));
  rules["SM-020"] = rule_of_practice(as_of_year, fact_of("rural"));
  rules["SM-021"] = rule_of_practice(as_of_year, answer_to("safety_net"));
  rules["SM-022"] = rule_of_practice(as_of_year, [](const SlowPerson& p, bool) -> Maybe {
    if (p.cell("medicaid_patients").empty()) return std::nullopt;
    return std::stod(p.cell("medicaid_patients")) >= 11;
  });
  rules["SM-023"] = rule_of_practice(as_of_year, [](const SlowPerson& p, bool) -> Maybe {
    if (p.practice_state.empty() || p.school_state.empty()) return std::nullopt;
    return p.practice_state == p.school_state;
  });
  return rules;
}

inline SlowRules slow_rules(int as_of_year) {
  SlowRules rules = rules_of_learners();
  rules.merge(rules_of_practice(as_of_year));
  rules["SM-008"] = rule_within_six_years("applied", as_of_year);
  rules["SM-009"] = rule_within_six_years("matriculated", as_of_year);
  rules["SM-028"] = {learner_who("graduated"), everybody,
                     [](const SlowPerson& p, bool) -> Maybe {
                       return p.link_state == "linked" && p.link_probability >= 0.9;
                     },
                     true};
  return rules;
}

struct SlowCounts {
  double n = 0, numerator = 0, known = 0, unknown = 0, not_linked = 0, no_npi_expected = 0;
  std::optional<double> least, largest;  // over everything that is possible
};

// All ways in which the unknown may turn out, one after the other.
inline void try_everything(const std::vector<std::vector<std::pair<int, int>>>& choices, std::size_t at,
                           int above, int below, SlowCounts& counts) {
  if (at < choices.size()) {
    for (const auto& [numerator, denominator] : choices[at])
      try_everything(choices, at + 1, above + numerator, below + denominator, counts);
    return;
  }
  if (below == 0) return;
  const double share = static_cast<double>(above) / below;
  counts.least = std::min(counts.least.value_or(share), share);
  counts.largest = std::max(counts.largest.value_or(share), share);
}

inline SlowCounts count_slowly(const SlowRule& rule, const std::vector<SlowPerson>& persons) {
  SlowCounts counts;
  std::vector<std::vector<std::pair<int, int>>> choices;
  for (const SlowPerson& person : persons) {
    if (!rule.population(person)) continue;
    const Maybe denominator = rule.denominator(person, false), numerator = rule.numerator(person, false);
    if (denominator == false) {
      ++counts.known;
    } else if (denominator && numerator) {
      ++counts.known;
      ++counts.n;
      counts.numerator += *numerator;
    } else if (!rule.needs_link || person.link_state == "linked") {
      ++counts.unknown;
    } else {
      ++(person.link_state == "no_npi_expected" ? counts.no_npi_expected : counts.not_linked);
    }
    const Maybe certain = rule.denominator(person, true), above = rule.numerator(person, true);
    std::vector<std::pair<int, int>> possible;
    if (certain != true) possible.emplace_back(0, 0);
    if (certain != false && above != true) possible.emplace_back(0, 1);
    if (certain != false && above != false) possible.emplace_back(1, 1);
    choices.push_back(possible);
  }
  try_everything(choices, 0, 0, 0, counts);
  return counts;
}

}  // namespace smm::outcomes::measure
