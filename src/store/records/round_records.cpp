// SPDX-License-Identifier: Apache-2.0
#include "store/records/round_records.hpp"

#include "store/records/record_rows.hpp"

namespace smm::store::records {
namespace {

assessment::Round round_of(const Row& row) {
  RowReader read(row);
  return next_round(read);
}

Values round_columns(const assessment::Round& round) {
  return columns(round.code, round.title, round.edition, round.zone, round.last_day, round.closes,
                 assessment::to_string(round.state), round.version, round.checks_end, round.id);
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
          .checks_end = read.time_or_null()};
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
  return one(queries_.row("part", columns(round_code, school_code)), [](const Row& row) {
    RowReader read(row);
    return app::Part{
        .round = next_round(read), .school = next_school(read), .participation = next_participation(read)};
  });
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
