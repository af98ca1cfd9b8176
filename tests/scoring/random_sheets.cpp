// SPDX-License-Identifier: Apache-2.0
#include "random_sheets.hpp"

#include <algorithm>
#include <sstream>
#include <vector>

#include "case_edition.hpp"

namespace smm::test {
namespace {

using base::Random;
using instrument::Direction;
using instrument::Item;
using instrument::ItemType;
using instrument::Option;

template <class T>
const T& one_of(const std::vector<T>& things, Random& random) {
  return things[random.below(things.size())];
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ";") + part;
  return text;
}

std::string random_option(const Item& item, const Habits& habits, Random& random) {
  const std::string chosen = one_of(item.options, random).id;
  std::string text = chosen;
  for (const Option& option : item.options) {
    if (option.id != chosen && random.chance(habits.barring)) text += ";!" + option.id;
  }
  return text;
}

std::string random_set(const Item& item, const Habits& habits, Random& random) {
  const double share = random.uniform();
  std::vector<std::string> parts;
  std::vector<std::string> alone;
  for (const Option& option : item.options) {
    if (option.exclusive || option.leaves) {
      alone.push_back(option.id);
    } else if (random.chance(habits.barring)) {
      parts.push_back("!" + option.id);
    } else if (random.chance(share)) {
      parts.push_back(option.id);
    }
  }
  if (!alone.empty() && random.chance(0.15)) return one_of(alone, random);
  const bool chosen =
      std::any_of(parts.begin(), parts.end(), [](const auto& part) { return part[0] != '!'; });
  if (!chosen) parts.emplace_back("none");
  return joined(parts);
}

std::string random_grid(const Item& item, int years, const Habits& habits, Random& random) {
  const double share = random.uniform();
  std::vector<std::string> parts;
  bool chosen = false;
  for (const Option& topic : item.options) {
    for (int year = 1; year <= years; ++year) {
      const std::string cell = topic.id + "@" + std::to_string(year);
      if (random.chance(habits.barring)) {
        parts.push_back("!" + cell);
      } else if (random.chance(share)) {
        parts.push_back(cell);
        chosen = true;
      }
    }
  }
  if (!chosen) parts.emplace_back("none");
  return joined(parts);
}

std::string plain(double number) {
  std::ostringstream text;
  text.precision(6);
  text << std::fixed << number;
  std::string written = text.str();
  written.erase(written.find_last_not_of('0') + 1);
  if (written.back() == '.') written.pop_back();
  return written;
}

std::string random_share(const Item& item, Random& random) {
  if (!item.steps.empty() && item.type == ItemType::share && random.chance(0.3)) {
    const double near = one_of(item.steps, random).threshold + (random.chance(0.5) ? 0 : 0.01);
    return plain(std::clamp(near, 0.0, 100.0));
  }
  const auto of = 1 + random.below(120);
  return std::to_string(random.below(of + 1)) + "/" + std::to_string(of);
}

std::string random_ratio(Random& random) {
  return std::to_string(random.below(300)) + "/" + std::to_string(1 + random.below(120));
}

std::string random_amount(const Item& item, Random& random) {
  const double far =
      item.steps.empty() ? 100 : std::max(item.steps.front().threshold, item.steps.back().threshold);
  const double most = std::min(item.maximum.value_or(1e9), 1.5 * far + 2);
  if (!item.steps.empty() && random.chance(0.3))
    return plain(static_cast<double>(static_cast<long>(one_of(item.steps, random).threshold)));
  return std::to_string(random.below(static_cast<std::uint64_t>(most) + 1));
}

std::string random_value(const Item& item, int years, const Habits& habits, Random& random) {
  switch (item.type) {
    case ItemType::yes_no:
    case ItemType::one_of:
    case ItemType::phase:
      return random_option(item, habits, random);
    case ItemType::any_of:
      return random_set(item, habits, random);
    case ItemType::year_grid:
      return random_grid(item, years, habits, random);
    case ItemType::share:
      return random_share(item, random);
    case ItemType::ratio:
      return random_ratio(random);
    case ItemType::two_shares:
      return random_share(item, random) + "|" + (random.chance(0.05) ? "0/20" : random_share(item, random));
    case ItemType::count:
    case ItemType::money:
      return random_amount(item, random);
    case ItemType::date:
      return "2026-01-31";
    case ItemType::text:
      return "Words.";
    case ItemType::evidence:
      return "https://example.org/page";
  }
  return "";
}

std::string extreme_option(const Item& item, bool best) {
  const Option* found = nullptr;
  for (const Option& option : item.options) {
    if (option.leaves) continue;
    const bool better =
        found == nullptr || (best ? option.points > found->points : option.points < found->points);
    if (better) found = &option;
  }
  return found->id;
}

std::string every_option(const Item& item, int years) {
  std::vector<std::string> parts;
  for (const Option& option : item.options) {
    if (option.exclusive || option.leaves) continue;
    if (item.type == ItemType::any_of) parts.push_back(option.id);
    for (int year = 1; item.type == ItemType::year_grid && year <= years; ++year)
      parts.push_back(option.id + "@" + std::to_string(year));
  }
  return joined(parts);
}

std::string extreme_number(const Item& item, bool best) {
  const bool large = (item.direction == Direction::higher) == best;
  if (item.type == ItemType::two_shares) return large ? "100|1" : "0|100";
  if (item.type == ItemType::share) return large ? "100" : "0";
  if (item.type == ItemType::ratio) return large ? "1000000/1" : "0/1";
  return large ? plain(item.maximum.value_or(1e9)) : "0";
}

// A random small edition, as the text of a case whose answers and scores nobody reads.
class EditionText {
 public:
  explicit EditionText(Random& random) : random_(random) {}

