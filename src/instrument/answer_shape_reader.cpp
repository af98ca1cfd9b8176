// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "instrument/item_reader.hpp"
#include "instrument/problems.hpp"
#include "instrument/read_word.hpp"

namespace smm::instrument {
namespace {

using base::Document;
using base::DocumentReader;
using base::Problems;

bool uses_steps(ItemType type) {
  return is_number(type) || type == ItemType::any_of || type == ItemType::year_grid;
}

std::string_view options_key(ItemType type) {
  switch (type) {
    case ItemType::yes_no:
    case ItemType::one_of:
    case ItemType::any_of:
      return "options";
    case ItemType::phase:
      return "phases";
    case ItemType::year_grid:
      return "topics";
    default:
      return "";
  }
}

std::size_t most_options(ItemType type) {
  return type == ItemType::year_grid ? 8 : 64;
}

Option read_option(const Document& document, ItemType type, std::size_t position, Problems& problems) {
  DocumentReader reader(document, problems);
  Option option;
  option.place = document.place;
  option.id = type == ItemType::phase ? std::to_string(position + 1) : reader.id("id");
  option.label = reader.text("label");
  const bool pays = type == ItemType::yes_no || type == ItemType::one_of || type == ItemType::phase;
  if (pays) {
    option.points = reader.optional_number("points").value_or(0);
    option.reason = reader.optional_text("reason").value_or("");
  }
  if (type == ItemType::any_of) option.exclusive = reader.flag("exclusive", false);
  if (type == ItemType::any_of || type == ItemType::one_of) option.leaves = reader.flag("leaves", false);
  reader.finish();
  return option;
}

// Answers keep options and cells as 64 bits; a grid has at most 8 years.
void check_number_of_options(const Item& item, Problems& problems) {
  const bool grid = item.type == ItemType::year_grid;
  const std::size_t least = grid ? 1 : 2;
  const std::size_t most = most_options(item.type);
  if (item.options.size() >= least && item.options.size() <= most) return;
  problems.emplace_back(problem::too_many_options,
                        item.id + " has " + std::to_string(item.options.size()) +
                            (grid ? " topics" : " options") + "; it can have " + std::to_string(least) +
                            " to " + std::to_string(most),
                        item.place);
}

void check_options(const Item& item, Problems& problems) {
  std::set<std::string> seen;
  for (const Option& option : item.options) {
    if (!seen.insert(option.id).second) {
      problems.emplace_back(problem::duplicate_id, item.id + " has the option \"" + option.id + "\" twice",
                            option.place);
    }
  }
  check_number_of_options(item, problems);
  const bool yes_no = item.options.size() == 2 && item.options[0].id == "yes" && item.options[1].id == "no";
  if (item.type == ItemType::yes_no && !yes_no) {
    problems.emplace_back(problem::type_mismatch,
                          item.id + ": a yes_no item has the options yes and no, in this order", item.place);
  }
  if (item.type == ItemType::phase && item.options.size() != 4) {
    problems.emplace_back(problem::type_mismatch, item.id + ": a phase item has four phases", item.place);
  }
}

void read_options(DocumentReader& reader, Item& item, Problems& problems) {
  const std::string_view key = options_key(item.type);
  if (key.empty()) return;
  const base::List& list = reader.list(key);
  for (std::size_t i = 0; i < list.size(); ++i)
    item.options.push_back(read_option(list[i], item.type, i, problems));
  check_options(item, problems);
  if (item.options.size() > most_options(item.type)) item.options.resize(most_options(item.type));
}

Quantity read_quantity(DocumentReader& reader, bool with_denominator) {
  Quantity quantity;
  quantity.numerator = reader.text("numerator");
  if (with_denominator) quantity.denominator = reader.text("denominator");
  return quantity;
}

Quantity read_share_of_two(DocumentReader& reader, std::string_view key, const Item& item,
                           Problems& problems) {
  const Document* document = reader.child(key);
  if (document == nullptr) {
    problems.emplace_back(problem::type_mismatch,
                          item.id + " needs \"" + std::string(key) + "\" with numerator and denominator",
                          item.place);
    return {};
  }
  DocumentReader fields(*document, problems);
  Quantity quantity = read_quantity(fields, true);
  fields.finish();
  return quantity;
}

void read_two_shares(DocumentReader& reader, Item& item, Problems& problems) {
  item.own = read_share_of_two(reader, "own", item, problems);
  item.comparator = read_share_of_two(reader, "comparator", item, problems);
  item.compare = read_word(reader, "compare", compare_words, Compare::difference, problems);
}

void read_number_shape(DocumentReader& reader, Item& item, Problems& problems) {
  if (item.type == ItemType::two_shares) {
    read_two_shares(reader, item, problems);
  } else {
    item.own = read_quantity(reader, item.type == ItemType::share || item.type == ItemType::ratio);
  }
  if (item.type == ItemType::count || item.type == ItemType::money)
    item.maximum = reader.optional_number("maximum");
  if (item.type == ItemType::share) item.pool_below = read_within(reader, "pool_below", 1, 1000000, problems);
}

}  // namespace

std::vector<Step> read_steps(DocumentReader& reader, Direction direction, Problems& problems) {
  const std::string_view key = direction == Direction::higher ? "at_least" : "at_most";
  std::vector<Step> steps;
  for (const Document& document : reader.list("steps")) {
    const std::size_t before = problems.size();
    DocumentReader fields(document, problems);
    Step step;
    step.place = document.place;
    step.threshold = fields.number(key);
    step.points = fields.number("points");
    step.reason = fields.optional_text("reason").value_or("");
    if (problems.size() == before) steps.push_back(std::move(step));
    fields.finish();
  }
  return steps;
}

void pass_over_answer_shape(DocumentReader& reader) {
  for (const std::string_view key :
       {"options", "phases", "topics", "steps", "direction", "numerator", "denominator", "own", "comparator",
        "compare", "maximum", "pool_below", "max_length"})
    reader.has(key);
}

void read_answer_shape(DocumentReader& reader, Item& item, Problems& problems) {
  read_options(reader, item, problems);
  if (is_number(item.type) && reader.has("direction"))
    item.direction = read_word(reader, "direction", direction_words, Direction::higher, problems);
  if (is_number(item.type)) read_number_shape(reader, item, problems);
  if (uses_steps(item.type)) item.steps = read_steps(reader, item.direction, problems);
  if (item.type == ItemType::text) item.max_length = read_within(reader, "max_length", 1, 20000, problems);
}

}  // namespace smm::instrument
