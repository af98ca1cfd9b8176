// SPDX-License-Identifier: Apache-2.0
#include "figures.hpp"

#include <cmath>
#include <map>
#include <set>

#include "printed_rows.hpp"
#include "release_tool.hpp"

namespace smm::attacks {
namespace {

constexpr double two_decimals = .005 + 1e-9;

const Site& face_of(const Round& round, const Unit& unit) {
  return round.frame[static_cast<std::size_t>(unit.sites.front())];
}

// "all", "medicine_md", "public", "medicine_md/public": what a group's name says of its members.
bool in_group(const Round& round, const Unit& unit, const std::string& group) {
  if (group == "all") return true;
  const Site& face = face_of(round, unit);
  const std::string side = face.control == "public" ? "public" : "private";
  return group == face.programme || group == side || group == face.programme + "/" + side;
}

// One round as its reader computes: the weight of every block, and what is printed of it.
class Reading {
 public:
  Reading(const Published& published, const Round& round)
      : published_(published), round_(round), members_(block_members(published, round)) {
    std::set<std::pair<std::string, std::string>> counted;
    for (const Site& site : round.frame) {
      const auto block = published.blocks.find({site.school, site.programme});
      const std::string profession = profession_of(site.programme);
      if (block != published.blocks.end() && counted.insert({profession, site.institution}).second)
        weights_[block->second] += 1;
    }
  }

  // The mean of an area over a group's blocks; nothing when a printed block lies on both sides.
  std::optional<double> area_mean(const std::string& profession, const std::string& group,
                                  const std::string& area) const {
    double sum = 0;
    double weight = 0;
    for (const PublishedBin& bin : published_.table) {
      if (bin.profession != profession || bin.area != area) continue;
      const auto [inside, outside] = sides(bin, group);
      if (inside && outside) return std::nullopt;
      if (!inside) continue;
      for (const std::string& part : parts_of(bin.block)) {
        sum += weights_.at(part) * (bin.low + bin.high) / 2;
        weight += weights_.at(part);
      }
    }
    if (weight == 0) return std::nullopt;
    return sum / weight;
  }

  std::optional<double> mean_over(const std::string& profession, const std::string& group,
                                  const std::vector<std::size_t>& of_areas) const {
    double sum = 0;
    int present = 0;
    for (const std::size_t area : of_areas)
      if (const auto mean = area_mean(profession, group, area_names()[area])) {
        sum += *mean;
        ++present;
      }
    if (present == 0) return std::nullopt;
    return sum / present;
  }

  double weight_of(const std::string& profession) const {
    double weight = 0;
    for (const auto& [key, units] : members_)
      if (key.first == profession) weight += weights_.at(key.second);
    return weight;
  }

  const BlockMembers& members() const { return members_; }

 private:
  std::pair<bool, bool> sides(const PublishedBin& bin, const std::string& group) const {
    bool inside = false;
    bool outside = false;
    for (const int unit : members_of(members_, bin)) {
      const bool is = in_group(round_, round_.units[static_cast<std::size_t>(unit)], group);
      inside = inside || is;
      outside = outside || !is;
    }
    return {inside, outside};
  }

