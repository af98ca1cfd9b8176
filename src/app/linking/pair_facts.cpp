// SPDX-License-Identifier: Apache-2.0
#include "app/linking/pair_facts.hpp"

namespace smm::app::linking {
namespace {

namespace registry = outcomes::registry;

class Facts {
 public:
  void add(std::string_view name, std::string_view text) {
    if (!text.empty()) all.push_back({std::string(name), std::string(text)});
  }
  std::vector<ToldFact> all;
};

void add_names(Facts& facts, const registry::Snapshot& snapshot, registry::Row row) {
  facts.add("last", snapshot.surnames().text(snapshot.last(row)));
  facts.add("first", snapshot.given_names().text(snapshot.first(row)));
  facts.add("middle", snapshot.given_names().text(snapshot.middle(row)));
  facts.add("suffix", snapshot.suffixes().text(snapshot.suffix(row)));
  for (const registry::OtherName& name : snapshot.other_names(row))
    facts.add("other_last", snapshot.surnames().text(name.last));
}

}  // namespace

std::vector<ToldFact> facts_of_graduate(const base::Table& roster, const base::TableRow& row) {
  Facts facts;
  for (std::size_t column = 0; column < roster.columns.size(); ++column) {
    const std::string& name = roster.columns[column];
    if (name != "graduate_id" && name != "npi") facts.add(name, row.cells[column]);
  }
  return std::move(facts.all);
}

std::vector<ToldFact> facts_of_person(const registry::Snapshot& snapshot, registry::Row row) {
  Facts facts;
  add_names(facts, snapshot, row);
  facts.add("credential", snapshot.credentials().text(snapshot.credential(row)));
  if (snapshot.enumerated(row).given())
    facts.add("enumerated", std::to_string(snapshot.enumerated(row).year()));
  const registry::EntryRange taxonomies = snapshot.taxonomies_of(row);
  for (std::uint32_t entry = taxonomies.begin; entry < taxonomies.end; ++entry) {
    const registry::Taxonomy taxonomy = snapshot.taxonomy(entry);
    facts.add("taxonomy", std::string(snapshot.taxonomies().text(taxonomy.code)) + " " +
                              std::string(snapshot.states().text(taxonomy.licence_state)));
  }
  facts.add("practice_state", snapshot.states().text(snapshot.practice_state(row)));
  const registry::Sex sex = snapshot.sex(row);
  facts.add("sex", sex == registry::Sex::female ? "F" : sex == registry::Sex::male ? "M" : "");
  return std::move(facts.all);
}

std::string as_line(const std::vector<ToldFact>& facts) {
  std::string line;
  for (const ToldFact& fact : facts) line += (line.empty() ? "" : "; ") + fact.name + " " + fact.text;
  return line;
}

}  // namespace smm::app::linking
