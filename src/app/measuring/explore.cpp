// SPDX-License-Identifier: Apache-2.0
#include "app/measuring/explore.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/measuring/measures.hpp"
#include "app/pages.hpp"
#include "exchange/csv.hpp"

namespace smm::app::measuring {
namespace {

namespace measure = outcomes::measure;
using measure::ExploredMeasure;
using measure::ExploredResults;
using measure::Position;
using render::Texts;
using render::View;
using Positions = std::vector<std::optional<Position>>;

// Rounded first, so that nothing is written as -0.00.
std::string number_text(double value) {
  return fmt::format("{:.2f}", std::round(value * 100) / 100 + 0.0);
}

// A line of 200 units on which values lie.
struct Scale {
  double low = 0;
  double high = 1;

  std::string x(double value) const { return fmt::format("{:.1f}", 200 * (value - low) / (high - low)); }
  std::string width(double from, double to) const {
    return fmt::format("{:.1f}", 200 * (to - from) / (high - low));
  }
};

void widen(Scale& scale, double low, double high, bool& fresh) {
  scale.low = fresh ? low : std::min(scale.low, low);
  scale.high = fresh ? high : std::max(scale.high, high);
  fresh = false;
}

Scale scale_of(const std::vector<const Positions*>& all) {
  Scale scale;
  bool fresh = true;
  for (const Positions* some : all)
    for (const auto& position : *some)
      if (position) widen(scale, position->band.low, position->band.high, fresh);
  if (scale.high <= scale.low) scale.high = scale.low + 1;
  return scale;
}

Scale scale_of(const ExploredMeasure& one) {
  Scale scale;
  bool fresh = true;
  for (const auto& rate : one.rates)
    if (rate) widen(scale, rate->interval.low, rate->interval.high, fresh);
  if (scale.low >= 0 && scale.high <= 1) return {0, 1};
  scale.low = std::min(0.0, scale.low);
  return scale;
}

View bar_view(const Scale& scale, double at, const stats::Interval& band, const std::string& description) {
  return View()
      .set("description", description)
      .set("x", scale.x(at))
      .set("from", scale.x(band.low))
      .set("width", scale.width(band.low, band.high));
}

std::string places_text(const Position& position, const Texts& texts) {
  if (position.best == position.worst) return std::to_string(position.best);
  return texts("explore.places",
               {{"best", std::to_string(position.best)}, {"worst", std::to_string(position.worst)}});
}

View school_view(const std::string& school, const std::optional<Position>& own,
                 const std::optional<Position>& equal, const Scale& scale, const Texts& texts) {
  View view;
  view.set("school", school).set("scored", own.has_value());
  if (!own)
    return view.set("score", texts("explore.not_enough"))
        .set("places", "")
        .set("equal_places", "")
        .set("bar", View::List{});
  const std::string band = texts("explore.band", {{"score", number_text(own->score)},
                                                  {"low", number_text(own->band.low)},
                                                  {"high", number_text(own->band.high)}});
  View bar =
      bar_view(scale, own->score, own->band, texts("explore.bar", {{"school", school}, {"band", band}}));
  bar.set("equal_x", scale.x(equal->score));
  return view.set("score", band)
      .set("places", places_text(*own, texts))
      .set("equal_places", places_text(*equal, texts))
      .set("bar", View::List{std::move(bar)});
}

View rate_view(const std::string& school, const std::optional<measure::ExploredRate>& rate,
               const Scale& scale, const Texts& texts) {
  View view;
  view.set("school", school);
  if (!rate) return view.set("rate", texts("explore.none")).set("bar", View::List{});
  const std::string band = texts("explore.band", {{"score", number_text(rate->rate)},
                                                  {"low", number_text(rate->interval.low)},
                                                  {"high", number_text(rate->interval.high)}});
  return view.set("rate", band)
      .set("bar", View::List{bar_view(scale, rate->rate, rate->interval,
                                      texts("explore.bar", {{"school", school}, {"band", band}}))});
}

View measure_view(const ExploredResults& results, const ExploredMeasure& one, const Texts& texts) {
  View view;
  view.set("id", one.definition->id).set("title", one.definition->title);
  view.set("numerator", one.definition->numerator_words)
      .set("denominator", one.definition->denominator_words);
  view.set("direction", texts("explore.direction." + std::string(word_of(one.definition->improvement))));
  View::List schools;
  const Scale scale = scale_of(one);
  for (std::size_t i = 0; i < results.schools.size(); ++i)
    schools.push_back(rate_view(results.schools[i], one.rates[i], scale, texts));
  return view.set("schools", std::move(schools));
}

struct Weighed {
  measure::Weights weights;
  Positions own;
  Positions equal;
};

View weighing_view(const ExploredResults& results, const Weighed& weighed, const Texts& texts) {
  View view;
  View::List weights;
  for (const auto& [id, weight] : weighed.weights)
    weights.push_back(View().set("measure", id).set("weight", fmt::format("{:g}", weight)));
  view.set("weights", std::move(weights));
  const Scale scale = scale_of({&weighed.own, &weighed.equal});
  View::List schools;
  for (std::size_t i = 0; i < results.schools.size(); ++i)
    schools.push_back(school_view(results.schools[i], weighed.own[i], weighed.equal[i], scale, texts));
  return view.set("schools", std::move(schools));
}

void set_explored(View& view, const ExploredResults& results, const std::optional<Weighed>& weighed,
                  const Texts& texts) {
  View::List weighing;
  if (weighed) weighing.push_back(weighing_view(results, *weighed, texts));
  view.set("weighing", std::move(weighing));
  view.set("measures", render::views(results.measures, [&](const ExploredMeasure& one) {
             return measure_view(results, one, texts);
           }));
}

std::string explorer_page(const ExploredResults& results, const std::optional<Weighed>& weighed,
                          const Pages& pages) {
  View view;
  view.set("page_title", pages.texts("explore.title"));
  set_explored(view, results, weighed, pages.texts);
  return pages.templates.render("explore", view);
}

ExploredResults by_alphabet(const ExploredResults& results) {
  std::vector<std::size_t> order(results.schools.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t at) { return results.schools[at]; });
  ExploredResults sorted;
  for (const std::size_t at : order) sorted.schools.push_back(results.schools[at]);
  for (const ExploredMeasure& one : results.measures) {
    ExploredMeasure moved{one.definition, {}};
    for (const std::size_t at : order) moved.rates.push_back(one.rates[at]);
    sorted.measures.push_back(std::move(moved));
  }
  return sorted;
}

std::string positions_csv(const ExploredResults& results, const Weighed& weighed) {
  std::string text;
  exchange::CsvWriter csv(text);
  csv.row({"school_id", "score", "low", "high", "best", "worst", "equal_score", "equal_low", "equal_high",
           "equal_best", "equal_worst"});
  const auto add = [&](const std::optional<Position>& position) {
    if (!position) {
      for (int i = 0; i < 5; ++i) csv.cell("");
      return;
    }
    for (const double value : {position->score, position->band.low, position->band.high})
      csv.cell(fmt::format("{:.4f}", std::round(value * 1e4) / 1e4 + 0.0));
    csv.cell(std::to_string(position->best)).cell(std::to_string(position->worst));
  };
  for (std::size_t i = 0; i < results.schools.size(); ++i) {
    csv.cell(results.schools[i]);
    add(weighed.own[i]);
    add(weighed.equal[i]);
    csv.end_row();
  }
  return text;
}

base::Result<Weighed> weigh(const ExploredResults& results, const std::vector<std::string>& texts) {
  auto weights = measure::read_weights(texts, results);
  if (!weights) return weights.problems();
  auto own = measure::positions(results, *weights);
  if (!own) return own.problems();
  measure::Weights alike = *weights;
  for (auto& [id, weight] : alike) weight = 1;
  auto equal = measure::positions(results, alike);
  if (!equal) return equal.problems();
  return Weighed{*std::move(weights), *std::move(own), *std::move(equal)};
}

base::Result<ExploredResults> read_results(const Files& files, const ExploreRequest& request,
                                           const measure::Catalogue& catalogue) {
  const auto bytes = files.read(request.results);
  if (!bytes) return bytes.problems();
  const auto table = exchange::read_table(*bytes, request.results);
  if (!table) return table.problems();
  return measure::read_explored(*table, catalogue);
}

}  // namespace

