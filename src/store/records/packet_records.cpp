// SPDX-License-Identifier: Apache-2.0
#include "store/records/columns.hpp"
#include "store/records/round_records.hpp"

namespace smm::store::records {
namespace {

assessment::Packet packet_of(const Row& row) {
  RowReader read(row);
  return {.round = read.id<assessment::RoundId>(),
          .school = read.id<assessment::SchoolId>(),
          .office = read.text(),
          .state = read.word(assessment::packet_state),
          .affirmer = read.id_or_null<assessment::PersonId>(),
          .due = read.text_or_null(),
          .completed_by = read.id_or_null<assessment::PersonId>(),
          .completed_at = read.time_or_null(),
          .affirmed_by = read.id_or_null<assessment::PersonId>(),
          .affirmed_at = read.time_or_null(),
          .version = read.integer()};
}

assessment::Assignment assignment_of(const Row& row) {
  RowReader read(row);
  return {.id = read.id<assessment::AssignmentId>(),
          .round = read.id<assessment::RoundId>(),
          .school = read.id<assessment::SchoolId>(),
          .person = read.id<assessment::PersonId>(),
          .scope = read.word(assessment::scope_named),
          .target = read.text(),
          .due = read.text_or_null(),
          .since = read.time(),
          .ended = read.time_or_null()};
}

}  // namespace

std::vector<assessment::Packet> RoundRecords::packets(const app::SheetKey& sheet) {
  return each(queries_.rows("packets", columns(sheet.round, sheet.school)), packet_of);
}

std::optional<assessment::Packet> RoundRecords::packet(const app::SheetKey& sheet, std::string_view office,
                                                       bool locked) {
  return one(queries_.row(locked ? "packet_locked" : "packet", columns(sheet.round, sheet.school, office)),
             packet_of);
}

void RoundRecords::keep(const assessment::Packet& packet) {
  queries_.run("keep_packet",
               columns(packet.round, packet.school, packet.office, assessment::to_string(packet.state),
                       packet.affirmer, packet.due, packet.completed_by, packet.completed_at,
                       packet.affirmed_by, packet.affirmed_at, packet.version));
}

std::vector<assessment::Assignment> RoundRecords::assignments(const app::SheetKey& sheet) {
  return each(queries_.rows("assignments", columns(sheet.round, sheet.school)), assignment_of);
}

std::vector<assessment::Assignment> RoundRecords::assignments(const app::SheetKey& sheet,
                                                              const assessment::PersonId& person) {
  return each(queries_.rows("assignments_of_person", columns(sheet.round, sheet.school, person)),
              assignment_of);
}

void RoundRecords::add(const assessment::Assignment& assignment) {
  queries_.run("add_assignment",
               columns(assignment.id, assignment.round, assignment.school, assignment.person,
                       assessment::to_string(assignment.scope), assignment.target, assignment.due,
                       assignment.since, assignment.ended));
}

void RoundRecords::end(const assessment::AssignmentId& assignment, base::Instant now) {
  queries_.run("end_assignment", columns(now, assignment));
}

}  // namespace smm::store::records
