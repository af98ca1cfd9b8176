// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include <algorithm>
#include <ostream>

#include "app/editions.hpp"
#include "app/judged_weights.hpp"
#include "cli/command.hpp"
#include "render/terminal_table.hpp"

namespace smm::cli {
namespace {

using render::Align;
using render::TerminalTable;
using scoring::JudgedWeights;
using scoring::ParentWeights;

std::string figure(std::optional<double> value, int decimals = 3) {
  return value ? fmt::format("{:.{}f}", *value, decimals) : "-";
}

// Weights of everybody and of each group, child by child.
std::string weights_overview(const JudgedWeights& judged) {
  TerminalTable table{{{"Parent"}, {"Id"}, {"Weight", Align::right}}, {}};
  for (const std::string& group : judged.groups) table.columns.push_back({group, Align::right});
  for (const ParentWeights& parent : judged.parents) {
    for (std::size_t child = 0; child < parent.weights.size(); ++child) {
      std::vector<std::string> row = {parent.parent.id, parent.parent.children[child].id,
                                      figure(parent.weights[child])};
      for (const std::string& name : judged.groups) {
        const auto group = std::find_if(parent.groups.begin(), parent.groups.end(),
                                        [&](const auto& g) { return g.group == name; });
        row.push_back(group == parent.groups.end() ? "-" : figure(group->weights[child]));
      }
      table.rows.push_back(std::move(row));
    }
  }
  return to_text(table);
}

std::optional<double> largest_ratio(const ParentWeights& parent) {
  std::optional<double> largest;
  for (const auto& judge : parent.judges) {
    if (judge.consistency_ratio) largest = std::max(largest.value_or(0), *judge.consistency_ratio);
  }
  return largest;
}

// How far judges and groups agree on each parent; each child's spread, largest first shown.
std::string spread_overview(const JudgedWeights& judged) {
  TerminalTable table{{{"Parent"},
                       {"Id"},
                       {"Judges: SD", Align::right},
                       {"range", Align::right},
                       {"Groups: SD", Align::right},
                       {"range", Align::right},
                       {"Largest CR", Align::right}},
                      {}};
  for (const ParentWeights& parent : judged.parents) {
    for (std::size_t child = 0; child < parent.weights.size(); ++child) {
      const auto at = [&](const std::optional<stats::Spread>& spread, bool sd) {
        return spread ? std::optional((sd ? spread->sd : spread->range)[child]) : std::nullopt;
      };
      table.rows.push_back({parent.parent.id, parent.parent.children[child].id,
                            figure(at(parent.between_judges, true)), figure(at(parent.between_judges, false)),
                            figure(at(parent.between_groups, true)), figure(at(parent.between_groups, false)),
                            child == 0 ? figure(largest_ratio(parent)) : ""});
    }
  }
  return to_text(table);
}

std::string movement_overview(const std::vector<scoring::ScoreMovement>& movements) {
  TerminalTable table{{{"Group"},
                       {"Level"},
                       {"Scores", Align::right},
                       {"Mean move", Align::right},
                       {"Largest move", Align::right},
                       {"State changed", Align::right}},
                      {}};
  for (const auto& movement : movements) {
    table.rows.push_back({movement.group, movement.level, std::to_string(movement.compared),
                          figure(movement.mean_absolute, 2), figure(movement.max_absolute, 2),
                          std::to_string(movement.state_changed)});
  }
  return to_text(table);
}

int show_movements(const Given& given, const Surroundings& around, const instrument::Edition& edition,
                   const JudgedWeights& judged) {
  const auto movements = app::movements_by_group(edition, around.files, judged, given.text("--answers"));
  if (!movements) return report_problems(movements.problems(), around.err);
  around.err << "\nHow far scores (0-100) move under each group's weights alone\n"
             << movement_overview(*movements);
  return done;
}

// Figures for reading go to standard error when the weights themselves go to standard output.
int run_weights(const Given& given, const Surroundings& around) {
  const auto method = scoring::judgement_method(given.text("--method"));
  if (!method) {
    around.err << "smm weights: --method takes budget, ranking or pairwise, not \"" << given.text("--method")
               << "\"\n";
    return wrong_usage;
  }
  const auto edition =
      app::open_edition(around.content, around.files, given.text_or("--edition", "smm-2026"));
  if (!edition) return report_problems(edition.problems(), around.err);
  const auto judged = app::judge_weights(*edition, around.files, *method, given.text("--in"));
  if (!judged) return report_problems(judged.problems(), around.err);
  around.err << "Weights\n"
             << weights_overview(*judged) << "\nSpread of weights\n"
             << spread_overview(*judged);
  for (const base::Problem& warning : judged->warnings)
    around.err << "warning: " << to_string(warning) << '\n';
  if (given.has("--answers")) {
    if (const int code = show_movements(given, around, *edition, *judged); code != done) return code;
  }
  deliver(given, around, app::weights_csv(*judged));
  return done;
}

}  // namespace

Command weights_command() {
  return {"weights",
          "Compute a weight set from what people judged to matter",
          "smm weights --method budget --in judgements.csv --out weights.csv",
          {},
          {{"--method", "NAME", "budget (points), ranking (ranks) or pairwise (ratios)", true},
           {"--in", "FILE", "Judgements as CSV: judge,group,parent and what was judged", true},
           {"--edition", "ID", "Edition whose areas and indicators were judged; smm-2026 without it"},
           {"--answers", "FILE", "Also show how far scores of these answers move under each group's weights"},
           {"--out", "FILE", "Write the weights here instead of to standard output"}},
          run_weights};
}

}  // namespace smm::cli
