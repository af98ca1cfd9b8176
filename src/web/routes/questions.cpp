// SPDX-License-Identifier: Apache-2.0
// All questions of an edition for anybody, by area: what is asked and of whom, what each answer earns and
// why.
#include "app/installation/problems.hpp"
#include "report/question_list.hpp"
#include "web/routes/endpoints.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using instrument::Edition;

base::Problem no_such_questions() {
  return {app::installation_problem::not_there, "There is no such list of questions"};
}

base::Result<std::shared_ptr<const app::ShelvedEdition>> edition_of(const Call& call) {
  auto shelved = call.installation().editions.edition(call.request.captures.text("edition"));
  if (!shelved) return no_such_questions();
  return shelved;
}

std::string folder_of(const Edition& edition) {
  return "/questions/" + edition.id;
}

base::Result<Reply> show_questions(const Call& call) {
  const auto shelved = edition_of(call);
  if (!shelved) return shelved.problems();
  const Edition& edition = (*shelved)->edition;
  const auto& texts = call.texts();
  Page page{"page_questions", {}, texts("list.title")};
  set_head(page.view, {texts("list.title"), texts("questions.lead"), edition.title});
  page.view.set("folder", folder_of(edition) + "/");
  page.view.set("list", report::question_index_view(edition, texts));
  page.view.set("worksheets", render::views(edition.programmes, [&](const instrument::Programme& programme) {
                  const std::string file = folder_of(edition) + "/worksheets/" + programme.id;
                  return render::View()
                      .set("label", programme.label)
                      .set("page_href", file + ".html")
                      .set("book_href", file + ".xlsx");
                }));
  return Reply(std::move(page));
}

base::Result<Reply> show_question_area(const Call& call) {
  const auto shelved = edition_of(call);
  if (!shelved) return shelved.problems();
  const Edition& edition = (*shelved)->edition;
  const auto at = edition.section(call.request.captures.text("section"));
  if (!at) return no_such_questions();
  const auto& section = edition.sections[*at];
  const auto& texts = call.texts();
  Page page{"page_question_area", {}, section.label};
  page.crumbs = {{texts("list.title"), folder_of(edition)}, {section.label, ""}};
  set_head(page.view, {section.label, section.intro, edition.title});
  const bool area = section.kind == instrument::SectionKind::area;
  page.view.set("resources_href", area ? "/resources?area=" + section.id : std::string());
  page.view.set("list", report::question_section_view(edition, *at, texts));
  return Reply(std::move(page));
}

}  // namespace

std::vector<Endpoint> question_endpoints() {
  return {get("/questions/{edition:word}", "questions", for_anyone(), show_questions),
          get("/questions/{edition:word}/{section:word}", "question_area", for_anyone(), show_question_area)};
}

}  // namespace smm::web
