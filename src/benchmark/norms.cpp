// SPDX-License-Identifier: Apache-2.0
#include "benchmark/norms.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "stats/interval.hpp"

namespace smm::benchmark {
namespace {

constexpr double confidence = 0.95;

const SpreadRow* spread_for(const ProfessionRelease& release, const std::string& group, NormLevel level,
                            const std::string& id) {
  for (const SpreadRow& row : release.spread)
    if (row.group == group && row.level == level && row.id == id) return &row;
  return nullptr;
}

// One group's figures of one profession.
class GroupNorms {
 public:
  GroupNorms(const ProfessionRelease& release, const ProfessionBlocks& blocks, const BlockGroup& group)
      : release_(release), group_(group) {
    for (const std::size_t b : group.blocks) answered_ += static_cast<int>(blocks.blocks[b].units.size());
  }

  NormRow row(NormLevel level, const std::string& id, const Parts& parts) const {
    NormRow row;
    row.group = group_.name;
    row.level = level;
    row.id = id;
    const auto mean = mean_of_group(parts, group_.blocks);
    if (!mean) {
      row.reason = why_none(row, parts);
      return row;
    }
    row.mean = two_decimals(*mean);
    add_spread(row, *mean, parts);
    return row;
  }

 private:
  std::string_view why_none(const NormRow& row, const Parts& parts) const {
    const bool is_area = row.level == NormLevel::area;
    const auto fallback = is_area ? release_.fallback(row.id) : std::nullopt;
    if (fallback == Fallback::withheld) return withheld::withheld_over_rounds;
    if (parts.empty()) return withheld::too_few_scored;
    return fallback ? withheld::one_block_over_rounds : withheld::joined_across_wall;
  }

  void add_spread(NormRow& row, double mean, const Parts& parts) const {
    if (const SpreadRow* own = spread_for(release_, row.group, row.level, row.id))
      row.percentiles = own->percentiles;
    const SpreadRow* spread = spread_for(release_, "all", row.level, row.id);
    if (spread == nullptr || answered_ < least_for_spread) {
      row.reason =
          row.level == NormLevel::overall ? withheld::no_spread_of_overall : withheld::under_30_scored;
      return;
    }
    const auto ends = stats::normal_interval(mean, error(spread->sd.points, parts), confidence);
    row.low = two_decimals(std::max(0.0, ends.low));
    row.high = two_decimals(std::min(100.0, ends.high));
  }

  double error(double sd, const Parts& parts) const {
    double frame = 0;
    double sampling = 0;
    double bins = 0;
    for (const Part& part : parts) {
      if (!std::ranges::binary_search(group_.blocks, part.blocks.front())) continue;
      const auto in_frame = static_cast<double>(part.in_frame);
      const auto answered = static_cast<double>(part.answered);
      frame += in_frame;
      sampling += in_frame * in_frame * std::max(0.0, 1 - answered / in_frame) / answered;
      bins += in_frame * in_frame;
    }
    return std::sqrt(sd * sd * sampling + release_.width * release_.width / 12 * bins) / frame;
  }

  const ProfessionRelease& release_;
  const BlockGroup& group_;
  int answered_ = 0;
};

std::vector<std::size_t> every_area(const Outline& outline) {
  std::vector<std::size_t> areas(outline.areas.size());
  std::iota(areas.begin(), areas.end(), std::size_t{0});
  return areas;
}

// Weighted means of professions, one figure after the other.
class AllParticipants {
 public:
  void add(std::size_t figure, const std::optional<double>& mean, double weight) {
    if (figures_.size() <= figure) figures_.resize(figure + 1);
    if (!mean) return;
    figures_[figure].sum += weight * *mean;
    figures_[figure].weight += weight;
  }

  NormRow row(std::size_t figure, NormLevel level, const std::string& id) const {
    NormRow row;
    row.group = "all";
    row.level = level;
    row.id = id;
    if (figures_[figure].weight > 0)
      row.mean = two_decimals(figures_[figure].sum / figures_[figure].weight);
    else
      row.reason = withheld::too_few_scored;
    return row;
  }

 private:
  struct Figure {
    double sum = 0;
    double weight = 0;
  };
  std::vector<Figure> figures_;
};

void add_profession(AllParticipants& all, const ProfessionRelease& release, const ProfessionBlocks& blocks,
                    const Outline& outline) {
  const auto by_area = parts_by_area(release, blocks, outline);
  const BlockGroup everyone = groups_of(blocks).front();
  double weight = 0;
  for (const BlockFacts& block : blocks.blocks) weight += block.in_frame;
  std::size_t figure = 0;
  for (const Parts& parts : by_area) all.add(figure++, mean_of_group(parts, everyone.blocks), weight);
  for (const OutlineDomain& domain : outline.domains) {
    const Parts parts = parts_of_areas(by_area, domain.areas, blocks);
    all.add(figure++, mean_of_group(parts, everyone.blocks), weight);
  }
  const Parts parts = parts_of_areas(by_area, every_area(outline), blocks);
  all.add(figure, mean_of_group(parts, everyone.blocks), weight);
}

bool has_rows(const ProfessionRelease& release) {
  return release.state == ProfessionState::released;
}

}  // namespace

double two_decimals(double value) {
  return static_cast<double>(std::llround(value * 100)) / 100;
}

std::vector<NormRow> norms_of(const ProfessionRelease& release, const ProfessionBlocks& blocks,
                              const Outline& outline, const Clauses&) {
  std::vector<NormRow> rows;
  if (!has_rows(release)) return rows;
  const auto by_area = parts_by_area(release, blocks, outline);
  std::vector<Parts> by_domain;
  for (const OutlineDomain& domain : outline.domains)
    by_domain.push_back(parts_of_areas(by_area, domain.areas, blocks));
  const Parts overall = parts_of_areas(by_area, every_area(outline), blocks);
  for (const BlockGroup& group : groups_of(blocks)) {
    const GroupNorms norms(release, blocks, group);
    for (std::size_t area = 0; area < by_area.size(); ++area)
      rows.push_back(norms.row(NormLevel::area, outline.areas[area], by_area[area]));
    for (std::size_t domain = 0; domain < by_domain.size(); ++domain)
      rows.push_back(norms.row(NormLevel::domain, outline.domains[domain].id, by_domain[domain]));
    rows.push_back(norms.row(NormLevel::overall, "overall", overall));
  }
  return rows;
}

std::vector<NormRow> norms_of_all(const ReleaseContent& content, const std::vector<FrameRow>& rows,
                                  const Clauses& clauses) {
  const Outline& outline = content.outline;
  AllParticipants all;
  bool any = false;
  for (std::size_t p = 0; p < content.professions.size(); ++p) {
    if (!has_rows(content.professions[p])) continue;
    add_profession(all, content.professions[p], blocks_of(content, rows, p, clauses), outline);
    any = true;
  }
  std::vector<NormRow> norms;
  if (!any) return norms;
  std::size_t figure = 0;
  for (const std::string& area : outline.areas) norms.push_back(all.row(figure++, NormLevel::area, area));
  for (const OutlineDomain& domain : outline.domains)
    norms.push_back(all.row(figure++, NormLevel::domain, domain.id));
  norms.push_back(all.row(figure, NormLevel::overall, "overall"));
  return norms;
}

}  // namespace smm::benchmark
