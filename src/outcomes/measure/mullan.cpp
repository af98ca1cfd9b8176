// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/mullan.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "exchange/csv.hpp"
#include "outcomes/measure/problems.hpp"

namespace smm::outcomes::measure {
namespace {

constexpr std::array part_words{"primary care", "shortage areas", "under-represented minorities"};

bool all_counted(const std::vector<MullanSchool>& schools) {
  return std::all_of(schools.begin(), schools.end(),
                     [](const MullanSchool& school) { return school.graduates.has_value(); });
}

// Draws the three counts of a school anew.
class RedrawnSchool {
 public:
  explicit RedrawnSchool(const MullanSchool& school) : school_(school) {
    for (const double percent : {school.primary_care, school.hpsa, school.urm})
      counts_.emplace_back(*school.graduates, percent / 100);
  }

  MullanSchool draw(base::Random& random) const {
    MullanSchool drawn = school_;
    std::size_t part = 0;
    for (double* percent : {&drawn.primary_care, &drawn.hpsa, &drawn.urm})
      *percent =
          100.0 * static_cast<double>(counts_[part++].draw(random)) / static_cast<double>(*school_.graduates);
    return drawn;
  }

 private:
  const MullanSchool& school_;
  std::vector<BinomialCounts> counts_;
};

SchoolParts parts_of_schools(const std::vector<MullanSchool>& schools, const MullanOptions& options) {
  SchoolParts parts;
  for (const MullanSchool& school : schools) parts.push_back(mullan_parts(school, options));
  return parts;
}

std::string score_text(const std::optional<double>& value) {
  return value ? fmt::format("{:.4f}", std::round(*value * 1e4) / 1e4 + 0.0) : "";
}

}  // namespace

std::vector<double> mullan_parts(const MullanSchool& school, const MullanOptions& options) {
  const double urm =
      options.urm == UrmAgainst::ratio ? school.urm / school.population : school.urm - school.population;
  return {school.primary_care, school.hpsa, urm};
}

base::Result<std::vector<CompositeScore>> mullan_scores(const std::vector<MullanSchool>& schools,
                                                        const MullanOptions& options) {
  auto scores = composite_scores(parts_of_schools(schools, options), options.divisor);
  if (!scores)
    return base::Problem(problem::school_too_few,
                         "the score needs three schools or more that differ in each of its three parts");
  if (!all_counted(schools)) return *std::move(scores);
  const std::vector<RedrawnSchool> redrawn(schools.begin(), schools.end());
  add_bands(*scores, options.divisor, options.seed, [&](base::Random& random) {
    std::vector<MullanSchool> drawn;
    for (const RedrawnSchool& school : redrawn) drawn.push_back(school.draw(random));
    return parts_of_schools(drawn, options);
  });
  return *std::move(scores);
}

std::string mullan_csv(const std::vector<MullanSchool>& schools, const std::vector<CompositeScore>& scores) {
  std::string text;
  exchange::CsvWriter csv(text);
  csv.row({"school", "z_primary_care", "z_hpsa", "z_urm", "composite", "robust", "low", "high"});
  for (std::size_t i = 0; i < schools.size(); ++i) {
    csv.cell(schools[i].id);
    for (const double z : scores[i].z) csv.cell(score_text(z));
    csv.cell(score_text(scores[i].composite)).cell(score_text(scores[i].robust));
    csv.cell(score_text(scores[i].band ? std::optional(scores[i].band->low) : std::nullopt));
    csv.cell(score_text(scores[i].band ? std::optional(scores[i].band->high) : std::nullopt)).end_row();
  }
  return text;
}

HiddenByComposite hidden_by_composite(const std::vector<MullanSchool>& schools,
                                      const std::vector<CompositeScore>& scores) {
  HiddenByComposite hidden;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    for (std::size_t part = 0; part < scores[i].z.size(); ++part)
      if (std::abs(scores[i].z[part]) > std::abs(hidden.z))
        hidden = {schools[i].id, part_words[part], scores[i].z[part], scores[i].composite, 0, 0};
  }
  for (std::size_t i = 0; i < scores.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (!scores[i].robust || !scores[j].robust) continue;
      ++hidden.pairs;
      const double plain = scores[i].composite - scores[j].composite;
      const double robust = *scores[i].robust - *scores[j].robust;
      hidden.turned += plain * robust < 0;
    }
  }
  return hidden;
}

}  // namespace smm::outcomes::measure
