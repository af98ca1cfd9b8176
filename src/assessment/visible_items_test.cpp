// SPDX-License-Identifier: Apache-2.0
#include "assessment/visible_items.hpp"

#include <gtest/gtest.h>

#include "assessment/sample_people_test.hpp"
#include "assessment/sample_sheet_test.hpp"

namespace smm::assessment {
namespace {

using Names = std::vector<std::string>;

Assignment handed(const std::string& to, Scope scope, const std::string& target) {
  return {sample::id_of<AssignmentId>(to + target),
          sample::id_of<RoundId>("r"),
          sample::id_of<SchoolId>("s"),
          sample::person(to),
          scope,
          target,
          {},
          sample::now,
          {}};
}

struct DividedSheet {
  instrument::Edition edition = sample::small_edition();
  SheetPlan plan = sample::plan_of(edition);
  Round round = sample::round(RoundState::open);
  Participation part = sample::participation(ParticipationState::accepted);
  std::vector<Packet> packets{sample::packet("dean", PacketState::in_work),
                              sample::packet("money", PacketState::in_work)};
  std::vector<Assignment> assignments;

  DividedWork work() const { return {part, packets, assignments}; }
  Names names(const std::vector<bool>& chosen) const {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      if (chosen[i]) places.push_back(i);
    }
    return sample::names_of(plan, places);
  }
  Names sees(const Onlooker& who) const { return names(visible_places(plan, who, work())); }
  Names writes(const Onlooker& who) const { return names(writable_places(plan, who, work())); }
  std::string refusal(const Onlooker& who, const AnswerPlace& place, base::Instant when = sample::now) const {
    const auto found = refusal_to_write(plan, place, who, work(), round, when);
    return found ? std::string(found->code) : "";
  }
};

Onlooker onlooker(const std::string& name, std::vector<SchoolRole> roles) {
  return {sample::person(name), {std::move(roles), {}, false, false, false}};
}

TEST(VisibleItems, AnAuthorSeesAndWritesWhatWasHandedToThem) {
  DividedSheet school;
  const Onlooker bo = onlooker("bo", {SchoolRole::author});
  EXPECT_EQ(school.sees(bo), Names{});
  school.assignments = {handed("bo", Scope::item, "reach"), handed("cy", Scope::packet, "money")};
  EXPECT_EQ(school.sees(bo), (Names{"md:reach", "adn:reach"}));
  EXPECT_EQ(school.writes(bo), (Names{"md:reach", "adn:reach"}));
  EXPECT_EQ(visible_packets(school.plan, visible_places(school.plan, bo, school.work())), Names{"dean"});
  school.assignments.push_back(handed("bo", Scope::packet, "money"));
  EXPECT_EQ(school.sees(bo).size(), 8u);
  school.assignments.back().ended = sample::now;
  EXPECT_EQ(school.sees(bo).size(), 2u) << "what was taken back is gone at once";
  school.assignments.push_back(handed("bo", Scope::area, "area"));
  EXPECT_EQ(school.sees(bo).size(), 10u);
}

TEST(VisibleItems, TheCoordinatorMayOpenTheSheetForReading) {
  DividedSheet school;
  school.assignments = {handed("bo", Scope::item, "gate")};
  school.part.authors_see_all = true;
  const Onlooker bo = onlooker("bo", {SchoolRole::author});
  EXPECT_EQ(school.sees(bo).size(), 10u);
  EXPECT_EQ(school.writes(bo), Names{"gate"});
}

TEST(VisibleItems, AnAffirmerSeesTheirPacket) {
  DividedSheet school;
  school.packets[1].affirmer = sample::person("ana");
  const Onlooker ana = onlooker("ana", {SchoolRole::affirmer});
  EXPECT_EQ(school.sees(ana).size(), 6u);
  EXPECT_EQ(school.writes(ana).size(), 6u);
  EXPECT_EQ(school.sees(onlooker("bo", {SchoolRole::affirmer})), Names{});
}

TEST(VisibleItems, OthersSeeAllOrNothing) {
  DividedSheet school;
  school.part.authors_see_all = true;
  EXPECT_EQ(school.sees(onlooker("d", {SchoolRole::dean})).size(), 10u);
  EXPECT_EQ(school.writes(onlooker("d", {SchoolRole::dean})), Names{});
  EXPECT_EQ(school.sees(onlooker("v", {SchoolRole::viewer})).size(), 10u);
  EXPECT_EQ(school.writes(onlooker("v", {SchoolRole::viewer})), Names{});
  EXPECT_EQ(school.writes(onlooker("c", {SchoolRole::coordinator})).size(), 10u);
  EXPECT_EQ(school.sees(onlooker("n", {})), Names{});
  const Onlooker office{sample::person("o"), {{}, {OfficeRole::admin}, false, false, false}};
  EXPECT_EQ(school.sees(office), Names{}) << "the office never sees answers";
  const Onlooker support{sample::person("o"), {{}, {OfficeRole::admin}, false, true, false}};
  EXPECT_EQ(school.sees(support).size(), 10u);
  EXPECT_EQ(school.writes(support), Names{});
  const Onlooker steward{sample::person("o"), {{}, {OfficeRole::data_steward}, false, false, true}};
  EXPECT_EQ(school.sees(steward).size(), 10u);
}

TEST(VisibleItems, InSoloModeTheDeanDoesItAll) {
  DividedSheet school;
  const Onlooker solo{sample::person("d"), {{SchoolRole::dean}, {}, true, false, false}};
  EXPECT_EQ(school.writes(solo).size(), 10u);
}

TEST(RefusalToWrite, SaysTheNearestReason) {
  DividedSheet school;
  const Onlooker bo = onlooker("bo", {SchoolRole::author});
  school.assignments = {handed("bo", Scope::packet, "dean")};
  EXPECT_EQ(school.refusal(bo, {"", "gate"}), "");
  EXPECT_EQ(school.refusal(bo, {"", "stages"}), "not_yours");
  EXPECT_EQ(school.refusal(bo, {"", "lost"}), "not_yours");
  school.packets[0].state = PacketState::complete;
  EXPECT_EQ(school.refusal(bo, {"", "gate"}), "packet_locked");
  school.part.state = ParticipationState::submitted;
  EXPECT_EQ(school.refusal(bo, {"", "gate"}), "sheet_locked");
  EXPECT_EQ(school.refusal(bo, {"", "gate"}, school.round.closes + 1), "round_not_open");
  EXPECT_EQ(school.refusal(onlooker("d", {SchoolRole::dean}), {"", "gate"}), "not_yours");
}

TEST(RefusalToWrite, LooksAtThePacketOfThePlace) {
  DividedSheet school;
  school.packets[0].state = PacketState::affirmed;
  const Onlooker cy = onlooker("cy", {SchoolRole::coordinator});
  EXPECT_EQ(school.refusal(cy, {"", "gate"}), "packet_locked");
  EXPECT_EQ(school.refusal(cy, {"", "stages"}), "");
}

TEST(ScopeWords, AreReadBack) {
  for (const Scope scope : {Scope::packet, Scope::area, Scope::item})
    EXPECT_EQ(scope_named(to_string(scope)), scope);
  EXPECT_FALSE(scope_named("all"));
}

TEST(ItemsOf, GoByPositionInTheEdition) {
  const DividedSheet school;
  const auto items = items_of({handed("bo", Scope::packet, "dean"), handed("cy", Scope::item, "stages")},
                              sample::person("bo"), school.edition);
  EXPECT_EQ(items, (std::vector<bool>{true, true, true, false, false, false, false}));
}

}  // namespace
}  // namespace smm::assessment
