// SPDX-License-Identifier: Apache-2.0
// Repository: rounds, the parts that schools have in them, and who does what there.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "assessment/assignment.hpp"
#include "assessment/packet.hpp"
#include "assessment/participation.hpp"
#include "assessment/roles.hpp"
#include "assessment/round.hpp"
#include "assessment/school.hpp"

namespace smm::app {

// A person's role at one school in one round.
struct Membership {
  assessment::PersonId person;
  assessment::SchoolId school;
  assessment::RoundId round;
  assessment::SchoolRole role = assessment::SchoolRole::viewer;
  base::Instant since;

  friend bool operator==(const Membership&, const Membership&) = default;
};

// Which sheet: a school's in a round.
struct SheetKey {
  assessment::RoundId round;
  assessment::SchoolId school;

  friend auto operator<=>(const SheetKey&, const SheetKey&) = default;
};

// A school's part in a round with both of them: what nearly every page begins with, in one query.
struct Part {
  assessment::Round round;
  assessment::School school;
  assessment::Participation participation;
};

// Somebody from outside may look: support (granted by the school) or stewardship (with a reason).
struct GrantedView {
  SheetKey sheet;
  bool stewardship = false;
  std::optional<assessment::PersonId> person;  // the steward; support is for the whole office
  std::optional<assessment::PersonId> granted_by;
  std::string reason;
  base::Instant from;
  base::Instant until;  // taken back: until is brought forward

  friend bool operator==(const GrantedView&, const GrantedView&) = default;
};

class Rounds {
 public:
  virtual ~Rounds() = default;

  virtual std::optional<assessment::Round> by_id(const assessment::RoundId& id) = 0;
  virtual std::optional<assessment::Round> by_code(std::string_view code) = 0;
  virtual std::vector<assessment::Round> all() = 0;  // the newest last day first
  virtual void add(const assessment::Round& round) = 0;
  virtual void change(const assessment::Round& round) = 0;
  // A practice round with all there is of it and of its invented schools; their people stay.
  virtual void erase_practice(const assessment::RoundId& round) = 0;

  virtual std::optional<Part> part(std::string_view round_code, std::string_view school_code) = 0;

  // `locked`: the row is read in order to be changed, or to be sure that nobody changes it meanwhile.
  virtual std::optional<assessment::Participation> participation(const SheetKey& sheet, bool locked) = 0;
  virtual std::vector<assessment::Participation> participations(const assessment::RoundId& round) = 0;
  virtual void add(const assessment::Participation& participation) = 0;
  virtual void change(const assessment::Participation& participation) = 0;

  virtual std::vector<Membership> memberships(const SheetKey& sheet) = 0;               // live ones
  virtual std::vector<Membership> memberships(const assessment::PersonId& person) = 0;  // live ones
  virtual std::vector<assessment::SchoolRole> roles(const assessment::PersonId& person,
                                                    const SheetKey& sheet) = 0;
  virtual void add(const Membership& membership) = 0;  // nothing when it is there already
  virtual void end(const Membership& membership, base::Instant now) = 0;

  virtual std::vector<assessment::Packet> packets(const SheetKey& sheet) = 0;
  virtual std::optional<assessment::Packet> packet(const SheetKey& sheet, std::string_view office,
                                                   bool locked) = 0;
  virtual void keep(const assessment::Packet& packet) = 0;  // adds or replaces

  virtual std::vector<assessment::Assignment> assignments(const SheetKey& sheet) = 0;  // live ones
  virtual std::vector<assessment::Assignment> assignments(const SheetKey& sheet,
                                                          const assessment::PersonId& person) = 0;
  virtual void add(const assessment::Assignment& assignment) = 0;
  virtual void end(const assessment::AssignmentId& assignment, base::Instant now) = 0;

  virtual void add(const GrantedView& view) = 0;
  virtual std::vector<GrantedView> granted_views(const SheetKey& sheet,
                                                 base::Instant now) = 0;  // that have not run out
  virtual void end_support(const SheetKey& sheet, base::Instant now) = 0;
};

}  // namespace smm::app
