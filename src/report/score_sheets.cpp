// SPDX-License-Identifier: Apache-2.0
#include "report/score_sheets.hpp"

#include <fmt/core.h>

#include "render/terminal_table.hpp"

namespace smm::report {
namespace {

using instrument::Edition;
using render::Texts;
using render::View;
using scoring::Score;
using scoring::ScoreState;

std::string whole(double score) {
  return fmt::format("{:.0f}", score);
}

std::string shown_score(const Score& score, const Texts& texts) {
  if (score.state == ScoreState::scored) return whole(score.score);
  return texts("scores.state." + std::string(to_string(score.state)));
}

std::string shown_bounds(const Score& score, const Texts& texts) {
  if (score.state == ScoreState::not_applicable) return "";
  if (score.state == ScoreState::scored && score.lower == score.upper) return texts("scores.complete");
  return texts("scores.between", {{"lower", whole(score.lower)}, {"upper", whole(score.upper)}});
}

// What the picture says, for those who do not see it.
std::string bar_description(std::string_view label, const Score& score, const Texts& texts) {
  if (score.state != ScoreState::scored) return texts("scores.bar_none", {{"label", label}});
  return texts("scores.bar", {{"label", label},
                              {"score", whole(score.score)},
                              {"lower", whole(score.lower)},
                              {"upper", whole(score.upper)}});
}

// Positions on a picture 200 units wide.
std::string on_bar(double score) {
  return fmt::format("{:.1f}", 2 * score);
}

View bar_view(std::string_view label, const Score& score, const Texts& texts) {
  View bar;
  bar.set("description", bar_description(label, score, texts));
  bar.set("scored", score.state == ScoreState::scored);
  bar.set("x", on_bar(score.score))
      .set("from", on_bar(score.lower))
      .set("width", on_bar(score.upper - score.lower));
  return bar;
}

View line_view(const std::string& label, const Score& score, const Texts& texts) {
  return View()
      .set("label", label)
      .set("score", shown_score(score, texts))
      .set("scored", score.state == ScoreState::scored)
      .set("bounds", shown_bounds(score, texts))
      .set("bar", bar_view(label, score, texts));
}

View domain_view(const Edition& edition, const ScoredSheet& sheet, std::size_t domain, const Texts& texts) {
  View view = line_view(edition.domains[domain].label, sheet.domains[domain], texts);
  view.set("areas", render::views(edition.domains[domain].areas, [&](std::size_t section) {
             return line_view(edition.sections[section].label, sheet.areas[section], texts);
           }));
  return view;
}

View sheet_view(const Edition& edition, const ScoredSheet& sheet, std::size_t position, const Texts& texts) {
  View::List domains;
  for (std::size_t d = 0; d < edition.domains.size(); ++d)
    domains.push_back(domain_view(edition, sheet, d, texts));
  return View()
      .set("school", sheet.school_id)
      .set("programme", edition.programmes[sheet.programme].label)
      .set("anchor", "sheet-" + std::to_string(position + 1))
      .set("domains", std::move(domains));
}

}  // namespace

void ScoredSheets::add(const scoring::ScoreRow& row) {
  const auto programme = edition_.programme(row.programme);
  const bool fresh =
      sheets_.empty() || sheets_.back().school_id != row.school_id || sheets_.back().programme != *programme;
  if (fresh) {
    sheets_.push_back({std::string(row.school_id), *programme, std::vector<Score>(edition_.sections.size()),
                       std::vector<Score>(edition_.domains.size())});
  }
  if (row.level == scoring::Level::area) sheets_.back().areas[*edition_.section(row.id)] = row.score;
  if (row.level != scoring::Level::domain) return;
  for (std::size_t d = 0; d < edition_.domains.size(); ++d) {
    if (edition_.domains[d].id == row.id) sheets_.back().domains[d] = row.score;
  }
}

std::string score_table(const Edition& edition, const std::vector<ScoredSheet>& sheets, const Texts& texts) {
  render::TerminalTable table{{{texts("scores.school")}, {texts("scores.programme")}}, {}};
  for (const auto& domain : edition.domains) table.columns.push_back({domain.label, render::Align::right});
  for (const ScoredSheet& sheet : sheets) {
    std::vector<std::string> row = {sheet.school_id, edition.programmes[sheet.programme].short_label};
    for (const Score& score : sheet.domains)
      row.push_back(score.state == ScoreState::scored ? whole(score.score) : "-");
    table.rows.push_back(std::move(row));
  }
  return to_text(table);
}

std::string score_page(const Edition& edition, const std::vector<ScoredSheet>& sheets,
                       const render::Templates& templates, const Texts& texts) {
  View view;
  view.set("language", edition.language).set("page_title", texts("scores.title"));
  view.set("edition", edition.title).set("hash", edition.hash);
  View::List views;
  for (const ScoredSheet& sheet : sheets) views.push_back(sheet_view(edition, sheet, views.size(), texts));
  view.set("sheets", std::move(views));
  return templates.render("scores", view);
}

}  // namespace smm::report
