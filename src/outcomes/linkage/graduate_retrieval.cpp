// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/graduate_retrieval.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "outcomes/linkage/competition.hpp"
#include "outcomes/linkage/name_dependence.hpp"
#include "outcomes/linkage/parallel.hpp"

namespace smm::outcomes::linkage {
namespace {

// What a given name of the registry is to the graduate at hand: a FirstLevel, and two more answers.
constexpr std::uint8_t level_bits = 7;
constexpr std::uint8_t is_middle_name = 8;
constexpr std::uint8_t is_first_name = 16;
constexpr std::uint8_t nothing = static_cast<std::uint8_t>(FirstLevel::different);

struct Hit {
  const PersonTraits* person = nullptr;
  SurnameLevel surname = SurnameLevel::different;
  FirstLevel first = FirstLevel::different;
};

struct Scored {
  double weight = 0;
  Row row = 0;
  const Hit* hit = nullptr;
  GraduateEvidence evidence = {};
};

// What one thread needs, so that nothing is allocated per graduate.
class GraduateSearch {
 public:
  GraduateSearch(const ScoringGround& ground, const GraduateNames& names, const std::vector<double>& log_m,
                 const RetrievalOptions& options)
      : ground_(ground),
        index_(ground.index),
        names_(names),
        log_m_(log_m),
        options_(options),
        word_(index_.snapshot().given_names().size(), nothing) {}

  std::vector<Scored> search(const Graduate& graduate, std::optional<Row> given, float& left_out) {
    GraduateScorer scorer(ground_, graduate, names_.first_keys(graduate));
    mark_words(graduate);
    find_persons(graduate);
    scorer.prepare(log_m_);
    scorer.set_name_counts(counts_);
    find_without_surname(scorer);
    std::vector<Scored> best = score(scorer, left_out);
    if (given) add_given(*given, scorer, best);
    unmark_words();
    std::sort(best.begin(), best.end(), [](const Scored& a, const Scored& b) { return a.row < b.row; });
    return best;
  }

  std::size_t looked_at() const { return looked_at_; }

 private:
  template <class Use>
  void each_code(std::uint32_t key, const Use& use) const {
    for (const Code code : index_.codes_of_whole(key)) use(code);
    for (const Code code : index_.codes_of_first(key)) use(code);
  }

  void mark_words(const Graduate& graduate) {
    for (const auto& [key, level] : names_.first_keys(graduate))
      each_code(key, [&](Code code) { mark(code, static_cast<std::uint8_t>(level)); });
    if (graduate.middle.size() > 1)
      if (const auto key = index_.given_keys().find(graduate.middle); key != 0)
        each_code(key, [&](Code code) { mark(code, nothing | is_middle_name); });
    if (graduate.first.first.size() > 1)
      if (const auto key = index_.given_keys().find(graduate.first.first); key != 0)
        each_code(key, [&](Code code) { mark(code, nothing | is_first_name); });
  }

  void mark(Code code, std::uint8_t as) {
    if (word_[code] == nothing) marked_.push_back(code);
    const auto level = std::min<std::uint8_t>(word_[code] & level_bits, as & level_bits);
    word_[code] = static_cast<std::uint8_t>(level | ((word_[code] | as) & ~level_bits));
  }

  void unmark_words() {
    for (const Code code : marked_) word_[code] = nothing;
    marked_.clear();
  }

  FirstLevel first_level(const PersonTraits& person) const {
    const std::uint8_t first = word_[person.first];
    if ((first & level_bits) != nothing) return static_cast<FirstLevel>(first & level_bits);
    return (first & is_middle_name) != 0 || (word_[person.middle] & is_first_name) != 0
               ? FirstLevel::middle
               : FirstLevel::different;
  }

  void find_persons(const Graduate& graduate) {
    hits_.clear();
    counts_ = {};
    ways_ = names_.surname_ways(graduate);
    for (const SurnameWay& way : ways_.present)
      for (const PersonTraits& person : index_.with_last(way.code)) note(person, way.level);
    for (const SurnameWay& way : ways_.former)
      for (const Row row : index_.snapshot().with_other_last(way.code)) {
        const PersonTraits& person = index_.of_row(row);
        const SurnameLevel present = level_of(ways_.present, index_.last_of(row));
        if (way.level < present) note(person, way.level);
      }
    find_swapped(graduate);
    looked_at_ += hits_.size();
  }

  // First name and surname the other way round.
  void find_swapped(const Graduate& graduate) {
    const std::uint32_t first = index_.given_keys().find(graduate.last.whole);
    const std::uint32_t last = index_.surname_keys().find(graduate.first.whole);
    if (first == 0 || last == 0) return;
    for (const Code code : index_.wholes(last))
      for (const PersonTraits& person : index_.with_last(code))
        if (index_.given_first(person.first) == first) {
          ++counts_[static_cast<unsigned>(SurnameLevel::swapped)][0];
          hits_.push_back({&person, SurnameLevel::swapped, FirstLevel::same});
        }
  }

