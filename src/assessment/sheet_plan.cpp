// SPDX-License-Identifier: Apache-2.0
#include "assessment/sheet_plan.hpp"

#include <algorithm>

#include "assessment/hanging_places.hpp"
#include "assessment/problems.hpp"

namespace smm::assessment {
namespace {

using instrument::Edition;
using instrument::Item;
using instrument::ItemType;
using instrument::QuestionnaireItem;

bool has_one_place(const Item& item) {
  return item.shared && item.type != ItemType::year_grid;
}

// Positions of the programmes in the edition, in its order.
base::Result<std::vector<std::size_t>> positions_of(const Edition& edition,
                                                    std::span<const std::string> programmes) {
  std::vector<std::size_t> positions;
  base::Problems problems;
  for (const std::string& id : programmes) {
    const auto position = edition.programme(id);
    if (position) positions.push_back(*position);
    if (!position)
      problems.emplace_back(problem::programme_not_in_edition,
                            "edition " + edition.id + " has no program \"" + id + "\"");
  }
  if (programmes.empty())
    problems.emplace_back(problem::sheet_without_programme, "a school needs at least one program");
  if (!problems.empty()) return problems;
  std::ranges::sort(positions);
  positions.erase(std::ranges::unique(positions).begin(), positions.end());
  return positions;
}

PlannedProgramme planned(const Edition& edition, std::size_t programme, bool with_modules) {
  PlannedProgramme made;
  made.questionnaire = questionnaire_for(edition, programme, with_modules);
  made.routes = plan_routes(edition, made.questionnaire);
  made.places.resize(made.questionnaire.items.size());
  return made;
}

void add_numbers(PacketPlan& packet, const Edition& edition, const Item& item, std::size_t answer) {
  if (!is_number(item.type)) return;
  const auto line = [&](NumberPart part, const instrument::Quantity& quantity) {
    const bool percent = item.type == ItemType::share || item.type == ItemType::two_shares;
    packet.numbers.push_back({answer, part, quantity.numerator, quantity.denominator,
                              item.wording.definitions, edition.period(item.period).label,
                              item.wording.reported, percent});
  };
  if (item.type != ItemType::two_shares) return line(NumberPart::whole, item.own);
  line(NumberPart::own, item.own);
  line(NumberPart::comparator, item.comparator);
}

class PlanMaking {
 public:
  PlanMaking(const Edition& edition, const std::vector<std::size_t>& programmes, bool with_modules) {
    plan_.edition = &edition;
    for (const std::size_t programme : programmes)
      plan_.programmes.push_back(planned(edition, programme, with_modules));
  }

  SheetPlan make() {
    for (const instrument::Office& office : plan_.edition->offices) add_packet(office.id);
    plan_.by_place.resize(plan_.answers.size());
    for (std::size_t i = 0; i < plan_.by_place.size(); ++i) plan_.by_place[i] = i;
    std::ranges::sort(plan_.by_place, {}, [&](std::size_t i) { return plan_.answers[i].place; });
    fill_hanging_places(plan_);
    return std::move(plan_);
  }

 private:
  void add_packet(const std::string& office) {
    PacketPlan packet;
    packet.office = office;
    for (std::size_t item = 0; item < plan_.edition->items.size(); ++item) {
      if (plan_.edition->items[item].office == office) add_item(packet, item);
    }
    if (packet.answers > 0) plan_.packets.push_back(std::move(packet));
  }

  void add_item(PacketPlan& packet, std::size_t item) {
    std::vector<std::size_t> asked;
    for (std::size_t i = 0; i < plan_.programmes.size(); ++i) {
      if (plan_.programmes[i].routes.at[item] >= 0) asked.push_back(i);
    }
    if (asked.empty()) return;
    const std::size_t section = plan_.edition->items[item].section;
    if (packet.sections.empty() || packet.sections.back().section != section)
      packet.sections.push_back({section, {}});
    if (has_one_place(plan_.edition->items[item])) return add_place(packet, "", item, std::move(asked));
    for (const std::size_t i : asked) {
      const std::size_t programme = plan_.programmes[i].questionnaire.programme;
      add_place(packet, plan_.edition->programmes[programme].id, item, {i});
    }
  }

  void add_place(PacketPlan& packet, const std::string& programme, std::size_t item,
                 std::vector<std::size_t> asked) {
    const std::size_t answer = plan_.answers.size();
    for (const std::size_t i : asked) {
      const auto at = static_cast<std::size_t>(plan_.programmes[i].routes.at[item]);
      plan_.programmes[i].places[at] = answer;
    }
    plan_.answers.push_back({{programme, plan_.edition->items[item].id}, item, std::move(asked), {}, {}});
    plan_.packet_of.push_back(plan_.packets.size());
    packet.sections.back().answers.push_back(answer);
    ++packet.answers;
    add_numbers(packet, *plan_.edition, item_at(plan_, answer), answer);
  }

  SheetPlan plan_;
};

}  // namespace

base::Result<SheetPlan> plan_sheet(const Edition& edition, std::span<const std::string> programmes,
                                   bool with_modules) {
  auto positions = positions_of(edition, programmes);
  if (!positions) return std::move(positions).problems();
  return PlanMaking(edition, *positions, with_modules).make();
}

std::optional<std::size_t> SheetPlan::find(const AnswerPlace& place) const {
  const auto found = std::ranges::lower_bound(
      by_place, place, {}, [&](std::size_t i) -> const AnswerPlace& { return answers[i].place; });
  if (found == by_place.end() || answers[*found].place != place) return std::nullopt;
  return *found;
}

const PacketPlan* SheetPlan::packet(std::string_view office) const {
  const auto found = std::ranges::find(packets, office, &PacketPlan::office);
  return found == packets.end() ? nullptr : &*found;
}

const Item& item_at(const SheetPlan& plan, std::size_t answer) {
  const PlannedAnswer& planned_answer = plan.answers[answer];
  const PlannedProgramme& programme = plan.programmes[planned_answer.asked_of.front()];
  return programme.questionnaire.items[static_cast<std::size_t>(programme.routes.at[planned_answer.item])]
      .item;
}

int years_at(const SheetPlan& plan, std::size_t answer) {
  return plan.programmes[plan.answers[answer].asked_of.front()].questionnaire.years;
}

std::vector<std::size_t> places_of(const PacketPlan& packet) {
  std::vector<std::size_t> places;
  for (const PacketSection& section : packet.sections)
    places.insert(places.end(), section.answers.begin(), section.answers.end());
  return places;
}

std::span<const std::size_t> affected_places(const SheetPlan& plan, const AnswerPlace& place) {
  const auto answer = plan.find(place);
  if (!answer) return {};
  return plan.answers[*answer].hang_on_it;
}

}  // namespace smm::assessment
