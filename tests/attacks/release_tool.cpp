// SPDX-License-Identifier: Apache-2.0
#include "release_tool.hpp"

#include <algorithm>
#include <functional>

#include "base/assert.hpp"
#include "benchmark/release_files.hpp"

namespace smm::attacks {
namespace {

benchmark::FrameRow frame_row(const Site& site) {
  benchmark::FrameRow row;
  row.school_id = site.school;
  row.institution_id = site.institution;
  row.system_id = site.system;
  row.programme = site.programme;
  row.control = site.control;
  row.division = site.division;
  row.size = site.size;
  row.carnegie = site.carnegie;
  row.locale = site.locale;
  row.responded = site.responded;
  return row;
}

benchmark::SheetScores sheet_of(const Site& site) {
  benchmark::SheetScores sheet{site.school, site.programme, {}};
  for (std::size_t area = 0; area < areas; ++area) {
    const auto& score = site.scores[area];
    if (!score) {
      sheet.areas.emplace_back();
      continue;
    }
    const double slack = slack_of(site, area);
    sheet.areas.push_back(
        benchmark::AreaValue{*score, std::max(0.0, *score - slack), std::min(100.0, *score + slack)});
  }
  return sheet;
}

std::string letter(int number) {
  return std::string(1, static_cast<char>('a' + number));
}

benchmark::ItemAnswers item_answers(const Round& round) {
  benchmark::ItemAnswers answers;
  for (int item = 0; item < items; ++item) {
    benchmark::CountedItem counted{"item-" + letter(item), {}, true};
    for (int option = 0; option < options; ++option) counted.options.push_back(letter(option));
    answers.items.push_back(std::move(counted));
  }
  for (const Site& site : round.frame) {
    if (!site.responded) continue;
    benchmark::SheetAnswers sheet{site.school, site.programme, {}};
    for (const int option : site.answers) {
      sheet.chosen.emplace_back();
      if (option >= 0) sheet.chosen.back() = std::uint64_t{1} << option;
    }
    answers.sheets.push_back(std::move(sheet));
  }
  return answers;
}

benchmark::PeerChoice choice_of(const Question& question) {
  benchmark::PeerChoice choice;
  choice.school_ids = question.peers;
  for (const auto& [variable, values] : question.filter)
    for (const std::string& value : values) choice.conditions.emplace_back(variable, value);
  return choice;
}

}  // namespace

double slack_of(const Site& site, std::size_t area) {
  const std::size_t mixed = std::hash<std::string>{}(site.school) + 7 * area;
  return mixed % 3 == 0 ? static_cast<double>(1 + mixed % 5) : 0;
}

benchmark::Outline outline_of_worlds() {
  benchmark::Outline outline;
  outline.edition = "invented";
  outline.professions = {"medicine", "dentistry", "nursing", "nursing_adn"};
  outline.programmes = {{"medicine_md", 0}, {"medicine_do", 0}, {"dentistry", 1},
                        {"nursing_bsn", 2}, {"nursing_msn", 2}, {"nursing_adn", 3}};
  outline.areas = area_names();
  outline.domains = {{"education", {0, 1, 2}},   {"community", {3, 4}},     {"governance", {5, 6, 7}},
                     {"access", {8, 9, 10, 11}}, {"culture", {12, 13, 14}}, {"research", {15}}};
  return outline;
}

benchmark::FreezeInput freeze_input(const Round& round) {
  benchmark::FreezeInput input;
  input.outline = outline_of_worlds();
  std::vector<benchmark::FrameRow> rows;
  for (const Site& site : round.frame) {
    rows.push_back(frame_row(site));
    if (site.responded) input.scores.push_back(sheet_of(site));
  }
  auto frame = benchmark::frame_of(std::move(rows), input.outline);
  SMM_ASSERT(frame.ok());
  input.frame = std::move(*frame);
  input.answers = item_answers(round);
  return input;
}

std::vector<Files> ReleaseTool::publish(const World& world) {
  releases_.clear();
  scores_.clear();
  std::vector<Files> published;
  for (const Round& round : world.rounds) {
    benchmark::FreezeInput input = freeze_input(round);
    if (!repeats_) {
      input.previous = releases_;
      input.previous_scores = scores_;
    }
    scores_.emplace_back(input.scores);
    benchmark::Clauses clauses = clauses_;
    clauses.redraw += releases_.size();
    auto release = benchmark::freeze(input, clauses);
    SMM_ASSERT(release.ok());
    Files files;
    for (auto& file : benchmark::files_of(*release)) files[file.name] = std::move(file.bytes);
    published.push_back(std::move(files));
    releases_.push_back(std::move(*release));
  }
  return published;
}

base::Result<std::vector<benchmark::Publishable<benchmark::Comparison>>> ReleaseTool::answer(
    int round, const Site& asker, const Question& question) const {
  benchmark::CompareInput input{asker.school, {}, std::nullopt};
  if (asker.responded) input.own.push_back(sheet_of(asker));
  if (!question.peers.empty() || !question.filter.empty()) input.peers = choice_of(question);
  return benchmark::compare(releases_[static_cast<std::size_t>(round)], input, clauses_);
}

AreaFigures ReleaseTool::peer_means(int round, const Site& asker, const Question& question) {
  AreaFigures figures(areas);
  const auto comparisons = answer(round, asker, question);
  if (!comparisons.ok() || comparisons->empty()) return figures;
  for (const benchmark::ComparedRow& row : comparisons->front()->rows) {
    const auto at = std::ranges::find(area_names(), row.id);
    if (row.level != benchmark::NormLevel::area || at == area_names().end() || !row.peers) continue;
    figures[static_cast<std::size_t>(at - area_names().begin())] = row.peers->mean;
  }
  return figures;
}

}  // namespace smm::attacks
