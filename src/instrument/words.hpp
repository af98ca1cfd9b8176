// SPDX-License-Identifier: Apache-2.0
// The closed vocabularies of an edition: each enum value and the word that stands for it in YAML and files.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/assert.hpp"
#include "instrument/answer.hpp"
#include "instrument/item.hpp"

namespace smm::instrument {

template <class E>
struct Word {
  E value;
  std::string_view word;
};

inline constexpr Word<ItemType> item_type_words[] = {
    {ItemType::yes_no, "yes_no"},    {ItemType::one_of, "one_of"},
    {ItemType::any_of, "any_of"},    {ItemType::phase, "phase"},
    {ItemType::count, "count"},      {ItemType::share, "share"},
    {ItemType::ratio, "ratio"},      {ItemType::two_shares, "two_shares"},
    {ItemType::money, "money"},      {ItemType::year_grid, "year_grid"},
    {ItemType::date, "date"},        {ItemType::text, "text"},
    {ItemType::evidence, "evidence"}};
inline constexpr Word<ItemKind> item_kind_words[] = {{ItemKind::input, "input"},
                                                     {ItemKind::process, "process"},
                                                     {ItemKind::output, "output"},
                                                     {ItemKind::outcome, "outcome"},
                                                     {ItemKind::context, "context"}};
inline constexpr Word<Unit> unit_words[] = {
    {Unit::school, "school"}, {Unit::programme, "programme"}, {Unit::campus, "campus"}};
inline constexpr Word<Lever> lever_words[] = {
    {Lever::dean, "dean"}, {Lever::committee, "committee"}, {Lever::institution, "institution"}};
inline constexpr Word<Effort> effort_words[] = {
    {Effort::term, "term"}, {Effort::year, "year"}, {Effort::years, "years"}};
inline constexpr Word<Direction> direction_words[] = {{Direction::higher, "higher"},
                                                      {Direction::lower, "lower"}};
inline constexpr Word<Scored> scored_words[] = {
    {Scored::yes, "yes"}, {Scored::no, "no"}, {Scored::optional, "optional"}};
inline constexpr Word<Compare> compare_words[] = {{Compare::difference, "difference"},
                                                  {Compare::ratio, "ratio"}};
inline constexpr Word<bool> answered_words[] = {{true, "shared"}, {false, "per_programme"}};
inline constexpr Word<bool> timing_words[] = {{true, "time_bound"}, {false, "carried_forward"}};
inline constexpr Word<bool> status_words[] = {{true, "published"}, {false, "draft"}};
inline constexpr Word<AnswerState> answer_state_words[] = {
    {AnswerState::not_answered, "not_answered"},  {AnswerState::answered, "answered"},
    {AnswerState::not_known, "not_known"},        {AnswerState::not_collected, "not_collected"},
    {AnswerState::declined, "declined"},          {AnswerState::not_applicable, "not_applicable"},
    {AnswerState::not_permitted, "not_permitted"}};

template <class E, std::size_t N>
std::string_view word_of(const Word<E> (&words)[N], E value) {
  for (const Word<E>& entry : words) {
    if (entry.value == value) return entry.word;
  }
  SMM_ASSERT(false);
}

template <class E, std::size_t N>
std::optional<E> value_of(const Word<E> (&words)[N], std::string_view word) {
  for (const Word<E>& entry : words) {
    if (entry.word == word) return entry.value;
  }
  return std::nullopt;
}

// "a, b or c": for messages.
template <class E, std::size_t N>
std::string choices(const Word<E> (&words)[N]) {
  std::string text;
  for (std::size_t i = 0; i < N; ++i) {
    if (i > 0) text += i + 1 == N ? " or " : ", ";
    text += words[i].word;
  }
  return text;
}

}  // namespace smm::instrument