  std::string write() {
    text_ << "Random\n\nAn edition drawn at random.\n\nprogrammes\nid | profession | years\n"
          << "p | x | 3\nq | " << (random_.chance(0.5) ? "x" : "y") << " | 2\n\nareas\nid | domain\n";
    const auto areas = 1 + random_.below(4);
    for (std::uint64_t a = 0; a < areas; ++a) text_ << "a" << a << " | d" << random_.below(2) << "\n";
    text_ << "\nitems\nid | type | area | options | steps | compare | scored | programmes | ask_if\n"
          << "size | yes_no | about\nkind | one_of | about | small large\n";
    for (std::uint64_t a = 0; a < areas; ++a) {
      const auto items = 3 + random_.below(3);
      for (std::uint64_t i = 0; i < items; ++i)
        write_item("a" + std::to_string(a), "a" + std::to_string(a) + "-" + std::to_string(i), i >= 2);
    }
    text_ << "\nanswers\nitem_id\nsize\n\nscores\nid\na0\n";
    return text_.str();
  }

 private:
  void write_item(const std::string& area, const std::string& id, bool may_vary) {
    static const std::vector<std::string> shapes = {
        "yes_no | AREA | | |",
        "one_of | AREA | none some=4 all=10 | |",
        "one_of | AREA | none=0 some=5 all=10 exempt=leaves | |",
        "any_of | AREA | u v w | 1:3 2:6 3:10 |",
        "any_of | AREA | u v w x=exclusive y=leaves | 1:4 2:10 |",
        "phase | AREA | 0 3 7 10 | |",
        "year_grid | AREA | t u | 30:5 60:10 |",
        "count | AREA | | 1:5 4:10 |",
        "share | AREA | | 20:5 50:10 |",
        "share | AREA | | <=40:5 <=10:10 |",
        "ratio | AREA | | 50:5 100:10 |",
        "two_shares | AREA | | -10:5 0:10 | difference",
        "two_shares | AREA | | 0.8:5 1:10 | ratio",
        "money | AREA | | <=300:4 <=100:10 |",
    };
    std::string shape = one_of(shapes, random_);
    shape.replace(shape.find("AREA"), 4, area);
    const std::string route = random_.chance(0.4) ? random_route() : "";
    const std::string programmes = may_vary && random_.chance(0.15) ? "p" : "";
    const std::string scored = may_vary && random_.chance(0.1) ? "optional" : "";
    text_ << id << " | " << shape << " | " << scored << " | " << programmes << " | " << route << "\n";
    // Long chains make editions that take long to check, and add little.
    if (route.empty() || random_.chance(0.3)) gates_.push_back(gate_on(id, shape));
  }

