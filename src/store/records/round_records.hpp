// SPDX-License-Identifier: Apache-2.0
// app::Rounds on a connection: rounds and participations (round_records.cpp), who may what
// (membership_records.cpp), what was handed out (packet_records.cpp), how a practice round goes
// (practice_records.cpp).
#pragma once

#include "app/installation/rounds.hpp"
#include "store/records/foreseen.hpp"
#include "store/records/named_queries.hpp"

namespace smm::store::records {

class RoundRecords final : public app::Rounds {
 public:
  RoundRecords(const NamedQueries& queries, Foreseen* foreseen) : queries_(queries), foreseen_(foreseen) {}

  std::optional<assessment::Round> by_id(const assessment::RoundId& id) override;
  std::optional<assessment::Round> by_code(std::string_view code) override;
  std::vector<assessment::Round> all() override;
  void add(const assessment::Round& round) override;
  void change(const assessment::Round& round) override;
  void erase_practice(const assessment::RoundId& round) override;

  std::optional<app::Part> part(std::string_view round_code, std::string_view school_code) override;
  std::optional<assessment::Participation> participation(const app::SheetKey& sheet, bool locked) override;
  std::vector<assessment::Participation> participations(const assessment::RoundId& round) override;
  void add(const assessment::Participation& participation) override;
  void change(const assessment::Participation& participation) override;

  std::vector<app::Membership> memberships(const app::SheetKey& sheet) override;
  std::vector<app::Membership> memberships(const assessment::PersonId& person) override;
  std::vector<assessment::SchoolRole> roles(const assessment::PersonId& person,
                                            const app::SheetKey& sheet) override;
  void add(const app::Membership& membership) override;
  void end(const app::Membership& membership, base::Instant now) override;

  std::vector<assessment::Packet> packets(const app::SheetKey& sheet) override;
  std::optional<assessment::Packet> packet(const app::SheetKey& sheet, std::string_view office,
                                           bool locked) override;
  void keep(const assessment::Packet& packet) override;

  std::vector<assessment::Assignment> assignments(const app::SheetKey& sheet) override;
  std::vector<assessment::Assignment> assignments(const app::SheetKey& sheet,
                                                  const assessment::PersonId& person) override;
  void add(const assessment::Assignment& assignment) override;
  void end(const assessment::AssignmentId& assignment, base::Instant now) override;

  void add(const app::GrantedView& view) override;
  std::vector<app::GrantedView> granted_views(const app::SheetKey& sheet, base::Instant now) override;
  void end_support(const app::SheetKey& sheet, base::Instant now) override;

 private:
  std::optional<app::Part> part_foreseen(std::string_view round_code, std::string_view school_code,
                                         const std::string& token);

  const NamedQueries& queries_;
  Foreseen* foreseen_;  // null where nothing is
};

}  // namespace smm::store::records
