// SPDX-License-Identifier: Apache-2.0
// A whole invented round for reports: schools of each profession with answers to every question, their
// scores, and the release that is frozen from them. Seeded, so that it is the same everywhere.
#pragma once

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "app/sample_release.hpp"
#include "app/sample_value.hpp"
#include "benchmark/release_index.hpp"
#include "edition_folder.hpp"
#include "report/school_report.hpp"

namespace smm::test {

struct WorldSchool {
  std::string code;
  std::string name;
  std::vector<std::string> programmes;  // ids, in the edition's order
  std::vector<report::WrittenSheet> written;
  bool answers = true;
};

// How a school's answers come about.
struct Leaning {
  double level = 0.5;  // 0 weakest, 1 best
  double noise = 0.2;
  double missing = 0.05;           // share of questions without an answer
  std::string no_answers_in = {};  // ids of areas, joined by spaces, that are left out
  bool not_permitted = false;      // whatever has a note for counsel is not permitted
};

// Sheets of one school, question by question in the order of routes, so that nothing is answered that is not
// asked. Shared questions are answered once.
class SheetsWriter {
 public:
  SheetsWriter(const scoring::ScoringPlan& plan, const Leaning& leaning, std::uint64_t seed)
      : plan_(plan), leaning_(leaning), random_(seed) {}

  report::WrittenSheet write(std::size_t programme) {
    const auto& form = plan_.programmes[programme];
    const auto& items = form.questionnaire.items;
    report::WrittenSheet sheet{programme, std::vector<report::WrittenAnswer>(items.size())};
    std::vector<instrument::Answer> answers(items.size());
    std::vector<instrument::Route> routes(items.size(), instrument::Route::asked);
    for (const std::size_t at : form.routes.order) {
      const auto& [position, item] = items[at];
      if (item.ask_if) route_answers(form.routes, form.questionnaire, answers, routes);
      if (routes[at] != instrument::Route::asked) continue;
      const auto said = said_.find(position);
      const bool again = item.shared && said != said_.end();
      sheet.answers[at] = again ? said->second : say(item, form.questionnaire.years);
      if (item.shared) said_[position] = sheet.answers[at];
      const auto& given = sheet.answers[at];
      std::optional<base::Problem> problem;
      if (!parse_answer(item, form.questionnaire.years,
                        {instrument::to_string(given.state), given.value, given.reason}, answers[at],
                        problem))
        throw std::runtime_error(item.id + ": " + problem->sentence);
    }
    return sheet;
  }

 private:
  report::WrittenAnswer say(const instrument::Item& item, int years) {
    using instrument::AnswerState;
    const std::string& area = plan_.edition->sections[item.section].id;
    const double own = std::clamp(leaning_.level + leaning_.noise * random_.roughly_normal(), 0.0, 1.0);
    const bool missing = random_.chance(leaning_.missing);
    std::string value = app::sample_value(item, years, own, random_);
    if ((" " + leaning_.no_answers_in + " ").find(" " + area + " ") != std::string::npos)
      return {AnswerState::not_known, "", ""};
    if (leaning_.not_permitted && !item.legal.empty())
      return {AnswerState::not_permitted, "", "Invented: Board Rule 1-2."};
    if (missing) return {AnswerState::not_known, "", ""};
    return {AnswerState::answered, std::move(value), ""};
  }

  const scoring::ScoringPlan& plan_;
  Leaning leaning_;
  base::Random random_;
  std::map<std::size_t, report::WrittenAnswer> said_;
};

// How many schools of each kind answer; a quarter more are asked.
struct WorldSize {
  int medicine = 40;
  int dental = 26;
  int nursing = 40;
  int adn = 32;
};

class ReportWorld {
 public:
  ReportWorld(const ReportWorld&) = delete;  // the plan holds on to the edition
  ReportWorld& operator=(const ReportWorld&) = delete;

  explicit ReportWorld(const WorldSize& size = {})
      : edition(load_folder(read_folder("content/instruments/smm-2026")).value()),
        plan(scoring::plan_scoring(edition, scoring::equal_weights(edition))) {
    add_many("med", {{"medicine_md"}, {"medicine_do"}}, size.medicine);
    add_many("dds", {{"dentistry"}}, size.dental);
    add_many("nur", {{"nursing_bsn"}, {"nursing_msn"}, {"nursing_bsn", "nursing_msn"}}, size.nursing);
    add_many("adn", {{"nursing_adn"}}, size.adn);
  }

  // Replaces the answers of a school that was there, before anything is frozen.
  void write(const std::string& code, const Leaning& leaning, std::uint64_t seed) {
    write(school(code), leaning, seed);
  }

  WorldSchool& school(const std::string& code) {
    for (WorldSchool& each : schools)
      if (each.code == code) return each;
    throw std::runtime_error("no school " + code);
  }

  std::vector<report::OwnSheet> own_sheets(const WorldSchool& school) const {
    std::vector<report::OwnSheet> sheets;
    for (const auto& written : school.written) sheets.push_back(report::own_sheet(plan, written));
    return sheets;
  }

  benchmark::Scores scores_of(const WorldSchool& school) const {
    return app::sample_scores(school.code, own_sheets(school), edition);
  }

  benchmark::Release freeze() const {
    std::vector<app::SampleSchool> asked;
    for (const WorldSchool& school : schools)
      asked.push_back({school.code, school.programmes,
                       school.answers ? own_sheets(school) : std::vector<report::OwnSheet>()});
    return app::sample_release(asked, edition).value();
  }

  // Everything of one school that its report is made of.
  report::ReportInput input(const WorldSchool& school, const benchmark::ReleaseIndex& index) const {
    const benchmark::Release& release = index.release();
    report::ReportInput input{
        plan, {"2026", "Round 2026"}, {school.code, school.name}, own_sheets(school), release};
    const auto compared = benchmark::compare(index, {school.code, scores_of(school), peers_of(school)});
    if (compared)
      input.comparison = compared->front();
    else
      input.no_comparison = compared.problems().front().code;
    return input;
  }

  instrument::Edition edition;
  scoring::ScoringPlan plan;
  std::vector<WorldSchool> schools;

 private:
  void write(WorldSchool& school, const Leaning& leaning, std::uint64_t seed) {
    SheetsWriter writer(plan, leaning, seed);
    school.written.clear();
    for (const std::string& programme : school.programmes)
      school.written.push_back(writer.write(*edition.programme(programme)));
  }

  void add_many(const std::string& kind, const std::vector<std::vector<std::string>>& programmes,
                int answering) {
    base::Random random(schools.size() + 7);
    for (int number = 1; number <= answering + answering / 4; ++number) {
      WorldSchool school;
      school.code = kind + "-" + std::to_string(number);
      school.name = "School " + school.code;
      school.programmes = programmes[static_cast<std::size_t>(number) % programmes.size()];
      school.answers = number <= answering;
      const double level = std::clamp(0.5 + 0.2 * random.roughly_normal(), 0.05, 0.95);
      if (school.answers) write(school, {.level = level}, schools.size() + 1000);
      schools.push_back(std::move(school));
    }
  }

  // The first dozen of its kind that answered.
  std::optional<benchmark::PeerChoice> peers_of(const WorldSchool& school) const {
    benchmark::PeerChoice choice;
    for (const WorldSchool& each : schools)
      if (each.answers && each.code != school.code && each.code.substr(0, 3) == school.code.substr(0, 3) &&
          choice.school_ids.size() < 12)
        choice.school_ids.push_back(each.code);
    return choice;
  }
};

}  // namespace smm::test
