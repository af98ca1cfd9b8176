// SPDX-License-Identifier: Apache-2.0
// Stories that a school offers to other schools: written, changed and taken back by its dean; published or
// sent back by the office, which sees the story and nothing else of the school; read by anybody.
#include "app/rounds/school_stories.hpp"

#include "app/installation/problems.hpp"
#include "app/installation/round_edition.hpp"
#include "web/routes/area_label.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/report_paths.hpp"
#include "web/routes/shown_sheet.hpp"
#include "web/session/answering.hpp"
#include "web/session/page_parts.hpp"
#include "web/session/paragraphs.hpp"

namespace smm::web {
namespace {

using app::ToldStory;
using assessment::Right;
using assessment::Story;
using assessment::StoryId;
using assessment::StoryState;
using render::View;

std::string stories_path(const Call& call) {
  return call.where->path() + "/stories";
}

base::Result<StoryId> story_id(const Call& call) {
  if (const auto id = StoryId::parse(call.request.captures.text("story"))) return *id;
  return base::Problem(app::installation_problem::not_there, "There is no such story");
}

std::string label_of_area(const Call& call, const ToldStory& told) {
  const auto edition = app::edition_of_round(call.installation(), told.round);
  return edition ? area_label((*edition)->edition, told.story.words.area) : told.story.words.area;
}

// ---- The school.

View own_story_view(const Call& call, const Story& story) {
  const auto& texts = call.texts();
  const std::string state(to_string(story.state));
  const std::string path = stories_path(call) + "/" + story.id.text();
  const bool gone = story.state == StoryState::withdrawn;
  const bool open = story.state == StoryState::offered || story.state == StoryState::returned;
  View view;
  view.set("title", gone ? texts("stories.gone") : story.words.title);
  view.set("area", area_label(call.where->edition->edition, story.words.area));
  view.set("told", texts("stories.told", {{"when", full_time(call, story.offered)}}));
  view.set("tag", tag_view({texts("stories.state." + state), story.state == StoryState::published,
                            story.state == StoryState::returned, false, story.state == StoryState::offered}));
  view.set("reason", story.reason);
  view.set("change_href", open ? path : "").set("withdraw_href", gone ? "" : path + "/withdraw");
  return view.set("public_href", story.state == StoryState::published ? "/stories/" + story.id.text() : "");
}

base::Result<Reply> show_stories(const Call& call) {
  const auto stories = app::stories_of(call.installation(), call.where->key());
  const auto& texts = call.texts();
  const std::string title = texts("stories.title");
  Page page{"page_stories", {}, title, {school_crumb(call), {title, ""}}};
  set_head(page.view, {title,
                       texts("stories.lead"),
                       call.where->school.name,
                       {{texts("stories.offer"), stories_path(call) + "/new"}}});
  page.view.set("has_stories", !stories.empty());
  page.view.set("stories",
                render::views(stories, [&](const Story& each) { return own_story_view(call, each); }));
  page.view.set("nothing", empty_view(texts("stories.nothing"), texts("stories.nothing_text")));
  return Reply(std::move(page));
}

app::OfferedWords words_in(const Call& call) {
  const auto field = [&](const char* name) { return std::string(call.form.fields.value(name)); };
  return {{field("area"), field("title"), field("text"), field("contact")}, field("consent") == "yes"};
}

std::vector<Box> story_area_boxes(const Call& call, const std::string& chosen) {
  const auto& edition = call.where->edition->edition;
  std::vector<Box> boxes;
  for (const auto& domain : edition.domains)
    for (const std::size_t area : domain.areas) {
      const auto& section = edition.sections[area];
      boxes.push_back({section.id, section.label, "", section.id == chosen});
    }
  return boxes;
}

View::List story_fields(const Call& call, const app::OfferedWords& offered,
                        const std::vector<FormError>& errors) {
  const auto& texts = call.texts();
  const auto& words = offered.words;
  const auto line = [&](const char* name, const std::string& value, bool optional) {
    return Line{name,
                texts("stories.fields." + std::string(name)),
                value,
                texts("stories.hints." + std::string(name)),
                error_of(errors, name),
                "text",
                "",
                optional};
  };
  return {select_field(line("area", words.area, false), story_area_boxes(call, words.area)),
          line_field(line("title", words.title, false)), area_field(line("text", words.text, false), 14),
          line_field(line("contact", words.contact, true)),
          boxes_field(line("consent", "", false),
                      {{"yes", texts("stories.consent", {{"school", call.where->school.name}}), "",
                        offered.consent}})};
}

Page story_form(const Call& call, const app::OfferedWords& offered, const base::Problems& refused) {
  const auto& texts = call.texts();
  const auto errors = form_errors(refused);
  FormPage form{{texts("stories.offer"), texts("stories.form_lead"), call.where->school.name},
                call.request.path,
                texts("stories.submit")};
  form.fields = story_fields(call, offered, errors);
  form.errors = errors;
  form.cancel_href = stories_path(call);
  form.status = refused.empty() ? 200 : 422;
  Page page = form_page(std::move(form));
  page.crumbs = {
      school_crumb(call), {texts("stories.title"), stories_path(call)}, {texts("stories.offer"), ""}};
  return page;
}

// What the form can show beside its fields; anything else is an answer of its own.
base::Result<Reply> after_writing(const Call& call, const app::OfferedWords& offered,
                                  const base::Result<Story>& written) {
  if (written) return Reply(Redirect{stories_path(call), "story_offered"});
  if (status_of(written.problems()) != 422) return written.problems();
  return Reply(story_form(call, offered, written.problems()));
}

base::Result<Reply> show_new_story(const Call& call) {
  return Reply(story_form(call, {}, {}));
}

base::Result<Reply> take_new_story(const Call& call) {
  const auto offered = words_in(call);
  return after_writing(call, offered,
                       app::offer_story(call.installation(), *call.actor, *call.where, offered));
}

base::Result<Story> own_story(const Call& call) {
  const auto id = story_id(call);
  if (!id) return id.problems();
  for (const Story& story : app::stories_of(call.installation(), call.where->key()))
    if (story.id == *id) return story;
  return base::Problem(app::installation_problem::not_there, "There is no such story");
}

base::Result<Reply> show_own_story(const Call& call) {
  const auto story = own_story(call);
  if (!story) return story.problems();
  return Reply(story_form(call, {story->words, false}, {}));
}

base::Result<Reply> take_own_story(const Call& call) {
  const auto id = story_id(call);
  if (!id) return id.problems();
  const auto offered = words_in(call);
  return after_writing(call, offered,
                       app::rewrite_story(call.installation(), *call.actor, *call.where, *id, offered));
}

base::Result<Reply> show_story_withdrawal(const Call& call) {
  const auto story = own_story(call);
  if (!story) return story.problems();
  const auto& texts = call.texts();
  FormPage form{{texts("stories.withdraw"), texts("stories.withdraw_lead"), story->words.title},
                call.request.path,
                texts("stories.withdraw")};
  form.grave = true;
  form.cancel_href = stories_path(call);
  return Reply(form_page(std::move(form)));
}

base::Result<Reply> take_story_withdrawal(const Call& call) {
  const auto id = story_id(call);
  if (!id) return id.problems();
  const auto withdrawn = app::withdraw_story(call.installation(), *call.actor, *call.where, *id);
  if (!withdrawn) return withdrawn.problems();
  return Reply(Redirect{stories_path(call), "story_withdrawn"});
}

// ---- The office.

base::Result<Reply> show_office_stories(const Call& call) {
  const auto& texts = call.texts();
  std::vector<TableRowShown> rows;
  for (const ToldStory& told : app::stories_to_judge(call.installation()))
    rows.push_back({told.story.words.title,
                    "/office/stories/" + told.story.id.text(),
                    {{texts("stories.state." + std::string(to_string(told.story.state)))},
                     {told.school},
                     {label_of_area(call, told)},
                     {utc_time(call, told.story.offered)}}});
  Page page =
      list_page({texts("stories.office.title"), texts("stories.office.lead")}, texts("stories.office.title"),
                {texts("stories.fields.title"), texts("stories.office.state"), texts("stories.office.school"),
                 texts("stories.fields.area"), texts("stories.office.offered")},
                rows, texts("stories.office.nothing"));
  page.crumbs = {{texts("office.title"), "/office"}, {texts("stories.office.title"), ""}};
  return Reply(std::move(page));
}

View::List judging_fields(const Call& call, const Story& story, const std::vector<FormError>& errors) {
  const auto& texts = call.texts();
  const std::string chosen(call.form.fields.value("decision"));
  std::vector<Box> boxes;
  if (story.state == StoryState::offered)
    boxes.push_back({"publish", texts("stories.office.publish"), "", chosen == "publish"});
  boxes.push_back(
      {"return", texts("stories.office.return"), texts("stories.office.return_remark"), chosen == "return"});
  return {radios_field({.name = "decision",
                        .label = texts("stories.office.decision"),
                        .error = error_of(errors, "decision")},
                       boxes),
          area_field({"reason", texts("stories.office.reason"), std::string(call.form.fields.value("reason")),
                      texts("stories.office.reason_hint"), error_of(errors, "reason"), "text", "", true},
                     4)};
}

Page judging_page(const Call& call, const ToldStory& told, const std::vector<FormError>& errors) {
  const auto& texts = call.texts();
  const auto& words = told.story.words;
  FormPage form{{words.title, texts("stories.office.judge_lead"), told.school + ", " + told.round.title},
                "/office/stories/" + told.story.id.text(),
                texts("stories.office.submit")};
  form.terms = {label_of_area(call, told), words.text};
  if (!words.contact.empty())
    form.terms.text += "\n\n" + texts("stories.contact", {{"contact", words.contact}});
  form.fields = judging_fields(call, told.story, errors);
  form.hidden = {{"version", std::to_string(told.story.version)}};
  form.errors = errors;
  form.cancel_href = "/office/stories";
  form.status = errors.empty() ? 200 : 422;
  Page page = form_page(std::move(form));
  page.crumbs = {{texts("office.title"), "/office"},
                 {texts("stories.office.title"), "/office/stories"},
                 {words.title, ""}};
  return page;
}

base::Result<ToldStory> judged_story(const Call& call) {
  const auto id = story_id(call);
  if (!id) return id.problems();
  return app::story_to_judge(call.installation(), *id);
}

base::Result<Reply> show_judging(const Call& call) {
  const auto told = judged_story(call);
  if (!told) return told.problems();
  return Reply(judging_page(call, *told, {}));
}

base::Result<Reply> take_judging(const Call& call) {
  const auto told = judged_story(call);
  if (!told) return told.problems();
  const std::string_view decision = call.form.fields.value("decision");
  if (decision != "publish" && decision != "return")
    return Reply(judging_page(call, *told, {{call.texts()("stories.office.undecided"), "decision"}}));
  const std::string version(call.form.fields.value("version"));
  const auto judged = app::judge_story(
      call.installation(), call.site.pages, *call.actor,
      {told->story.id, version == std::to_string(told->story.version) ? told->story.version : 0,
       decision == "publish", std::string(call.form.fields.value("reason"))});
  if (judged)
    return Reply(Redirect{"/office/stories", decision == "publish" ? "story_published" : "story_returned"});
  if (status_of(judged.problems()) != 422) return judged.problems();
  return Reply(judging_page(call, *told, form_errors(judged.problems())));
}

// ---- Anybody.

base::Result<Reply> show_public_story(const Call& call) {
  const auto id = story_id(call);
  if (!id) return id.problems();
  const auto told = app::published_story(call.installation(), *id);
  if (!told) return told.problems();
  const auto& texts = call.texts();
  const auto& words = told->story.words;
  Page page{"page_message", {}, words.title, {{texts("resources.title"), "/resources"}, {words.title, ""}}};
  set_head(page.view, {words.title, told->school + " · " + told->round.title, label_of_area(call, *told)});
  View::List text = paragraph_views(words.text);
  if (!words.contact.empty())
    text.push_back(View().set("text", texts("stories.contact", {{"contact", words.contact}})));
  text.push_back(View().set("text", texts("stories.by_consent")));
  page.view.set("paragraphs", std::move(text));
  return Reply(std::move(page));
}

}  // namespace

std::vector<Endpoint> story_endpoints() {
  const std::string own = "/rounds/{round}/schools/{school}/stories";
  const Access dean = for_school(Right::offer_story);
  const Access judge = for_office(Right::judge_stories);
  return {get(own, "stories", dean, show_stories),
          get(own + "/new", "offer_story_form", dean, show_new_story),
          post(own + "/new", "offer_story", dean, take_new_story),
          get(own + "/{story:id}", "rewrite_story_form", dean, show_own_story),
          post(own + "/{story:id}", "rewrite_story", dean, take_own_story),
          get(own + "/{story:id}/withdraw", "withdraw_story_form", dean, show_story_withdrawal),
          post(own + "/{story:id}/withdraw", "withdraw_story", dean, take_story_withdrawal),
          get("/office/stories", "office_stories", judge, show_office_stories),
          get("/office/stories/{story:id}", "judge_story_form", judge, show_judging),
          post("/office/stories/{story:id}", "judge_story", judge, take_judging),
          get("/stories/{story:id}", "public_story", for_anyone(), show_public_story)};
}

}  // namespace smm::web
