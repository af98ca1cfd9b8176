// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/registry_index.hpp"

#include <algorithm>
#include <map>

#include "outcomes/linkage/folded_text.hpp"
#include "outcomes/linkage/parallel.hpp"
#include "outcomes/linkage/person_name.hpp"

namespace smm::outcomes::linkage {
namespace {

class KeyMaker {
 public:
  explicit KeyMaker(NameKeys& keys, std::size_t about) : keys_(keys) {
    keys_.names.reserve(2 * about + 16);  // views into short strings must not move
    keys_.keys.reserve(about);
    keys_.names.emplace_back();
  }

  std::uint32_t key(std::string_view name) {
    if (name.empty()) return 0;
    if (const auto at = keys_.keys.find(name); at != keys_.keys.end()) return at->second;
    const auto next = static_cast<std::uint32_t>(keys_.names.size());
    if (keys_.names.size() == keys_.names.capacity()) grow();
    keys_.names.emplace_back(name);
    keys_.keys.emplace(keys_.names.back(), next);
    return next;
  }

 private:
  void grow() {
    std::vector<std::string> larger;
    larger.reserve(keys_.names.size() * 2);
    for (std::string& name : keys_.names) larger.push_back(std::move(name));
    keys_.names = std::move(larger);
    keys_.keys.clear();
    for (std::uint32_t i = 1; i < keys_.names.size(); ++i) keys_.keys.emplace(keys_.names[i], i);
  }

  NameKeys& keys_;
};

GraduateSex sex_of(registry::Sex sex) {
  if (sex == registry::Sex::female) return GraduateSex::female;
  return sex == registry::Sex::male ? GraduateSex::male : GraduateSex::not_given;
}

// Codes of a dictionary, each read once as linkage needs it.
template <class Value, class Read>
std::vector<Value> each_text(const registry::Dictionary& dictionary, const Read& read) {
  std::vector<Value> values(dictionary.size());
  for (Code code = 0; code < values.size(); ++code) values[code] = read(dictionary.text(code));
  return values;
}

struct PlacesHash {
  std::size_t operator()(const std::array<StateSet, 3>& states) const {
    std::uint64_t hash = 0x9E3779B97F4A7C15u;
    for (const StateSet set : states) hash = (hash ^ set) * 0xD6E8FEB86659FD93u, hash ^= hash >> 32;
    return hash;
  }
};

// Numbers the distinct sets of states, and counts who has them.
class PlacesMaker {
 public:
  explicit PlacesMaker(const registry::Snapshot& snapshot)
      : snapshot_(snapshot), states_(each_text<StateSet>(snapshot.states(), state_bit)) {}

  std::uint32_t of(Row row, const registry::EntryRange& taxonomies, std::vector<Places>& places) {
    StateSet licences = 0;
    for (std::uint32_t entry = taxonomies.begin; entry < taxonomies.end; ++entry)
      licences |= states_[snapshot_.taxonomy(entry).licence_state];
    const std::array<StateSet, 3> key = {licences, states_[snapshot_.practice_state(row)],
                                         states_[snapshot_.mailing_state(row)]};
    const auto [at, is_new] = numbers_.emplace(key, static_cast<std::uint32_t>(places.size()));
    if (is_new) places.push_back({key[0], key[1], key[2], 0});
    ++places[at->second].persons;
    return at->second;
  }

