// SPDX-License-Identifier: Apache-2.0
#include "sheet_oracle.hpp"

#include <algorithm>
#include <optional>

#include "oracle_answers.hpp"
#include "oracle_routes.hpp"

namespace smm::test {
namespace {

using instrument::Edition;
using instrument::Item;
using instrument::Scored;

// One indicator as its area sees it.
struct Counted {
  double earned = 0;
  double attainable = 0;
  bool answered = false;
  double weight = 1;
};

class Oracle {
 public:
  Oracle(const Edition& edition, const SaidSheet& sheet, const OracleRequest& request)
      : edition_(edition),
        sheet_(sheet),
        request_(request),
        programme_(*edition.programme(request.programme)) {
    for (const Item& item : edition.items) {
      if ((item.programmes >> programme_ & 1u) == 0) continue;
      OracleItem known{&item, item.steps, edition.programmes[programme_].years, false};
      for (const auto& variant : item.variants) {
        const bool mine = (variant.programmes >> programme_ & 1u) != 0;
        if (mine && !variant.steps.empty()) known.steps = variant.steps;
      }
      known.scored = item.scored == Scored::yes ||
                     (item.scored == Scored::optional && request.also_score.contains(item.id));
      items_[item.id] = known;
    }
  }

  std::map<std::string, OracleScore> scores() {
    std::map<std::string, OracleScore> found;
    std::vector<std::pair<OracleScore, double>> all;
    for (const auto& domain : edition_.domains) {
      std::vector<std::pair<OracleScore, double>> mine;
      for (const std::size_t position : domain.areas) {
        const std::string& id = edition_.sections[position].id;
        const OracleScore area = area_score(position, found);
        found["area " + id] = area;
        mine.emplace_back(area, weight_of("area " + id));
        all.emplace_back(area, 1.0);
      }
      found["domain " + domain.id] = mean_of(mine, 1, 2);
    }
    found["overall overall"] = mean_of(all, 2, 3);
    return found;
  }

 private:
  double weight_of(const std::string& key) const {
    const auto found = request_.weights.find(key);
    return found == request_.weights.end() ? 1 : found->second;
  }

  SaidAnswer said(const std::string& id) const {
    const auto found = sheet_.find(id);
    return found == sheet_.end() ? SaidAnswer{"not_answered", ""} : found->second;
  }

  // asked, zero (skipped by a weak scored answer), left, or undecided
  std::string standing(const std::string& id) {
    const auto known = standings_.find(id);
    if (known != standings_.end()) return known->second;
    const std::string& route = items_.at(id).item->ask_if_text;
    std::string result = "asked";
    if (!route.empty()) {
      const std::string truth = truth_of(route, [&](const std::string& name) { return word_of(name); });
      if (truth != "true") result = "left";
      if (truth != "true" && opens(route, true)) result = "zero";
      if (truth != "true" && opens(route, false)) result = "undecided";
    }
    return standings_[id] = result;
  }

  RouteWord word_said(const OracleItem& item, const std::string& value) const {
    const ReadValue read = read_said(item, value);
    const bool numeric = is_a_number(item) || item.item->type == instrument::ItemType::year_grid;
    if (numeric && !read.number) return {"absent", {}, {}};
    return {"known", read.chosen, read.number};
  }

  RouteWord weakest_word(const OracleItem& item) const {
    std::string weakest;
    double least = 1e300;
    for (const std::string& value : sayable(item, {})) {
      const OraclePoints points = points_said(item, value);
      if (points.attainable <= 0 || points.earned >= least) continue;
      least = points.earned;
      weakest = value;
    }
    return word_said(item, weakest);
  }

  RouteWord word_of(const std::string& name) {
    if (name == "programme") return {"known", {request_.programme}, {}};
    if (name == "profession")
      return {"known", {edition_.professions[edition_.programmes[programme_].profession].id}, {}};
    if (!items_.contains(name)) return {"absent", {}, {}};
    const OracleItem& item = items_.at(name);
    const std::string where = standing(name);
    if (where == "left") return {"absent", {}, {}};
    if (where == "undecided") return {"unknown", {}, {}};
    if (where == "zero") return item.scored ? weakest_word(item) : RouteWord{"absent", {}, {}};
    const SaidAnswer answer = said(name);
    if (answer.state == "answered") return word_said(item, answer.value);
    if (answer.state == "not_applicable" || answer.state == "not_permitted") return {"absent", {}, {}};
    const bool counts_as_weakest =
        answer.state == "not_collected" && !is_a_number(item) && full_points_of(item) > 0;
    return counts_as_weakest ? weakest_word(item) : RouteWord{"unknown", {}, {}};
  }

  // The points of a scored item that has an answer in the denominator; nothing for any other.
  std::optional<double> points_held(const std::string& name) {
    if (!items_.contains(name) || !items_.at(name).scored) return std::nullopt;
    const Counted counted = count(items_.at(name));
    return counted.answered ? std::optional(counted.earned) : std::nullopt;
  }

  // What a name could turn out to say in a route: whatever is unknown, anything at all; and with `better`, a
  // scored item also what earns more.
  std::vector<RouteWord> words_possible(const std::string& name, bool better) {
    std::vector<RouteWord> words = {word_of(name)};
    if (!items_.contains(name)) return words;
    const OracleItem& item = items_.at(name);
    const bool closed_fact = standing(name) == "zero" && !item.scored;
    const bool anything = words[0].standing == "unknown" || (better && closed_fact);
    const std::optional<double> held = better ? points_held(name) : std::nullopt;
    std::set<std::string> barred;
    if (standing(name) == "asked" && said(name).state == "answered")
      barred = read_said(item, said(name).value).barred;
    for (const std::string& value : sayable(item, barred)) {
      if (anything || (held && points_said(item, value).earned > *held))
        words.push_back(word_said(item, value));
    }
    return words;
  }

