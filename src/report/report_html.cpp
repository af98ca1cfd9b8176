// SPDX-License-Identifier: Apache-2.0
#include "report/report_html.hpp"

#include <algorithm>

#include "report/report_view.hpp"
#include "report/report_words.hpp"

namespace smm::report {
namespace {

// Each once, in order.
std::string areas_words(const std::vector<std::string>& areas) {
  std::vector<std::string> once;
  for (const std::string& area : areas)
    if (std::ranges::find(once, area) == once.end()) once.push_back(area);
  return labels_words(once);
}

}  // namespace

std::string report_html(const SchoolReport& report, const render::Templates& templates,
                        const render::Texts& texts) {
  return templates.render("report", report_view(report, texts));
}

std::string summary_html(const SchoolReport& report, const render::Templates& templates,
                         const render::Texts& texts) {
  return templates.render("report_summary", report_view(report, texts));
}

std::string short_text(const SchoolReport& report, const render::Texts& texts) {
  std::string text =
      texts("report.short.opening", {{"school", report.school.name}, {"round", report.round.title}});
  std::vector<std::string> strengths;
  for (const NamedArea& area : report.strengths)
    if (area.highlight.basis == HighlightBasis::beside_profession) strengths.push_back(area.label);
  if (!strengths.empty()) text += " " + texts("report.short.strengths", {{"areas", areas_words(strengths)}});
  std::vector<std::string> next;
  for (const Move& move : report.moves) next.push_back(move.area_label);
  if (!next.empty()) text += " " + texts("report.short.moves", {{"areas", areas_words(next)}});
  return text + "\n";
}

}  // namespace smm::report