  // Whoever has the first name, whatever the surname, where enough else may agree: the most promising cells
  // of the postings, up to as many persons as are worth a look. Of a common first name most are hopeless.
  void find_without_surname(const GraduateScorer& scorer) {
    const double floor = std::log(index_.persons()) - options_.depth_without_surname;
    const double names = scorer.name_weight(log_m_, SurnameLevel::different, FirstLevel::same);
    cells_.clear();
    for (const std::uint32_t key : scorer.same_first_keys())
      for (unsigned group = 0; group < taxonomy_groups; ++group)
        for (unsigned year = 0; year < FirstNamePostings::years; ++year) {
          const auto places = ground_.first_names.with(key, group, year);
          if (places.empty()) continue;
          const double most = names + scorer.most_beyond_names(group, year);
          if (most >= floor) cells_.emplace_back(most, places);
        }
    std::stable_sort(cells_.begin(), cells_.end(),
                     [](const auto& one, const auto& other) { return one.first > other.first; });
    std::size_t looked_at = 0;
    for (const auto& [most, places] : cells_) {
      looked_at += places.size();
      if (looked_at > options_.most_without_surname) break;
      for (const std::uint32_t place : places)
        note_without_surname(index_.traits()[place], scorer, names, floor);
    }
    looked_at_ += looked_at;
  }

  void note_without_surname(const PersonTraits& person, const GraduateScorer& scorer, double names,
                            double floor) {
    const SurnameLevel surname =
        scorer.surname_is_middle(person) ? SurnameLevel::middle : SurnameLevel::different;
    if (surname == SurnameLevel::different &&
        names + scorer.weight_beyond_names(person, surname, FirstLevel::same) < floor)
      return;
    if (level_of(ways_.present, index_.last_of(person.row)) == SurnameLevel::different)
      hits_.push_back({&person, surname, FirstLevel::same});
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
    const double beyond = scorer.most_beyond_names();
    NameCounts names{}, bound_odds{};
    for (unsigned s = 0; s < surname_levels; ++s)
      for (unsigned f = 0; f < first_levels; ++f) {
        const auto surname = static_cast<SurnameLevel>(s);
        const auto first = static_cast<FirstLevel>(f);
        names[s][f] = scorer.name_weight(log_m_, surname, first);
        bound_odds[s][f] = std::exp(names[s][f] + beyond - persons);
      }
    double odds_left_out = 0;
    std::vector<Scored> best;
    for (const Hit& hit : hits_) {
      const auto s = static_cast<unsigned>(hit.surname), f = static_cast<unsigned>(hit.first);
      if (names[s][f] + beyond < floor) {
        odds_left_out += bound_odds[s][f];
        continue;
      }
      const double weight = names[s][f] + scorer.weight_beyond_names(*hit.person, hit.surname, hit.first);
      if (weight < floor) {
        odds_left_out += std::exp(weight - persons);
      } else {
        best.push_back({weight, hit.person->row, &hit});
      }
    }
    keep_best(best, persons, odds_left_out);
    for (Scored& scored : best)
      scored.evidence = scorer.evidence(*scored.hit->person, scored.hit->surname, scored.hit->first);
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
    best.push_back({0, row, nullptr, scorer.evidence(person, surname, first_level(person))});
  }

  const ScoringGround& ground_;
  const RegistryIndex& index_;
  const GraduateNames& names_;
  const std::vector<double>& log_m_;
  const RetrievalOptions& options_;
  std::vector<std::uint8_t> word_;  // by given name code
  std::vector<Code> marked_;
  SurnameWays ways_;
  std::vector<Hit> hits_;
  std::vector<std::pair<double, std::span<const std::uint32_t>>> cells_;
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
  const FirstNamePostings first_names(index, names.same_first_keys(graduates));
  const ScoringGround ground{index, layout, places, first_names, worth_of_independence(index)};
  const std::vector<double> log_m = logarithms(m);
  const std::size_t pieces = std::min<std::size_t>(graduates.size(), 256);
  std::vector<std::vector<std::vector<Scored>>> found(pieces);
  std::vector<std::size_t> looked_at(pieces);
  GraduateCandidates all;
  all.left_out.resize(graduates.size());
  in_parallel(options.threads, pieces, [&](std::size_t piece) {
    GraduateSearch search(ground, names, log_m, options);
    const auto [begin, end] = stretch(graduates.size(), pieces, piece);
    for (std::size_t i = begin; i < end; ++i)
      found[piece].push_back(search.search(graduates[i], given[i], all.left_out[i]));
    looked_at[piece] = search.looked_at();
  });
  all.set.comparisons = graduate_fields;
  for (const auto& piece : found)
    for (const auto& best : piece) append(all, best);
  for (const Graduate& graduate : graduates)
    all.set.share_class.push_back(static_cast<std::uint16_t>(share_class_of(graduate)));
  all.persons_looked_at = std::accumulate(looked_at.begin(), looked_at.end(), std::size_t{0});
  return all;
}

}  // namespace smm::outcomes::linkage
