// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/fhir.hpp"

#include <algorithm>
#include <cmath>

#include "exchange/json.hpp"

namespace smm::outcomes::measure {
namespace {

using exchange::JsonWriter;

constexpr std::string_view url_begin = "urn:smm:measure:";
constexpr std::string_view terminology = "http://terminology.hl7.org/CodeSystem/";

void write_concept(JsonWriter& json, std::string_view key, std::string_view system, std::string_view code) {
  json.key(key).begin_object().key("coding").begin_array().begin_object();
  json.key("system").text(std::string(terminology) + std::string(system)).key("code").text(code);
  json.end_object().end_array().end_object();
}

std::string_view scoring_code(Scoring scoring) {
  switch (scoring) {
    case Scoring::proportion:
    case Scoring::follow_up:
      return "proportion";
    case Scoring::ratio_of_sums:
    case Scoring::representation:
      return "ratio";
    default:
      return "continuous-variable";
  }
}

std::string_view type_code(const Definition& measure) {
  if (measure.kind == "structure" || measure.kind == "process") return measure.kind;
  if (measure.kind == "data quality") return "process";
  if (measure.kind == "intermediate") return "intermediate-outcome";
  return measure.kind == "composite" ? "composite" : "outcome";
}

// A resource's id takes no more than letters, digits, hyphens and dots, 64 of them.
std::string resource_id(std::string text) {
  for (char& c : text)
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.'))
      c = '-';
  return text.substr(0, 64);
}

std::string population_code(const Definition& measure, std::string_view code) {
  const bool continuous = scoring_code(measure.scoring) == "continuous-variable";
  return continuous && code != "initial-population" ? "measure-population" : std::string(code);
}

// FHIR knows three languages of expressions, and ours is none of them: the language is there as absent.
void write_criteria(JsonWriter& json, const std::string& text) {
  json.key("criteria")
      .begin_object()
      .key("_language")
      .begin_object()
      .key("extension")
      .begin_array()
      .begin_object();
  json.key("url").text("http://hl7.org/fhir/StructureDefinition/data-absent-reason");
  json.key("valueCode").text("unsupported").end_object().end_array().end_object();
  json.key("expression").text(text).end_object();
}

void write_population(JsonWriter& json, const Definition& measure, std::string_view code,
                      const expression::Expression& condition) {
  json.begin_object();
  write_concept(json, "code", "measure-population", population_code(measure, code));
  write_criteria(json, expression::print(condition));
  json.end_object();
}

void write_populations(JsonWriter& json, const Definition& measure) {
  json.key("population").begin_array();
  write_population(json, measure, "initial-population", measure.initial_population);
  if (measure.denominator) write_population(json, measure, "denominator", *measure.denominator);
  if (measure.exclusion) write_population(json, measure, "denominator-exclusion", *measure.exclusion);
  if (measure.numerator) write_population(json, measure, "numerator", *measure.numerator);
  json.end_array();
}

void write_stratifiers(JsonWriter& json, const Definition& measure) {
  if (measure.stratifiers.empty()) return;
  json.key("stratifier").begin_array();
  for (const std::string& column : measure.stratifiers) {
    json.begin_object().key("code").begin_object().key("text").text(column).end_object();
    write_criteria(json, column);
    json.end_object();
  }
  json.end_array();
}

std::string described(const Definition& measure) {
  std::string text = measure.numerator_words + " / " + measure.denominator_words +
                     ". Scoring: " + std::string(word_of(measure.scoring)) +
                     ". Time point: " + measure.time_point +
                     ". Minimum n: " + std::to_string(measure.minimum_n) + ".";
  return measure.description.empty() ? text : text + " " + measure.description;
}

void write_measure(JsonWriter& json, const Definition& measure) {
  json.begin_object().key("resourceType").text("Measure").key("id").text(resource_id(measure.id));
  json.key("url").text(std::string(url_begin) + measure.id).key("version").text(measure.version);
  std::string name = measure.id;
  std::replace(name.begin(), name.end(), '-', '_');
  json.key("name").text(name).key("title").text(measure.title).key("status").text(measure.status);
  json.key("experimental").flag(false);
  json.key("subjectCodeableConcept").begin_object().key("coding").begin_array().begin_object();
  json.key("system").text("http://hl7.org/fhir/resource-types").key("code").text("Practitioner");
  json.end_object().end_array().end_object();
  if (!measure.changes.empty()) json.key("date").text(measure.changes.back().date);
  json.key("description").text(described(measure));
  if (!measure.evidence.empty()) {
    json.key("relatedArtifact").begin_array();
    for (const std::string& source : measure.evidence)
      json.begin_object().key("type").text("citation").key("citation").text(source).end_object();
    json.end_array();
  }
  write_concept(
      json, "scoring", "measure-scoring",
      measure.scoring == Scoring::composite ? "continuous-variable" : scoring_code(measure.scoring));
  json.key("type").begin_array().begin_object().key("coding").begin_array().begin_object();
  json.key("system").text(std::string(terminology) + "measure-type").key("code").text(type_code(measure));
  json.end_object().end_array().end_object().end_array();
  if (measure.improvement == Improvement::increase || measure.improvement == Improvement::decrease)
    write_concept(json, "improvementNotation", "measure-improvement-notation", word_of(measure.improvement));
  if (!measure.initial_population.nodes.empty()) {
    json.key("group").begin_array().begin_object();
    write_populations(json, measure);
    write_stratifiers(json, measure);
    json.end_object().end_array();
  }
  json.end_object();
}

void write_range(JsonWriter& json, std::string_view url, const stats::Interval& range) {
  json.begin_object().key("url").text(url).key("valueRange").begin_object();
  json.key("low").begin_object().key("value").fixed(range.low, 6).end_object();
  json.key("high").begin_object().key("value").fixed(range.high, 6).end_object();
  json.end_object().end_object();
}

void write_coverage(JsonWriter& json, const ResultRow& row) {
  json.begin_object().key("url").text("urn:smm:extension:coverage").key("extension").begin_array();
  const auto count = [&](const char* url, double value) {
    json.begin_object().key("url").text(url).key("valueInteger").number(std::lround(value)).end_object();
  };
  count("known", row.known);
  count("unknown", row.unknown);
  count("not-linked", row.not_linked);
  count("no-npi-expected", row.no_npi_expected);
  json.end_array().end_object();
}

void write_count(JsonWriter& json, const Definition& measure, std::string_view code, double count) {
  json.begin_object();
  write_concept(json, "code", "measure-population", population_code(measure, code));
  json.key("count").number(std::lround(count)).end_object();
}

// What a group and a stratum have in common.
void write_numbers(JsonWriter& json, const ResultRow& row) {
  json.key("extension").begin_array();
  if (row.interval) write_range(json, "urn:smm:extension:interval", *row.interval);
  if (row.bounds) write_range(json, "urn:smm:extension:bounds", *row.bounds);
  write_coverage(json, row);
  json.end_array();
  json.key("population").begin_array();
  const Definition& measure = *row.measure;
  write_count(json, measure, "initial-population",
              row.known + row.unknown + row.not_linked + row.no_npi_expected);
  write_count(json, measure, "denominator", row.n);
  if (row.numerator && scoring_code(measure.scoring) != "continuous-variable")
    write_count(json, measure, "numerator", *row.numerator);
  json.end_array();
  if (row.rate) json.key("measureScore").begin_object().key("value").fixed(*row.rate, 6).end_object();
}

std::string stratum_words(const ResultRow& row) {
  if (row.programme.empty()) return row.stratum;
  return "programme=" + row.programme + (row.stratum.empty() ? "" : " " + row.stratum);
}

// Rows of one measure and school; the first is the whole school where there is such a row.
void write_report(JsonWriter& json, const std::vector<const ResultRow*>& rows, Day as_of,
                  const std::string& cited) {
  const Definition& measure = *rows.front()->measure;
  const std::string day = to_iso(as_of);
  json.begin_object().key("resourceType").text("MeasureReport");
  json.key("id").text(resource_id(measure.id + "." + std::to_string(rows.front()->school + 1)));
  json.key("status").text("complete").key("type").text("summary");
  json.key("measure").text(std::string(url_begin) + measure.id + "|" + measure.version);
  json.key("date").text(day);
  json.key("reporter").begin_object().key("display").text(rows.front()->school_id).end_object();
  json.key("period").begin_object().key("start").text(day).key("end").text(day).end_object();
  if (measure.improvement == Improvement::increase || measure.improvement == Improvement::decrease)
    write_concept(json, "improvementNotation", "measure-improvement-notation", word_of(measure.improvement));
  json.key("extension").begin_array().begin_object().key("url").text("urn:smm:extension:snapshots");
  json.key("valueString").text(cited).end_object().end_array();
  json.key("group").begin_array().begin_object();
  const bool has_whole = stratum_words(*rows.front()).empty();
  if (has_whole) write_numbers(json, *rows.front());
  if (rows.size() > (has_whole ? 1U : 0U)) {
    json.key("stratifier").begin_array().begin_object().key("stratum").begin_array();
    for (std::size_t i = has_whole ? 1 : 0; i < rows.size(); ++i) {
      json.begin_object().key("value").begin_object().key("text").text(stratum_words(*rows[i])).end_object();
      write_numbers(json, *rows[i]);
      json.end_object();
    }
    json.end_array().end_object().end_array();
  }
  json.end_object().end_array().end_object();
}

}  // namespace

std::string fhir_measure(const Definition& measure) {
  std::string text;
  JsonWriter json(text);
  write_measure(json, measure);
  json.finish();
  return text;
}

std::string fhir_bundle(const std::vector<const Definition*>& measures, const std::vector<ResultRow>& rows,
                        const Catalogue& catalogue, Day as_of, const std::string& snapshots) {
  std::string text;
  JsonWriter json(text);
  json.begin_object().key("resourceType").text("Bundle").key("type").text("collection");
  json.key("entry").begin_array();
  for (const Definition* measure : measures) {
    json.begin_object().key("resource");
    write_measure(json, *measure);
    json.end_object();
  }
  for (const Definition* measure : measures) {
    std::vector<const ResultRow*> of_measure;
    for (const ResultRow& row : rows)
      if (row.measure == measure) of_measure.push_back(&row);
    for (std::size_t begin = 0; begin < of_measure.size();) {
      std::size_t end = begin;
      while (end < of_measure.size() && of_measure[end]->school == of_measure[begin]->school) ++end;
      json.begin_object().key("resource");
      write_report(json,
                   {of_measure.begin() + static_cast<std::ptrdiff_t>(begin),
                    of_measure.begin() + static_cast<std::ptrdiff_t>(end)},
                   as_of, cited_by(*measure, catalogue, snapshots));
      json.end_object();
      begin = end;
    }
  }
  json.end_array().end_object().finish();
  return text;
}

}  // namespace smm::outcomes::measure
