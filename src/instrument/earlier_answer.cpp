// SPDX-License-Identifier: Apache-2.0
#include "instrument/earlier_answer.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/document_reader.hpp"
#include "instrument/tracking.hpp"

namespace smm::instrument {
namespace {

// One part of a chosen value: "id", "!id" when not permitted, "id@2" in a year grid.
struct ChosenPart {
  bool barred = false;
  std::string_view id;
  std::string_view year;  // "@2" or empty

  bool operator==(const ChosenPart&) const = default;
};

ChosenPart chosen_part(std::string_view text) {
  ChosenPart part;
  part.barred = text.starts_with('!');
  if (part.barred) text.remove_prefix(1);
  const std::size_t at = std::min(text.rfind('@'), text.size());
  part.id = text.substr(0, at);
  part.year = text.substr(at);
  return part;
}

std::vector<ChosenPart> chosen_parts(std::string_view value) {
  std::vector<ChosenPart> parts;
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t end = std::min(value.find(';', begin), value.size());
    parts.push_back(chosen_part(value.substr(begin, end - begin)));
    begin = end + 1;
  }
  return parts;
}

const MappedOption* entry_for(const std::vector<MappedOption>& map, std::string_view id) {
  for (const MappedOption& entry : map) {
    if (entry.from == id) return &entry;
  }
  return nullptr;
}

// Were all old options that lead to `to` marked as not permitted, in this year?
bool all_barred(const std::vector<MappedOption>& map, const std::string& to, std::string_view year,
                const std::vector<ChosenPart>& parts) {
  return std::all_of(map.begin(), map.end(), [&](const MappedOption& entry) {
    const ChosenPart barred{true, entry.from, year};
    return entry.to != to || std::find(parts.begin(), parts.end(), barred) != parts.end();
  });
}

void add_once(std::string_view part, std::string& value) {
  const std::string framed = ";" + value + ";";
  if (framed.find(";" + std::string(part) + ";") != std::string::npos) return;
  if (!value.empty()) value += ';';
  value += part;
}

std::optional<std::string> mapped(const std::vector<MappedOption>& map, std::string_view value) {
  const std::vector<ChosenPart> parts = chosen_parts(value);
  std::string result;
  for (const ChosenPart& part : parts) {
    const MappedOption* entry = entry_for(map, part.id);
    const bool nothing_applies = entry == nullptr && part.id == "none" && !part.barred;
    if (nothing_applies) {
      add_once("none", result);
    } else if (!part.barred) {
      if (entry == nullptr || !entry->to) return std::nullopt;
      add_once(*entry->to + std::string(part.year), result);
    } else if (entry != nullptr && entry->to && all_barred(map, *entry->to, part.year, parts)) {
      add_once("!" + *entry->to + std::string(part.year), result);
    }
  }
  return result;
}

std::optional<std::string> multiplied(double factor, std::string_view value) {
  if (factor == 1) return std::string(value);
  const auto number = base::parse_integer(value);
  if (!number) return std::nullopt;
  const double product = std::round(static_cast<double>(*number) * factor);
  if (product < 0 || product > 9007199254740992.0) return std::nullopt;  // where doubles stop being whole
  return std::to_string(static_cast<std::int64_t>(product));
}

bool can_hold_again(AnswerState state) {
  return state == AnswerState::answered || state == AnswerState::not_applicable ||
         state == AnswerState::not_permitted;
}

}  // namespace

std::optional<std::string> value_as_newer(const ConcordanceRow& row, std::string_view value) {
  if (row.factor) return multiplied(*row.factor, value);
  if (!row.map.empty()) return mapped(row.map, value);
  return std::string(value);
}

std::optional<AnswerToConfirm> carry_forward(const ConcordanceRow& row, const Item& older, const Item& newer,
                                             const AnswerText& answer) {
  if (!is_comparable(row.change) || older.time_bound || newer.time_bound) return std::nullopt;
  const auto state = answer_state(answer.state);
  if (!state || !can_hold_again(*state)) return std::nullopt;
  std::optional<std::string> value = std::string(answer.value);
  if (*state == AnswerState::answered) value = value_as_newer(row, answer.value);
  if (!value) return std::nullopt;
  return AnswerToConfirm{newer.id,          row.change,
                         row.note,          std::string(answer.state),
                         std::move(*value), std::string(answer.reason)};
}

}  // namespace smm::instrument
