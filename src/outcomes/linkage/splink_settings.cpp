// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/splink_settings.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <numeric>

#include "exchange/json.hpp"
#include "outcomes/linkage/problems.hpp"

namespace smm::outcomes::linkage {
namespace {

// What every level of a group is conditional on, and the SQL of its levels in their order; "ELSE" is implied
// by the circumstance for the last one.
struct SplinkGroup {
  std::string circumstance;
  std::vector<std::string> conditions;
  std::string equal_term;  // column whose frequency adjusts the first level
};

constexpr const char* one_slip =
    "(damerau_levenshtein({0}, {1}) <= 1 AND least(length({0}), length({1})) >= 4)";

std::string filled(std::string text, const std::string& one, const std::string& other) {
  for (const auto& [mark, value] : {std::pair<std::string, std::string>{"{0}", one}, {"{1}", other}})
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
      text.replace(at, mark.size(), value);
  return text;
}

std::string near_sql(const std::string& one, const std::string& other) {
  return filled(std::string(one_slip) + " OR jaro_winkler_similarity({0}, {1}) >= 0.94", one, other);
}

std::string alike_sql(const std::string& one, const std::string& other) {
  return filled("jaro_winkler_similarity({0}, {1}) >= 0.88", one, other);
}

SplinkGroup surname_group(const std::string& rarity) {
  return {rarity,
          {"surname_l = surname_r", "former_surname_l = surname_r OR surname_l = other_surname_r",
           "len(list_intersect(surname_parts_l, surname_parts_r)) > 0", near_sql("surname_l", "surname_r"),
           alike_sql("surname_l", "surname_r"),
           near_sql("former_surname_l", "surname_r") + " OR " + near_sql("surname_l", "other_surname_r"),
           "surname_l = middle_name_r OR former_surname_l = middle_name_r",
           "surname_l = first_name_r AND first_name_l = surname_r", "TRUE"},
          "surname"};
}

// Of a surname that is another one, resembles, agrees.
SplinkGroup first_group(unsigned surname, bool known) {
  const std::string same_surname =
      "(surname_l = surname_r OR former_surname_l = surname_r OR surname_l = other_surname_r)";
  const std::string like_surname = "(len(list_intersect(surname_parts_l, surname_parts_r)) > 0 OR " +
                                   near_sql("surname_l", "surname_r") + " OR " +
                                   alike_sql("surname_l", "surname_r") + ")";
  const std::string circumstance[] = {"NOT " + same_surname + " AND NOT " + like_surname,
                                      "NOT " + same_surname + " AND " + like_surname, same_surname};
  return {std::string(known ? "first_name_is_known_l" : "NOT first_name_is_known_l") + " AND " +
              circumstance[surname],
          {"first_name_l = first_name_r", "list_contains(nicknames_l, first_name_r)",
           "left(first_name_l, 1) = left(first_name_r, 1) AND least(length(first_name_l), "
           "length(first_name_r)) = 1",
           near_sql("first_name_l", "first_name_r"), alike_sql("first_name_l", "first_name_r"),
           "first_name_l = middle_name_r OR middle_name_l = first_name_r", "TRUE"},
          "first_name"};
}

SplinkGroup middle_group() {
  return {"middle_name_l IS NOT NULL",
          {"middle_name_l = middle_name_r",
           "left(middle_name_l, 1) = left(middle_name_r, 1) AND least(length(middle_name_l), "
           "length(middle_name_r)) = 1",
           "left(middle_name_l, 1) = left(middle_name_r, 1)", "middle_name_r IS NULL", "TRUE"},
          "middle_name"};
}

std::string quoted_word(std::string_view word) {
  return "'" + std::string(word) + "'";
}

SplinkGroup profession_group(unsigned profession) {
  SplinkGroup group{"profession_l = " + quoted_word(name_of(static_cast<Profession>(profession))), {}, ""};
  for (unsigned taxonomy = 0; taxonomy < taxonomy_groups; ++taxonomy)
    for (const char* says : {"list_contains(credential_professions_r, profession_l)",
                             "len(credential_professions_r) = 0", "TRUE"})
      group.conditions.push_back("taxonomy_group_r = " +
                                 quoted_word(name_of(static_cast<TaxonomyGroup>(taxonomy))) + " AND " + says);
  return group;
}

SplinkGroup year_group(unsigned profession, bool early) {
  const std::string difference = "enumeration_year_r - greatest(graduation_year_l, 2006)";
  SplinkGroup group{"profession_l = " + quoted_word(name_of(static_cast<Profession>(profession))) +
                        (early ? " AND graduation_year_l < 2005" : " AND graduation_year_l >= 2005"),
                    {},
                    ""};
  for (const char* end : {"-6", "-3", "-2", "-1", "0", "1", "2", "3", "4", "5", "7", "10", "15"})
    group.conditions.push_back(difference + " <= " + end);
  group.conditions.push_back(difference + " > 15");
  group.conditions.push_back("TRUE");
  return group;
}

SplinkGroup place_group(unsigned context) {
  const auto shared = [](const std::string& one, const std::string& other) {
    return "len(list_intersect(" + one + ", " + other + ")) > 0";
  };
  const std::string licence[] = {shared("licence_states_l", "licence_states_r"),
                                 shared("licence_states_l", "address_states_r"),
                                 "licence_states_l IS NOT NULL", "TRUE"};
  const std::string school[] = {"school_state_l = practice_state_r",
                                "list_contains(licence_states_r, school_state_l) OR "
                                "list_contains(address_states_r, school_state_l)",
                                "school_state_l IS NOT NULL", "TRUE"};
  SplinkGroup group{
      std::string((context & 1) != 0 ? "licence_states_l IS NOT NULL" : "licence_states_l IS NULL") +
          ((context & 2) != 0 ? " AND school_state_l IS NOT NULL" : " AND school_state_l IS NULL"),
      {},
      ""};
  for (const std::string& a : licence)
    for (const std::string& b : school) group.conditions.push_back("(" + a + ") AND (" + b + ")");
  return group;
}

// In the order in which GraduateLayout adds its groups.
std::vector<SplinkGroup> splink_groups() {
  std::vector<SplinkGroup> groups;
  for (const char* rarity : {"surname_bearers_l = 0", "surname_bearers_l BETWEEN 1 AND surname_rare_up_to_l",
                             "surname_bearers_l > surname_rare_up_to_l"})
    for (const char* sex : {"sex_l IS NULL", "sex_l = 'F'", "sex_l = 'M'"})
      groups.push_back(surname_group(std::string(rarity) + " AND " + sex));
  for (unsigned surname = 0; surname < 3; ++surname)
    for (const bool known : {false, true}) groups.push_back(first_group(surname, known));
  groups.push_back(middle_group());
  groups.push_back({"suffix_l IS NOT NULL", {"suffix_l = suffix_r", "suffix_r IS NULL", "TRUE"}, ""});
  groups.push_back({"suffix_l IS NULL", {"suffix_r IS NOT NULL", "TRUE"}, ""});
  groups.push_back({"sex_l IS NOT NULL AND sex_r IS NOT NULL", {"sex_l = sex_r", "TRUE"}, ""});
  for (unsigned profession = 0; profession < professions; ++profession) {
    groups.push_back(profession_group(profession));
    for (const bool early : {false, true}) groups.push_back(year_group(profession, early));
  }
  for (unsigned context = 0; context < 4; ++context) groups.push_back(place_group(context));
  return groups;
}

// Names and sex are worth exporting whatever was trained; tables of one profession only when they moved.
bool was_trained(const EvidenceLayout& layout, std::size_t group, const GraduateModel& model) {
  double moved = 0;
  for (std::size_t level = 0; level < layout.groups()[group].levels.size(); ++level)
    moved += std::abs(model.values.m[layout.first(group) + level] - layout.groups()[group].start[level]);
  return moved > 1e-6;
}

void write_level(exchange::JsonWriter& json, const std::string& label, const std::string& condition, double m,
                 const std::string& term) {
  json.begin_object().key("sql_condition").text(condition).key("label_for_charts").text(label);
  json.key("m_probability").number(m);
  if (!term.empty()) json.key("tf_adjustment_column").text(term);
  json.end_object();
}

void write_comparison(exchange::JsonWriter& json, const EvidenceLayout& layout, std::size_t group,
                      const SplinkGroup& sql, const GraduateModel& model) {
  const LevelGroup& levels = layout.groups()[group];
  json.begin_object().key("output_column_name").text(levels.name).key("comparison_levels").begin_array();
  json.begin_object().key("sql_condition").text("coalesce(NOT (" + sql.circumstance + "), TRUE)");
  json.key("label_for_charts").text("says nothing").key("is_null_level").flag(true).end_object();
  for (std::size_t level = 0; level < levels.levels.size(); ++level) {
    const bool last = level + 1 == levels.levels.size();
    write_level(json, levels.levels[level], last ? "ELSE" : sql.conditions[level],
                model.values.m[layout.first(group) + level], level == 0 ? sql.equal_term : "");
  }
  json.end_array().end_object();
}

std::string text_at(const base::Document& document, std::string_view key) {
  const base::Document* value = document.find(key);
  return value != nullptr && value->scalar() != nullptr ? value->scalar()->text : "";
}

std::optional<double> share_at(const base::Document& document, std::string_view key) {
  const std::string text = text_at(document, key);
  char* end = nullptr;
  const double share = std::strtod(text.c_str(), &end);
  if (text.empty() || *end != '\0' || !(share > 0) || share > 1) return std::nullopt;
  return share;
}

base::Problem unusable(const base::Place& place, const std::string& what) {
  return {problem::linkage_bad_model, what, place};
}

// One comparison's shares into the model; a level that is not ours refuses it.
std::optional<base::Problem> take_comparison(const base::Document& comparison, const EvidenceLayout& layout,
                                             GraduateModel& model) {
  const std::string name = text_at(comparison, "output_column_name");
  const auto group = std::find_if(layout.groups().begin(), layout.groups().end(),
                                  [&](const LevelGroup& g) { return g.name == name; });
  const base::Document* levels = comparison.find("comparison_levels");
  if (group == layout.groups().end() || levels == nullptr || levels->list() == nullptr)
    return unusable(comparison.place, "\"" + name + "\" is no comparison of graduates");
  const Parameter first = layout.first(static_cast<std::size_t>(group - layout.groups().begin()));
  for (const base::Document& level : *levels->list()) {
    if (text_at(level, "is_null_level") == "true") continue;
    const auto at = std::find(group->levels.begin(), group->levels.end(), text_at(level, "label_for_charts"));
    const auto share = share_at(level, "m_probability");
    if (at == group->levels.end() || !share)
      return unusable(level.place,
                      "a level of \"" + name + "\" has another name, or no m_probability from 0 to 1");
    model.values.m[first + static_cast<std::size_t>(at - group->levels.begin())] = *share;
  }
  double sum = 0;
  for (std::size_t level = 0; level < group->levels.size(); ++level) sum += model.values.m[first + level];
  for (std::size_t level = 0; level < group->levels.size(); ++level) model.values.m[first + level] /= sum;
  return std::nullopt;
}

}  // namespace

std::string splink_settings(const GraduateModel& model, double persons) {
  const GraduateLayout layout(nullptr);
  const std::vector<SplinkGroup> groups = splink_groups();
  const double share = std::accumulate(model.values.share.begin(), model.values.share.end(), 0.0) /
                       static_cast<double>(model.values.share.size());
  std::string text;
  exchange::JsonWriter json(text);
  json.begin_object().key("link_type").text("link_only").key("sql_dialect").text("duckdb");
  json.key("unique_id_column_name").text("unique_id");
  json.key("probability_two_random_records_match").number(share / persons);
  json.key("blocking_rules_to_generate_predictions").begin_array();
  for (const char* rule :
       {"l.surname = r.surname", "l.surname = r.other_surname", "l.former_surname = r.surname"})
    json.text(rule);
  json.end_array().key("comparisons").begin_array();
  for (std::size_t group = 0; group < groups.size(); ++group)
    if (was_trained(layout.evidence(), group, model))
      write_comparison(json, layout.evidence(), group, groups[group], model);
  json.end_array().end_object().finish();
  return text;
}

base::Result<GraduateModel> with_splink_settings(const base::Document& settings, GraduateModel model) {
  const GraduateLayout layout(nullptr);
  const base::Document* comparisons = settings.find("comparisons");
  if (comparisons == nullptr || comparisons->list() == nullptr)
    return unusable(settings.place, "the settings hold no comparisons");
  base::Problems problems;
  for (const base::Document& comparison : *comparisons->list())
    if (auto found = take_comparison(comparison, layout.evidence(), model))
      problems.push_back(*std::move(found));
  if (!problems.empty()) return problems;
  model.trained = true;
  return model;
}

}  // namespace smm::outcomes::linkage