  static std::string gate_on(const std::string& id, const std::string& shape) {
    const std::string type = shape.substr(0, shape.find(' '));
    if (type == "yes_no") return id + " == yes";
    if (type == "one_of") return id + " in (some, all)";
    if (type == "any_of") return "count(" + id + ") >= 2";
    if (type == "phase") return id + " >= 3";
    if (type == "year_grid") return id + " >= 50";
    if (shape.find("<=") != std::string::npos) return id + " < 20";
    return type == "two_shares" ? id + " > 0.5" : id + " > 1";
  }

  // Up to three conditions, each on another name: the program looks at each for itself.
  std::string random_route() {
    static const std::vector<std::string> facts = {"size == yes", "kind == large", "programme == p",
                                                   "size != yes", "profession == x"};
    const std::string fact = one_of(facts, random_);
    const std::string first = gates_.empty() ? fact : one_of(gates_, random_);
    const std::string second = gates_.empty() || random_.chance(0.5) ? fact : one_of(gates_, random_);
    if (first == second) return first;
    switch (random_.below(second == fact ? 3 : 4)) {
      case 0:
        return first;
      case 1:
        return first + " and " + second;
      case 2:
        return first + " or " + second;
      default:
        return fact + " and (" + first + " or " + second + ")";
    }
  }

  Random& random_;
  std::ostringstream text_;
  std::vector<std::string> gates_;
};

}  // namespace

Habits Habits::drawn(Random& random) {
  static const std::vector<double> levels = {0, 0, 0.03, 0.1, 0.3};
  Habits habits;
  habits.missing = one_of(levels, random);
  habits.leaving = one_of(levels, random);
  habits.barring = one_of(levels, random);
  habits.best = one_of(levels, random);
  return habits;
}

SaidAnswer extreme_answer(const Item& item, int years, bool best) {
  if (is_number(item.type)) return {"answered", extreme_number(item, best)};
  switch (item.type) {
    case ItemType::yes_no:
    case ItemType::one_of:
    case ItemType::phase:
      return {"answered", extreme_option(item, best)};
    case ItemType::any_of:
    case ItemType::year_grid:
      return {"answered", best ? every_option(item, years) : "none"};
    default:
      return {"not_answered", ""};
  }
}

SaidAnswer random_answer(const Item& item, int years, const Habits& habits, Random& random) {
  static const std::vector<std::string> missing = {"not_answered", "not_known", "not_collected", "declined"};
  if (random.chance(habits.missing)) return {one_of(missing, random), ""};
  if (random.chance(habits.leaving)) return {random.chance(0.5) ? "not_applicable" : "not_permitted", ""};
  if (random.chance(habits.best)) return extreme_answer(item, years, true);
  return {"answered", random_value(item, years, habits, random)};
}

SaidSheet random_sheet(const instrument::Edition& edition, std::size_t programme, Random& random) {
  const Habits habits = Habits::drawn(random);
  SaidSheet sheet;
  for (const Item& item : edition.items) {
    if ((item.programmes >> programme & 1u) == 0) continue;
    sheet[item.id] = random_answer(item, edition.programmes[programme].years, habits, random);
  }
  return sheet;
}

std::optional<instrument::Edition> random_edition(Random& random) {
  auto edition = case_edition(read_case(EditionText(random).write(), "random.case"));
  if (!edition) return std::nullopt;
  return *std::move(edition);
}

}  // namespace smm::test
