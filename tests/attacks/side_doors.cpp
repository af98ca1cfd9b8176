// SPDX-License-Identifier: Apache-2.0
#include "side_doors.hpp"

#include <cmath>
#include <set>

#include "base/random.hpp"
#include "byte_search.hpp"
#include "crypto/hash.hpp"

namespace smm::attacks {
namespace {

const std::set<std::string> known_headers{
    "school_id,programme,block", "profession,block,area,low,high",
    "profession,group,level,id,mean,low,high,p10,p25,p50,p75,p90,reason", "profession,group,level,id,sd",
    "profession,group,item_id,option,share"};

const std::set<std::string> known_keys{"all_participants",
                                       "areas",
                                       "domains",
                                       "edition",
                                       "fallen",
                                       "fewest_scored",
                                       "format",
                                       "frame",
                                       "id",
                                       "items",
                                       "items_of",
                                       "k",
                                       "norms",
                                       "previous",
                                       "professions",
                                       "professions_of_edition",
                                       "programmes",
                                       "sha256",
                                       "spread",
                                       "spread_of",
                                       "state",
                                       "table",
                                       "walls",
                                       "width"};

// Texts before a colon: the keys of a canonical JSON file.
std::set<std::string> keys_of(const std::string& json) {
  std::set<std::string> keys;
  for (std::size_t at = json.find('"'); at != std::string::npos; at = json.find('"', at + 1)) {
    const std::size_t end = json.find('"', at + 1);
    if (end == std::string::npos) break;
    const std::size_t after = json.find_first_not_of(' ', end + 1);
    if (after != std::string::npos && json[after] == ':') keys.insert(json.substr(at + 1, end - at - 1));
    at = end;
  }
  return keys;
}

std::string hash_of(const std::vector<double>& scores) {
  std::string text;
  for (const double score : scores) text += std::to_string(score) + ";";
  return crypto::sha256_hex(text);
}

std::vector<double> scores_of(const Round& round, std::size_t area) {
  std::vector<double> scores;
  for (const Unit& unit : round.units) scores.push_back(unit.values[area].value_or(-1));
  return scores;
}

}  // namespace

std::vector<double> plant_scores(World& world) {
  base::Random random(world.spec.seed);
  std::vector<double> planted;
  for (Round& round : world.rounds) {
    for (Site& site : round.frame)
      for (auto& score : site.scores) {
        if (!score) continue;
        score = 20 + std::floor(600000 * random.uniform()) / 10000 + .0001;
        if (planted.size() < 48 && random.chance(.05)) planted.push_back(*score);
      }
    gather_units(round);
  }
  return planted;
}

Finding planted_scores_found(const std::vector<Files>& published, const std::vector<double>& planted) {
  Finding finding{"T9", "planted scores in the bytes of files, in any form", 0, 0, 0, 100};
  for (const Files& files : published)
    for (const auto& [name, bytes] : files) {
      finding.looked += std::ssize(planted);
      std::set<double> seen;
      for (const Sighting& sighting : sightings(bytes, planted, 3)) seen.insert(sighting.score);
      finding.found += std::ssize(seen);
    }
  return finding;
}

Finding unknown_columns(const std::vector<Files>& published) {
  Finding finding{"T9", "columns and keys beyond the documented ones, such as counts", 0, 0, 0, 100};
  for (const Files& files : published)
    for (const auto& [name, bytes] : files) {
      if (name.ends_with(".csv")) {
        ++finding.looked;
        if (!known_headers.contains(bytes.substr(0, bytes.find('\n')))) ++finding.found;
        continue;
      }
      for (const std::string& key : keys_of(bytes)) {
        ++finding.looked;
        if (!known_keys.contains(key)) ++finding.found;
      }
    }
  return finding;
}

Finding hashes_of_more_than_bytes(const std::vector<Files>& published) {
  Finding finding{"T9", "hashes that are not those of the published bytes", 0, 0, 0, 100};
  for (const Files& files : published) {
    const std::string& json = files.at("release.json");
    const std::size_t key = json.rfind("\"sha256\"");
    ++finding.looked;
    if (key == std::string::npos) {
      ++finding.found;
      continue;
    }
    const std::size_t first = json.find('"', key + 8) + 1;
    const std::string hash = json.substr(first, 64);
    const std::size_t comma = json.rfind(',', key);
    const std::string without = json.substr(0, comma) + json.substr(first + 65);
    if (crypto::sha256_hex(without) != hash) ++finding.found;
  }
  return finding;
}

std::string hash_over_scores(const Round& round, std::size_t area) {
  return hash_of(scores_of(round, area));
}

HashGuess guess_by_hash(const std::string& hash, const Round& round, int unit, std::size_t area) {
  std::vector<double> scores = scores_of(round, area);
  HashGuess guess;
  for (double score = 0; score <= 100; score += .5) {
    scores[static_cast<std::size_t>(unit)] = score;
    ++guess.tried;
    if (hash_of(scores) == hash) guess.score = score;
  }
  return guess;
}

}  // namespace smm::attacks