  bool opens(const std::string& route, bool better) {
    const auto is_name = [&](const std::string& word) {
      return word == "programme" || word == "profession" || edition_.item(word).has_value();
    };
    std::vector<std::map<std::string, RouteWord>> worlds = {{}};
    for (const std::string& name : names_in(route, is_name)) {
      std::vector<std::map<std::string, RouteWord>> more;
      for (const RouteWord& word : words_possible(name, better)) {
        for (auto world : worlds) {
          world[name] = word;
          more.push_back(std::move(world));
        }
      }
      worlds = std::move(more);
    }
    return std::any_of(worlds.begin(), worlds.end(), [&](const auto& world) {
      return truth_of(route, [&](const std::string& name) { return world.at(name); }) == "true";
    });
  }

  Counted count(const OracleItem& item) {
    const std::string& id = item.item->id;
    const double full = full_points_of(item);
    const double weight = weight_of("indicator " + id);
    const std::string where = standing(id);
    const SaidAnswer answer = said(id);
    if (where == "left") return {0, 0, false, weight};
    if (where == "zero") return {0, full, true, weight};
    if (where == "undecided") return {0, full, false, weight};
    if (answer.state == "not_applicable" || answer.state == "not_permitted") return {0, 0, false, weight};
    if (answer.state == "answered") {
      const OraclePoints points = points_said(item, answer.value);
      return {points.earned, points.attainable, points.attainable > 0, weight};
    }
    return {0, full, answer.state == "not_collected" && !is_a_number(item), weight};
  }

  static OracleScore indicator_of(const Counted& one) {
    OracleScore score;
    score.state = one.attainable <= 0 ? "not_applicable" : one.answered ? "scored" : "too_few";
    if (score.state == "not_applicable") return score;
    score.attainable_points = one.attainable * one.weight;
    score.answered_points = one.answered ? score.attainable_points : 0;
    score.score = score.lower = one.earned / one.attainable;
    score.upper = one.answered ? score.score : 1;
    return score;
  }

  OracleScore area_score(std::size_t section, std::map<std::string, OracleScore>& found) {
    std::vector<Counted> counted;
    double full = 0;
    for (const std::size_t position : edition_.sections[section].items) {
      const std::string& id = edition_.items[position].id;
      if (!items_.contains(id) || !items_.at(id).scored) continue;
      counted.push_back(count(items_.at(id)));
      full += counted.back().weight * full_points_of(items_.at(id));
      found["indicator " + id] = indicator_of(counted.back());
    }
    return area_of(counted, full);
  }

  static OracleScore area_of(const std::vector<Counted>& counted, double full) {
    double earned = 0, answered = 0, attainable = 0;
    int how_many = 0;
    for (const Counted& one : counted) {
      attainable += one.weight * one.attainable;
      if (!one.answered) continue;
      earned += one.weight * one.earned;
      answered += one.weight * one.attainable;
      ++how_many;
    }
    OracleScore score{"not_applicable", 0, 0, 0, answered, attainable};
    if (attainable <= 0) return score;
    score.lower = 100 * earned / attainable;
    score.upper = 100 * (earned + attainable - answered) / attainable;
    score.state = "scored";
    if (attainable * 2 < full - 1e-9 || how_many < 2) score.state = "thin";
    if (answered * 10 < attainable * 7 - 1e-9 || answered <= 0) score.state = "too_few";
    if (score.state == "scored") score.score = 100 * earned / answered;
    return score;
  }

  // Scored when areas that are hold `part` of `whole` of the weight.
  static OracleScore mean_of(const std::vector<std::pair<OracleScore, double>>& areas, int part, int whole) {
    OracleScore mean{"not_applicable", 0, 0, 0, 0, 0};
    double all = 0, scored = 0, missing = 0;
    for (const auto& [area, weight] : areas) {
      all += weight;
      mean.answered_points += area.answered_points;
      mean.attainable_points += area.attainable_points;
      if (area.state != "not_applicable") mean.state = "too_few";
      if (area.state == "too_few") missing += weight;
      if (area.state != "scored") continue;
      scored += weight;
      mean.score += weight * area.score;
      mean.lower += weight * area.lower;
      mean.upper += weight * area.upper;
    }
    if (mean.state == "not_applicable") return mean;
    mean.upper += 100 * missing;
    const bool bounded = scored + missing > 0;
    mean.lower = bounded ? mean.lower / (scored + missing) : 0;
    mean.upper = bounded ? mean.upper / (scored + missing) : 100;
    if (scored > 0 && scored * whole >= all * part - 1e-9) {
      mean.state = "scored";
      mean.score /= scored;
    }
    return mean;
  }

  const Edition& edition_;
  const SaidSheet& sheet_;
  const OracleRequest& request_;
  std::size_t programme_;
  std::map<std::string, OracleItem> items_;  // of the program
  std::map<std::string, std::string> standings_;
};

}  // namespace

std::map<std::string, OracleScore> oracle_scores(const Edition& edition, const SaidSheet& sheet,
                                                 const OracleRequest& request) {
  return Oracle(edition, sheet, request).scores();
}

}  // namespace smm::test
