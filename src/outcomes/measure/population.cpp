// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/population.hpp"

#include <algorithm>
#include <atomic>

#include "outcomes/measure/standing.hpp"
#include "outcomes/registry/worker_threads.hpp"

namespace smm::outcomes::measure {
namespace {

bool asks_about_links(const expression::Expression& condition) {
  const std::vector<int> handles = expression::references(condition);
  return std::any_of(handles.begin(), handles.end(), [](int handle) {
    const FactSource source = name_of(static_cast<Fact>(handle)).source;
    return source != FactSource::cohort && source != FactSource::programme;
  });
}

Population find_population(const MeasureInput& input, const expression::Expression& condition) {
  Population found;
  for (std::uint32_t i = 0; i < input.cohort.persons.size(); ++i) {
    const Subject subject{input.cohort, input.cohort.persons[i], input.links.persons[i], nullptr, nullptr,
                          input.as_of};
    const auto values = [&](int handle) {
      return value_of(subject, static_cast<Fact>(handle), Certainty::decided);
    };
    const expression::Truth truth = expression::evaluate(condition, values);
    if (truth == expression::Truth::is_true) found.members.push_back(i);
    found.undecided += truth == expression::Truth::unknown;
  }
  return found;
}

}  // namespace

Populations::Populations(const MeasureInput& input) {
  for (const Definition* measure : input.measures) note(input.catalogue, *measure);
  std::atomic<std::size_t> next = 0;
  registry::on_threads(input.threads, [&](unsigned) {
    for (std::size_t i = next++; i < known_.size(); i = next++)
      known_[i].population = find_population(input, *known_[i].condition);
  });
}

void Populations::note(const Catalogue& catalogue, const Definition& measure) {
  if (!measure.of.empty()) note(catalogue, *catalogue.find(measure.of));
  for (const std::string& part : measure.parts) note(catalogue, *catalogue.find(part));
  const expression::Expression& condition = measure.initial_population;
  if (condition.nodes.empty() || asks_about_links(condition) || of(measure) != nullptr) return;
  known_.push_back({&condition, {}});
}

const Population* Populations::of(const Definition& measure) const {
  for (const Known& known : known_)
    if (*known.condition == measure.initial_population) return &known.population;
  return nullptr;
}

}  // namespace smm::outcomes::measure