base::Result<ExploredParts> explored_parts(const Files& files, const Content& content, const Texts& texts,
                                           const ExploreRequest& request) {
  const auto catalogue = load_measures(files, content, request.folder);
  if (!catalogue) return catalogue.problems();
  const auto read = read_results(files, request, *catalogue);
  if (!read) return read.problems();
  const ExploredResults results = by_alphabet(*read);
  ExploredParts parts;
  std::optional<Weighed> weighed;
  if (!request.weights.empty()) {
    auto own = weigh(results, request.weights);
    if (own)
      weighed = *std::move(own);
    else
      parts.refused = own.problems();
  }
  for (const ExploredMeasure& one : results.measures)
    if (one.definition->improvement != measure::Improvement::none)
      parts.to_weigh.push_back({one.definition->id, one.definition->title});
  set_explored(parts.view, results, weighed, texts);
  return parts;
}

base::Result<Explored> explore(const Files& files, const Content& content, const ExploreRequest& request) {
  const auto catalogue = load_measures(files, content, request.folder);
  if (!catalogue) return catalogue.problems();
  const auto results = read_results(files, request, *catalogue);
  if (!results) return results.problems();
  std::optional<Weighed> weighed;
  if (!request.weights.empty()) {
    auto own = weigh(*results, request.weights);
    if (!own) return own.problems();
    weighed = *std::move(own);
  }
  const Pages pages = load_pages(content);
  return Explored{explorer_page(*results, weighed, pages), weighed ? positions_csv(*results, *weighed) : ""};
}

}  // namespace smm::app::measuring
