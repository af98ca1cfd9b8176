// SPDX-License-Identifier: Apache-2.0
// One question of the self-assessment, as plain data. docs/reference/edition-format.md says how it is
// written and what each field means; the loader (load_edition) guarantees what the comments here promise.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/place.hpp"
#include "expression/expression.hpp"

namespace smm::instrument {

enum class ItemType {
  yes_no,
  one_of,
  any_of,
  phase,
  count,
  share,
  ratio,
  two_shares,
  money,
  year_grid,
  date,
  text,
  evidence
};

enum class ItemKind { input, process, output, outcome, context };
enum class Unit { school, programme, campus };
enum class Lever { dean, committee, institution };
enum class Effort { term, year, years };
enum class Direction { higher, lower };   // which end of a number earns points
enum class Scored { no, yes, optional };  // optional: only when a round or a command names the item
enum class Compare { difference, ratio };

// A set of programmes of one edition, by position in Edition::programmes (at most 32).
using ProgrammeSet = std::uint32_t;

// One answer a person can choose. For a year grid the options are its topics.
struct Option {
  std::string id;
  std::string label;
  double points = 0;       // one_of, yes_no, phase; 0 for any_of and year_grid, where steps give the points
  std::string reason;      // why these points; not printed on the answer sheet
  bool exclusive = false;  // any_of: can only be chosen alone
  bool leaves = false;     // choosing it takes the item out of the denominator
  base::Place place;
};

// Points from a threshold on: "at least" it, or "at most" it where lower is better. Ordered from the
// easiest to the hardest; points rise strictly; the last step carries the item's full points.
struct Step {
  double threshold = 0;
  double points = 0;
  std::string reason;
  base::Place place;
};

// What a number counts, and of what. `denominator` is empty for counts and money.
struct Quantity {
  std::string numerator;
  std::string denominator;
};

// Printed words that may differ by programme.
struct Wording {
  std::string question;
  std::string why;
  std::string definitions;
  std::string example;
  std::string reported;
  std::string evidence;
};

// Where some programmes differ from the item as written: filled fields replace the item's.
struct Variant {
  ProgrammeSet programmes = 0;
  Wording wording;                                          // empty texts: as written
  std::string period;                                       // empty: as written
  std::vector<std::pair<std::string, std::string>> labels;  // option id → label
  std::vector<Step> steps;                                  // empty: as written
  base::Place place;
};

struct Item {
  std::string id;
  std::size_t section = 0;  // position in Edition::sections
  ItemType type = ItemType::text;
  ItemKind kind = ItemKind::context;
  Scored scored = Scored::no;
  ProgrammeSet programmes = 0;
  bool shared = false;  // answered once for all programmes of a school
  Unit unit = Unit::school;
  std::string office;
  std::optional<Lever> lever;    // set for every indicator
  std::optional<Effort> effort;  // set for every indicator
  std::string period;
  bool time_bound = false;
  std::string legal;    // note for counsel; not empty means flagged
  std::string measure;  // "SM-018" or empty
  std::vector<std::string> terms;
  Wording wording;
  int gathering_minutes = 0;

  std::vector<Option> options;  // yes_no, one_of, any_of, phase (ids 1-4), year_grid (topics)
  std::vector<Step> steps;      // any_of, count, share, ratio, two_shares, money, year_grid
  Direction direction = Direction::higher;
  Compare compare = Compare::difference;
  Quantity own;                   // count, share, ratio, money, two_shares
  Quantity comparator;            // two_shares
  std::optional<double> maximum;  // count
  std::optional<int> pool_below;  // share: denominators under it pool three classes
  std::optional<int> max_length;  // text

  std::optional<expression::Expression> ask_if;  // names are positions in Edition::items, or route_programme
  std::string ask_if_text;
  base::Place ask_if_place;
  std::vector<Variant> variants;
  base::Place place;
};

// Is the answer a number (count, share, ratio, two shares, money)?
bool is_number(ItemType type);

// The most points an answer to `item` can earn when everything is permitted; 0 for unscored types.
double full_points(const Item& item);

std::string_view to_string(ItemType type);
std::string_view to_string(ItemKind kind);
std::string_view to_string(Unit unit);
std::string_view to_string(Lever lever);
std::string_view to_string(Effort effort);

}  // namespace smm::instrument
