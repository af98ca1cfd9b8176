// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "app/editions.hpp"
#include "app/pages.hpp"
#include "app/sample_answers.hpp"
#include "app/score_answers.hpp"
#include "base/document_reader.hpp"
#include "cli/command.hpp"
#include "cli/edition_overview.hpp"
#include "instrument/questionnaire.hpp"
#include "report/question_list.hpp"
#include "report/score_file.hpp"
#include "report/score_sheets.hpp"
#include "report/worksheet.hpp"
#include "report/worksheet_html.hpp"
#include "report/worksheet_xlsx.hpp"
#include "scoring/weight_set.hpp"

namespace smm::cli {
namespace {

using instrument::Edition;

constexpr const char* demo_edition = "smm-2026";

// Where the demo writes, and a line of its progress for every file.
struct DemoFolder {
  const Surroundings& around;
  std::string folder;

  void write(const std::string& name, std::string_view bytes) const {
    around.files.write(folder + "/" + name, bytes);
    around.out << "  wrote " << folder << '/' << name << '\n';
  }
};

void check_step(const Edition& edition, const Surroundings& around) {
  around.out << "1. Check the edition: " << edition.id << " " << edition.version << ", no problems found\n\n"
             << area_overview(edition) << '\n'
             << time_overview(edition, false) << '\n';
}

void worksheet_step(const Edition& edition, const app::Pages& pages, const DemoFolder& demo) {
  demo.around.out << "2. Print the worksheets, to write on and to fill in\n";
  for (std::size_t p = 0; p < edition.programmes.size(); ++p) {
    const auto questionnaire = questionnaire_for(edition, p);
    const report::Worksheet sheet = report::make_worksheet(edition, questionnaire, pages.texts);
    demo.write("worksheet-" + edition.programmes[p].id + ".xlsx", report::worksheet_xlsx(sheet, pages.texts));
    demo.write("worksheet-" + edition.programmes[p].id + ".html",
               report::worksheet_html(sheet, pages.templates, pages.texts));
  }
  for (const report::Page& page : report::question_list(edition, pages.templates, pages.texts)) {
    demo.around.files.write(demo.folder + "/questions/" + page.path, page.text);
  }
  demo.around.out << "  wrote " << demo.folder << "/questions/index.html, the public list of all questions\n";
}

int score_step(const Edition& edition, const app::Pages& pages, const DemoFolder& demo,
               const app::SampleRequest& sample) {
  demo.around.out << "\n3. Score a sample round of " << sample.schools << " invented schools (seed "
                  << sample.seed << ")\n";
  const std::string answers = app::sample_answers(edition, sample);
  demo.write("answers.csv", answers);
  const auto plan = plan_scoring(edition, scoring::equal_weights(edition));
  base::MemorySource bytes(answers);
  std::string csv;
  report::ScoreCsv rows(csv);
  report::ScoredSheets sheets(edition);
  const auto outcome =
      app::score_answer_bytes(plan, bytes, "answers.csv", {scoring::Level::area, scoring::Level::domain},
                              [&](const scoring::ScoreRow& row) {
                                rows.add(row);
                                sheets.add(row);
                              });
  if (!outcome) return report_problems(outcome.problems(), demo.around.err);
  if (!outcome->problems.empty()) return report_problems(outcome->problems, demo.around.err);
  demo.write("scores.csv", csv);
  demo.write("scores.html", report::score_page(edition, sheets.sheets(), pages.templates, pages.texts));
  demo.around.out << "\n4. Scores by domain, 0 to 100\n\n"
                  << report::score_table(edition, sheets.sheets(), pages.texts) << "\nOpen " << demo.folder
                  << "/scores.html for every area, and the worksheets beside it.\n";
  return done;
}

int run_demo(const Given& given, const Surroundings& around) {
  app::SampleRequest sample;
  const auto schools = base::parse_integer(given.text_or("--schools", "12"));
  const auto seed = base::parse_integer(given.text_or("--seed", "2026"));
  if (!schools || *schools < 1 || *schools > 100000 || !seed || *seed < 0) {
    around.err << "smm demo: --schools takes 1 to 100000, --seed a whole number\n";
    return wrong_usage;
  }
  sample.schools = static_cast<int>(*schools);
  sample.seed = static_cast<std::uint64_t>(*seed);
  const auto edition = app::open_edition(around.content, around.files, demo_edition);
  if (!edition) return report_problems(edition.problems(), around.err);
  const app::Pages pages = app::load_pages(around.content);
  const DemoFolder demo{around, given.text_or("--out", "smm-demo")};
  check_step(*edition, around);
  worksheet_step(*edition, pages, demo);
  return score_step(*edition, pages, demo, sample);
}

}  // namespace

Command demo_command() {
  return {"demo",
          "Run the whole job on invented schools: check the edition, print worksheets, score, show",
          "smm demo --out smm-demo --schools 12",
          {},
          {{"--out", "DIR", "Folder for the files it makes; smm-demo without it"},
           {"--schools", "N", "How many schools to invent; 12 without it"},
           {"--seed", "N", "Seed of the invented answers; 2026 without it"}},
          run_demo};
}

}  // namespace smm::cli
