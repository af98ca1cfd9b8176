// SPDX-License-Identifier: Apache-2.0
#include "app/graduates/own_word.hpp"

#include <algorithm>
#include <map>

#include "app/answering/copy_formats.hpp"
#include "app/graduates/problems.hpp"
#include "app/providers/open_registry.hpp"
#include "crypto/framing.hpp"
#include "exchange/csv.hpp"
#include "outcomes/linkage/roster.hpp"
#include "outcomes/registry/search.hpp"

namespace smm::app {
namespace {

namespace why = graduates_problem;
namespace linkage = outcomes::linkage;
namespace registry = outcomes::registry;

constexpr std::size_t most_name_letters = 100;

Row word_row(const OwnWordId& id) {
  return {"own_word", id.text()};
}

bool is_name(const std::string& name) {
  return name.find_first_not_of(' ') != std::string::npos && name.size() <= most_name_letters;
}

// By name: the one id of the roster that has it, or nothing.
using IdsByName = std::map<std::pair<std::string, std::string>, std::string>;

IdsByName ids_by_name(const std::string& roster_text) {
  IdsByName ids;
  const auto table = exchange::read_table(roster_text, "roster");
  if (!table) return ids;
  const auto roster = linkage::read_roster(*table);
  if (!roster) return ids;
  for (const linkage::Graduate& graduate : roster->graduates) {
    const auto [at, fresh] = ids.try_emplace({graduate.last.whole, graduate.first.first}, graduate.id);
    if (!fresh) at->second.clear();
  }
  return ids;
}

std::string id_of(const OpenedWord& word, const IdsByName& ids) {
  if (!word.graduate_id.empty()) return word.graduate_id;
  const auto found =
      ids.find({linkage::surname_of(word.last).whole, linkage::given_name_of(word.first).first});
  return found == ids.end() ? "" : found->second;
}

RegistryEntry entry_of(const registry::Snapshot& snapshot, registry::Row row) {
  const auto& given = snapshot.given_names();
  RegistryEntry entry;
  entry.npi = std::to_string(snapshot.npi(row));
  entry.name = std::string(given.text(snapshot.first(row))) + " " +
               std::string(given.text(snapshot.middle(row))) + " " +
               std::string(snapshot.surnames().text(snapshot.last(row)));
  entry.credential = snapshot.credentials().text(snapshot.credential(row));
  for (const registry::Address& address : snapshot.addresses(row)) {
    entry.place = std::string(snapshot.cities().text(address.city)) + ", " +
                  std::string(snapshot.states().text(address.state));
    break;
  }
  const registry::EntryRange taxonomies = snapshot.taxonomies_of(row);
  if (taxonomies.begin < taxonomies.end)
    entry.taxonomy = snapshot.taxonomies().text(snapshot.taxonomy(taxonomies.begin).code);
  return entry;
}

}  // namespace

std::optional<base::Problem> refusal_of_word(const GivenWord& given) {
  if (!is_name(given.last)) return base::Problem(why::own_word_bad, "Give your last name", {"last", 0, 0});
  if (!is_name(given.first)) return base::Problem(why::own_word_bad, "Give your first name", {"first", 0, 0});
  if (given.graduate_id.size() > most_name_letters)
    return base::Problem(why::own_word_bad, "That is too long", {"graduate_id", 0, 0});
  if (!registry::Npi::parse(given.npi))
    return base::Problem(why::own_word_bad,
                         "This is no NPI: ten digits, of which the last one checks the others",
                         {"npi", 0, 0});
  return std::nullopt;
}

std::string sealed_word(const Seals& seals, const OwnWordId& id, const GivenWord& given) {
  return seals.seal(word_row(id), crypto::framed({given.graduate_id, given.last, given.first, given.npi}));
}

OpenedWord opened_word(const Seals& seals, const OwnWord& word, const std::string& day) {
  const auto fields = crypto::unframed(seals.open(word_row(word.id), word.sealed));
  SMM_ASSERT(fields && fields->size() == 4);
  return {(*fields)[0], (*fields)[1], (*fields)[2], (*fields)[3], day};
}

std::string words_csv(std::vector<OpenedWord> words, const std::string& roster) {
  const IdsByName ids = ids_by_name(roster);
  std::ranges::stable_sort(words, {},
                           [](const OpenedWord& word) { return std::pair(word.last, word.first); });
  std::string text;
  exchange::CsvWriter csv(text);
  csv.row({"graduate_id", "last", "first", "npi", "confirmed"});
  for (const OpenedWord& word : words)
    csv.row({without_formula(id_of(word, ids)), without_formula(word.last), without_formula(word.first),
             word.npi, word.day});
  return text;
}

base::Result<FoundEntries> find_entries(const OutcomeSources& sources, const std::string& last,
                                        const std::string& first, const std::string& state) {
  if (sources.registry.empty())
    return base::Problem(why::registry_not_set, "This installation has no registry of providers");
  if (last.size() < 2 || first.size() < 2 || last.size() > most_name_letters ||
      first.size() > most_name_letters || state.size() > 2)
    return base::Problem(why::own_word_bad, "Give at least two letters of your last and first name",
                         {"last", 0, 0});
  const auto open = providers::open_registry(sources.registry_files, sources.registry);
  if (!open) return open.problems();
  const auto rows = registry::find_persons(open->snapshot, {last, first, state});
  FoundEntries found;
  found.too_many = rows.size() > most_entries_shown;
  if (found.too_many) return found;
  for (const registry::Row row : rows) found.entries.push_back(entry_of(open->snapshot, row));
  return found;
}

}  // namespace smm::app
