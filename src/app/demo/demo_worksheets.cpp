// SPDX-License-Identifier: Apache-2.0
#include "app/demo/demo_worksheets.hpp"

#include "instrument/questionnaire.hpp"
#include "report/question_list.hpp"
#include "report/worksheet.hpp"
#include "report/worksheet_html.hpp"
#include "report/worksheet_xlsx.hpp"

namespace smm::app {

base::Result<std::size_t> write_demo_worksheets(const DemoHouse& house) {
  house.stages.begin("Worksheets and the list of all questions");
  const auto shelved = house.installation.editions.edition(demo_edition);
  if (!shelved) return shelved.problems();
  const instrument::Edition& edition = (*shelved)->edition;
  const auto& [texts, templates] = house.pages;
  std::size_t written = 0;
  const auto write = [&](const std::string& name, std::string_view bytes) {
    house.files.write(house.folder + "/" + name, bytes);
    ++written;
  };
  for (std::size_t programme = 0; programme < edition.programmes.size(); ++programme) {
    const auto questionnaire = questionnaire_for(edition, programme);
    const report::Worksheet sheet = report::make_worksheet(edition, questionnaire, texts);
    const std::string name = "worksheets/worksheet-" + edition.programmes[programme].id;
    write(name + ".xlsx", report::worksheet_xlsx(sheet, texts));
    write(name + ".html", report::worksheet_html(sheet, templates, texts));
  }
  for (const report::Page& page : report::question_list(edition, templates, texts))
    write("questions/" + page.path, page.text);
  return written;
}

}  // namespace smm::app
