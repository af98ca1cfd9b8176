// SPDX-License-Identifier: Apache-2.0
#include "report/school_report.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/assert.hpp"
#include "report/answer_words.hpp"
#include "report/moves.hpp"

namespace smm::report {
namespace {

using benchmark::NormLevel;
using instrument::Edition;
using render::Texts;
using scoring::Score;
using scoring::ScoreState;

class ReportMaking {
 public:
  ReportMaking(const ReportInput& input, const Texts& texts)
      : input_(input), edition_(*input.plan.edition), texts_(texts) {
    profession_ = edition_.programmes[input.sheets.front().programme].profession;
    released_ = input.release->profession(edition_.professions[profession_].id);
    if (released_ != nullptr) shares_ = ShownShares(*released_);
    own_ = own_scores(edition_, input.sheets);
  }

  SchoolReport make() const {
    SchoolReport report;
    set_frame(report);
    report.overall = standing(NormLevel::overall, "overall", texts_("comparison.overall"), own_.overall);
    for (std::size_t d = 0; d < edition_.domains.size(); ++d)
      report.domains.push_back(
          standing(NormLevel::domain, edition_.domains[d].id, edition_.domains[d].label, own_.domains[d]));
    for (const auto& domain : edition_.domains)
      for (const std::size_t section : domain.areas) report.areas.push_back(area_page(section, domain.label));
    set_highlights(report);
    report.moves = moves_of(input_, shares_, texts_);
    if (input_.earlier != nullptr)
      report.change = ReportChange{input_.earlier->title,
                                   change_over_rounds(*input_.earlier, edition_, input_.sheets, texts_)};
    report.goals = input_.goals;
    report.notes = notes();
    return report;
  }

 private:
  void set_frame(SchoolReport& report) const {
    report.round = input_.round;
    report.school = input_.school;
    report.language = edition_.language;
    report.profession = edition_.professions[profession_].id;
    report.profession_label = edition_.professions[profession_].label;
    for (const OwnSheet& sheet : input_.sheets)
      report.programmes.push_back(edition_.programmes[sheet.programme].label);
  }

  const benchmark::ComparedRow* compared(NormLevel level, const std::string& id) const {
    if (!input_.comparison) return nullptr;
    for (const auto& row : input_.comparison->value().rows)
      if (row.level == level && row.id == id) return &row;
    return nullptr;
  }

  ReportStanding standing(NormLevel level, const std::string& id, const std::string& label,
                          const Score& own) const {
    ReportStanding standing{level, id, label, own, std::nullopt, std::nullopt};
    const auto* row = compared(level, id);
    if (row == nullptr) return standing;
    standing.beside = *row;
    for (const auto& norm : released_->norms)
      if (norm.group == "all" && norm.level == level && norm.id == id)
        standing.percentiles = norm.percentiles;
    return standing;
  }

  AnswerLine answer_line(const OwnSheet& sheet, std::size_t at) const {
    const auto& item = sheet.plan->questionnaire.items[at].item;
    const WrittenAnswer& written = sheet.written[at];
    AnswerLine line;
    line.item = item.id;
    if (!item.shared && input_.sheets.size() > 1)
      line.programme = edition_.programmes[sheet.programme].short_label;
    line.question = item.wording.question;
    const bool closed = sheet.routes[at] == instrument::Route::closed_at_zero;
    line.answer =
        closed ? texts_("report.answer_closed") : answer_words(item, written.state, written.value, texts_);
    line.reason = written.reason;
    line.scored = item.scored == instrument::Scored::yes;
    line.points = sheet.points[at];
    const bool below = line.points.answered && line.points.earned < line.points.attainable && !closed;
    if (below)
      line.next = next_step(item, sheet.plan->questionnaire.years, sheet.answers[at], shares_, texts_);
    return line;
  }

  // Shared items once; what is skipped by routing is not shown.
  std::vector<AnswerLine> answers_of(std::size_t section) const {
    std::map<std::size_t, std::vector<AnswerLine>> by_item;
    for (const OwnSheet& sheet : input_.sheets) {
      const auto& items = sheet.plan->questionnaire.items;
      for (std::size_t at = 0; at < items.size(); ++at) {
        if (items[at].item.section != section || sheet.routes[at] == instrument::Route::leaves) continue;
        auto& lines = by_item[items[at].position];
        if (lines.empty() || !items[at].item.shared) lines.push_back(answer_line(sheet, at));
      }
    }
    std::vector<AnswerLine> all;
    for (auto& [position, lines] : by_item) std::ranges::move(lines, std::back_inserter(all));
    return all;
  }

