// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/catalogue.hpp"

#include <algorithm>

#include "outcomes/measure/definition_reader.hpp"
#include "outcomes/measure/problems.hpp"

namespace smm::outcomes::measure {
namespace {

using base::Problems;

// What definitions say of each other, once all are read.
class References {
 public:
  References(const Catalogue& catalogue, Problems& problems) : catalogue_(catalogue), problems_(problems) {}

  void check(const Definition& measure, const base::Document& document) {
    const base::Place& place = document.place;
    for (const std::string& set : measure.value_sets)
      if (catalogue_.find_value_set(set) == nullptr)
        problems_.emplace_back(problem::measure_value_set_missing,
                               measure.id + " refers to the value set \"" + set + "\", which is not there",
                               place_of(document, "value_sets"));
    if (!measure.of.empty()) check_part(measure, measure.of, place_of(document, "of"));
    for (const std::string& part : measure.parts) check_part(measure, part, place_of(document, "parts"));
    if (measure.changes.empty() || measure.changes.back().version != measure.version)
      problems_.emplace_back(problem::measure_bad_version,
                             measure.id + " has no change that tells of version " + measure.version, place);
  }

 private:
  static base::Place place_of(const base::Document& document, std::string_view key) {
    const base::Document* found = document.find(key);
    return found == nullptr ? document.place : found->place;
  }

  // A part must be a plain measure, so that nothing is made of itself.
  void check_part(const Definition& measure, const std::string& part, const base::Place& place) {
    const Definition* found = catalogue_.find(part);
    const bool deep = found != nullptr && (!found->parts.empty() ||
                                           (!found->of.empty() && measure.scoring != Scoring::composite));
    const bool fits =
        found != nullptr && (measure.scoring != Scoring::difference ||
                             found->scoring == Scoring::proportion || found->scoring == Scoring::follow_up);
    if (found == nullptr)
      problems_.emplace_back(problem::measure_refers_wrongly,
                             measure.id + " is made of " + part + ", which is not there", place);
    else if (deep || !fits || found == &measure)
      problems_.emplace_back(problem::measure_refers_wrongly,
                             measure.id + " cannot be made of " + part + " as that is scored", place);
  }

  const Catalogue& catalogue_;
  Problems& problems_;
};

template <class Things, class Key>
void report_twice(const Things& things, const std::vector<DefinitionFile>& files, Key key,
                  Problems& problems) {
  for (std::size_t i = 0; i < things.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (key(things[i]) == key(things[j]))
        problems.emplace_back(problem::measure_bad_id, "\"" + key(things[i]) + "\" stands twice",
                              files[i].document.place);
}

std::vector<std::string> ids_of(const std::vector<Programme>& programmes) {
  std::vector<std::string> ids;
  for (const Programme& programme : programmes) ids.push_back(programme.id);
  return ids;
}

}  // namespace

const Definition* Catalogue::find(std::string_view id) const {
  for (const Definition& measure : measures)
    if (measure.id == id) return &measure;
  return nullptr;
}

const ValueSet* Catalogue::find_value_set(std::string_view id_and_version) const {
  for (const ValueSet& set : value_sets)
    if (set.id + "@" + set.version == id_and_version) return &set;
  return nullptr;
}

base::Result<Catalogue> load_catalogue(const CatalogueFiles& files) {
  Problems problems;
  Catalogue catalogue;
  if (files.programmes) catalogue.programmes = read_programmes(*files.programmes, problems);
  const FactNames names(ids_of(catalogue.programmes));
  for (const DefinitionFile& file : files.value_sets)
    catalogue.value_sets.push_back(read_value_set(file, problems));
  for (const DefinitionFile& file : files.measures)
    catalogue.measures.push_back(read_definition(file, names, problems));
  report_twice(
      catalogue.measures, files.measures, [](const Definition& d) { return d.id; }, problems);
  report_twice(
      catalogue.value_sets, files.value_sets, [](const ValueSet& s) { return s.id + "@" + s.version; },
      problems);
  References references(catalogue, problems);
  for (std::size_t i = 0; i < files.measures.size(); ++i)
    references.check(catalogue.measures[i], files.measures[i].document);
  if (!problems.empty()) {
    base::sort_problems(problems);
    return problems;
  }
  std::sort(catalogue.measures.begin(), catalogue.measures.end(),
            [](const Definition& a, const Definition& b) { return a.id < b.id; });
  return catalogue;
}

}  // namespace smm::outcomes::measure
