// SPDX-License-Identifier: Apache-2.0
// Following graduates, as a school sees it: whether it is on, what was uploaded, and how far the linkage is.
#include "app/answering/hand.hpp"
#include "app/graduates/following.hpp"
#include "app/graduates/linkage.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/graduate_paths.hpp"
#include "web/routes/shown_sheet.hpp"

namespace smm::web {
namespace {

using app::GraduatesOverview;
using assessment::Right;
using render::View;

struct GraduateCard {
  std::string title;
  std::string text;
  View tag = false;
  std::string form_action = {};
  std::string form_label = {};
  std::vector<NextStep> actions = {};
};

View card_view(const GraduateCard& card) {
  View view;
  view.set("title", card.title).set("text", card.text).set("tag", card.tag);
  view.set("form_action", card.form_action).set("form_label", card.form_label);
  view.set("actions", render::views(card.actions, [](const NextStep& step) {
             View each;
             each.set("label", step.label).set("href", step.href);
             return each;
           }));
  return view;
}

// "312 rows, kept by Cora at …"; what to do where there is none.
std::string file_words(const Call& call, const std::string& key, const std::optional<app::KeptFile>& kept) {
  if (!kept) return call.texts()(key + ".none");
  return call.texts()("graduates.kept",
                      {{"rows", std::to_string(kept->rows)},
                       {"who", kept->by.empty() ? call.texts()("graduates.a_job") : kept->by},
                       {"when", full_time(call, kept->at)}});
}

View there_tag(const Call& call, bool there) {
  return tag_view({call.texts()(there ? "graduates.there" : "graduates.missing"), there, !there});
}

GraduateCard upload_card(const Call& call, const std::string& kind,
                         const std::optional<app::KeptFile>& kept) {
  const std::string key = "graduates." + kind;
  GraduateCard card{call.texts()(key + ".title"), file_words(call, key, kept), false};
  if (kind == "roster") card.tag = there_tag(call, kept.has_value());
  card.actions = {{call.texts()(kept ? "graduates.replace" : "graduates.upload.title"),
                   graduates_path(call, "/" + kind)}};
  return card;
}

GraduateCard link_card(const Call& call, const GraduatesOverview& all) {
  const auto& texts = call.texts();
  GraduateCard card{texts("graduates.link.title"), "", there_tag(call, all.linkage.has_value())};
  card.text = all.linkage ? texts("graduates.link.done", {{"when", full_time(call, all.linkage->at)}})
                          : texts("graduates.link.none");
  const bool registry = !outcome_sources(call).registry.empty();
  if (!registry) card.text = texts("graduates.link.no_registry");
  if (registry && all.roster && !(all.job && all.job->unfinished())) {
    card.form_action = graduates_path(call, "/link");
    card.form_label = texts(all.linkage ? "graduates.link.again" : "graduates.link.start");
  }
  return card;
}

GraduateCard review_card(const Call& call, const GraduatesOverview& all) {
  const auto& texts = call.texts();
  GraduateCard card{texts("graduates.pair.title"), texts("graduates.pair.none")};
  if (!all.linkage) return card;
  card.text = texts("graduates.pair.left",
                    {{"open", std::to_string(all.open_pairs)}, {"decided", std::to_string(all.decisions)}});
  card.actions = {{texts("graduates.pair.go"), graduates_path(call, "/review")}};
  return card;
}

GraduateCard figures_card(const Call& call, const GraduatesOverview& all) {
  const auto& texts = call.texts();
  GraduateCard card{texts("graduates.figures.title"), texts("graduates.figures.text")};
  if (all.linkage)
    card.actions = {{texts("graduates.coverage.title"), graduates_path(call, "/coverage")},
                    {texts("graduates.measures.title"), graduates_path(call, "/measures")}};
  return card;
}

std::vector<GraduateCard> cards_of(const Call& call, const GraduatesOverview& all) {
  const auto& texts = call.texts();
  std::vector<GraduateCard> cards = {upload_card(call, "roster", all.roster), link_card(call, all),
                                     review_card(call, all), figures_card(call, all),
                                     upload_card(call, "cohort", all.cohort)};
  GraduateCard classes{texts("graduates.classes.title"), texts("graduates.classes.text")};
  classes.actions = {{texts("graduates.classes.go"), graduates_path(call, "/classes")}};
  cards.push_back(std::move(classes));
  if (assessment::allows(call.standing, Right::follow_graduates)) {
    GraduateCard off{texts("graduates.off.title"), texts("graduates.off.text")};
    off.actions = {{texts("graduates.off.go"), graduates_path(call, "/off")}};
    cards.push_back(std::move(off));
  }
  return cards;
}

View job_view(const Call& call, const GraduatesOverview& all) {
  if (!all.job || all.job->state == app::JobState::done) return false;
  const std::string state(to_string(all.job->state));
  const bool failed = all.job->state == app::JobState::failed;
  std::string text = call.texts()("graduates.job." + state);
  if (!all.job_tells.empty()) text += " " + all.job_tells;
  View view;
  view.set("title", call.texts()("graduates.job.title")).set("text", text);
  view.set("tag", tag_view({call.texts()("graduates.job.state." + state), false, false, failed, !failed}));
  view.set("unfinished", !failed).set("href", graduates_path(call));
  return view;
}

View::List notices_of(const Call& call, const GraduatesOverview& all) {
  const auto& texts = call.texts();
  View::List notices;
  const bool dean = assessment::allows(call.standing, Right::follow_graduates);
  if (!all.here)
    notices.push_back(told_notice(texts("graduates.elsewhere.title"), texts("graduates.elsewhere.text")));
  else if (!all.on)
    notices.push_back(told_notice(texts("graduates.is_off.title"),
                                  texts(dean ? "graduates.is_off.dean" : "graduates.is_off.text")));
  if (all.on && outcome_sources(call).reference.empty())
    notices.push_back(
        told_notice(texts("graduates.no_reference.title"), texts("graduates.no_reference.text")));
  return notices;
}

base::Result<Reply> show_graduates(const Call& call) {
  const auto all = app::graduates_overview(call.installation(), outcome_sources(call), hand_of(call));
  if (!all) return all.problems();
  const auto& texts = call.texts();
  Head head{texts("graduates.title"), texts("graduates.lead"), call.where->school.name};
  if (all->here && !all->on && assessment::allows(call.standing, Right::follow_graduates))
    head.next = {{texts("graduates.on.title"), graduates_path(call, "/on")}};
  Page page = graduates_page(call, "page_graduates", head);
  page.view.set("notices_here", notices_of(call, *all)).set("job", job_view(call, *all));
  const bool steps = all->here && all->on;
  page.view.set("has_steps_here", steps);
  page.view.set("cards", steps ? render::views(cards_of(call, *all), card_view) : View::List());
  return Reply(std::move(page));
}

// ---- On and off.

Page switch_page(const Call& call, const std::string& way) {
  const auto& texts = call.texts();
  const std::string key = "graduates." + way;
  FormPage form{{texts(key + ".title"), texts(key + ".lead"), call.where->school.name},
                graduates_path(call, "/" + way),
                texts(key + ".submit")};
  form.grave = way == "off";
  form.cancel_href = graduates_path(call);
  Page page = form_page(std::move(form));
  page.crumbs = {{call.where->round.title, call.where->path()},
                 {texts("graduates.title"), graduates_path(call)},
                 {texts(key + ".title"), ""}};
  return page;
}

base::Result<Reply> show_on(const Call& call) {
  return Reply(switch_page(call, "on"));
}

base::Result<Reply> show_off(const Call& call) {
  return Reply(switch_page(call, "off"));
}

base::Result<Reply> take_on(const Call& call) {
  const auto on = app::follow_graduates(call.installation(), hand_of(call));
  if (!on) return on.problems();
  return Reply(Redirect{graduates_path(call), "graduates_on"});
}

base::Result<Reply> take_off(const Call& call) {
  const auto off = app::stop_following(call.installation(), hand_of(call));
  if (!off) return off.problems();
  return Reply(Redirect{graduates_path(call), "graduates_off"});
}

base::Result<Reply> take_link_job(const Call& call) {
  const auto job = app::ask_for_linkage(call.installation(), outcome_sources(call), hand_of(call));
  if (!job) return job.problems();
  return Reply(Redirect{graduates_path(call)});
}

}  // namespace

std::vector<Endpoint> graduate_endpoints() {
  const std::string path = graduates_pattern;
  const Access tend = for_school(Right::tend_graduates), follow = for_school(Right::follow_graduates);
  return {get(path, "graduates", tend, show_graduates),
          get(path + "/on", "graduates_on_form", follow, show_on),
          post(path + "/on", "graduates_on", follow, take_on),
          get(path + "/off", "graduates_off_form", confirmed(follow), show_off),
          post(path + "/off", "graduates_off", confirmed(follow), take_off),
          post(path + "/link", "link_graduates", tend, take_link_job)};
}

}  // namespace smm::web