  std::vector<ReportStory> stories_of(const std::string& area) const {
    std::vector<ReportStory> stories;
    std::ranges::copy_if(input_.stories, std::back_inserter(stories),
                         [&](const ReportStory& each) { return each.area == area; });
    return stories;
  }

  AreaPage area_page(std::size_t section, const std::string& domain) const {
    const auto& area = edition_.sections[section];
    const bool priority = std::ranges::find(input_.priorities, area.id) != input_.priorities.end();
    return {standing(NormLevel::area, area.id, area.label, own_.areas[section]),
            domain,
            area.intro,
            priority,
            answers_of(section),
            resources_of(input_, area.id),
            stories_of(area.id)};
  }

  void set_highlights(SchoolReport& report) const {
    std::vector<HighlightedArea> scored;
    for (const AreaPage& area : report.areas) {
      const ReportStanding& standing = area.standing;
      if (standing.own.state != ScoreState::scored) continue;
      scored.push_back({standing.id, standing.own.score,
                        standing.beside ? standing.beside->mean : std::optional<double>()});
    }
    const Highlights found = highlights_of(scored, released_ == nullptr ? 0 : released_->width);
    const auto name = [&](const Highlight& each) {
      return NamedArea{each, area_label(report, each.area.area)};
    };
    std::ranges::transform(found.strengths, std::back_inserter(report.strengths), name);
    std::ranges::transform(found.gaps, std::back_inserter(report.gaps), name);
  }

  void count_schools(ReportNotes& notes) const {
    std::map<std::string, bool> schools;
    for (const auto& placed : input_.release->frame) {
      const auto programme = edition_.programme(placed.row.programme);
      if (!programme || edition_.programmes[*programme].profession != profession_) continue;
      schools[placed.row.school_id] |= placed.row.responded;
    }
    notes.asked = static_cast<int>(schools.size());
    notes.responded =
        static_cast<int>(std::ranges::count_if(schools, [](const auto& each) { return each.second; }));
  }

  ReportNotes notes() const {
    ReportNotes notes;
    notes.edition = edition_.id;
    notes.edition_title = edition_.title;
    notes.version = edition_.version;
    notes.edition_hash = edition_.hash;
    notes.release = input_.release->sha256;
    notes.recipe = report_recipe;
    notes.weights = "equal";
    notes.no_comparison = input_.no_comparison;
    notes.item_results = shares_.counted();
    count_schools(notes);
    if (released_ != nullptr) {
      notes.state = to_string(released_->state);
      notes.width = released_->width;
      notes.k = released_->k;
      notes.fewest_scored = released_->fewest_scored;
    }
    notes.withheld = withheld();
    return notes;
  }

  std::string label_of(NormLevel level, const std::string& id) const {
    if (level == NormLevel::area) return edition_.sections[*edition_.section(id)].label;
    const auto domain = std::ranges::find(edition_.domains, id, &instrument::Domain::id);
    return domain == edition_.domains.end() ? texts_("comparison.overall") : domain->label;
  }

  std::vector<Withheld> withheld() const {
    std::vector<Withheld> all;
    if (!input_.comparison) return all;
    for (const auto& row : input_.comparison->value().rows) {
      for (const std::string& reason : row.reasons) {
        if (reason == "released") continue;
        auto found = std::ranges::find(all, reason, &Withheld::reason);
        if (found == all.end()) found = all.insert(all.end(), {reason, {}});
        found->labels.push_back(label_of(row.level, row.id));
      }
    }
    return all;
  }

  const ReportInput& input_;
  const Edition& edition_;
  const Texts& texts_;
  std::size_t profession_ = 0;
  const benchmark::ProfessionRelease* released_ = nullptr;
  ShownShares shares_;
  OwnScores own_;
};

}  // namespace

const std::string& area_label(const SchoolReport& report, const std::string& area) {
  for (const AreaPage& each : report.areas)
    if (each.standing.id == area) return each.standing.label;
  return area;
}

SchoolReport make_report(const ReportInput& input, const Texts& texts) {
  SMM_ASSERT(!input.sheets.empty());
  return ReportMaking(input, texts).make();
}

}  // namespace smm::report
