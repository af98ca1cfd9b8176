// SPDX-License-Identifier: Apache-2.0
#include "outcomes/reference/shortage_row.hpp"

#include "outcomes/reference/problems.hpp"
#include "outcomes/reference/shortage_words.hpp"
#include "outcomes/reference/source_text.hpp"
#include "outcomes/reference/us_state.hpp"

namespace smm::outcomes::reference {
namespace {

// What is wrong with a published text; empty for nothing.
std::string what_is_wrong(const PublishedComponent& published) {
  if (published.id.empty()) return "no id";
  if (!published_discipline(published.discipline)) return "no discipline";
  if (!published_type(published.type))
    return "\"" + published.type + "\" is neither an area, nor a population, nor a facility that is known";
  if (!published_status(published.status)) return "\"" + published.status + "\" is no status";
  return "";
}

void count_kind(ShortageType type, ShortageStatus status, ImportedRows& rows) {
  if (status == ShortageStatus::withdrawn) rows.count("withdrawn");
  if (status == ShortageStatus::proposed_for_withdrawal) rows.count("proposed_for_withdrawal");
  if (type == ShortageType::facility) rows.count("facilities");
}

struct ReadArea {
  ComponentType component = ComponentType::facility;
  std::string code;  // empty for a facility
};

// An area that is designated needs its code; a facility has none, whatever stands there ("POINT").
std::optional<ReadArea> read_area(const PublishedComponent& published, ShortageType type,
                                  ImportedRows& rows) {
  if (type == ShortageType::facility) return ReadArea{};
  const ComponentType component = published_component(published.component);
  const std::size_t digits = digits_of(component);
  if (digits == 0) return std::nullopt;
  const auto number = rows.area(published.area, digits);
  if (!number) return std::nullopt;
  return ReadArea{component, with_zeros(*number, digits)};
}

std::string state_letters(const PublishedComponent& published, const ReadArea& area) {
  if (!area.code.empty()) {
    const auto number = static_cast<unsigned>((area.code[0] - '0') * 10 + (area.code[1] - '0'));
    return std::string(us_state(number)->letters);
  }
  const UsState* state = us_state(published.state);
  return state == nullptr ? "" : std::string(state->letters);
}

}  // namespace

void add_component(const PublishedComponent& published, const base::Place& place, ImportedRows& rows) {
  const std::string wrong = what_is_wrong(published);
  if (!wrong.empty()) return rows.leave_out({problem::reference_row, wrong, place});
  const ShortageType type = *published_type(published.type);
  const ShortageStatus status = *published_status(published.status);
  const auto area = read_area(published, type, rows);
  if (!area)
    return rows.leave_out({problem::reference_row,
                           "\"" + published.area + "\" is no code of a \"" + published.component + "\"",
                           place});
  const auto designated = rows.day(published.designated);
  const auto withdrawn = rows.day(published.withdrawn);
  if (!designated || !withdrawn)
    return rows.leave_out({problem::reference_row, "a date is none that is read", place});
  count_kind(type, status, rows);
  rows.count(name_of(*published_discipline(published.discipline)));
  const bool is_facility = type == ShortageType::facility;
  const auto zip = is_facility ? rows.zip(published.zip) : std::nullopt;
  rows.add({published.id, rows.name(published.name), name_of(*published_discipline(published.discipline)),
            word_of(type), word_of(status), to_iso(*designated), to_iso(*withdrawn), word_of(area->component),
            area->code, state_letters(published, *area), is_facility ? rows.name(published.street) : "",
            zip ? to_text(*zip) : "", published.score},
           place);
}

}  // namespace smm::outcomes::reference
