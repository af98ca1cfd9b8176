// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/graduate_names.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace smm::outcomes::linkage {
namespace {

void keep_best(std::vector<SurnameWay>& ways) {
  std::sort(ways.begin(), ways.end(), [](const SurnameWay& a, const SurnameWay& b) {
    return std::pair(a.code, a.level) < std::pair(b.code, b.level);
  });
  ways.erase(std::unique(ways.begin(), ways.end(),
                         [](const SurnameWay& a, const SurnameWay& b) { return a.code == b.code; }),
             ways.end());
}

std::vector<std::string_view> views_of(const std::set<std::string>& names) {
  return {names.begin(), names.end()};
}

}  // namespace

GraduateNames::GraduateNames(const RegistryIndex& index, const std::vector<Graduate>& graduates,
                             const Nicknames& nicknames, unsigned threads)
    : index_(index) {
  search_surnames(graduates, threads);
  search_first_names(graduates, nicknames, threads);
}

void GraduateNames::search_surnames(const std::vector<Graduate>& graduates, unsigned threads) {
  std::set<std::string> distinct;
  for (const Graduate& graduate : graduates) {
    for (const Surname* name : {&graduate.last, &graduate.former}) {
      if (!name->whole.empty()) distinct.insert(name->whole);
      distinct.insert(name->parts.begin(), name->parts.end());
    }
  }
  const auto& names = index_.surname_keys().names;
  const NameSearch search({names.begin(), names.end()});
  const auto wanted = views_of(distinct);
  auto found = search.similar(wanted, threads);
  for (std::size_t i = 0; i < wanted.size(); ++i) similar_surnames_.emplace(wanted[i], std::move(found[i]));
}

void GraduateNames::search_first_names(const std::vector<Graduate>& graduates, const Nicknames& nicknames,
                                       unsigned threads) {
  std::map<std::string, std::string> first_word;  // of each distinct whole first name
  std::set<std::string> distinct;
  for (const Graduate& graduate : graduates) {
    if (graduate.first.whole.empty()) continue;
    first_word[graduate.first.whole] = graduate.first.first;
    distinct.insert(graduate.first.whole);
    distinct.insert(graduate.first.first);
  }
  const NameKeys& given = index_.given_keys();
  const auto wanted = views_of(distinct);
  const auto found = NameSearch({given.names.begin(), given.names.end()}).similar(wanted, threads);
  std::unordered_map<std::string_view, std::size_t> number;
  for (std::size_t i = 0; i < wanted.size(); ++i) number.emplace(wanted[i], i);
  for (const auto& [whole, first] : first_word) {
    std::map<std::uint32_t, FirstLevel> levels;
    const auto offer = [&](std::uint32_t key, FirstLevel level) {
      if (key == 0) return;
      const auto [at, is_new] = levels.emplace(key, level);
      if (!is_new) at->second = std::min(at->second, level);
    };
    offer(given.find(whole), FirstLevel::same);
    offer(given.find(first), FirstLevel::same);
    for (const std::string* name : {&whole, &first})
      for (const std::string& nickname : nicknames.of(*name))
        offer(given.find(nickname), FirstLevel::nickname);
    if (first.size() > 1) {
      offer(given.find(first.substr(0, 1)), FirstLevel::initial);
    } else {
      for (std::uint32_t key = 1; key < given.names.size(); ++key)
        if (given.names[key].front() == first.front()) offer(key, FirstLevel::initial);
    }
    for (const std::string* name : {&whole, &first})
      for (const SimilarName& similar : found[number.at(*name)])
        offer(similar.name, similar.spelling == Spelling::near ? FirstLevel::near : FirstLevel::alike);
    auto& keys = first_keys_[whole];
    for (const auto& [key, level] : levels) keys.push_back({key, level});
  }
}

const std::vector<GraduateNames::FirstKey>& GraduateNames::first_keys(const Graduate& graduate) const {
  static const std::vector<FirstKey> none;
  const auto at = first_keys_.find(graduate.first.whole);
  return at == first_keys_.end() ? none : at->second;
}

std::vector<std::uint32_t> GraduateNames::same_first_keys(const std::vector<Graduate>& graduates) const {
  std::vector<std::uint32_t> keys;
  for (const Graduate& graduate : graduates)
    for (const FirstKey& first : first_keys(graduate))
      if (first.level == FirstLevel::same) keys.push_back(first.key);
  return keys;
}

// `whole`: the name is the graduate's whole surname, not a part of it; `former`: it is the former one.
void GraduateNames::ways_of(const std::string& name, bool whole, bool former, SurnameWays& ways) const {
  const auto put = [&](std::vector<SurnameWay>& list, const std::vector<Code>& codes, SurnameLevel level) {
    for (const Code code : codes) list.push_back({code, level});
  };
  if (const std::uint32_t key = index_.surname_keys().find(name); key != 0) {
    const SurnameLevel equal = !whole   ? SurnameLevel::part
                               : former ? SurnameLevel::changed
                                        : SurnameLevel::same;
    put(ways.present, index_.wholes(key), equal);
    put(ways.present, index_.parts(key), SurnameLevel::part);
    put(ways.former, index_.wholes(key), whole ? SurnameLevel::changed : SurnameLevel::remote);
    put(ways.former, index_.parts(key), SurnameLevel::remote);
  }
  const auto similar = similar_surnames_.find(name);
  if (similar == similar_surnames_.end()) return;
  for (const SimilarName& found : similar->second) {
    const bool direct = whole && !former;
    const SurnameLevel level = !direct                            ? SurnameLevel::remote
                               : found.spelling == Spelling::near ? SurnameLevel::near
                                                                  : SurnameLevel::alike;
    if (!whole && found.spelling != Spelling::near) continue;
    put(ways.present, index_.wholes(found.name), level);
    if (found.spelling != Spelling::near) continue;
    put(ways.present, index_.parts(found.name), SurnameLevel::remote);
    put(ways.former, index_.wholes(found.name), SurnameLevel::remote);
  }
}

SurnameWays GraduateNames::surname_ways(const Graduate& graduate) const {
  SurnameWays ways;
  for (const bool former : {false, true}) {
    const Surname& name = former ? graduate.former : graduate.last;
    if (!name.whole.empty()) ways_of(name.whole, true, former, ways);
    for (const std::string& part : name.parts) ways_of(part, false, former, ways);
  }
  keep_best(ways.present);
  keep_best(ways.former);
  return ways;
}

}  // namespace smm::outcomes::linkage
