// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/graduate_retrieval.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "outcomes/linkage/competition.hpp"
#include "outcomes/linkage/parallel.hpp"

namespace smm::outcomes::linkage {
namespace {

struct Hit {
  const PersonTraits* person = nullptr;
  SurnameLevel surname = SurnameLevel::different;
  FirstLevel first = FirstLevel::different;
};

struct Scored {
  double weight = 0;
  Row row = 0;
  GraduateEvidence evidence;
};

// What one thread needs, so that nothing is allocated per graduate.
class GraduateSearch {
 public:
  GraduateSearch(const RegistryIndex& index, const GraduateLayout& layout, const PlaceChances& places,
                 const GraduateNames& names, const std::vector<double>& log_m,
                 const RetrievalOptions& options)
      : index_(index),
        layout_(layout),
        places_(places),
        names_(names),
        log_m_(log_m),
        options_(options),
        word_(index.given_keys().names.size(), static_cast<std::uint8_t>(FirstLevel::different)) {}

  std::vector<Scored> search(const Graduate& graduate, std::optional<Row> given, float& left_out) {
    GraduateScorer scorer(index_, layout_, places_, graduate, names_.first_keys(graduate));
    mark_words(graduate);
    find_persons(graduate, scorer);
    scorer.set_name_counts(counts_);
    std::vector<Scored> best = score(scorer, left_out);
    if (given) add_given(*given, scorer, best);
    unmark_words(graduate);
    std::sort(best.begin(), best.end(), [](const Scored& a, const Scored& b) { return a.row < b.row; });
    return best;
  }

  std::size_t looked_at() const { return looked_at_; }

 private:
  void mark_words(const Graduate& graduate) {
    for (const auto& [key, level] : names_.first_keys(graduate))
      word_[key] = static_cast<std::uint8_t>(level);
    middle_key_ = graduate.middle.size() > 1 ? index_.given_keys().find(graduate.middle) : 0;
    first_key_ = index_.given_keys().find(graduate.first.first);
    if (graduate.first.first.size() < 2) first_key_ = 0;
  }

  void unmark_words(const Graduate& graduate) {
    for (const auto& [key, level] : names_.first_keys(graduate))
      word_[key] = static_cast<std::uint8_t>(FirstLevel::different);
  }

  FirstLevel first_level(const PersonTraits& person) const {
    const std::uint32_t whole = index_.given_whole(person.first), first = index_.given_first(person.first);
    const std::uint8_t level = std::min(word_[whole], word_[first]);
    if (level != static_cast<std::uint8_t>(FirstLevel::different)) return static_cast<FirstLevel>(level);
    if (middle_key_ != 0 && (whole == middle_key_ || first == middle_key_)) return FirstLevel::middle;
    if (first_key_ != 0 && person.middle != 0 && index_.given_first(person.middle) == first_key_)
      return FirstLevel::middle;
    return FirstLevel::different;
  }

  void find_persons(const Graduate& graduate, const GraduateScorer&) {
    hits_.clear();
    counts_ = {};
    const SurnameWays ways = names_.surname_ways(graduate);
    for (const SurnameWay& way : ways.present)
      for (const PersonTraits& person : index_.with_last(way.code)) note(person, way.level);
    for (const SurnameWay& way : ways.former)
      for (const Row row : index_.snapshot().with_other_last(way.code)) {
        const PersonTraits& person = index_.of_row(row);
        const SurnameLevel present = level_of(ways.present, index_.last_of(row));
        if (way.level < present) note(person, way.level);
      }
    looked_at_ += hits_.size();
  }

  static SurnameLevel level_of(const std::vector<SurnameWay>& ways, Code code) {
    const auto at = std::lower_bound(ways.begin(), ways.end(), code,
                                     [](const SurnameWay& way, Code wanted) { return way.code < wanted; });
    return at != ways.end() && at->code == code ? at->level : SurnameLevel::different;
  }

  void note(const PersonTraits& person, SurnameLevel surname) {
    const FirstLevel first = first_level(person);
    ++counts_[static_cast<unsigned>(surname)][static_cast<unsigned>(first)];
    hits_.push_back({&person, surname, first});
  }