  const Published& published_;
  const Round& round_;
  BlockMembers members_;
  std::map<std::string, double> weights_;
};

std::vector<std::size_t> areas_of(const PublishedNorm& norm) {
  if (norm.level == "area") {
    const auto area = area_of(norm.id);
    return area ? std::vector<std::size_t>{*area} : std::vector<std::size_t>{};
  }
  std::vector<std::size_t> found;
  for (const auto& domain : outline_of_worlds().domains)
    if (norm.level == "overall" || domain.id == norm.id)
      found.insert(found.end(), domain.areas.begin(), domain.areas.end());
  return found;
}

std::optional<double> own_mean(const Unit& unit, const std::vector<std::size_t>& of_areas) {
  double sum = 0;
  int scored = 0;
  for (const std::size_t area : of_areas)
    if (unit.values[area]) {
      sum += *unit.values[area];
      ++scored;
    }
  if (scored == 0) return std::nullopt;
  return sum / scored;
}

// With an exact mean and everybody else's score, the last one is what is missing from the sum.
void pool_all_others(const std::vector<double>& values, double mean, Finding& finding) {
  double sum = 0;
  for (const double value : values) sum += value;
  const double error = std::abs(static_cast<double>(values.size()) * mean - sum);
  if (error >= 1) return;
  finding.determined += static_cast<long>(values.size());
  finding.narrowest = 0;
}

void check_norm(const PublishedNorm& norm, const Reading& reading, const Round& round, Finding& finding) {
  if (!norm.mean || norm.profession == "all_participants") return;
  ++finding.looked;
  const std::vector<std::size_t> of_areas = areas_of(norm);
  const auto expected = reading.mean_over(norm.profession, norm.group, of_areas);
  if (expected && std::abs(*expected - *norm.mean) <= two_decimals) return;
  ++finding.found;
  std::vector<double> values;
  for (const Unit& unit : round.units)
    if (unit.profession == norm.profession && in_group(round, unit, norm.group))
      if (const auto own = own_mean(unit, of_areas)) values.push_back(*own);
  pool_all_others(values, *norm.mean, finding);
}

using BlockArea = std::pair<std::string, std::size_t>;
using Bins = std::vector<const PublishedBin*>;

// The bins of each block and area, of point scores and of whatever else is printed ("mission/lower").
std::map<BlockArea, Bins> bins_of_areas(const Published& published) {
  std::map<BlockArea, Bins> found;
  for (const PublishedBin& bin : published.table)
    if (const auto area = area_of(bin.area.substr(0, bin.area.find('/'))))
      found[{bin.profession + bin.block, *area}].push_back(&bin);
  return found;
}

// What a site's sheet says of an area: its score, or how low or high it may be.
double bound_of(const Site& site, std::size_t area, const std::string& which) {
  const double slack = slack_of(site, area);
  if (which == "lower") return std::max(0.0, *site.scores[area] - slack);
  if (which == "upper") return std::min(100.0, *site.scores[area] + slack);
  return *site.scores[area];
}

double bound_of(const Round& round, const Unit& unit, std::size_t area, const std::string& which) {
  double sum = 0;
  int scored = 0;
  for (const int index : unit.sites) {
    const Site& site = round.frame[static_cast<std::size_t>(index)];
    if (!site.scores[area]) continue;
    sum += bound_of(site, area, which);
    ++scored;
  }
  return sum / scored;
}

// A unit whose sheet is complete has its score for a bound: each bin is one more range for it.
void add_complete(const Round& round, const BlockMembers& members, const Bins& bins, int target,
                  RangeTally& tally) {
  const std::size_t area = *area_of(bins.front()->area.substr(0, bins.front()->area.find('/')));
  const Unit& unit = round.units[static_cast<std::size_t>(target)];
  if (!unit.values[area] || slack_of(face_of(round, unit), area) != 0) return;
  Range range;
  for (const PublishedBin* bin : bins) {
    const std::size_t slash = bin->area.find('/');
    const std::string which = slash == std::string::npos ? "" : bin->area.substr(slash + 1);
    double others = 0;
    double count = 0;
    for (const int other : members_of(members, *bin)) {
      const Unit& of = round.units[static_cast<std::size_t>(other)];
      if (!of.values[area]) continue;
      count += 1;
      if (other != target) others += bound_of(round, of, area, which);
    }
    range = {std::max(range.low, count * bin->low - others),
             std::min(range.high, count * bin->high - others)};
  }
  const bool whole = round.units.size() == members_of(members, *bins.front()).size();
  tally.add(range, *unit.values[area], whole);
}

}  // namespace

Finding unaccounted_figures(const Evidence& evidence) {
  Finding finding{"T7", "figures of groups that the table does not give; all others pooled", 0, 0, 0, 100};
  for (std::size_t i = 0; i < evidence.rounds.size(); ++i) {
    const Round& round = evidence.world->rounds[i];
    const Reading reading(evidence.rounds[i], round);
    for (const PublishedNorm& norm : evidence.rounds[i].norms) check_norm(norm, reading, round, finding);
  }
  return finding;
}

Finding bounds_of_others(const Evidence& evidence) {
  Finding finding{"T8", "bins of more than point scores; all others of the block pooled", 0, 0, 0, 100, 0};
  RangeTally tally;
  for (std::size_t i = 0; i < evidence.rounds.size(); ++i) {
    const Round& round = evidence.world->rounds[i];
    const BlockMembers members = block_members(evidence.rounds[i], round);
    for (const auto& [key, bins] : bins_of_areas(evidence.rounds[i]))
      for (const int unit : members_of(members, *bins.front()))
        add_complete(round, members, bins, unit, tally);
  }
  finding.looked = tally.looked;
  finding.found = tally.leaks();
  finding.excused = tally.excused + tally.one_bin;
  finding.narrowest = tally.narrowest;
  return finding;
}

Finding counts_told(const Evidence& evidence) {
  Finding finding{"T12", "printed means that only one number of schools can have", 0, 0, 0, 100};
  for (std::size_t i = 0; i < evidence.rounds.size(); ++i) {
    const BlockMembers members = block_members(evidence.rounds[i], evidence.world->rounds[i]);
    for (const PublishedBin& bin : evidence.rounds[i].table) {
      ++finding.looked;
      if (bin.low != bin.high) continue;
      int possible = 0;
      for (std::size_t count = 1; count <= members_of(members, bin).size(); ++count) {
        const double quarters = 4 * bin.low * static_cast<double>(count);
        if (std::abs(quarters - std::round(quarters)) < 1e-6) ++possible;
      }
      if (possible == 1) ++finding.found;
    }
  }
  return finding;
}

Finding all_minus_professions(const Evidence& evidence) {
  Finding finding{"T13", "all participants minus the professions that have rows", 0, 0, 0, 100};
  for (std::size_t i = 0; i < evidence.rounds.size(); ++i) {
    const Round& round = evidence.world->rounds[i];
    const Reading reading(evidence.rounds[i], round);
    std::set<std::string> professions;
    for (const PublishedBin& bin : evidence.rounds[i].table) professions.insert(bin.profession);
    for (const PublishedNorm& norm : evidence.rounds[i].norms) {
      if (norm.profession != "all_participants" || !norm.mean) continue;
      ++finding.looked;
      double sum = 0;
      double weight = 0;
      for (const std::string& profession : professions)
        if (const auto mean = reading.mean_over(profession, "all", areas_of(norm))) {
          sum += reading.weight_of(profession) * *mean;
          weight += reading.weight_of(profession);
        }
      if (weight == 0 || std::abs(sum / weight - *norm.mean) > two_decimals) ++finding.found;
    }
  }
  return finding;
}

}  // namespace smm::attacks
