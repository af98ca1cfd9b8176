// SPDX-License-Identifier: Apache-2.0
#include "instrument/area_scheme.hpp"

#include <algorithm>
#include <set>

#include "base/document_reader.hpp"
#include "base/problems.hpp"
#include "instrument/definition_name.hpp"
#include "instrument/problems.hpp"

namespace smm::instrument {
namespace {

using base::Document;
using base::DocumentReader;
using base::Problems;

// A label stands exactly where the name is known, so that a forgotten label and a guessed one both show.
std::optional<std::string> read_known_name(DocumentReader& fields, Problems& problems) {
  const bool says = !fields.text("name_known").empty();
  const bool known = fields.flag("name_known", false);
  auto label = fields.optional_text("label");
  if (says && known != label.has_value()) {
    problems.emplace_back(problem::scheme_name,
                          known ? "the name is said to be known, but \"label\" is missing"
                                : "the name is said not to be known, but there is a \"label\"",
                          fields.place(known ? "name_known" : "label"));
  }
  return label;
}

// Reads what domains and areas have in common; `read_rest` reads what only one of them has.
template <class Part, class ReadRest>
std::vector<Part> read_scheme_parts(DocumentReader& reader, std::string_view key, Problems& problems,
                                    ReadRest read_rest) {
  std::vector<Part> parts;
  std::set<std::string> seen;
  for (const Document& document : reader.list(key)) {
    DocumentReader fields(document, problems);
    Part part;
    part.id = fields.id("id");
    if (!seen.insert(part.id).second && !part.id.empty()) {
      problems.emplace_back(problem::duplicate_id, "\"" + part.id + "\" stands twice in " + std::string(key),
                            document.place);
    }
    part.label = read_known_name(fields, problems);
    part.note = fields.optional_text("note").value_or("");
    read_rest(fields, part);
    fields.finish();
    parts.push_back(std::move(part));
  }
  if (parts.empty()) {
    problems.emplace_back(base::problem::missing_field, "\"" + std::string(key) + "\" lists nothing",
                          reader.place(key));
  }
  return parts;
}

void read_domain_of_area(DocumentReader& fields, const AreaScheme& scheme, SchemeArea& area,
                         Problems& problems) {
  if (!fields.has("domain")) return;
  const std::string wanted = fields.id("domain");
  for (std::size_t i = 0; i < scheme.domains.size(); ++i) {
    if (scheme.domains[i].id == wanted) area.domain = i;
  }
  if (!area.domain) {
    problems.emplace_back(problem::unknown_id, "no domain \"" + wanted + "\" in this scheme",
                          fields.place("domain"));
  }
}

std::vector<int> read_scheme_years(DocumentReader& reader, Problems& problems) {
  std::vector<int> years;
  for (const Document& entry : reader.list("years")) {
    const auto year = entry.scalar() == nullptr ? std::nullopt : base::parse_integer(entry.scalar()->text);
    const std::int64_t least = years.empty() ? 1990 : years.back() + 1;
    if (!year || *year < least || *year > 2100) {
      problems.emplace_back(problem::scheme_number, "\"years\" takes years from 1990 to 2100, ascending",
                            entry.place);
      return years;
    }
    years.push_back(static_cast<int>(*year));
  }
  if (years.empty()) {
    problems.emplace_back(problem::scheme_number, "\"years\" names no year", reader.place("years"));
  }
  return years;
}

std::optional<int> read_indicator_count(DocumentReader& reader, Problems& problems) {
  const auto count = reader.optional_integer("scored_indicators");
  if (!count) return std::nullopt;
  if (*count >= 1 && *count <= 10000) return static_cast<int>(*count);
  problems.emplace_back(problem::scheme_number,
                        "\"scored_indicators\" is a whole number above 0; leave it out when not known",
                        reader.place("scored_indicators"));
  return std::nullopt;
}

AreaScheme read_area_scheme(DocumentReader& reader, Problems& problems) {
  AreaScheme scheme;
  scheme.id = reader.id("scheme");
  scheme.title = reader.text("title");
  scheme.years = read_scheme_years(reader, problems);
  scheme.scored_indicators = read_indicator_count(reader, problems);
  scheme.source = reader.text("source");
  scheme.domains = read_scheme_parts<SchemeDomain>(reader, "domains", problems, [](auto&, auto&) {});
  scheme.areas = read_scheme_parts<SchemeArea>(
      reader, "areas", problems,
      [&](DocumentReader& fields, SchemeArea& area) { read_domain_of_area(fields, scheme, area, problems); });
  reader.finish();
  return scheme;
}

}  // namespace

base::Result<AreaScheme> load_area_scheme(const Document& document,
                                          const std::vector<std::string>& edition_ids) {
  Problems problems;
  DocumentReader reader(document, problems);
  AreaScheme scheme = read_area_scheme(reader, problems);
  if (!scheme.id.empty()) check_definition_name(document, scheme.id, reader.place("scheme"), problems);
  if (std::count(edition_ids.begin(), edition_ids.end(), scheme.id) > 0) {
    problems.emplace_back(problem::duplicate_id, "an edition has the id \"" + scheme.id + "\" already",
                          reader.place("scheme"));
  }
  base::sort_problems(problems);
  if (!problems.empty()) return problems;
  return scheme;
}

}  // namespace smm::instrument
