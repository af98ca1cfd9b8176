// SPDX-License-Identifier: Apache-2.0
#include "store/records/round_records.hpp"

#include <algorithm>

#include "app/installation/round_edition.hpp"
#include "store/records/record_rows.hpp"

namespace smm::store::records {
namespace {

assessment::Round round_of(const Row& row) {
  RowReader read(row);
  return next_round(read);
}

Values round_columns(const assessment::Round& round) {
  return columns(round.code, round.title, round.edition, round.zone, round.last_day, round.closes,
                 assessment::to_string(round.state), round.version, round.checks_end,
                 round.options.legacy_stars, round.options.leave_out_overall, round.options.score_composition,
                 round.options.with_module, spaced(round.professions), round.practice, round.id);
}

assessment::Participation participation_of(const Row& row) {
  RowReader read(row);
  return next_participation(read);
}

Values participation_columns(const assessment::Participation& part) {
  return columns(assessment::to_string(part.state), part.solo, spaced(part.priorities),
                 assessment::to_string(part.notes), part.authors_see_all, part.attestations, part.invited_at,
                 part.accepted_at, part.submitted_at, part.version, part.round, part.school);
}

app::Part next_part(RowReader& read) {
  return {.round = next_round(read), .school = next_school(read), .participation = next_participation(read)};
}

}  // namespace

assessment::Round next_round(RowReader& read) {
  return {.id = read.id<assessment::RoundId>(),
          .code = read.text(),
          .title = read.text(),
          .edition = read.text(),
          .zone = read.text(),
          .last_day = read.text(),
          .closes = read.time(),
          .state = read.word(assessment::round_state),
          .version = read.integer(),
          .checks_end = read.time_or_null(),
          .options = {.legacy_stars = read.truth(),
                      .leave_out_overall = read.truth(),
                      .score_composition = read.truth(),
                      .with_module = read.truth()},
          .professions = from_spaced(read.text()),
          .practice = read.truth()};
}

assessment::Participation next_participation(RowReader& read) {
  return {.round = read.id<assessment::RoundId>(),
          .school = read.id<assessment::SchoolId>(),
          .state = read.word(assessment::participation_state),
          .solo = read.truth(),
          .priorities = from_spaced(read.text()),
          .notes = read.word(assessment::notes_fate),
          .authors_see_all = read.truth(),
          .attestations = static_cast<int>(read.integer()),
          .invited_at = read.time(),
          .accepted_at = read.time_or_null(),
          .submitted_at = read.time_or_null(),
          .version = read.integer()};
}

std::optional<assessment::Round> RoundRecords::by_id(const assessment::RoundId& id) {
  return one(queries_.row("round_by_id", columns(id)), round_of);
}

std::optional<assessment::Round> RoundRecords::by_code(std::string_view code) {
  return one(queries_.row("round_by_code", columns(code)), round_of);
}

std::vector<assessment::Round> RoundRecords::all() {
  return each(queries_.rows("rounds"), round_of);
}

void RoundRecords::add(const assessment::Round& round) {
  queries_.run("add_round", round_columns(round));
}

void RoundRecords::change(const assessment::Round& round) {
  queries_.change("change_round", round_columns(round));
}

std::optional<app::Part> RoundRecords::part(std::string_view round_code, std::string_view school_code) {
  if (foreseen_ != nullptr && foreseen_->visitor)
    return part_foreseen(round_code, school_code, foreseen_->visitor->token);
  return one(queries_.row("part", columns(round_code, school_code)), [](const Row& row) {
    RowReader read(row);
    return next_part(read);
  });
}

std::optional<app::Part> RoundRecords::part_foreseen(std::string_view round_code,
                                                     std::string_view school_code, const std::string& token) {
  const auto row =
      queries_.row("part_foreseen", columns(app::area_labels_text, token, round_code, school_code));
  if (!row) return std::nullopt;
  RowReader read(*row);
  app::Part part = next_part(read);
  ForeseenPart foreseen{{part.round.id, part.school.id}, read.text_or_null(), {}};
  for (const std::string& role : from_spaced(read.text_or_null().value_or("")))
    if (const auto known = assessment::school_role(role)) foreseen.roles.push_back(*known);
  std::ranges::sort(foreseen.roles);
  foreseen_->part = std::move(foreseen);
  return part;
}

std::optional<assessment::Participation> RoundRecords::participation(const app::SheetKey& sheet,
                                                                     bool locked) {
  return one(
      queries_.row(locked ? "participation_locked" : "participation", columns(sheet.round, sheet.school)),
      participation_of);
}

std::vector<assessment::Participation> RoundRecords::participations(const assessment::RoundId& round) {
  return each(queries_.rows("participations", columns(round)), participation_of);
}

void RoundRecords::add(const assessment::Participation& participation) {
  queries_.run("add_participation", participation_columns(participation));
}

void RoundRecords::change(const assessment::Participation& participation) {
  queries_.change("change_participation", participation_columns(participation));
}

}  // namespace smm::store::records
