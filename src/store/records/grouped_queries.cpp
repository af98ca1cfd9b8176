// SPDX-License-Identifier: Apache-2.0
#include "store/records/grouped_queries.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/assert.hpp"
#include "store/postgres_array.hpp"

namespace smm::store::records {
namespace {

// The order in which a save writes: history refers to the answer.
constexpr std::array<std::string_view, 5> written_in_order = {"first_answer", "next_answer", "append_history",
                                                              "append_audit", "move_audit_head"};

// As many as it takes for one statement with arrays to be cheaper than one statement each.
constexpr std::size_t many = 3;

// One text for a query with its values. They are ids and names: no two such lists give the same.
std::string key_of(std::string_view name, const Values& values) {
  std::string key(name);
  for (const Value& value : values) {
    key += '\0';
    key += std::get<std::string>(value);
  }
  return key;
}

// A row of an answer to many: whose it is, and what X would have given.
std::pair<std::size_t, Row> parted(Row row) {
  const auto place = static_cast<std::size_t>(row.integer(0) - 1);
  Values values = std::move(row).values();
  values.erase(values.begin());
  return {place, Row(std::move(values))};
}

}  // namespace

const std::string& GroupedQueries::of_many(std::string_view name) const {
  return queries_[std::string(name) + "_of_many"];
}

Values GroupedQueries::arrays_of(const std::vector<Values>& rows) const {
  Values arrays;
  for (std::size_t column = 0; column < rows.front().size(); ++column)
    arrays.push_back(postgres_array(rows, column));
  return arrays;
}

// All of it on one way to the server, in the order in which it was said: a lock comes before what it guards.
void GroupedQueries::ask(const std::vector<Asked>& asked) {
  std::vector<Values> arrays;
  for (const Asked& each : asked) arrays.push_back(ask_early(each));
  for (std::size_t i = 0; i < asked.size(); ++i)
    if (!arrays[i].empty()) take_answers(asked[i], arrays[i]);
}

// The arrays, where it was asked for many at once.
Values GroupedQueries::ask_early(const Asked& asked) {
  if (asked.by.size() < many) {
    for (const Values& values : asked.by) connection_.ask_early(queries_[asked.name], values);
    return {};
  }
  Values arrays = arrays_of(asked.by);
  connection_.ask_early(of_many(asked.name), arrays);
  return arrays;
}

// Who has no row is answered too, with none.
void GroupedQueries::take_answers(const Asked& asked, const Values& arrays) {
  std::vector<Rows> answers(asked.by.size());
  for (Row& row : connection_.query(of_many(asked.name), arrays)) {
    auto [place, answer] = parted(std::move(row));
    answers.at(place).push_back(std::move(answer));
  }
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const auto [entry, fresh] = answers_.emplace(key_of(asked.name, asked.by[i]), std::move(answers[i]));
    SMM_ASSERT(fresh);
  }
}

std::optional<Rows> GroupedQueries::answer(std::string_view name, const Values& values) {
  const auto is_text = [](const Value& value) { return std::holds_alternative<std::string>(value); };
  if (!std::ranges::all_of(values, is_text)) return std::nullopt;
  auto found = answers_.extract(key_of(name, values));
  if (found.empty()) return std::nullopt;
  return std::move(found.mapped());
}

void GroupedQueries::write(std::string_view name, Values values) {
  const auto place = std::ranges::find(written_in_order, name);
  SMM_ASSERT(place != written_in_order.end());
  at_hand_.emplace_back(place - written_in_order.begin(), std::move(values));
}

void GroupedQueries::keep() {
  kept_.resize(written_in_order.size());
  for (auto& [place, values] : at_hand_) kept_[place].push_back(std::move(values));
  at_hand_.clear();
  wrote_by_itself_ = false;
}

bool GroupedQueries::drop() {
  at_hand_.clear();
  return !wrote_by_itself_;
}

void GroupedQueries::send() {
  for (std::size_t place = 0; place < kept_.size(); ++place) {
    const std::vector<Values>& rows = kept_[place];
    if (rows.size() >= many)
      connection_.execute_later(of_many(written_in_order[place]), arrays_of(rows));
    else
      for (const Values& row : rows) connection_.execute_later(queries_[written_in_order[place]], row);
  }
  kept_.clear();
}

}  // namespace smm::store::records