  std::vector<Scored> score(const GraduateScorer& scorer, float& left_out) {
    const double persons = std::log(index_.persons());
    const double floor = persons - options_.depth;
    const double beyond = scorer.most_beyond_names(log_m_);
    std::array<std::array<double, first_levels>, surname_levels> bound{};
    for (unsigned s = 0; s < surname_levels; ++s)
      for (unsigned f = 0; f < first_levels; ++f) {
        const auto surname = static_cast<SurnameLevel>(s);
        const auto first = static_cast<FirstLevel>(f);
        bound[s][f] = log_m_[scorer.surname_parameter(surname)] +
                      log_m_[scorer.first_parameter(surname, first)] - scorer.name_log_u(surname, first) +
                      beyond;
      }
    double odds_left_out = 0;
    std::vector<Scored> best;
    for (const Hit& hit : hits_) {
      const double most = bound[static_cast<unsigned>(hit.surname)][static_cast<unsigned>(hit.first)];
      if (most < floor) {
        odds_left_out += std::exp(most - persons);
        continue;
      }
      Scored scored{0, hit.person->row, scorer.evidence(*hit.person, hit.surname, hit.first)};
      for (unsigned f = 0; f < graduate_fields; ++f)
        scored.weight +=
            log_m_[scored.evidence.parameters[f]] - static_cast<double>(scored.evidence.log_u[f]);
      if (scored.weight < floor) {
        odds_left_out += std::exp(scored.weight - persons);
      } else {
        best.push_back(scored);
      }
    }
    keep_best(best, persons, odds_left_out);
    left_out = static_cast<float>(odds_left_out);
    return best;
  }

  // A person found under two names stands once, with the better one.
  void keep_best(std::vector<Scored>& best, double persons, double& odds_left_out) const {
    std::sort(best.begin(), best.end(), [](const Scored& a, const Scored& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.row < b.row;
    });
    std::vector<Scored> kept;
    for (const Scored& scored : best) {
      const bool again =
          std::any_of(kept.begin(), kept.end(), [&](const Scored& k) { return k.row == scored.row; });
      if (again) continue;
      if (kept.size() < options_.most_candidates) {
        kept.push_back(scored);
      } else {
        odds_left_out += std::exp(scored.weight - persons);
      }
    }
    best = std::move(kept);
  }

  void add_given(Row row, const GraduateScorer& scorer, std::vector<Scored>& best) const {
    if (std::any_of(best.begin(), best.end(), [&](const Scored& scored) { return scored.row == row; }))
      return;
    const PersonTraits& person = index_.of_row(row);
    SurnameLevel surname = SurnameLevel::different;
    for (const Hit& hit : hits_)
      if (hit.person->row == row) surname = std::min(surname, hit.surname);
    best.push_back({0, row, scorer.evidence(person, surname, first_level(person))});
  }

  const RegistryIndex& index_;
  const GraduateLayout& layout_;
  const PlaceChances& places_;
  const GraduateNames& names_;
  const std::vector<double>& log_m_;
  const RetrievalOptions& options_;
  std::vector<std::uint8_t> word_;  // level of each given name's key for the graduate at hand
  std::uint32_t middle_key_ = 0, first_key_ = 0;
  std::vector<Hit> hits_;
  NameCounts counts_{};
  std::size_t looked_at_ = 0;
};

void append(GraduateCandidates& all, const std::vector<Scored>& best) {
  for (const Scored& scored : best) {
    all.set.right.push_back(scored.row);
    all.set.parameters.insert(all.set.parameters.end(), scored.evidence.parameters.begin(),
                              scored.evidence.parameters.end());
    all.set.log_u.push_back(
        std::accumulate(scored.evidence.log_u.begin(), scored.evidence.log_u.end(), 0.0f));
    all.log_u.push_back(scored.evidence.log_u);
  }
  all.set.begin.push_back(all.set.right.size());
}

}  // namespace

GraduateCandidates retrieve_graduates(const RegistryIndex& index, const GraduateLayout& layout,
                                      const std::vector<Graduate>& graduates, const GraduateNames& names,
                                      const std::vector<double>& m,
                                      const std::vector<std::optional<Row>>& given,
                                      const RetrievalOptions& options) {
  const PlaceChances places(index, graduates, options.threads);
  const std::vector<double> log_m = logarithms(m);
  const std::size_t pieces = std::min<std::size_t>(graduates.size(), 256);
  std::vector<std::vector<std::vector<Scored>>> found(pieces);
  std::vector<std::size_t> looked_at(pieces);
  GraduateCandidates all;
  all.left_out.resize(graduates.size());
  in_parallel(options.threads, pieces, [&](std::size_t piece) {
    GraduateSearch search(index, layout, places, names, log_m, options);
    const auto [begin, end] = stretch(graduates.size(), pieces, piece);
    for (std::size_t i = begin; i < end; ++i)
      found[piece].push_back(search.search(graduates[i], given[i], all.left_out[i]));
    looked_at[piece] = search.looked_at();
  });
  all.set.comparisons = graduate_fields;
  for (const auto& piece : found)
    for (const auto& best : piece) append(all, best);
  for (const Graduate& graduate : graduates)
    all.set.share_class.push_back(static_cast<std::uint16_t>(graduate.profession));
  all.persons_looked_at = std::accumulate(looked_at.begin(), looked_at.end(), std::size_t{0});
  return all;
}

}  // namespace smm::outcomes::linkage