 private:
  const registry::Snapshot& snapshot_;
  std::vector<StateSet> states_;
  std::unordered_map<std::array<StateSet, 3>, std::uint32_t, PlacesHash> numbers_;
};

}  // namespace

std::uint32_t NameKeys::find(std::string_view name) const {
  const auto at = keys.find(name);
  return at == keys.end() ? 0 : at->second;
}

RegistryIndex::RegistryIndex(const registry::Snapshot& snapshot, unsigned threads) : snapshot_(snapshot) {
  in_parallel(threads, 2, [&](std::size_t piece) {
    if (piece == 0) {
      fold_surnames();
      fold_given_names();
    } else {
      pack_persons();
    }
  });
  count_persons();
}

void RegistryIndex::fold_surnames() {
  const registry::Dictionary& dictionary = snapshot_.surnames();
  KeyMaker maker(surnames_, dictionary.size());
  const auto put = [](std::vector<std::vector<Code>>& lists, std::uint32_t key, Code code) {
    if (key >= lists.size()) lists.resize(key + 1);
    lists[key].push_back(code);
  };
  for (Code code = 1; code < dictionary.size(); ++code) {
    const Surname name = surname_of(dictionary.text(code));
    if (name.whole.empty()) continue;
    put(whole_codes_, maker.key(name.whole), code);
    for (const std::string& part : name.parts) put(part_codes_, maker.key(part), code);
  }
  whole_codes_.resize(surnames_.names.size());
  part_codes_.resize(surnames_.names.size());
}

void RegistryIndex::fold_given_names() {
  const registry::Dictionary& dictionary = snapshot_.given_names();
  KeyMaker maker(given_, dictionary.size());
  given_first_.resize(dictionary.size());
  given_whole_.resize(dictionary.size());
  initial_.resize(dictionary.size());
  is_initial_.resize(dictionary.size());
  for (Code code = 1; code < dictionary.size(); ++code) {
    const GivenName name = given_name_of(dictionary.text(code));
    given_whole_[code] = maker.key(name.whole);
    given_first_[code] = maker.key(name.first);
    initial_[code] = name.whole.empty() ? '\0' : name.whole.front();
    is_initial_[code] = name.whole.size() == 1;
  }
  codes_of_first_.resize(given_.names.size());
  codes_of_whole_.resize(given_.names.size());
  for (Code code = 1; code < dictionary.size(); ++code) {
    codes_of_whole_[given_whole_[code]].push_back(code);
    if (given_first_[code] != given_whole_[code]) codes_of_first_[given_first_[code]].push_back(code);
  }
}

void RegistryIndex::pack_persons() {
  const registry::Snapshot& s = snapshot_;
  const Row persons = s.persons();
  block_.resize(s.surnames().size() + 1);
  for (Code code = 0; code < s.surnames().size(); ++code)
    block_[code + 1] = block_[code] + static_cast<std::uint32_t>(s.with_last(code).size());
  traits_.resize(persons);
  position_.resize(persons);
  const auto named = each_text<std::uint16_t>(s.credentials(), professions_in);
  const auto groups = each_text<TaxonomyGroup>(s.taxonomies(), group_of_taxonomy);
  const auto generations = each_text<Generation>(s.suffixes(), generation_of);
  const auto own_generations = each_text<Generation>(s.surnames(), [](std::string_view text) {
    return text.find(' ') == std::string_view::npos ? Generation::none : surname_of(text).generation;
  });
  PlacesMaker places(s);
  std::vector<std::uint32_t> next(block_.begin(), block_.end() - 1);
  for (Row row = 0; row < persons; ++row) {
    const registry::EntryRange taxonomies = s.taxonomies_of(row);
    PersonTraits traits;
    traits.row = row;
    traits.first = s.first(row);
    traits.middle = s.middle(row);
    traits.places = places.of(row, taxonomies, places_);
    traits.professions = named[s.credential(row)];
    if (const auto primary = s.primary_taxonomy(row)) traits.group = groups[s.taxonomy(*primary).code];
    if (const registry::Day day = s.enumerated(row); day.given())
      traits.year = static_cast<std::uint8_t>(std::clamp(day.year() - first_enumeration_year, 1, 255));
    traits.sex = static_cast<std::uint8_t>(sex_of(s.sex(row)));
    const Code last = s.last(row);
    traits.generation = generations[s.suffix(row)];
    if (traits.generation == Generation::none) traits.generation = own_generations[last];
    position_[row] = next[last]++;
    traits_[position_[row]] = traits;
  }
}

void RegistryIndex::count_persons() {
  middle_with_key_.resize(given_.names.size());
  first_with_key_.resize(given_.names.size());
  sex_by_first_.resize(given_.names.size());
  using BySexAndGroup = std::array<std::array<double, taxonomy_groups>, 3>;
  std::map<std::uint16_t, BySexAndGroup> named_by_group;
  std::uint16_t last_named = 0;
  auto* of_named = &named_by_group[last_named];
  for (const PersonTraits& person : traits_) {
    const std::uint32_t first = given_first_[person.first], middle = given_whole_[person.middle];
    ++first_with_key_[first];
    ++sex_by_first_[first][person.sex];
    ++sex_[person.sex];
    if (middle == 0) {
      ++middle_missing_;
    } else {
      ++middle_with_key_[middle];
      ++middle_with_initial_[static_cast<unsigned char>(given_.names[middle].front())];
    }
    with_generation_ += person.generation != Generation::none;
    ++group_[static_cast<std::size_t>(person.group)];
    ++group_year_[static_cast<std::size_t>(person.group)][person.year];
    if (person.professions != last_named) {
      last_named = person.professions;
      of_named = &named_by_group[last_named];
    }
    ++(*of_named)[person.sex][static_cast<std::size_t>(person.group)];
  }
  for (const auto& [named, by_sex] : named_by_group)
    for (unsigned sex = 0; sex < 3; ++sex)
      for (unsigned profession = 0; profession < professions; ++profession)
        for (unsigned group = 0; group < taxonomy_groups; ++group)
          group_credential_[sex][profession][group][credential_says(
              named, static_cast<Profession>(profession))] += by_sex[sex][group];
}

}  // namespace smm::outcomes::linkage
