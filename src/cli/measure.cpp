// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "app/measuring/measures.hpp"
#include "cli/command.hpp"
#include "exchange/json.hpp"
#include "outcomes/measure/fhir.hpp"
#include "outcomes/measure/problems.hpp"

namespace smm::cli {
namespace {

namespace measure = outcomes::measure;

const Option measures_option{"--measures", "DIR",
                             "Take measures from this folder instead of those that ship"};

std::string measures_json(const measure::Catalogue& catalogue) {
  std::string text;
  exchange::JsonWriter json(text);
  json.begin_array();
  for (const measure::Definition& definition : catalogue.measures) {
    json.begin_object().key("id").text(definition.id).key("version").text(definition.version);
    json.key("title").text(definition.title).key("kind").text(definition.kind);
    json.key("scoring").text(word_of(definition.scoring));
    json.key("improvement").text(word_of(definition.improvement));
    json.key("minimum_n").number(definition.minimum_n).key("status").text(definition.status);
    json.key("public_outcome").flag(definition.is_public_outcome).key("sha256").text(definition.sha256);
    json.end_object();
  }
  json.end_array().finish();
  return text;
}

int run_measure_list(const Given& given, const Surroundings& around) {
  const auto catalogue =
      app::measuring::load_measures(around.files, around.content, given.value("--measures"));
  if (!catalogue) return report_problems(catalogue.problems(), around.err);
  if (given.has("--json")) {
    around.out << measures_json(*catalogue);
    return done;
  }
  if (given.has("--fhir")) {
    std::vector<const measure::Definition*> all;
    for (const measure::Definition& definition : catalogue->measures) all.push_back(&definition);
    around.out << measure::fhir_bundle(all, {}, *catalogue, {}, "");
    return done;
  }
  for (const measure::Definition& definition : catalogue->measures)
    around.out << fmt::format("{}  {:<14} {:<15} {}\n", definition.id, definition.kind,
                              word_of(definition.scoring), definition.title);
  return done;
}

void show_line(std::ostream& out, std::string_view name, const std::string& text) {
  if (!text.empty()) out << fmt::format("{:<20}{}\n", name, text);
}

std::string shown_list(const std::vector<std::string>& texts, const char* separator) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : separator) + text;
  return all;
}

void show_condition(std::ostream& out, std::string_view name,
                    const std::optional<expression::Expression>& condition) {
  if (condition && !condition->nodes.empty()) show_line(out, name, expression::print(*condition));
}

void show_definition(std::ostream& out, const measure::Definition& definition) {
  out << definition.id << " " << definition.version << ": " << definition.title << "\n\n";
  show_line(out, "status", definition.status);
  show_line(out, "kind", definition.kind);
  show_line(out, "scoring", std::string(word_of(definition.scoring)));
  show_line(out, "better is", std::string(word_of(definition.improvement)));
  show_line(out, "time point", definition.time_point);
  show_line(out, "numerator", definition.numerator_words);
  show_line(out, "denominator", definition.denominator_words);
  show_line(out, "minimum n", std::to_string(definition.minimum_n));
  show_line(out, "professions", shown_list(definition.professions, " "));
  show_line(out, "data", definition.data_source);
  show_line(out, "made of", definition.of + shown_list(definition.parts, " "));
  show_line(out, "stratifiers", shown_list(definition.stratifiers, " "));
  show_line(out, "value sets", shown_list(definition.value_sets, " "));
  show_condition(out, "population if", definition.initial_population);
  show_condition(out, "excluded if", definition.exclusion);
  show_condition(out, "denominator if", definition.denominator);
  show_condition(out, "numerator if", definition.numerator);
  show_line(out, "evidence", shown_list(definition.evidence, " | "));
  for (const measure::Change& change : definition.changes)
    show_line(out, "version " + change.version, change.date + ": " + change.what);
  if (!definition.description.empty()) out << '\n' << definition.description << '\n';
}

int run_measure_show(const Given& given, const Surroundings& around) {
  const auto catalogue =
      app::measuring::load_measures(around.files, around.content, given.value("--measures"));
  if (!catalogue) return report_problems(catalogue.problems(), around.err);
  const measure::Definition* definition = catalogue->find(given.text("ID"));
  if (definition == nullptr)
    return report_problems({base::Problem(measure::problem::measure_not_found,
                                          "there is no measure \"" + given.text("ID") + "\"")},
                           around.err);
  if (given.has("--fhir"))
    around.out << measure::fhir_measure(*definition);
  else
    show_definition(around.out, *definition);
  return done;
}

int run_measure_check(const Given& given, const Surroundings& around) {
  const auto catalogue = app::measuring::load_measures(around.files, around.content, given.text("DIR"));
  if (!catalogue) return report_problems(catalogue.problems(), around.err);
  around.out << catalogue->measures.size() << " measures are good\n";
  return done;
}

}  // namespace

Command measure_list_command() {
  return {"measure list",
          "List the measures of outcomes",
          "smm measure list",
          {},
          {measures_option,
           {"--json", "", "Write JSON instead of text"},
           {"--fhir", "", "Write a FHIR R4 Bundle of Measures"}},
          run_measure_list};
}

Command measure_show_command() {
  return {"measure show",
          "Show how a measure is defined",
          "smm measure show SM-018",
          {{"ID", "Id of the measure"}},
          {measures_option, {"--fhir", "", "Write a FHIR R4 Measure instead of text"}},
          run_measure_show};
}

Command measure_check_command() {
  return {"measure check",
          "Check a folder of measures",
          "smm measure check my-measures",
          {{"DIR", "Folder with measures as JSON, and value-sets/ if they have their own"}},
          {},
          run_measure_check};
}

}  // namespace smm::cli
