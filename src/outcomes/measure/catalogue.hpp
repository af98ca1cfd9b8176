// SPDX-License-Identifier: Apache-2.0
// Measures as they are defined in content/measures: data in the vocabulary of FHIR Measure, whose conditions
// are checked expressions over the facts of fact.hpp. Nothing in a definition is run as code.
//
// A person of the initial population who meets no exclusion belongs to the population of a measure. Then
// `denominator` (everybody without one) and `numerator` tell what counts. How the number is made of it is the
// scoring:
//
//   proportion      those with the numerator / those of the denominator
//   ratio_of_sums   sum of one number / sum of another, over persons
//   median          of one number
//   follow_up       share to whom an event has happened after a time (stats/cumulative_incidence.hpp)
//   difference      the measure `of` for the reference group minus that for the group
//   representation  the measure `of` / the population's share in the school's state, or the nation
//   composite       the sum of z-scores of `parts` over schools
//
// docs/reference/measures.md gives the fields of the JSON files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/document.hpp"
#include "base/result.hpp"
#include "expression/expression.hpp"
#include "outcomes/measure/fact.hpp"

namespace smm::outcomes::measure {

enum class Scoring : std::uint8_t {
  proportion,
  ratio_of_sums,
  median,
  follow_up,
  difference,
  representation,
  composite,
};
enum class Improvement : std::uint8_t { increase, decrease, toward_one, none };

// A program of study: how long it takes and when its graduates' practice is measured.
struct Programme {
  std::string id;
  std::vector<std::string> names;  // further spellings in cohort files, case folded
  double months = 0;               // full length
  double follow_up_years = 0;
  bool npi_expected = true;
};

// A list that has a date, so that a result can be made again: groups, codes, programs.
struct ValueSet {
  std::string id;
  std::string version;
  std::string title;
  std::string source;
  std::string effective;  // YYYY-MM-DD
  std::vector<std::string> codes;
  std::string sha256;  // of its file
};

struct Change {
  std::string version;
  std::string date;
  std::string what;
};

enum class FollowUpClock : std::uint8_t {
  enrollment,            // from matriculation to graduation; leaving competes
  underserved_practice,  // from the first address seen in an underserved place to leaving such places
};

struct FollowUp {
  FollowUpClock clock = FollowUpClock::enrollment;
  double percent_of_programme = 0;    // enrollment
  std::vector<double> horizon_years;  // underserved practice
};

// Which groups a difference compares: every value of the column but the reference, against it.
struct ComparedGroups {
  Fact fact = Fact::urm;
  std::string reference;  // value as in strata, such as "no"
};

struct Definition {
  std::string id;
  std::string version;
  std::string status;
  std::string title;
  std::string kind;
  Scoring scoring = Scoring::proportion;
  Improvement improvement = Improvement::none;
  bool is_public_outcome = false;  // may stand in the explorer
  std::string time_point;
  std::string description;
  std::string numerator_words;
  std::string denominator_words;
  std::string data_source;
  std::vector<std::string> professions;
  std::vector<std::string> stratifiers;
  std::vector<std::string> evidence;
  std::vector<Change> changes;
  std::vector<std::string> value_sets;  // "id@version"
  std::size_t minimum_n = 0;

  expression::Expression initial_population;
  std::optional<expression::Expression> denominator;
  std::optional<expression::Expression> exclusion;
  std::optional<expression::Expression> numerator;
  std::optional<Fact> value;  // of a median; above the line of a ratio of sums
  std::optional<Fact> below;  // below the line
  std::optional<FollowUp> follow_up;
  std::string of;  // of a difference or representation
  std::vector<ComparedGroups> groups;
  std::vector<std::string> parts;

  bool needs_link = false;  // a fact of link, registry or place takes part
  bool needs_place = false;
  bool takes_draws = false;  // may be pooled over draws of the linkage
  std::string sha256;        // of its file
};

struct Catalogue {
  std::vector<Definition> measures;  // ascending by id
  std::vector<ValueSet> value_sets;
  std::vector<Programme> programmes;

  const Definition* find(std::string_view id) const;
  const ValueSet* find_value_set(std::string_view id_and_version) const;
};

// A definition file, read.
struct DefinitionFile {
  base::Document document;
  std::string sha256;
};

struct CatalogueFiles {
  std::vector<DefinitionFile> measures;
  std::vector<DefinitionFile> value_sets;
  std::optional<DefinitionFile> programmes;
};

// Everything that is wrong in all files at once.
base::Result<Catalogue> load_catalogue(const CatalogueFiles& files);

std::string_view word_of(Scoring scoring);
std::string_view word_of(Improvement improvement);

}  // namespace smm::outcomes::measure
