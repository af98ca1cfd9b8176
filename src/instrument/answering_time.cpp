// SPDX-License-Identifier: Apache-2.0
#include "instrument/answering_time.hpp"

#include <set>

#include "instrument/checks.hpp"
#include "instrument/problems.hpp"

namespace smm::instrument {
namespace {

constexpr double words_a_minute = 200;

double type_minutes(ItemType type) {
  switch (type) {
    case ItemType::yes_no:
      return 0.2;
    case ItemType::one_of:
    case ItemType::phase:
      return 0.3;
    case ItemType::any_of:
      return 0.5;
    case ItemType::year_grid:
      return 1.0;
    case ItemType::count:
    case ItemType::money:
    case ItemType::date:
    case ItemType::evidence:
      return 0.3;
    case ItemType::share:
    case ItemType::ratio:
      return 0.5;
    case ItemType::two_shares:
    case ItemType::text:
      return 1.0;
  }
  return 0;
}

int values_of(ItemType type) {
  if (!is_number(type)) return 0;
  return type == ItemType::two_shares ? 2 : 1;
}

}  // namespace

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    words += !space && !inside ? 1 : 0;
    inside = !space;
  }
  return words;
}

std::size_t printed_words(const Item& item) {
  const Wording& words = item.wording;
  std::size_t total = 0;
  for (const std::string* text :
       {&words.question, &words.why, &words.definitions, &words.example, &words.reported, &words.evidence,
        &item.own.numerator, &item.own.denominator, &item.comparator.numerator,
        &item.comparator.denominator}) {
    total += count_words(*text);
  }
  for (const Option& option : item.options) total += count_words(option.label);
  return total;
}

double reading_minutes(std::string_view text) {
  return static_cast<double>(count_words(text)) / words_a_minute;
}

double answering_minutes(const Item& item) {
  return static_cast<double>(printed_words(item)) / words_a_minute + type_minutes(item.type);
}

std::map<std::string, PacketTime> packet_times(const Edition& edition, const Questionnaire& questionnaire) {
  std::map<std::string, PacketTime> packets;
  std::set<std::pair<std::string, std::string>> terms_read;
  const bool solo = edition.programmes[questionnaire.programme].solo;
  for (const QuestionnaireItem& entry : questionnaire.items) {
    PacketTime& packet = packets[entry.item.office];
    packet.items += 1;
    packet.numbers += values_of(entry.item.type);
    packet.gathering += entry.item.gathering_minutes;
    packet.answering += answering_minutes(entry.item);
    for (const std::string& term : entry.item.terms) {
      if (!terms_read.emplace(solo ? "" : entry.item.office, term).second) continue;
      packet.answering += reading_minutes(edition.term(term).definition);
    }
  }
  return packets;
}

PacketTime total_time(const std::map<std::string, PacketTime>& packets) {
  PacketTime total;
  for (const auto& [office, packet] : packets) {
    total.items += packet.items;
    total.numbers += packet.numbers;
    total.answering += packet.answering;
    total.gathering += packet.gathering;
  }
  return total;
}

void check_time(const Edition& edition, base::Problems& problems) {
  for (std::size_t i = 0; i < edition.programmes.size(); ++i) {
    const Programme& programme = edition.programmes[i];
    const double minutes = total_time(packet_times(edition, questionnaire_for(edition, i))).answering;
    if (minutes <= programme.minutes_limit) continue;
    problems.emplace_back(problem::too_long,
                          "answering takes " + std::to_string(static_cast<int>(minutes + 0.5)) +
                              " minutes for " + programme.id + "; its limit is " +
                              std::to_string(programme.minutes_limit),
                          programme.place);
  }
}

}  // namespace smm::instrument
