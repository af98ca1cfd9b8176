// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_map>

#include "base/document_reader.hpp"
#include "exchange/csv.hpp"
#include "outcomes/measure/practice.hpp"
#include "outcomes/measure/problems.hpp"
#include "outcomes/registry/npi.hpp"
#include "outcomes/registry/problems.hpp"

namespace smm::outcomes::measure {
namespace {

using base::Problems;
using PersonsById = std::unordered_map<std::string_view, std::size_t>;

PersonsById persons_by_id(const Cohort& cohort) {
  PersonsById persons;
  persons.reserve(cohort.persons.size());
  for (std::size_t i = 0; i < cohort.persons.size(); ++i) persons.emplace(cohort.persons[i].id, i);
  return persons;
}

std::optional<LinkState> link_state(std::string_view word) {
  for (std::size_t i = 0; i < link_state_words().size(); ++i)
    if (link_state_words()[i] == word) return static_cast<LinkState>(i);
  return std::nullopt;
}

std::optional<std::uint32_t> read_npi(std::string_view cell, const base::Place& place, Problems& problems) {
  const auto npi = registry::Npi::parse(cell);
  if (npi) return npi->number();
  problems.emplace_back(registry::problem::bad_npi,
                        "\"" + std::string(cell) + "\" is no NPI: ten digits that check", place);
  return std::nullopt;
}

struct LinkCells {
  std::string_view state;
  std::string_view npi;
  std::string_view probability;
};

PersonLink read_link(const LinkCells& cells, const base::Place& place, Problems& problems) {
  PersonLink link;
  link.in_file = true;
  const auto state = link_state(cells.state);
  if (!state)
    problems.emplace_back(problem::link_bad_state,
                          "\"" + std::string(cells.state) + "\" is no state of a link", place);
  link.state = state.value_or(LinkState::ambiguous);
  const auto probability = base::parse_decimal(cells.probability.empty() ? "0" : cells.probability);
  if (!probability || *probability < 0 || *probability > 1)
    problems.emplace_back(problem::cohort_bad_value, "a probability is a number from 0 to 1", place);
  else
    link.probability = *probability;
  if (link.state != LinkState::linked) return link;
  if (const auto npi = read_npi(cells.npi, place, problems)) link.npi = *npi;
  return link;
}

}  // namespace

base::Result<Links> read_links(base::ByteSource& bytes, const std::string& source, const Cohort& cohort) {
  exchange::CsvReader reader(bytes, source);
  if (!reader.require({"graduate_id", "state", "npi"})) return reader.problems();
  const std::size_t id = *reader.column("graduate_id"), state = *reader.column("state"),
                    npi = *reader.column("npi");
  const auto probability = reader.column("probability");
  const PersonsById persons = persons_by_id(cohort);
  Links links = no_links(cohort);
  Problems problems;
  exchange::CsvRow row;
  while (reader.next(row)) {
    const auto person = persons.find(row.cells[id]);
    const PersonLink link =
        read_link({row.cells[state], row.cells[npi], probability ? row.cells[*probability] : "1"},
                  reader.place(row), problems);
    if (person == persons.end()) {
      ++links.others;
      continue;
    }
    if (links.persons[person->second].in_file)
      problems.emplace_back(problem::cohort_duplicate_id,
                            "\"" + std::string(row.cells[id]) + "\" stands in the file twice",
                            reader.place(row));
    links.persons[person->second] = link;
  }
  problems.insert(problems.end(), reader.problems().begin(), reader.problems().end());
  if (!problems.empty()) return problems;
  return links;
}

base::Result<std::vector<Links>> read_draws(base::ByteSource& bytes, const std::string& source,
                                            const Cohort& cohort, const Links& links) {
  exchange::CsvReader reader(bytes, source);
  if (!reader.require({"draw", "graduate_id", "npi"})) return reader.problems();
  const std::size_t draw = *reader.column("draw"), id = *reader.column("graduate_id"),
                    npi = *reader.column("npi");
  const PersonsById persons = persons_by_id(cohort);
  Links nobody = no_links(cohort);
  for (std::size_t i = 0; i < nobody.persons.size(); ++i)
    if (links.persons[i].state == LinkState::no_npi_expected)
      nobody.persons[i].state = LinkState::no_npi_expected;
  std::vector<Links> draws;
  Problems problems;
  exchange::CsvRow row;
  while (reader.next(row)) {
    const auto number = base::parse_integer(row.cells[draw]);
    const auto found = read_npi(row.cells[npi], reader.place(row), problems);
    if (!number || *number < 1 || *number > 10000) {
      problems.emplace_back(problem::cohort_bad_value, "draw is a whole number from 1 to 10,000",
                            reader.place(row));
      continue;
    }
    if (draws.size() < static_cast<std::size_t>(*number))
      draws.resize(static_cast<std::size_t>(*number), nobody);
    const auto person = persons.find(row.cells[id]);
    if (person == persons.end() || !found) continue;
    PersonLink& link = draws[static_cast<std::size_t>(*number) - 1].persons[person->second];
    if (link.in_file)
      problems.emplace_back(problem::cohort_duplicate_id,
                            "\"" + std::string(row.cells[id]) + "\" stands in a draw twice",
                            reader.place(row));
    link = {LinkState::linked, true, 1, *found};
  }
  problems.insert(problems.end(), reader.problems().begin(), reader.problems().end());
  if (!problems.empty()) return problems;
  return draws;
}

}  // namespace smm::outcomes::measure
