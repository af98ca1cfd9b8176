// SPDX-License-Identifier: Apache-2.0
#include "report/moves.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "report/answer_words.hpp"
#include "report/goal_aim.hpp"
#include "report/rank_moves.hpp"

namespace smm::report {
namespace {

using instrument::Effort;
using instrument::Item;
using render::Texts;

// An item of one sheet that can be moved.
struct Movable {
  const OwnSheet* sheet = nullptr;
  std::size_t at = 0;        // in the questionnaire
  std::size_t position = 0;  // in Edition::items
  double part = 0;           // of its points that is earned
  NextStep next;

  const Item& item() const { return sheet->plan->questionnaire.items[at].item; }
};

bool is_movable(const Item& item, const scoring::IndicatorPoints& points, instrument::Route route) {
  const bool below = points.answered && points.earned < points.attainable;
  return below && route == instrument::Route::asked && item.lever && item.effort &&
         *item.effort != Effort::years;
}

void add_movable(const OwnSheet& sheet, std::size_t at, const ShownShares& shares, const Texts& texts,
                 std::map<std::size_t, Movable>& all) {
  const auto& [position, item] = sheet.plan->questionnaire.items[at];
  if (!is_movable(item, sheet.points[at], sheet.routes[at])) return;
  const double part = sheet.points[at].earned / sheet.points[at].attainable;
  const auto standing = all.find(position);
  if (standing != all.end() && standing->second.part <= part) return;
  auto next = next_step(item, sheet.plan->questionnaire.years, sheet.answers[at], shares, texts);
  if (next) all[position] = Movable{&sheet, at, position, part, std::move(*next)};
}

// Without the full stop that some options end in: it stands in a sentence of its own.
std::string within_quotes(std::string words) {
  if (words.ends_with('.')) words.pop_back();
  return words;
}

std::string practice_words(const Move& move, const Item& item, const Texts& texts) {
  const bool adds = item.type == instrument::ItemType::any_of || item.type == instrument::ItemType::year_grid;
  return texts(adds ? "report.draft.adds" : "report.draft.reaches",
               {{"question", move.question},
                {"now", within_quotes(move.now)},
                {"next", within_quotes(move.next.words)}});
}

std::string filled(std::string text, std::string_view part, const std::string& value) {
  const std::size_t at = text.find(part);
  return at == std::string::npos ? text : text.replace(at, part.size(), value);
}

// The paragraph of the question, and who sees to it.
std::string written_draft(const std::string& paragraph, const Move& move, const std::string& school,
                          const Texts& texts) {
  const std::string lever(to_string(move.lever));
  const std::string within = texts("report.draft.within." + std::string(to_string(move.effort)));
  return filled(filled(paragraph, "{next}", within_quotes(move.next.words)), "{school}", school) + " " +
         texts("report.draft.sees_to_it." + lever, {{"office", move.office}, {"within", within}});
}

// For editions that nobody wrote paragraphs for.
std::string framed_draft(const Move& move, const Item& item, const std::string& school, const Texts& texts) {
  const std::string lever(to_string(move.lever));
  const std::string effort = texts("report.draft.within." + std::string(to_string(move.effort)));
  return texts("report.draft." + lever, {{"school", school},
                                         {"area", move.area_label},
                                         {"practice", practice_words(move, item, texts)},
                                         {"office", move.office},
                                         {"within", effort}});
}

std::string draft_words(const Move& move, const Item& item, const ReportInput& input, const Texts& texts) {
  const std::string& school = input.school.name;
  const auto paragraph = input.drafts ? input.drafts->find(item.id) : DraftTexts::const_iterator();
  const bool written = input.drafts != nullptr && paragraph != input.drafts->end();
  std::string draft = written ? written_draft(paragraph->second, move, school, texts)
                              : framed_draft(move, item, school, texts);
  if (!item.wording.evidence.empty())
    draft += " " + texts("report.draft.evidence", {{"evidence", item.wording.evidence}});
  return draft;
}

Move move_of(const ReportInput& input, const Movable& movable, const Texts& texts) {
  const instrument::Edition& edition = *input.plan.edition;
  const Item& item = movable.item();
  const auto& section = edition.sections[item.section];
  const auto& written = movable.sheet->written[movable.at];
  Move move;
  move.item = item.id;
  move.area = section.id;
  move.area_label = section.label;
  const auto& programme = edition.programmes[movable.sheet->programme];
  if (!item.shared && input.sheets.size() > 1) move.programme = programme.short_label;
  if (!item.shared) move.programme_id = programme.id;
  move.aim = aim_of(item, movable.sheet->plan->questionnaire.years, movable.sheet->answers[movable.at],
                    movable.next);
  move.question = item.wording.question;
  move.now = answer_words(item, written.state, written.value, texts);
  move.next = movable.next;
  move.lever = *item.lever;
  move.effort = *item.effort;
  move.office = edition.office(item.office).label;
  move.priority = std::ranges::find(input.priorities, section.id) != input.priorities.end();
  move.draft = draft_words(move, item, input, texts);
  return move;
}

// The first one of the area that no move before took; the first again when all are taken.
void add_resource(const ReportInput& input, Move& move, std::set<std::string>& taken) {
  const auto& resources = resources_of(input, move.area);
  if (resources.empty()) return;
  const auto fresh = std::ranges::find_if(
      resources, [&](const ReportResource& each) { return !taken.contains(each.address); });
  move.resource = fresh == resources.end() ? resources.front() : *fresh;
  taken.insert(move.resource->address);
}

}  // namespace

const std::vector<ReportResource>& resources_of(const ReportInput& input, const std::string& area) {
  static const std::vector<ReportResource> none;
  const auto found = std::ranges::find(input.resources, area, &AreaResources::area);
  return found == input.resources.end() ? none : found->resources;
}

std::vector<Move> moves_of(const ReportInput& input, const ShownShares& shares, const Texts& texts) {
  std::map<std::size_t, Movable> found;  // by position in the edition: the order asked
  for (const OwnSheet& sheet : input.sheets)
    for (std::size_t at = 0; at < sheet.answers.size(); ++at) add_movable(sheet, at, shares, texts, found);
  std::vector<const Movable*> movable;
  std::vector<MoveCandidate> candidates;
  for (const auto& [position, each] : found) {
    const std::string& area = input.plan.edition->sections[each.item().section].id;
    const bool priority = std::ranges::find(input.priorities, area) != input.priorities.end();
    movable.push_back(&each);
    candidates.push_back({priority, each.next.share, *each.item().effort});
  }
  std::vector<Move> moves;
  std::set<std::string> taken;
  for (const std::size_t at : rank_moves(candidates)) {
    if (moves.size() == most_moves) break;
    moves.push_back(move_of(input, *movable[at], texts));
    add_resource(input, moves.back(), taken);
  }
  return moves;
}

}  // namespace smm::report
